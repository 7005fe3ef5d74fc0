// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Web.Features.Inventory;

/// <summary>Every inventory of a plan that holds a number, and how each differs from the first.</summary>
public sealed record InventoriesContract(
    IReadOnlyList<CountedInventoryContract> Inventories,
    IReadOnlyList<InventoryDifferenceContract> Differences
)
{
    public static InventoriesContract From(Plan plan, MessageCatalog texts)
    {
        var counted = InventoryComparison.Counted(plan);
        return new(
            [.. counted.Select(c => CountedInventoryContract.From(c, texts))],
            counted.Count == 0
                ? []
                :
                [
                    .. InventoryComparison
                        .Differences(plan, counted)
                        .Select(d => InventoryDifferenceContract.From(d, texts)),
                ]
        );
    }
}

/// <summary>An inventory added up on its own boundary.</summary>
public sealed record CountedInventoryContract(
    InventorySummaryContract Inventory,
    string Unit,
    MessageContract BoundaryNote,
    IReadOnlyList<TotalContract> Years
)
{
    public static CountedInventoryContract From(CountedInventory counted, MessageCatalog texts) =>
        new(
            InventorySummaryContract.From(counted.Record),
            counted.Totals.Unit.Symbol,
            MessageContract.From(counted.Totals.BoundaryNote, texts),
            [.. counted.Totals.Years.Select(TotalContract.From)]
        );
}

/// <summary>How one inventory differs from the first in the last year that both count.</summary>
/// <param name="Difference">The other less the first; null where they cannot be held together.</param>
/// <param name="Share">The same as a share of the first.</param>
/// <param name="SameGases">The difference over the gases that both count; null where that is no other number or cannot be told.</param>
public sealed record InventoryDifferenceContract(
    string First,
    string Other,
    int? Year,
    AmountContract? Difference,
    double? Share,
    AmountContract? SameGases,
    IReadOnlyList<MessageContract> Reasons
)
{
    public static InventoryDifferenceContract From(InventoryDifference difference, MessageCatalog texts) =>
        new(
            difference.Leading,
            difference.Other,
            difference.Year,
            difference.Difference is { } amount ? AmountContract.From(amount) : null,
            difference.Share,
            difference.SameGases is { } same ? AmountContract.From(same) : null,
            [.. difference.Reasons.Select(r => MessageContract.From(r, texts))]
        );
}
