// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Testing;

/// <summary>
/// A plan small enough to be worked out by hand: 20 kt of homes and 20 kt of roads a year from 2020 to 2030, two measures
/// on homes that overlap and one on roads. In 2030, with all of them: homes 20 · 0.4 · 0.5 = 4 kt, roads 20 · 0.5 = 10 kt.
/// </summary>
public static class TwoSectors
{
    public const string Id = "two-sectors";

    public static (string Path, string Text)[] Files { get; } =
    [
        (
            "plan.yaml",
            """
            format: lodestar-plan@1
            id: two-sectors
            name: Two Sectors
            kind: city
            country: SE
            base_year: 2020
            horizon: 2030
            inventories:
              - {id: counted, file: inventory/counted.csv, gases: [CO2], boundary: basic}
            """
        ),
        (
            "inventory/counted.csv",
            """
            id,category,unit,2020,2021,2022
            homes,I.1,kt CO2,20,20,20
            roads,II.1,kt CO2,20,20,20
            """
        ),
        (
            "targets.yaml",
            """
            targets:
              - id: zero
                title: Net zero
                versions:
                  - id: first
                    kind: base-year
                    stated: 2021
                    form: law
                    base_year: 2020
                    milestones:
                      - {id: half, year: 2027, cut: 50 %}
                    net_zero_year: 2030
                    residual: 4 kt CO2
            """
        ),
        (
            "model/city.yaml",
            """
            model: two-sectors
            time: {from: 2020, to: 2030}
            variables:
              demand: {title: Demand for heat, unit: 1, kind: intensity, value: 1, range: [0.5, 1.5]}
              homes.gas: {unit: GWh/yr, value: 100 GWh/yr * demand}
              gas_factor: {unit: kg CO2/kWh, value: "uniform(0.15, 0.25)", grade: reported}
              road.km: {unit: km/yr, value: 100000000 km/yr}
              road.factor: {unit: kg CO2/km, value: 0.2}
              emissions.homes: {title: Homes, unit: kt CO2/yr, value: homes.gas * gas_factor, category: I.1}
              emissions.roads: {title: Roads, unit: kt CO2/yr, value: road.km * road.factor, category: II.1}
              emissions.total: {title: All, unit: kt CO2/yr, value: emissions.homes + emissions.roads, outcome: yes}
            """
        ),
        (
            "measures/measures.yaml",
            """
            measures:
              - id: heat-pumps
                title: Heat pumps
                status: adopted
                controller: private
                scale: {of: homes.gas, amount: 40 %}
                ramp: {from: 2022, to: 2027}
              - id: insulation
                title: Insulation
                status: planned
                controller: city
                scale: {of: homes.gas, amount: 50 %}
                ramp: {from: 2022, to: 2027}
              - id: cars
                title: Fewer cars
                status: planned
                controller: city
                scale: {of: road.km, amount: 50 %}
                ramp: {from: 2025, to: 2030}
            """
        ),
        (
            "scenarios.yaml",
            """
            scenarios:
              - {id: without, title: Without measures, kind: WOM, measures: none}
              - {id: existing, title: What is adopted, kind: WEM, measures: adopted}
              - {id: planned, title: What is planned, kind: WAM, measures: all}
              - id: late
                title: Later and less
                kind: what-if
                based_on: planned
                without: [cars]
                strength: {insulation: 50 %}
                start: {heat_pumps: 2025}
                settings: {demand: 1.2}
            """
        ),
        (
            "actions.yaml",
            """
            actions:
              - id: grants
                title: Grants for heat pumps
                measures: [heat-pumps]
                status: done
                owner: Housing department
                due: 2025
                indicator: Heat pumps installed
                funding: [{title: Budget, amount: 3 MEUR_2024, status: secured}]
              - {id: rules, title: Building rules, measures: [insulation], status: late, owner: Planning department, due: 2024}
            """
        ),
    ];

    /// <summary>
    /// The same with prices: 0.3 EUR for a kilowatt-hour of gas that is not burnt, 0.5 EUR for a kilometre that is not
    /// driven. Insulation states no cost. In 2030, with all of them: 80 GWh and 50 million km, 24 + 25 = 49 million EUR.
    /// </summary>
    public static (string Path, string Text)[] Priced(string id) =>
        [
            .. Files.Select(f =>
                f.Path switch
                {
                    "plan.yaml" => (f.Path, f.Text.Replace("id: two-sectors", $"id: {id}", StringComparison.Ordinal)),
                    "model/city.yaml" => (f.Path, f.Text + Costs),
                    "measures/measures.yaml" => (
                        f.Path,
                        f.Text.Replace(
                                "scale: {of: homes.gas, amount: 40 %}",
                                "scale: {of: homes.gas, amount: 40 %}\n    cost: {price: {unit: EUR_2020/kWh, value: 0.3}}",
                                StringComparison.Ordinal
                            )
                            .Replace(
                                "scale: {of: road.km, amount: 50 %}",
                                "scale: {of: road.km, amount: 50 %}\n    cost: {price: {unit: EUR_2020/km, value: 0.5}}",
                                StringComparison.Ordinal
                            )
                    ),
                    _ => f,
                }
            ),
        ];

    private const string Costs = """

          cost.homes: {title: Heaters, unit: MEUR_2020/yr, value: (100 GWh/yr - homes.gas) * measures.heat_pumps.price, outcome: yes}
          cost.roads: {title: Ways, unit: MEUR_2020/yr, value: (100000000 km/yr - road.km) * measures.cars.price, outcome: yes}
          cost.all: {title: Together, unit: MEUR_2020/yr, value: cost.homes + cost.roads, outcome: yes}
        """;

    /// <summary>The files with one of them changed, or added.</summary>
    public static (string Path, string Text)[] With(string path, Func<string, string> change) =>
        [.. Files.Where(f => f.Path != path), (path, change(Files.FirstOrDefault(f => f.Path == path).Text ?? ""))];
}
