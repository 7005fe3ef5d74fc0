// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Formula;
using Lodestar.Planning.Attribution;

namespace Lodestar.Domain.Tests.Attribution;

public sealed class DecompositionTests
{
    private const string Town = """
        axis fuel = electricity gas oil
        people : person = {2020: 1000, 2030: 1200} | between: linear
        area : m2/person = 40
        need : kWh/(m2 yr) = {2020: 120, 2030: 90} | between: linear
        shares[fuel] : 1 = {electricity 2020: 0.2, electricity 2030: 0.6, gas 2020: 0.5, gas 2030: 0.4, oil 2020: 0.3, oil 2030: 0} | between: linear; sums_to_one: fuel
        efficiency[fuel] : 1 = {electricity: 3, gas: 0.9, oil: 0.8}
        heat : kWh/yr = people * area * need
        use[fuel] : kWh/yr = heat * shares / efficiency
        factor[fuel] : g CO2e/kWh = {electricity 2020: 50, electricity 2030: 10, gas 2020: 200, gas 2030: 200, oil 2020: 270, oil 2030: 270} | between: linear
        emissions : t CO2e/yr = sum(use * factor over fuel) | category: I.1; outcome
        waste : t CO2e/yr = 5 t CO2e/yr + people * 0.01 t CO2e/(person yr) | category: III.1; outcome
        renamed : t CO2e/yr = emissions | category: I.2; outcome
        measure insulate = scale need by 0.8 in 2022..2026
        """;

    [Fact]
    public void Of_ProductOverAnAxis_FindsTheChainFromPeopleToFactor()
    {
        var lines = FactorLine.Of(ShortModel.Bind(Town));

        Assert.Equal(
            "people:Activity, area:Intensity, need:Intensity, shares:Mix, efficiency:Intensity, factor:Intensity",
            Text(lines.Single(l => l.Line.Name == "emissions"))
        );
        Assert.Equal("waste:Itself", Text(lines.Single(l => l.Line.Name == "waste")));
    }

    [Fact]
    public void Terms_OfEveryLine_AddUpToTheLine()
    {
        var model = ShortModel.Bind(Town);
        var run = model.Run();
        foreach (var line in FactorLine.Of(model))
        {
            for (var year = 2020; year <= 2030; year++)
            {
                var change = Decomposition.Between(line, run, 2020, run, year);
                Assert.Equal(run.In(model, line.Line.Name, year).Sum(), change.After, 1e-9);
                Assert.Equal(change.After - change.Before, change.Contributions.Sum(c => c.Contribution), 1e-9);
            }
        }
    }

    [Fact]
    public void Between_TwoYears_GivesWhatTheFormulaGives()
    {
        var model = ShortModel.Bind(Town);
        var run = model.Run();
        var line = FactorLine.Of(model.Find("emissions")!);
        var change = Decomposition.Between(line, run, 2020, run, 2030);

        // By hand for people, fuel by fuel: L(E¹, E⁰) · ln 1.2. Oil goes to 0 by its share: none of it is people's.
        var expected = 0.0;
        var (before, after) = (Emissions(0.2, 50, 3, 1000, 120), Emissions(0.6, 10, 3, 1200, 72));
        expected += (after - before) / Math.Log(after / before) * Math.Log(1.2);
        (before, after) = (Emissions(0.5, 200, 0.9, 1000, 120), Emissions(0.4, 200, 0.9, 1200, 72));
        expected += (after - before) / Math.Log(after / before) * Math.Log(1.2);
        Assert.Equal(expected, change.Of(FactorKind.Activity), 1e-9);
        Assert.Equal(0, change.Contributions.Single(c => c.Factor.Name == "area").Contribution);
        Assert.InRange(change.Of(FactorKind.Mix), -change.Before, -1);
        var table = change.Table(0)!;
        Assert.Equal(table.After, table.Before - table.Parts.Sum());

        static double Emissions(double share, double factor, double efficiency, double people, double need) =>
            people * 40 * need * share / efficiency * factor / 1e6;
    }

    /// <summary>A total that a measure lowers is less activity: it once counted as intensity.</summary>
    [Fact]
    public void Of_ATotalThatAMeasureScales_CallsWhatTheMeasureDoesActivity()
    {
        var model = ShortModel.Bind(
            """
            traffic : km/yr = 1000
            per_km : kg CO2/km = 0.2
            road : kg CO2/yr = traffic * per_km | category: II.1; outcome
            measure buses = scale traffic by 0.75 in 2022..2026
            measure engines = scale per_km by 0.5 in 2022..2026
            """
        );
        var change = Decomposition.OverYears(
            FactorLine.Of(model.Find("road")!),
            model.Run(("measures.engines", 0)),
            2020,
            2030
        );

        // Nothing but traffic changes: 200 · 0.25 less.
        Assert.Equal(-50, change.Of(FactorKind.Activity), 1e-9);
        Assert.Equal(0, change.Of(FactorKind.Intensity), 1e-9);
    }

    [Fact]
    public void Between_TwoScenarios_NamesWhatTheMeasureChanges()
    {
        var model = ShortModel.Bind(Town);
        var (with, without) = (model.Run(), model.Run(("measures.insulate", 0)));
        var change = Decomposition.Between(FactorLine.Of(model.Find("emissions")!), without, 2030, with, 2030);

        // The need for heat is a fifth less, and nothing else differs.
        Assert.Equal(0.8 * change.Before, change.After, 1e-9);
        Assert.All(
            change.Contributions,
            c => Assert.Equal(c.Factor.Name == "need" ? change.After - change.Before : 0, c.Contribution, 1e-9)
        );
    }

    [Fact]
    public void OverYears_StepByStep_LeavesNoResidual()
    {
        var model = ShortModel.Bind(Town);
        var run = model.Run();
        var line = FactorLine.Of(model.Find("emissions")!);
        var chained = Decomposition.OverYears(line, run, 2020, 2030);
        var ends = Decomposition.Between(line, run, 2020, run, 2030);

        Assert.Equal(chained.After - chained.Before, chained.Contributions.Sum(c => c.Contribution), 1e-9);
        Assert.Equal(ends.After, chained.After);
        Assert.NotEqual(ends.Of(FactorKind.Mix), chained.Of(FactorKind.Mix), 1e-3);
    }

    [Theory]
    [InlineData("people * 0.01 t CO2e/(person yr)", "x:Itself")]
    [InlineData("people * per * 2", "people:Activity, per:Intensity")]
    [InlineData("-people * per", "people:Activity, per:Intensity")]
    [InlineData("max(people, 5 person) * per", "max(people, 5 person):Intensity, per:Intensity")]
    [InlineData("sum(each over kind) * per", "people:Activity, split:Mix, per:Intensity")]
    [InlineData("people * split[a] * per", "people:Activity, split:Mix, per:Intensity")]
    [InlineData("previous(people, 5 person) * per", "people:Activity, per:Intensity")]
    [InlineData(
        "per * sum(each over kind) * (sum(each over kind) / people)",
        "per:Intensity, people:Activity, split:Mix, sum(each over kind):Intensity, people:Intensity"
    )]
    public void Of_AnyFormula_NamesItsFactors(string formula, string expected)
    {
        var model = ShortModel.Bind(
            $$"""
            axis kind = a b
            people : person = year * 1 person
            per : t CO2e/(person yr) = 0.01 * year / 2020 * 1 t CO2e/(person yr)
            split[kind] : 1 = {a 2020: 0.3, a 2030: 0.6, b 2020: 0.7, b 2030: 0.4} | between: linear; sums_to_one: kind
            each[kind] : person = people * split
            x : t CO2e/yr = {{formula}} | category: I.1; outcome
            """
        );
        var line = FactorLine.Of(model.Find("x")!);
        var run = model.Run();

        Assert.Equal(expected, Text(line));
        var change = Decomposition.Between(line, run, 2020, run, 2030);
        Assert.Equal(run.In(model, "x", 2030)[0], change.After, 1e-9);
        Assert.Equal(run.In(model, "x", 2020)[0], change.Before, 1e-9);
    }

    private static string Text(FactorLine line) => string.Join(", ", line.Factors.Select(f => $"{f.Name}:{f.Kind}"));
}
