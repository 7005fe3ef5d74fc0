// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Formats.Imports;

/// <summary>An area of a file of many: as the file writes it, and the country it is; null for a group.</summary>
internal sealed record Area(string Name, Country? Country);

/// <summary>Finds the areas somebody asked for by name or code, as they typed them.</summary>
internal static class AreaSelection
{
    /// <summary>Names, as the file writes them, of the areas to take: all countries when nobody asked.</summary>
    /// <param name="areas">The file's areas.</param>
    /// <param name="asked">As typed.</param>
    /// <param name="takesGroups">Whether a group may be asked for; it is never taken unasked.</param>
    /// <param name="file">For places.</param>
    /// <param name="faults">Takes what cannot be told.</param>
    public static HashSet<string> Resolve(
        IReadOnlyCollection<Area> areas,
        IReadOnlyList<string> asked,
        bool takesGroups,
        string file,
        DiagnosticBag faults
    )
    {
        var typed = asked.Select(a => a.Trim()).Where(a => a.Length > 0).ToList();
        if (typed.Count == 0)
        {
            return [.. areas.Where(a => a.Country is not null).Select(a => a.Name)];
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in typed)
        {
            var folded = NameMatch.Fold(name);
            var country = Countries.Find(name) ?? Countries.FindByName(name);
            var found = areas
                .Where(a => NameMatch.Fold(a.Name) == folded || (country is not null && a.Country == country))
                .ToList();
            if (found.Count == 0)
            {
                var known = areas.SelectMany(a => new[] { a.Country?.Name ?? a.Name, a.Name }).Distinct();
                faults.Add(ImportFaults.PlaceUnknown(file, name, areas.Count, NameMatch.Nearest(name, known)));
            }
            else if (!takesGroups && found.TrueForAll(a => a.Country is null))
            {
                faults.Add(ImportFaults.AreaIsGroup(file, name));
            }

            wanted.UnionWith(found.Where(a => takesGroups || a.Country is not null).Select(a => a.Name));
        }

        return wanted;
    }
}
