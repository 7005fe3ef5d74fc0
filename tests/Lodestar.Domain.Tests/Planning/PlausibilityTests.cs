// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Domain.Tests.Planning;

public sealed class PlausibilityTests
{
    [Fact]
    public void Check_ARealSeries_RaisesNoDoubt() => Assert.Empty(Doubts(Some.Plan(Some.InventoryFrom("glasgow.csv"))));

    [Fact]
    public void Check_PrintedTotalThatDiffers_NamesBothAmounts()
    {
        var total = Some.Row("t", "I", "kt CO2", (2020, "11")) with { Role = RowRole.StatedTotal };
        var doubt = Assert.Single(Doubts(Some.Plan(Some.Inventory(Row("a", 4), Row("b", 6), total))));
        Assert.Equal("LS3003", doubt.Id);
        Assert.Contains("10", Text(doubt), StringComparison.Ordinal);
        Assert.Contains("11", Text(doubt), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PrintedTotalWithinRounding_IsFine()
    {
        var total = Some.Row("t", "total", "kt CO2", (2020, "10.04")) with { Role = RowRole.StatedTotal };
        Assert.Empty(Doubts(Some.Plan(Some.Inventory(Row("a", 4), Row("b", 6), total))));
    }

    [Theory]
    [InlineData("10", true)] // BASIC: a and b
    [InlineData("13", true)] // with product use
    [InlineData("11", true)] // all rows, land removing 2
    [InlineData("12", false)]
    public void Check_PrintedGrandTotal_MayBeOfAnyBoundary(string printed, bool fits)
    {
        var total = Some.Row("t", "total", "kt CO2", (2020, printed)) with { Role = RowRole.StatedTotal };
        var use = Some.Row("u", "IV.2", "kt CO2", (2020, "3"));
        var land = Some.Row("l", "V.2", "kt CO2", (2020, "-2"));
        var doubts = Doubts(Some.Plan(Some.Inventory(Row("a", 4), Row("b", 6), use, land, total)));
        Assert.Equal(!fits, doubts.Any(d => d.Id == "LS3003"));
    }

    [Theory]
    [InlineData("20", "LS3004")] // 200 t a person
    [InlineData("2000", "LS3007")] // 20,000 t: kt typed where t was meant
    [InlineData("0.0002", "LS3007")]
    public void Check_PerPerson_DoubtsExtremesAndSlips(string kt, string id)
    {
        var plan = Some.Plan(Some.Inventory(Some.Row("a", "I.1.1", "kt CO2", (2020, kt)))) with
        {
            Population = Some.Series("person", (2020, "100")),
        };
        Assert.Equal(id, Assert.Single(Doubts(plan)).Id);
    }

    [Fact]
    public void Check_AThousandFoldCell_IsASlipAndNotAJump()
    {
        var row = Some.Row("a", "I.1.1", "kt CO2", (2018, "410"), (2019, "400000"), (2020, "395"));
        var doubt = Assert.Single(Doubts(Some.Plan(Some.Inventory(row))));
        Assert.Equal(("LS3006", "a"), (doubt.Id, doubt.Text));
    }

    [Fact]
    public void Check_AJump_MattersOnlyInALargeRow()
    {
        var large = Some.Row("a", "I.1.1", "kt CO2", (2019, "100"), (2020, "210"));
        var small = Some.Row("b", "I.2.1", "kt CO2", (2019, "1"), (2020, "2.1"));
        Assert.Equal("a", Assert.Single(Doubts(Some.Plan(Some.Inventory(large, small)))).Text);
    }

    [Fact]
    public void Check_NegativeEmissions_AreDoubtedOutsideLand()
    {
        Assert.Equal("LS3008", Assert.Single(Doubts(Some.Plan(Some.Inventory(Row("a", 10), Row("b", -1))))).Id);
        var land = Some.Row("l", "V.2", "kt CO2", (2020, "-1"));
        Assert.Empty(Doubts(Some.Plan(Some.Inventory(Row("a", 10), land) with { Boundary = Boundary.BasicPlus })));
    }

    [Fact]
    public void Check_ARowInsideAnother_IsCountedTwice()
    {
        var doubts = Doubts(Some.Plan(Some.Inventory(Some.Row("all", "I", "kt CO2", (2020, "10")), Row("a", 4))));
        Assert.Equal(("LS3009", "all"), (Assert.Single(doubts).Id, doubts[0].Text));
    }

    [Fact]
    public void Check_APopulationWithALostDigit_IsDoubted()
    {
        var plan = Some.Plan(Some.Inventory(Some.Row("a", "I.1.1", "t CO2", (2019, "500000"), (2020, "500000")))) with
        {
            Population = Some.Series("person", (2019, "100000"), (2020, "10000")),
        };
        Assert.Contains("LS3010", Doubts(plan).Select(d => d.Id));
    }

    [Fact]
    public void Check_AYearThatLacksACategory_IsShownAndNotCompared()
    {
        var rows = new[]
        {
            Some.Row("a", "I.1.1", "kt CO2", (2019, "10"), (2020, "10")),
            Some.Row("b", "II.1.1", "kt CO2", (2019, "10"), (2020, "NE")),
        };
        var assessment = Assessor.Assess(Some.Plan(Some.Inventory(rows)), Some.Today);
        Assert.Equal("LS3011", Assert.Single(assessment.Doubts).Id);
        Assert.Equal(2019, assessment.AsOf.InventoryYear);
    }

    [Fact]
    public void Check_ACategoryThatTurnsIntoAnother_IsNotComparedAcross()
    {
        var rows = new[]
        {
            Some.Row("a", "I.1.1", "kt CO2", (2015, "500"), (2016, "500"), (2017, "500"), (2018, "500")),
            Some.Row("b", "II.1.1", "kt CO2", (2015, "400"), (2016, "400")),
            Some.Row("c", "II.2.1", "kt CO2", (2017, "1"), (2018, "1")),
        };
        var totals = Assessor.Assess(Some.Plan(Some.Inventory(rows)), Some.Today).Totals!;
        Assert.Equal([2017, 2018], totals.Comparable.Select(y => y.Year));
    }

    private static InventoryRow Row(string id, double amount) =>
        Some.Row(id, id == "a" ? "I.1.1" : "I.2.1", "kt CO2", (2020, Cell.Of(amount).ToString()));

    private static EquatableList<Diagnostic> Doubts(Plan plan) => Assessor.Assess(plan, Some.Today).Doubts;

    private static string Text(Diagnostic diagnostic) =>
        Lodestar.Planning.Messages.MessageCatalog.English.Render(diagnostic.Reason);
}
