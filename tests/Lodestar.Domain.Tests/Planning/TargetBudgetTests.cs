// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Cumulative budgets and the net-zero year's balance, by hand.</summary>
public sealed class TargetBudgetTests
{
    private static readonly Place File = new("targets.yaml", 3);

    [Fact]
    public void Budget_InItsPeriod_ShowsWhatIsLeftAndTheLineThatSpendsIt()
    {
        // 2021 to 2025, 5,000 kt and 100 carried over. 2021: 1,100, 2022: 1,000; left 3,000 over three years = 1,000 a year.
        // The line from 1,000 in 2022 that spends 3,000 in three years stays at 1,000.
        var budget = Of(
            new CumulativeBudget(Kt(5000), 2021, 2025) { Account = BudgetAccount.Gross, CarryOver = Kt(100) },
            (2020, "1200"),
            (2021, "1100"),
            (2022, "1000")
        );

        Assert.Equal((5100.0, 1020.0), (budget.Allowance, budget.Average));
        Assert.Equal((2100.0, 3000.0), (budget.Emitted, budget.Left));
        Assert.Equal((3, 1000.0), (budget.YearsLeft, budget.LeftPerYear));
        Assert.Equal([2021, 2022], budget.Counted);
        Assert.Empty(budget.Gaps);
        Assert.Equal(new YearAmount(2025, 1000), budget.LineEnd);
    }

    [Fact]
    public void Budget_LessLeftThanTheLastYearWouldSpend_TheLineFalls()
    {
        // Left 2,400 after 2022 at 1,000 a year: 3·1,000 + s·(1 + 2 + 3) = 2,400, so s = −100 and 2025 stands at 700
        // (900 + 800 + 700 = 2,400).
        var budget = Of(new CumulativeBudget(Kt(4500), 2021, 2025), (2021, "1100"), (2022, "1000"));

        Assert.Equal(700, budget.LineEnd!.Value.Amount, 9);
    }

    [Fact]
    public void Budget_YetToBegin_HasItsWholeAllowance()
    {
        // From 1,000 in 2022, period 2024 to 2026, 2,100 kt: 3·1,000 + s·(2 + 3 + 4) = 2,100, s = −100, 2026: 600
        // (800 + 700 + 600 = 2,100).
        var budget = Of(new CumulativeBudget(Kt(2100), 2024, 2026), (2022, "1000"));

        Assert.Equal((0.0, 2100.0, 3), (budget.Emitted, budget.Left, budget.YearsLeft));
        Assert.Equal(600, budget.LineEnd!.Value.Amount, 9);
        Assert.Empty(budget.Gaps);
    }

    [Fact]
    public void Budget_Over_HasNothingLeftToSpread()
    {
        var budget = Of(
            new CumulativeBudget(Kt(2000), 2021, 2022) { Account = BudgetAccount.Gross },
            (2021, "1100"),
            (2022, "1000"),
            (2023, "900")
        );

        Assert.Equal((-100.0, 0), (budget.Left, budget.YearsLeft));
        Assert.Null(budget.LeftPerYear);
        Assert.Null(budget.LineEnd);
    }

    [Fact]
    public void Budget_YearsWithoutInventory_AreNamed()
    {
        var levels = Resolve(
            new CumulativeBudget(Kt(5000), 2021, 2025) { Account = BudgetAccount.Gross },
            (2021, "1100"),
            (2023, "1000")
        );

        Assert.Equal([2022], levels.Budget!.Gaps);
        Assert.Equal(["LS3119"], levels.Doubts.Select(d => d.Id));
        Assert.Empty(levels.Milestones);
    }

    [Theory]
    [InlineData(BudgetAccount.Gross, Boundary.National, true)]
    [InlineData(BudgetAccount.Gross, Boundary.NationalWithLand, false)]
    [InlineData(BudgetAccount.Net, Boundary.NationalWithLand, true)]
    [InlineData(BudgetAccount.Net, Boundary.National, false)]
    [InlineData(BudgetAccount.EtsAdjusted, Boundary.National, false)]
    [InlineData(BudgetAccount.NotStated, Boundary.National, false)]
    public void Budget_AccountUnlikeTheInventory_IsDoubted(BudgetAccount account, Boundary boundary, bool fits)
    {
        var version = Version(new CumulativeBudget(Kt(5000), 2021, 2025) { Account = account });
        var plan = Some.Plan(
            Some.Inventory(Some.Row("all", "crt:1", "kt CO2", (2021, "1000"))) with
            {
                Boundary = boundary,
            },
            version
        );

        var levels = TargetLevels.Resolve(plan, version, InventoryTotaller.Total(plan, plan.Inventories[0], boundary));

        Assert.Equal(fits ? [] : ["LS3118"], levels.Doubts.Select(d => d.Id));
    }

    [Fact]
    public void Budget_AnyLine_SpendsExactlyWhatIsLeft() =>
        Prop.ForAll(
                Gen.Choose(1, 5000).Two().ToArbitrary(),
                pair =>
                {
                    var (amount, last) = pair;
                    var budget = Of(
                        new CumulativeBudget(Kt(amount), 2021, 2030),
                        (2021, "700"),
                        (2022, last.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    );
                    // The line year by year, and the even share year by year, both spend what is left.
                    var end = budget.LineEnd!.Value;
                    var line = Enumerable
                        .Range(2023, 8)
                        .Sum(y => last + (end.Amount - last) * (y - 2022) / (end.Year - 2022));
                    Assert.Equal(budget.Left, line, 6);
                    Assert.Equal(budget.Left, budget.LeftPerYear!.Value * budget.YearsLeft, 6);
                    Assert.Equal(budget.Allowance, budget.Emitted + budget.Left, 6);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(100.0, 100.0, Stated.No, null, null)]
    [InlineData(100.0, 80.0, Stated.No, null, "LS3120")]
    [InlineData(100.0, 80.0, Stated.NotStated, null, "LS3120")]
    [InlineData(100.0, 80.0, Stated.Yes, null, null)]
    [InlineData(100.0, 80.0, Stated.Yes, 0.02, null)] // 2 % of 1,000 kt covers the 20 kt left
    [InlineData(100.0, 80.0, Stated.Yes, 0.01, "LS3121")]
    [InlineData(100.0, null, Stated.No, null, null)] // removals not stated are not zero
    public void Balance_PartsThatDoNotComeToZero_AreDoubted(
        double residual,
        double? removals,
        Stated credits,
        double? maximum,
        string? id
    )
    {
        var version = Version(null) with
        {
            NetZeroYear = 2050,
            BaseLevel = Kt(1000),
            Residual = new Level.Fixed(Kt(residual)),
            Removals = removals is { } r ? Kt(r) : null,
            Scope = new TargetScope { Credits = credits },
            Credits = new CreditTerms { MaximumShare = maximum },
        };

        var levels = Resolve(version, (2020, "900"));

        Assert.Equal(id is null ? [] : [id], levels.Doubts.Select(d => d.Id));
        var balance = levels.Balance!;
        Assert.Equal((2050, residual, removals), (balance.Year, balance.Gross, balance.Removals));
        Assert.Equal(residual - removals, balance.Left);
        Assert.Equal(maximum * 1000, balance.MostCredits);
    }

    private static Quantity Kt(double amount) => Some.Quantity(amount, "kt CO2");

    private static TargetVersion Version(CumulativeBudget? budget) =>
        new("v", budget is null ? TargetKind.FixedLevel : TargetKind.Budget, File)
        {
            Stated = new DateOnly(2020, 1, 1),
            Budget = budget,
        };

    private static BudgetStanding Of(CumulativeBudget budget, params (int, string)[] cells) =>
        Resolve(budget, cells).Budget!;

    private static TargetLevels Resolve(CumulativeBudget budget, params (int, string)[] cells) =>
        Resolve(Version(budget), cells);

    private static TargetLevels Resolve(TargetVersion version, params (int, string)[] cells)
    {
        var plan = Some.Plan(Some.Inventory(Some.Row("all", "I", "kt CO2", cells)), version);
        return TargetLevels.Resolve(plan, version, InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic));
    }
}
