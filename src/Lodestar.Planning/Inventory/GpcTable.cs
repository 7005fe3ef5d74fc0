// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Inventory;

/// <summary>
/// The 53 references of the GPC (Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1, 2021),
/// from the embedded table. Categories are references ("I.1.1"), sub-sectors ("I.1") or sectors ("I").
/// </summary>
public static class GpcTable
{
    private static readonly FrozenDictionary<string, GpcReference> ByCode;
    private static readonly FrozenDictionary<string, int> Rank;

    static GpcTable()
    {
        All = [.. Read()];
        ByCode = All.ToFrozenDictionary(r => r.Code);
        Sectors = [.. All.Select(r => r.Sector).Distinct()];
        SubSectors = [.. All.Select(r => r.SubSector).Distinct()];
        Rank = Sectors
            .Concat(SubSectors)
            .Concat(All.Select(r => r.Code))
            .Distinct()
            .Order(Comparer<string>.Create(CompareInTableOrder))
            .Index()
            .ToFrozenDictionary(p => p.Item, p => p.Index);
    }

    /// <summary>In the GPC's order.</summary>
    public static IReadOnlyList<GpcReference> All { get; }

    public static IReadOnlyList<string> Sectors { get; }

    public static IReadOnlyList<string> SubSectors { get; }

    public static GpcReference? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>True for a reference, a sub-sector or a sector of the table.</summary>
    public static bool IsCategory(string code) => Rank.ContainsKey(code);

    /// <summary>Sector of any category; null for what is none.</summary>
    public static string? SectorOf(string? category) =>
        category is not null && IsCategory(category) ? category.Split('.')[0] : null;

    /// <summary>Sub-sector of a reference or sub-sector; null for a sector or what is none.</summary>
    public static string? SubSectorOf(string? category)
    {
        if (category is null || !IsCategory(category))
        {
            return null;
        }

        return Find(category)?.SubSector ?? (category.Contains('.', StringComparison.Ordinal) ? category : null);
    }

    /// <summary>True when <paramref name="category"/> is <paramref name="group"/> or lies inside it: I.1.1 lies in I.1 and in I.</summary>
    public static bool IsWithin(string category, string group) =>
        category == group
        || (
            category.StartsWith(group, StringComparison.Ordinal)
            && category.Length > group.Length
            && category[group.Length] == '.'
        );

    /// <summary>The place of a category in the GPC's order; categories of nobody's come last.</summary>
    public static int RankOf(string category) => Rank.GetValueOrDefault(category, int.MaxValue);

    /// <summary>What a category is called (a reference by its sub-sector); "" is what is not mapped, "all" every sector, and other text stands for itself.</summary>
    public static Message Name(string category) =>
        category switch
        {
            "" => Message.Of("gpc.none"),
            "all" => Message.Of("gpc.all"),
            _ => IsCategory(category)
                ? Message.Of($"gpc.{SubSectorOf(category) ?? category}")
                : Message.Of("gpc.other", ("name", category)),
        };

    private static int CompareInTableOrder(string left, string right)
    {
        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var order = Part(a, i).CompareTo(Part(b, i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int Part(string[] parts, int index)
    {
        if (index >= parts.Length)
        {
            return -1;
        }

        return index > 0
            ? int.Parse(parts[index], System.Globalization.CultureInfo.InvariantCulture)
            : Array.IndexOf(["I", "II", "III", "IV", "V", "VI"], parts[0]);
    }

    private static IEnumerable<GpcReference> Read()
    {
        foreach (var row in EmbeddedTable.Read("Inventory.Tables.gpc.csv"))
        {
            var level = row["level"] switch
            {
                "basic" => GpcLevel.Basic,
                "basic+" => GpcLevel.BasicPlus,
                "territorial" => GpcLevel.Territorial,
                _ => GpcLevel.Other,
            };
            yield return new GpcReference(
                row["code"],
                row["sector"],
                row["sub_sector"],
                row["sector_name"],
                row["sub_sector_name"],
                row["scope"][0] - '0',
                level
            );
        }
    }
}
