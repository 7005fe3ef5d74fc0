// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Compare;

/// <summary>The comparison as a picture and its words.</summary>
internal sealed class ComparePicture
{
    private static readonly (double From, string Unit)[] Steps = [(1e9, "Gt"), (1e6, "Mt"), (1e3, "kt")];

    private readonly Comparison _comparison;
    private readonly MessageCatalog _texts;
    private readonly ComparedPlace[] _drawn;
    private readonly double _factor = 1;

    private ComparePicture(Comparison comparison, ComparedPlace[] drawn, MessageCatalog texts)
    {
        (_comparison, _texts, _drawn) = (comparison, texts, drawn);
        var gases = drawn.Select(p => PlaceFigures.Gas(p.Place.Plan.Gas)).Distinct().ToArray();
        var gas = gases.Length == 1 ? $" {gases[0]}" : "";
        switch (comparison.Measure)
        {
            case ComparisonMeasure.Index:
                Unit = texts.Of("web.compare.chart.unit-index", ("year", comparison.Year ?? 0));
                break;
            case ComparisonMeasure.Person:
                Unit = $"t{gas}";
                break;
            default:
                var largest = drawn.SelectMany(p => p.Values).Max(v => Math.Abs(v.Amount));
                var (from, unit) = Steps.FirstOrDefault(s => largest >= s.From * 10);
                _factor = from > 0 ? 1 / from : 1;
                Unit = $"{unit ?? "t"}{gas}";
                break;
        }

        Chart = new LinesChart(Unit, [.. drawn.Select(LineOf)]) { Stops = [.. drawn.SelectMany(GoalsOf)] };
    }

    public LinesChart Chart { get; }

    public string Unit { get; }

    /// <summary>Null when there is nothing to draw.</summary>
    public static ComparePicture? Of(Comparison comparison, MessageCatalog texts)
    {
        ComparedPlace[] drawn = [.. comparison.Places.Where(p => p.Values.Count > 0)];
        return drawn.Length == 0 ? null : new(comparison, drawn, texts);
    }

    public string Title
    {
        get
        {
            var last = _drawn.Select(p => (Name: p.Place.In(_texts), Last: p.Values[^1])).ToArray();
            if (_comparison.Measure == ComparisonMeasure.Index)
            {
                var (name, least) = last.MinBy(p => p.Last.Amount);
                return _texts.Of(
                    least.Amount < 100 ? "web.compare.chart.title-index" : "web.compare.chart.title-rose",
                    ("place", name),
                    ("year", _comparison.Year ?? 0),
                    ("change", PlaceFigures.Signed(_texts, least.Amount / 100 - 1))
                );
            }

            var (most, value) = last.MaxBy(p => p.Last.Amount);
            return _texts.Of(
                _comparison.Measure == ComparisonMeasure.Person
                    ? "web.compare.chart.title-person"
                    : "web.compare.chart.title-most",
                ("place", most),
                ("amount", Amount(value.Amount))
            );
        }
    }

    public string Subtitle =>
        _comparison.Measure switch
        {
            ComparisonMeasure.Index => _texts.Of("web.compare.chart.index", ("year", _comparison.Year ?? 0)),
            ComparisonMeasure.Person => _texts.Of("web.compare.chart.person", ("unit", Unit)),
            _ => _texts.Of("web.compare.chart.total", ("unit", Unit)),
        };

    public string Description =>
        string.Join(
            ' ',
            _drawn.Select(p =>
                _texts.Of(
                    "web.compare.chart.desc",
                    ("place", p.Place.In(_texts)),
                    ("first", p.Values[0].Year),
                    ("start", Amount(p.Values[0].Amount)),
                    ("last", p.Values[^1].Year),
                    ("end", Amount(p.Values[^1].Amount))
                )
            )
        );

    public string Source =>
        _texts.Of(
            "chart.source",
            (
                "source",
                string.Join(
                    "; ",
                    _drawn
                        .Select(p =>
                            string.Join(
                                ", ",
                                new[] { p.Place.Plan.Publisher, p.Place.Plan.SourceTitle }.OfType<string>()
                            )
                        )
                        .Where(s => s.Length > 0)
                        .Distinct()
                )
            )
        );

    public IEnumerable<string> Names => _drawn.Select(p => p.Place.In(_texts));

    /// <summary>By year: a figure a place, null where it has none.</summary>
    public IEnumerable<(int Year, double?[] Amounts)> Rows
    {
        get
        {
            var byYear = _drawn.Select(p => p.Values.ToDictionary(v => v.Year, v => v.Amount * _factor)).ToArray();
            return byYear
                .SelectMany(d => d.Keys)
                .Distinct()
                .Order()
                .Select(year =>
                    (year, byYear.Select(d => d.TryGetValue(year, out var v) ? v : (double?)null).ToArray())
                );
        }
    }

    private string Amount(double value) => _texts.Numbers.Amount(value * _factor, IsIndex ? "" : Unit);

    private bool IsIndex => _comparison.Measure == ComparisonMeasure.Index;

    // A place keeps its colour when another is taken out behind it.
    private Ink InkOf(ComparedPlace place) =>
        Palette.Sector(_comparison.Places.Index().First(p => p.Item == place).Index);

    private NamedLine LineOf(ComparedPlace place) =>
        new(
            place.Place.In(_texts),
            InkOf(place),
            [.. place.Values.Select(v => v with { Amount = v.Amount * _factor })]
        );

    private IEnumerable<NamedStop> GoalsOf(ComparedPlace place) =>
        place.Goals.Select(g => new NamedStop(
            _texts.Of(
                "web.compare.chart.goal",
                ("place", place.Place.In(_texts)),
                ("year", g.Year),
                ("amount", Amount(g.Amount))
            ),
            InkOf(place),
            g.Year,
            g.Amount * _factor
        ));
}
