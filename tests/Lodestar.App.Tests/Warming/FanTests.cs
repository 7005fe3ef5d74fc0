// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Warming;

public sealed class FanTests
{
    private static readonly WarmingOutlook Past = Outlook(1990, 2023, y => 0.5 + ((y - 1990) * 0.025));

    /// <summary>Up by 0.02 K a year from 1.3 K: 2.84 K in 2100.</summary>
    private static readonly WarmingOutlook World = Outlook(2023, 2100, y => 1.3 + ((y - 2023) * 0.02));

    /// <summary>Up by 0.02 K a year to 1.54 K in 2035, down by 0.01 K a year to 0.89 K in 2100.</summary>
    private static readonly WarmingOutlook Followed = Outlook(
        2023,
        2100,
        y => y <= 2035 ? 1.3 + ((y - 2023) * 0.02) : 1.54 - ((y - 2035) * 0.01)
    );

    private static WarmingFan Fan => new(Past, World, Followed, "medium emissions");

    [Fact]
    public void Picture_OfAPathThatPeaks_MarksPeakLimitsAndEnds()
    {
        var drawing = FanDrawing.Draw(Fan.Chart(WebTexts.English), WebTexts.English, ChartSize.Wide);

        var words = drawing.Shapes.OfType<Shape.Words>().Select(w => w.Text.Replace('\u202f', ' ')).ToList();
        Assert.Contains("peaks in 2035 at 1.5 °C", words);
        Assert.Contains("1.5 °C limit", words);
        Assert.Contains("2.0 °C limit", words);
        Assert.Contains("2.8 (2.3–3.3)", words);
        Assert.Contains("0.9 (0.4–1.4)", words);
        Assert.Contains("medium emissions", words);
        Assert.Single(drawing.Shapes.OfType<Shape.Dot>());
    }

    [Fact]
    public void Picture_ItsBands_AreTwoOfEachFanAndOneOfTheFaintOne()
    {
        var drawing = FanDrawing.Draw(Fan.Chart(WebTexts.English), WebTexts.English, ChartSize.Wide);

        var areas = drawing.Shapes.OfType<Shape.Area>().GroupBy(a => a.Fill).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((2, 2, 1), (areas[Ink.History], areas[Ink.Path], areas[Ink.Muted]));
        // What is told apart by colour is told apart by its line too.
        var lines = drawing.Shapes.OfType<Shape.Line>().Where(l => l.Spots.Count > 30).ToList();
        Assert.Null(lines.Single(l => l.Stroke.Ink == Ink.History).Stroke.Dash);
        Assert.Equal("9 6", lines.Single(l => l.Stroke.Ink == Ink.Path).Stroke.Dash);
        Assert.Equal("2 5", lines.Single(l => l.Stroke is { Ink: Ink.Muted, Width: 2 }).Stroke.Dash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Picture_ItsMarks_LieInside(bool narrow)
    {
        var size = narrow ? ChartSize.Narrow : ChartSize.Wide;

        var drawing = FanDrawing.Draw(Fan.Chart(WebTexts.In("fr")), WebTexts.In("fr"), size);

        foreach (var words in drawing.Shapes.OfType<Shape.Words>())
        {
            var width = TextSize.Width(words.Text, words.Size, words.Bold);
            var left = words.Anchor switch
            {
                Anchor.Start => words.At.X,
                Anchor.Middle => words.At.X - (width / 2),
                _ => words.At.X - width,
            };
            Assert.True(left >= -1 && left + width <= size.Width + 12, $"{words.Text}: {left} to {left + width}");
        }

        var spots = drawing.Shapes.OfType<Shape.Area>().SelectMany(a => a.Spots);
        Assert.All(spots, s => Assert.InRange(s.Y, 0, size.Height));
    }

    /// <summary>On a scale to 8 °C half a degree is less than a row of text.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Picture_ItsLimits_DoNotOverlapOnATallScale(bool narrow)
    {
        var size = narrow ? ChartSize.Narrow : ChartSize.Wide;
        var tall = Fan with { World = Outlook(2023, 2300, y => 1.3 + ((y - 2023) * 0.024)) };

        var drawing = FanDrawing.Draw(tall.Chart(WebTexts.English), WebTexts.English, size);

        var limits = drawing
            .Shapes.OfType<Shape.Words>()
            .Where(w => w.Text.EndsWith("limit", StringComparison.Ordinal))
            .Select(w => w.At.Y)
            .Order()
            .ToList();
        Assert.True(limits[1] - limits[0] > size.Small * 1.2, $"{limits[0]} and {limits[1]}");
    }

    [Fact]
    public void Title_OfAPathThatPeaks_SaysWhenAndWhereItEnds() =>
        Assert.Equal(
            "If all followed, warming would peak in 2035 and stand at 0.9 °C in 2100; the background leads to 2.8 °C",
            Fan.Title(WebTexts.English).Replace('\u202f', ' ')
        );

    [Fact]
    public void Title_OfAPathThatRises_ClaimsNoPeak()
    {
        var fan = Fan with { Followed = World };

        Assert.Contains("still rise in 2100", fan.Title(WebTexts.English), StringComparison.Ordinal);
        Assert.Null(fan.Chart(WebTexts.English).Peak);
    }

    [Fact]
    public void Description_SaysWhatThePictureShows()
    {
        var text = Fan.Description(WebTexts.English).Replace('\u202f', ' ');

        Assert.Contains(
            "medium emissions: the median goes from 1.3 °C in 2023 to 2.8 °C in 2100",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("at or below 1.5 °C in 2100 are 75 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_OfTheTable_BeginWithThePastAndEndWithTheRun()
    {
        var years = Fan.Years.ToList();

        Assert.Equal((1990, 2100), (years[0], years[^1]));
        Assert.Contains(2023, years);
        Assert.Equal(years.Order(), years);
    }

    [Theory]
    [InlineData(0, "under 1 %")]
    [InlineData(0.004, "under 1 %")]
    [InlineData(0.006, "1 %")]
    [InlineData(0.357, "36 %")]
    [InlineData(0.994, "99 %")]
    [InlineData(0.996, "over 99 %")]
    [InlineData(1, "over 99 %")]
    public void Odds_InWords_AreNeverNoneOrAll(double odds, string text) =>
        Assert.Equal(text, OddsText.Of(odds, WebTexts.English).Replace('\u202f', ' '));

    private static WarmingOutlook Outlook(int first, int last, Func<int, double> median)
    {
        var bands = Enumerable
            .Range(first, last - first + 1)
            .Select(y => median(y))
            .Select(m => new Band(m - 0.5, m - 0.3, m - 0.1, m, m + 0.1, m + 0.3, m + 0.5))
            .ToList();
        var highest = bands.MaxBy(b => b.P50)!;
        double[] above = [.. bands.Select(_ => 0.25)];
        return new WarmingOutlook(
            first,
            bands,
            highest,
            first + bands.IndexOf(highest),
            [new(1.5, first, above, 0.5), new(1.7, first, above, 0.4), new(2, first, above, 0.3)]
        );
    }
}
