// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Alliances;

/// <summary>The whole as a picture: what was emitted with its range, what was promised with its own.</summary>
internal sealed class AlliancePicture
{
    private static readonly (double From, string Unit)[] Steps = [(1e9, "Gt"), (1e6, "Mt"), (1e3, "kt")];

    // The earliest base year that promises are made against; the table has the years before it.
    private const int DrawnFrom = 1990;
    private const double MostApart = 0.02;

    private readonly AllianceView _view;
    private readonly MessageCatalog _texts;
    private readonly WholeGas _gas;
    private readonly double _factor;
    private readonly List<WholeYear> _history;
    private readonly IReadOnlyList<WholeYear> _path;

    private AlliancePicture(AllianceView view, WholeGas gas, MessageCatalog texts)
    {
        (_view, _gas, _texts) = (view, gas, texts);
        _history = Full(gas);
        _path = Joins(view.Drawn, _history) ? [.. view.Drawn.Path.Where(y => y.Counted is not null)] : [];
        var largest = _history.Concat(_path).Max(y => Math.Max(y.Counted ?? 0, y.High ?? 0));
        var (from, unit) = Steps.FirstOrDefault(s => largest >= s.From * 10);
        _factor = from > 0 ? 1 / from : 1;
        Unit = $"{unit ?? "t"} {PlaceFigures.Gas(gas.Gas)}";
        Chart = new LinesChart(Unit, [.. Lines()]) { Bands = [.. Bands()], Stops = [.. Stops()] };
    }

    public LinesChart Chart { get; }

    public string Unit { get; }

    /// <summary>Null when nothing is counted.</summary>
    public static AlliancePicture? Of(AllianceView view, MessageCatalog texts) =>
        view.Totals.Main is { } gas ? new AlliancePicture(view, gas, texts) : null;

    public string Title =>
        _path.Count > 0
        && _view.Drawn.Milestones.FirstOrDefault(m => m.Level.Year == 2030) is { Cut: { } cut, Places: var places }
        && _view.Drawn.CommonYear is { } common
            ? _texts.Of(
                cut >= 0 ? "web.alliances.chart.title" : "web.alliances.chart.title-rise",
                ("count", places),
                ("cut", new Share(Math.Abs(cut))),
                ("year", 2030),
                ("since", common)
            )
            : _texts.Of("web.alliances.chart.title-plain", ("name", _view.Alliance.Name));

    public string Subtitle =>
        _texts.Of(
            _path.Count > 0 ? "web.alliances.chart.subtitle" : "web.alliances.chart.subtitle-counted",
            ("unit", Unit)
        );

    public string Description
    {
        get
        {
            var last = _history[^1];
            var sentences = new List<Message>
            {
                Message.Of(
                    "web.alliances.chart.desc",
                    ("first", _history[0].Year),
                    ("start", Amount(_history[0].Counted!.Value)),
                    ("last", last.Year),
                    ("end", Amount(last.Counted!.Value))
                ),
            };
            sentences.AddRange(
                Stops()
                    .Select(s =>
                        Message.Of(
                            "web.alliances.chart.desc-stop",
                            ("year", s.Year),
                            ("amount", _texts.Numbers.Amount(s.Amount, Unit))
                        )
                    )
            );
            return _texts.Of(sentences);
        }
    }

    /// <summary>
    /// Years in which as many places are counted as in the fullest one, or nearly: a sum over other places would look like a
    /// rise or a fall.
    /// </summary>
    private static List<WholeYear> Full(WholeGas gas)
    {
        var most = gas.Fullest!.Places;
        var full = gas.Years.Where(y => y.Counted is not null && y.Places == most).ToList();
        return full.Exists(y => y.Year >= DrawnFrom) ? full.FindAll(y => y.Year >= DrawnFrom) : full;
    }

    /// <summary>
    /// A line of promises goes on from what is counted only where both are of nearly the same: of other places, or on
    /// another boundary, it would draw a fall that nobody promised.
    /// </summary>
    private static bool Joins(WholePromises drawn, List<WholeYear> history) =>
        drawn.Path.FirstOrDefault(y => y.Counted is not null) is { Counted: { } start } first
        && history.FirstOrDefault(y => y.Year == first.Year) is { Counted: { } then }
        && Math.Abs(start - then) <= MostApart * then;

    private IEnumerable<NamedLine> Lines()
    {
        yield return new NamedLine(_texts.Of("web.alliances.chart.counted"), Ink.History, Points(_history));
        if (_path.Count > 0)
        {
            yield return new NamedLine(
                _texts.Of("web.alliances.chart.path"),
                Ink.Path,
                Points(_path),
                LineStyle.Dashed,
                IsBridged: true
            );
        }
    }

    private IEnumerable<NamedBand> Bands()
    {
        if (
            Band(_gas.Years.Where(y => y.Counted is not null && y.Year >= _history[0].Year), Ink.History) is
            { Years.Count: > 0 } history
        )
        {
            yield return history;
        }

        if (Band(_path, Ink.Path) is { Years.Count: > 0 } path)
        {
            yield return path;
        }
    }

    private NamedBand Band(IEnumerable<WholeYear> years, Ink ink) =>
        new(
            ink,
            [
                .. years
                    .Where(y => y.High is { } high && high > y.Low)
                    .Select(y => (y.Year, y.Low * _factor, y.High!.Value * _factor)),
            ]
        );

    private IEnumerable<NamedStop> Stops() =>
        _path.Count == 0
            ? []
            : _view
                .Drawn.Milestones.Where(m => m.Level.Counted is not null)
                .Select(m => new NamedStop(
                    _texts.Of(
                        "web.alliances.chart.desc-stop",
                        ("year", m.Level.Year),
                        ("amount", Amount(m.Level.Counted!.Value))
                    ),
                    Ink.Path,
                    m.Level.Year,
                    m.Level.Counted!.Value * _factor
                ));

    private List<YearAmount> Points(IEnumerable<WholeYear> years) =>
        [.. years.Select(y => new YearAmount(y.Year, y.Counted!.Value * _factor))];

    /// <summary>Tonnes in <see cref="Unit"/>.</summary>
    public double Scaled(double tonnes) => tonnes * _factor;

    private string Amount(double tonnes) => _texts.Numbers.Amount(tonnes * _factor, Unit);
}
