// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Framework;

/// <summary>How many actions stand at one status.</summary>
public readonly record struct StatusCount(ActionStatus Status, int Count);

/// <summary>The words for statuses, and their distribution.</summary>
public static class ActionStatuses
{
    /// <summary>The order in which a distribution is told: what is said, from nothing to reviewed, then silence.</summary>
    public static EquatableList<ActionStatus> Order { get; } =
        EquatableList.Of(
            ActionStatus.None,
            ActionStatus.Planned,
            ActionStatus.Adopted,
            ActionStatus.Implemented,
            ActionStatus.Reviewed,
            ActionStatus.NotStated
        );

    /// <summary>All six counts, in <see cref="Order"/>; they sum to the number of statuses given.</summary>
    public static EquatableList<StatusCount> Count(IEnumerable<ActionStatus> statuses)
    {
        var counts = statuses.CountBy(s => s).ToDictionary();
        return Order.Select(s => new StatusCount(s, counts.GetValueOrDefault(s))).ToEquatableList();
    }

    /// <summary>The status as data files, addresses and the API write it.</summary>
    public static string Word(ActionStatus status) =>
        status switch
        {
            ActionStatus.None => "none",
            ActionStatus.Planned => "planned",
            ActionStatus.Adopted => "adopted",
            ActionStatus.Implemented => "implemented",
            ActionStatus.Reviewed => "reviewed",
            _ => "not-stated",
        };

    /// <summary>Message id of a status's name.</summary>
    public static string TextId(ActionStatus status) =>
        status switch
        {
            ActionStatus.None => "framework.status.none",
            ActionStatus.Planned => "framework.status.planned",
            ActionStatus.Adopted => "framework.status.adopted",
            ActionStatus.Implemented => "framework.status.implemented",
            ActionStatus.Reviewed => "framework.status.reviewed",
            _ => "framework.status.not-stated",
        };
}
