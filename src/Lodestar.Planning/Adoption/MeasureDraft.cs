// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;

namespace Lodestar.Planning.Adoption;

/// <summary>The wish to take a measure of the library into a plan.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="FirstYear">The last year without an effect.</param>
public sealed record AdoptionWish(LibraryMeasure Measure, int FirstYear)
{
    /// <summary>The good practice it comes by; null for none.</summary>
    public GoodPractice? Practice { get; init; }

    /// <summary>Share that it cuts of what it targets, from 0 to 1, of the reader's own; null for the library's.</summary>
    public double? Effect { get; init; }

    /// <summary>Share of the variables that it reaches, from 0 to 1, of the reader's own; null for the library's.</summary>
    public double? Reach { get; init; }
}

/// <summary>A measure ready to be put into a plan's model.</summary>
/// <param name="Id">Taken by no other measure of the plan.</param>
/// <param name="Measure">The measure of the library.</param>
public sealed record MeasureDraft(string Id, LibraryMeasure Measure)
{
    public GoodPractice? Practice { get; init; }

    /// <summary>At least one, each on a variable that the model has.</summary>
    public required EquatableList<DraftOperation> Operations { get; init; }

    /// <summary>Share that it cuts of what it targets; null where the model alone says.</summary>
    public double? Effect { get; init; }

    /// <summary>Share of the variables that it reaches.</summary>
    public required double Reach { get; init; }

    /// <summary>The last year without an effect.</summary>
    public required int FromYear { get; init; }

    /// <summary>The first year of the whole effect.</summary>
    public required int ToYear { get; init; }

    /// <summary>Everything it rests on that is no figure of the plan.</summary>
    public required EquatableList<AdoptionAssumption> Assumptions { get; init; }
}

/// <summary>An operation of the plan language, as it will stand in the plan.</summary>
/// <param name="Operation"><c>scale</c>, <c>shift</c> or <c>floor</c>.</param>
/// <param name="Of">The variable.</param>
/// <param name="Amount">A formula.</param>
public sealed record DraftOperation(string Operation, string Of, string Amount)
{
    public EquatableList<string> From { get; init; } = EquatableList<string>.Empty;
    public string? To { get; init; }
    public string? Where { get; init; }
}

/// <summary>Something that a draft takes for granted.</summary>
/// <param name="Sentence">What, with its value.</param>
/// <param name="Mark">How far it can be relied on.</param>
/// <param name="Sources">Ids of sources of the library; empty for what the reader or this project assumes.</param>
public sealed record AdoptionAssumption(Message Sentence, Mark Mark, EquatableList<string> Sources);

/// <summary>A draft, or why there is none.</summary>
/// <param name="Draft">Null where it cannot be made.</param>
/// <param name="Refusal">Null where it can.</param>
public sealed record DraftAnswer(MeasureDraft? Draft, Message? Refusal);
