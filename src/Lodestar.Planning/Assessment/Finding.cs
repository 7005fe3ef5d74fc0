// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>The answer of one finding. "Not stated" is an open question, never a no.</summary>
public enum Verdict
{
    NotStated = 0,
    Met,
    Partly,
    Unmet,
}

/// <summary>
/// One result of the lodestar test: a verdict, the number behind it, what it was held against, and its working.
/// </summary>
/// <param name="Id">"scope", "form", "milestones", "pace", "upkeep", … (DESIGN §5).</param>
/// <param name="Sentence">What was found, in one sentence.</param>
/// <param name="Rule">What would have to hold, in one sentence, with the thresholds used.</param>
public sealed record Finding(string Id, Verdict Verdict, Message Sentence, Message Rule)
{
    /// <summary>The number the verdict rests on; null when it rests on none.</summary>
    public Quantity? Number { get; init; }

    /// <summary>What <see cref="Number"/> is held against, in the same dimension.</summary>
    public Quantity? Threshold { get; init; }

    /// <summary>The years that drive it, ascending.</summary>
    public EquatableList<int> Years { get; init; } = EquatableList<int>.Empty;

    /// <summary>The sectors that drive it ("I", "II.1"), largest first.</summary>
    public EquatableList<string> Sectors { get; init; } = EquatableList<string>.Empty;

    /// <summary>What went in, each with where it stands.</summary>
    public EquatableList<FindingInput> Inputs { get; init; } = EquatableList<FindingInput>.Empty;

    /// <summary>The steps from inputs to verdict, in order.</summary>
    public EquatableList<WorkingStep> Working { get; init; } = EquatableList<WorkingStep>.Empty;

    /// <summary>Files of the plan folder that would switch this finding on; empty when it is on.</summary>
    public EquatableList<string> Needs { get; init; } = EquatableList<string>.Empty;
}

/// <summary>One input of a finding: what it is, its value, where it stands and which source it names.</summary>
/// <param name="Value">A <see cref="Quantity"/>, text, year, date or share: what a <see cref="Message"/> can carry.</param>
public sealed record FindingInput(Message Label, object Value, Place Place, string? Source = null);

/// <summary>One line of working: what it works out, the formula in words or symbols with numbers put in, and the result.</summary>
public sealed record WorkingStep(Message Label, Message? Formula = null, object? Result = null, Message? Note = null);
