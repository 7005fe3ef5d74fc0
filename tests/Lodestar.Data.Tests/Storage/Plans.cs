// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Data.Tests.Storage;

/// <summary>A small plan folder that reads without faults.</summary>
internal static class Plans
{
    public static PlanFiles Of(string id, string name, double lastYear = 80) =>
        Store.Files(
            (
                "plan.yaml",
                $$"""
                format: lodestar-plan@1
                id: {{id}}
                name: {{name}}
                kind: city
                country: GB
                base_year: 2015
                horizon: 2045
                gwp_set: AR5
                population: data/population.csv
                inventories:
                  - id: main
                    file: inventory/main.csv
                    boundary: basic
                    gases: [CO2]

                """
            ),
            (
                "inventory/main.csv",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    id,category,unit,2015,2016,2017,2018,2019,2020
                    homes,I.1.1,kt CO2,100,98,96,94,92,{lastYear}
                    cars,II.1.1,kt CO2,50,NE,48,47,46,40

                    """
                )
            ),
            ("data/population.csv", "id,unit,2015,2020\nall,person,10000,12000\n"),
            (
                "targets.yaml",
                """
                targets:
                  - id: net-zero
                    title: Net zero
                    versions:
                      - id: net-zero-2021
                        kind: base-year
                        stated: 2021-06-15
                        form: policy-document
                        base_year: 2015
                        milestones:
                          - {id: m2030, year: 2030, cut: 50 %}
                        net_zero_year: 2040
                        residual: 0 kt CO2

                """
            )
        );
}
