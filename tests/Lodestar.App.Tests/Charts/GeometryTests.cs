// SPDX-License-Identifier: Apache-2.0
using Lodestar.Web.Charts;

namespace Lodestar.App.Tests.Charts;

public sealed class GeometryTests
{
    [Theory]
    [InlineData(0, 3874, 5, new double[] { 0, 1000, 2000, 3000, 4000 })]
    [InlineData(0, 1, 5, new double[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-300, 900, 5, new double[] { -500, 0, 500, 1000 })]
    [InlineData(0, 12, 4, new double[] { 0, 5, 10, 15 })]
    [InlineData(0, 0, 4, new double[] { 0, 0.25, 0.5, 0.75, 1 })]
    public void Ticks_OfARange_AreFewRoundAndEncloseIt(double low, double high, int most, double[] expected)
    {
        var ticks = Ticks.Enclosing(low, high, most);

        Assert.Equal(expected.Length, ticks.Length);
        Assert.All(ticks.Zip(expected), p => Assert.Equal(p.Second, p.First, 1e-9));
    }

    [Theory]
    [InlineData(2005, 2030, 8, new[] { 2005, 2010, 2015, 2020, 2025, 2030 })]
    [InlineData(2005, 2030, 4, new[] { 2010, 2020, 2030 })]
    [InlineData(2018, 2020, 8, new[] { 2018, 2019, 2020 })]
    [InlineData(2020, 2020, 4, new[] { 2020 })]
    public void Years_OfASpan_AreRoundAndNotTooMany(int first, int last, int most, int[] expected) =>
        Assert.Equal(expected, Ticks.Years(first, last, most));

    [Fact]
    public void PushApart_LabelsThatDoNotTouch_StayWhereTheyWishToBe() =>
        Assert.Equal([10, 50, 90], Labels.PushApart([10, 50, 90], [16, 16, 16], 0, 100));

    [Fact]
    public void PushApart_LabelsOnOneSpot_SpreadEvenlyAroundIt() =>
        Assert.Equal([34, 50, 66], Labels.PushApart([50, 50, 50], [16, 16, 16], 0, 100));

    [Fact]
    public void PushApart_LabelsAtTheEdge_StayInside() =>
        Assert.Equal([76, 92], Labels.PushApart([98, 99], [16, 16], 0, 100));

    [Fact]
    public void PushApart_AnyLabels_KeepTheirOrderAndNeverOverlap()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var count = random.Next(1, 9);
            var wished = Enumerable.Range(0, count).Select(_ => random.NextDouble() * 300).ToArray();
            var heights = Enumerable.Range(0, count).Select(_ => 12 + random.NextDouble() * 20).ToArray();

            var placed = Labels.PushApart(wished, heights, 0, 300);

            var order = Enumerable.Range(0, count).OrderBy(i => wished[i]).ToArray();
            for (var i = 1; i < count; i++)
            {
                var (above, below) = (order[i - 1], order[i]);
                var space = placed[below] - heights[below] / 2 - (placed[above] + heights[above] / 2);
                Assert.True(space >= -1e-9, $"round {round}: {space}");
            }
        }
    }

    [Fact]
    public void Placer_WithALineThroughTheFirstChoice_TakesTheNext()
    {
        var placer = new LabelPlacer(new Box(0, 0, 400, 400));
        placer.Avoid([new Spot(210, 200), new Spot(400, 200)]);

        var box = placer.Place(new Spot(200, 200), 60, 16, 8, Side.Right, Side.Left);

        Assert.True(box.Right <= 200, $"{box}");
    }

    [Fact]
    public void Placer_AtTheBounds_StaysInside()
    {
        var placer = new LabelPlacer(new Box(0, 0, 400, 400));

        var box = placer.Place(new Spot(390, 200), 60, 16, 8, Side.Right, Side.Left);

        Assert.True(box.Right <= 400, $"{box}");
    }

    [Theory]
    [InlineData(0, 5, 10, 5, 4)]
    [InlineData(0, 0, 0, 10, 0)]
    [InlineData(5, 0, 5, 10, 4)]
    [InlineData(0, 20, 10, 20, 0)]
    public void Box_CrossedByALine_KnowsHowMuch(double x1, double y1, double x2, double y2, double expected) =>
        Assert.Equal(expected, new Box(3, 3, 4, 4).Length(new Spot(x1, y1), new Spot(x2, y2)), 1e-9);

    [Fact]
    public void Text_Wrapped_KeepsEveryWordAndTheWidth()
    {
        const string Text = "At its best pace, 7.18 % a year (2012 to 2017)";

        var lines = TextSize.Wrap(Text, 14, 120);

        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, l => Assert.True(TextSize.Width(l, 14) <= 120, l));
        Assert.True(lines.Count > 1);
    }

    [Theory]
    [InlineData(new[] { 2005 }, "2005")]
    [InlineData(new[] { 2005, 2006, 2007, 2011 }, "2005–2007, 2011")]
    public void YearSpans_OfYears_ReadAsPeopleWriteThem(int[] years, string expected) =>
        Assert.Equal(expected, YearSpans.Of(years));
}
