// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Targets;
using Lodestar.Units;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>The pictures of a plan's scenarios.</summary>
internal static class ScenarioCharts
{
    /// <summary>Inventory, the strategy's path, every scenario and what others published, with the gaps of what is expected.</summary>
    public static LinesChart Lines(ScenarioView view, MessageCatalog texts, bool isPanel = false)
    {
        List<NamedLine> lines = [];
        if (History(view, texts) is { } history)
        {
            lines.Add(history);
        }

        if (view.Promise?.Path is { } path)
        {
            var scale = view.Promise.Factor * view.Scale;
            lines.Add(
                new NamedLine(
                    texts.Of(path.Derived ? "chart.label.path-derived" : "chart.label.path"),
                    Ink.Path,
                    [
                        .. path
                            .Points.Where(p => p.Year <= view.LastYear)
                            .Select(p => new YearAmount(p.Year, p.Amount * scale)),
                    ],
                    path.Derived ? LineStyle.Dashed : LineStyle.Solid,
                    IsBridged: true
                )
            );
        }

        var runs = isPanel ? ScenarioSentences.Told(view).Prepend(view.Outlook.Without).Distinct() : view.Outlook.Runs;
        lines.AddRange(
            runs.Select(r => new NamedLine(texts.Render(view.Name(r)), InkOf(view, r), From(view, r), LineStyle.Dashed))
        );
        if (!isPanel)
        {
            lines.AddRange(Middle(view, texts));
            lines.AddRange(Published(view, texts));
        }

        return new LinesChart(view.Unit.Display, [.. lines.Where(l => l.Points.Count > 0)])
        {
            Bands = [.. Bands(view)],
            Stops =
            [
                .. (view.Promise?.Stops ?? EquatableList<PromisedStop>.Empty)
                    .Where(s => s.Year <= view.LastYear)
                    .Select(s => Stop(view, s, texts)),
            ],
            Gaps = [.. Gaps(view, texts)],
        };
    }

    /// <summary>What is lacking at what lies ahead next and at net zero, as things are expected.</summary>
    public static IEnumerable<NamedGap> Gaps(ScenarioView view, MessageCatalog texts)
    {
        foreach (var stop in new[] { view.Next, view.Zero }.OfType<PromisedStop>().Distinct())
        {
            var led = view.In(view.Outlook.Expected.At(stop.Year)!.Value);
            var limit = view.In(stop.Limit);
            if (led > limit)
            {
                var label = texts.Of("chart.label.gap", ("amount", new Quantity(led - limit, view.Unit)));
                yield return new NamedGap(label, stop.Year, limit, led);
            }
        }
    }

    /// <summary>What each measure, or controller, of a scenario takes away.</summary>
    public static WedgeChart Wedges(
        ScenarioView view,
        ScenarioRun run,
        AttributionReport report,
        Func<string, string> nameOf,
        MessageCatalog texts
    )
    {
        var factor = view.Outlook.Model.Factor * view.Scale;
        int[] years = [.. Enumerable.Range(view.StartYear, view.LastYear - view.StartYear + 1)];
        var byYear = years.Select(y => report.Of(0, y, y)).ToList();
        var wedges = report.Effects.Select(
            (e, i) =>
                new Wedge(
                    nameOf(e.Player.Id),
                    Ink.Muted,
                    [.. byYear.Select(y => y[i].Shapley * factor)],
                    byYear[^1][i].StandardError * Math.Abs(factor)
                )
        );
        return new WedgeChart(
            view.Unit.Display,
            view.StartYear,
            [.. years.Select(y => report.Without(0, y, y) * factor)],
            [.. years.Select(y => report.With(0, y, y) * factor)],
            WedgeChart.Ranked(wedges, texts.Of("chart.wedges.others"))
        )
        {
            WithoutName = texts.Of("chart.wedges.without"),
            WithName = texts.Render(view.Name(run)),
            Path = view.Promise is { Path: { } path } promise
                ?
                [
                    .. years
                        .Where(y => path.At(y) is not null)
                        .Select(y => new YearAmount(y, path.At(y)!.Value * promise.Factor * view.Scale)),
                ]
                : [],
            IsPathDerived = view.Promise?.Path is { Derived: true },
            Stops = [.. view.Stops.Select(s => Stop(view, s, texts))],
        };
    }

    /// <summary>Two scenarios beside the inventory.</summary>
    public static LinesChart Two(ScenarioView view, ScenarioRun a, ScenarioRun b, MessageCatalog texts)
    {
        List<NamedLine> lines =
        [
            new(texts.Render(view.Name(a)), Ink.Sector4, From(view, a), LineStyle.Dashed),
            new(texts.Render(view.Name(b)), Ink.Sector3, From(view, b), LineStyle.Dashed),
        ];
        if (History(view, texts) is { } history)
        {
            lines.Insert(0, history);
        }

        return new LinesChart(view.Unit.Display, lines)
        {
            Stops = [.. view.Stops.Select(s => Stop(view, s, texts) with { Label = null })],
        };
    }

    /// <summary>What the second of two scenarios emits more than the first, by sector.</summary>
    public static LinesChart Differences(ScenarioView view, ScenarioRun a, ScenarioRun b, Func<string, string> nameOf)
    {
        int[] years = [.. Enumerable.Range(view.StartYear, view.LastYear - view.StartYear + 1)];
        var lines = a.Sectors()
            .Zip(b.Sectors())
            .Select(
                (pair, slot) =>
                    new NamedLine(
                        nameOf(pair.First.Sector),
                        Palette.Sector(slot % 8),
                        [
                            .. years.Select(y => new YearAmount(
                                y,
                                view.In(pair.Second.Amounts[y - b.FirstYear] - pair.First.Amounts[y - a.FirstYear])
                            )),
                        ]
                    )
            );
        return new LinesChart(view.Unit.Display, [.. lines]);
    }

    /// <summary>The middle of the draws, which have the failures that the scenario's own line has not.</summary>
    private static IEnumerable<NamedLine> Middle(ScenarioView view, MessageCatalog texts)
    {
        var run = view.Outlook.Expected;
        if (!run.Bands.IsEmpty)
        {
            yield return new NamedLine(
                texts.Of("chart.scenarios.middle"),
                InkOf(view, run),
                [
                    .. run
                        .Bands.Select((b, i) => new YearAmount(run.FirstYear + i, view.In(b.P50)))
                        .Where(p => p.Year >= view.StartYear),
                ],
                LineStyle.Dotted
            );
        }
    }

    private static NamedLine? History(ScenarioView view, MessageCatalog texts)
    {
        if (view.Assessment.Totals is not { } totals || !totals.Unit.TryFactorTo(view.Unit, out var factor))
        {
            return null;
        }

        var points = totals.Comparable.Select(y => new YearAmount(y.Year, y.Total.Amount!.Value * factor)).ToList();
        return points.Count == 0
            ? null
            : new NamedLine(texts.Of("chart.projections.history"), Ink.History, points, IsBridged: false);
    }

    private static IEnumerable<NamedLine> Published(ScenarioView view, MessageCatalog texts)
    {
        foreach (var projection in view.Assessment.Projections.Where(p => p.Scenario != ProjectionScenario.LTS))
        {
            if (projection.Unit.TryFactorTo(view.Unit, out var factor))
            {
                yield return new NamedLine(
                    texts.Of("chart.scenarios.published", ("scenario", texts.Of($"scenario.{projection.Scenario}"))),
                    Ink.Muted,
                    [.. projection.Whole.Points.Select(p => new YearAmount(p.Year, p.Amount * factor))],
                    LineStyle.Dotted,
                    IsBridged: true
                );
            }
        }
    }

    /// <summary>The fan of what is expected: nine draws in ten, and half of them darker.</summary>
    private static IEnumerable<NamedBand> Bands(ScenarioView view)
    {
        var run = view.Outlook.Expected;
        if (run.Bands.IsEmpty)
        {
            yield break;
        }

        var ink = InkOf(view, run);
        var bands = run.Bands.Select((b, i) => (Year: run.FirstYear + i, Band: b)).Where(b => b.Year >= view.StartYear);
        yield return new NamedBand(
            ink,
            [.. bands.Select(b => (b.Year, view.In(b.Band.P05), view.In(b.Band.P95)))],
            0.1
        );
        yield return new NamedBand(
            ink,
            [
                .. run.Quantile(0.25)
                    .Zip(run.Quantile(0.75), (low, high) => (Low: view.In(low), High: view.In(high)))
                    .Select((b, i) => (Year: run.FirstYear + i, b.Low, b.High))
                    .Where(b => b.Year >= view.StartYear),
            ],
            0.18
        );
    }

    internal static NamedStop Stop(ScenarioView view, PromisedStop stop, MessageCatalog texts)
    {
        var limit = view.In(stop.Limit);
        var label = texts.Of(
            !stop.IsNetZero ? "chart.label.milestone"
                : limit <= 0 ? "chart.label.zero"
                : "chart.label.zero-residual",
            ("year", stop.Year),
            ("amount", stop.IsNetZero ? new Quantity(limit, view.Unit) : limit)
        );
        return new NamedStop(label, Ink.Path, stop.Year, limit, label);
    }

    internal static List<YearAmount> From(ScenarioView view, ScenarioRun run) =>
        [
            .. run
                .Path.Select((amount, i) => new YearAmount(run.FirstYear + i, view.In(amount)))
                .Where(p => p.Year >= view.StartYear),
        ];

    private static Ink InkOf(ScenarioView view, ScenarioRun run) =>
        run == view.Outlook.Without ? Ink.Muted
        : run == view.Outlook.Expected ? Ink.Sector4
        : run == view.Outlook.Planned ? Ink.Sector3
        : Palette.Sector(4 + (view.Outlook.Runs.IndexOf(run) % 3));
}
