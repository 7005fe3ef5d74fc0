// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Formats.Library;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Places;

/// <summary>A plan in a list of places, with what the gazetteer knows of its place.</summary>
public sealed record PlannedPlace(PlanSummary Plan, Jurisdiction Place, Listing? Listing)
{
    /// <summary>Emissions against the stated base year, as a fraction less one; null where either is not known.</summary>
    public double? Change =>
        Plan is { Tonnes: { } now, BaseTonnes: > 0 and { } then } && Plan.BaseYear < Plan.InventoryYear
            ? now / then - 1
            : null;
}

/// <summary>All places of one state of the store: what overview, search, comparison and place pages read.</summary>
public sealed class PlaceCatalog
{
    private readonly Lazy<PlaceSearch> _search;
    private readonly Lazy<Adopters> _adopters;
    private readonly string _libraryStamp;

    public PlaceCatalog(string stamp, DateOnly day, EquatableList<PlanSummary> plans, LibraryReading library)
    {
        (Stamp, Day, Plans, Library, _libraryStamp) = (stamp, day, plans, library.Library, library.Stamp);
        Gazetteer = Gazetteer.Of(plans.Select(PlaceOf));
        Planned =
        [
            .. plans.Select(p =>
            {
                var place = Gazetteer.Find(p.PlanId) is { } found && found.PlanId == p.PlanId ? found : PlaceOf(p);
                return new PlannedPlace(p, place, Groups.Of(place.Kind, p.Alpha2, Gazetteer.NamesOf(place)));
            }),
        ];
        ByPlan = Planned.ToFrozenDictionary(p => p.Plan.PlanId);
        _search = new(() => new PlaceSearch(Gazetteer.Places));
        _adopters = new(() => new Adopters(Planned));
    }

    /// <summary>Same key, same places and library.</summary>
    public string Key => FormattableString.Invariant($"{Stamp} {_libraryStamp} {Day:O} {AllOfToday}");

    /// <summary>True when every verdict is of <see cref="Day"/>; else some are of the day they carry.</summary>
    public bool AllOfToday => Plans.All(p => p.AsOf == Day);

    internal string Stamp { get; }

    internal DateOnly Day { get; }

    /// <summary>By name.</summary>
    public EquatableList<PlanSummary> Plans { get; }

    public IReadOnlyList<PlannedPlace> Planned { get; }

    public FrozenDictionary<string, PlannedPlace> ByPlan { get; }

    public Gazetteer Gazetteer { get; }

    /// <summary>Frameworks, practices, alliances and powers that all places share.</summary>
    public SharedLibrary Library { get; }

    public PlaceSearch Search => _search.Value;

    /// <summary>Who has taken over what of the library.</summary>
    public Adopters Adopters => _adopters.Value;

    private static Jurisdiction PlaceOf(PlanSummary plan) =>
        new(plan.PlanId, plan.Name, KindOf(plan.Kind))
        {
            Names = plan.Names,
            Codes = plan.Codes,
            Country = Countries.Find(plan.Alpha2),
            Parents = plan.Parents,
            Population = plan is { Population: { } people, PopulationYear: { } year }
                ? new PopulationFigure(people, year, null)
                : null,
            AreaKm2 = plan.AreaKm2,
            Coordinates = plan is { Latitude: { } north, Longitude: { } east } ? new Coordinates(north, east) : null,
            PlanId = plan.PlanId,
        };

    private static JurisdictionKind KindOf(string? kind) =>
        kind switch
        {
            "city" => JurisdictionKind.City,
            "region" => JurisdictionKind.Region,
            "country" => JurisdictionKind.Country,
            "combined-authority" => JurisdictionKind.CombinedAuthority,
            _ => JurisdictionKind.NotStated,
        };
}

/// <summary>Keeps the last catalogue made, for all requests.</summary>
internal sealed class PlaceShelf
{
    public PlaceCatalog? Current { get; set; }
}

/// <summary>Opens the catalogue of the store as it is now; it is made anew when a plan or the day changed.</summary>
internal sealed class PlaceCatalogs(PlanIndex index, TimeProvider time, PlaceShelf shelf, LibraryReading library)
{
    public async Task<PlaceCatalog> OpenAsync(CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var stamp = await index.StampAsync(cancellation);
        if (shelf.Current is { } kept && kept.Stamp == stamp && kept.Day == today && kept.AllOfToday)
        {
            return kept;
        }

        return shelf.Current = new PlaceCatalog(stamp, today, await index.ListAsync(cancellation), library);
    }
}

/// <summary>Names of places as readers know them.</summary>
internal static class PlaceNames
{
    public static string In(this Jurisdiction place, MessageCatalog texts) => place.NameIn(texts.Language);

    public static string In(this PlannedPlace place, MessageCatalog texts) =>
        place.Plan.Names.FirstOrDefault(n => n.Language == texts.Language)?.Name ?? place.Plan.Name;

    public static string? In(this Country? country, MessageCatalog texts) =>
        country is null ? null : country.Names.GetValueOrDefault(texts.Language) ?? country.Name;

    /// <summary>"country", "city" … as addresses and texts spell it; null when not stated.</summary>
    public static string? Word(this JurisdictionKind kind) =>
        kind switch
        {
            JurisdictionKind.City => "city",
            JurisdictionKind.Region => "region",
            JurisdictionKind.Country => "country",
            JurisdictionKind.CombinedAuthority => "combined-authority",
            _ => null,
        };

    /// <summary>Where a link to the place leads: its plan, else its own page.</summary>
    public static string Href(this Jurisdiction place) =>
        place.PlanId is { } plan ? $"/plans/{Uri.EscapeDataString(plan)}" : $"/places/{Uri.EscapeDataString(place.Id)}";
}
