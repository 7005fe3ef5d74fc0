// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Units;
using static Lodestar.Domain.Tests.Alliances.Members;

namespace Lodestar.Domain.Tests.Alliances;

public sealed class TotalTests
{
    private const double Exactly = 1e-9;

    [Fact]
    public void Total_CityAndItsCountry_CountsTheCountryOnce()
    {
        var (kingdom, glasgow) = (Country("GB").WithCO2(2019, 350, 320), City("glasgow", "GB").WithCO2(2019, 3, 2));

        var both = Total(kingdom, glasgow);
        Assert.Equal([350, 320], both.Find("CO2")!.Years.Select(y => y.Counted!.Value));
        Assert.Equal(["glasgow"], both.Inside);
        Assert.Equal(1, both.Find("CO2")![2020]!.Places);

        var without = Total(glasgow);
        Assert.Equal([3, 2], without.Find("CO2")!.Years.Select(y => y.Counted!.Value));
        Assert.Empty(without.Inside);
    }

    [Fact]
    public void Total_CountryWithoutInventory_StillHidesItsCity()
    {
        var year = Total(
                Country("GB") with
                {
                    Population = 100,
                },
                City("glasgow", "GB").WithCO2(2020, 2),
                Country("SE").WithCO2(2020, 40) with
                {
                    Population = 10,
                }
            )
            .Find("CO2")![2020]!;

        // 100 people × 4 t a person (Sweden's 40 ÷ 10, the most of any country counted) = 400.
        Assert.Equal(40, year.Counted);
        Assert.Equal((40, 440), (year.Low, year.High));
        Assert.Equal([new MissingPlace("GB", MissingReason.NoInventory, 400)], year.Missing);
    }

    /// <summary>A region half in one country and half in another; a city wholly in the region.</summary>
    [Theory]
    [InlineData("GB", 0.5)]
    [InlineData("IE", 0.5)]
    [InlineData("GB IE", 1)]
    [InlineData("FR", 0)]
    [InlineData("region", 1)]
    public void Covered_HalfInEachOfTwoCountries_IsTheSumOfShares(string members, double expected)
    {
        var region = City("region", null, new Parent("GB", Share: 0.5), new Parent("IE", Share: 0.5));
        var city = City("city", null, new Parent("region"));

        var covered = Lies(region, city).Covered(city.Node, members.Split(' ').ToHashSet(), 2020);

        Assert.Equal(expected, covered);
    }

    [Fact]
    public void Covered_ParentOfSomeYears_CoversThose()
    {
        var city = City("city", null, new Parent("GB", 1990, 2020), new Parent("FR", 2021));
        var lies = Lies(city);

        Assert.Equal(
            [0, 1, 1, 0],
            new[] { 1989, 1990, 2020, 2021 }.Select(y => lies.Covered(city.Node, new HashSet<string> { "GB" }, y))
        );
    }

    [Fact]
    public void Covered_ThreeSharesThatAddUp_IsTheWhole()
    {
        var city = City(
            "city",
            null,
            new Parent("a", Share: 0.1),
            new Parent("b", Share: 0.2),
            new Parent("c", Share: 0.7)
        );

        Assert.Equal(1, Lies(city).Covered(city.Node, new HashSet<string> { "a", "b", "c" }, 2020));
    }

    [Fact]
    public void Total_PlacesThatNameEachOther_CountOneOfThem()
    {
        var a = City("a", null, new Parent("b")).WithCO2(2020, 5);
        var b = City("b", null, new Parent("a")).WithCO2(2020, 7);

        Assert.Equal(5, Total(a, b).Find("CO2")![2020]!.Counted);
        Assert.Equal(5, Total(b, a).Find("CO2")![2020]!.Counted);
    }

    [Fact]
    public void Total_PartOfACountry_LiesInItWithoutAPlan()
    {
        var city = City("city", null, new Parent("GB-SCT"));

        Assert.Equal(1, Lies(city).Covered(city.Node, new HashSet<string> { "GB" }, 2020));
    }

    /// <summary>b is known in 2016 (10) and 2019 (16); rules: 3 % a year on either side.</summary>
    [Theory]
    [InlineData(2015, 10.3)] // 10 × 1.03
    [InlineData(2017, 16)] // the larger neighbour
    [InlineData(2018, 16)]
    [InlineData(2021, 16.9744)] // 16 × 1.03²
    public void Range_OtherYears_IsBoundByTheNearest(int year, double most)
    {
        var a = City("a", null).WithCO2(2015, 1, 1, 1, 1, 1, 1, 1);
        var b = City("b", null).WithCO2(2016, 10, double.NaN, double.NaN, 16);

        var whole = Total(a, b).Find("CO2")![year]!;

        Assert.Equal(1, whole.Counted);
        Assert.Equal(1, whole.Low);
        Assert.Equal(1 + most, whole.High!.Value, Exactly);
        Assert.Equal(MissingReason.OtherYears, Assert.Single(whole.Missing).Reason);
    }

    [Fact]
    public void Range_LandThatTakesUp_ReachesBelowWhatIsCounted()
    {
        var a = Country("FI").WithCO2(2019, 50, 50);
        var b = Country("SE").WithCO2(2019, -20);

        var year = Total(a, b).Find("CO2")![2020]!;

        Assert.Equal(50, year.Counted);
        Assert.Equal(50 - 20 * 1.03, year.Low, Exactly);
        Assert.Equal(50, year.High);
    }

    [Fact]
    public void Range_CO2Alone_IsBoundByTheLargestRatio()
    {
        // 120 ÷ 100 and 150 ÷ 100: the second is the most that CO2e is above CO2; 10 × 1.5 = 15.
        var year = Total(
                Country("FI").With("AR5-100", Gas("CO2e", 2020, 120), Gas("CO2", 2020, 100)),
                Country("SE").With("AR5-100", Gas("CO2e", 2020, 150), Gas("CO2", 2020, 100)),
                City("city", "GB").WithCO2(2020, 10)
            )
            .Find("CO2e")![2020]!;

        Assert.Equal((270.0, 270.0, 285.0), (year.Counted!.Value, year.Low, year.High!.Value));
        Assert.Equal([new MissingPlace("city", MissingReason.CO2Only, 15)], year.Missing);
    }

    [Theory]
    [InlineData(ScopeOneState.BoundaryNotStated, MissingReason.BoundaryNotStated)]
    [InlineData(ScopeOneState.ScopeOpen, MissingReason.ScopeOpen)]
    public void Range_FigureOfUnknownBoundary_IsTheLargerOfItAndOfPeople(ScopeOneState state, MissingReason reason)
    {
        var known = City("a", null).WithCO2(2020, 40) with { Population = 10 };
        var stated = City("b", null).Stating(state, "CO2", (2020, 9));

        var alone = Total(known, stated).Find("CO2")![2020]!;
        Assert.Equal([new MissingPlace("b", reason, 9)], alone.Missing);

        // 5 people × 4 t a person = 20, above the 9 stated.
        var peopled = Total(known, stated with { Population = 5 }).Find("CO2")![2020]!;
        Assert.Equal(60, peopled.High);
    }

    [Fact]
    public void Range_NothingKnown_IsOpenUpward()
    {
        var year = Total(City("a", null).WithCO2(2020, 4), City("b", null)).Find("CO2")![2020]!;

        Assert.Equal(4, year.Counted);
        Assert.Equal(4, year.Low);
        Assert.Null(year.High);
        Assert.Equal([new MissingPlace("b", MissingReason.NoInventory, null)], year.Missing);
    }

    [Fact]
    public void Range_PeopleOfAnotherKind_TellNothing()
    {
        var year = Total(
                Country("SE").WithCO2(2020, 40) with
                {
                    Population = 10,
                },
                City("b", "GB") with
                {
                    Population = 5,
                }
            )
            .Find("CO2")![2020]!;

        Assert.Null(year.High);
    }

    [Fact]
    public void Total_OtherGwpSet_CountsSingleGasesAndBoundsTheRest()
    {
        var year4 = Country("SE").With("AR4-100", Gas("CO2e", 2020, 150), Gas("CO2", 2020, 100), Gas("CH4", 2020, 50));
        var year5 = Country("FI").With("AR5-100", Gas("CO2e", 2020, 128), Gas("CO2", 2020, 100), Gas("CH4", 2020, 28));

        var totals = AllianceTotals.Of([year4, year5], Lies(year4, year5), "AR5");

        Assert.Equal("AR5-100", totals.GwpSet);
        // Two tonnes of methane at 25 in AR4 are two at 28 in AR5.
        Assert.Equal(28 + 56, totals.Find("CH4")![2020]!.Counted!.Value, Exactly);
        Assert.Equal(200, totals.Find("CO2")![2020]!.Counted);
        var whole = totals.Find("CO2e")![2020]!;
        Assert.Equal(128, whole.Counted);
        Assert.Equal(MissingReason.OtherGwpSet, Assert.Single(whole.Missing).Reason);
        // No Kyoto gas weighs more than this against AR4, whatever the 150 are made of.
        Assert.Equal(128 + 150 * GasProfile.LargestRatio(GwpSet.AR4, GwpSet.AR5), whole.High!.Value, Exactly);
        Assert.True(GasProfile.LargestRatio(GwpSet.AR4, GwpSet.AR5) >= 28.0 / 25);
    }

    [Fact]
    public void Total_GasNotTold_IsBoundByTheWhole()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 150), Gas("CO2", 2020, 100), Gas("CH4", 2020, 50));
        var b = Country("FI").With("AR5-100", Gas("CO2e", 2020, 80));

        var methane = Total(a, b).Find("CH4")![2020]!;

        Assert.Equal(50, methane.Counted);
        Assert.Equal([new MissingPlace("FI", MissingReason.GasNotStated, 80)], methane.Missing);
    }

    [Fact]
    public void Total_FGases_AreTheSumOfTheirFamilies()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 9), Gas("HFCs", 2020, 3), Gas("SF6", 2020, 2));

        Assert.Equal(5, Total(a).Find("F-gases")![2020]!.Counted);
    }

    [Fact]
    public void Total_FGasesBesideTheirFamilies_AreCountedOnce()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 9), Gas("F-gases", 2020, 5), Gas("HFCs", 2020, 3));

        Assert.Equal(5, Total(a).Find("F-gases")![2020]!.Counted);
    }

    [Fact]
    public void Total_SulphurHexafluorideAlone_IsNotAllFGases()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 9), Gas("HFCs", 2020, 3));
        var b = Country("FI").With("AR5-100", Gas("CO2e", 2020, 80), Gas("CO2", 2020, 70), Gas("SF6", 2020, 2));

        var fluorinated = Total(a, b).Find("F-gases")![2020]!;

        Assert.Equal(3, fluorinated.Counted);
        Assert.Equal([new MissingPlace("FI", MissingReason.GasNotStated, 80)], fluorinated.Missing);
    }

    [Fact]
    public void Total_MethaneAlone_IsNotTheWhole()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 150), Gas("CO2", 2020, 100), Gas("CH4", 2020, 50));
        var b = Country("FI").With("AR5-100", Gas("CO2e", 2020, 20), Gas("CH4", 2020, 20));

        var totals = Total(a, b);

        var whole = totals.Find("CO2e")![2020]!;
        Assert.Equal(150, whole.Counted);
        Assert.Equal([new MissingPlace("FI", MissingReason.GasNotStated, null)], whole.Missing);
        // Twenty tonnes of methane bound no carbon dioxide.
        Assert.Null(totals.Find("CO2")![2020]!.High);
        Assert.Equal(70, totals.Find("CH4")![2020]!.Counted);
    }

    [Fact]
    public void Total_InventorySaidToCountMethaneOnly_IsNotTheWhole()
    {
        var a = Country("SE").With("AR5-100", Gas("CO2e", 2020, 20)) with { Gases = EquatableList.Of("CH4") };

        Assert.Null(Total(a).Main);
        // Methane named in some rows, and the rest in rows of no named gas: the whole may be all there is.
        var b = Country("FI").With("AR5-100", Gas("CO2e", 2020, 80), Gas("CH4", 2020, 20));
        Assert.Equal(80, Total(b).Find("CO2e")![2020]!.Counted);
    }

    [Fact]
    public void Share_OfTheWorld_IsOfItsCO2WithLand()
    {
        // IGCC: 40.83 Gt CO2 in 2022.
        var year = Total(Country("SE").WithCO2(2022, 4.083e9)).Find("CO2")![2022]!;

        Assert.Equal(0.1, WorldShare.Of("CO2", year)!.Counted!.Value, Exactly);
        Assert.Null(WorldShare.Of("CO2e", year));
        Assert.Null(WorldShare.Of("CO2", year with { Year = 1990 }));
    }

    [Fact]
    public void Differences_OfPlacesThatCountDifferently_AreListed()
    {
        var a = City("a", null).WithCO2(2020, 4) with { BaseYear = 1990 };
        var b = City("b", null).WithCO2(2019, 4) with { BaseYear = 1990 };
        var c = City("c", null);

        var differ = Differences.Of(Total(a, b, c));

        Assert.Equal(["1990", null], differ.BaseYears.Select(d => d.Value));
        Assert.Equal(["a", "b"], differ.BaseYears[0].Places);
        Assert.Equal(["2019", "2020", null], differ.LastYears.Select(d => d.Value));
    }
}
