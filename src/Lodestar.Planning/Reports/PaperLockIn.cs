// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Reports;

/// <summary>What stands, or is planned, and emits on in the year in which nothing should.</summary>
internal static class PaperLockIn
{
    private sealed record Line(string Name, double Standing, double All);

    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var title = Message.Of("report.lock-in");
        if (
            view is null
            || input.LockIn is not { Stocks.IsEmpty: false } report
            || input.Assessment.Target?.NetZeroYear is not { } zero
            || zero < report.FirstYear
            || zero > view.LastYear
        )
        {
            return new PaperSection("lock-in", title, [new PaperParagraph(Message.Of("report.lock-in.none"))]);
        }

        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperParagraph(Message.Of("report.lock-in.lead", ("year", zero))));
        var curve = LockInCurve.Of(view.Outlook, view.Date.Year, zero);
        if (curve is not null && Chart(view, curve, zero) is { } chart)
        {
            blocks.Add(chart);
        }

        if (Table(view, Lines(view, report, zero), zero) is { } table)
        {
            blocks.Add(table);
        }

        if (curve is not null && Last(curve, zero) is { Rows.IsEmpty: false } last)
        {
            blocks.Add(last);
        }

        return new PaperSection("lock-in", title, blocks.ToImmutable());
    }

    private static List<Line> Lines(PaperView view, LockInReport report, int zero) =>
        [
            .. CarriedLine
                .Of(report, view.Outlook.Model, zero)
                .Select(c => new Line(
                    c.Name,
                    c.In(zero, report.FirstYear, Math.Min(view.Date.Year, zero)),
                    c.In(zero, report.FirstYear, zero)
                ))
                .OrderByDescending(l => l.All),
        ];

    /// <summary>Null where amounts below zero leave no areas to draw.</summary>
    private static PaperChart? Chart(PaperView view, LockInCurve curve, int zero)
    {
        var start = Math.Min(curve.Today, curve.LastYear - 1);
        ImmutableArray<int> years = [.. Enumerable.Range(start, curve.LastYear - start + 1)];
        PaperSeries[] series =
        [
            .. curve.Sectors.Select(
                (s, slot) =>
                    new PaperSeries(
                        Categories.Name(s.Sector),
                        [.. years.Select(y => (double?)s.Standing[y - curve.FirstYear])],
                        PaperInk.Part,
                        slot
                    )
            ),
            new(
                Message.Of("report.lock-in.later", ("year", curve.Today)),
                [.. years.Select(y => (double?)curve.Planned(y))],
                PaperInk.Rest
            ),
        ];
        return series.Any(s => s.Values.Any(v => v < 0))
            ? null
            : new PaperChart(
                "lock-in-curve",
                PaperChartKind.Areas,
                Message.Of("report.lock-in.chart"),
                view.Unit,
                Message.Of(
                    "report.lock-in.alt",
                    ("first", years[0]),
                    ("last", years[^1]),
                    ("year", zero),
                    ("standing", new Quantity(curve.Standing(zero), view.Outlook.Model.Unit)),
                    ("all", new Quantity(curve.Standing(zero) + curve.Planned(zero), view.Outlook.Model.Unit))
                ),
                [.. years.Select(y => (object)y)],
                [.. series]
            );
    }

    private static PaperTable? Table(PaperView view, List<Line> lines, int zero)
    {
        var decimals = PaperView.Decimals(lines.Select(l => l.All).DefaultIfEmpty().Sum());
        if (
            Rounding.Sum([.. lines.Select(l => l.Standing)], decimals) is not { } standing
            || Rounding.Sum([.. lines.Select(l => l.All - l.Standing)], decimals) is not { } planned
        )
        {
            return null;
        }

        PaperRow Row(object name, decimal first, decimal second, bool isTotal = false) =>
            new(
                [name, new Figure(first, decimals), new Figure(second, decimals), new Figure(first + second, decimals)],
                isTotal
            );

        return new PaperTable(
            Message.Of("report.lock-in.table", ("unit", view.Unit), ("year", zero)),
            [
                new(Message.Of("report.column.line"), Width: 3),
                new(Message.Of("report.column.standing"), true),
                new(Message.Of("report.column.planned"), true),
                new(Message.Of("report.column.together"), true),
            ],
            [
                .. lines.Select((l, i) => Row(l.Name, standing.Parts[i], planned.Parts[i])),
                Row(Message.Of("report.total"), standing.Total, planned.Total, isTotal: true),
            ]
        );
    }

    private static PaperTable Last(LockInCurve curve, int zero) =>
        new(
            Message.Of("report.lock-in.last", ("year", zero)),
            [
                new(Message.Of("report.column.stock"), Width: 2),
                new(Message.Of("report.column.kind"), Width: 2),
                new(Message.Of("report.column.last-year"), true),
            ],
            [
                .. LastOfStock
                    .Together(curve.Last)
                    .Select(g => new PaperRow([
                        g.Key.Stock.Stock.Title ?? g.Key.Stock.Stock.Name,
                        string.Join(", ", g.Select(l => l.Kind)),
                        g.Key.Year is { } year ? year : Message.Of("report.lock-in.never", ("year", curve.FirstYear)),
                    ])),
            ]
        );
}
