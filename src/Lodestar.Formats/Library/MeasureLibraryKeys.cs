// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Measures;

namespace Lodestar.Formats.Library;

/// <summary>Every key of the files of measures/ in the library.</summary>
internal static class MeasureLibraryKeys
{
    public static readonly IReadOnlyList<string> LifeUnits = ["years", "hours"];

    public static readonly KeyTable Effect = new(
        "effect",
        "What it does to what it targets; a positive number is a cut, or in tonnes a removal.",
        [
            new PlanKey("low", ValueForm.Number, "The least.", "10"),
            new PlanKey("central", ValueForm.Number, "The middle, where a source states one.", "15"),
            new PlanKey("high", ValueForm.Number, "The most.", "20"),
            new PlanKey("unit", ValueForm.Choice, "What it is counted in.", "%")
            {
                Choices = MeasureWords.Units,
                Required = true,
            },
            new PlanKey("of", ValueForm.Local, "What it is a share of.", "cars in the zone") { Required = true },
            .. LibraryKeys.Cited,
        ]
    );

    public static readonly KeyTable Performance = new(
        "performance",
        "How well its machine does.",
        [
            new PlanKey("value", ValueForm.Number, "The number, or the lower end of a range.", "3.6")
            {
                Required = true,
            },
            new PlanKey("up_to", ValueForm.Number, "The upper end of a range."),
            new PlanKey("instead_of", ValueForm.Number, "What it takes the place of."),
            new PlanKey("unit", ValueForm.Text, "Unit, as the plan language writes it.", "kWh/km") { Required = true },
            new PlanKey("of", ValueForm.Local, "What it says.") { Required = true },
            .. LibraryKeys.Cited,
        ]
    );

    public static readonly KeyTable Life = new(
        "life",
        "How long it lasts.",
        new PlanKey("value", ValueForm.Number, "The number, or the lower end of a range.", "18") { Required = true },
        new PlanKey("up_to", ValueForm.Number, "The upper end of a range."),
        new PlanKey("unit", ValueForm.Choice, "years when left out.", "years") { Choices = LifeUnits }
    );

    public static readonly KeyTable Cost = new(
        "cost",
        "What it costs.",
        [
            new PlanKey("value", ValueForm.Number, "The amount, or the lower end of a range.", "1135"),
            new PlanKey("up_to", ValueForm.Number, "The upper end of a range."),
            new PlanKey("instead_of", ValueForm.Number, "The cost of what it takes the place of."),
            new PlanKey("unit", ValueForm.Text, "Money with the year of its prices, and what it buys.", "EUR_2020/kW"),
            new PlanKey("per", ValueForm.Local, "What one of is paid for.", "kilowatt of heat"),
            new PlanKey("words", ValueForm.Local, "What is said of it where no amount is stated."),
            .. LibraryKeys.Cited,
        ]
    );

    public static readonly KeyTable Interaction = new(
        "interaction",
        "How it bears on another measure.",
        new PlanKey("with", ValueForm.Reference, "Id of the other.", "electric-car") { Required = true },
        new PlanKey("kind", ValueForm.Choice, "How.", "before")
        {
            Choices = MeasureWords.Interactions,
            Required = true,
        },
        new PlanKey("note", ValueForm.Local, "In words.")
    );

    public static readonly KeyTable Act = new(
        "act",
        "An operation on a variable that a model may have.",
        new PlanKey("operation", ValueForm.Choice, "What is done to it.", "scale")
        {
            Choices = MeasureWords.Operations,
            Required = true,
        },
        new PlanKey("of", ValueForm.Text, "The variable.", "road.car_km") { Required = true },
        new PlanKey("from", ValueForm.Words, "For a shift: the labels it leaves.", "[gas, oil]"),
        new PlanKey("to", ValueForm.Text, "For a shift: the label it goes to.", "heat_pump"),
        new PlanKey("where", ValueForm.Text, "A condition on labels.", "class == car"),
        new PlanKey("amount", ValueForm.Text, "A formula, where effect and reach do not give the amount.", "0.8")
    );

    public static readonly KeyTable Measure = new(
        "measure",
        "Something that could be done, with a starting range for its effect.",
        [
            LibraryKeys.Id,
            new PlanKey("code", ValueForm.Text, "Letter of its group and number.", "B9") { Required = true },
            new PlanKey("title", ValueForm.Local, "What it is called.", "Heat pumps") { Required = true },
            new PlanKey("sectors", ValueForm.Sectors, "Sectors and sub-sectors of the GPC.", "[I.1]"),
            new PlanKey("mechanism", ValueForm.Choice, "How it works.", "regulation")
            {
                Choices = MeasureWords.Mechanisms,
                Required = true,
            },
            new PlanKey("role", ValueForm.Choice, "acting when left out; no other claims an effect.", "enabling")
            {
                Choices = MeasureWords.Roles,
            },
            new PlanKey("effect", ValueForm.Map, Effect.Description) { Keys = Effect },
            new PlanKey("performance", ValueForm.Map, Performance.Description) { Keys = Performance },
            new PlanKey("effect_note", ValueForm.Local, "What is said of its effect where no number is."),
            new PlanKey("life", ValueForm.Map, Life.Description) { Keys = Life },
            new PlanKey("cost", ValueForm.Map, Cost.Description) { Keys = Cost },
            new PlanKey("controllers", ValueForm.Words, "Who can decide it; the first leads.", "[city, nation]"),
            new PlanKey("requires", ValueForm.Words, "Powers of the library that it needs.", "[road-pricing]"),
            new PlanKey("interactions", ValueForm.List, "How it bears on others.") { Keys = Interaction },
            new PlanKey("acts", ValueForm.List, "Where it acts in a model.") { Keys = Act },
            new PlanKey("reach", ValueForm.Number, "Percent of those variables that it reaches: an assumption.", "10"),
            new PlanKey("localise", ValueForm.Answer, "yes where a place must put its own range.", "yes"),
            .. LibraryKeys.Cited,
        ]
    );

    public static readonly KeyTable Measures = new(
        "measures",
        "Measures with starting ranges.",
        new PlanKey("measures", ValueForm.List, "The measures.") { Keys = Measure, Required = true }
    );

    /// <summary>What a practice says of the measure that it is an example of.</summary>
    public static readonly KeyTable Carried = new(
        "carried",
        "The measure of the library that it is an example of.",
        new PlanKey("id", ValueForm.Reference, "Id of the measure.", "congestion-charge") { Required = true },
        new PlanKey("effect", ValueForm.Map, "What was found there, in the measure's terms.") { Keys = Effect }
    );
}
