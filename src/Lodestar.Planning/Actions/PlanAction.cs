// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Units;

namespace Lodestar.Planning.Actions;

/// <summary>How the delivery of an action stands.</summary>
public enum DeliveryStatus
{
    NotStated = 0,
    Planned,
    Started,
    OnTrack,
    Late,
    Stalled,
    Done,
    Cancelled,
}

/// <summary>The delivery of a measure: who does what by when, with which money (actions.yaml).</summary>
public sealed record PlanAction(string Id, string Title, Place Place)
{
    /// <summary>Ids of the measures that it delivers.</summary>
    public EquatableList<string> Measures { get; init; } = EquatableList<string>.Empty;

    public DeliveryStatus Status { get; init; }

    /// <summary>Who answers for it: an office or a body; people are opaque ids.</summary>
    public string? Owner { get; init; }

    public DateOnly? Start { get; init; }

    /// <summary>When it is to be done.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What shows that it works: the name of an indicator.</summary>
    public string? Indicator { get; init; }

    public EquatableList<FundingLine> Funding { get; init; } = EquatableList<FundingLine>.Empty;

    public EquatableList<ActionMilestone> Milestones { get; init; } = EquatableList<ActionMilestone>.Empty;

    public string? Note { get; init; }

    /// <summary>Id of a source of the plan.</summary>
    public string? Source { get; init; }

    /// <summary>True once money is secured; what is only identified is not.</summary>
    public bool IsFunded => Funding.Any(f => f.Status == FundingStatus.Secured);
}

/// <summary>A step on the way.</summary>
public sealed record ActionMilestone(string Title, DateOnly? Due, DateOnly? Done);

/// <summary>How sure the money is.</summary>
public enum FundingStatus
{
    NotStated = 0,
    Identified,
    AppliedFor,
    Secured,
}

/// <summary>Money of one source.</summary>
public sealed record FundingLine(string Title, FundingStatus Status)
{
    public Quantity? Amount { get; init; }
}
