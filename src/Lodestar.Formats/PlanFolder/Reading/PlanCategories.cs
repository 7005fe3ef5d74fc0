// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Categories of inventory rows: GPC references, sub-sectors and sectors, codes of other schemes, and the printed total.</summary>
internal static class PlanCategories
{
    public const string Total = "total";

    public static IReadOnlyList<string> Sectors => GpcTable.Sectors;

    public static bool IsKnown(string code) => code == Total || Categories.IsCategory(code);

    /// <summary>The category that a cell means: as it stands, or a bare code of the table's own scheme.</summary>
    public static string InScheme(string code, string? scheme) =>
        scheme is null || code == Total || code.Contains(':', StringComparison.Ordinal) ? code : $"{scheme}:{code}";

    public static bool IsGpc(string code) => GpcTable.IsCategory(code);

    public static IReadOnlyList<string> Suggest(string code)
    {
        var plain = code.Trim().ToUpperInvariant().Replace(',', '.').Replace('-', '.').TrimEnd('.');
        if (plain != code && IsGpc(plain))
        {
            return [plain];
        }

        IEnumerable<string> known = [.. GpcTable.All.Select(r => r.Code), .. GpcTable.SubSectors, .. Sectors, Total];
        return DidYouMean.Find(code, known);
    }
}
