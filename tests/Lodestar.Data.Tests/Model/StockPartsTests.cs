// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Model;

/// <summary>A stock goes in one way: what excludes one another is said once, at the second of the two.</summary>
public sealed class StockPartsTests
{
    private static string Forest(string parts) =>
        "time: {from: 2020, to: 2025}\nvariables:\n"
        + "  felling: {unit: ha/yr, value: 2}\n"
        + "  forest: {unit: ha, stock: {initial: 50 ha, inflow: 1 ha/yr, "
        + parts
        + "}}\n"
        + "  wood: {unit: ha, value: 2 * forest + forest.outflow * 1 yr, outcome: yes}\n";

    [Theory]
    [InlineData("life: fixed(5 yr), decay: «0.1 1/yr", "life", "decay")]
    [InlineData("decay: «0.1 1/yr, life: fixed(5 yr)", "life", "decay")]
    [InlineData("life: fixed(5 yr), outflow: «felling", "life", "outflow")]
    [InlineData("survival: {0: 1, 3: 0}, decay: «0.1 1/yr", "survival", "decay")]
    [InlineData("survival: {0: 1, 3: 0}, outflow: «felling", "survival", "outflow")]
    [InlineData("survival: {0: 1, 3: 0}, life: «fixed(5 yr)", "survival", "life")]
    [InlineData("decay: 0.1 1/yr, outflow: «felling", "decay", "outflow")]
    [InlineData("decay: 0.1 1/yr, ages: «steady", "decay", "ages")]
    [InlineData("outflow: felling, ages: «{0: 1}", "outflow", "ages")]
    [InlineData("ages: «{0: 1}", "stock", "ages")]
    // More than two are one fault still: the first two.
    [InlineData("life: fixed(5 yr), decay: «0.1 1/yr, outflow: felling", "life", "decay")]
    [InlineData("survival: {0: 1, 3: 0}, life: fixed(5 yr), outflow: «felling, ages: steady", "survival", "outflow")]
    public void Parts_ThatExcludeOneAnother_AreOneFaultAtTheSecond(string parts, string first, string second)
    {
        var (text, place) = Models.Marked(Forest(parts));

        Assert.Equal(
            $"{place} LS3802: “forest” has {first} and {second}; only one of them can give its value.",
            Models.OneFault(text)
        );
    }

    [Theory]
    [InlineData("life: fixed(5 yr), ages: steady")]
    [InlineData("survival: {0: 1, 3: 0}, ages: {0: 1}")]
    [InlineData("decay: 0.1 1/yr")]
    [InlineData("outflow: felling")]
    public void Parts_OfOneWay_GoTogether(string parts) =>
        Assert.NotNull(
            Models.Sound(Forest(parts).Replace("value: 2}", "value: 2, outcome: yes}", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("value: 5 ha, stock: «{initial: 5 ha, inflow: 1 ha/yr}", "value", "stock")]
    [InlineData("initial: «5 ha, stock: {initial: 5 ha, inflow: 1 ha/yr}", "stock", "initial")]
    [InlineData("after: «hold, stock: {initial: 5 ha, inflow: 1 ha/yr}", "stock", "after")]
    public void Stock_BesideAnotherWayToAValue_IsOneFaultAtTheSecond(string keys, string first, string second)
    {
        var (text, place) = Models.Marked(
            "time: {from: 2020, to: 2025}\nvariables:\n  x: {unit: ha, outcome: yes, " + keys + "}\n"
        );

        Assert.Equal(
            $"{place} LS3802: “x” has {first} and {second}; only one of them can give its value.",
            Models.OneFault(text)
        );
    }
}
