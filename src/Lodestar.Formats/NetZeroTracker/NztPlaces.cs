// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>A place of the tracker and what its plan is called.</summary>
internal sealed record NztPlace(NztRow Row, JurisdictionKind Kind, Country Country, string Name, string Id)
{
    public ChoicePlace Choice(int index) =>
        new(
            index,
            $"{Name} ({Kind.ToString().ToLowerInvariant()})",
            Kind,
            Kind == JurisdictionKind.Country
                ? [Name, Row.Name, .. Country.Names.Values, .. Country.Aliases]
                : [Name, Row.Name, BeforeComma(Row.Name)],
            Kind == JurisdictionKind.Country ? [Country.Alpha2, Country.Alpha3, Row.IdCode] : [Row.IdCode]
        );

    /// <summary>"Boston, MA" → "Boston".</summary>
    public static string BeforeComma(string name) =>
        name.IndexOf(", ", StringComparison.Ordinal) is var comma and > 0 ? name[..comma] : name;
}

/// <summary>
/// Names and ids of all places of the sheet, so that they do not hang on which ones somebody asks for: short names where
/// no other place of the country and kind would share them; ids by name, to countries first, then cities, then regions.
/// </summary>
internal static class NztPlaces
{
    public static List<NztPlace> Of(IReadOnlyList<(NztRow Row, JurisdictionKind Kind, Country Country)> rows)
    {
        var shared = rows.GroupBy(r => (r.Kind, r.Country.Alpha2, NameMatch.Fold(NztPlace.BeforeComma(r.Row.Name))))
            .Where(g => g.Count() > 1)
            .SelectMany(g => g)
            .Select(r => r.Row)
            .ToHashSet();
        var taken = new UniqueIds();
        var named = rows.Select(r => (r.Row, r.Kind, r.Country, Name: NameOf(r.Row, r.Kind, r.Country, shared)))
            .ToList();
        var ids = new Dictionary<NztRow, string>();
        foreach (var place in named.OrderBy(p => RankOf(p.Kind)))
        {
            var name = taken.Has(PlanIds.Slug(place.Name)) ? $"{place.Name} {place.Kind}" : place.Name;
            name = taken.Has(PlanIds.Slug(name)) ? $"{place.Name} {place.Country.Alpha2} {place.Kind}" : name;
            ids.Add(place.Row, taken.Take(name));
        }

        return [.. named.Select(p => new NztPlace(p.Row, p.Kind, p.Country, p.Name, ids[p.Row]))];
    }

    private static string NameOf(NztRow row, JurisdictionKind kind, Country country, HashSet<NztRow> shared) =>
        kind == JurisdictionKind.Country ? country.Name
        : shared.Contains(row) ? row.Name
        : NztPlace.BeforeComma(row.Name);

    private static int RankOf(JurisdictionKind kind) =>
        kind switch
        {
            JurisdictionKind.Country => 0,
            JurisdictionKind.City => 1,
            _ => 2,
        };
}
