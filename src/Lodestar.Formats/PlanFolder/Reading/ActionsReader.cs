// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Actions;
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads actions.yaml.</summary>
internal sealed class ActionsReader(YamlFile file, IReadOnlySet<string> sources)
{
    public EquatableList<PlanAction> Read() =>
        PlanYamlReader.Root(file, ActionKeys.Actions) is { } root
            ? new Identified<PlanAction>(file, "actions").Read(root, ActionOf)
            : EquatableList<PlanAction>.Empty;

    private PlanAction ActionOf(MapReader item, string id)
    {
        var action = new PlanAction(id, item.Text("title") ?? id, item.Place)
        {
            Measures = item.OneOrMore("measures")
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .ToEquatableList(),
            Status = item.Choice("status") is { } status ? (DeliveryStatus)(status + 1) : DeliveryStatus.NotStated,
            Owner = item.Text("owner") is { Length: > 0 } owner ? owner : null,
            // A year alone begins with its first day and is over with its last.
            Start = item.DateOrYear("start") is var (start, isYear)
                ? isYear
                    ? new DateOnly(start.Year, 1, 1)
                    : start
                : null,
            Due = item.DateOrYear("due")?.Date,
            Indicator = item.Text("indicator") is { Length: > 0 } indicator ? indicator : null,
            Funding = item.Items("funding").Select(FundingOf).ToEquatableList(),
            Milestones = item.Items("milestones").Select(MilestoneOf).ToEquatableList(),
            Note = item.Text("note"),
            Source = item.Reference("source", Faults.UnknownSource, [.. sources]),
        };
        if (action.Due < action.Start)
        {
            item.Fault(Faults.BadYears, "due");
            return action with { Due = null };
        }

        return action;
    }

    private FundingLine FundingOf(MapReader item) =>
        new(
            item.Text("title") ?? "",
            item.Choice("status") is { } status ? (FundingStatus)(status + 1) : FundingStatus.NotStated
        )
        {
            Amount = AmountOf(item),
        };

    private static Quantity? AmountOf(MapReader item)
    {
        if (item.Text("amount") is not { Length: > 0 } text)
        {
            return null;
        }

        if (Quantity.Read(text).Quantity is { } amount && amount.Unit.Dimension.IsMoney(out _))
        {
            return amount;
        }

        item.Fault(Faults.BadMoney, "amount");
        return null;
    }

    private static ActionMilestone MilestoneOf(MapReader item) =>
        new(item.Text("title") ?? "", item.DateOrYear("due")?.Date, item.DateOrYear("done")?.Date);
}
