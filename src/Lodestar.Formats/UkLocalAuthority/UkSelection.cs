// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>The areas somebody asked for, by name or code, as they typed them.</summary>
internal sealed class UkSelection(IReadOnlyList<string> asked)
{
    private const int SuggestionsForMany = 8;

    private readonly (string Typed, string Folded)[] _asked =
    [
        .. asked.Select(a => a.Trim()).Where(a => a.Length > 0).Select(a => (a, NameMatch.Fold(a))),
    ];

    /// <summary>Whether an area may turn out to be wanted once all names of the file are known.</summary>
    public bool MayWant(string code, string officialName) =>
        _asked.Length == 0
        || _asked.Any(a =>
            code.Equals(a.Typed, StringComparison.OrdinalIgnoreCase)
            || NameMatch.ContainsWords(NameMatch.Fold(officialName), a.Folded)
        );

    /// <summary>Codes of the wanted areas; what cannot be told is reported and left out.</summary>
    public HashSet<string> Resolve(Dictionary<string, UkName> names, string file, DiagnosticBag faults)
    {
        if (_asked.Length == 0)
        {
            return [.. names.Keys];
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (typed, folded) in _asked)
        {
            var found = Find(names, typed, folded);
            if (found.Count == 1)
            {
                wanted.Add(found[0].Code);
            }
            else if (found.Count > 1)
            {
                faults.Add(
                    ImportFaults.PlaceAmbiguous(
                        file,
                        typed,
                        found.Count,
                        found.Select(f => f.OfficialName).Take(SuggestionsForMany)
                    )
                );
            }
            else
            {
                var known = names.Values.SelectMany(n => new[] { n.Name, n.OfficialName }).Distinct();
                faults.Add(ImportFaults.PlaceUnknown(file, typed, names.Count, NameMatch.Nearest(typed, known)));
            }
        }

        return wanted;
    }

    private static List<UkName> Find(Dictionary<string, UkName> names, string typed, string folded)
    {
        Func<UkName, bool>[] tests =
        [
            n => n.Code.Equals(typed, StringComparison.OrdinalIgnoreCase),
            n => NameMatch.Fold(n.OfficialName) == folded,
            n => NameMatch.Fold(n.Name) == folded,
            n => NameMatch.Fold(UkAreas.ShortName(n.OfficialName)) == folded,
            n => NameMatch.ContainsWords(NameMatch.Fold(n.OfficialName), folded),
        ];
        return tests.Select(t => names.Values.Where(t).ToList()).FirstOrDefault(f => f.Count > 0) ?? [];
    }
}
