// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Alliances;

/// <summary>What places promised, added up: as each states it, on its own boundary, in CO2 or in CO2e.</summary>
/// <param name="Gas">"CO2e" or "CO2": the unit of the paths that are counted.</param>
/// <param name="Path">From the common year on; a place without a path may emit anything from nothing to its last known level.</param>
public sealed record WholePromises(string Gas, string? GwpSet, EquatableList<WholeYear> Path)
{
    /// <summary>The latest of the years in which most of the places with a path are inventoried; null when none is.</summary>
    public int? CommonYear { get; init; }

    /// <summary>What the paths are of, in the common year: only places counted in both. Null without a common year.</summary>
    public double? CommonLevel { get; init; }

    public EquatableList<WholeMilestone> Milestones { get; init; } = EquatableList<WholeMilestone>.Empty;

    /// <summary>By year; places inside others left out.</summary>
    public EquatableList<ZeroYear> ZeroYears { get; init; } = EquatableList<ZeroYear>.Empty;

    /// <summary>Places that state none, by code.</summary>
    public EquatableList<string> WithoutZeroYear { get; init; } = EquatableList<string>.Empty;
}

/// <summary>The whole at one year of the ladder.</summary>
/// <param name="Level">The sum of paths and its range.</param>
/// <param name="Cut">Against the common year, over places known in both: 0.4 is 40 % less; null when nothing can be held together.</param>
/// <param name="Places">Places that the cut is of.</param>
public sealed record WholeMilestone(WholeYear Level, double? Cut, int Places);

/// <summary>Places that mean to reach net zero in one year.</summary>
/// <param name="Share">Their share of what is counted in the fullest year of the totals; null when nothing is.</param>
/// <param name="UpToHere">The same of all that are to be there by this year.</param>
public sealed record ZeroYear(int Year, EquatableList<string> Places, double? Share, double? UpToHere);
