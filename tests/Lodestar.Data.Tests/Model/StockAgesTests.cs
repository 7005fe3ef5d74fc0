// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Model;

/// <summary>The ages of the stock of the first year, against vintages counted by hand.</summary>
public sealed class StockAgesTests
{
    private static string Cars(string stock) =>
        "time: {from: 2020, to: 2025}\nvariables:\n  cars: {unit: vehicle, outcome: yes, stock: {" + stock + "}}\n";

    /// <summary>
    /// A hundred cars: 40 new, 30 a year old, 30 three years old. Each stands for four years, at ages 0 to 3, and ten come
    /// a year, those of 2020 among the hundred:
    /// <code>
    /// vintage      2020  2021  2022  2023  2024  2025
    /// 2017           30
    /// 2019           30    30    30
    /// 2020           40    40    40    40
    /// 2021                 10    10    10    10
    /// 2022                       10    10    10    10
    /// 2023                             10    10    10
    /// 2024                                   10    10
    /// 2025                                         10
    /// in service    100    80    90    70    40    40
    /// gone                 30     0    30    40    10
    /// </code>
    /// </summary>
    [Theory]
    [InlineData("life: fixed(4 yr), ages: {0: 0.4, 1: 0.3, 3: 0.3}")]
    [InlineData("life: fixed(4 yr), ages: {3: 30 %, 0: 40 %, 1: 30 %}")]
    [InlineData("life: fixed(4 yr), ages: ages.csv")]
    [InlineData("life: fixed(years), ages: {0: 0.4, 1: 0.3, 3: 0.3}")]
    [InlineData("survival: {0: 1, 3: 1, 4: 0}, ages: ages.csv")]
    public void Stock_OfStatedAges_IsTheVintagesCountedByHand(string how)
    {
        // An uncertain life takes another way through the binder; in the middle it is the same.
        var model = Models.Sound(
            Cars("initial: 100 vehicle, inflow: 10 vehicle/yr, " + how)
                + "  years: {unit: yr, value: \"uniform(3, 5)\", outcome: yes}\n",
            ("ages.csv", "age,share\n3,0.3\n0,0.4\n1,30 %\n")
        );

        Equal([100, 80, 90, 70, 40, 40], model.Values("cars"));
        Equal([0, 30, 0, 30, 40, 10], model.Values("cars.outflow"));
    }

    /// <summary>
    /// Of what comes in, 1, 0.75, 0.5, 0.25 and nothing stand at ages 0 to 4. Of eighty cars half are new and half two
    /// years old, which have their losses until then behind them: 0.25/0.5 of them stand a year later.
    /// <code>
    /// vintage      2020            2021             2022            2023             2024
    /// 2018           40   40·¼/½ = 20                  0
    /// 2020           40    40·¾  = 30       40·½ =    20      40·¼ = 10                 0
    /// in service     80              50               20              10                0
    /// </code>
    /// </summary>
    [Fact]
    public void Stock_WhoseOldOnesWereThinnedBefore_LosesOfWhatIsLeft()
    {
        var model = Models.Sound(
            Cars("initial: 80 vehicle, inflow: 0 vehicle/yr, survival: {2: 0.5, 4: 0}, ages: {0: 0.5, 2: 0.5}")
        );

        Equal([80, 50, 20, 10, 0, 0], model.Values("cars"));
    }

    /// <summary>Older than anything lives: half of them are gone as soon as the first year is over.</summary>
    [Fact]
    public void Stock_OlderThanItsLife_IsGoneTheYearAfter()
    {
        var model = Models.Sound(
            Cars("initial: 80 vehicle, inflow: 0 vehicle/yr, life: fixed(4 yr), ages: {0: 0.5, 9: 0.5}")
        );

        Equal([80, 40, 40, 40, 0, 0], model.Values("cars"));
    }

    [Theory]
    [InlineData("ages: «{0: 0.5, 2: 0.4}", "LS3781: The shares of cars add up to 0.9 over age, in cars.")]
    [InlineData("ages: {0: «1.5, 2: -0.5}", "LS3804: “1.5” lies outside its range.")]
    [InlineData("ages: {0: 0.5, 2: «-0.5, 3: 1}", "LS3804: “-0.5” lies outside its range.")]
    [InlineData("ages: {0: 0.5, «-1: 0.5}", "LS3771: “-1” is no number.")]
    [InlineData("ages: {0: 0.5, 1: «half}", "LS3771: “half” is no number.")]
    [InlineData("ages: {0: 0.5, «00: 0.5}", "LS3775: 00 is given twice.")]
    [InlineData("ages: «{}", "LS3805: A stock needs ages.")]
    [InlineData("ages: «evenly", "LS3780: “evenly” is none of steady.")]
    // Ages are the same at every label.
    [InlineData("ages: {«petrol: {0: 0.5}, electric: {1: 0.5}}", "LS3771: “petrol” is no number.")]
    public void Ages_ThatAreNone_AreOneFaultAtTheirPlace(string ages, string said)
    {
        var (text, place) = Models.Marked(
            Cars("initial: 100 vehicle, inflow: 10 vehicle/yr, life: fixed(4 yr), " + ages)
        );

        Assert.Equal($"{place} {said}", Models.OneFault(text));
    }

    [Theory]
    [InlineData("age,share\n0,0.5\n1,0.6\n", "« LS3781: The shares of cars add up to 1.1 over age, in cars.")]
    [InlineData("age,share\n0,1\n1,-1\n", "ages.csv:3 [B3] LS3804: “-1” lies outside its range.")]
    [InlineData("age,share\n", "« LS3805: A stock needs ages.")]
    [InlineData(
        "age,share,counted\n0,1,2020\n",
        "ages.csv:1 [C1] LS3772: The heading “counted” is neither an axis of cars, nor one of its labels, a year or value."
    )]
    public void Ages_OfATableThatAreNone_AreOneFaultAtTheirPlace(string table, string said)
    {
        var (text, place) = Models.Marked(
            Cars("initial: 100 vehicle, inflow: 10 vehicle/yr, life: fixed(4 yr), ages: «ages.csv")
        );

        Assert.Equal(said.Replace("«", place, StringComparison.Ordinal), Models.OneFault(text, ("ages.csv", table)));
    }

    private static void Equal(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }
}
