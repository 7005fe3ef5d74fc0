// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Data.Tests.Scenarios;

/// <summary>
/// Every table adds up to the last digit shown, whatever the numbers: without − Σ effects = with, with − promised = gap,
/// lines = totals, activity + mix + intensity = difference.
/// </summary>
public sealed class ReconcilingTests
{
    private const string Plan = """
        format: lodestar-plan@1
        id: any
        name: Any
        kind: city
        country: GB
        base_year: 2020
        inventories: [{id: own, file: inventory/own.csv, boundary: basic, gases: [CO2]}]
        """;

    private const string Inventory = """
        id,category,label,unit,2020
        heat,I.1.1,Heat,kt CO2,100
        road,II.1.1,Road,kt CO2,100
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tables_OfAnyNumbers_AddUpToTheLastDigit(int seed)
    {
        var random = new Random(seed);
        var reading = Read.Plan(
            ("plan.yaml", Plan),
            ("inventory/own.csv", Inventory),
            ("model/any.yaml", Model(random)),
            ("scenarios.yaml", Scenarios(random))
        );
        Assert.Empty(reading.Model.Diagnostics);
        using var runner = reading.Runner()!;
        var set = ScenarioSet.Of(reading.Plan.Scenarios, runner.Model);
        Assert.Empty(set.Diagnostics);
        var runs = set.Cases.Select(c => runner.Run(c)!).ToList();
        var report = PlanOutlook.WedgesOf(runner, set.Planned)!;
        var byController = PlanOutlook.WedgesByController(runner, set.Planned)!;
        for (var trial = 0; trial < 20; trial++)
        {
            var decimals = random.Next(0, 5);
            var scale = Math.Pow(10, random.Next(-3, 4));
            var from = random.Next(2020, 2041);
            var to = random.Next(from, 2041);
            var limit = random.NextDouble() * 300;
            foreach (var attributed in new[] { report, byController })
            {
                var table = EffectTable.Of(
                    attributed,
                    runs[0],
                    runner.Model.Factor,
                    scale,
                    (from, to),
                    decimals,
                    limit
                )!;

                Assert.Equal(table.With, table.Without - table.Rows.Sum(r => r.Amount));
                Assert.Equal(table.Gap, table.With - table.Limit);
                Near(runs[2].Sum(from, to) * scale, table.With, decimals);
                Near(runs[0].Sum(from, to) * scale, table.Without, decimals);
                Assert.Equal(attributed.Effects.Length, table.Rows.Count(r => r.FirstIn is not null));
                // What the scenario sets beside its measures has a row of its own.
                Assert.Contains(table.Rows, r => r.FirstIn is null);
            }

            Compared(runner, runs[1], runs[2], (from, to), scale, decimals);
            if (from < to)
            {
                Changed(runner, runs[2], (from, to), scale, decimals);
            }
        }
    }

    private static void Compared(
        ScenarioRunner runner,
        ScenarioRun a,
        ScenarioRun b,
        (int From, int To) years,
        double scale,
        int decimals
    )
    {
        var compared = ScenarioComparison.Of(a, b, years, scale, decimals)!;
        foreach (var rows in new[] { compared.Sectors, compared.Gases })
        {
            Assert.Equal(compared.Total.A, rows.Sum(r => r.A));
            Assert.Equal(compared.Total.B, rows.Sum(r => r.B));
            Assert.Equal(compared.Total.Difference, rows.Sum(r => r.Difference));
        }

        var year = ScenarioComparison.Of(a, b, (years.To, years.To), scale, decimals)!;
        var causes = ScenarioCauses.Of(runner.Model, year, scale);
        Assert.Equal(["I", "II"], causes.Select(c => c.Sector));
        Assert.All(
            causes,
            cause => Assert.Equal(year.Sectors.Single(s => s.Key == cause.Sector).Difference, cause.Difference)
        );
    }

    private static void Changed(
        ScenarioRunner runner,
        ScenarioRun run,
        (int From, int To) years,
        double scale,
        int decimals
    )
    {
        var change = ScenarioChange.Of(runner.Model, run, years, scale, decimals)!;
        ChangeRow[] rows = [.. change.Sectors];
        Assert.Equal(["I", "II", null], rows.Select(r => r.Sector));
        foreach (
            var column in new Func<ChangeRow, decimal>[]
            {
                r => r.Before,
                r => r.Activity,
                r => r.Mix,
                r => r.Intensity,
                r => r.Other,
                r => r.After,
            }
        )
        {
            Assert.Equal(column(change.Total), rows.Sum(column));
        }

        Near(run.At(years.From)!.Value * scale, change.Total.Before, decimals);
        Near(run.At(years.To)!.Value * scale, change.Total.After, decimals);
    }

    // Each number is its own, rounded one way or the other.
    private static void Near(double exact, decimal shown, int decimals) =>
        Assert.True(Math.Abs((double)shown - exact) <= Math.Pow(10, -decimals) * (0.5 + 1e-6), $"{exact}: {shown}");

    private static string Model(Random random)
    {
        string Number(double low, double high) =>
            (low + (random.NextDouble() * (high - low))).ToString("0.000", CultureInfo.InvariantCulture);
        string Ramp() => $"ramp: {{from: {random.Next(2020, 2028)}, to: {random.Next(2029, 2040)}}}";
        return $$$"""
            time: {from: 2020, to: 2040}
            axes: {fuel: [gas, electricity]}
            variables:
              people: {unit: person, value: {{{Number(1000, 9e5)}}}}
              heat_each: {unit: kWh/(person yr), value: {{{Number(1000, 9000)}}}}
              share[fuel]: {unit: 1, value: {gas: 0.9, electricity: 0.1}, sums_to_one: fuel}
              factor[fuel]: {unit: kg CO2/kWh, value: {gas: {{{Number(0.1, 0.4)}}}, electricity: {{{Number(
                0.01,
                0.3
            )}}}}}
              demand: {unit: 1, value: 1, range: [0.5, 2]}
              kilometres: {unit: km/yr, value: {{{Number(1e8, 9e8)}}} km/yr * demand}
              per_km: {unit: kg CO2/km, value: {{{Number(0.1, 0.3)}}}}
              emissions.homes[fuel]: {unit: kt CO2/yr, value: people * heat_each * share * factor, category: I.1}
              emissions.road: {unit: kt CO2/yr, value: kilometres * per_km, category: II.1}
              total: {unit: kt CO2/yr, value: sum(emissions.homes over fuel) + emissions.road + 3 kt CO2/yr, outcome: yes}
            measures:
              save: {scale: {of: heat_each, amount: {{{Number(0.5, 1.2)}}}}, {{{Ramp()}}}, controller: a}
              pumps: {shift: {of: share, from: gas, to: electricity, amount: {{{Number(
                10,
                90
            )}}} %}, {{{Ramp()}}}, controller: a}
              buses: {scale: {of: kilometres, amount: {{{Number(0.5, 1.1)}}}}, {{{Ramp()}}}, controller: b}
              cleaner: {scale: {of: per_km, amount: {{{Number(0.3, 1.1)}}}}, {{{Ramp()}}}}
            """;
    }

    private static string Scenarios(Random random) =>
        $$$"""
            scenarios:
              - {id: none, title: None, kind: WOM, measures: none}
              - {id: some, title: Some, kind: WEM, measures: [save], settings: {demand: 1.1}}
              - {id: more, title: More, kind: WAM, measures: all, settings: {demand: {{{(
                0.6 + (random.NextDouble() * 0.3)
            ).ToString("0.00", CultureInfo.InvariantCulture)}}}}, strength: {pumps: {{{random.Next(20, 90)}}} %}}
            """;
}
