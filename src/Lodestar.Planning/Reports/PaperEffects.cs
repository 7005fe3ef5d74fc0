// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Control;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Reports;

/// <summary>What each measure, and each controller, takes away: without − Σ effects = expected, expected − limit = gap.</summary>
internal static class PaperEffects
{
    private const int MostSeries = 7;

    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var title = Message.Of("report.effects");
        if (view is not { Outlook.Wedges: { } wedges } || !wedges.IsFinite)
        {
            return new PaperSection(
                "effects",
                title,
                [
                    new PaperParagraph(
                        view is null ? PaperSummary.Missing(input, view) : Message.Of("report.missing.measures")
                    ),
                ]
            );
        }

        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        var planned = view.Name(view.Outlook.Planned);
        blocks.Add(new PaperParagraph(Message.Of("report.effects.lead", ("scenario", planned))));
        blocks.Add(Wedges(view, wedges));
        Add(blocks, view, wedges, "report.effects.by-measure", id => MeasureName(view, id));
        if (input.ByController is { IsFinite: true } controllers)
        {
            blocks.Add(new PaperHeading(Message.Of("report.effects.controllers")));
            blocks.Add(Bars(view, controllers));
            Add(blocks, view, controllers, "report.effects.by-controller", ControllerName);
        }

        blocks.Add(
            new PaperParagraph(
                wedges.IsExact
                    ? Message.Of("report.effects.exact", ("runs", wedges.Runs))
                    : Message.Of("report.effects.sampled", ("pairs", wedges.Pairs), ("runs", wedges.Runs)),
                PaperTone.Note
            )
        );
        return new PaperSection("effects", title, blocks.ToImmutable()) { OnNewPage = true };
    }

    private static object MeasureName(PaperView view, string id) =>
        id == EffectTable.Settings ? Message.Of("report.effects.settings") : view.MeasureTitle(id);

    private static object ControllerName(string id) =>
        id switch
        {
            EffectTable.Settings => Message.Of("report.effects.settings"),
            "" => Message.Of("report.effects.nobody"),
            _ => ControllerWords.Of(id),
        };

    private static void Add(
        ImmutableArray<PaperBlock>.Builder blocks,
        PaperView view,
        AttributionReport report,
        string caption,
        Func<string, object> name
    )
    {
        var spans = view.Years.Select(y => (From: y, To: y)).ToList();
        if (view.LastYear > view.From)
        {
            spans.Add((view.From, view.Years[^1] > view.From ? view.Years[^1] : view.LastYear));
        }

        var tables = spans.Select(s => (Span: s, Table: TableOf(view, report, s))).Where(t => t.Table is not null);
        if (Table(view, [.. tables.Select(t => t.Table!)], caption, name) is { } table)
        {
            blocks.Add(table);
        }
    }

    private static EffectTable? TableOf(PaperView view, AttributionReport report, (int From, int To) span) =>
        EffectTable.Of(
            report,
            view.Outlook.Without,
            view.Outlook.Model.Factor,
            1,
            span,
            PaperView.Decimals(Math.Abs(view.Outlook.Without.Sum(span.From, span.To))),
            span.From == span.To ? view.Promise?.At(span.From) : view.Promise?.Sum(span.From, span.To)
        );

    private static PaperTable? Table(
        PaperView view,
        ImmutableArray<EffectTable> tables,
        string caption,
        Func<string, object> name
    )
    {
        if (tables.IsEmpty)
        {
            return null;
        }

        PaperRow Row(object head, Func<EffectTable, decimal?> amount, bool isTotal = false) =>
            new(
                [head, .. tables.Select(t => amount(t) is { } value ? (object?)new Figure(value, t.Decimals) : null)],
                isTotal
            );

        var ids = tables.SelectMany(t => t.Rows).Select(r => r.Id).Distinct(StringComparer.Ordinal).ToList();
        var rows = ids.Select(id => Row(name(id), t => -(t.Rows.FirstOrDefault(r => r.Id == id)?.Amount ?? 0)));
        var limited = tables.Any(t => t.Limit is not null);
        return new PaperTable(
            Message.Of(caption, ("unit", view.Unit)),
            [
                new(Message.Of("report.column.part"), Width: 3),
                .. tables.Select(t => new PaperColumn(
                    t.From == t.To ? t.From : Message.Of("report.years", ("first", t.From), ("last", t.To)),
                    true
                )),
            ],
            [
                Row(Message.Of("report.effects.without"), t => t.Without),
                .. rows,
                Row(Message.Of("report.effects.expected"), t => t.With, isTotal: true),
                .. limited
                    ? (PaperRow[])
                        [
                            Row(Message.Of("report.effects.limit"), t => -t.Limit),
                            Row(Message.Of("report.effects.gap"), t => t.Gap, isTotal: true),
                        ]
                    : [],
            ]
        );
    }

    /// <summary>Wedges over years; bars of one year where an effect is below zero, which no stack can show.</summary>
    private static PaperChart Wedges(PaperView view, AttributionReport report)
    {
        var from = Math.Max(view.From, report.FirstYear);
        ImmutableArray<int> years = [.. Enumerable.Range(from, report.LastYear - from + 1)];
        var factor = view.Outlook.Model.Factor;
        var byYear = years.Select(y => report.Of(0, y, y)).ToList();
        if (
            years.Length < 2
            || years.Any(y => report.With(0, y, y) * factor < 0)
            || byYear.Exists(effects => effects.Any(e => e.Shapley * factor < -1e-9))
        )
        {
            return Bars(view, report, id => MeasureName(view, id), Message.Of("report.effects.chart"), "effects");
        }

        var order = Enumerable
            .Range(0, report.Effects.Length)
            .OrderByDescending(i => byYear.Sum(e => e[i].Shapley * factor))
            .ToList();
        var shown = order.Count <= MostSeries ? order : order.Take(MostSeries - 1).ToList();
        var series = new List<PaperSeries>
        {
            new(
                Message.Of("report.effects.left"),
                [.. years.Select(y => (double?)(report.With(0, y, y) * factor))],
                PaperInk.Rest
            ),
        };
        series.AddRange(
            shown.Select(
                (place, slot) =>
                    new PaperSeries(
                        MeasureName(view, report.Effects[place].Player.Id),
                        [.. byYear.Select(e => (double?)(e[place].Shapley * factor))],
                        PaperInk.Part,
                        slot
                    )
            )
        );
        if (order.Count > shown.Count)
        {
            var others = order.Skip(shown.Count).ToList();
            series.Add(
                new(
                    Message.Of("report.others"),
                    [.. byYear.Select(e => (double?)others.Sum(place => e[place].Shapley * factor))],
                    PaperInk.Part,
                    shown.Count
                )
            );
        }

        return new PaperChart(
            "effects",
            PaperChartKind.Areas,
            Message.Of("report.effects.chart"),
            view.Unit,
            Message.Of("report.effects.alt", ("first", years[0]), ("last", years[^1])),
            [.. years.Select(y => (object)y)],
            [.. series]
        );
    }

    private static PaperChart Bars(PaperView view, AttributionReport report) =>
        Bars(view, report, ControllerName, Message.Of("report.effects.controllers.chart"), "controllers");

    private static PaperChart Bars(
        PaperView view,
        AttributionReport report,
        Func<string, object> name,
        Message caption,
        string id
    )
    {
        var year = Math.Clamp(view.Years[^1], report.FirstYear, report.LastYear);
        var effects = report
            .Of(0, year, year)
            .Select(e => (e.Id, Amount: e.Shapley * view.Outlook.Model.Factor))
            .OrderByDescending(e => e.Amount)
            .ToList();
        return new PaperChart(
            id,
            PaperChartKind.Bars,
            caption,
            view.Unit,
            Message.Of("report.effects.bars.alt", ("year", year), ("first", name(effects[0].Id))),
            [.. effects.Select(e => name(e.Id))],
            [
                new PaperSeries(
                    Message.Of("report.effects.of-year", ("year", year)),
                    [.. effects.Select(e => (double?)e.Amount)],
                    PaperInk.Part
                ),
            ]
        );
    }
}
