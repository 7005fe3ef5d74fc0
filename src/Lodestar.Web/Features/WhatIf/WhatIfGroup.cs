// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>Measures and numbers that act on one sector, or on several.</summary>
internal sealed record WhatIfGroup(string Title, IReadOnlyList<ModelMeasure> Measures, IReadOnlyList<ModelLever> Levers)
{
    /// <summary>By sector in the order of the inventory; what acts on several sectors first.</summary>
    public static IEnumerable<WhatIfGroup> Of(PlanModel model, MessageCatalog texts)
    {
        var keys = model
            .Measures.Select(m => SectorOf(m.Categories))
            .Concat(model.Levers.Select(l => SectorOf(l.Categories)))
            .Distinct()
            .OrderBy(s => s is null ? -1 : Categories.RankOf(s));
        foreach (var sector in keys)
        {
            yield return new WhatIfGroup(
                sector is null ? texts.Of("web.what-if.several") : texts.Render(Categories.Name(sector)),
                [.. model.Measures.Where(m => SectorOf(m.Categories) == sector)],
                [.. model.Levers.Where(l => SectorOf(l.Categories) == sector)]
            );
        }
    }

    private static string? SectorOf(IEnumerable<string> categories)
    {
        var sectors = categories.Select(c => Categories.SectorOf(c) ?? c).Distinct().ToList();
        return sectors.Count == 1 ? sectors[0] : null;
    }
}

/// <summary>What the page of a what-if says in words.</summary>
internal static class WhatIfWords
{
    /// <summary>The query of an address: what it is pinned to, then what is asked.</summary>
    public static string Query(IEnumerable<(string Name, string Value)> pinned, string asked)
    {
        var parts = pinned.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}").ToList();
        if (asked.Length > 0)
        {
            parts.Add(asked);
        }

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
