// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Attribution;

namespace Lodestar.Data.Tests.Model;

/// <summary>
/// The twelve levers of the benchmark's city, each against 0, in net emissions from 1990 to the start of
/// 2100. The table was computed with another engine and another implementation of Shapley values, to 0.001 Mt.
/// </summary>
public sealed class CityAttributionTests
{
    private static readonly string[] Names =
    [
        "l_retro",
        "l_hp",
        "l_grid",
        "l_dh",
        "l_mode",
        "l_ev",
        "l_waste",
        "l_lfg",
        "l_eff",
        "l_pv",
        "l_ind",
        "l_aff",
    ];

    public static TheoryData<string, double, double, double> Table =>
        new()
        {
            { "l_waste", 5.363, 7.126, 3.600 },
            { "l_lfg", 11.799, 13.561, 10.036 },
            { "l_ev", 2.820, 2.690, 2.948 },
            { "l_ind", 4.147, 4.147, 4.147 },
            { "l_eff", 1.515, 2.257, 0.773 },
            { "l_mode", 0.140, 0.219, 0.060 },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_TwelveLeversOfTheCity_GivesTheTableOfThePeers(
        string lever,
        double shapley,
        double first,
        double last
    )
    {
        var effect = Report(["cumulative"], 16).Of(0, 2100, 2100).Single(e => e.Id == lever);

        Assert.Equal(shapley, effect.Shapley / 1000, 0.0006);
        Assert.Equal(first, effect.FirstIn / 1000, 0.0006);
        Assert.Equal(last, effect.LastIn / 1000, 0.0006);
    }

    [Fact]
    public void Of_TwelveLeversOfTheCity_GivesTheSumsOfThePeers()
    {
        var report = Report(["cumulative"], 16);
        var effects = report.Of(0, 2100, 2100);

        Assert.Equal(53.470, effects.Sum(e => e.Shapley) / 1000, 0.0006);
        Assert.Equal(61.920, effects.Sum(e => e.FirstIn) / 1000, 0.0006);
        Assert.Equal(45.160, effects.Sum(e => e.LastIn) / 1000, 0.0006);
        Assert.Equal(4096, report.Runs);
        Assert.Equal(report.Without(0, 2100, 2100) - report.With(0, 2100, 2100), effects.Sum(e => e.Shapley), 1e-6);
    }

    [Fact]
    public void Of_EmissionsBeforeOffsets_AreSharedOutInThreeParts()
    {
        // Heat, transport and electricity meet in the grid; waste and its gas in the landfill; industry stands alone.
        var split = Report(["gross"], 16);

        Assert.Equal((3, 256 + 4 + 2 + 2), (split.Parts, split.Runs));
        // Offsets take the same 50 kt in all coalitions, so that those of net emissions are the same but for the sinks.
        var whole = Report(["net"], 16);
        Assert.Equal((1, 4096), (whole.Parts, whole.Runs));
        Assert.All(
            split.Of(0, 1990, 2100).Zip(whole.Of(0, 1990, 2100)).Where(e => e.First.Id != "l_aff"),
            e => Assert.Equal(e.Second.Shapley, e.First.Shapley, 1e-6)
        );
    }

    [Fact]
    public void Of_TwelveLeversSampled_IsNearTheExactValues()
    {
        var exact = Report(["cumulative"], 16).Of(0, 2100, 2100);
        var sampled = Report(["cumulative"], 4).Of(0, 2100, 2100);

        // Of 53.5 Mt; the notes of the peers have 0.003 Mt for as many pairs.
        Assert.All(exact.Zip(sampled), e => Assert.Equal(e.First.Shapley, e.Second.Shapley, 30.0));
        Assert.Equal(exact.Sum(e => e.Shapley), sampled.Sum(e => e.Shapley), 1e-6);
    }

    internal static AttributionReport Report(string[] outputs, int mostExact)
    {
        var model = CityTests.Model();
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled });
        return Attributing.Of(
            engine,
            new AttributionWish(Players(model), [.. outputs.Select(o => model.Find(o)!)])
            {
                MostExact = mostExact,
                Threads = 2,
            }
        )!;
    }

    private static ImmutableArray<Player> Players(BoundModel model) =>
        [
            .. Names
                .Select(n => model.Parameters.Single(p => p.Name == n))
                .Select(p => new Player(p.Name, [new Lever(p, p.Central)])),
        ];
}
