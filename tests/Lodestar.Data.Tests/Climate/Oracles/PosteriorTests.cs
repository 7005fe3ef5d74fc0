// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>
/// What the shipped ensemble was constrained to, and where known scenarios lead it: 5th, 50th and 95th percentiles as
/// measured with the reference implementation, to the digits printed.
/// </summary>
public sealed class PosteriorTests
{
    private static readonly Ensemble Shipped = new(Calibration.Shipped);

    private static readonly Lazy<EnsembleRun> History = new(() =>
        Shipped.Run(
            Calibration.Shipped.History,
            new()
            {
                Keep = Keep.Concentrations | Keep.Forcing | Keep.EnergyBudget,
                Noise = ReferenceNoise.Of(
                    Calibration.Shipped,
                    NoiseTests.SeedsOf(FairSets.Edition141),
                    Calibration.Shipped.History.Years + 1
                ),
            }
        )
    );

    public static TheoryData<string, double, double, double> Ssps =>
        new()
        {
            { "ssp119", 1.11, 1.54, 2.25 },
            { "ssp126", 1.32, 1.83, 2.61 },
            { "ssp245", 1.89, 2.53, 3.46 },
            { "ssp370", 2.43, 3.15, 3.98 },
            { "ssp434", 1.65, 2.19, 2.87 },
            { "ssp460", 2.18, 2.90, 3.79 },
            { "ssp534-over", 1.46, 2.02, 2.90 },
            { "ssp585", 2.93, 3.91, 5.18 },
        };

    public static TheoryData<string, double, double, double> Backgrounds =>
        new()
        {
            { "verylow", 1.09, 1.52, 2.22 },
            { "verylow-overshoot", 1.32, 1.84, 2.63 },
            { "low", 1.35, 1.87, 2.67 },
            { "medium-extension", 1.97, 2.64, 3.58 },
            { "high-extension", 2.41, 3.10, 3.94 },
        };

    [Theory]
    [MemberData(nameof(Ssps))]
    public void Ssp_OverTheLastTwentyYears_WarmsAsMeasured(string scenario, double low, double middle, double high) =>
        Equal(low, middle, high, Shipped.Run(Scenarios.Harmonised(scenario)).Warming(2081, 2100), 0.0051);

    [Theory]
    [MemberData(nameof(Backgrounds))]
    public void Background_OverTheLastTwentyYears_WarmsAsMeasured(string id, double low, double middle, double high) =>
        Equal(
            low,
            middle,
            high,
            Shipped.Project(WorldPathways.Shipped.Single(p => p.Id == id).Pathway).Warming(2081, 2100),
            0.0051
        );

    [Fact]
    public void Sensitivities_OfTheEnsemble_AreThoseMeasured()
    {
        var balances = Calibration.Shipped.EnergyBalance.Select(p => new EnergyBalance(p)).ToArray();

        Equal(2.01, 2.96, 4.99, [.. balances.Select(b => b.EquilibriumSensitivity())], 0.0051);
        Equal(1.31, 1.80, 2.38, [.. balances.Select(b => b.TransientResponse())], 0.0055);
    }

    [Fact]
    public void Warming_OfTheLastTwentyYears_IsThatMeasuredWithNoise() =>
        Equal(0.858, 1.027, 1.135, History.Value.Warming(2003, 2022), 0.00051);

    [Fact]
    public void HeatUptake_Since1971_IsThatMeasured()
    {
        var uptake = History.Value[Output.HeatUptake]!;
        double[] Mean(int year) =>
            [.. uptake.At(year).ToArray().Zip(uptake.At(year + 1).ToArray(), (a, b) => (a + b) / 2)];

        Equal(354, 466, 590, [.. Mean(2020).Zip(Mean(1971), (l, f) => (l - f) / 1e21)], 2);
    }

    [Fact]
    public void AerosolForcing_Over2005To2014_IsThatMeasured()
    {
        var radiation = Mean(Output.ForcingAerosolRadiation);
        var cloud = Mean(Output.ForcingAerosolCloud);

        Equal(-0.585, -0.295, 0.004, radiation, 0.00251);
        Equal(-1.66, -0.96, -0.35, cloud, 0.0051);
        Equal(-1.94, -1.27, -0.56, [.. radiation.Zip(cloud, (r, c) => r + c)], 0.0051);

        static double[] Mean(Output output)
        {
            var series = History.Value[output]!;
            var mean = new double[series.Members];
            for (var year = 2005; year <= 2015; year++)
            {
                for (var m = 0; m < mean.Length; m++)
                {
                    mean[m] += series.At(year)[m] * (year is 2005 or 2015 ? 0.5 : 1) / 10;
                }
            }

            return mean;
        }
    }

    [Fact]
    public void Concentrations_Of2022_AreThoseMeasured()
    {
        Equal(416.0, 417.0, 417.9, MidYear(Output.CarbonDioxide), 0.051);
        Assert.Equal(1937, Percentiles.Median(MidYear(Output.Methane)), 0.51);
        Assert.Equal(334.4, Percentiles.Median(MidYear(Output.NitrousOxide)), 0.051);

        static double[] MidYear(Output output)
        {
            var series = History.Value[output]!;
            return [.. series.At(2022).ToArray().Zip(series.At(2023).ToArray(), (a, b) => (a + b) / 2)];
        }
    }

    [Fact]
    public void CarbonResponse_Flat10_IsThatMeasured()
    {
        var response = CarbonResponse.Of(Shipped);

        Equal(1.09, 1.48, 2.00, response.PerThousandGtC, 0.0051);
        Assert.Equal(1.22, response.PerThousandGtC.P17, 0.0051);
        Assert.Equal(1.78, response.PerThousandGtC.P83, 0.0051);
        Equal(-0.15, -0.02, 0.21, response.After50, 0.0051);
        Equal(-0.24, -0.04, 0.32, response.After100, 0.0051);
    }

    private static void Equal(double low, double middle, double high, double[] values, double tolerance) =>
        Equal(low, middle, high, Band.Of(values), tolerance);

    private static void Equal(double low, double middle, double high, Band band, double tolerance)
    {
        Assert.Equal(low, band.P05, tolerance);
        Assert.Equal(middle, band.P50, tolerance);
        Assert.Equal(high, band.P95, tolerance);
    }
}
