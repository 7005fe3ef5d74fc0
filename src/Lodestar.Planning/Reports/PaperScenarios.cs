// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Reports;

/// <summary>Where the scenarios lead, held against what was promised.</summary>
internal static class PaperScenarios
{
    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var title = Message.Of("report.scenarios");
        if (view is null)
        {
            return new PaperSection(
                "scenarios",
                title,
                [new PaperParagraph(PaperSummary.Missing(input, view)), .. Published(input)]
            );
        }

        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperParagraph(Message.Of("report.scenarios.lead")));
        blocks.Add(Chart(input, view));
        blocks.Add(Table(view));
        if (view.Stops.Count == 0)
        {
            blocks.Add(new PaperParagraph(PaperSummary.Missing(input, view), PaperTone.Note));
        }

        blocks.AddRange(PaperCosts.Of(view));
        blocks.AddRange(Published(input));
        return new PaperSection("scenarios", title, blocks.ToImmutable()) { OnNewPage = true };
    }

    /// <summary>What others published of the years ahead stands beside what is computed.</summary>
    private static IEnumerable<PaperBlock> Published(PaperInput input)
    {
        var finding = input.Assessment.FindingOf("policy-gap");
        if (input.Assessment.Projections.Count > 0)
        {
            yield return new PaperParagraph(finding.Sentence);
        }
    }

    private static PaperChart Chart(PaperInput input, PaperView view)
    {
        var model = view.Outlook.Model;
        var factor = Factor(input, view);
        var history = factor is null ? [] : input.Assessment.Totals!.Comparable.ToList();
        var first = Math.Min(history.Count > 0 ? history[0].Year : model.FirstYear, model.FirstYear);
        ImmutableArray<int> years = [.. Enumerable.Range(first, view.LastYear - first + 1)];
        // Up to the last inventory the model only retells it.
        var start = Math.Clamp(history.Count > 0 ? history[^1].Year : first, model.FirstYear, view.LastYear);
        var series = new List<PaperSeries>();
        if (history.Count > 0)
        {
            series.Add(
                new(
                    Message.Of("report.series.inventory"),
                    [.. years.Select(y => input.Assessment.Totals!.ComparableAmount(y) * factor)],
                    PaperInk.History
                )
            );
        }

        series.AddRange(
            view.Outlook.Runs.Select(
                (run, i) =>
                    new PaperSeries(
                        view.Name(run),
                        [.. years.Select(y => y >= start ? run.At(y) : null)],
                        PaperInk.Modelled,
                        // The first of the hues is that of the inventory.
                        i + 1
                    )
            )
        );
        if (view.Promise is { Path: { } path } promise)
        {
            series.Add(
                new(
                    Message.Of("report.series.path"),
                    [.. years.Select(y => path.At(y) * promise.Factor)],
                    PaperInk.Promise
                )
            );
        }

        if (view.Stops.Count > 0)
        {
            series.Add(
                new(
                    Message.Of("report.series.promised"),
                    [.. years.Select(y => view.Stops.FirstOrDefault(s => s.Year == y)?.Limit)],
                    PaperInk.Promise,
                    IsMarks: true
                )
            );
        }

        var run = view.Outlook.Planned;
        return new PaperChart(
            "scenarios",
            PaperChartKind.Lines,
            Message.Of("report.scenarios.chart"),
            view.Unit,
            Message.Of(
                "report.scenarios.alt",
                ("year", view.LastYear),
                ("without", new Quantity(view.Outlook.Without.Path[^1], model.Unit)),
                ("planned", new Quantity(run.Path[^1], model.Unit))
            ),
            [.. years.Select(y => (object)y)],
            [.. series]
        );
    }

    private static double? Factor(PaperInput input, PaperView view) =>
        input.Assessment is { IsModelled: true, Totals: { } totals }
            ? CommonUnit.Factor(totals.Unit, view.Outlook.Model.Unit, input.Plan.GwpSet)
            : null;

    private static PaperTable Table(PaperView view)
    {
        var decimals = PaperView.Decimals(view.Outlook.Runs.Max(r => r.Path.Max(Math.Abs)));
        object? Shown(decimal? value) => value is { } amount ? new Figure(amount, decimals) : null;
        return new PaperTable(
            Message.Of("report.scenarios.table", ("unit", view.Unit)),
            [
                new(Message.Of("report.column.scenario"), Width: 3),
                new(Message.Of("report.column.year")),
                new(Message.Of("report.column.expected"), true),
                new(Message.Of("report.column.limit"), true),
                new(Message.Of("report.column.gap"), true),
            ],
            [
                .. view.Outlook.Runs.SelectMany(run =>
                    view.Years.Select(year =>
                    {
                        var expected = Rounding.Of(run.At(year)!.Value, decimals);
                        var limit = view.Promise?.At(year) is { } promised ? Rounding.Of(promised, decimals) : null;
                        return new PaperRow([
                            view.Name(run),
                            year,
                            Shown(expected),
                            Shown(limit),
                            Shown(expected - limit),
                        ]);
                    })
                ),
            ]
        );
    }
}
