// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Scenarios;

/// <summary>One line of two scenarios, as it is shown.</summary>
/// <param name="Key">A sector or a gas ("" for CO2e); null for what no line of the model counts.</param>
public sealed record ComparedRow(string? Key, decimal A, decimal B)
{
    public decimal Difference => B - A;
}

/// <summary>
/// Two scenarios of one model held against each other, in a year or over several: in each list the lines of either add up
/// to its total, and so do the differences, to the last digit shown.
/// </summary>
/// <param name="Decimals">How many are shown.</param>
/// <param name="Total">All emissions; its key is null.</param>
public sealed record ScenarioComparison(
    ScenarioRun A,
    ScenarioRun B,
    int From,
    int To,
    int Decimals,
    ComparedRow Total,
    ImmutableArray<ComparedRow> Sectors,
    ImmutableArray<ComparedRow> Gases
)
{
    /// <summary>Compares two runs of one model.</summary>
    /// <param name="a">The one that the other is held against.</param>
    /// <param name="b">The other.</param>
    /// <param name="years">The first and the last year, which are added up.</param>
    /// <param name="scale">From the unit of the model to the one that is shown.</param>
    /// <param name="decimals">How many are shown.</param>
    /// <returns>Null where a number is none or too great, or the years are not the model's.</returns>
    public static ScenarioComparison? Of(
        ScenarioRun a,
        ScenarioRun b,
        (int From, int To) years,
        double scale,
        int decimals
    )
    {
        var (from, to) = years;
        if (
            a.At(from) is null
            || b.At(to) is null
            || to < from
            || Rounding.Of(a.Sum(from, to) * scale, decimals) is not { } first
            || Rounding.Of(b.Sum(from, to) * scale, decimals) is not { } second
            || Rows(a, b, r => r.Sectors(), years, scale, decimals, (first, second)) is not { } sectors
            || Rows(a, b, r => r.Gases(), years, scale, decimals, (first, second)) is not { } gases
        )
        {
            return null;
        }

        return new ScenarioComparison(a, b, from, to, decimals, new(null, first, second), sectors, gases);
    }

    private static ImmutableArray<ComparedRow>? Rows(
        ScenarioRun a,
        ScenarioRun b,
        Func<ScenarioRun, IEnumerable<(string Key, ImmutableArray<double> Amounts)>> lines,
        (int From, int To) years,
        double scale,
        int decimals,
        (decimal A, decimal B) totals
    )
    {
        var keys = lines(a).Select(l => (string?)l.Key).ToList();
        var (first, second) = (Amounts(a), Amounts(b));
        if (first[^1] == 0 && second[^1] == 0)
        {
            (first, second) = (first[..^1], second[..^1]);
        }
        else
        {
            keys.Add(null);
        }

        return
            Rounding.Parts(first, totals.A, decimals) is { } shownA
            && Rounding.Parts(second, totals.B, decimals) is { } shownB
            ? [.. keys.Select((key, i) => new ComparedRow(key, shownA[i], shownB[i]))]
            : null;

        double[] Amounts(ScenarioRun run) =>
            [.. lines(run).Select(l => Sum(run, l.Amounts) * scale), Sum(run, run.Rest) * scale];

        double Sum(ScenarioRun run, ImmutableArray<double> amounts) =>
            amounts.Skip(years.From - run.FirstYear).Take(years.To - years.From + 1).Sum();
    }
}
