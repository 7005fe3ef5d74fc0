// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;

namespace Lodestar.Formats.Library;

/// <summary>Every key of the library's files.</summary>
internal static class LibraryKeys
{
    public static readonly IReadOnlyList<string> Marks = ["reconstructed", "unverified", "verified", "seed"];
    public static readonly IReadOnlyList<string> AreaKinds = ["enabling", "cross-cutting", "outcome"];
    public static readonly IReadOnlyList<string> PracticeStatuses = ["in-force", "changed", "ended"];
    public static readonly IReadOnlyList<string> NumberKinds = ["observed", "expected", "goal"];
    public static readonly IReadOnlyList<string> Roles = ["member", "founder", "steering", "candidate", "observer"];
    public static readonly IReadOnlyList<string> Declarations = ["declaration", "endorsement", "communique"];
    public static readonly IReadOnlyList<string> Verbs = ["demonstrate", "lead", "advocate", "encourage"];
    public static readonly IReadOnlyList<string> Influences =
    [
        "own-assets",
        "regulate",
        "set-price",
        "provide-service",
        "plan",
        "finance",
        "convene",
        "advocate",
    ];

    internal static readonly PlanKey Id = new("id", ValueForm.Id, "Stable id.", "climate-act") { Required = true };

    /// <summary>Keys of every row: where it comes from.</summary>
    internal static readonly PlanKey[] Cited =
    [
        new("mark", ValueForm.Choice, "Where the row comes from.", "verified") { Choices = Marks },
        new("as_of", ValueForm.Date, "The day the statement was checked, or that its source speaks for.", "2022-12-20"),
        new("sources", ValueForm.Words, "Ids of sources of the library; the first is the one to cite.", "[un-2022]"),
        new("note", ValueForm.Local, "What a reader should know."),
    ];

    public static readonly KeyTable Sources = new(
        "sources",
        "The sources that the library names.",
        new PlanKey("sources", ValueForm.List, "The sources.") { Keys = PlanKeys.Source, Required = true }
    );

    public static readonly KeyTable Evidence = new(
        "evidence",
        "Something that shows what is said.",
        new PlanKey("title", ValueForm.Text, "What it is called.", "Climate Act 2020") { Required = true },
        new PlanKey("url", ValueForm.Url, "Where it can be read."),
        new PlanKey("date", ValueForm.DateOrYear, "Its day, or its year where only that is known.", "2020"),
        new PlanKey("source", ValueForm.Reference, "Id of a source.")
    );

    public static readonly KeyTable Action = new(
        "action",
        "An action of an area.",
        [
            Id,
            new PlanKey("name", ValueForm.Local, "What it is called.", "Formalise the target") { Required = true },
            new PlanKey("meaning", ValueForm.Local, "What it means."),
            new PlanKey("findings", ValueForm.Words, "Findings that stand beside it.", "[form]"),
            .. Cited,
        ]
    );

    public static readonly KeyTable Area = new(
        "area",
        "An area of a framework.",
        [
            Id,
            new PlanKey("name", ValueForm.Local, "What it is called.", "Governance") { Required = true },
            new PlanKey("kind", ValueForm.Choice, "What it is in the framework.", "enabling") { Choices = AreaKinds },
            new PlanKey("meaning", ValueForm.Local, "What it means."),
            new PlanKey("findings", ValueForm.Words, "Findings that speak of it as a whole.", "[upkeep]"),
            new PlanKey("actions", ValueForm.List, "Its actions.") { Keys = Action },
            .. Cited,
        ]
    );

    public static readonly KeyTable Framework = new(
        "framework",
        "A framework: areas and their actions.",
        [
            Id,
            new PlanKey("version", ValueForm.Number, "Version of the definition.", "1") { Required = true },
            new PlanKey("name", ValueForm.Local, "What it is called.", "Framework") { Required = true },
            new PlanKey("about", ValueForm.Local, "What it is."),
            new PlanKey("areas", ValueForm.List, "Its areas.") { Keys = Area, Required = true },
            .. Cited,
        ]
    );

    public static readonly KeyTable Number = new(
        "number",
        "A number that a practice is known by.",
        [
            new PlanKey("what", ValueForm.Local, "What is counted.", "Heat saved") { Required = true },
            new PlanKey("value", ValueForm.Number, "The number, or the lower end of a range.", "8.1")
            {
                Required = true,
            },
            new PlanKey("up_to", ValueForm.Number, "The upper end of a range."),
            new PlanKey("unit", ValueForm.Local, "As a reader reads it.", "GWh") { Required = true },
            new PlanKey("at_least", ValueForm.Answer, "yes where only a lower bound is stated.", "yes"),
            new PlanKey("year", ValueForm.Year, "The year it is of.", "2022"),
            new PlanKey("kind", ValueForm.Choice, "What kind of number it is.", "observed") { Choices = NumberKinds },
            .. Cited,
        ]
    );

    public static readonly KeyTable Practice = new(
        "practice",
        "Something that a place did and that others may learn from.",
        [
            Id,
            new PlanKey("title", ValueForm.Local, "What it is called.", "Carbon budgets in law") { Required = true },
            new PlanKey("what", ValueForm.Local, "What was done.") { Required = true },
            new PlanKey("places", ValueForm.Words, "Codes of countries, ids of other places.", "[CL]"),
            new PlanKey("areas", ValueForm.Words, "Areas of the Coalition's framework.", "[governance]"),
            new PlanKey("actions", ValueForm.Words, "Actions of it that this is an example of.", "[formalize]"),
            new PlanKey("sectors", ValueForm.Sectors, "Sectors of the GPC; none for all.", "[I]"),
            new PlanKey("from", ValueForm.Year, "First year.", "2019"),
            new PlanKey("to", ValueForm.Year, "Last year."),
            new PlanKey("status", ValueForm.Choice, "What became of it.", "in-force") { Choices = PracticeStatuses },
            new PlanKey("status_note", ValueForm.Local, "What changed, or why it ended."),
            new PlanKey("numbers", ValueForm.List, "Numbers that it is known by.") { Keys = Number },
            new PlanKey("measure", ValueForm.Map, MeasureLibraryKeys.Carried.Description)
            {
                Keys = MeasureLibraryKeys.Carried,
            },
            new PlanKey("evidence", ValueForm.List, "What shows it.") { Keys = Evidence },
            .. Cited,
        ]
    );

    public static readonly KeyTable Practices = new(
        "practices",
        "Good practices.",
        new PlanKey("practices", ValueForm.List, "The practices.") { Keys = Practice, Required = true }
    );

    public static readonly KeyTable Member = new(
        "member",
        "That a place belongs to an alliance, for a time.",
        [
            new PlanKey("place", ValueForm.Text, "Code of a country, id of another place.", "CL") { Required = true },
            new PlanKey("role", ValueForm.Choice, "Its role; member when left out.", "founder") { Choices = Roles },
            new PlanKey("from", ValueForm.StatedDay, "First day, or the month or year known.", "2017-12-12"),
            new PlanKey(
                "by_then",
                ValueForm.Answer,
                "yes where the sources show it a member by then, and not since when."
            ),
            new PlanKey("to", ValueForm.StatedDay, "The day it left."),
            .. Cited,
        ]
    );

    public static readonly KeyTable Rule = new(
        "rule",
        "A sentence that an alliance lives by.",
        [Id, new PlanKey("text", ValueForm.Local, "The sentence.") { Required = true }, .. Cited]
    );

    public static readonly KeyTable Count = new(
        "count",
        "How many signed, by one source.",
        new PlanKey("count", ValueForm.Number, "How many.", "16") { Required = true },
        new PlanKey("of", ValueForm.Local, "Of what.", "countries") { Required = true },
        new PlanKey("source", ValueForm.Reference, "Id of the source that says so.") { Required = true }
    );

    public static readonly KeyTable Declaration = new(
        "declaration",
        "Something that members signed or endorsed.",
        [
            Id,
            new PlanKey("title", ValueForm.Local, "What it is called.", "Declaration") { Required = true },
            new PlanKey("kind", ValueForm.Choice, "What it is.", "declaration") { Choices = Declarations },
            new PlanKey("date", ValueForm.StatedDay, "When it was signed.", "2017-12-12"),
            new PlanKey("says", ValueForm.Local, "What it says, in the project's words."),
            new PlanKey("signed", ValueForm.Words, "Who signed: codes and ids of places.", "[CL, FR]"),
            new PlanKey("counts", ValueForm.List, "How many signed, by each source.") { Keys = Count },
            .. Cited,
        ]
    );

    public static readonly KeyTable Commitment = new(
        "commitment",
        "What a plan of action commits an alliance to.",
        [
            Id,
            new PlanKey("verb", ValueForm.Choice, "What it will do.", "lead") { Choices = Verbs, Required = true },
            new PlanKey("text", ValueForm.Local, "The commitment, in the project's words.") { Required = true },
            new PlanKey("evidence", ValueForm.List, "What was done towards it.") { Keys = Evidence },
            .. Cited,
        ]
    );

    public static readonly KeyTable Alliance = new(
        "alliance",
        "Places that committed to something together.",
        [
            Id,
            new PlanKey("name", ValueForm.Local, "What it is called.", "Coalition") { Required = true },
            new PlanKey("short_name", ValueForm.Text, "Its abbreviation.", "CNC"),
            new PlanKey("about", ValueForm.Local, "What it is."),
            new PlanKey("founded", ValueForm.StatedDay, "When it was founded.", "2014-06"),
            new PlanKey("url", ValueForm.Url, "Its site."),
            new PlanKey("members", ValueForm.List, "Its members, with dates.") { Keys = Member },
            new PlanKey("criteria", ValueForm.List, "What a place must meet to enter.") { Keys = Rule },
            new PlanKey("nomination", ValueForm.List, "The steps to membership.") { Keys = Rule },
            new PlanKey("work", ValueForm.List, "What it works on.") { Keys = Rule },
            new PlanKey("declarations", ValueForm.List, "What members signed.") { Keys = Declaration },
            new PlanKey("commitments", ValueForm.List, "Its plan of action.") { Keys = Commitment },
            new PlanKey("conflicts", ValueForm.List, "Where sources disagree or are silent.") { Keys = Rule },
            .. Cited,
        ]
    );

    public static readonly KeyTable Power = new(
        "power",
        "A power that a place may hold and that a measure may need.",
        [
            Id,
            new PlanKey("name", ValueForm.Local, "What it is called.", "Building standards") { Required = true },
            new PlanKey("meaning", ValueForm.Local, "What it lets its holder do."),
            new PlanKey("influence", ValueForm.Choice, "The hold it gives.", "regulate") { Choices = Influences },
            .. Cited,
        ]
    );

    public static readonly KeyTable Powers = new(
        "powers",
        "The powers that plans and measures name.",
        new PlanKey("powers", ValueForm.List, "The powers.") { Keys = Power, Required = true }
    );
}
