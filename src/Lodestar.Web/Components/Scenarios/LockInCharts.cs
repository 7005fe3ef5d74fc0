// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>The pictures of what is locked in: by sector, and by when it was installed.</summary>
internal static class LockInCharts
{
    // The oldest darkest: what stands in one hue, what is to come in another.
    private static readonly double[] Shades = [0.95, 0.75, 0.58, 0.44, 0.32, 0.24];

    /// <summary>What stands today by sector, and what is installed afterwards on top.</summary>
    public static StackChart BySector(
        ScenarioView view,
        LockInCurve curve,
        Func<string, string> sectorName,
        MessageCatalog texts
    )
    {
        List<StackBand> bands =
        [
            .. curve.Sectors.Select(
                (s, slot) => new StackBand(sectorName(s.Sector), Palette.Sector(slot % 8), Shown(view, s.Standing))
            ),
        ];
        double[] planned = [.. Years(view).Select(y => view.In(curve.Planned(y)))];
        if (planned.Any(p => p != 0))
        {
            bands.Add(
                new StackBand(texts.Of("chart.lock-in.planned", ("year", curve.Today)), Ink.Muted, planned, 0.35)
            );
        }

        return With(view, curve, bands, texts);
    }

    /// <summary>The same by decade of installation.</summary>
    public static StackChart ByVintage(ScenarioView view, LockInCurve curve, MessageCatalog texts)
    {
        var (stands, toCome) = (0, 0);
        return With(
            view,
            curve,
            [
                .. curve.Vintages.Select(v => new StackBand(
                    Name(curve, v, texts),
                    v.IsPlanned ? Ink.Sector2 : Ink.Sector1,
                    Shown(view, v.Amounts),
                    Shades[Math.Min(v.IsPlanned ? ++toCome : stands++, Shades.Length - 1)]
                )),
            ],
            texts
        );
    }

    /// <summary>What vintages are called.</summary>
    public static string Name(LockInCurve curve, LockInVintages vintages, MessageCatalog texts) =>
        vintages.From == curve.FirstYear ? texts.Of("chart.lock-in.until", ("year", vintages.Until))
        : vintages.From == vintages.Until ? texts.Of("chart.lock-in.in", ("year", vintages.From))
        : texts.Of("chart.lock-in.from-to", ("from", vintages.From), ("to", vintages.Until));

    public static IEnumerable<int> Years(ScenarioView view) =>
        Enumerable.Range(view.StartYear, view.LastYear - view.StartYear + 1);

    private static StackChart With(
        ScenarioView view,
        LockInCurve curve,
        IReadOnlyList<StackBand> bands,
        MessageCatalog texts
    )
    {
        List<NamedLine> lines =
        [
            new(
                texts.Of("chart.lock-in.all", ("scenario", view.Name(view.Outlook.Expected))),
                Ink.Ink,
                ScenarioCharts.From(view, view.Outlook.Expected),
                LineStyle.Dashed
            ),
        ];
        if (view.Promise is { Path: { } path } promise)
        {
            lines.Add(
                new NamedLine(
                    texts.Of(path.Derived ? "chart.label.path-derived" : "chart.label.path"),
                    Ink.Path,
                    [
                        .. Years(view)
                            .Where(y => path.At(y) is not null)
                            .Select(y => new YearAmount(y, path.At(y)!.Value * promise.Factor * view.Scale)),
                    ],
                    path.Derived ? LineStyle.Dashed : LineStyle.Solid
                )
            );
        }

        return new StackChart(view.Unit.Display, view.StartYear, bands, curve.ZeroYear ?? view.LastYear)
        {
            Lines = [.. lines.Where(l => l.Points.Count > 1)],
            Stops = [.. view.Stops.Where(s => s.IsNetZero).Select(s => ScenarioCharts.Stop(view, s, texts))],
            Gap = GapOf(view, curve, texts),
        };
    }

    private static NamedGap? GapOf(ScenarioView view, LockInCurve curve, MessageCatalog texts)
    {
        if (curve.ZeroYear is not { } zero || zero < view.StartYear)
        {
            return null;
        }

        var amount = view.In(curve.Standing(zero) + curve.Planned(zero));
        var label = texts.Of("chart.lock-in.gap", ("year", zero), ("amount", new Quantity(amount, view.Unit)));
        return amount > 0 ? new NamedGap(label, zero, 0, amount) : null;
    }

    private static double[] Shown(ScenarioView view, IEnumerable<double> amounts) =>
        [.. amounts.Skip(view.StartYear - view.FirstYear).Select(view.In)];
}
