// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Charts;

/// <summary>
/// Warming above 1850–1900 as a picture: what was, where the world goes on a background, and where it would go if all
/// followed one plan.
/// </summary>
/// <param name="Past">Up to the year from which the others go on; null leaves it out.</param>
/// <param name="World">Where the background leads.</param>
/// <param name="Followed">Where the world would go if all followed.</param>
/// <param name="Background">The background's name.</param>
internal sealed record WarmingFan(
    WarmingOutlook? Past,
    WarmingOutlook World,
    WarmingOutlook Followed,
    string Background
)
{
    private static readonly double[] Limits = [1.5, 2];

    private int Last => Math.Min(World.LastYear, Followed.LastYear);

    /// <summary>True when the median of the followed path is highest before its end.</summary>
    public bool HasPeak => Followed.PeakYear < Followed.LastYear;

    public FanChart Chart(MessageCatalog texts)
    {
        var fans = new List<Fan>
        {
            new(Background, Ink.Muted, World.FirstYear, World.Bands, LineStyle.Dotted, Faint: true),
            new(
                texts.Render(Message.Of("chart.warming.followed")),
                Ink.Path,
                Followed.FirstYear,
                Followed.Bands,
                LineStyle.Dashed
            ),
        };
        if (Past is not null)
        {
            fans.Insert(0, new Fan("", Ink.History, Past.FirstYear, Past.Bands));
        }

        return new FanChart(
            "°C",
            fans,
            [
                .. Limits.Select(l => new FanLimit(
                    texts.Render(Message.Of("chart.warming.limit", ("limit", texts.Numbers.Fixed(l, 1)))),
                    l
                )),
            ]
        )
        {
            Peak = HasPeak
                ? new FanPeak(
                    texts.Render(
                        Message.Of(
                            "chart.warming.peak",
                            ("year", Followed.PeakYear),
                            ("median", texts.Numbers.Fixed(Followed.In(Followed.PeakYear).P50, 1))
                        )
                    ),
                    Followed.PeakYear,
                    Followed.In(Followed.PeakYear).P50
                )
                : null,
        };
    }

    public string Title(MessageCatalog texts) =>
        texts.Render(
            HasPeak
                ? Message.Of(
                    "chart.warming.title-peak",
                    ("year", Followed.PeakYear),
                    ("last", Last),
                    ("end", texts.Numbers.Fixed(Followed.In(Last).P50, 1)),
                    ("world", texts.Numbers.Fixed(World.In(Last).P50, 1))
                )
                : Message.Of(
                    "chart.warming.title-rising",
                    ("last", Last),
                    ("end", texts.Numbers.Fixed(Followed.In(Last).P50, 1)),
                    ("world", texts.Numbers.Fixed(World.In(Last).P50, 1))
                )
        );

    public string Description(MessageCatalog texts) =>
        string.Join(
            ' ',
            Followed
                .Odds.Where(o => Limits.Contains(o.Limit))
                .Select(o =>
                    Message.Of(
                        "chart.warming.desc-limit",
                        ("limit", texts.Numbers.Fixed(o.Limit, 1)),
                        ("last", Last),
                        ("odds", OddsText.Of(1 - o.In(Last), texts))
                    )
                )
                .Prepend(Line("chart.warming.desc-followed", Followed, texts))
                .Prepend(Line("chart.warming.desc-world", World, texts))
                .Select(texts.Render)
        );

    /// <summary>Years of the table: every fifth, the first and the last.</summary>
    public IEnumerable<int> Years =>
        Enumerable
            .Range(Past?.FirstYear ?? World.FirstYear, Last - (Past?.FirstYear ?? World.FirstYear) + 1)
            .Where(y => y % 5 == 0 || y == World.FirstYear || y == Last);

    private Message Line(string id, WarmingOutlook outlook, MessageCatalog texts) =>
        Message.Of(
            id,
            ("background", Background),
            ("first", outlook.FirstYear),
            ("start", texts.Numbers.Fixed(outlook.Bands[0].P50, 1)),
            ("last", Last),
            ("end", texts.Numbers.Fixed(outlook.In(Last).P50, 1)),
            ("low", texts.Numbers.Fixed(outlook.In(Last).P05, 1)),
            ("high", texts.Numbers.Fixed(outlook.In(Last).P95, 1))
        );
}

/// <summary>
/// Odds over an ensemble as people read them: whole per cents, and never none or all, which some hundred members cannot
/// tell from nearly so.
/// </summary>
internal static class OddsText
{
    public static string Of(double odds, MessageCatalog texts) =>
        odds < 0.005 ? texts.Render(Message.Of("chart.odds.below", ("share", new Share(0.01))))
        : odds >= 0.995 ? texts.Render(Message.Of("chart.odds.above", ("share", new Share(0.99))))
        : texts.Text(new Share(Math.Round(odds, 2)));
}
