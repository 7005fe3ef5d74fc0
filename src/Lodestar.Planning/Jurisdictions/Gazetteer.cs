// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>
/// Every place there is a page for: the countries of ISO 3166-1, the cities listed with the alliance, and the places
/// with a plan. Immutable; a change of the plans makes another one.
/// </summary>
public sealed class Gazetteer
{
    private readonly FrozenDictionary<string, Jurisdiction> _byId;
    private readonly FrozenDictionary<string, Jurisdiction> _byPlan;
    private readonly Lazy<FrozenDictionary<string, Jurisdiction>> _byName;
    private readonly ILookup<string, Jurisdiction> _byCountry;

    private Gazetteer(IReadOnlyList<Jurisdiction> places)
    {
        Places = places;
        _byId = places.ToFrozenDictionary(p => p.Id, StringComparer.OrdinalIgnoreCase);
        _byPlan = places
            .Where(p => p.PlanId is not null)
            .ToFrozenDictionary(p => p.PlanId!, StringComparer.OrdinalIgnoreCase);
        _byName = new(() => ByName(places));
        _byCountry = places.Where(p => p.Country is not null).ToLookup(p => p.Country!.Alpha2);
    }

    /// <summary>Countries first, by code, then the others by id.</summary>
    public IReadOnlyList<Jurisdiction> Places { get; }

    /// <summary>
    /// Joins what is known of countries and listed cities with the places that have plans. Of several plans for one
    /// country the first by name and id stands for it; the others are places of their own.
    /// </summary>
    /// <param name="planned">Places with <see cref="Jurisdiction.PlanId"/>; ids are those of their plans.</param>
    public static Gazetteer Of(IEnumerable<Jurisdiction> planned)
    {
        var open = planned.Select(WithListedNames).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        var countries = Countries.All.Select(c => OfCountry(c, Take(open, p => Is(p, c)))).ToList();
        // A plan may bear a country's code as its id; the address stays the country's.
        var taken = countries.Concat(open).Select(p => p.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var listed = open.Where(p => p.Kind != JurisdictionKind.Country).Select(ListingOf).ToHashSet();
        var cities = Groups
            .All.Where(l => l.Kind != JurisdictionKind.Country && !listed.Contains(l))
            .Select(OfListing)
            .Where(p => taken.Add(p.Id));
        return new Gazetteer([
            .. countries,
            .. open.Select(p => Countries.Find(p.Id) is null ? p : p with { Id = $"plan-{p.Id}" })
                .Concat(cities)
                .Select(p => p with { Coordinates = p.Coordinates ?? CityCoordinates.Of(p) })
                .OrderBy(p => p.Id, StringComparer.Ordinal),
        ]);
    }

    /// <summary>
    /// By id, id of its plan, (for a country) any ISO 3166-1 code, or (for another place) any of its names written as an
    /// address, where no other bears it; null when there is no such place.
    /// </summary>
    public Jurisdiction? Find(string? code) =>
        code is null ? null
        : _byId.TryGetValue(code, out var place) || _byPlan.TryGetValue(code, out place) ? place
        : Countries.Find(code) is { } country ? _byId.GetValueOrDefault(country.Alpha2.ToLowerInvariant())
        : _byName.Value.GetValueOrDefault(code);

    /// <summary>Id of the place that a code or id names; what is not known keeps its own, in small letters.</summary>
    public string IdOf(string code) => Find(code)?.Id ?? code.ToLowerInvariant();

    /// <summary>The country's own place.</summary>
    public Jurisdiction Of(Country country) => _byId[country.Alpha2.ToLowerInvariant()];

    /// <summary>What lies in a country, itself left out, by name.</summary>
    public IReadOnlyList<Jurisdiction> Inside(Country country)
    {
        var own = Of(country);
        return
        [
            .. _byCountry[country.Alpha2]
                .Where(p => !ReferenceEquals(p, own))
                .OrderBy(p => p.Name, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Other countries of the same sub-region (else region) that have a plan, by name.</summary>
    public IReadOnlyList<Jurisdiction> Neighbours(Country country) =>
        [
            .. Countries
                .All.Where(c =>
                    c != country
                    && c.SubRegion == country.SubRegion
                    && c.Region == country.Region
                    && c.SubRegion.Length > 0
                )
                .Select(Of)
                .Where(p => p.PlanId is not null)
                .OrderBy(p => p.Name, StringComparer.InvariantCultureIgnoreCase),
        ];

    /// <summary>A name as an address: "Rio de Janeiro" → "rio-de-janeiro".</summary>
    public static string AddressOf(string name) => NameFold.Fold(name).Replace(' ', '-');

    // A city listed as "minneapolis" may have its plan under another name; what two places share is neither's.
    private static FrozenDictionary<string, Jurisdiction> ByName(IEnumerable<Jurisdiction> places) =>
        places
            .Where(p => p.Kind != JurisdictionKind.Country)
            .SelectMany(p => NamesOf(p).Select(AddressOf).Distinct().Select(n => (Name: n, Place: p)))
            .GroupBy(n => n.Name)
            .Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First().Place);

    /// <summary>A city with a plan keeps the other names that it is listed under.</summary>
    private static Jurisdiction WithListedNames(Jurisdiction place) =>
        ListingOf(place) is { } listing
            ? place with
            {
                Aliases = place.Aliases.Concat(listing.Aliases.Append(listing.Name)).Distinct().ToEquatableList(),
            }
            : place;

    private static Jurisdiction? Take(List<Jurisdiction> open, Func<Jurisdiction, bool> wanted)
    {
        var found = open.Where(wanted).ToList();
        var place = found.Find(p => NameFold.Fold(p.Name) == NameFold.Fold(p.Country!.Name)) ?? found.FirstOrDefault();
        if (place is not null)
        {
            open.Remove(place);
        }

        return place;
    }

    private static bool Is(Jurisdiction place, Country country) =>
        place.Kind == JurisdictionKind.Country && place.Country == country;

    private static Listing? ListingOf(Jurisdiction place) =>
        Groups.Of(place.Kind, place.Country?.Alpha2, NamesOf(place));

    /// <summary>Its name, its names in other languages, and its aliases.</summary>
    public static IEnumerable<string> NamesOf(Jurisdiction place) =>
        place.Names.Select(n => n.Name).Prepend(place.Name).Concat(place.Aliases);

    private static Jurisdiction OfCountry(Country country, Jurisdiction? planned)
    {
        PlaceCode[] codes =
        [
            new("iso3166-1", country.Alpha2),
            new("iso3166-1-alpha3", country.Alpha3),
            new("iso3166-1-numeric", country.Numeric),
        ];
        var names = country.Names.Select(n => new LocalName(n.Key, n.Value));
        return new Jurisdiction(country.Alpha2.ToLowerInvariant(), country.Name, JurisdictionKind.Country)
        {
            Names = names
                .Concat(planned?.Names ?? EquatableList<LocalName>.Empty)
                .DistinctBy(n => n.Language)
                .OrderBy(n => n.Language, StringComparer.Ordinal)
                .ToEquatableList(),
            Aliases = country.Aliases,
            Codes = codes
                .Concat(planned?.Codes ?? EquatableList<PlaceCode>.Empty)
                .DistinctBy(c => c.Scheme)
                .ToEquatableList(),
            Country = country,
            Parents = planned?.Parents ?? EquatableList<Parent>.Empty,
            Population = Populations.Of(country.Alpha2) ?? planned?.Population,
            AreaKm2 = planned?.AreaKm2,
            Coordinates = planned?.Coordinates,
            PlanId = planned?.PlanId,
        };
    }

    private static Jurisdiction OfListing(Listing listing) =>
        new(AddressOf(listing.Name), listing.Name, listing.Kind)
        {
            Aliases = listing.Aliases,
            Country = Countries.Find(listing.Country),
        };
}
