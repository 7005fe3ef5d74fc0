// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Imports;

/// <summary>A place of a file of many, under all the names and codes by which somebody may ask for it.</summary>
/// <param name="Index">What the importer knows it by.</param>
/// <param name="Display">How it is called where it has to be told from others: "Hamburg (region)".</param>
internal sealed record ChoicePlace(
    int Index,
    string Display,
    JurisdictionKind Kind,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Codes
)
{
    public static ChoicePlace Of(int index, Country country) =>
        new(
            index,
            country.Name,
            JurisdictionKind.Country,
            [country.Name, .. country.Names.Values, .. country.Aliases],
            [country.Alpha2, country.Alpha3]
        );
}

/// <summary>Finds the places somebody asked for among those of a file.</summary>
internal static class PlaceChoice
{
    private const int SuggestionsForMany = 8;

    /// <summary>Indices of the wanted places, all when nobody asked; what cannot be told is reported and left out.</summary>
    public static HashSet<int> Resolve(
        IReadOnlyList<ChoicePlace> places,
        ImportOptions options,
        string file,
        DiagnosticBag faults
    )
    {
        var asked = options.Only.Select(a => a.Trim()).Where(a => a.Length > 0).ToList();
        if (asked.Count == 0)
        {
            return [.. places.Select(p => p.Index)];
        }

        var byCode = ByWord(places, p => p.Codes, StringComparer.OrdinalIgnoreCase, w => w);
        var byName = ByWord(places, p => p.Names.Append(p.Display), StringComparer.Ordinal, NameMatch.Fold);
        var wanted = new HashSet<int>();
        foreach (var typed in asked)
        {
            var found = byCode.GetValueOrDefault(typed) ?? byName.GetValueOrDefault(NameMatch.Fold(typed)) ?? [];
            if (found.Count > 1 && found.Where(p => p.Kind == options.OnlyKind).ToList() is [var meant])
            {
                found = [meant];
            }

            switch (found)
            {
                case [var one]:
                    wanted.Add(one.Index);
                    break;
                case []:
                    var near = NameMatch.Nearest(typed, places.SelectMany(p => p.Names).Distinct());
                    faults.Add(ImportFaults.PlaceUnknown(file, typed, places.Count, near));
                    break;
                default:
                    var names = found.Select(p => p.Display).Take(SuggestionsForMany);
                    faults.Add(ImportFaults.PlaceAmbiguous(file, typed, found.Count, names));
                    break;
            }
        }

        return wanted;
    }

    private static Dictionary<string, List<ChoicePlace>> ByWord(
        IEnumerable<ChoicePlace> places,
        Func<ChoicePlace, IEnumerable<string>> words,
        StringComparer comparer,
        Func<string, string> fold
    ) =>
        places
            .SelectMany(p => words(p).Select(fold).Distinct(comparer).Select(w => (Word: w, Place: p)))
            .Where(p => p.Word.Length > 0)
            .GroupBy(p => p.Word, comparer)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Place).ToList(), comparer);
}
