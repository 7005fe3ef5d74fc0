// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Categories of inventory rows: GPC references, sub-sectors, sectors, and the printed total.</summary>
internal static class PlanCategories
{
    public const string Total = "total";

    public static IReadOnlyList<string> Sectors => GpcTable.Sectors;

    public static bool IsKnown(string code) => code == Total || IsGpc(code);

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
