// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Inventory;

/// <summary>An inventory of a plan, added up on its own boundary.</summary>
public sealed record CountedInventory(InventoryRecord Record, InventoryTotals Totals);

/// <summary>
/// How another inventory differs from the leading one in the last year that both count, and why: what the two say of
/// themselves, and what is left when the gases that only one counts are taken out.
/// </summary>
/// <param name="Year">Null when no year is counted by both.</param>
/// <param name="Difference">The other less the leading one; null without a common year or unit.</param>
/// <param name="SameGases">The same difference over the gases that both name; null where that cannot be told.</param>
/// <param name="Reasons">Sentences, the weightiest first.</param>
public sealed record InventoryDifference(
    string Leading,
    string Other,
    int? Year,
    Quantity? Difference,
    double? Share,
    Quantity? SameGases,
    EquatableList<Message> Reasons
);

/// <summary>Several publishers' inventories of one place: side by side, never merged, each difference explained.</summary>
public static class InventoryComparison
{
    /// <summary>Every inventory that holds a number, in the order of plan.yaml.</summary>
    public static EquatableList<CountedInventory> Counted(Plan plan) =>
        plan
            .Inventories.Select(i => new CountedInventory(i, InventoryTotaller.Total(plan, i, i.Boundary)))
            .Where(c => c.Totals.LastYear is not null)
            .ToEquatableList();

    /// <summary>The leading inventory against each of the others.</summary>
    public static EquatableList<InventoryDifference> Differences(Plan plan, EquatableList<CountedInventory> counted) =>
        counted.Skip(1).Select(other => Between(plan, counted[0], other)).ToEquatableList();

    private static InventoryDifference Between(Plan plan, CountedInventory leading, CountedInventory other)
    {
        var year = leading
            .Totals.Comparable.Select(y => y.Year)
            .Intersect(other.Totals.Comparable.Select(y => y.Year))
            .Select(y => (int?)y)
            .LastOrDefault();
        var unit = leading.Totals.Unit;
        var factor = CommonUnit.Factor(other.Totals.Unit, unit, plan.GwpSet);
        double? difference = null;
        if (year is { } y && factor is { } f)
        {
            difference = other.Totals[y].Amount!.Value * f - leading.Totals[y].Amount!.Value;
        }

        return new InventoryDifference(
            leading.Record.Id,
            other.Record.Id,
            year,
            difference is { } d ? new Quantity(d, unit) : null,
            difference is { } e && leading.Totals[year!.Value].Amount is > 0 and { } whole ? e / whole : null,
            year is { } at && OverSameGases(plan, leading.Totals, other.Totals, at) is { } same
                ? new Quantity(same, unit)
                : null,
            Reasons(plan, leading, other, year, factor).ToEquatableList()
        );
    }

    /// <summary>Null when a row names no gas, when no gas is common, or when all are: then the whole says it.</summary>
    private static double? OverSameGases(Plan plan, InventoryTotals leading, InventoryTotals other, int year)
    {
        string[] first = [.. GasesOf(leading, year)],
            second = [.. GasesOf(other, year)];
        string[] common = [.. first.Intersect(second)];
        if (
            common.Length == 0
            || first.Contains("")
            || second.Contains("")
            || common.Length == first.Union(second).Count()
        )
        {
            return null;
        }

        return CommonUnit.Factor(other.Unit, leading.Unit, plan.GwpSet) is { } factor
            ? Sum(other, common, year) * factor - Sum(leading, common, year)
            : null;
    }

    private static IEnumerable<string> GasesOf(InventoryTotals totals, int year) =>
        totals.Gases.Where(g => g[year].Amount is not null).Select(g => g.Code);

    private static double Sum(InventoryTotals totals, string[] gases, int year) =>
        totals.Gases.Where(g => gases.Contains(g.Code)).Sum(g => g[year].Amount ?? 0);

    private static IEnumerable<Message> Reasons(
        Plan plan,
        CountedInventory leading,
        CountedInventory other,
        int? year,
        double? factor
    )
    {
        if (year is null)
        {
            yield return Message.Of("inventories.no-year");
        }

        if (factor is null)
        {
            yield return Message.Of(
                "inventories.no-unit",
                ("first", leading.Totals.Unit),
                ("second", other.Totals.Unit)
            );
        }

        var (first, second) = (Gases(leading), Gases(other));
        if (first.Count > 0 && second.Count > 0 && !first.Order().SequenceEqual(second.Order()))
        {
            yield return Message.Of("inventories.gases", ("first", first), ("second", second));
        }

        if (leading.Record.Boundary != other.Record.Boundary)
        {
            yield return Message.Of(
                "inventories.boundary",
                ("first", leading.Totals.BoundaryNote),
                ("second", other.Totals.BoundaryNote)
            );
        }
        else if (other.Record.BoundaryNote is { } note && note != leading.Record.BoundaryNote)
        {
            yield return Message.Of("inventories.boundary-note", ("note", note));
        }

        if (other.Record.Protocol is { } protocol && protocol != leading.Record.Protocol)
        {
            yield return Message.Of(
                "inventories.protocol",
                ("first", leading.Record.Protocol is { } own ? own : Message.Of("not-stated")),
                ("second", protocol)
            );
        }

        var (edition, otherEdition) = (Edition(plan, leading.Record), Edition(plan, other.Record));
        if (otherEdition is not null && otherEdition != edition)
        {
            yield return Message.Of(
                "inventories.edition",
                ("first", edition is null ? Message.Of("not-stated") : edition),
                ("second", otherEdition)
            );
        }
    }

    private static EquatableList<string> Gases(CountedInventory counted) =>
        counted.Record.Gases.Count > 0
            ? counted.Record.Gases
            : counted.Totals.Gases.Select(g => g.Code).Where(c => c.Length > 0).ToEquatableList();

    private static string? Edition(Plan plan, InventoryRecord record) =>
        plan.FindSource(record.Source) is { } source
            ? string.Join(", ", new[] { source.Publisher, source.Edition }.Where(p => !string.IsNullOrEmpty(p)))
            : record.Publisher;
}
