// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Model;

/// <summary>Which label belongs to which axis, in maps within maps and in wide tables.</summary>
public sealed class TableShapeTests
{
    private static string Use(string axes, string variable) =>
        $"time: {{from: 2020, to: 2021}}\naxes: {{{axes}}}\nvariables:\n  use{variable}\n";

    /// <summary>By hand, the last axis of the model running fastest: gas old, gas new, oil old, oil new.</summary>
    [Theory]
    [InlineData("[fuel, era]", "{gas: {old: 1, new: 2}, oil: {old: 3, new: 4}}")]
    [InlineData("[fuel, era]", "{old: {gas: 1, oil: 3}, new: {gas: 2, oil: 4}}")]
    [InlineData("[era, fuel]", "{oil: {new: 4, old: 3}, gas: {new: 2, old: 1}}")]
    [InlineData("[era, fuel]", "{2020: {new: {gas: 2, oil: 4}, old: {gas: 1, oil: 3}}}")]
    public void Maps_NestedInAnyOrder_AreReadByTheirLabels(string axes, string maps)
    {
        var model = Models.Sound(
            Use(
                "fuel: [gas, oil], era: [old, new]",
                $"{axes}: {{unit: kWh/m2, outcome: yes, value: {maps}{After(maps)}}}"
            )
        );

        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4], model.Values("use"));
    }

    /// <summary>Where both axes have all labels, nothing but the brackets can tell: the first one is outside.</summary>
    [Theory]
    [InlineData("[start, end]", new double[] { 1, 2, 3, 4 })]
    [InlineData("[end, start]", new double[] { 1, 3, 2, 4 })]
    public void Maps_OfEqualLabels_AreNestedAsTheBracketsSay(string axes, double[] byStartAndEnd)
    {
        var model = Models.Sound(
            Use(
                "start: [home, work], end: [home, work]",
                $"{axes}: {{unit: kWh/m2, outcome: yes, value: {{home: {{home: 1, work: 2}}, work: {{home: 3, work: 4}}}}}}"
            )
        );

        Assert.Equal(byStartAndEnd, model.Values("use")[..4]);
    }

    /// <summary>
    /// “gas” and “oil” are labels of both axes, “coal” of one: so the outer maps are of that one, whatever the brackets
    /// say. Read label by label, oil within gas would be taken for gas within oil.
    /// </summary>
    [Theory]
    [InlineData("[fuel, before]")]
    [InlineData("[before, fuel]")]
    public void Maps_OfLabelsThatSomeAxesShare_AreReadALevelAtATime(string axes)
    {
        var model = Models.Sound(
            Use(
                "fuel: [gas, oil], before: [gas, oil, coal]",
                $"{axes}: {{unit: kWh/m2, outcome: yes, value: {{gas: {{gas: 1, oil: 2}}, oil: {{gas: 3, oil: 4}}, coal: {{gas: 5, oil: 6}}}}}}"
            )
        );

        Assert.Equal([1, 3, 5, 2, 4, 6], model.Values("use")[..6]);
    }

    [Fact]
    public void Maps_WithALabelOfNoAxis_AreOneFaultAtTheLabel()
    {
        var (text, place) = Models.Marked(
            Use(
                "fuel: [gas, oil], era: [old, new]",
                "[fuel, era]: {unit: kWh/m2, outcome: yes, value: {old: {gas: 1, oil: 3}, new: {gas: 2, «coal: 4}}}"
            )
        );

        Assert.Equal($"{place} LS3714: “coal” is no label of the axis fuel.", Models.OneFault(text));
    }

    /// <summary>By hand: start home to end home, home to work, work to home, work to work.</summary>
    [Theory]
    [InlineData("start,home,work\nhome,1,2\nwork,3,4\n")]
    [InlineData("end,home,work\nhome,1,3\nwork,2,4\n")]
    public void WideTable_OfEqualLabels_IsReadByTheColumnItNames(string table)
    {
        var model = Models.Sound(Trips("kWh/m2"), ("t.csv", table));

        Assert.Equal([1, 2, 3, 4], model.Values("use")[..4]);
    }

    /// <summary>Nothing says of which axis the headings are: neither is guessed, of a total or of an intensity.</summary>
    [Theory]
    [InlineData("kWh/m2", "home,work\n1,2\n", "t.csv:1 [A1]")]
    [InlineData("kWh/yr", "home,work\n1,2\n", "t.csv:1 [A1]")]
    [InlineData("kWh/m2", "year,home,work\n2020,1,2\n2021,3,4\n", "t.csv:1 [B1]")]
    public void WideTable_OfEqualLabels_WithoutAColumn_IsOneFaultAtTheHeading(
        string unit,
        string table,
        string place
    ) =>
        Assert.Equal(
            $"{place} LS3773: The table has no column for the axis start.",
            Models.OneFault(Trips(unit), ("t.csv", table))
        );

    /// <summary>The labels of one axis may be headings; those of a second need a column.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(", absent: 0")]
    public void WideTable_OfLabelsOfTwoAxes_IsOneFaultAtTheFirstOfTheSecond(string absent) =>
        Assert.Equal(
            "t.csv:1 [C1] LS3773: The table has no column for the axis era.",
            Models.OneFault(
                Use(
                    "fuel: [gas, oil], era: [old, new]",
                    $"[fuel, era]: {{unit: kWh/m2, outcome: yes, data: t.csv{absent}}}"
                ),
                ("t.csv", "gas,oil,old,new\n1,2,3,4\n")
            )
        );

    /// <summary>One axis has both headings, the other one of them: then there is nothing to guess.</summary>
    [Fact]
    public void WideTable_OfLabelsThatOneAxisHas_IsOfThatAxis()
    {
        var model = Models.Sound(
            Use("fuel: [gas, other], era: [old, other]", "[fuel, era]: {unit: kWh/m2, outcome: yes, data: t.csv}"),
            ("t.csv", "old,other\n1,2\n")
        );

        Assert.Equal([1, 2, 1, 2], model.Values("use")[..4]);
    }

    private static string Trips(string unit) =>
        Use("start: [home, work], end: [home, work]", $"[start, end]: {{unit: {unit}, outcome: yes, data: t.csv}}");

    private static string After(string maps) =>
        maps.StartsWith("{2020", StringComparison.Ordinal) ? ", after: hold" : "";
}
