// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Formats.Smhi;

/// <summary>The places somebody asked for: a municipality by its name, a county by its name or code, the nation.</summary>
internal static class SmhiSelection
{
    private const int SuggestionsForMany = 8;

    public static HashSet<SmhiPlace> Resolve(
        IReadOnlyList<string> asked,
        IReadOnlyList<SmhiPlace> places,
        string file,
        DiagnosticBag faults
    )
    {
        var typed = asked.Select(a => a.Trim()).Where(a => a.Length > 0).ToList();
        if (typed.Count == 0)
        {
            return [.. places];
        }

        var wanted = new HashSet<SmhiPlace>();
        foreach (var name in typed)
        {
            var found = Find(places, name);
            if (found.Count == 1)
            {
                wanted.Add(found[0]);
            }
            else if (found.Count > 1)
            {
                var names = found.Select(f => f.Name).Take(SuggestionsForMany);
                faults.Add(ImportFaults.PlaceAmbiguous(file, name, found.Count, names));
            }
            else
            {
                var names = NameMatch.Nearest(name, places.Select(p => p.Name).Distinct());
                faults.Add(ImportFaults.PlaceUnknown(file, name, places.Count, names));
            }
        }

        return wanted;
    }

    // "Stockholm" is the municipality; the county is "Stockholms län".
    private static List<SmhiPlace> Find(IReadOnlyList<SmhiPlace> places, string typed)
    {
        var folded = NameMatch.Fold(typed);
        var country = Countries.Find(typed) ?? Countries.FindByName(typed);
        Func<SmhiPlace, bool>[] tests =
        [
            p => p.IsNation && (country?.Alpha2 == "SE" || folded == NameMatch.Fold(p.Name)),
            // Habo and Håbo are two municipalities: what is typed exactly comes before what is typed roughly.
            p =>
                !p.IsNation
                && !p.IsCounty
                && string.Equals(p.Name.Normalize(), typed.Normalize(), StringComparison.OrdinalIgnoreCase),
            p => !p.IsNation && !p.IsCounty && NameMatch.Fold(p.Name) == folded,
            p =>
                p.IsCounty
                && (
                    NameMatch.Fold(p.Name) == folded
                    || string.Equals(SmhiMapping.CountyCode(p.County), typed, StringComparison.OrdinalIgnoreCase)
                ),
            p => NameMatch.ContainsWords(NameMatch.Fold(p.Name), folded),
        ];
        return tests.Select(t => places.Where(t).ToList()).FirstOrDefault(f => f.Count > 0) ?? [];
    }
}
