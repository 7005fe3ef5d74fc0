// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of asks.yaml, and those of powers in plan.yaml and in measures.</summary>
internal static class ControlKeys
{
    public static readonly IReadOnlyList<string> Levels =
    [
        "city",
        "region",
        "nation",
        "utility",
        "private",
        "international",
    ];
    public static readonly IReadOnlyList<string> Instruments =
    [
        "law",
        "regulation",
        "standard",
        "price",
        "funding",
        "infrastructure",
        "planning",
        "data",
        "other",
    ];
    public static readonly IReadOnlyList<string> Statuses =
    [
        "draft",
        "made",
        "heard",
        "accepted",
        "granted",
        "refused",
        "withdrawn",
    ];
    public static readonly IReadOnlyList<string> Kinds = ["observed", "reported", "estimated", "default", "modelled"];

    public static readonly KeyTable Power = new(
        "power",
        "Whether the place holds a power of the library.",
        new PlanKey("id", ValueForm.Id, "Id of a power of the library.", "building-standards") { Required = true },
        new PlanKey("held", ValueForm.Answer, "Whether the place holds it.", "partly") { Required = true },
        new PlanKey("holder", ValueForm.Text, "Who holds it, where the place does not or not alone.", "UK Government"),
        new PlanKey("holder_level", ValueForm.Choice, "The holder's level.", "nation") { Choices = Levels },
        new PlanKey("note", ValueForm.Text, "Anything a reader should know."),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Requirement = new(
        "requirement",
        "A power that a measure needs.",
        new PlanKey("power", ValueForm.Reference, "Id of a power of the library.", "building-standards")
        {
            Required = true,
        },
        new PlanKey("part", ValueForm.Answer, "yes where part of the power is enough.", "yes"),
        new PlanKey("optional", ValueForm.Answer, "yes where the measure can do without, less well.", "yes")
    );

    public static readonly KeyTable Unlocks = new(
        "unlocks",
        "Emissions whose cutting the ask would unlock, by year; never negative.",
        new PlanKey("unit", ValueForm.Emission, "Unit of the values.", "kt CO2e") { Required = true },
        new PlanKey("values", ValueForm.YearNumbers, "Amounts by year.", "{2030: 120}") { Required = true },
        new PlanKey("kind", ValueForm.Choice, "What kind of figure it is.", "estimated") { Choices = Kinds }
    );

    public static readonly KeyTable Ask = new(
        "ask",
        "Something that the place needs others to decide.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "clean-grid") { Required = true },
        new PlanKey("title", ValueForm.Text, "What is asked.", "A grid without coal by 2030") { Required = true },
        new PlanKey("description", ValueForm.Text, "What it would change."),
        new PlanKey("addressee", ValueForm.Text, "Who is asked, by name.", "UK Government"),
        new PlanKey("level", ValueForm.Choice, "The addressee's level.", "nation") { Choices = Levels },
        new PlanKey(
            "place",
            ValueForm.Text,
            "The place that the addressee governs: a country's code or the id of a place.",
            "GB"
        ),
        new PlanKey("instrument", ValueForm.Choice, "What the addressee would use.", "regulation")
        {
            Choices = Instruments,
        },
        new PlanKey("status", ValueForm.Choice, "How far it has come.", "made") { Choices = Statuses },
        new PlanKey("since", ValueForm.DateOrYear, "Since when the status holds.", "2022"),
        new PlanKey("measures", ValueForm.Words, "Ids of the plan's measures that wait for it.", "[heat-pumps]"),
        new PlanKey("sectors", ValueForm.Categories, "Categories whose emissions it would cut.", "[I]"),
        new PlanKey("unlocks", ValueForm.Map, Unlocks.Description) { Keys = Unlocks },
        new PlanKey(
            "allies",
            ValueForm.Words,
            "Who asks with the place: codes and ids of places, ids of alliances.",
            "[GB-EDH]"
        ),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Asks = new(
        "asks",
        "What a Lodestar plan needs others to decide.",
        new PlanKey("asks", ValueForm.List, "The asks.", "[{id: clean-grid, title: A grid without coal}]")
        {
            Keys = Ask,
            Required = true,
        }
    );
}
