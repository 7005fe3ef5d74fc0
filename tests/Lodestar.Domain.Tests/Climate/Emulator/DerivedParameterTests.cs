// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Domain.Tests.Climate.Emulator;

/// <summary>What is derived from parameters, against what the set prints of it.</summary>
public sealed class DerivedParameterTests
{
    // g0 and g1 as the species file of the reference prints them, to the digits printed there.
    [Theory]
    [InlineData("CO2", 0.010178288, 11.41262243, 5e-8)]
    [InlineData("CFC-11", 0.225210813, 29.78420333, 1e-8)]
    [InlineData("HFC-134a", 0.365794734, 13.9098841, 1e-8)]
    public void NaturalScale_OfAGasesPools_IsThatOfTheSet(string gas, double g0, double g1, double tolerance)
    {
        double[] Four(Parameter first) =>
            [.. Enumerable.Range(0, 4).Select(k => Calibration.Shipped.Of(gas, first + k).Default)];
        var (foundG0, foundG1, _) = GasCycle.NaturalScale(
            Four(Parameter.PartitionFraction0),
            Four(Parameter.Lifetime0)
        );

        Assert.Equal(1, foundG0 / g0, tolerance);
        Assert.Equal(1, foundG1 / g1, tolerance);
    }

    /// <summary>No member, and near the ensemble's median all the same: within a tenth of a degree.</summary>
    [Fact]
    public void Central_OnTheDefaultBackground_WarmsNearlyAsTheMedian()
    {
        var future = WorldPathways.Default.Pathway.Between(2023, 2099);
        var median = new Ensemble(Calibration.Shipped).Project(future).WarmingBand(2100).P50;
        var central = new Ensemble(Calibration.Shipped.Central());

        Assert.Equal(1, central.Members);
        Assert.Equal(median, central.Project(future).Warming(2100)[0], 0.1);
    }
}
