// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Peers;

/// <summary>How a place's emissions divide into groups that inventories of cities and of countries have in common.</summary>
public static class EmissionMix
{
    public const string Energy = "energy";
    public const string Stationary = "stationary";
    public const string Transport = "transport";

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<string> Groups { get; } =
    [Energy, Stationary, Transport, "processes", "agriculture", "waste"];

    /// <summary>As much of an inventory may lie in no group.</summary>
    private const double MostOutside = 0.1;

    private static readonly IReadOnlyList<(string Category, string Group)> Table =
    [
        .. EmbeddedTable
            .Read("Peers.Tables.mix.csv")
            .Select(r => (r["scheme"] == "gpc" ? r["code"] : $"{r["scheme"]}:{r["code"]}", r["group"]))
            .OrderByDescending(r => r.Item1.Length),
    ];

    /// <summary>
    /// Shares of the last year of the first inventory that states sectors for at least nine tenths of itself, carbon
    /// dioxide of energy among them; empty when none does. Energy stands undivided where the inventory does not tell
    /// transport apart.
    /// </summary>
    public static EquatableList<MixShare> Of(Plan plan)
    {
        foreach (var inventory in plan.Inventories.Where(i => i.Boundary != Boundary.NotStated))
        {
            if (OfInventory(plan, inventory) is { } mix)
            {
                return mix;
            }
        }

        return EquatableList<MixShare>.Empty;
    }

    /// <summary>
    /// The share of emissions that would have to change groups for one mix to become the other: half the sum of the
    /// differences, from 0 to 1. Where one side has energy undivided, so has the other.
    /// </summary>
    public static double Distance(IReadOnlyList<MixShare> one, IReadOnlyList<MixShare> other)
    {
        var undivided = one.Concat(other).Any(s => s.Group == Energy);
        var (a, b) = (Comparable(one, undivided), Comparable(other, undivided));
        return a.Keys.Union(b.Keys).Sum(k => Math.Abs(a.GetValueOrDefault(k) - b.GetValueOrDefault(k))) / 2;
    }

    private static EquatableList<MixShare>? OfInventory(Plan plan, InventoryRecord inventory)
    {
        var totals = InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        if (totals.LastYear is not { } year)
        {
            return null;
        }

        var groups = new Dictionary<string, double>(StringComparer.Ordinal);
        var (outside, energyCO2) = (0.0, false);
        foreach (var row in inventory.Rows)
        {
            if (
                row.Role != RowRole.Part
                || BoundaryRules.Enters(row, inventory.Boundary) != Entry.In
                || !row.Series[year].TryGetNumber(out var number)
                || CommonUnit.Factor(row.Series.Unit, totals.Unit, plan.GwpSet) is not { } factor
            )
            {
                continue;
            }

            var amount = Math.Max(0, number * factor);
            if (GroupOf(row.Category) is not { } group)
            {
                outside += amount;
                continue;
            }

            groups[group] = groups.GetValueOrDefault(group) + amount;
            energyCO2 |= amount > 0 && group is (Energy or Stationary) && row.GasOf is (null or "CO2");
        }

        var whole = outside + groups.Values.Sum();
        if (!energyCO2 || whole <= 0 || outside > MostOutside * whole)
        {
            return null;
        }

        var shares = Comparable(
            groups.Select(g => new MixShare(g.Key, g.Value / (whole - outside))),
            groups.GetValueOrDefault(Energy) > 0
        );
        return shares
            .Where(s => s.Value > 0)
            .Select(s => new MixShare(s.Key, s.Value))
            .OrderByDescending(s => s.Share)
            .ThenBy(s => s.Group, StringComparer.Ordinal)
            .ToEquatableList();
    }

    private static Dictionary<string, double> Comparable(IEnumerable<MixShare> shares, bool undivided) =>
        shares
            .GroupBy(s => undivided && s.Group is (Stationary or Transport) ? Energy : s.Group)
            .ToDictionary(g => g.Key, g => g.Sum(s => s.Share), StringComparer.Ordinal);

    private static string? GroupOf(string? category) =>
        category is null ? null
        : Table.FirstOrDefault(t => Categories.IsWithin(category, t.Category)) is { Group: { } group } ? group
        : null;
}
