// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Actions;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Plans;

/// <summary>What kind of place a plan is for.</summary>
public enum JurisdictionKind
{
    NotStated = 0,
    City,
    Region,
    Country,

    /// <summary>A combined authority or other body whose area holds other jurisdictions.</summary>
    CombinedAuthority,
}

/// <summary>
/// Everything one jurisdiction states, as read from its folder. A plan with faults still opens: what could not be read
/// is null or left out, and the diagnostics beside it say so.
/// </summary>
public sealed record Plan
{
    /// <summary>Stable id: lower-case letters, digits and hyphens; also its place in addresses.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public JurisdictionKind Kind { get; init; }

    /// <summary>Codes by scheme: "iso3166-1" → "GB", "un-locode" → "GB GLW", "gss" → "S12000049".</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    public string? Country { get; init; }

    /// <summary>Names by language (BCP 47): "fr" → "Copenhague"; <see cref="Name"/> is the one used where none fits.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Places that this one lies in, other than its country, with dates.</summary>
    public EquatableList<Parent> Parents { get; init; } = EquatableList<Parent>.Empty;

    public Coordinates? Coordinates { get; init; }

    /// <summary>Default base year of the plan's targets.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Last year the plan looks at.</summary>
    public int? Horizon { get; init; }

    /// <summary>The metric that joins gases when rows of several stand in one inventory.</summary>
    public GwpSet GwpSet { get; init; } = GwpSet.AR5;

    public string? Currency { get; init; }

    /// <summary>Area with its unit.</summary>
    public Quantity? Area { get; init; }

    /// <summary>People by year (unit person); null when not stated.</summary>
    public YearSeries? Population { get; init; }

    /// <summary>
    /// Real gross domestic product by year, in money of one year ("MUSD_2017"); null when not stated. Nominal money is
    /// never read into it.
    /// </summary>
    public YearSeries? Gdp { get; init; }

    /// <summary>How often the jurisdiction says it renews its records; null entries fall back to two and five years.</summary>
    public Cycles Cycles { get; init; } = new();

    public EquatableList<InventoryRecord> Inventories { get; init; } = EquatableList<InventoryRecord>.Empty;

    public EquatableList<Target> Targets { get; init; } = EquatableList<Target>.Empty;

    public EquatableList<ProjectionRecord> Projections { get; init; } = EquatableList<ProjectionRecord>.Empty;

    public EquatableList<ReportedMeasure> Measures { get; init; } = EquatableList<ReportedMeasure>.Empty;

    public EquatableList<Scenario> Scenarios { get; init; } = EquatableList<Scenario>.Empty;

    /// <summary>How its measures are delivered.</summary>
    public EquatableList<PlanAction> Actions { get; init; } = EquatableList<PlanAction>.Empty;

    /// <summary>What it claims of the actions of each framework.</summary>
    public EquatableList<FrameworkStatement> Frameworks { get; init; } = EquatableList<FrameworkStatement>.Empty;

    /// <summary>Which powers it holds, and who holds those that it lacks.</summary>
    public EquatableList<HeldPower> Powers { get; init; } = EquatableList<HeldPower>.Empty;

    /// <summary>What it needs others to decide.</summary>
    public EquatableList<Ask> Asks { get; init; } = EquatableList<Ask>.Empty;

    public EquatableList<Source> Sources { get; init; } = EquatableList<Source>.Empty;

    /// <summary>Paths of all files of the folder, so that a finding can name the one that would switch it on.</summary>
    public EquatableList<string> Files { get; init; } = EquatableList<string>.Empty;

    /// <summary>The name for a sentence that may be read in any language.</summary>
    public LocalText PlaceName =>
        new(
            Name,
            Languages.All.Select(l => (Language: l, Name: NameIn(l))).Where(n => n.Name != Name).ToEquatableList()
        );

    /// <summary>
    /// The name in a language ("fr", "fr-CA"); for a country that bears its usual English name the usual one there; else
    /// <see cref="Name"/>.
    /// </summary>
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var name) || Names.TryGetValue(language.Split('-')[0], out name) ? name
        : Kind == JurisdictionKind.Country
        && Countries.Find(Country) is { } country
        && country.Name == Name
        && country.Names.TryGetValue(language.Split('-')[0], out name)
            ? name
        : Name;

    public Source? FindSource(string? id) => id is null ? null : Sources.FirstOrDefault(s => s.Id == id);
}

/// <summary>Stated renewal cycles in years.</summary>
public sealed record Cycles(double? InventoryYears = null, double? TargetYears = null)
{
    /// <summary>DESIGN §5: two years for inventories and five for targets when nothing is stated.</summary>
    public const double DefaultInventoryYears = 2;

    public const double DefaultTargetYears = 5;
}

/// <summary>Who published a figure, in which edition and under which licence.</summary>
public sealed record Source(string Id, string Title)
{
    public string? Publisher { get; init; }
    public string? Edition { get; init; }
    public DateOnly? Published { get; init; }
    public string? Licence { get; init; }
    public string? Url { get; init; }
    public DateOnly? Retrieved { get; init; }
    public string? Note { get; init; }
}
