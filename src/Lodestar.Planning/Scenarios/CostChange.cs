// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Model;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Scenarios;

/// <summary>What something costs in the one scenario and in the other, as it is shown.</summary>
public readonly record struct CostAmounts(decimal Before, decimal After)
{
    public decimal Difference => After - Before;
}

/// <summary>A line of a table of costs.</summary>
/// <param name="Item">Null for what of a total none of its parts counts.</param>
/// <param name="Depth">0 for a total, 1 for its parts.</param>
/// <param name="Amounts">One for each span of years.</param>
public sealed record CostRow(CostItem? Item, int Depth, ImmutableArray<CostAmounts> Amounts)
{
    /// <summary>Whether it costs nothing in either scenario.</summary>
    public bool IsNothing => Amounts.All(a => a is { Before: 0, After: 0 });
}

/// <summary>
/// What two scenarios of one model cost, in years or over several: parts add up to their totals in each column, and so do
/// the differences, to the last digit shown. Nothing is discounted.
/// </summary>
/// <param name="Unit">Amounts are in millions of it, a year's or those of several years together.</param>
/// <param name="Decimals">How many are shown.</param>
/// <param name="Spans">The first and the last year of each column; both count.</param>
/// <param name="Rows">Each total, then its parts.</param>
public sealed record CostChange(
    CostUnit Unit,
    int Decimals,
    ImmutableArray<(int From, int To)> Spans,
    ImmutableArray<CostRow> Rows
)
{
    private const double Rounded = 1e-9;

    /// <summary>The rows that are worth showing: those of parts that nobody buys are left out.</summary>
    public IEnumerable<CostRow> Shown => Rows.Where(r => r.Depth == 0 || !r.IsNothing);

    /// <summary>Holds two runs of one model against each other.</summary>
    /// <param name="before">What is held against.</param>
    /// <param name="after">What is asked.</param>
    /// <param name="spans">Years within the model.</param>
    /// <param name="decimals">How many decimals; null for as many as the greatest amount needs.</param>
    /// <returns>One for each currency and year of prices; none where no answer is in money or an amount is too great.</returns>
    public static ImmutableArray<CostChange> Of(
        ScenarioRun before,
        ScenarioRun after,
        ImmutableArray<(int From, int To)> spans,
        int? decimals = null
    ) =>
        [
            .. before
                .Costs.Select(c => c.Item.Unit)
                .Distinct()
                .Select(unit => OfUnit(before, after, spans, unit, decimals))
                .OfType<CostChange>(),
        ];

    /// <summary>What one item costs over years, in millions.</summary>
    internal static double Sum(ScenarioRun run, CostItem item, (int From, int To) span) =>
        run
            .Costs.First(c => c.Item == item)
            .Amounts.Skip(span.From - run.FirstYear)
            .Take(span.To - span.From + 1)
            .Sum();

    private static CostChange? OfUnit(
        ScenarioRun before,
        ScenarioRun after,
        ImmutableArray<(int From, int To)> spans,
        CostUnit unit,
        int? decimals
    )
    {
        ImmutableArray<CostItem> items = [.. before.Costs.Select(c => c.Item).Where(i => i.Unit == unit)];
        var roots = items.Where(i => i.PartOf is null).ToList();
        var greatest = roots
            .SelectMany(i => spans.SelectMany(s => new[] { Sum(before, i, s), Sum(after, i, s) }))
            .Max(Math.Abs);
        var shown = decimals ?? DecimalsOf(greatest);
        var rows = ImmutableArray.CreateBuilder<CostRow>();
        foreach (var root in roots)
        {
            if (
                Totals(before, root, spans, shown) is not { } first
                || Totals(after, root, spans, shown) is not { } second
                || !Add(rows, (before, after), items, root, 0, (first, second), spans, shown)
            )
            {
                return null;
            }
        }

        return new CostChange(unit, shown, spans, rows.ToImmutable());
    }

    /// <summary>Three digits that count, at most two of them after the point.</summary>
    private static int DecimalsOf(double greatest) =>
        greatest >= 100 ? 0
        : greatest >= 10 ? 1
        : 2;

    private static decimal[]? Totals(
        ScenarioRun run,
        CostItem item,
        ImmutableArray<(int From, int To)> spans,
        int decimals
    )
    {
        var totals = spans.Select(s => Rounding.Of(Sum(run, item, s), decimals)).ToArray();
        return totals.Any(t => t is null) ? null : [.. totals.Select(t => t!.Value)];
    }

    private static bool Add(
        ImmutableArray<CostRow>.Builder rows,
        (ScenarioRun Before, ScenarioRun After) runs,
        ImmutableArray<CostItem> items,
        CostItem item,
        int depth,
        (decimal[] Before, decimal[] After) totals,
        ImmutableArray<(int From, int To)> spans,
        int decimals
    )
    {
        rows.Add(new CostRow(item, depth, Zip(totals)));
        var parts = items.Where(i => i.PartOf == item.Name).ToList();
        if (parts.Count == 0)
        {
            return true;
        }

        if (
            Parts(runs.Before, item, parts, totals.Before, spans, decimals) is not { } first
            || Parts(runs.After, item, parts, totals.After, spans, decimals) is not { } second
        )
        {
            return false;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (!Add(rows, runs, items, parts[i], depth + 1, (first[i], second[i]), spans, decimals))
            {
                return false;
            }
        }

        var rest = new CostRow(null, depth + 1, Zip((first[^1], second[^1])));
        if (!rest.IsNothing)
        {
            rows.Add(rest);
        }

        return true;
    }

    /// <summary>By part, then span; last what no part counts.</summary>
    private static decimal[][]? Parts(
        ScenarioRun run,
        CostItem total,
        List<CostItem> parts,
        decimal[] totals,
        ImmutableArray<(int From, int To)> spans,
        int decimals
    )
    {
        var result = Enumerable.Range(0, parts.Count + 1).Select(_ => new decimal[spans.Length]).ToArray();
        for (var span = 0; span < spans.Length; span++)
        {
            var whole = Sum(run, total, spans[span]);
            var amounts = parts.Select(p => Sum(run, p, spans[span])).ToList();
            var rest = whole - amounts.Sum();
            amounts.Add(Math.Abs(rest) <= Rounded * Math.Max(1, Math.Abs(whole)) ? 0 : rest);
            if (Rounding.Parts([.. amounts], totals[span], decimals) is not { } shown)
            {
                return null;
            }

            for (var part = 0; part < result.Length; part++)
            {
                result[part][span] = shown[part];
            }
        }

        return result;
    }

    private static ImmutableArray<CostAmounts> Zip((decimal[] Before, decimal[] After) amounts) =>
        [.. amounts.Before.Zip(amounts.After, (b, a) => new CostAmounts(b, a))];
}
