// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Domain.Tests.Formula;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class AttributingTests
{
    private static readonly EngineOptions Interpreted = new() { Mode = EngineMode.Interpreted };

    /// <summary>Two measures on one pool of heat, one on cars, one that changes nothing that is asked for.</summary>
    private const string Town = """
        heat : GWh/yr = 100
        factor : kt CO2e/GWh = 0.2
        cars : kt CO2e/yr = 10
        drive : kt CO2e/yr = 1 * cars
        trees : ha = 5
        total : kt CO2e/yr = heat * factor + drive | outcome
        measure insulate = scale heat by 0.5
        measure clean = scale factor by 0.4
        measure cycle = scale drive by 0.7
        measure plant = add trees by 3 ha
        """;

    [Fact]
    public void Of_ByHand_GivesEveryNumber()
    {
        // Heat: 20 alone, 10 insulated, 8 clean, 4 with both. φ(insulate) = ½·10 + ½·4 = 7, φ(clean) = ½·12 + ½·6 = 9.
        // Cars: 10 → 7, so φ(cycle) = 3. Without 30, with 4 + 7 = 11; 30 − 7 − 9 − 3 = 11.
        var model = ShortModel.Bind(Town);
        var report = Report(
            model,
            new AttributionWish(Player.OfMeasures(model, Settings.None), [model.Find("total")!])
        );

        var effects = report.Of(0, 2025, 2025).ToDictionary(e => e.Id);

        Assert.Equal(30, report.Without(0, 2025, 2025), 1e-12);
        Assert.Equal(11, report.With(0, 2025, 2025), 1e-12);
        AssertClose((7, 10, 4), effects["insulate"]);
        AssertClose((9, 12, 6), effects["clean"]);
        AssertClose((3, 3, 3), effects["cycle"]);
        AssertClose((0, 0, 0), effects["plant"]);
        Assert.Equal(-6, report.Interaction(0, 1, 0, 2025, 2025)!.Value, 1e-12);
        Assert.Equal(0, report.Interaction(0, 2, 0, 2025, 2025));
        Assert.True(report.IsExact);
        Assert.True(report.IsFinite);
        // Heat is one part with four coalitions, cars one with two; nobody and everybody once more.
        Assert.Equal((2, 8), (report.Parts, report.Runs));
    }

    [Fact]
    public void Of_SeveralYears_AddsUpOverYears()
    {
        var model = ShortModel.Bind(Town);
        var report = Report(
            model,
            new AttributionWish(Player.OfMeasures(model, Settings.None), [model.Find("total")!])
        );

        Assert.Equal(11 * 7.0, report.Of(0, 2020, 2030)[0].Shapley, 1e-10);
        var table = report.Table(0, 2020, 2030, 0)!;
        Assert.Equal(table.After, table.Before - table.Parts.Sum());
    }

    [Fact]
    public void OfMeasures_InAScenario_LeavesOutWhatIsOff()
    {
        var model = ShortModel.Bind(Town);
        var clean = model.Parameters.Single(p => p.Name == "measures.clean");
        var cycle = model.Parameters.Single(p => p.Name == "measures.cycle");
        var scenario = Settings.None.With(clean, 0).With(cycle, 0.5);
        var wish = new AttributionWish(Player.OfMeasures(model, scenario), [model.Find("total")!])
        {
            Scenario = scenario,
        };
        var report = Report(model, wish);

        // Insulating takes half of 20, cycling at half strength half of 3.
        Assert.Equal(
            [("insulate", 10.0), ("cycle", 1.5), ("plant", 0.0)],
            report.Of(0, 2020, 2020).Select(e => (e.Id, Math.Round(e.Shapley, 12)))
        );
    }

    [Fact]
    public void Grouped_MeasuresOfOneController_ActTogether()
    {
        var model = ShortModel.Bind(Town);
        var players = Player.Grouped(
            Player.OfMeasures(model, Settings.None),
            id => id is "insulate" or "clean" ? "owners" : "city"
        );
        var report = Report(model, new AttributionWish(players, [model.Find("total")!]));

        Assert.Equal(
            [("owners", 16.0), ("city", 3.0)],
            report.Of(0, 2020, 2020).Select(e => (e.Id, Math.Round(e.Shapley, 12)))
        );
    }

    [Fact]
    public void Of_NobodyChangesAnything_HasNoEffects()
    {
        var model = ShortModel.Bind(Town);
        var report = Report(model, new AttributionWish(Player.OfMeasures(model, Settings.None), [model.Find("cars")!]));

        Assert.All(report.Of(0, 2020, 2030), e => Assert.Equal(0, e.Shapley));
        Assert.Equal((0, 2), (report.Parts, report.Runs));
        Assert.Equal(report.Without(0, 2020, 2030), report.With(0, 2020, 2030));
    }

    [Fact]
    public void Of_OutputsThatDoNotFitTogether_AreComputedOneByOne()
    {
        var model = ShortModel.Bind(Town);
        var outputs = ImmutableArray.Create(model.Find("total")!, model.Find("drive")!);
        var wish = new AttributionWish(Player.OfMeasures(model, Settings.None), outputs);
        var whole = Report(model, wish);
        // Four coalitions of eleven years: 352 bytes an output.
        var split = Report(model, wish with { MostBytes = 400 });

        Assert.Equal(whole.Of(0, 2020, 2030), split.Of(0, 2020, 2030));
        Assert.Equal(whole.Of(1, 2020, 2030), split.Of(1, 2020, 2030));
        using var engine = new Engine(model, Interpreted);
        Assert.Null(Attributing.Of(engine, wish with { MostBytes = 100 }));
    }

    [Fact]
    public void Of_MorePlayersThanExact_SamplesWithAStandardError()
    {
        var (model, players) = Overlapping(9);
        var wish = new AttributionWish(players, [model.Find("total")!]);
        var exact = Report(model, wish).Of(0, 2025, 2025);
        var report = Report(model, wish with { MostExact = 4, Pairs = 400 });
        var sampled = report.Of(0, 2025, 2025);

        Assert.False(report.IsExact);
        Assert.Equal(400, report.Pairs);
        for (var i = 0; i < exact.Length; i++)
        {
            Assert.Null(exact[i].StandardError);
            Assert.Equal(exact[i].FirstIn, sampled[i].FirstIn, 1e-12);
            Assert.Equal(exact[i].LastIn, sampled[i].LastIn, 1e-12);
            // Five standard errors: one sample in a million, and the seed is fixed.
            Assert.InRange(
                sampled[i].Shapley,
                exact[i].Shapley - (5 * sampled[i].StandardError!.Value) - 1e-12,
                exact[i].Shapley + (5 * sampled[i].StandardError!.Value) + 1e-12
            );
            Assert.InRange(sampled[i].StandardError!.Value, 0, 0.05 * Math.Abs(exact[i].Shapley));
        }

        // Every order alone adds up to the whole.
        Assert.Equal(report.Without(0, 2025, 2025) - report.With(0, 2025, 2025), sampled.Sum(e => e.Shapley), 1e-10);
        // A sampled table of interactions is as exact as any.
        var all = Report(model, wish);
        Assert.Equal(
            all.Interaction(2, 7, 0, 2025, 2025)!.Value,
            report.Interaction(7, 2, 0, 2025, 2025)!.Value,
            1e-12
        );
        Assert.Null(
            Report(model, wish with { MostExact = 4, Pairs = 2, WithInteractions = false })
                .Interaction(0, 1, 0, 2025, 2025)
        );
    }

    [Fact]
    public void Of_OnAnyNumberOfThreadsInAnyMode_GivesTheSameBits()
    {
        var (model, players) = Overlapping(7);
        var wish = new AttributionWish(players, [model.Find("total")!]);
        var one = Report(model, wish).Of(0, 2020, 2030);
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled });

        Assert.Equal(one, Attributing.Of(engine, wish with { Threads = 3 })!.Of(0, 2020, 2030));
    }

    [Fact]
    public void Parts_OfThirtyMeasuresInThreeParts_TakesThreeTimesTwoToTheTenRuns()
    {
        var lines = new List<string>();
        for (var part = 0; part < 3; part++)
        {
            lines.Add($"use{part} : kt CO2e/yr = {100 + part}");
            lines.AddRange(Enumerable.Range(0, 10).Select(m => $"measure m{part}_{m} = scale use{part} by 0.9"));
        }

        lines.Add("total : kt CO2e/yr = use0 + use1 + use2 | outcome");
        var model = ShortModel.Bind(string.Join('\n', lines), 2020, 2020);
        var wish = new AttributionWish(Player.OfMeasures(model, Settings.None), [model.Find("total")!]);

        var report = Report(model, wish);

        // And two, for nobody and everybody of all three.
        Assert.Equal((3, 3072 + 2), (report.Parts, report.Runs));
        // Ten equal measures share what they do together: use · (1 − 0.9¹⁰) / 10.
        Assert.Equal(101 * (1 - Math.Pow(0.9, 10)) / 10, report.Of(0, 2020, 2020)[15].Shapley, 1e-12);
    }

    internal static AttributionReport Report(BoundModel model, AttributionWish wish)
    {
        using var engine = new Engine(model, Interpreted);
        return Attributing.Of(engine, wish)!;
    }

    /// <summary>Measures of different strength on one pool, half of them on its factor too.</summary>
    private static (BoundModel Model, ImmutableArray<Player> Players) Overlapping(int count)
    {
        var lines = new List<string>
        {
            "use : GWh/yr = (year - 1920) * 1 GWh/yr",
            "factor : kt CO2e/GWh = 0.2",
            "total : kt CO2e/yr = use * factor | outcome",
        };
        lines.AddRange(
            Enumerable
                .Range(0, count)
                .Select(m => $"measure m{m} = scale {(m % 2 == 0 ? "use" : "factor")} by 0.{9 - m}")
        );
        var model = ShortModel.Bind(string.Join('\n', lines));
        return (model, Player.OfMeasures(model, Settings.None));
    }

    private static void AssertClose((double Shapley, double First, double Last) expected, EffectOverYears actual)
    {
        Assert.Equal(expected.Shapley, actual.Shapley, 1e-12);
        Assert.Equal(expected.First, actual.FirstIn, 1e-12);
        Assert.Equal(expected.Last, actual.LastIn, 1e-12);
        Assert.Null(actual.StandardError);
    }
}
