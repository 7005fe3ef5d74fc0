// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Assessment;

namespace Lodestar.Domain.Tests.Planning;

public sealed class PathTests
{
    [Fact]
    public void Path_WithoutAPublishedOne_IsTheStraightLineOfTheTable()
    {
        var path = Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), Some.MadeUpTarget), Some.Today).Path!;
        Assert.True(path.Derived);
        Assert.False(path.ResidualAssumedZero);
        var table = Some.Table("path.csv");
        Assert.Equal(table.Count, path.Points.Count);
        foreach (var row in table)
        {
            var year = int.Parse(row["year"], CultureInfo.InvariantCulture);
            Assert.Equal(double.Parse(row["kt"], CultureInfo.InvariantCulture), path.At(year)!.Value, 1e-9);
        }
    }

    [Fact]
    public void Path_ResidualNotStated_TakesZeroAndSaysSo()
    {
        var version = Some.MadeUpTarget with { Residual = null };
        var path = Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today).Path!;
        Assert.True(path.ResidualAssumedZero);
        Assert.Equal(0, path.At(2045));
    }

    [Fact]
    public void Path_OfGlasgow_EndsAtZeroExactly() =>
        Assert.Equal(
            0.0,
            Assessor.Assess(Some.Plan(Some.InventoryFrom("glasgow.csv"), Some.GlasgowTarget), Some.Today).Path!.At(2030)
        );

    [Fact]
    public void Path_Published_IsTakenAsItStandsAndStraightBetweenYears()
    {
        var version = Some.MadeUpTarget with
        {
            Path = Some.Series("Mt CO2", (2020, "0.6"), (2030, "0.3"), (2045, "0.05")),
        };
        var path = Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today).Path!;
        Assert.False(path.Derived);
        Assert.Equal(450, path.At(2025)!.Value, 1e-9);
        Assert.Null(path.At(2019));
        Assert.Null(path.At(2046));
    }

    [Fact]
    public void Path_TargetOlderThanTheInventory_StartsAtItsFirstYear()
    {
        var version = Some.MadeUpTarget with { Stated = new DateOnly(1999, 1, 1) };
        var path = Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today).Path!;
        Assert.Equal((2010, 1000), (path.StartYear, path.At(2010)));
    }

    [Fact]
    public void Path_NetZeroYearBeforeAnyInventory_IsNone()
    {
        var version = Some.MadeUpTarget with { NetZeroYear = 2005 };
        Assert.Null(Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today).Path);
    }

    [Fact]
    public void Milestones_AsCuts_AreTonnesOfTheBaseYear()
    {
        var assessment = Assessor.Assess(Some.Plan(Some.InventoryFrom("glasgow.csv"), Some.GlasgowTarget), Some.Today);
        var milestone = assessment.Milestones.First(m => m.Year == 2020);
        Assert.Equal(3866.3 * 0.7, milestone.Amount, 1e-9);
        Assert.Equal(1838.838, milestone.Inventoried);
        Assert.True(milestone.Reached);
        Assert.Equal(
            (2030, 0.0, true),
            (assessment.Milestones[^1].Year, assessment.Milestones[^1].Amount, assessment.Milestones[^1].IsNetZero)
        );
    }
}
