// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using static Lodestar.Domain.Tests.Alliances.Members;

namespace Lodestar.Domain.Tests.Alliances;

public sealed class PromiseTests
{
    private const double Exactly = 1e-9;

    private static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>100 t in 2020; 100 at 2020 to 0 in 2050, straight.</summary>
    private static PlaceFacts Sweden => Country("SE").WithCO2(2019, 110, 100).Promising(2050, (2020, 100), (2050, 0));

    private static WholePromises Of(params PlaceFacts[] places) =>
        AlliancePromises.Of(AllianceTotals.Of(places, Lies(places)), Lies(places));

    [Fact]
    public void Path_OfTwoPlaces_IsTheirSum()
    {
        // SE: 100 × 20 ÷ 30 = 66.7 in 2030. FI: 60 × 10 ÷ 20 = 30, and zero held from 2040 on.
        var finland = Country("FI").WithCO2(2020, 60).Promising(2040, (2020, 60), (2040, 0));

        var whole = Of(Sweden, finland);

        Assert.Equal("CO2", whole.Gas);
        Assert.Equal(200.0 / 3 + 30, whole.In(2030)!.Counted!.Value, Exactly);
        Assert.Equal(100.0 / 3, whole.In(2040)!.Counted!.Value, Exactly);
        Assert.Equal(0, whole.In(2050)!.Counted!.Value, Exactly);
        Assert.Equal((2020, 160.0), (whole.CommonYear!.Value, whole.CommonLevel!.Value));
        Assert.Equal(1 - (200.0 / 3 + 30) / 160, whole.Milestones[0].Cut!.Value, Exactly);
        Assert.Equal([2030, 2035, 2040, 2045, 2050], whole.Milestones.Select(m => m.Level.Year));
    }

    [Fact]
    public void Path_OfACityInAMember_AddsNothing()
    {
        var city = City("city", "SE").WithCO2(2020, 5).Promising(2030, (2020, 5), (2030, 0));

        Assert.Equal(Of(Sweden).Path, Of(Sweden, city).Path);
        Assert.Equal(2050, Assert.Single(Of(Sweden, city).ZeroYears).Year);
    }

    [Fact]
    public void Path_MemberWithoutOne_MayKeepItsLastLevel()
    {
        var silent = Country("FI").WithCO2(2018, 70, 60);

        var year = Of(Sweden, silent).In(2050)!;

        Assert.Equal(0, year.Counted!.Value, Exactly);
        Assert.Equal((0, 60), (year.Low, year.High));
        Assert.Equal([new MissingPlace("FI", MissingReason.NoPath, 60)], year.Missing);
    }

    [Fact]
    public void Path_MemberOfWhichNothingIsKnown_LeavesTheRangeOpen() =>
        Assert.Null(Of(Sweden, City("city", null)).In(2030)!.High);

    [Fact]
    public void Path_InCO2e_IsNotAddedToOneInCO2()
    {
        var finland = Country("FI")
            .With("AR5-100", Gas("CO2e", 2020, 80), Gas("CO2", 2020, 60))
            .Promising(2040, (2020, 80), (2040, 0));

        var year = AlliancePromises
            .Of(AllianceTotals.Of([Sweden, finland], Lies(Sweden, finland)), Lies(Sweden, finland), "CO2e")
            .In(2030)!;

        Assert.Equal(40, year.Counted!.Value, Exactly);
        // Sweden's 100 t CO2 with the largest ratio known, 80 ÷ 60.
        var missing = Assert.Single(year.Missing);
        Assert.Equal(("SE", MissingReason.OtherUnit), (missing.Code, missing.Reason));
        Assert.Equal(100 * 80.0 / 60, missing.AtMost!.Value, Exactly);
    }

    [Fact]
    public void Cut_OfATargetOverHalf_IsAgainstThatHalf()
    {
        // Half of 100 is covered and falls by half to 25 by 2035: a cut of 50 %, not of 75 %.
        var half = Country("SE").WithCO2(2020, 100).Promising(2050, (2020, 50), (2050, 0));

        Assert.Equal(0.5, Of(half).Milestones.First(m => m.Level.Year == 2035).Cut!.Value, Exactly);
    }

    [Fact]
    public void ZeroYears_OfMembers_CountThemAndWhatTheyEmit()
    {
        var finland = Country("FI").WithCO2(2020, 60).Promising(2040, (2020, 60), (2040, 0));
        var silent = Country("NO").WithCO2(2020, 40);

        var whole = Of(Sweden, finland, silent);

        Assert.Equal([2040, 2050], whole.ZeroYears.Select(z => z.Year));
        Assert.Equal([0.3, 0.5], whole.ZeroYears.Select(z => z.Share!.Value));
        Assert.Equal(0.8, whole.ZeroYears[^1].UpToHere!.Value, Exactly);
        Assert.Equal(["NO"], whole.WithoutZeroYear);
    }

    /// <summary>Country 1000 → 600 in 2030; cities 100 → given.</summary>
    [Theory]
    [InlineData(40, true, 1.0 / 15, 1 - 560.0 / 900)]
    [InlineData(60, true, 0.1, 0.4)]
    [InlineData(90, false, 0.15, 1 - 510.0 / 900)]
    public void Cities_InTheirCountry_FitWhenTheirShareDoesNotGrow(
        double after,
        bool fits,
        double share,
        double restMust
    )
    {
        var country = Country("SE").WithCO2(2020, 1000).Promising(2045, (2020, 1000), (2030, 600), (2045, 0));
        var city = City("city", "SE").WithCO2(2020, 100).Promising(2045, (2020, 100), (2030, after), (2045, 0));

        var held = CitiesInCountry.Of(country, [city], Lies(country, city))!;

        Assert.Equal(2020, held.Today);
        Assert.Equal(0.1, held.ShareToday!.Value, Exactly);
        var stop = held.Milestones[0];
        Assert.Equal(2030, stop.Year);
        Assert.Equal(fits, stop.Fits);
        Assert.Equal(0.4, stop.CountryCut, Exactly);
        Assert.Equal(1 - after / 100, stop.CitiesCut, Exactly);
        Assert.Equal(share, stop.Share!.Value, Exactly);
        Assert.Equal(restMust, stop.RestMust!.Value, Exactly);
    }

    [Fact]
    public void Cities_InAnotherUnit_AreHeldAsCutsAlone()
    {
        var country = Country("SE")
            .With("AR5-100", Gas("CO2e", 2020, 1000))
            .Promising(2045, (2020, 1000), (2030, 600), (2045, 0));
        var city = City("city", "SE").WithCO2(2020, 100).Promising(2045, (2020, 100), (2030, 50), (2045, 0));

        var held = CitiesInCountry.Of(country, [city], Lies(country, city))!;

        Assert.False(held.SameUnit);
        Assert.Null(held.ShareToday);
        Assert.True(held.Milestones[0].Fits);
        Assert.Null(held.Milestones[0].Share);
        Assert.Null(held.Milestones[0].RestMust);
    }

    [Fact]
    public void Cities_WithoutPathOrYear_AreLeftOutByName()
    {
        var country = Country("SE").WithCO2(2020, 1000).Promising(2045, (2020, 1000), (2045, 0));
        var city = City("city", "SE").WithCO2(2020, 100).Promising(2045, (2020, 100), (2045, 0));
        var silent = City("silent", "SE").WithCO2(2020, 100);

        Assert.Equal(["silent"], CitiesInCountry.Of(country, [city, silent], Lies(country, city, silent))!.LeftOut);
        Assert.Null(CitiesInCountry.Of(country, [silent], Lies(country, silent)));
    }

    [Fact]
    public void Budget_OfTheWhole_IsTheSumOfItsMembersOwn()
    {
        // 46 Mt a year to nothing in 2046: from 2026 the years 2026 to 2045 at 46 × (2046 − y) ÷ 20.
        var sweden = Country("SE").WithCO2(2025, 46e6).Promising(2046, (2026, 46e6), (2046, 0));
        var france = Country("FR").WithCO2(2025, 300e6).Promising(2046, (2026, 300e6), (2046, 0));
        var city = City("city", "SE").WithCO2(2025, 1e6).Promising(2046, (2026, 1e6), (2046, 0));

        var whole = AllianceBudget.Of([sweden, france, city], Lies(sweden, france, city), Day);

        var straight = Enumerable.Range(2026, 20).Sum(y => (2046 - y) / 20.0);
        Assert.Equal(346e6 * straight, whole.Path.Tonnes, 1.0);
        Assert.Equal(["FR", "SE"], whole.Places);
        Assert.Equal([0.5, 0.67, 0.83], whole.Cases.Select(c => c.World.Budget.Likelihood));

        var even = whole.Cases[0];
        var apart = new[] { sweden, france }.Select(p => AllianceBudget.Of([p], Lies(p), Day).Cases[0]).ToList();
        Assert.Equal(6, even.Shares.Count);
        foreach (var share in even.Shares)
        {
            var sum = apart.Sum(a => a.Shares.First(s => s.Method == share.Method).Share.Tonnes);
            Assert.Equal(sum, share.Share.Tonnes, 1.0);
        }

        Assert.True(even.Low <= even.High);
        Assert.Equal(Verdict.Unmet, even.Verdict(whole.Path));
        // The rolled 83 % budget of 30 Gt is spent by 2026.
        Assert.True(whole.Cases[^1].World.IsExhausted);
        Assert.Empty(whole.Cases[^1].Shares);
    }

    [Fact]
    public void Budget_PathInCO2e_IsSplitAsTheInventoryIs()
    {
        var finland = Country("FI")
            .With("AR5-100", Gas("CO2e", 2025, 50e6), Gas("CO2", 2025, 40e6))
            .Promising(2027, (2026, 50e6), (2027, 0));

        Assert.Equal(40e6, AllianceBudget.Of([finland], Lies(finland), Day).Path.Tonnes, 1.0);
    }

    [Fact]
    public void Budget_PlacesThatSayTooLittle_AreNamedWithTheReason()
    {
        var whole = AllianceBudget.Of(
            [
                Country("SE").WithCO2(2025, 46e6),
                Country("FI").With("AR5-100", Gas("CO2e", 2025, 50e6)).Promising(2040, (2025, 50e6), (2040, 0)),
                City("city", null).WithCO2(2025, 5).Promising(2040, (2025, 5), (2040, 0)),
            ],
            Lies(),
            Day
        );

        Assert.Equal(
            EquatableList.Of(("FI", BudgetGap.NoCO2), ("SE", BudgetGap.NoPath), ("city", BudgetGap.NoShare)),
            whole.LeftOut
        );
        Assert.Equal(CarbonDioxide.Zero, whole.Path);
    }
}
