// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Templates;

/// <summary>An amount of one year, in kilotonnes.</summary>
public readonly record struct YearAmount(int Year, double Amount);

/// <summary>
/// Rows of an inventory and the lines of a template that answer for them together. Where the rows are as fine as the
/// lines a group is one line; a row that is coarser joins several. A group without lines is what no line answers for.
/// </summary>
/// <param name="Id">The id of its first line; of rows without lines <c>other</c> and a number.</param>
/// <param name="Lines">In the template's order; empty where no line answers for the rows.</param>
/// <param name="Rows">The inventory's rows.</param>
/// <param name="Category">The category that holds all of it.</param>
/// <param name="Years">Sums of the rows in the years in which none of them is a gap, ascending.</param>
public sealed record ObservedGroup(
    string Id,
    EquatableList<TemplateLine> Lines,
    EquatableList<InventoryRow> Rows,
    string Category,
    EquatableList<YearAmount> Years
)
{
    /// <summary>What people call it.</summary>
    public LocalText Title { get; init; } = new(Id);

    /// <summary>The category of each line's emissions, by line.</summary>
    public IReadOnlyDictionary<string, string> LineCategories { get; init; } = new Dictionary<string, string>();

    /// <summary>The rows that state the activity of these rows.</summary>
    public EquatableList<InventoryRow> ActivityRows { get; init; } = EquatableList<InventoryRow>.Empty;

    /// <summary>
    /// The activity of the base year, in the unit of the one line's <see cref="TemplateLine.Activity"/>; null where the
    /// inventory does not state it for all rows, where units do not convert, and for several lines together.
    /// </summary>
    public double? Activity { get; init; }

    /// <summary>The years that a trend can be fitted to: up to the base year, after the last that states nothing or 0.</summary>
    public IEnumerable<YearAmount> UsableYears(int baseYear)
    {
        var known = Years.Where(y => y.Year <= baseYear).ToList();
        return known.Skip(known.FindLastIndex(y => y.Amount == 0) + 1);
    }

    /// <summary>The amount of a year; null where it is not known.</summary>
    public double? In(int year) => Years.Where(y => y.Year == year).Select(y => (double?)y.Amount).FirstOrDefault();
}

/// <summary>Why a line of the template is left out.</summary>
public enum LeftOutReason
{
    /// <summary>The inventory has no row for it.</summary>
    Absent,

    /// <summary>The inventory says zero in the base year.</summary>
    Zero,

    /// <summary>The inventory counts carbon dioxide alone.</summary>
    OtherGases,
}

/// <summary>A line that is left out, and why.</summary>
public sealed record LeftOutLine(TemplateLine Line, LeftOutReason Reason);

/// <summary>An inventory as the lines of a template see it.</summary>
/// <param name="Inventory">The inventory.</param>
/// <param name="Gas">What is counted, as units write it: <c>CO2</c> or <c>CO2e_AR5</c>.</param>
/// <param name="BaseYear">The last year that is whole.</param>
/// <param name="Groups">In the order of the template; those without lines last.</param>
/// <param name="LeftOut">Lines without emissions here.</param>
/// <param name="Missing">Rows that hold no number in the base year, and are therefore in no group.</param>
public sealed record ObservedGroups(
    InventoryRecord Inventory,
    string Gas,
    int BaseYear,
    EquatableList<ObservedGroup> Groups,
    EquatableList<LeftOutLine> LeftOut,
    EquatableList<InventoryRow> Missing
)
{
    /// <summary>The first year of the groups.</summary>
    public int FirstYear => Groups.SelectMany(g => g.Years).Select(y => y.Year).Append(BaseYear).Min();
}
