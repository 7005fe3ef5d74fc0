// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;

namespace Lodestar.Domain.Tests.Budgets;

public sealed class FairShareTests
{
    private const double Near = 1e-9;

    // By people: 100, 100, 200 of 400.
    [Fact]
    public void EqualPerCapita_OfThree_IsAsPeople() => Expect(ShareMethod.EqualPerCapita, 125, 125, 250);

    // By emissions: 60, 30, 10 of 100.
    [Fact]
    public void Grandfathering_OfThree_IsAsEmissions() => Expect(ShareMethod.Grandfathering, 300, 150, 50);

    // C = 2030 − 2010 = 20 years, T = 10 ≤ C: w = 1 − 10 ÷ 60 = 5/6.
    // A: 500·(5/6·0.6 + 1/6·0.25) = 500·13/24; B: 500·(5/6·0.3 + 1/6·0.25) = 500·7/24; C: 500·(5/6·0.1 + 1/6·0.5) = 500·4/24.
    [Fact]
    public void PerCapitaConvergence_OfThree_WeighsBoth() =>
        Expect(ShareMethod.PerCapitaConvergence, 500 * 13 / 24.0, 500 * 7 / 24.0, 500 * 4 / 24.0);

    // Cube roots of 27,000, 8,000 and 1,000 are 30, 20 and 10; times emissions 1,800, 600 and 100, together 2,500:
    // k = 0.72, 0.24, 0.04. B·(2e − k): 500·(1.2 − 0.72), 500·(0.6 − 0.24), 500·(0.2 − 0.04).
    [Fact]
    public void AbilityToPay_OfThree_TakesMoreFromTheRich() => Expect(ShareMethod.AbilityToPay, 240, 180, 80);

    // Responsibility: 120, 60 and 20 of 200: 0.6, 0.3, 0.1. Capability: 19,500·100, 500·100 and 0 of 2,000,000: 0.975,
    // 0.025, 0. RCI = 0.7875, 0.1625, 0.05. Reductions are 10·t for t up to 10, area 500. Ability's part f is 0 to t = 4,
    // then (t − 4) ÷ 8: ∫₄¹⁰ 10·t·(t − 4) ÷ 8 dt = 10/8·[t³/3 − 2t²]₄¹⁰ = 1.25·(133.333 + 10.667) = 180: φ = 0.36.
    // A: 500·(1.2 − 0.64·0.7875 − 0.36·0.72) = 500·0.4368; B: 500·(0.6 − 0.64·0.1625 − 0.36·0.24) = 500·0.4096;
    // C: 500·(0.2 − 0.64·0.05 − 0.36·0.04) = 500·0.1536.
    [Fact]
    public void DevelopmentRights_OfThree_BlendIntoAbility() =>
        Expect(ShareMethod.DevelopmentRights, 218.4, 204.8, 76.8);

    // An equal share of 100 Mt is 25, 25 and 50 in each of two years: debts −70, −10 and +80, on top of convergence.
    [Fact]
    public void EqualCumulativePerCapita_OfThree_AddsTheDebt() =>
        Expect(ShareMethod.EqualCumulativePerCapita, 500 * 13 / 24.0 - 70, 500 * 7 / 24.0 - 10, 500 * 4 / 24.0 + 80);

    // The year before the last counts half: −35·1.5, −5·1.5, 40·1.5.
    [Fact]
    public void Debts_Discounted_CountThePastLess()
    {
        var debts = FairShares.Debts(Three.World, Three.Terms with { Discount = 0.5 });
        Assert.Equal(-52.5, debts["A"].Tonnes / 1e6, Near);
        Assert.Equal(-7.5, debts["B"].Tonnes / 1e6, Near);
        Assert.Equal(60, debts["C"].Tonnes / 1e6, Near);
    }

    [Fact]
    public void Shares_OfWhoOwesMoreThanItWouldGet_AreNegativeAndShown()
    {
        var shares = FairShares.Of(ShareMethod.EqualCumulativePerCapita, Three.World, Three.Mt(60), Three.Terms);
        Assert.True(shares["A"]!.Value < CarbonDioxide.Zero);
        Assert.Equal(60, CarbonDioxide.Sum(shares.Shares.Values).Tonnes / 1e6, Near);
    }

    [Fact]
    public void Shares_OfNothing_AreNone() =>
        Assert.All(
            ShareMethods.All,
            m => Assert.Null(FairShares.Of(m, Three.World, CarbonDioxide.Zero, Three.Terms)["A"])
        );

    // Without B's product, B's 30 % of emissions are set aside: A and C share 350 by k = 1,800 and 100 of 1,900.
    [Fact]
    public void AbilityToPay_WithoutAProduct_SetsThatPartyAside()
    {
        var world = new PartyWorld(
            Three.World.Parties.Select(p => p.Code == "B" ? p with { GdpPerPerson = null } : p),
            2001,
            2001
        );
        var shares = FairShares.AbilityToPay(world, Three.Mt(500));
        Assert.Null(shares["B"]);
        Assert.Equal(150, shares.SetAside.Tonnes / 1e6, Near);
        Assert.Equal(350 * (2 * 60 / 70.0 - 18 / 19.0), shares["A"]!.Value.Tonnes / 1e6, 1e-6);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1500)]
    [InlineData(30)]
    public void Shares_InClosedForm_AreThoseAddedUpDayByDay(double megatonnes)
    {
        foreach (var method in ShareMethods.All)
        {
            var exact = FairShares.Of(method, Three.World, Three.Mt(megatonnes), Three.Terms);
            foreach (var (code, share) in StepByStep.Shares(method, Three.World, Three.Mt(megatonnes), Three.Terms))
            {
                // The midpoint rule with 40,000 steps; what remains is the kinks of the blends.
                Assert.Equal(share, exact[code]!.Value.Tonnes / 1e6, megatonnes * 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(1.5, 0.5)]
    [InlineData(2.0, 0.67)]
    public void Shares_OfTheShippedWorld_AddUpToTheWorldBudget(double limit, double likelihood)
    {
        var budget = WorldBudgets.Find(limit, likelihood)!.Amount;
        var split = BudgetSplit.Of(budget, PartyWorld.Shipped);
        Assert.All(
            ShareMethods.All,
            m =>
            {
                var terms = ShareTerms.From(RuleSet.Current, new DateOnly(2026, 11, 22));
                var shares = FairShares.Of(m, PartyWorld.Shipped, split.ForParties, terms);
                var all =
                    CarbonDioxide.Sum(shares.Shares.Values)
                    + shares.SetAside
                    + CarbonDioxide.Sum(split.Aside.Select(a => a.Part));
                Assert.Equal(1, all / budget, Near);
            }
        );
    }

    [Fact]
    public void Shares_OfAnyWorld_AddUpToItsBudget()
    {
        var parties =
            from emissions in ArbMap.Default.GeneratorFor<PositiveInt>()
            from before in ArbMap.Default.GeneratorFor<NonNegativeInt>()
            from people in ArbMap.Default.GeneratorFor<PositiveInt>()
            from grown in ArbMap.Default.GeneratorFor<PositiveInt>()
            from gdp in Gen.Choose(300, 120000)
            from known in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
            select (before.Get, emissions.Get, people.Get, grown.Get, Gdp: known ? (double?)gdp : null);
        var worlds =
            from count in Gen.Choose(1, 40)
            from list in parties.ArrayOf(count)
            from budget in Gen.Choose(1, 100000)
            from start in Gen.Choose(2002, 2060)
            select (list, budget, start);
        Prop.ForAll(
                worlds.ToArbitrary(),
                w =>
                {
                    var world = new PartyWorld(
                        w.list.Select((p, i) => Three.Of($"P{i}", p.Item1, p.Item2, p.Item3, p.Item4, p.Gdp)),
                        2001,
                        2001
                    );
                    var budget = Three.Mt(w.budget);
                    var size = CarbonDioxide.Sum(world.Parties.Select(p => p.Co2Since(2000))) + budget;
                    return ShareMethods.All.All(m =>
                    {
                        var shares = FairShares.Of(m, world, budget, Three.Terms with { Start = w.start });
                        var all = CarbonDioxide.Sum(shares.Shares.Values) + shares.SetAside;
                        return Math.Abs((all - budget) / size) < Near;
                    });
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static void Expect(ShareMethod method, double a, double b, double c)
    {
        var shares = FairShares.Of(method, Three.World, Three.Mt(500), Three.Terms);
        Assert.Equal(a, shares["A"]!.Value.Tonnes / 1e6, 1e-6);
        Assert.Equal(b, shares["B"]!.Value.Tonnes / 1e6, 1e-6);
        Assert.Equal(c, shares["C"]!.Value.Tonnes / 1e6, 1e-6);
    }
}
