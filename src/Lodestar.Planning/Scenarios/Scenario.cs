// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Scenarios;

/// <summary>What a scenario is, as the UNFCCC names projections.</summary>
public enum ScenarioKind
{
    NotStated = 0,

    /// <summary>Without measures.</summary>
    WOM,

    /// <summary>With existing (adopted) measures.</summary>
    WEM,

    /// <summary>With additional (planned) measures.</summary>
    WAM,

    /// <summary>The long-term strategy.</summary>
    LTS,

    /// <summary>None of the plan's own: what somebody asks.</summary>
    WhatIf,
}

/// <summary>Which measures a scenario begins with, before those that it names.</summary>
public enum MeasureChoice
{
    /// <summary>Those of the scenario that it starts from; none where it starts from none.</summary>
    NotStated = 0,

    /// <summary>None, whatever it starts from.</summary>
    None,

    /// <summary>Those that are adopted, in force or ended.</summary>
    Adopted,

    /// <summary>All that the model has.</summary>
    All,
}

/// <summary>A scenario of scenarios.yaml: measures, when and how much of each, and settings of the model.</summary>
public sealed record Scenario(string Id, string Title, Place Place)
{
    public ScenarioKind Kind { get; init; }

    public string? Description { get; init; }

    /// <summary>The scenario that it starts from; null for the model as it stands without measures.</summary>
    public Named? BasedOn { get; init; }

    public MeasureChoice Choice { get; init; }

    /// <summary>Measures that are on beside <see cref="Choice"/> and those of <see cref="BasedOn"/>.</summary>
    public EquatableList<Named> Measures { get; init; } = EquatableList<Named>.Empty;

    /// <summary>Measures that are off.</summary>
    public EquatableList<Named> Without { get; init; } = EquatableList<Named>.Empty;

    /// <summary>How much of a measure comes: a share of its whole.</summary>
    public EquatableList<Named> Strengths { get; init; } = EquatableList<Named>.Empty;

    /// <summary>The year in which a measure begins instead of its own.</summary>
    public EquatableList<Named> Starts { get; init; } = EquatableList<Named>.Empty;

    /// <summary>Values of levers and uncertain inputs of the model.</summary>
    public EquatableList<Named> Settings { get; init; } = EquatableList<Named>.Empty;

    /// <summary>Id of a source of the plan.</summary>
    public string? Source { get; init; }
}

/// <summary>A name, what is said of it, and where.</summary>
/// <param name="Name">Of a measure, a scenario or a variable.</param>
/// <param name="Value">As it is written: "60 %", "2028", "0.4 %/yr"; empty where the name says all.</param>
public sealed record Named(string Name, string Value, Place Place);
