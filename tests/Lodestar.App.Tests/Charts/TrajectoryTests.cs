// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lodestar.App.Tests.Charts;

public sealed class TrajectoryTests
{
    private static readonly MessageCatalog Texts = WebTexts.English;

    [Fact]
    public void Facts_OfGlasgow_AreTheAssessmentsOwn()
    {
        var assessment = Assessor.Assess(Places.Glasgow(), Places.Day);

        var chart = Trajectory.Of(assessment)!;

        Assert.Equal((2005, 2030), (chart.FirstYear, chart.LastYear));
        Assert.Equal(3874, chart.History[0].Amount);
        Assert.Equal(1839, chart.Last?.Amount);
        Assert.True(chart.PathDerived);
        var gap = Assert.Single(chart.Gaps);
        var best = assessment.Pace!.BestUnflagged!;
        Assert.Equal(2030, gap.Year);
        Assert.Equal(1839 * Math.Pow(1 - best.Rate, 10), gap.Amount, 1e-6);
    }

    [Fact]
    public void Facts_WithAMilestoneAhead_HaveAGapThereAndAtTheEnd() =>
        Assert.Equal(
            [2028, 2030],
            Trajectory.Of(Assessor.Assess(Places.Glasgow((2028, 900)), Places.Day))!.Gaps.Select(g => g.Year)
        );

    [Fact]
    public void Facts_WithoutInventory_AreNone() =>
        Assert.Null(Trajectory.Of(Assessor.Assess(new Plan { Id = "x", Name = "X" }, Places.Day)));

    [Fact]
    public void History_WithYearsThatLackRows_IsBrokenThereAndNeverDrawnThrough()
    {
        var chart = Trajectory.Of(Assessor.Assess(Places.WithHoles(), Places.Day))!;

        Assert.Equal([2007, 2008], chart.History.Where(h => !h.Comparable).Select(h => h.Year));
        var drawing = TrajectoryDrawing.Draw(chart, Texts, ChartSize.Wide);
        var runs = drawing.Shapes.OfType<Shape.Line>().Where(l => l.Stroke is { Ink: Ink.History, Width: 3 }).ToArray();
        Assert.Equal([2, 3], runs.Select(r => r.Spots.Count));
    }

    [Fact]
    public void Gap_Drawn_IsABracketAsTallAsItsTonnes()
    {
        var chart = Trajectory.Of(Assessor.Assess(Places.Glasgow(), Places.Day))!;

        var shapes = TrajectoryDrawing.Draw(chart, Texts, ChartSize.Wide).Shapes;

        var bracket = Assert.Single(shapes.OfType<Shape.Line>(), l => l.Stroke.Ink == Ink.Gap).Spots;
        var history = shapes.OfType<Shape.Line>().Single(l => l.Stroke is { Ink: Ink.History, Width: 3 }).Spots;
        var perKilotonne = (history[^1].Y - history[0].Y) / (3874 - 1839);
        var height = bracket.Max(s => s.Y) - bracket.Min(s => s.Y);
        Assert.Equal(chart.Gaps[0].Amount, height / perKilotonne, 1e-6);
    }

    [Theory]
    [InlineData("glasgow")]
    [InlineData("milestone")]
    [InlineData("rising")]
    [InlineData("holes")]
    [InlineData("no-target")]
    public void Labels_OfAnyPlace_StayInThePictureAndOffEachOther(string which)
    {
        var chart = Trajectory.Of(Assessor.Assess(PlanOf(which), Places.Day))!;
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Narrow])
        {
            var drawing = TrajectoryDrawing.Draw(chart, Texts, size);
            var words = drawing.Shapes.OfType<Shape.Words>().ToArray();
            var boxes = words.Select(BoxOf).ToArray();
            for (var i = 0; i < boxes.Length; i++)
            {
                Assert.True(
                    boxes[i].X >= -1 && boxes[i].Right <= drawing.Width + 6 && boxes[i].Bottom <= drawing.Height,
                    $"{which} {size.Width}: '{words[i].Text}' leaves the picture: {boxes[i]}"
                );
                for (var j = i + 1; j < boxes.Length; j++)
                {
                    Assert.True(
                        boxes[i].Overlap(boxes[j]) < 12,
                        $"{which} {size.Width}: '{words[i].Text}' covers '{words[j].Text}'"
                    );
                }
            }
        }
    }

    [Theory]
    [InlineData("glasgow", "chart.trajectory.title.zero-gap")]
    [InlineData("rising", "chart.trajectory.title.zero-rising")]
    [InlineData("no-target", "chart.trajectory.title.no-target")]
    public void Title_OfAPlace_IsItsFinding(string which, string id) =>
        Assert.Equal(id, TrajectoryWords.Title(Trajectory.Of(Assessor.Assess(PlanOf(which), Places.Day))!).Id);

    [Fact]
    public async Task Chart_OnAPage_HasOnePictureWithNameAndDescription()
    {
        var figure = await RenderAsync<TrajectoryChart>(Assessor.Assess(Places.Glasgow(), Places.Day));

        var picture = Assert.Single(figure.QuerySelectorAll("[role=img]"));
        foreach (var id in picture.GetAttribute("aria-labelledby")!.Split(' '))
        {
            Assert.NotEmpty(figure.QuerySelector($"#{id}")!.TextContent);
        }

        Assert.Equal(2, picture.QuerySelectorAll("svg[aria-hidden=true]").Length);
        Assert.Empty(figure.QuerySelectorAll("[style]"));
        Assert.Contains(
            "UK Government",
            figure.QuerySelector(".ls-chart-source")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Chart_WithoutInventory_SaysWhatWouldFillIt()
    {
        var page = await RenderAsync<TrajectoryChart>(Assessor.Assess(new Plan { Id = "x", Name = "X" }, Places.Day));

        Assert.Contains("inventory/", page.QuerySelector(".ls-chart-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task Table_WithYearsThatLackRows_SaysHowManyAndNeverZero()
    {
        var page = await RenderAsync<TrajectoryTable>(Assessor.Assess(Places.WithHoles(), Places.Day));

        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "2007");
        Assert.Equal("480 (lacks 1 row)", row.QuerySelectorAll("td")[0].TextContent.Trim());
    }

    [Fact]
    public void File_OfAName_ThatIsMarkup_StaysText()
    {
        var plan = Places.Glasgow() with { Name = "<script>alert(1)</script> & \"co\"" };

        var svg = ChartFile.Trajectory(Assessor.Assess(plan, Places.Day), Texts, plan)!;

        Assert.Empty(new HtmlParser().ParseDocument(svg).QuerySelectorAll("script"));
        Assert.Contains("&lt;script&gt;", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
    }

    private static Plan PlanOf(string which) =>
        which switch
        {
            "glasgow" => Places.Glasgow(),
            "milestone" => Places.Glasgow((2020, 2706), (2025, 1400)),
            "rising" => Places.Rising(),
            "holes" => Places.WithHoles(),
            _ => Places.WithoutTarget(),
        };

    private static Box BoxOf(Shape.Words words)
    {
        // A little narrower than estimated: the estimate is on the wide side.
        var width = TextSize.Width(words.Text, words.Size, words.Bold) * 0.95;
        var left = words.Anchor switch
        {
            Anchor.Middle => words.At.X - width / 2,
            Anchor.End => words.At.X - width,
            _ => words.At.X,
        };
        return new Box(left, words.At.Y - words.Size * 0.75, width, words.Size * 0.8);
    }

    private static async Task<IDocument> RenderAsync<T>(PlanAssessment assessment)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?> { ["Assessment"] = assessment, ["Texts"] = Texts };
        if (typeof(T) == typeof(TrajectoryChart))
        {
            parameters["Plan"] = Places.Glasgow();
        }

        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        return await new HtmlParser().ParseDocumentAsync(html);
    }
}
