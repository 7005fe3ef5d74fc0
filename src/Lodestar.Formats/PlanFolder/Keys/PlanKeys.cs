// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of plan.yaml and targets.yaml: the one place that knows them.</summary>
internal static class PlanKeys
{
    public static readonly IReadOnlyList<string> Kinds = ["city", "region", "country", "combined-authority"];
    public static readonly IReadOnlyList<string> Boundaries = ["basic", "basic+", "territorial"];
    public static readonly IReadOnlyList<string> TargetKinds = ["base-year", "fixed-level"];
    public static readonly IReadOnlyList<string> Forms = ["proposed", "pledge", "policy-document", "law"];
    public static readonly IReadOnlyList<string> Answers = ["yes", "partly", "no"];
    public static readonly IReadOnlyList<string> GwpSets = ["AR4", "AR5", "AR6", "AR4-20", "AR5-20", "AR6-20"];

    public static readonly KeyTable Cycles = new(
        "cycles",
        "How often the place says it renews its records.",
        new PlanKey("inventory", ValueForm.Span, "Between inventories.", "1 yr"),
        new PlanKey("targets", ValueForm.Span, "Between reviews of the targets.", "5 yr")
    );

    public static readonly KeyTable Inventory = new(
        "inventory",
        "One publisher's inventory.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "la-subset") { Required = true },
        new PlanKey("file", ValueForm.Path, "Its table in this folder.", "inventory/la-subset.csv") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called."),
        new PlanKey("publisher", ValueForm.Text, "Who publishes it.", "UK Government"),
        new PlanKey("protocol", ValueForm.Text, "The accounting rules, as the publisher names them.", "GPC v1.1"),
        new PlanKey("boundary", ValueForm.Choice, "The total a page leads with.", "basic") { Choices = Boundaries },
        new PlanKey("boundary_note", ValueForm.Text, "What is inside and what is left out, in the publisher's sense."),
        new PlanKey("gases", ValueForm.Gases, "Gases it counts.", "[CO2, CH4, N2O]"),
        new PlanKey("published", ValueForm.Date, "When this edition was issued.", "2022-06-30"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of this plan.", "uk-la-2022")
    );

    public static readonly KeyTable Source = new(
        "source",
        "Who published a figure, in which edition and under which licence.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "uk-la-2022") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called.", "City inventory 2024") { Required = true },
        new PlanKey("publisher", ValueForm.Text, "Who publishes it."),
        new PlanKey("edition", ValueForm.Text, "Edition or years.", "2005 to 2020"),
        new PlanKey("published", ValueForm.Date, "When it was issued.", "2022-06-30"),
        new PlanKey("licence", ValueForm.Text, "Licence, as an SPDX id where there is one.", "OGL-UK-3.0"),
        new PlanKey("url", ValueForm.Url, "Where it can be read."),
        new PlanKey("retrieved", ValueForm.Date, "When it was taken from there.", "2026-11-22"),
        new PlanKey("note", ValueForm.Text, "Anything a reader should know.")
    );

    public static readonly KeyTable Plan = new(
        "plan",
        "A Lodestar plan: one place, its inventories and its sources.",
        new PlanKey("format", ValueForm.Format, "The format of this folder.", PlanNames.Format) { Required = true },
        new PlanKey("id", ValueForm.Id, "Stable id of the plan.", "glasgow") { Required = true },
        new PlanKey("name", ValueForm.Text, "Name of the place.", "Glasgow") { Required = true },
        new PlanKey("kind", ValueForm.Choice, "What kind of place it is.", "city") { Choices = Kinds },
        new PlanKey("country", ValueForm.Country, "ISO 3166-1 alpha-2 code.", "GB"),
        new PlanKey("codes", ValueForm.Codes, "Codes of the place by scheme.", "{gss: S12000049}"),
        new PlanKey("base_year", ValueForm.Year, "Base year of targets that name none.", "2006"),
        new PlanKey("horizon", ValueForm.Year, "Last year the plan looks at.", "2045"),
        new PlanKey("gwp_set", ValueForm.Choice, "The metric that joins gases; AR5 when left out.", "AR5")
        {
            Choices = GwpSets,
        },
        new PlanKey("currency", ValueForm.Currency, "ISO 4217 code.", "GBP"),
        new PlanKey("area", ValueForm.Area, "Area with its unit.", "176.36 km2"),
        new PlanKey("population", ValueForm.Path, "Table of people by year.", PlanNames.Population),
        new PlanKey("cycles", ValueForm.Map, Cycles.Description) { Keys = Cycles },
        new PlanKey(
            "inventories",
            ValueForm.List,
            "The inventories; targets are read against the first.",
            "[{id: city, file: inventory/city.csv}]"
        )
        {
            Keys = Inventory,
            Required = true,
        },
        new PlanKey("sources", ValueForm.List, "The sources that rows and targets name.") { Keys = Source }
    );

    public static readonly KeyTable Scope = new(
        "scope",
        "What the target covers; what is left out is not stated.",
        new PlanKey("sectors", ValueForm.Sectors, "all, or GPC sectors and sub-sectors.", "[I, II.1]"),
        new PlanKey("gases", ValueForm.Gases, "Gases covered.", "[CO2, CH4, N2O]"),
        new PlanKey("scopes", ValueForm.Scopes, "Scopes covered.", "[1, 2]"),
        new PlanKey("international_transport", ValueForm.Answer, "International aviation and shipping.", "no"),
        new PlanKey("credits", ValueForm.Answer, "Whether credits from elsewhere may count.", "yes"),
        new PlanKey("separate_removals", ValueForm.Answer, "Whether removals are a target of their own.", "no")
    );

    public static readonly KeyTable Milestone = new(
        "milestone",
        "A stated stop on the way: a year with a cut or a level.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "m2030") { Required = true },
        new PlanKey("year", ValueForm.Year, "The year.", "2030") { Required = true },
        new PlanKey("cut", ValueForm.Share, "Cut against the base year.", "30 %"),
        new PlanKey("level", ValueForm.Emission, "Level in mass.", "1500 kt CO2"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Residual = new(
        "residual",
        "A residual as a cut or a level.",
        new PlanKey("cut", ValueForm.Share, "Cut against the base year that leaves the residual.", "95 %"),
        new PlanKey("level", ValueForm.Emission, "Level in mass.", "100 kt CO2")
    );

    public static readonly KeyTable Path = new(
        "path",
        "The published yearly path.",
        new PlanKey("unit", ValueForm.Emission, "Unit of the values.", "kt CO2") { Required = true },
        new PlanKey("values", ValueForm.YearNumbers, "Amounts by year.", "{2025: 1000, 2030: 0}") { Required = true }
    );

    public static readonly KeyTable Version = new(
        "version",
        "One dated statement of the target. It is never edited away: a change is a new version.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "net-zero-2021") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called."),
        new PlanKey("kind", ValueForm.Choice, "How its numbers are written.", "base-year")
        {
            Choices = TargetKinds,
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
        new PlanKey("inventory", ValueForm.Reference, "Id of the inventory it is read against; else the plan's first."),
        new PlanKey("scope", ValueForm.Map, Scope.Description) { Keys = Scope },
        new PlanKey("milestones", ValueForm.List, "Stated stops, by year.") { Keys = Milestone },
        new PlanKey("net_zero_year", ValueForm.Year, "The net-zero year.", "2030"),
        new PlanKey("residual", ValueForm.Level, "What may still be emitted in the net-zero year.", "0 kt CO2")
        {
            Keys = Residual,
        },
        new PlanKey("path", ValueForm.Map, Path.Description) { Keys = Path },
        new PlanKey("review", ValueForm.Span, "Stated review cycle.", "5 yr"),
        new PlanKey("independent_oversight", ValueForm.Answer, "Whether somebody independent watches over it.", "no"),
        new PlanKey("reason", ValueForm.Text, "Why this version replaced the one before."),
        new PlanKey("source", ValueForm.Reference, "Id of a source of the plan.")
    );

    public static readonly KeyTable Target = new(
        "target",
        "A goal with its history.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "net-zero") { Required = true },
        new PlanKey("title", ValueForm.Text, "What it is called.", "Net zero carbon city"),
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
