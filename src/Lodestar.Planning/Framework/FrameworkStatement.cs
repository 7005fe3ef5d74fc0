// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;

namespace Lodestar.Planning.Framework;

/// <summary>How far an action has come, as the place claims it. "None" is said; "not stated" is silence.</summary>
public enum ActionStatus
{
    NotStated = 0,
    None,
    Planned,
    Adopted,
    Implemented,
    Reviewed,
}

public enum Confidence
{
    NotStated = 0,
    Low,
    Medium,
    High,
}

/// <summary>What a plan's framework.yaml states against one framework.</summary>
/// <param name="Framework">"net-zero-climate-action@1".</param>
public sealed record FrameworkStatement(string Framework, Place Place)
{
    /// <summary>True when a project read the claims in public sources, and the place itself filed nothing.</summary>
    public bool IsReadByProject { get; init; }

    public EquatableList<ActionClaim> Actions { get; init; } = EquatableList<ActionClaim>.Empty;

    public ActionClaim? Find(string action) => Actions.FirstOrDefault(a => a.Action == action);
}

/// <summary>What a place claims of one action.</summary>
/// <param name="Action">Id of the action in the framework.</param>
public sealed record ActionClaim(string Action, ActionStatus Status, Place Place)
{
    /// <summary>What it did, in a sentence.</summary>
    public string? Says { get; init; }

    /// <summary>Since when the status holds; the last day of the year where only that is known.</summary>
    public DateOnly? Since { get; init; }
    public bool SinceYearOnly { get; init; }

    /// <summary>The body that answers for it; people are not named.</summary>
    public string? Owner { get; init; }
    public Confidence Confidence { get; init; }
    public EquatableList<Evidence> Evidence { get; init; } = EquatableList<Evidence>.Empty;
    public string? Source { get; init; }
}
