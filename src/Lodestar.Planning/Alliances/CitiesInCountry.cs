// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Alliances;

/// <summary>What the cities of a country promised, held against what the country did.</summary>
/// <param name="Today">The latest year in which the country and most of the cities are inventoried.</param>
/// <param name="Cities">The cities held, by code.</param>
/// <param name="LeftOut">Cities that state no path, or no inventory of that year.</param>
/// <param name="SameUnit">True when both sides are in one unit, so that tonnes can be held against tonnes; else cuts alone.</param>
public sealed record CitiesInCountry(
    string Country,
    int Today,
    EquatableList<string> Cities,
    EquatableList<string> LeftOut,
    bool SameUnit,
    EquatableList<CityFit> Milestones
)
{
    /// <summary>The cities' share of the country's emissions in <see cref="Today"/>; null where units differ.</summary>
    public double? ShareToday { get; init; }

    /// <summary>
    /// Null when country or cities state too little to be held together. A city counts by the part of it that lies in the
    /// country and in no other of the cities. Both sides are what their paths are of, in that year.
    /// </summary>
    public static CitiesInCountry? Of(PlaceFacts country, IEnumerable<PlaceFacts> cities, Hierarchy hierarchy)
    {
        var all = cities
            .Where(c => c.Code != country.Code)
            .DistinctBy(c => c.Code)
            .OrderBy(c => c.Code, StringComparer.Ordinal)
            .ToList();
        var able = all.FindAll(c => c is { Path.Count: > 0, Stated.Count: > 0 });
        if (country.Path.Count == 0 || TodayOf(country, able) is not { } today)
        {
            return null;
        }

        // One unit among the cities, or their tonnes cannot be added.
        var unit = able.Where(c => c.StatedIn(today) is not null)
            .GroupBy(c => (c.StatedGas, c.GwpSet))
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key == (country.StatedGas, country.GwpSet))
            .ThenBy(g => g.Key.StatedGas, StringComparer.Ordinal)
            .ThenBy(g => g.Key.GwpSet, StringComparer.Ordinal)
            .First()
            .Key;
        var held = able.FindAll(c => c.StatedIn(today) is not null && (c.StatedGas, c.GwpSet) == unit);
        var codes = held.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        double Weight(PlaceFacts city, int year) =>
            hierarchy.Covered(city.Node, new HashSet<string> { country.Code }, year)
            * (1 - hierarchy.Covered(city.Node, codes, year));
        var before = held.Sum(c => LevelOf(c, today) * Weight(c, today));
        var countryBefore = LevelOf(country, today);
        if (before <= 0 || countryBefore <= 0)
        {
            return null;
        }

        var same = unit == (country.StatedGas, country.GwpSet);
        var stops = AlliancePromises.Ladder.Where(y =>
            y > today && country.PathIn(y) is not null && held.TrueForAll(c => c.PathIn(y) is not null)
        );
        return new CitiesInCountry(
            country.Code,
            today,
            held.Select(c => c.Code).ToEquatableList(),
            all.Where(c => !codes.Contains(c.Code)).Select(c => c.Code).ToEquatableList(),
            same,
            stops
                .Select(y =>
                    CityFit.Of(
                        y,
                        (before, held.Sum(c => c.PathIn(y)!.Value * Weight(c, y))),
                        (countryBefore, country.PathIn(y)!.Value),
                        same
                    )
                )
                .ToEquatableList()
        )
        {
            ShareToday = same ? before / countryBefore : null,
        };
    }

    private static double LevelOf(PlaceFacts place, int year) => place.StatedIn(year)!.Value * place.PathCovers;

    private static int? TodayOf(PlaceFacts country, List<PlaceFacts> cities) =>
        cities
            .SelectMany(c => c.Stated.Select(s => s.Year))
            .Where(y => country.StatedIn(y) is not null)
            .GroupBy(y => y)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => (int?)g.Key)
            .FirstOrDefault();
}

/// <summary>One year of the ladder. Cuts are against today: 0.4 is 40 % less.</summary>
/// <param name="Fits">True when the cities cut at least as fast as the country promised, so that their share does not grow.</param>
/// <param name="Share">The cities' share of the country's path; null where units differ, or nothing is left of the path.</param>
/// <param name="RestMust">
/// What everybody else in the country would have to cut; null where units differ. Above 1 the rest would have to take up more
/// than it emits.
/// </param>
public sealed record CityFit(int Year, double CitiesCut, double CountryCut, bool Fits, double? Share, double? RestMust)
{
    private const double Tolerance = 1e-9;

    /// <summary>From levels of today and of the year, cities' and country's.</summary>
    public static CityFit Of(
        int year,
        (double Before, double After) cities,
        (double Before, double After) country,
        bool sameUnit
    )
    {
        var (citiesCut, countryCut) = (1 - cities.After / cities.Before, 1 - country.After / country.Before);
        var rest = country.Before - cities.Before;
        return new CityFit(
            year,
            citiesCut,
            countryCut,
            citiesCut >= countryCut - Tolerance,
            sameUnit && country.After > 0 ? cities.After / country.After : null,
            sameUnit && rest > 0 ? 1 - (country.After - cities.After) / rest : null
        );
    }
}
