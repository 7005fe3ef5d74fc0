// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Model;

/// <summary>Numbers as people write them: one unit for both ends of a range, a sign apart from its number.</summary>
public sealed class WrittenNumberTests
{
    private static string X(string keys) =>
        "time: {from: 2020, to: 2020}\naxes: {fuel: [gas, oil]}\nvariables:\n  x" + keys + "\n";

    /// <summary>
    /// Nine of ten draws lie between the ends: one in twenty below the lower, one in twenty above the upper. Between
    /// positive ends the median of the lognormal is their geometric mean, √(0.1 · 0.2) = 0.1414 213 562…
    /// </summary>
    [Theory]
    [InlineData(": {unit: 1, outcome: yes, value: 10 % to 20}", 0.1, 0.2)]
    [InlineData(": {unit: 1, outcome: yes, value: 10 to 20 %}", 0.1, 0.2)]
    [InlineData(": {unit: 1, outcome: yes, value: 10 % to 20 %}", 0.1, 0.2)]
    [InlineData(": {unit: 1, outcome: yes, value: 0.1 to 0.2}", 0.1, 0.2)]
    [InlineData(": {unit: \"%\", outcome: yes, value: 10 to 20}", 10, 20)]
    [InlineData(": 10 % to 20", 10, 20)]
    [InlineData(": {unit: g, outcome: yes, value: 1 kg to 2}", 1000, 2000)]
    [InlineData(": {unit: g, outcome: yes, value: 1 kg to 2000 g}", 1000, 2000)]
    public void Range_WithOneUnit_HasItAtBothEnds(string written, double low, double high)
    {
        var model = Models.Sound(X(written));
        var distribution = Assert.Single(model.Parameters).Distribution!;

        Assert.Equal(low, distribution.Quantile(0.05), low * 1e-6);
        Assert.Equal(high, distribution.Quantile(0.95), high * 1e-6);
        Assert.Equal(Math.Sqrt(low * high), model.Values("x")[0], low * 1e-9);
    }

    [Theory]
    [InlineData(": {unit: m2, value: 10 «% to 20}", "LS3743: The formula gives %, and the variable is in m2.")]
    [InlineData(": {unit: 1, value: 10 % to 20 «m2}", "LS3743: The formula gives m2, and the variable is in 1.")]
    [InlineData(": {unit: 1, value: «10 % to 20 30}", "LS3705: “10 % to 20 30” does not belong here.")]
    [InlineData(
        ": {unit: 1, value: «20 % to 10}",
        "LS3728: to can’t have these numbers: they must grow from the least to the greatest."
    )]
    public void Range_ThatIsNone_IsOneFaultAtItsPlace(string written, string said) => Fault(written, said);

    [Theory]
    [InlineData(": {unit: m2, outcome: yes, value: \"- 5\"}", -5)]
    [InlineData(": {unit: m2, outcome: yes, value: \"- 5 m2\"}", -5)]
    [InlineData(": {unit: m2, outcome: yes, value: \"− 5\"}", -5)]
    [InlineData(": {unit: m2, outcome: yes, value: \"- - 5\"}", 5)]
    [InlineData(": {unit: 1, outcome: yes, value: \"- 5 %\"}", -0.05)]
    [InlineData(": {unit: 1, outcome: yes, value: \"- 5\", range: [\"- 10\", \"- 1\"]}", -5)]
    [InlineData(": {unit: 1, outcome: yes, value: \"normal(- 5, 1)\"}", -5)]
    // Ends of both signs: the normal distribution, whose median is their middle.
    [InlineData(": {unit: 1, outcome: yes, value: \"- 7 to 3\"}", -2)]
    public void Formula_WithASignApart_IsTheNumberWithTheSign(string written, double expected) =>
        Assert.Equal(expected, Models.Sound(X(written)).Values("x")[0], 1e-12);

    /// <summary>A cell of a table is a number, not a formula: its sign touches it.</summary>
    [Theory]
    [InlineData("[fuel]: {unit: m2, value: {gas: \"«- 5\", oil: -5}}", "LS3771: “- 5” is no number.")]
    [InlineData("[fuel]: {unit: m2, value: {gas: -5, oil: \"«+ 5\"}}", "LS3771: “+ 5” is no number.")]
    public void Cell_WithASignApart_IsOneFaultAtItsPlace(string written, string said) => Fault(written, said);

    [Fact]
    public void Cell_OfATableWithASignApart_IsOneFaultAtItsPlace() =>
        Assert.Equal(
            "t.csv:2 [B2] LS3771: “- 5” is no number.",
            Models.OneFault(X("[fuel]: {unit: m2, data: t.csv}"), ("t.csv", "fuel,value\ngas,- 5\noil,-5\n"))
        );

    [Fact]
    public void Cell_WithItsSign_IsTheNumber() =>
        Assert.Equal(
            [-5, -6],
            Models.Sound(X("[fuel]: {unit: m2, outcome: yes, value: {gas: -5, oil: −6 m2}}")).Values("x")
        );

    private static void Fault(string written, string said)
    {
        var (text, place) = Models.Marked(X(written));
        Assert.Equal($"{place} {said}", Models.OneFault(text));
    }
}
