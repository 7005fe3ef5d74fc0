// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>What one area of a file is called and which id its plan gets.</summary>
internal sealed record UkName(string Code, string OfficialName, string Name, string Id);

/// <summary>Names of all areas of a file: short ones where no other area would share them.</summary>
internal static class UkNames
{
    public static Dictionary<string, UkName> Of(IEnumerable<UkArea> areas)
    {
        var ordered = areas.OrderBy(a => a.Code, StringComparer.Ordinal).ToList();
        var shared = ordered
            .GroupBy(a => PlanIds.Slug(UkAreas.ShortName(a.OfficialName)))
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, UkName>(StringComparer.Ordinal);
        var taken = new UniqueIds();
        foreach (var area in ordered)
        {
            var shortName = UkAreas.ShortName(area.OfficialName);
            var name = shared.Contains(PlanIds.Slug(shortName)) ? area.OfficialName : shortName;
            var id = taken.Take(taken.Has(PlanIds.Slug(name)) ? $"{name} {area.Code}" : name);
            names.Add(area.Code, new UkName(area.Code, area.OfficialName, name, id));
        }

        return names;
    }
}
