// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Attribution;

/// <summary>What a factor contributes to a change: before + Σ contributions = after.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Contribution">Above zero it raises the line, below zero it lowers it; in the line's unit.</param>
public sealed record FactorContribution(ChangeFactor Factor, double Contribution);

/// <summary>How a line changed, factor by factor.</summary>
/// <param name="Line">The line.</param>
/// <param name="Before">What it was, all cells together, in its unit.</param>
/// <param name="After">What it is.</param>
/// <param name="Contributions">In the order of the line's factors.</param>
public sealed record LineChange(
    FactorLine Line,
    double Before,
    double After,
    ImmutableArray<FactorContribution> Contributions
)
{
    /// <summary>The contribution of all factors of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>In the line's unit; 0 where it has none.</returns>
    public double Of(FactorKind kind) => Contributions.Where(c => c.Factor.Kind == kind).Sum(c => c.Contribution);

    /// <summary>The change as it is shown, to the last digit. Parts are what is taken away: contributions with the opposite sign.</summary>
    /// <param name="decimals">How many decimals are shown.</param>
    /// <returns>Null where a number is none or too great.</returns>
    public RoundedChange? Table(int decimals) =>
        Rounding.Change(Before, [.. Contributions.Select(c => -c.Contribution)], After, decimals);
}

/// <summary>Why lines of emissions changed: from year to year, or from one scenario to another.</summary>
public static class Decomposition
{
    /// <summary>Between two years, or two scenarios, or both.</summary>
    /// <param name="line">A line.</param>
    /// <param name="before">A run of its model.</param>
    /// <param name="yearBefore">A calendar year.</param>
    /// <param name="after">The same run, or one of another scenario.</param>
    /// <param name="yearAfter">A calendar year.</param>
    /// <returns>The change.</returns>
    public static LineChange Between(
        FactorLine line,
        InterpretedRun before,
        int yearBefore,
        InterpretedRun after,
        int yearAfter
    )
    {
        var (was, iss) = (Terms(line, before, yearBefore), Terms(line, after, yearAfter));
        return Change(line, was, iss, Lmdi.Additive(was, iss));
    }

    /// <summary>Over the years of one run, step by step.</summary>
    /// <param name="line">A line.</param>
    /// <param name="run">A run of its model.</param>
    /// <param name="from">The first calendar year.</param>
    /// <param name="to">The last.</param>
    /// <returns>The change from the first to the last.</returns>
    public static LineChange OverYears(FactorLine line, InterpretedRun run, int from, int to)
    {
        var years = Enumerable.Range(from, Math.Max(1, to - from + 1)).Select(y => Terms(line, run, y)).ToArray();
        return Change(line, years[0], years[^1], Lmdi.Chained(years));
    }

    private static double[][] Terms(FactorLine line, InterpretedRun run, int year) =>
        line.Terms(run, year - run.Model.FirstYear);

    private static LineChange Change(FactorLine line, double[][] before, double[][] after, double[] contributions) =>
        new(
            line,
            before.Sum(Product),
            after.Sum(Product),
            [.. line.Factors.Select((f, i) => new FactorContribution(f, contributions[i]))]
        );

    private static double Product(double[] term) => term.Aggregate(1.0, (product, factor) => product * factor);
}
