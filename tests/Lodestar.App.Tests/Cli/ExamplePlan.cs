// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

/// <summary>A small place whose numbers are round, so that a golden file can be checked by hand.</summary>
internal static class ExamplePlan
{
    public const string Yaml = """
        format: lodestar-plan@1
        id: exampleton
        name: Exampleton
        kind: city
        country: GB
        base_year: 2010
        horizon: 2045
        inventories:
          - id: own
            file: inventory/own.csv
            title: Own inventory
            boundary: basic
            gases: [CO2]
            published: 2024-06-30

        """;

    public const string Targets = """
        targets:
          - id: net-zero
            title: Net zero
            versions:
              - id: net-zero-2024
                kind: base-year
                stated: 2024-06-15
                form: policy-document
                base_year: 2010
                inventory: own
                scope:
                  sectors: all
                  gases: [CO2]
                  scopes: [1, 2]
                  international_transport: no
                  credits: no
                milestones:
                  - {id: m2030, year: 2030, cut: 50 %}
                net_zero_year: 2045
                review: 5 yr

        """;

    public const string Inventory = """
        id,category,label,unit,2010,2011,2012,2013,2014,2015,2016,2017,2018,2019,2020,2021,2022,2023
        heat,I.1.1,Heat,kt CO2,600,594,588,582,576,570,565,559,554,548,543,537,532,527
        road,II.1.1,Road,kt CO2,400,396,392,388,384,380,377,373,369,366,362,358,355,351

        """;

    public static string WriteExample(this TemporaryFolder folder, string name = "exampleton")
    {
        folder.Write($"{name}/plan.yaml", Yaml);
        folder.Write($"{name}/targets.yaml", Targets);
        folder.Write($"{name}/inventory/own.csv", Inventory);
        return folder.Combine(name);
    }

    /// <summary>The same place with a misspelt key and a cell that is no number.</summary>
    public static string WriteFaulty(this TemporaryFolder folder, string name = "faulty")
    {
        folder.Write($"{name}/plan.yaml", Yaml.Replace("base_year:", "base_yeer:", StringComparison.Ordinal));
        folder.Write($"{name}/targets.yaml", Targets);
        folder.Write($"{name}/inventory/own.csv", Inventory.Replace(",588,", ",5B8,", StringComparison.Ordinal));
        return folder.Combine(name);
    }
}
