// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Inventory;

/// <summary>
/// Categories of every scheme in one notation: GPC codes bare ("I.1.1"), all others with their scheme
/// ("ipcc2006:1.A", "crt:3.A", "edgar:power", "gas:fossil-co2").
/// </summary>
public static class Categories
{
    // GPC codes rank first, then the schemes in the order of their table.
    private const int SchemeSpan = 10_000;

    public static bool IsCategory(string category) =>
        CategoryScheme.Split(category) is var (scheme, code) ? scheme.Has(code) : GpcTable.IsCategory(category);

    /// <summary>True for a category of the GPC, whose totals are BASIC, BASIC+ and territorial.</summary>
    public static bool IsGpc(string category) => GpcTable.IsCategory(category);

    /// <summary>Top level of any category ("crt:3.A" → "crt:3"); null for what is none.</summary>
    public static string? SectorOf(string? category) =>
        category is null ? null
        : CategoryScheme.Split(category) is var (scheme, code)
            ? (scheme.Has(code) ? scheme.Category(TopOf(code)) : null)
        : GpcTable.SectorOf(category);

    /// <summary>Second level of a category that is at least that fine; null for a sector or what is none.</summary>
    public static string? SubSectorOf(string? category)
    {
        if (category is null || CategoryScheme.Split(category) is not var (scheme, code))
        {
            return GpcTable.SubSectorOf(category);
        }

        var parts = code.Split('.');
        return scheme.Has(code) && parts.Length > 1 ? scheme.Category($"{parts[0]}.{parts[1]}") : null;
    }

    /// <summary>True when <paramref name="category"/> is <paramref name="group"/> or lies inside it.</summary>
    public static bool IsWithin(string category, string group) => GpcTable.IsWithin(category, group);

    /// <summary>The place of a category in the order of its scheme; categories of nobody's come last.</summary>
    public static int RankOf(string category)
    {
        if (CategoryScheme.Split(category) is not var (scheme, code))
        {
            return GpcTable.RankOf(category);
        }

        var at = CategoryScheme.All.Index().First(s => s.Item == scheme).Index;
        return scheme.Has(code) ? (at + 1) * SchemeSpan + scheme.RankOf(code) : int.MaxValue;
    }

    /// <summary>What the category is to a national total; GPC categories are parts.</summary>
    public static CategoryPart PartOf(string category) =>
        CategoryScheme.Split(category) is var (scheme, code) && scheme.Has(code)
            ? scheme.PartOf(code)
            : CategoryPart.Part;

    /// <summary>What a category is called; "" is what is not mapped, "all" every sector, and other text stands for itself.</summary>
    public static Message Name(string category) =>
        CategoryScheme.Split(category) is var (scheme, code) && scheme.Known(code) is { } known
            ? Message.Of($"category.{scheme.Id}.{known}")
            : GpcTable.Name(category);

    /// <summary>M.AG and M.LULUCF are the two halves of the IPCC's sector 3, so they stay themselves.</summary>
    private static string TopOf(string code) =>
        code.StartsWith("M.", StringComparison.Ordinal) ? code : code.Split('.')[0];
}
