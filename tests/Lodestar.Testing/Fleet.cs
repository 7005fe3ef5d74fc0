// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Testing;

/// <summary>
/// A place with forty cars, in kt a year. Ten come each year and stand for four years; the first forty, of 2018, are of
/// even ages. Half run on petrol and emit 4 kt each, half are electric and emit nothing: 80. Everything else emits 20.
/// So at the end of 2026 there stand the cars of 2023 to 2026, of which 30, 20, 10 and none are left in the years to
/// 2030: 60, 40, 20 and 0 kt. From 2031 on half of the petrol
/// cars bought would be electric, which is planned and not decided.
/// </summary>
public static class Fleet
{
    public const string Plan = """
        format: lodestar-plan@1
        id: fleet
        name: Fleet
        kind: city
        country: GB
        base_year: 2018
        inventories:
          - id: own
            file: inventory/own.csv
            title: Own inventory
            boundary: basic
            gases: [CO2]
        """;

    public const string Inventory = """
        id,category,label,unit,2018,2019,2020
        heat,I.1.1,Heat,kt CO2,20,20,20
        road,II.1.1,Road,kt CO2,80,80,80
        """;

    public const string Targets = """
        targets:
          - id: net-zero
            versions:
              - id: net-zero-2024
                kind: base-year
                stated: 2024-06-15
                base_year: 2018
                inventory: own
                scope: {sectors: all, gases: [CO2]}
                net_zero_year: 2029
        """;

    public const string Model = """
        time: {from: 2018, to: 2035}
        axes: {drive: [petrol, electric]}
        variables:
          bought_share[drive]: {unit: 1, value: {petrol: 0.5, electric: 0.5}, sums_to_one: drive, grade: observed}
          bought[drive]: {unit: vehicle/yr, value: 10 vehicle/yr * bought_share, grade: observed}
          cars[drive]: {title: Cars, unit: vehicle, stock: {initial: 20 vehicle, inflow: bought, life: "fixed(4 yr)"}, grade: observed}
          factor[drive]: {unit: kt CO2/(vehicle yr), value: {petrol: 4, electric: 0}, grade: observed}
          emissions.heat: {unit: kt CO2/yr, value: 20 kt CO2/yr, category: I.1, grade: observed}
          emissions.road: {unit: kt CO2/yr, value: sum(cars * factor over drive), category: II.1}
          emissions.total: {unit: kt CO2/yr, value: emissions.heat + emissions.road, outcome: yes}
        measures:
          subsidy:
            title: A subsidy of electric cars
            shift: {of: bought_share, from: petrol, to: electric, amount: 50 %}
            ramp: {from: 2030, to: 2031}
            controller: nation
        """;

    /// <summary>Nothing is decided.</summary>
    public const string Scenarios = """
        scenarios:
          - {id: none, title: No measures, kind: WOM, measures: none}
          - {id: decided, title: What is decided, kind: WEM, measures: none}
          - {id: planned, title: What is planned, kind: WAM, measures: all}
        """;

    public static (string Path, string Text)[] Files =>
        [
            ("plan.yaml", Plan),
            ("inventory/own.csv", Inventory),
            ("targets.yaml", Targets),
            ("model/city.yaml", Model),
            ("scenarios.yaml", Scenarios),
        ];
}
