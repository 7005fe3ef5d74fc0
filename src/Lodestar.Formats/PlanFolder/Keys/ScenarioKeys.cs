// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of scenarios.yaml.</summary>
internal static class ScenarioKeys
{
    public static readonly IReadOnlyList<string> Kinds = ["WOM", "WEM", "WAM", "LTS", "what-if"];

    /// <summary>What may stand for a list of measures.</summary>
    public static readonly IReadOnlyList<string> Choices = ["none", "adopted", "all"];

    public static readonly KeyTable Scenario = new(
        "scenario",
        "Measures, when and how much of each, and settings of the model.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "additional") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called.", "With planned measures") { Required = true },
        new PlanKey("kind", ValueForm.Choice, "What it is, as the UNFCCC names projections.", "WAM")
        {
            Choices = Kinds,
        },
        new PlanKey("description", ValueForm.Text, "What it assumes."),
        new PlanKey("based_on", ValueForm.Text, "Id of the scenario that it starts from.", "existing"),
        new PlanKey(
            "measures",
            ValueForm.Labels,
            "Ids of the model's measures that are on, or none, adopted or all.",
            "[heat_pumps, bus_lanes]"
        ),
        new PlanKey("without", ValueForm.Labels, "Ids of measures that are off.", "[bus_lanes]"),
        new PlanKey("strength", ValueForm.Settings, "How much of a measure comes.", "{heat_pumps: 60 %}"),
        new PlanKey("start", ValueForm.Settings, "The year in which a measure begins.", "{heat_pumps: 2028}"),
        new PlanKey("settings", ValueForm.Settings, "Values for numbers of the model.", "{growth: 0.4 %/yr}"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Scenarios = new(
        "scenarios",
        "The scenarios of a Lodestar plan.",
        new PlanKey("scenarios", ValueForm.List, "The scenarios.", "[{id: additional, title: With planned measures}]")
        {
            Keys = Scenario,
            Required = true,
        }
    );
}
