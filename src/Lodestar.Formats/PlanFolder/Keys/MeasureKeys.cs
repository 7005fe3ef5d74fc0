// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of the files of measures/.</summary>
internal static class MeasureKeys
{
    public static readonly IReadOnlyList<string> Statuses = ["planned", "adopted", "implemented", "ended"];
    public static readonly IReadOnlyList<string> References = ["WOM", "WEM", "WAM", "LTS"];

    public static readonly KeyTable Effect = new(
        "effect",
        "Emissions avoided by year, as its publisher reports them; positive is a cut.",
        new PlanKey("unit", ValueForm.Emission, "Unit of the values.", "kt CO2e") { Required = true },
        new PlanKey("values", ValueForm.YearNumbers, "Amounts by year.", "{2025: 100, 2030: 250}") { Required = true },
        new PlanKey("against", ValueForm.Choice, "The projection that it is counted against.", "WOM")
        {
            Choices = References,
        }
    );

    public static readonly KeyTable Adopted = new(
        "adopted",
        "Where a measure was taken over from.",
        new PlanKey("measure", ValueForm.Text, "Id of a measure of the library.", "congestion-charge")
        {
            Required = true,
        },
        new PlanKey("practice", ValueForm.Text, "Id of the good practice it came by.", "stockholm-congestion-charge"),
        new PlanKey("effect", ValueForm.Number, "Percent that it was taken to cut of what it targets.", "20"),
        new PlanKey("reach", ValueForm.Number, "Percent of the variables that it was taken to reach.", "10")
    );

    public static readonly KeyTable Measure = new(
        "measure",
        "A policy or measure as somebody reports it, or a lever of the model, or both.",
        [
            new PlanKey("id", ValueForm.Id, "Stable id.", "bus-lanes") { Required = true },
            new PlanKey("title", ValueForm.Text, "What it is called.", "Bus lanes") { Required = true },
            new PlanKey("description", ValueForm.Text, "What it does."),
            new PlanKey("status", ValueForm.Choice, "How far it has come.", "adopted") { Choices = Statuses },
            new PlanKey("sectors", ValueForm.Categories, "Categories it acts on.", "[II.1]"),
            new PlanKey("gases", ValueForm.Gases, "Gases it acts on.", "[CO2, CH4]"),
            new PlanKey("instrument", ValueForm.Text, "Regulation, tax, information and so on.", "regulation"),
            new PlanKey("controller", ValueForm.Text, "Who decides on it.", "city"),
            new PlanKey("requires", ValueForm.List, "Powers it needs.", "[{power: building-standards}]")
            {
                Keys = ControlKeys.Requirement,
            },
            new PlanKey("start", ValueForm.Year, "First year in force.", "2024"),
            new PlanKey("end", ValueForm.Year, "Last year in force.", "2035"),
            new PlanKey("effect", ValueForm.Map, Effect.Description) { Keys = Effect },
            new PlanKey("source", ValueForm.Reference, "Id of a source of the plan."),
            new PlanKey("adopted_from", ValueForm.Map, Adopted.Description) { Keys = Adopted },
            .. ModelKeys.LeverKeys,
        ]
    );

    public static readonly KeyTable Measures = new(
        "measures",
        "Measures of a Lodestar plan with the effects reported for them.",
        new PlanKey("measures", ValueForm.List, "The measures.", "[{id: bus-lanes, title: Bus lanes}]")
        {
            Keys = Measure,
            Required = true,
        }
    );
}
