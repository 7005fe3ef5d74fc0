// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>
/// The long-term strategy's path (DESIGN §5): the published yearly path; else a straight line from the inventory at the
/// target's adoption to the stated residual in the net-zero year, ignoring milestones, labelled derived.
/// </summary>
public static class LongTermPaths
{
    /// <summary>
    /// Null without a published path and without a net-zero year, or when no inventory year lies at or before the
    /// net-zero year. "At adoption" is the last inventoried year on or before the year of adoption; a target older than
    /// its inventory starts at the first inventoried year.
    /// </summary>
    /// <param name="inUnit">Brings an amount to the totals' unit; null when it cannot be.</param>
    public static LongTermPath? Of(
        TargetVersion version,
        InventoryTotals covered,
        double? residual,
        Func<Quantity, double?> inUnit
    )
    {
        if (version.Path is { } published)
        {
            var points = published
                .Cells.Where(c => c.Cell.IsNumber)
                .Select(c =>
                    (c.Year, Amount: c.Cell.TryGetNumber(out var n) ? inUnit(new Quantity(n, published.Unit)) : null)
                )
                .Where(p => p.Amount is not null)
                .Select(p => new YearAmount(p.Year, p.Amount!.Value))
                .ToEquatableList();
            return points.Count > 0 ? new LongTermPath(covered.Unit, Derived: false, points) : null;
        }

        if (version.NetZeroYear is not { } zero || Start(version, covered, zero) is not { } start)
        {
            return null;
        }

        var end = residual ?? 0;
        var years = Enumerable.Range(start.Year, zero - start.Year + 1);
        return new LongTermPath(
            covered.Unit,
            Derived: true,
            years.Select(y => Between(start, new YearAmount(zero, end), y)).ToEquatableList()
        )
        {
            ResidualAssumedZero = residual is null,
        };
    }

    /// <summary>A published strategy's series as a target's yearly path; null for none.</summary>
    public static YearSeries? Published(ProjectionTotals? strategy) =>
        strategy is null
            ? null
            : new YearSeries(strategy.Unit, strategy.Whole.Points.Select(p => new YearCell(p.Year, Cell.Of(p.Amount))));

    /// <summary>As a weighted mean, so that both ends come out exactly.</summary>
    private static YearAmount Between(YearAmount from, YearAmount to, int year)
    {
        var span = (double)(to.Year - from.Year);
        return new YearAmount(year, (from.Amount * (to.Year - year) + to.Amount * (year - from.Year)) / span);
    }

    private static YearAmount? Start(TargetVersion version, InventoryTotals covered, int zero)
    {
        var known = covered
            .Comparable.Where(y => y.Year < zero)
            .Select(y => new YearAmount(y.Year, y.Total.Amount!.Value))
            .ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var adopted = version.Stated?.Year ?? int.MaxValue;
        var before = known.FindLastIndex(k => k.Year <= adopted);
        return known[Math.Max(before, 0)];
    }
}
