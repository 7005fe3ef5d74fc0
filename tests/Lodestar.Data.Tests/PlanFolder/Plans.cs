// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Data.Tests.PlanFolder;

/// <summary>Small plans for tests, and a plan as text so that two can be compared by what they say.</summary>
internal static class Plans
{
    public const string PlanYaml = """
        format: lodestar-plan@1
        id: glasgow
        name: Glasgow            # the city
        kind: city
        country: GB
        codes: {gss: S12000049}
        base_year: 2006
        horizon: 2045
        gwp_set: AR5
        currency: GBP
        area: 176.36 km2
        population: data/population.csv
        cycles: {inventory: 1 yr, targets: 5 yr}
        inventories:
          - id: la-subset
            file: inventory/la-subset.csv
            title: Emissions within the influence of the local authority
            publisher: UK Government
            protocol: UK local authority statistics
            boundary: basic
            gases: [CO2]
            published: 2022-06-30
            source: uk-la-2022

        # where the figures come from
        sources:
          - id: uk-la-2022
            title: "UK local authority carbon dioxide emissions"
            edition: 2005 to 2020
            licence: OGL-UK-3.0
            url: https://www.gov.uk/
            retrieved: 2026-11-22

        """;

    public const string Inventory = """
        id,category,label,fuel,role,unit,source,quality,uncertainty,kind,note,2005,2006,2007
        domestic-gas,I.1.1,Domestic gas,gas,,kt CO2,uk-la-2022,high,5 %,reported,,696.66,665.61,639.93
        rail,II.2.1,"Rail, all",diesel,,kt CO2,,,,,,NE,,IE:II.1.1
        all,total,All sectors,,total,kt CO2,,,,,,3874.29,3866.3,3763.5

        """;

    public const string Population = """
        id,unit,2005,2006,2007
        people,person,577090,578790,581940

        """;

    public const string Targets = """
        targets:
          - id: net-zero
            title: Net zero carbon city
            versions:
              - id: net-zero-2021
                kind: base-year
                stated: 2021-06-15
                form: policy-document
                base_year: 2006
                base_level: 3866 kt CO2
                inventory: la-subset
                scope:
                  sectors: all
                  gases: [CO2, CH4, N2O]
                  scopes: [1, 2]
                  international_transport: no
                  credits: yes
                milestones:
                  - {id: m2020, year: 2020, cut: 30 %}
                  - {id: m2025, year: 2025, level: 1500 kt CO2}
                net_zero_year: 2030
                residual: 0 kt CO2
                path: {unit: kt CO2, values: {2021: 1750, 2025: 1000, 2030: 0}}
                review: 5 yr
                independent_oversight: no
                source: uk-la-2022

        """;

    /// <summary>One target of every kind, two accounts of one goal, and every key that targets.yaml has.</summary>
    public const string EveryKind = """
        targets:
          - id: ndc
            title: Nationally determined contribution
            versions:
              - id: ndc-2021
                kind: base-year
                stated: 2021-06-15
                form: law
                base_year: 2006
                scope:
                  sectors: [I, II.1]
                  international_aviation: no
                  international_shipping: partly
                  territorial: yes
                  consumption: no
                  credits: partly
                  separate_removals: yes
                milestones:
                  - {id: m2030, year: 2030, cut: 30 %, conditional: 45 %, condition: Support from abroad}
                net_zero_year: 2050
                residual: {level: 100 kt CO2}
                removals: 80 kt CO2
                credits: {maximum: 20 %, conditions: [high integrity, no avoided emissions]}
                statements:
                  plan: yes
                  plan_contents: [expected reductions, review schedule]
                  reporting: annual
                  equity: yes
                  accountability: partly
                  historical_emissions: no
                  removals: nature-and-storage
          - id: tracker
            account_of: ndc
            versions:
              - {id: as-tracked, kind: base-year, stated: 2022, form: achieved-validated, net_zero_year: 2045}
          - id: per-gdp
            versions:
              - id: v1
                kind: intensity
                stated: 2016
                per: gdp
                base_intensity: 0.4 kt CO2e/MUSD_2017
                milestones:
                  - {id: m2030, year: 2030, cut: 40 %, conditional: 0.2 kt CO2e/MUSD_2017}
                  - {id: m2035, year: 2035, intensity: 0.1 t CO2e/kUSD_2017}
          - id: per-person
            versions:
              - id: v1
                kind: intensity
                stated: 2016
                milestones:
                  - {id: m2030, year: 2030, intensity: 4 t CO2e/(person yr)}
                residual: 1 t CO2e/person
          - id: off-baseline
            versions:
              - id: v1
                kind: below-baseline
                stated: 2015
                baseline: {unit: kt CO2e, values: {2025: 4500, 2030: 5000}}
                milestones:
                  - {id: m2030, year: 2030, cut: 29 %, conditional: {level: 3000 kt CO2e}}
          - id: budget
            versions:
              - id: first
                kind: budget
                stated: 2009
                budget: {amount: 12 Mt CO2e, from: 2018, to: 2022, account: net}
              - id: second
                kind: budget
                stated: 2011
                budget: {amount: 10 Mt CO2e, from: 2023, to: 2027, account: ets-adjusted, carry_over: 88 kt CO2e}

        """;

    public static PlanFiles Good { get; } =
        Files(
            ("plan.yaml", PlanYaml),
            ("inventory/la-subset.csv", Inventory),
            ("data/population.csv", Population),
            ("targets.yaml", Targets)
        );

    public static PlanFiles Files(params (string Path, string Text)[] files) =>
        new(files.Select(f => KeyValuePair.Create(f.Path, Bytes(f.Text))));

    public static PlanFiles With(string path, string text) => Good.With(path, Bytes(text));

    /// <summary>The good plan with one text in one file replaced; the text must stand there.</summary>
    public static PlanFiles Changed(string path, string old, string text)
    {
        var before = Text(Good, path);
        Assert.Contains(old, before, StringComparison.Ordinal);
        return With(path, before.Replace(old, text, StringComparison.Ordinal));
    }

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(PlanFiles files, string path)
    {
        Assert.True(files.TryGet(path, out var bytes), $"{path} is missing");
        return Encoding.UTF8.GetString(bytes.Span);
    }

    public static Diagnostic Single(PlanReading reading, string id) =>
        Assert.Single(reading.Diagnostics, d => d.Id == id);

    /// <summary>What a plan says, without the places where it says so. Missing cells and absent years say the same.</summary>
    public static string Said(Plan plan)
    {
        var said = new StringBuilder();
        var codes = string.Join(", ", plan.Codes.OrderBy(c => c.Key, StringComparer.Ordinal));
        said.AppendLine(
            CultureInfo.InvariantCulture,
            $"{plan.Id} | {plan.Name} | {plan.Kind} | {plan.Country} | {codes}"
        );
        said.AppendLine(
            CultureInfo.InvariantCulture,
            $"{plan.BaseYear} {plan.Horizon} {plan.GwpSet.Id} {plan.Currency}"
        );
        said.AppendLine(CultureInfo.InvariantCulture, $"{Of(plan.Area)} {plan.Cycles} {Of(plan.Population)}");
        foreach (var source in plan.Sources)
        {
            said.AppendLine(source.ToString());
        }

        foreach (var i in plan.Inventories)
        {
            var head = i with
            {
                Rows = EquatableList<Planning.Inventory.InventoryRow>.Empty,
                Gases = EquatableList<string>.Empty,
            };
            said.AppendLine(CultureInfo.InvariantCulture, $"{head} {string.Join(",", i.Gases)}");
            foreach (var r in i.Rows)
            {
                said.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {r.Id} | {r.Category} | {r.Label} | {r.Fuel} | {r.Role} | {r.Note} | {Of(r.Series)}"
                );
            }
        }

        foreach (var target in plan.Targets)
        {
            said.AppendLine(CultureInfo.InvariantCulture, $"{target.Id} | {target.Title} | {target.AccountOf}");
            foreach (var version in target.Versions)
            {
                said.AppendLine(Of(version));
            }
        }

        return said.ToString();
    }

    private static string Of(TargetVersion v)
    {
        var scope = v.Scope;
        var milestones = v.Milestones.Select(m =>
            $"[{m.Id} {m.Year} {Of(m.Level)} {Of(m.Conditional)} {m.Condition} {m.Source}]"
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {v.Id} | {v.Kind} | {v.Title} | {v.StatedAs} | {v.Form} | {v.BaseYear} | {Of(v.BaseLevel)} | {v.Inventory} | "
                + $"{Of(scope.Sectors)} {Of(scope.Gases)} {Of(scope.Scopes)} {scope.InternationalTransport} {scope.Credits} "
                + $"{scope.SeparateRemovals} | {string.Join(" ", milestones)} | {v.NetZeroYear} | {Of(v.Residual)} | "
                + $"{v.IntensityBasis} {Of(v.BaseIntensity)} {Of(v.Baseline)} | {v.Budget} | {Of(v.Removals)} | "
                + $"{v.Credits.MaximumShare:R} {Of(v.Credits.Conditions)} | {Of(v.Statements)} | "
                + $"{scope.InternationalAviation} {scope.InternationalShipping} {scope.TerritorialEmissions} "
                + $"{scope.ConsumptionEmissions} | {Of(v.Path)} | {v.ReviewYears} | {v.IndependentOversight} | {v.Reason} | {v.Source}"
        );
    }

    private static string Of(TargetStatements s) =>
        $"{s.Plan} {s.Reporting} {s.Equity} {s.Accountability} {s.HistoricalEmissions} {s.Removals} {Of(s.PlanContents)}";

    private static string Of<T>(EquatableList<T>? list) => list is null ? "-" : $"[{string.Join(",", list)}]";

    private static string Of(Level? level) =>
        level switch
        {
            Level.Fixed f => Of(f.Amount),
            Level.PerUnit p => "per " + Of(p.Amount),
            Level.Cut c => string.Create(CultureInfo.InvariantCulture, $"cut {c.Share:R}"),
            _ => "-",
        };

    private static string Of(Units.Quantity? q) =>
        q is { } quantity
            ? string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:R} {quantity.Unit.Symbol}")
            : "-";

    private static string Of(YearSeries? series) =>
        series is null
            ? "-"
            : $"{series.Unit.Symbol}: "
                + string.Join(
                    " ",
                    series
                        .Cells.Where(c => c.Cell.Kind != CellKind.Missing)
                        .Select(c => $"{c.Year}={c.Cell}{Of(c.Provenance)}")
                );

    private static string Of(Provenance p) =>
        p == default
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"({p.Source},{p.Quality},{p.Uncertainty:R},{p.Kind})");
}
