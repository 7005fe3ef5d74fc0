// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of targets.yaml: the one place that knows them.</summary>
internal static class TargetKeys
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        "base-year",
        "fixed-level",
        "intensity",
        "below-baseline",
        "budget",
    ];
    public static readonly IReadOnlyList<string> Forms =
    [
        "proposed",
        "pledge",
        "policy-document",
        "law",
        "achieved",
        "achieved-validated",
    ];
    public static readonly IReadOnlyList<string> Bases = ["gdp", "person"];
    public static readonly IReadOnlyList<string> Accounts = ["gross", "net", "ets-adjusted"];
    public static readonly IReadOnlyList<string> Reporting = ["annual", "less-than-annual", "none"];
    public static readonly IReadOnlyList<string> RemovalKinds =
    [
        "none",
        "unspecified",
        "nature",
        "storage",
        "nature-and-storage",
    ];

    public static readonly KeyTable Scope = new(
        "scope",
        "What the target covers; what is left out is not stated.",
        new PlanKey("sectors", ValueForm.Sectors, "all, or sectors and sub-sectors of any scheme.", "[I, II.1]"),
        new PlanKey("gases", ValueForm.Gases, "Gases covered.", "[CO2, CH4, N2O]"),
        new PlanKey("scopes", ValueForm.Scopes, "Scopes covered.", "[1, 2]"),
        new PlanKey("international_transport", ValueForm.Answer, "International aviation and shipping.", "no"),
        new PlanKey("international_aviation", ValueForm.Answer, "International aviation alone.", "no"),
        new PlanKey("international_shipping", ValueForm.Answer, "International shipping alone.", "no"),
        new PlanKey("territorial", ValueForm.Answer, "What is emitted inside its area.", "yes"),
        new PlanKey("consumption", ValueForm.Answer, "What its people's consumption emits anywhere.", "no"),
        new PlanKey("credits", ValueForm.Answer, "Whether credits from elsewhere may count.", "yes"),
        new PlanKey("separate_removals", ValueForm.Answer, "Whether removals are a target of their own.", "no")
    );

    private static readonly PlanKey Cut = new(
        "cut",
        ValueForm.Share,
        "Cut against the base year; of an intensity against the base year's, below a baseline against the same year's.",
        "30 %"
    );

    private static readonly PlanKey LevelKey = new("level", ValueForm.Emission, "Level in mass.", "1500 kt CO2");

    private static readonly PlanKey IntensityKey = new(
        "intensity",
        ValueForm.Intensity,
        "Emissions per person, or per GDP in money of one year.",
        "4.2 t CO2e/person"
    );

    /// <summary>Exactly one of its three keys stands.</summary>
    public static readonly KeyTable Level = new(
        "level",
        "A level as a cut, in mass or as an intensity.",
        Cut,
        LevelKey,
        IntensityKey
    );

    public static readonly KeyTable Milestone = new(
        "milestone",
        "A stated stop on the way: a year with a cut, a level or an intensity.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "m2030") { Required = true },
        new PlanKey("year", ValueForm.Year, "The year.", "2030") { Required = true },
        Cut,
        LevelKey,
        IntensityKey,
        new PlanKey("conditional", ValueForm.Level, "The deeper level that holds on a condition.", "45 %")
        {
            Keys = Level,
        },
        new PlanKey("condition", ValueForm.Text, "What the conditional part hangs on.", "Support from abroad"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Residual = new(
        "residual",
        "A residual as a cut, in mass or as an intensity.",
        new PlanKey("cut", ValueForm.Share, "Cut against the base year that leaves the residual.", "95 %"),
        new PlanKey("level", ValueForm.Emission, "Level in mass.", "100 kt CO2"),
        IntensityKey
    );

    public static readonly KeyTable Path = new(
        "path",
        "The published yearly path.",
        new PlanKey("unit", ValueForm.Emission, "Unit of the values.", "kt CO2") { Required = true },
        new PlanKey("values", ValueForm.YearNumbers, "Amounts by year.", "{2025: 1000, 2030: 0}") { Required = true }
    );

    public static readonly KeyTable Baseline = new(
        "baseline",
        "What would be emitted otherwise, as the target's own document has it.",
        new PlanKey("unit", ValueForm.Emission, "Unit of the values.", "Mt CO2e") { Required = true },
        new PlanKey("values", ValueForm.YearNumbers, "Amounts by year.", "{2030: 120}") { Required = true }
    );

    public static readonly KeyTable Budget = new(
        "budget",
        "An amount for a whole period, both years counted.",
        new PlanKey("amount", ValueForm.Emission, "What may be emitted in all.", "1950 Mt CO2e") { Required = true },
        new PlanKey("from", ValueForm.Year, "First year.", "2023") { Required = true },
        new PlanKey("to", ValueForm.Year, "Last year.", "2027") { Required = true },
        new PlanKey("account", ValueForm.Choice, "What it counts: before removals, after, or net of traded allowances.")
        {
            Choices = Accounts,
        },
        new PlanKey(
            "carry_over",
            ValueForm.Emission,
            "Carried over from the period before; positive enlarges this one.",
            "88 Mt CO2e"
        )
    );

    public static readonly KeyTable Credits = new(
        "credits",
        "The terms on which credits from elsewhere may count.",
        new PlanKey("maximum", ValueForm.Share, "The largest share of the cut that they may make up.", "20 %"),
        new PlanKey("conditions", ValueForm.Words, "Conditions, as the document lists them.", "[high integrity]")
    );

    public static readonly KeyTable Statements = new(
        "statements",
        "What else is stated, in the fields that checks of quality read.",
        new PlanKey("plan", ValueForm.Answer, "Whether there is a plan to reach it.", "yes"),
        new PlanKey("plan_contents", ValueForm.Words, "What the plan holds.", "[expected reductions]"),
        new PlanKey("reporting", ValueForm.Choice, "How often progress is reported.", "annual") { Choices = Reporting },
        new PlanKey("equity", ValueForm.Answer, "Whether it speaks of equity.", "yes"),
        new PlanKey("accountability", ValueForm.Answer, "Whether somebody answers for it formally.", "yes"),
        new PlanKey("historical_emissions", ValueForm.Answer, "Whether it speaks of emissions of the past.", "no"),
        new PlanKey("removals", ValueForm.Choice, "The kind of removals it counts on.", "nature")
        {
            Choices = RemovalKinds,
        }
    );

    public static readonly KeyTable Version = new(
        "version",
        "One dated statement of the target. It is never edited away: a change is a new version.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "net-zero-2021") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called."),
        new PlanKey("kind", ValueForm.Choice, "How its numbers are written.", "base-year")
        {
            Choices = Kinds,
            Required = true,
        },
        new PlanKey(
            "stated",
            ValueForm.DateOrYear,
            "The day it was adopted or announced; the year where only that is known.",
            "2021-06-15"
        ),
        new PlanKey("form", ValueForm.Choice, "How firmly it is stated.", "policy-document") { Choices = Forms },
        new PlanKey("base_year", ValueForm.Year, "Base year; else the plan's.", "2006"),
        new PlanKey(
            "base_level",
            ValueForm.Emission,
            "Base-year emissions as its own document has them.",
            "3866 kt CO2"
        ),
        new PlanKey("per", ValueForm.Choice, "What an intensity divides emissions by.", "gdp") { Choices = Bases },
        new PlanKey(
            "base_intensity",
            ValueForm.Intensity,
            "The base year's intensity as its own document has it.",
            "0.4 kt CO2e/MUSD_2017"
        ),
        new PlanKey("inventory", ValueForm.Reference, "Id of the inventory it is read against; else the plan's first."),
        new PlanKey("scope", ValueForm.Map, Scope.Description) { Keys = Scope },
        new PlanKey("baseline", ValueForm.Map, Baseline.Description) { Keys = Baseline },
        new PlanKey("budget", ValueForm.Map, Budget.Description) { Keys = Budget },
        new PlanKey("milestones", ValueForm.List, "Stated stops, by year.") { Keys = Milestone },
        new PlanKey("net_zero_year", ValueForm.Year, "The net-zero year.", "2030"),
        new PlanKey("residual", ValueForm.Level, "What may still be emitted in the net-zero year.", "0 kt CO2")
        {
            Keys = Residual,
        },
        new PlanKey("removals", ValueForm.Emission, "Removals planned for the net-zero year, positive.", "100 kt CO2"),
        new PlanKey("credits", ValueForm.Map, Credits.Description) { Keys = Credits },
        new PlanKey("path", ValueForm.Map, Path.Description) { Keys = Path },
        new PlanKey("review", ValueForm.Span, "Stated review cycle.", "5 yr"),
        new PlanKey("independent_oversight", ValueForm.Answer, "Whether somebody independent watches over it.", "no"),
        new PlanKey("statements", ValueForm.Map, Statements.Description) { Keys = Statements },
        new PlanKey("reason", ValueForm.Text, "Why this version replaced the one before."),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Target = new(
        "target",
        "A goal with its history.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "net-zero") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called.", "Net zero carbon city"),
        new PlanKey(
            "account_of",
            ValueForm.Reference,
            "Id of the target that this is another source's account of; the two stand side by side.",
            "net-zero"
        ),
        new PlanKey(
            "versions",
            ValueForm.List,
            "Every version ever stated.",
            "[{id: first, kind: base-year, stated: 2021-06-15}]"
        )
        {
            Keys = Version,
            Required = true,
        }
    );

    public static readonly KeyTable Targets = new(
        "targets",
        "The targets of a Lodestar plan; the first one leads.",
        new PlanKey("targets", ValueForm.List, "The targets.", "[{id: net-zero, versions: []}]")
        {
            Keys = Target,
            Required = true,
        }
    );
}
