// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Reports;

/// <summary>Everything a paper is made of.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Assessment">What the lodestar test says of it on a day.</param>
public sealed record PaperInput(Plan Plan, PlanAssessment Assessment)
{
    /// <summary>Names the files of the plan: the same files have the same one.</summary>
    public required string Hash { get; init; }

    /// <summary>Of this program.</summary>
    public required string Version { get; init; }

    /// <summary>Whether the folder holds a model, sound or not.</summary>
    public bool HasModel { get; init; }

    /// <summary>Where its scenarios lead; null without a model that can be run.</summary>
    public PlanOutlook? Outlook { get; init; }

    /// <summary>What each controller takes away in the scenario with everything planned; null where nothing is on.</summary>
    public AttributionReport? ByController { get; init; }

    /// <summary>What stocks commit; null without a model that can be run.</summary>
    public LockInReport? LockIn { get; init; }

    /// <summary>What the model's files name as their sources.</summary>
    public EquatableList<Source> ModelSources { get; init; } = EquatableList<Source>.Empty;
}
