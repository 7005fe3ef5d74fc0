// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;
using Lodestar.Storage.Index;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Charts;

public sealed class SectorTests
{
    [Fact]
    public void Line_WithAMissingYear_IsBrokenAndMarkedAndNeverZero()
    {
        var chart = SectorLines.Of(Totals("holes"))!;

        var road = chart.Lines.Single(l => l.Code == "II.1");
        Assert.Equal([2007, 2008], road.Years.Where(y => y.IsMissing).Select(y => y.Year));
        Assert.Equal([2, 3], SectorDrawing.Runs(road).Select(r => r.Count));
        var drawing = SectorDrawing.Draw(chart, WebTexts.English, ChartSize.Wide);
        Assert.Contains(drawing.Shapes.OfType<Shape.Words>(), w => w.Text.StartsWith('×'));
    }

    [Fact]
    public void Category_ThatDoesNotOccur_IsNoLineAndNoGap() =>
        Assert.DoesNotContain(SectorLines.Of(Totals("holes"))!.Lines, l => l.Code == "II.4");

    [Fact]
    public void Lines_OfTwoPlaces_KeepTheirColours()
    {
        var (one, other) = (SectorLines.Of(Totals("holes"))!, SectorLines.Of(Totals("glasgow"))!);

        foreach (var line in one.Lines)
        {
            Assert.Equal(line.Ink, other.Lines.Single(l => l.Code == line.Code).Ink);
        }
    }

    [Fact]
    public void Lines_OfMoreThanEightCategories_AreEightWithTheRestInOne()
    {
        string[] codes = ["I.1", "I.2", "I.3", "I.4", "I.5", "II.1", "II.2", "II.3", "III.1", "III.4"];
        var rows = codes.Select((c, i) => Places.Row(c, c, 2019, Places.Numbers(100 - i, 90 - i))).ToArray();
        var plan = Places.Of("many", "Many", rows, null, []);

        var chart = SectorLines.Of(InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic))!;

        Assert.Equal(8, chart.Lines.Count);
        Assert.Equal(8, chart.Lines.Select(l => l.Ink).Distinct().Count());
        Assert.Equal(93 + 92 + 91, chart.Lines.Single(l => l.Code == SectorLines.Other).First!.Value.Amount);
    }

    [Fact]
    public void Names_OfEveryCategory_AreThereAndFitALabel()
    {
        string[] codes = [.. GpcTable.Sectors, .. GpcTable.SubSectors, "", SectorLines.Other];

        foreach (var name in codes.Select(SectorWords.Name))
        {
            Assert.True(WebTexts.English.Has(name.Id), name.Id);
            Assert.InRange(WebTexts.English.Render(name).Length, 1, 48);
        }
    }

    [Fact]
    public void Sparkline_WithAnAbsentYear_IsBroken()
    {
        YearTonnes[] years = [new(2015, 5), new(2016, 4), new(2018, 3), new(2019, 2)];

        var drawing = SparklineDrawing.Draw(years, new YearTonnes(2030, 0))!;

        Assert.Equal(2, drawing.Shapes.OfType<Shape.Line>().Count(l => l.Stroke.Ink == Ink.History));
        Assert.Null(SparklineDrawing.Draw([new(2020, 1)], null));
    }

    private static InventoryTotals Totals(string which)
    {
        var plan = which == "holes" ? Places.WithHoles() : Places.Glasgow();
        return InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic);
    }
}
