// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Reports;

/// <summary>What is emitted, by sector.</summary>
internal static class PaperInventory
{
    private const int MostYears = 5;
    private const int MostSeries = 7;

    public static PaperSection Of(PaperInput input)
    {
        var title = Message.Of("report.inventory");
        if (input.Assessment.Totals is not { LastYear: not null } totals)
        {
            return new PaperSection("inventory", title, [new PaperParagraph(Message.Of("report.inventory.none"))]);
        }

        ImmutableArray<int> years = [.. totals.Comparable.Select(y => y.Year)];
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperParagraph(totals.BoundaryNote));
        blocks.Add(Chart(totals, years));
        if (Table(totals, Picked(years)) is { } table)
        {
            blocks.Add(table);
        }

        if (totals.Years.Any(y => y.Total.Gaps > 0))
        {
            blocks.Add(new PaperParagraph(Message.Of("report.inventory.gaps"), PaperTone.Note));
        }

        return new PaperSection("inventory", title, blocks.ToImmutable()) { OnNewPage = true };
    }

    /// <summary>The first, the last, and some between them.</summary>
    private static ImmutableArray<int> Picked(ImmutableArray<int> years) =>
        years.Length <= MostYears
            ? years
            : [.. Enumerable.Range(0, MostYears).Select(i => years[i * (years.Length - 1) / (MostYears - 1)])];

    private static PaperChart Chart(InventoryTotals totals, ImmutableArray<int> years)
    {
        var sectors = totals.Sectors.OrderByDescending(s => s[years[^1]].Amount ?? 0).ToList();
        var shown = sectors.Count <= MostSeries ? sectors : sectors.Take(MostSeries - 1).ToList();
        var series = shown
            .Select(
                (s, i) =>
                    new PaperSeries(Categories.Name(s.Code), [.. years.Select(y => s[y].Amount)], PaperInk.Part, i)
            )
            .ToList();
        if (sectors.Count > shown.Count)
        {
            var others = sectors.Skip(shown.Count).ToList();
            series.Add(
                new PaperSeries(
                    Message.Of("report.others"),
                    [.. years.Select(y => (double?)others.Sum(s => s[y].Amount ?? 0))],
                    PaperInk.Part,
                    shown.Count
                )
            );
        }

        return new PaperChart(
            "sectors",
            PaperChartKind.Columns,
            Message.Of("report.inventory.chart", ("first", years[0]), ("last", years[^1])),
            totals.Unit.Display,
            Message.Of(
                "report.inventory.alt",
                ("first", years[0]),
                ("last", years[^1]),
                ("start", new Units.Quantity(totals[years[0]].Amount!.Value, totals.Unit)),
                ("end", new Units.Quantity(totals[years[^1]].Amount!.Value, totals.Unit))
            ),
            [.. years.Select(y => (object)y)],
            [.. series]
        );
    }

    private static PaperTable? Table(InventoryTotals totals, ImmutableArray<int> years)
    {
        var decimals = PaperView.Decimals(years.Max(y => Math.Abs(totals[y].Amount!.Value)));
        var columns = new List<(decimal Total, ImmutableArray<decimal> Parts)>();
        foreach (var year in years)
        {
            if (
                Rounding.Of(totals[year].Amount!.Value, decimals) is not { } total
                || Rounding.Parts([.. totals.Sectors.Select(s => s[year].Amount ?? 0)], total, decimals)
                    is not { } parts
            )
            {
                return null;
            }

            columns.Add((total, parts));
        }

        return new PaperTable(
            Message.Of("report.inventory.table", ("unit", totals.Unit.Display)),
            [new(Message.Of("report.column.sector"), Width: 3), .. years.Select(y => new PaperColumn(y, true))],
            [
                .. totals.Sectors.Select(
                    (s, i) =>
                        new PaperRow([
                            Categories.Name(s.Code),
                            .. columns.Select(
                                (c, y) => s[years[y]].Amount is null ? null : (object?)new Figure(c.Parts[i], decimals)
                            ),
                        ])
                ),
                new PaperRow(
                    [Message.Of("report.total"), .. columns.Select(c => (object?)new Figure(c.Total, decimals))],
                    IsTotal: true
                ),
            ]
        );
    }
}
