// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.App.Tests.Scenarios;

/// <summary>
/// A place whose numbers are round, in kt a year. Homes: 200,000 people · 15,000 kWh · 0.2 kg/kWh = 600; roads 400.
/// By 2050 insulation saves a fifth of the heat, and half of the heat has moved from gas to electricity at 0.1 kg/kWh:
/// 3,000 GWh · 0.8 · (0.5 · 0.2 + 0.5 · 0.1) = 360. Buses take a quarter of the road's, a new road adds a tenth:
/// 400 · 0.75 · 1.1 = 330. So 1,000 without measures, 900 with buses alone, 690 with all.
/// </summary>
internal static class Brook
{
    public const string Id = "brook";

    public const string Plan = """
        format: lodestar-plan@1
        id: brook
        name: Brook
        kind: city
        country: GB
        base_year: 2015
        inventories:
          - id: own
            file: inventory/own.csv
            title: Own inventory
            boundary: basic
            gases: [CO2]
        """;

    public const string Inventory = """
        id,category,label,unit,2015,2016,2017,2018,2019,2020
        heat,I.1.1,Heat,kt CO2,650,640,630,620,610,600
        road,II.1.1,Road,kt CO2,420,416,412,408,404,400
        """;

    public const string Targets = """
        targets:
          - id: net-zero
            versions:
              - id: net-zero-2024
                kind: base-year
                stated: 2024-06-15
                base_year: 2015
                inventory: own
                scope: {sectors: all, gases: [CO2]}
                milestones:
                  - {id: m2035, year: 2035, cut: 30 %}
                net_zero_year: 2050
        """;

    public const string Model = """
        time: {from: 2020, to: 2050}
        axes: {fuel: [gas, electricity]}
        variables:
          people: {unit: person, value: 200000, grade: observed}
          heat_each: {unit: kWh/(person yr), value: "normal(15000, 450)", grade: observed}
          heat_share[fuel]: {unit: 1, value: {gas: 1, electricity: 0}, sums_to_one: fuel, grade: observed}
          factor[fuel]: {unit: kg CO2/kWh, value: {gas: 0.2, electricity: 0.1}, grade: observed}
          traffic: {unit: km/yr, value: 2000000000, grade: observed}
          road_factor: {unit: kg CO2/km, value: 0.2, grade: observed}
          emissions.homes[fuel]: {unit: kt CO2/yr, value: people * heat_each * heat_share * factor, category: I.1}
          emissions.road: {unit: kt CO2/yr, value: traffic * road_factor, category: II.1}
          emissions.total: {unit: kt CO2/yr, value: "sum(emissions.homes over fuel) + emissions.road", outcome: yes}
        measures:
          insulation:
            title: Insulation of homes
            scale: {of: heat_each, amount: 0.8}
            ramp: {from: 2026, to: 2036}
            controller: private
          heat_pumps:
            title: Heat pumps
            shift: {of: heat_share, from: gas, to: electricity, amount: 50 %}
            ramp: {from: 2026, to: 2036}
            controller: private
          buses:
            title: Buses every five minutes
            scale: {of: traffic, amount: 0.75}
            ramp: {from: 2026, to: 2036}
            controller: city
          new_road:
            title: A new ring road
            scale: {of: road_factor, amount: 1.1}
            ramp: {from: 2026, to: 2036}
            controller: nation
        """;

    public const string Scenarios = """
        scenarios:
          - {id: none, title: No measures, kind: WOM, measures: none}
          - {id: decided, title: What is decided, kind: WEM, measures: [buses]}
          - {id: planned, title: What is planned, kind: WAM, measures: all}
          - id: half
            title: Half as many heat pumps, later
            kind: what-if
            based_on: planned
            strength: {heat_pumps: 50 %}
            start: {insulation: 2030}
        """;

    public const string Actions = """
        actions:
          - {id: bus-lanes, title: Bus lanes, measures: [buses], status: on-track, owner: Transport office}
          - {id: grants, title: Grants for pumps, measures: [heat_pumps], status: late}
        """;

    public static (string Path, string Text)[] Files =>
        [
            ("plan.yaml", Plan),
            ("inventory/own.csv", Inventory),
            ("targets.yaml", Targets),
            ("model/city.yaml", Model),
            ("scenarios.yaml", Scenarios),
            ("actions.yaml", Actions),
        ];

    /// <summary>The same with one file changed; null leaves it out.</summary>
    public static (string Path, string Text)[] With(string path, string? text) =>
        [.. Files.Where(f => f.Path != path), .. text is null ? [] : new[] { (path, text) }];
}
