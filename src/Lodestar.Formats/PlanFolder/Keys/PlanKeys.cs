// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>Every key of plan.yaml: the one place that knows them.</summary>
internal static class PlanKeys
{
    public static readonly IReadOnlyList<string> Kinds = ["city", "region", "country", "combined-authority"];
    public static readonly IReadOnlyList<string> Boundaries =
    [
        "basic",
        "basic+",
        "territorial",
        "national",
        "national+land",
        "not-stated",
    ];
    public static readonly IReadOnlyList<string> Schemes = ["gpc", .. CategoryScheme.All.Select(s => s.Id)];
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
        new PlanKey(
            "categories",
            ValueForm.Choice,
            "The scheme of bare categories in its table; gpc when left out.",
            "crt"
        )
        {
            Choices = Schemes,
        },
        new PlanKey("boundary", ValueForm.Choice, "The total a page leads with.", "basic") { Choices = Boundaries },
        new PlanKey("boundary_note", ValueForm.Text, "What is inside and what is left out, in the publisher's sense."),
        new PlanKey("gases", ValueForm.Gases, "Gases it counts.", "[CO2, CH4, N2O]"),
        new PlanKey("published", ValueForm.Date, "When this edition was issued.", "2022-06-30"),
        new PlanKey("source", ValueForm.Reference, "Id of a source of this plan.", "uk-la-2022")
    );

    public static readonly KeyTable Projection = new(
        "projection",
        "Series that somebody published of what will be emitted.",
        new PlanKey("id", ValueForm.Id, "Stable id.", "btr-2024") { Required = true },
        new PlanKey("file", ValueForm.Path, "Its table in this folder.", "projections/btr-2024.csv")
        {
            Required = true,
        },
        new PlanKey("title", ValueForm.Text, "What it is called."),
        new PlanKey("publisher", ValueForm.Text, "Who publishes it."),
        new PlanKey("published", ValueForm.Date, "When it was issued.", "2024-12-30"),
        new PlanKey("boundary_note", ValueForm.Text, "What is inside and what is left out, in the publisher's sense."),
        new PlanKey(
            "categories",
            ValueForm.Choice,
            "The scheme of bare categories in its table; gpc when left out.",
            "crt"
        )
        {
            Choices = Schemes,
        },
        new PlanKey("source", ValueForm.Reference, "Id of a source of this plan.")
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
        new PlanKey("names", ValueForm.Codes, "Names by language.", "{fr: Copenhague}"),
        new PlanKey(
            "parents",
            ValueForm.Codes,
            "Places it lies in, other than its country, each with the years it did and how much of it does.",
            "{SE-AB: 1971-}"
        ),
        new PlanKey("coordinates", ValueForm.Coordinates, "Degrees north and east.", "55.86, -4.25"),
        new PlanKey("base_year", ValueForm.Year, "Base year of targets that name none.", "2006"),
        new PlanKey("horizon", ValueForm.Year, "Last year the plan looks at.", "2045"),
        new PlanKey("gwp_set", ValueForm.Choice, "The metric that joins gases; AR5 when left out.", "AR5")
        {
            Choices = GwpSets,
        },
        new PlanKey("currency", ValueForm.Currency, "ISO 4217 code.", "GBP"),
        new PlanKey("area", ValueForm.Area, "Area with its unit.", "176.36 km2"),
        new PlanKey("population", ValueForm.Path, "Table of people by year.", PlanNames.Population),
        new PlanKey("gdp", ValueForm.Path, "Table of real gross domestic product by year.", PlanNames.Gdp),
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
        new PlanKey("projections", ValueForm.List, "Published projections.") { Keys = Projection },
        new PlanKey("powers", ValueForm.List, "Which powers the place holds.") { Keys = ControlKeys.Power },
        new PlanKey("sources", ValueForm.List, "The sources that rows and targets name.") { Keys = Source }
    );
}
