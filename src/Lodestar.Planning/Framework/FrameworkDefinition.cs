// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Framework;

/// <summary>A framework for net-zero action as versioned data: its areas and the actions of each.</summary>
public sealed record FrameworkDefinition(string Id, int Version, LocalText Name)
{
    public LocalText? About { get; init; }

    public required Citation Citation { get; init; }

    public EquatableList<FrameworkArea> Areas { get; init; } = EquatableList<FrameworkArea>.Empty;

    /// <summary>"net-zero-climate-action@1": what a plan's framework.yaml names.</summary>
    public string Key => FormattableString.Invariant($"{Id}@{Version}");

    public FrameworkArea? FindArea(string? id) => Areas.FirstOrDefault(a => a.Id == id);

    public FrameworkAction? FindAction(string? id) => Areas.SelectMany(a => a.Actions).FirstOrDefault(a => a.Id == id);
}

/// <summary>What an area is in the framework.</summary>
public enum AreaKind
{
    Enabling = 0,

    /// <summary>Runs through all others, all the time.</summary>
    CrossCutting,

    /// <summary>What the enabling areas are to bring about.</summary>
    Outcome,
}

public sealed record FrameworkArea(string Id, LocalText Name)
{
    public AreaKind Kind { get; init; }

    /// <summary>What the area means, in a few sentences.</summary>
    public LocalText? Meaning { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Findings of the lodestar test that speak of the area as a whole, by id.</summary>
    public EquatableList<string> Findings { get; init; } = EquatableList<string>.Empty;

    public EquatableList<FrameworkAction> Actions { get; init; } = EquatableList<FrameworkAction>.Empty;
}

public sealed record FrameworkAction(string Id, LocalText Name)
{
    public LocalText? Meaning { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Findings that stand beside what a place claims of this action, by id.</summary>
    public EquatableList<string> Findings { get; init; } = EquatableList<string>.Empty;
}
