// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>Where cities lie whose plans do not say so, to a hundredth of a degree, from the embedded table (GeoNames).</summary>
public static class CityCoordinates
{
    private static readonly FrozenDictionary<(string Alpha2, string Name), Coordinates> Table = EmbeddedTable
        .Read("Jurisdictions.Tables.coordinates.csv")
        .ToFrozenDictionary(
            row => (row["alpha2"], NameFold.Fold(row["name"])),
            row => new Coordinates(Degrees(row["latitude"]), Degrees(row["longitude"]))
        );

    /// <summary>By country and any of its names; null for a country, and for what is not in the table.</summary>
    public static Coordinates? Of(Jurisdiction place) =>
        place is { Kind: not Plans.JurisdictionKind.Country, Country: { } country }
            ? Gazetteer
                .NamesOf(place)
                .Select(n => (country.Alpha2, NameFold.Fold(n)))
                .Where(Table.ContainsKey)
                .Select(key => (Coordinates?)Table[key])
                .FirstOrDefault()
            : null;

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
