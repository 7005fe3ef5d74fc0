// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Lodestar.Climate.Relations;

/// <summary>
/// Effective radiative forcing of CO2, CH4 and N2O in W m⁻² as published, without scale and tropospheric adjustment.
/// CO2 in ppm, CH4 and N2O in ppb, all above zero.
/// </summary>
public static class GreenhouseGases
{
    // Meinshausen et al. 2020, GMD 13, 3571, table 3.
    private const double A1 = -2.4785e-7;
    private const double B1 = 7.5906e-4;
    private const double C1 = -2.1492e-3;
    private const double D1 = 5.2488;
    private const double A2 = -3.4197e-4;
    private const double B2 = 2.5455e-4;
    private const double C2 = -2.4357e-4;
    private const double D2 = 0.12173;
    private const double A3 = -8.9603e-5;
    private const double B3 = -1.2462e-4;
    private const double D3 = 0.045194;

    /// <summary>
    /// CO2 by Meinshausen et al. 2020, with the square root of N2O. Fitted for 200 to 1800 ppm; above
    /// reference − b1/(2 a1) the coefficient is held.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CarbonDioxideMeinshausen2020<T>(T co2, T rootN2O, T reference)
        where T : struct, ILane<T>
    {
        var above = T.Max(T.Of(0), T.Min(co2 - reference, T.Of(-B1 / (2 * A1))));
        var alpha = T.Of(D1) + (T.Of(A1) * above + T.Of(B1)) * above;
        return (alpha + T.Of(C1) * rootN2O) * T.Log(co2 / reference);
    }

    /// <summary>CH4 by Meinshausen et al. 2020; fitted for 340 to 3500 ppb.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MethaneMeinshausen2020<T>(T rootCH4, T rootN2O, T rootReference)
        where T : struct, ILane<T> => (T.Of(A3) * rootCH4 + T.Of(B3) * rootN2O + T.Of(D3)) * (rootCH4 - rootReference);

    /// <summary>N2O by Meinshausen et al. 2020; fitted for 200 to 525 ppb.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NitrousOxideMeinshausen2020<T>(T rootCO2, T rootN2O, T rootCH4, T rootReference)
        where T : struct, ILane<T> =>
        (T.Of(A2) * rootCO2 + T.Of(B2) * rootN2O + T.Of(C2) * rootCH4 + T.Of(D2)) * (rootN2O - rootReference);

    /// <summary>CO2 by Leach et al. 2021 (GMD 14, 3007): no overlap with other gases, for single-gas runs.</summary>
    public static T CarbonDioxideLeach2021<T>(T co2, T start)
        where T : struct, ILane<T> => T.Of(4.57) * T.Log(co2 / start) + T.Of(0.086) * (T.Sqrt(co2) - T.Sqrt(start));

    /// <summary>CH4 by Leach et al. 2021.</summary>
    public static T MethaneLeach2021<T>(T ch4, T start)
        where T : struct, ILane<T> => T.Of(0.038) * (T.Sqrt(ch4) - T.Sqrt(start));

    /// <summary>N2O by Leach et al. 2021.</summary>
    public static T NitrousOxideLeach2021<T>(T n2o, T start)
        where T : struct, ILane<T> => T.Of(0.106) * (T.Sqrt(n2o) - T.Sqrt(start));

    /// <summary>CO2 by Etminan et al. 2016 (GRL 43, 12614); fitted for 180 to 2000 ppm.</summary>
    public static T CarbonDioxideEtminan2016<T>(T co2, T start, T n2o, T startN2O)
        where T : struct, ILane<T>
    {
        var above = co2 - start;
        var coefficient =
            T.Of(-2.4e-7) * above * above
            + T.Of(7.2e-4) * T.Max(above, -above)
            - T.Of(2.1e-4 * 0.5) * (n2o + startN2O)
            + T.Of(5.36);
        return coefficient * T.Log(co2 / start);
    }

    /// <summary>CH4 by Etminan et al. 2016; fitted for 340 to 3500 ppb.</summary>
    public static T MethaneEtminan2016<T>(T ch4, T start, T n2o, T startN2O)
        where T : struct, ILane<T> =>
        (T.Of(-1.3e-6 * 0.5) * (ch4 + start) - T.Of(8.2e-6 * 0.5) * (n2o + startN2O) + T.Of(0.043))
        * (T.Sqrt(ch4) - T.Sqrt(start));

    /// <summary>N2O by Etminan et al. 2016; fitted for 200 to 525 ppb.</summary>
    public static T NitrousOxideEtminan2016<T>(T n2o, T start, T co2, T startCO2, T ch4, T startCH4)
        where T : struct, ILane<T> =>
        (
            T.Of(-8e-6 * 0.5) * (co2 + startCO2)
            + T.Of(4.2e-6 * 0.5) * (n2o + start)
            - T.Of(4.9e-6 * 0.5) * (ch4 + startCH4)
            + T.Of(0.117)
        ) * (T.Sqrt(n2o) - T.Sqrt(start));

    /// <summary>CO2 by Myhre et al. 1998 (GRL 25, 2715).</summary>
    public static T CarbonDioxideMyhre1998<T>(T co2, T start)
        where T : struct, ILane<T> => T.Of(5.35) * T.Log(co2 / start);

    /// <summary>CH4 by Myhre et al. 1998, less its overlap with N2O.</summary>
    public static T MethaneMyhre1998<T>(T ch4, T start, T startN2O)
        where T : struct, ILane<T> =>
        T.Of(0.036) * (T.Sqrt(ch4) - T.Sqrt(start)) - (Overlap(ch4, startN2O) - Overlap(start, startN2O));

    /// <summary>N2O by Myhre et al. 1998, less its overlap with CH4.</summary>
    public static T NitrousOxideMyhre1998<T>(T n2o, T start, T startCH4)
        where T : struct, ILane<T> =>
        T.Of(0.12) * (T.Sqrt(n2o) - T.Sqrt(start)) - (Overlap(startCH4, n2o) - Overlap(startCH4, start));

    private static T Overlap<T>(T ch4, T n2o)
        where T : struct, ILane<T>
    {
        var log = T.Log(ch4 * n2o);
        return T.Of(0.47)
            * T.Log(T.Of(1) + T.Of(2.01e-5) * T.Exp(T.Of(0.75) * log) + T.Of(5.32e-15) * ch4 * T.Exp(T.Of(1.52) * log));
    }
}
