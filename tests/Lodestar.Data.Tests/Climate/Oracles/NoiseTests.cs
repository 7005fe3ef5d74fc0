// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>The reference's own random draws, and the whole ensemble run with them.</summary>
public sealed class NoiseTests
{
    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void NormalNumbers_OfASeed_EqualTheReferenceToTheBit(Copy copy)
    {
        var reference = Reference.Read(copy, "unit", "mt19937_legacy_gauss_seed1355763.csv");
        var random = new LegacyGauss(1355763);

        Assert.All(
            reference.Rows,
            row => Assert.All(["z0", "z1", "z2", "z3"], z => Assert.Equal(reference.Number(row, z), random.Next()))
        );
    }

    [Theory]
    [InlineData(Copy.Thinned)]
    [InlineData(Copy.Whole)]
    public void Increments_OfTheFirstMember_EqualTheReference(Copy copy)
    {
        var reference = Reference.Read(copy, "cal1.4.1_ssp", "noise_increments_3members.csv");
        var rows = reference.Rows.Where(r => reference.Whole(r, "config") == 1067884).ToList();
        var member = Calibration.Shipped.Members.ToList().IndexOf(1067884);
        var covariance = new Lodestar.Climate.Relations.EnergyBalance(
            Calibration.Shipped.EnergyBalance[member]
        ).NoiseCovariance();
        var draws = ReferenceNoise.Draws(covariance, SeedOf(1067884), rows.Count);
        var worst = new Worst(1e-9);

        for (var n = 0; n < rows.Count; n++)
        {
            for (var k = 0; k < 4; k++)
            {
                worst.Absolute(reference.Number(rows[n], $"w{k}"), draws[n][k], $"w{k} of draw {n}");
            }
        }

        worst.Holds();
    }

    [Fact]
    public void WholeEnsemble_WithTheReferencesDraws_EqualsTheReference()
    {
        var reference = Reference.Read(Copy.Whole, "cal1.4.1_ssp", "members_stochastic.csv");
        var calibration = Calibration.Shipped;
        var run = new Ensemble(calibration).Run(
            calibration.History,
            new()
            {
                Noise = ReferenceNoise.Of(calibration, SeedsOf(FairSets.Edition141), calibration.History.Years + 1),
            }
        );
        var (recent, in2020) = (run.Warming(2003, 2022), run.Warming(2020));
        var members = calibration.Members.Select((id, at) => (id, at)).ToDictionary(m => m.id, m => m.at);
        var differ = 0;

        foreach (var row in reference.Rows.Where(r => reference.Text(r, "scenario") == "ssp245"))
        {
            var member = members[reference.Whole(row, "config")];
            var difference = Math.Max(
                Math.Abs(reference.Number(row, "dT_2003_2022") - recent[member]),
                Math.Abs(reference.Number(row, "dT_2020") - in2020[member])
            );
            differ += difference > 1e-5 ? 1 : 0;
        }

        // The sign of a singular vector is the linear algebra's choice: for one member it is another one.
        Assert.InRange(differ, 0, 1);
    }

    /// <summary>Each member's seed, which the shipped table leaves out.</summary>
    internal static IReadOnlyList<uint> SeedsOf(string folder)
    {
        var file = folder == FairSets.Edition141 ? "params.csv" : "calibrated_constrained_parameters_1.4.5.csv";
        var lines = File.ReadAllLines(PublisherData.RequireFile($"{folder}/{file}")).Select(l => l.Split(','));
        var at = Array.IndexOf(lines.First(), "seed");
        return [.. lines.Skip(1).Select(l => uint.Parse(l[at], System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static uint SeedOf(int config) =>
        // As the set numbers its draws: a start and a step for each member of the prior.
        1355763 + (399 * (uint)config);
}
