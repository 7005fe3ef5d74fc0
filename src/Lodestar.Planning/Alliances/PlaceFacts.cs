// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Alliances;

/// <summary>A place as sums over places read it: what is emitted inside it, and what it promised.</summary>
public sealed record PlaceFacts(PlaceNode Node, LocalText Name)
{
    public string Code => Node.Code;
    public JurisdictionKind Kind { get; init; }

    /// <summary>True when there is a plan of it.</summary>
    public bool HasPlan { get; init; }

    public ScopeOne ScopeOne { get; init; } = ScopeOne.None;

    /// <summary>People in <see cref="PopulationYear"/>.</summary>
    public double? Population { get; init; }
    public int? PopulationYear { get; init; }

    /// <summary>Yearly totals of the leading inventory on its own boundary, whatever it is, in tonnes of <see cref="StatedGas"/>.</summary>
    public EquatableList<YearAmount> Stated { get; init; } = EquatableList<YearAmount>.Empty;

    /// <summary>"CO2" or "CO2e": what <see cref="Stated"/>, <see cref="Path"/> and <see cref="Milestones"/> are in.</summary>
    public string? StatedGas { get; init; }

    /// <summary>The metric behind amounts in CO2e; null where nothing was joined.</summary>
    public string? GwpSet { get; init; }
    public Boundary? Boundary { get; init; }
    public EquatableList<string> Gases { get; init; } = EquatableList<string>.Empty;
    public int? BaseYear { get; init; }

    /// <summary>The leading target's path by year, ascending; empty without one.</summary>
    public EquatableList<YearAmount> Path { get; init; } = EquatableList<YearAmount>.Empty;
    public EquatableList<YearAmount> Milestones { get; init; } = EquatableList<YearAmount>.Empty;
    public int? NetZeroYear { get; init; }

    /// <summary>The total of a year on the inventory's own boundary; null in years without one.</summary>
    public double? StatedIn(int year) => YearLine.At(Stated, year);

    /// <summary>
    /// The path's level of a year: straight between its points, its last level held after them; null before the first.
    /// </summary>
    public double? PathIn(int year) => YearLine.Along(Path, year);

    /// <summary>The stated total of the year in which the path begins; where that is not inventoried, the path's own level.</summary>
    public double StatedAtStart => Path.Count == 0 ? 0 : StatedIn(Path[0].Year) ?? Path[0].Amount;

    /// <summary>
    /// The part of the stated total that the path is of, 0 to 1: their ratio in the path's first year, since a path begins
    /// at the inventory of what its target covers. 1 where that year is not inventoried.
    /// </summary>
    public double PathCovers =>
        Path.Count > 0 && StatedIn(Path[0].Year) is { } stated && stated > 0
            ? Math.Clamp(Path[0].Amount / stated, 0, 1)
            : 1;
}

/// <summary>Amounts by year, ascending.</summary>
internal static class YearLine
{
    public static double? At(IReadOnlyList<YearAmount> line, int year)
    {
        foreach (var point in line)
        {
            if (point.Year == year)
            {
                return point.Amount;
            }
        }

        return null;
    }

    /// <summary>Straight between points, the last one held; null before the first.</summary>
    public static double? Along(IReadOnlyList<YearAmount> line, int year)
    {
        if (line.Count == 0 || year < line[0].Year)
        {
            return null;
        }

        for (var i = 1; i < line.Count; i++)
        {
            var (before, after) = (line[i - 1], line[i]);
            if (year < after.Year)
            {
                var span = (double)(after.Year - before.Year);
                return (before.Amount * (after.Year - year) + after.Amount * (year - before.Year)) / span;
            }
        }

        return line[^1].Amount;
    }
}
