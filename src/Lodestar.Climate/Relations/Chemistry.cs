// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Lodestar.Climate.Relations;

/// <summary>Methane's lifetime, chlorine of the stratosphere, and the forcing of aerosols, ozone and surfaces.</summary>
public static class Chemistry
{
    /// <summary>Smallest factor of warming on methane's lifetime; reached far outside the range of the fit (above 20 K).</summary>
    private const double LeastFactor = 1e-3;

    /// <summary>
    /// One factor of methane's lifetime: 1 + (value − baseline) s, for an emission or a concentration (Thornhill et al.
    /// 2021, ACP 21, 853). The factors of all influences are multiplied.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LifetimeFactor<T>(T value, T baseline, T sensitivity)
        where T : struct, ILane<T> => T.Of(1) + (value - baseline) * sensitivity;

    /// <summary>The factor of warming in K; kept above zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LifetimeWarmingFactor<T>(T warming, T sensitivity)
        where T : struct, ILane<T> => T.Max(T.Of(LeastFactor), T.Of(1) + warming * sensitivity);

    /// <summary>
    /// A gas's part in equivalent effective stratospheric chlorine, ppt: (Cl + 45 Br) times its fractional release times
    /// its concentration in ppt (Newman et al. 2007, ACP 7, 4537).
    /// </summary>
    public static double EffectiveChlorine(
        double concentration,
        double chlorine,
        double bromine,
        double fractionalRelease
    ) => (chlorine + (45 * bromine)) * fractionalRelease * concentration;

    /// <summary>
    /// Aerosol–cloud forcing, W m⁻²: β (ln(1 + Σ s E) − ln(1 + Σ s E0)) after Stevens 2015 and Smith et al. 2021.
    /// </summary>
    /// <param name="weighted">Σ s E over Sulfur, BC and OC, not below −1.</param>
    /// <param name="baseLogarithm">ln(1 + Σ s E0).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AerosolCloud<T>(T beta, T weighted, T baseLogarithm)
        where T : struct, ILane<T> => beta * (T.Log(T.Of(1) + weighted) - baseLogarithm);

    /// <summary>
    /// A gas whose forcing grows with its concentration, W m⁻²: efficiency in W m⁻² ppb⁻¹, concentrations in ppt.
    /// </summary>
    public static double MinorGas(double efficiency, double concentration, double baseline) =>
        0.001 * efficiency * (concentration - baseline);
}
