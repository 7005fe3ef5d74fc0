// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;

namespace Lodestar.Planning.Practices;

/// <summary>Which places a practice is of, as the gazetteer knows them.</summary>
public static class PracticePlaces
{
    public static IEnumerable<string> IdsOf(GoodPractice practice, Gazetteer places) =>
        practice.Places.Select(places.IdOf).Distinct();

    /// <summary>The practices of a place itself, not of those that lie in it, in the order of the library.</summary>
    public static IEnumerable<GoodPractice> Of(Jurisdiction place, SharedLibrary library, Gazetteer places) =>
        library.Practices.Where(p => IdsOf(p, places).Contains(place.Id));

    /// <summary>
    /// Practices of other places in the same area and sector (or, like it, of no one sector), those with more in common
    /// first.
    /// </summary>
    public static IEnumerable<GoodPractice> Like(GoodPractice practice, SharedLibrary library, Gazetteer places)
    {
        var own = IdsOf(practice, places).ToHashSet(StringComparer.Ordinal);
        return library
            .Practices.Where(p =>
                p.Id != practice.Id
                && Shared(p.Areas, practice.Areas) > 0
                && (Shared(p.Sectors, practice.Sectors) > 0 || p.Sectors.Count + practice.Sectors.Count == 0)
                && !IdsOf(p, places).Any(own.Contains)
            )
            .OrderByDescending(p => Shared(p.Actions, practice.Actions))
            .ThenByDescending(p => Shared(p.Areas, practice.Areas) + Shared(p.Sectors, practice.Sectors));
    }

    private static int Shared(IEnumerable<string> some, IEnumerable<string> others) => some.Intersect(others).Count();
}
