// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Required and achieved pace against tables worked out apart from the product (Tables/pace.csv).</summary>
public sealed class PaceTests
{
    [Theory]
    [InlineData("made-up")]
    [InlineData("glasgow")]
    public void Pace_OfATabledCity_EqualsTheTable(string city)
    {
        var pace = PaceOf(city);
        var table = Some.Table("pace.csv").Where(r => r["case"] == city).ToList();
        Assert.NotEmpty(table);
        foreach (var row in table)
        {
            var expected = double.Parse(row["value"], CultureInfo.InvariantCulture);
            var actual = Value(pace, row["quantity"]);
            Assert.True(actual is not null, $"{city} {row["quantity"]} has no value");
            Assert.True(
                Math.Abs(actual.Value - expected) <= 1e-10 * Math.Abs(expected),
                $"{row["quantity"]}: {actual} is not {expected}"
            );
        }
    }

    [Fact]
    public void Achieved_WindowEndingIn2020_IsFlaggedAndNotReliedOn()
    {
        var pace = PaceOf("made-up");
        Assert.Equal((2015, 2020, true), (pace.Best!.FromYear, pace.Best.ToYear, pace.Best.Flagged));
        Assert.Equal(
            (2013, 2018, false),
            (pace.BestUnflagged!.FromYear, pace.BestUnflagged.ToYear, pace.BestUnflagged.Flagged)
        );
    }

    [Fact]
    public void Required_ToZero_HasTonnesAndNoRate()
    {
        var required = Paces.Required(new YearAmount(2020, 1000), new YearAmount(2030, 0));
        Assert.Null(required.Rate);
        Assert.Equal(100, required.TonnesPerYear);
    }

    [Fact]
    public void Required_KeptUpAtItsRate_ArrivesExactly()
    {
        var required = Paces.Required(new YearAmount(2020, 812.5), new YearAmount(2041, 31.25));
        Assert.Equal(31.25, 812.5 * Math.Pow(1 - required.Rate!.Value, 21), 1e-9);
    }

    [Fact]
    public void Achieved_OfAnExactExponential_IsItsRateInEveryWindow()
    {
        var points = Enumerable.Range(2000, 12).Select(y => new YearAmount(y, 500 * Math.Pow(0.93, y - 2000))).ToList();
        for (var length = 3; length <= points.Count; length++)
        {
            Assert.Equal(0.07, Paces.Achieved(points[..length], false)!.Rate, 1e-12);
        }
    }

    [Fact]
    public void Achieved_WithAZeroOrTooFewYears_HasNoValue()
    {
        Assert.Null(Paces.Achieved([new(2000, 1), new(2001, 0), new(2002, 1)], false));
        Assert.Null(Paces.Achieved([new(2000, 2), new(2006, 1)], false));
    }

    [Fact]
    public void Pace_MilestoneAlreadyPastOnTheDate_IsNotTheNextOne()
    {
        var plan = Some.Plan(Some.InventoryFrom("made-up.csv"), Some.MadeUpTarget);
        Assert.Equal(2030, Assessor.Assess(plan, new DateOnly(2030, 12, 31)).Pace!.ToNextMilestone!.To.Year);
        Assert.Null(Assessor.Assess(plan, new DateOnly(2031, 1, 1)).Pace!.ToNextMilestone);
    }

    internal static PaceResult PaceOf(string city)
    {
        var target = city == "glasgow" ? Some.GlasgowTarget : Some.MadeUpTarget;
        return Assessor.Assess(Some.Plan(Some.InventoryFrom($"{city}.csv"), target), Some.Today).Pace!;
    }

    private static double? Value(PaceResult pace, string quantity) =>
        quantity switch
        {
            "last-year" => pace.Last.Year,
            "last-amount" => pace.Last.Amount,
            "next-rate" => pace.ToNextMilestone?.Rate,
            "next-tonnes" => pace.ToNextMilestone?.TonnesPerYear,
            "after-rate" => pace.AfterMilestone?.Rate,
            "after-tonnes" => pace.AfterMilestone?.TonnesPerYear,
            "zero-rate" => pace.ToNetZero?.Rate,
            "zero-tonnes" => pace.ToNetZero?.TonnesPerYear,
            "back-loading-rate" => pace.BackLoadingByRate,
            "back-loading-tonnes" => pace.BackLoadingByTonnes,
            "best-from" => pace.Best?.FromYear,
            "best-to" => pace.Best?.ToYear,
            "best-rate" => pace.Best?.Rate,
            "best-tonnes" => pace.Best?.TonnesPerYear,
            "best-unflagged-from" => pace.BestUnflagged?.FromYear,
            "best-unflagged-to" => pace.BestUnflagged?.ToYear,
            "best-unflagged-rate" => pace.BestUnflagged?.Rate,
            "best-unflagged-tonnes" => pace.BestUnflagged?.TonnesPerYear,
            _ => throw new ArgumentException(quantity),
        };
}
