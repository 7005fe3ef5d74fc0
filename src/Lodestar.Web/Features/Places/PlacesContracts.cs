// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Places;

/// <summary>A place found by a search.</summary>
/// <param name="Id">Alpha-2 code in lower case for a country, else the plan's id or the name as an address.</param>
/// <param name="By">The name that answered the search; null where nothing was searched for.</param>
/// <param name="Plan">Id of its plan on this server; null when there is none.</param>
/// <param name="Href">Its page.</param>
public sealed record PlaceHitContract(
    string Id,
    string Name,
    string? Kind,
    string? Country,
    string? CountryName,
    string? Plan,
    string Href,
    string? By,
    MatchKind? Match
)
{
    public static PlaceHitContract From(Jurisdiction place, MessageCatalog texts, PlaceMatch? match = null) =>
        new(
            place.Id,
            place.In(texts),
            place.Kind.Word(),
            place.Country?.Alpha2,
            place.Country.In(texts),
            place.PlanId,
            place.Href(),
            match?.By,
            match?.Kind
        );
}

/// <summary>Places, best match first; without a query those with plans, by name.</summary>
public sealed record PlaceHitsContract(string? Query, IReadOnlyList<PlaceHitContract> Places);

/// <summary>What is known of a place.</summary>
/// <param name="Codes">Code by scheme.</param>
/// <param name="Names">Name by language.</param>
/// <param name="Listed">"coalition" or "alliance" where a list of theirs names it; null is not a no.</param>
/// <param name="WouldTell">Publishers' files that would tell more of it.</param>
public sealed record PlaceContract(
    string Id,
    string Name,
    string? Kind,
    string? Country,
    string? Region,
    string? SubRegion,
    IReadOnlyDictionary<string, string> Codes,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<string> Aliases,
    PopulationContract? Population,
    double? AreaKm2,
    double? Latitude,
    double? Longitude,
    string? Listed,
    string? Plan,
    string Href,
    IReadOnlyList<OpenFile> WouldTell
)
{
    public static PlaceContract From(Jurisdiction place, MessageCatalog texts) =>
        new(
            place.Id,
            place.In(texts),
            place.Kind.Word(),
            place.Country?.Alpha2,
            place.Country?.Region,
            place.Country?.SubRegion,
            place.Codes.ToDictionary(c => c.Scheme, c => c.Code),
            place.Names.ToDictionary(n => n.Language, n => n.Name),
            place.Aliases,
            place.Population is { } p
                ? new(p.People, p.Year, Populations.Sources.FirstOrDefault(s => s.Id == p.Source)?.Publisher)
                : null,
            place.AreaKm2,
            place.Coordinates?.Latitude,
            place.Coordinates?.Longitude,
            Groups.Of(place.Kind, place.Country?.Alpha2, Gazetteer.NamesOf(place))?.Group,
            place.PlanId,
            place.Href(),
            PublishersFor.Of(place)
        );
}

/// <summary>People in a year.</summary>
/// <param name="Publisher">Who counted; null where the place's own plan says it, with its source there.</param>
public sealed record PopulationContract(double People, int Year, string? Publisher);
