// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class SchemaTests
{
    [Fact]
    public void PlanSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(PlanKeys.Plan), "../../../schemas/plan.schema.json");

    [Fact]
    public void TargetsSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(TargetKeys.Targets), "../../../schemas/targets.schema.json");

    [Fact]
    public void MeasuresSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(MeasureKeys.Measures), "../../../schemas/measures.schema.json");

    [Fact]
    public void AsksSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(ControlKeys.Asks), "../../../schemas/asks.schema.json");

    [Fact]
    public void ScenariosSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(ScenarioKeys.Scenarios), "../../../schemas/scenarios.schema.json");

    [Fact]
    public void ActionsSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(ActionKeys.Actions), "../../../schemas/actions.schema.json");

    [Fact]
    public void FrameworkSchema_EqualsTheKeyTable() =>
        Golden.Match(JsonSchemas.Text(FrameworkKeys.Frameworks), "../../../schemas/framework.schema.json");

    /// <summary>The page people read and the table the reader reads by name the same keys.</summary>
    [Fact]
    public void Docs_NameEveryKey()
    {
        var page = File.ReadAllText(Repository.Path("docs/plan-folder.md"));

        Assert.All(
            Tables(PlanKeys.Plan)
                .Concat(Tables(TargetKeys.Targets))
                .Concat(Tables(MeasureKeys.Measures))
                .Concat(Tables(ControlKeys.Asks))
                .Concat(Tables(FrameworkKeys.Frameworks))
                .Concat(Tables(ScenarioKeys.Scenarios))
                .Concat(Tables(ActionKeys.Actions))
                .SelectMany(t => t.Keys),
            key => Assert.Contains(key.Name + ":", page, StringComparison.Ordinal)
        );
    }

    /// <summary>Variables are explained on the page of the plan language.</summary>
    private static IEnumerable<KeyTable> Tables(KeyTable table) =>
        table
            .Keys.Where(k => k.Keys is not null && k.Keys != ModelKeys.Variable)
            .SelectMany(k => Tables(k.Keys!))
            .Prepend(table);
}
