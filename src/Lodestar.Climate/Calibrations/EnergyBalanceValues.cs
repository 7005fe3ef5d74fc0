// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Calibrations;

/// <summary>The eleven numbers of a member's energy balance in a row.</summary>
internal static class EnergyBalanceValues
{
    public static double[] Values(this EnergyBalanceParameters of) =>
        [
            of.Gamma,
            of.C1,
            of.C2,
            of.C3,
            of.Kappa1,
            of.Kappa2,
            of.Kappa3,
            of.DeepOceanEfficacy,
            of.SigmaEta,
            of.SigmaXi,
            of.Forcing4xCO2,
        ];

    /// <param name="at">The number of a place in that row.</param>
    public static EnergyBalanceParameters From(Func<int, double> at) =>
        new(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10));
}
