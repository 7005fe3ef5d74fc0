// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Planning.LockIn;

/// <summary>When a label of a stock can be installed for the last time, and what all that stands of it emits in the zero year.</summary>
/// <param name="Stock">The stock.</param>
/// <param name="Last">When, by how long it stands.</param>
/// <param name="Emissions">In the unit of the model, of the lines that the stock counts for.</param>
/// <param name="IsCleanest">Whether of several to choose among none emits less: heat pumps on a grid that still emits.</param>
public sealed record LastOfStock(StockLockIn Stock, LastInstallation Last, double Emissions, bool IsCleanest)
{
    /// <summary>Whether its last year is to be told: it emits, and something cleaner could stand there.</summary>
    public bool Matters => Emissions > 0 && !IsCleanest;

    /// <summary>Its labels as somebody would read them; empty for a stock without axes.</summary>
    public string Kind => string.Join(" · ", Last.Labels).Replace('_', ' ');

    /// <summary>Those whose last year matters: kinds of a stock that share one together, what emits most first.</summary>
    public static IEnumerable<IGrouping<(StockLockIn Stock, int? Year), LastOfStock>> Together(
        IEnumerable<LastOfStock> all
    ) => all.Where(l => l.Matters).GroupBy(l => (l.Stock, l.Last.Year)).OrderByDescending(g => g.Sum(l => l.Emissions));

    /// <summary>Every label of the stocks that stands in the zero year, what emits most first.</summary>
    /// <param name="report">The stocks of a model.</param>
    /// <param name="model">The model: shares that sum to one over an axis of a stock say which labels are chosen among.</param>
    /// <param name="lines">The lines that the stocks count for.</param>
    /// <param name="zeroYear">The year in which nothing is to be left.</param>
    public static ImmutableArray<LastOfStock> Of(
        LockInReport report,
        BoundModel model,
        ImmutableArray<CarriedLine> lines,
        int zeroYear
    ) =>
        [
            .. report
                .Stocks.SelectMany(stock =>
                {
                    var own = lines.Where(c => c.Stock == stock).ToList();
                    var choice = ChoiceOf(model, stock.Stock);
                    return stock
                        .LastInstallations(zeroYear)
                        .GroupBy(last => PlaceOf(last, stock.Stock, choice))
                        .SelectMany(place =>
                        {
                            var each = place.ToDictionary(l => l.Cell, l => Each(stock, own, l.Cell, zeroYear));
                            return place
                                .Where(l => l.Survivors > 0)
                                .Select(l => new LastOfStock(
                                    stock,
                                    l,
                                    own.Sum(c => c.OfCell(zeroYear, l.Cell)),
                                    each.Values.Count(e => e is not null) > 1
                                        && each.Values.All(e => e is null || each[l.Cell] <= e)
                                ));
                        });
                })
                .OrderByDescending(l => l.Emissions),
        ];

    /// <summary>What one of a label emits in the last year in which any stands; null where none ever does.</summary>
    private static double? Each(StockLockIn stock, List<CarriedLine> lines, int cell, int zeroYear)
    {
        for (var year = zeroYear; year >= stock.FirstYear; year--)
        {
            if (stock.Standing(cell, year, stock.FirstYear, year) is > 0 and var standing)
            {
                return lines.Sum(c => c.OfCell(year, cell)) / standing;
            }
        }

        return null;
    }

    /// <summary>The axis of a stock along which one label is bought instead of another; null where none is.</summary>
    private static Axis? ChoiceOf(BoundModel model, BoundVariable stock) =>
        model.Variables.FirstOrDefault(v => v.SumsToOne is not null && v.Axes.SequenceEqual(stock.Axes))?.SumsToOne;

    /// <summary>What a label shares with those that could stand in its stead; itself where nothing could.</summary>
    private static string PlaceOf(LastInstallation last, BoundVariable stock, Axis? choice) =>
        string.Join('\n', last.Labels.Select((label, i) => stock.Axes[i] == choice ? "" : label));
}
