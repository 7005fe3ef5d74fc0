// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;

namespace Lodestar.Web.Charts;

/// <summary>An answer of a model over its years, with what was observed.</summary>
/// <param name="Path">The answer.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Fit">Beside what was observed; null where nothing was.</param>
internal sealed record ModelFan(OutcomePath Path, string Name, FitReport? Fit)
{
    private string Unit => Path.Variable.Unit.Display;

    /// <summary>Digits after the point that three significant figures have.</summary>
    private int Decimals
    {
        get
        {
            var size = Path.Bands.Max(b => Math.Max(Math.Abs(b.P05), Math.Abs(b.P95)));
            return size >= 100 || size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        }
    }

    public FanChart Chart(MessageCatalog texts) =>
        new(Unit, [new Fan(Name, Ink.Path, Path.FirstYear, Path.Bands)], [])
        {
            Decimals = Decimals,
            Marks =
            [
                .. (Fit?.Years ?? [])
                    .GroupBy(y => y.Year)
                    .Select(y => new FanMark(
                        Hint(y.Key, y.Sum(c => c.Observed), y.First().IsHeldOut, texts),
                        y.Key,
                        y.Sum(c => c.Observed),
                        y.First().IsHeldOut
                    )),
            ],
        };

    public string Title(MessageCatalog texts) =>
        texts.Render(
            Fit is null
                ? Message.Of("chart.model.title", ("name", Name), ("last", Path.LastYear))
                : Message.Of("chart.model.title-observed", ("name", Name), ("last", Path.LastYear))
        );

    public string Subtitle(MessageCatalog texts) =>
        texts.Render(
            Message.Of(
                Fit is null ? "chart.model.subtitle" : "chart.model.subtitle-observed",
                ("unit", Unit),
                ("draws", ModelOutlook.DrawCount)
            )
        );

    public string Description(MessageCatalog texts)
    {
        var (first, last) = (Path.Bands[0], Path.Bands[^1]);
        return texts.Render(
            Message.Of(
                "chart.model.desc",
                ("name", Name),
                ("first", Path.FirstYear),
                ("start", texts.Numbers.Fixed(first.P50, Decimals)),
                ("unit", Unit),
                ("last", Path.LastYear),
                ("end", texts.Numbers.Fixed(last.P50, Decimals)),
                ("low", texts.Numbers.Fixed(last.P05, Decimals)),
                ("high", texts.Numbers.Fixed(last.P95, Decimals))
            )
        );
    }

    /// <summary>Years of the table: those observed, every fifth, the first and the last.</summary>
    public IEnumerable<int> Years =>
        Enumerable
            .Range(Path.FirstYear, Path.Bands.Count)
            .Where(y =>
                y % 5 == 0 || y == Path.FirstYear || y == Path.LastYear || (Fit?.Years.Any(f => f.Year == y) ?? false)
            );

    public string Number(double value, MessageCatalog texts) => texts.Numbers.Fixed(value, Decimals);

    private string Hint(int year, double observed, bool isHeldOut, MessageCatalog texts) =>
        texts.Render(
            Message.Of(
                isHeldOut ? "chart.model.held-out" : "chart.model.observed",
                ("year", year),
                ("value", Number(observed, texts)),
                ("unit", Unit)
            )
        );
}
