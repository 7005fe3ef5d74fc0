// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Lodestar.Climate.Relations;

/// <summary>
/// The four-pool gas cycle of Leach et al. 2021 (GMD 14, 3007): pools that fill by emissions and empty by lifetimes
/// that answer to what has been emitted, what is still airborne, and warming.
/// </summary>
public static class GasCycle
{
    /// <summary>Longest time-integrated airborne fraction over 100 years that the fit allows, years.</summary>
    public const double MostIirf = 100;

    /// <summary>Mass of the dry atmosphere over its molar mass, so that Gt give ppm, Mt ppb and kt ppt.</summary>
    private const double MassOfAir = 5.1352;
    private const double MolarMassOfAir = 28.97;

    /// <summary>
    /// Concentration per unit emitted: ppm per Gt, ppb per Mt, ppt per kt, for a molar mass in g/mol.
    /// </summary>
    public static double ConcentrationPerEmission(double molarMass) => 1 / (MassOfAir * molarMass / MolarMassOfAir);

    /// <summary>
    /// Factor on the lifetimes of the pools: g0 exp(iIRF/g1), with iIRF = r0 + rU (U−A) + rT T + rA A, at most 100 years.
    /// </summary>
    /// <param name="cumulative">U, emitted since the start.</param>
    /// <param name="airborne">A, still in the air, in the same unit.</param>
    /// <param name="warming">Surface layer above the start, K.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TimeScale<T>(
        T r0,
        T rUptake,
        T rTemperature,
        T rAirborne,
        T g0,
        T g1,
        T cumulative,
        T airborne,
        T warming
    )
        where T : struct, ILane<T>
    {
        var iirf = r0 + rUptake * (cumulative - airborne) + rTemperature * warming + rAirborne * airborne;
        return g0 * T.Exp(T.Min(iirf, T.Of(MostIirf)) / g1);
    }

    /// <summary>
    /// What stays of a pool after a step of λ lifetimes, e^−λ, and of what is emitted evenly over the step,
    /// (1 − e^−λ)/λ. Below 1e-4 by series, where the difference would lose eight digits.
    /// </summary>
    /// <param name="lambda">The step over the lifetime.</param>
    /// <param name="lifetime">The lifetime over the step, 1/λ.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Stays, T OfEmitted) Decay<T>(T lambda, T lifetime)
        where T : struct, ILane<T>
    {
        var small = T.Of(1e-4);
        var series = T.Of(1) - lambda * (T.Of(0.5) - lambda * T.Of(1.0 / 6));
        var staysBySeries = T.Of(1) - lambda * series;
        if (T.AllLess(lambda, small))
        {
            return (staysBySeries, series);
        }

        var stays = T.Exp(-lambda);
        return (
            T.WhereLess(lambda, small, staysBySeries, stays),
            T.WhereLess(lambda, small, series, (T.Of(1) - stays) * lifetime)
        );
    }

    /// <summary>
    /// The same by the formula as it stands, with its loss of digits: what the reference implementation computes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Stays, T OfEmitted) DecayAsReference<T>(T lifetime)
        where T : struct, ILane<T>
    {
        var lambda = T.Of(1) / lifetime;
        var stays = T.Exp(-lambda);
        return (stays, (T.Of(1) - stays) / lambda);
    }

    /// <summary>
    /// g0 and g1 that make the time scale 1 at the natural iIRF: Leach et al. 2021, equations 6 and 7, for a horizon of
    /// 100 years.
    /// </summary>
    /// <param name="fractions">Share of emissions into each pool.</param>
    /// <param name="lifetimes">Lifetime of each pool, years.</param>
    public static (double G0, double G1, double Iirf0) NaturalScale(
        ReadOnlySpan<double> fractions,
        ReadOnlySpan<double> lifetimes
    )
    {
        const double Horizon = 100;
        var (g1, iirf) = (0.0, 0.0);
        for (var k = 0; k < fractions.Length; k++)
        {
            var gone = Math.Exp(-Horizon / lifetimes[k]);
            g1 += fractions[k] * lifetimes[k] * (1 - ((1 + (Horizon / lifetimes[k])) * gone));
            iirf += fractions[k] * lifetimes[k] * (1 - gone);
        }

        return (Math.Exp(-iirf / g1), g1, iirf);
    }
}
