// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Web.Charts;

/// <summary>The foot of a chart: what its total includes, and whose figures they are.</summary>
internal static class SourceLine
{
    public static string Of(InventoryTotals totals, Plan? plan, MessageCatalog texts)
    {
        var boundary = texts.Render(totals.BoundaryNote);
        return Source(totals, plan) is { } source ? $"{texts.Render(source)} {boundary}" : boundary;
    }

    private static Message? Source(InventoryTotals totals, Plan? plan)
    {
        var inventory = plan?.Inventories.FirstOrDefault(i => i.Id == totals.InventoryId);
        if (plan?.FindSource(inventory?.Source) is not { } source)
        {
            return inventory?.Publisher is { } publisher ? Message.Of("chart.source", ("source", publisher)) : null;
        }

        string?[] parts = [source.Publisher, source.Title, source.Edition];
        return Message.Of("chart.source", ("source", string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)))));
    }
}
