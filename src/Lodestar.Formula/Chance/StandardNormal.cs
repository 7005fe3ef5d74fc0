// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Chance;

/// <summary>The normal distribution of mean 0 and standard deviation 1. Its share below a number is <see cref="Elementary.NormalShare(double)"/>.</summary>
public static class StandardNormal
{
    /// <summary>The number that 95 % of the draws are below: half of a 90 % interval.</summary>
    public const double NinetyFivePercent = 1.6448536269514722;

    /// <summary>
    /// The quantile, to about 1 part in 10¹⁶: algorithm AS 241, PPND16, of Wichura 1988 (Applied Statistics 37,
    /// 477–484), with this project's own logarithm so that it is the same on every machine.
    /// </summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <returns>The number below which the share lies.</returns>
    public static double Quantile(double share)
    {
        var q = share - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * Ratio(Middle, 0.180625 - (q * q));
        }

        var r = Math.Sqrt(-Elementary.Log(q < 0 ? share : 1 - share));
        var size = r <= 5 ? Ratio(Side, r - 1.6) : Ratio(Tail, r - 5);
        return q < 0 ? -size : size;
    }

    private static double Ratio(double[,] terms, double x)
    {
        double above = 0,
            below = 0;
        for (var n = 7; n >= 0; n--)
        {
            above = (above * x) + terms[n, 0];
            below = (below * x) + terms[n, 1];
        }

        return above / below;
    }

    private static readonly double[,] Middle =
    {
        { 3.3871328727963666080e0, 1 },
        { 1.3314166789178437745e2, 4.2313330701600911252e1 },
        { 1.9715909503065514427e3, 6.8718700749205790830e2 },
        { 1.3731693765509461125e4, 5.3941960214247511077e3 },
        { 4.5921953931549871457e4, 2.1213794301586595867e4 },
        { 6.7265770927008700853e4, 3.9307895800092710610e4 },
        { 3.3430575583588128105e4, 2.8729085735721942674e4 },
        { 2.5090809287301226727e3, 5.2264952788528545610e3 },
    };

    private static readonly double[,] Side =
    {
        { 1.42343711074968357734e0, 1 },
        { 4.63033784615654529590e0, 2.05319162663775882187e0 },
        { 5.76949722146069140550e0, 1.67638483018380384940e0 },
        { 3.64784832476320460504e0, 6.89767334985100004550e-1 },
        { 1.27045825245236838258e0, 1.48103976427480074590e-1 },
        { 2.41780725177450611770e-1, 1.51986665636164571966e-2 },
        { 2.27238449892691845833e-2, 5.47593808499534494600e-4 },
        { 7.74545014278341407640e-4, 1.05075007164441684324e-9 },
    };

    private static readonly double[,] Tail =
    {
        { 6.65790464350110377720e0, 1 },
        { 5.46378491116411436990e0, 5.99832206555887937690e-1 },
        { 1.78482653991729133580e0, 1.36929880922735805310e-1 },
        { 2.96560571828504891230e-1, 1.48753612908506148525e-2 },
        { 2.65321895265761230930e-2, 7.86869131145613259100e-4 },
        { 1.24266094738807843860e-3, 1.84631831751005468180e-5 },
        { 2.71155556874348757815e-5, 1.42151175831644588870e-7 },
        { 2.01033439929228813265e-7, 2.04426310338993978564e-15 },
    };
}
