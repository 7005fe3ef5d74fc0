// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Formats.Imports;

/// <summary>The countries somebody asked for by name or code, as they typed them; all when nobody asked.</summary>
internal static class CountrySelection
{
    /// <summary>Alpha-2 codes of the wanted countries; what the file does not have is reported.</summary>
    /// <param name="asked">As typed.</param>
    /// <param name="known">The file's countries with the names it gives them.</param>
    /// <param name="leftOut">Names and codes of areas of the file that become no plan.</param>
    /// <param name="file">For the place of a diagnostic.</param>
    /// <param name="faults">Takes what is not in the file.</param>
    public static HashSet<string> Resolve(
        IReadOnlyList<string> asked,
        IReadOnlyCollection<(Country Country, string Name)> known,
        IEnumerable<string> leftOut,
        string file,
        DiagnosticBag faults
    )
    {
        var wanted = asked.Select(a => a.Trim()).Where(a => a.Length > 0).ToList();
        if (wanted.Count == 0)
        {
            return [.. known.Select(k => k.Country.Alpha2)];
        }

        var areas = leftOut.Select(NameMatch.Fold).ToHashSet();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var typed in wanted)
        {
            var folded = NameMatch.Fold(typed);
            var country =
                Countries.Find(typed)
                ?? Countries.FindByName(typed)
                ?? known.FirstOrDefault(k => NameMatch.Fold(k.Name) == folded).Country;
            if (country is not null && known.Any(k => k.Country == country))
            {
                codes.Add(country.Alpha2);
            }
            else if (areas.Contains(folded))
            {
                faults.Add(ImportFaults.AreaNotImported(file, typed));
            }
            else
            {
                var names = known.SelectMany(k => new[] { k.Country.Name, k.Name }).Distinct();
                faults.Add(ImportFaults.PlaceUnknown(file, typed, known.Count, NameMatch.Nearest(typed, names)));
            }
        }

        return codes;
    }
}
