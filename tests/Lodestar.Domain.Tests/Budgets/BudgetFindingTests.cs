// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Budgets;

public sealed class BudgetFindingTests
{
    private static readonly WorldBudget Main = WorldBudgets.Find(1.5, 0.5)!;

    // A straight line from 1,000 kt in 2022 to 0 in 2040 has 1,000·(2040 − y) ÷ 18 in year y. From 22 November 2026 on
    // (40 of 365 days left): 40/365·777.778 + (13 + … + 1)·55.556 = 85.236 + 5,055.556 kt.
    [Fact]
    public void Place_ItsPath_IsAddedUpByDaysAndYears()
    {
        var place = Assess(City(1000, 2040)).Budget!;
        Assert.Equal(2039, place.Path!.EndYear);
        Assert.Equal(85.2359 + 5055.5556, place.Path.CumulativeFrom(Some.Today).Tonnes / 1000, 0.001);
    }

    [Fact]
    public void Place_ACity_GetsItsPartOfItsCountry()
    {
        var place = Assess(City(1000, 2040)).Budget!;
        var world = PartyWorld.Shipped;
        var sweden = world.Find("SE")!;
        var budget = BudgetCase.Of(place, Main);
        var equal = budget.Methods[0];
        Assert.Equal(ShareBasis.People, equal.Basis);
        Assert.Equal(100_000 / sweden.PeopleIn(2023), equal.Part!.Value, 1e-12);
        // A person of a city gets what any person gets.
        Assert.Equal(
            budget.Split.ForParties.Tonnes * 100_000 / world.People,
            equal.Share!.Value.Tonnes,
            1e-6 * equal.Share.Value.Tonnes
        );
        var grandfathered = budget.Methods[1];
        Assert.Equal(ShareBasis.Emissions, grandfathered.Basis);
        Assert.Equal(
            budget.Split.ForParties.Tonnes * 1e6 / world.Co2.Tonnes,
            grandfathered.Share!.Value.Tonnes,
            1e-6 * grandfathered.Share.Value.Tonnes
        );
    }

    [Fact]
    public void Place_ACountry_GetsItsOwnShare()
    {
        var plan = City(40_000, 2045) with
        {
            Kind = JurisdictionKind.Country,
            Codes = new Dictionary<string, string> { ["iso3166-1"] = "SE" },
            Country = null,
            Population = null,
        };
        var budget = BudgetCase.Of(Assess(plan).Budget!, Main);
        Assert.All(budget.Methods, m => Assert.Equal((ShareBasis.Whole, 1.0), (m.Basis, m.Part!.Value)));
        Assert.Equal(6, budget.Answered.Count);
    }

    [Fact]
    public void Place_ACountryWithoutAProduct_HasTheOtherFourMethods()
    {
        var plan = City(100, 2045) with
        {
            Kind = JurisdictionKind.Country,
            Codes = new Dictionary<string, string> { ["iso3166-1"] = "AD" },
        };
        var assessment = Assess(plan);
        Assert.Equal(["LS3306"], assessment.Budget!.Missing.Select(m => m.Id));
        Assert.Equal(4, BudgetCase.Of(assessment.Budget, Main).Answered.Count);
        Assert.NotEqual(Verdict.NotStated, assessment.FindingOf("budget").Verdict);
    }

    // Of the 44.5 Gt left to countries, 100,000 of 8.0 bn people get some 550 kt by head. Sweden's debt since 1990 takes the
    // share by equal cumulative per capita far below zero. So no path is within every share: 5,141 kt are above all, and
    // 26 t are above that one and below others.
    [Theory]
    [InlineData(1000, Verdict.Unmet)]
    [InlineData(0.005, Verdict.Partly)]
    public void Finding_ACityOfSweden_IsJudgedByTheRange(double kilotonnes, Verdict expected)
    {
        var finding = Assess(City(kilotonnes, 2040)).FindingOf("budget");
        Assert.Equal(expected, finding.Verdict);
        Assert.Empty(finding.Needs);
        Assert.NotNull(finding.Number);
    }

    // A city's share by grandfathering is set by its own emissions: 1 kt a year of the countries' 36.1 Gt gives 1.2 kt of
    // their 44.5 Gt, less than the 5.1 kt that its path emits. India itself has a share by every method that is far above.
    [Fact]
    public void Finding_APathWithinEveryShare_IsMet()
    {
        var finding = Assess(City(1, 2040) with { Country = "IN" }).FindingOf("budget");
        Assert.Equal(Verdict.Partly, finding.Verdict);
        var country = City(1, 2040) with { Country = "IN", Kind = JurisdictionKind.Country };
        Assert.Equal(Verdict.Met, Assess(country).FindingOf("budget").Verdict);
    }

    [Fact]
    public void Finding_NothingLeft_SaysSoAndSharesNothing()
    {
        var assessment = Assess(City(1000, 2040), new DateOnly(2030, 1, 1));
        var finding = assessment.FindingOf("budget");
        Assert.Equal(Verdict.Unmet, finding.Verdict);
        Assert.Contains("nothing is left", Text(finding.Sentence), StringComparison.Ordinal);
        Assert.Empty(BudgetCase.Of(assessment.Budget!, Main).Answered);
    }

    [Fact]
    public void Finding_ItsSentence_NamesARangeAndItsMethods()
    {
        var text = Text(Assess(City(1000, 2040)).FindingOf("budget").Sentence);
        Assert.Contains("any of 6 methods", text, StringComparison.Ordinal);
        Assert.Contains("equal cumulative per capita", text, StringComparison.Ordinal);
        Assert.Contains("1.5 °C", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_ItsWorking_ShowsDeductionsAsideAndEveryMethod()
    {
        var steps = Assess(City(1000, 2040)).FindingOf("budget").Working.Select(s => Text(s.Label)).ToList();
        Assert.Contains("Emitted by the world in 2025", steps);
        Assert.Contains("Emitted by the world in 2026", steps);
        Assert.Contains("Set aside for land use", steps);
        Assert.Equal(6, steps.Count(s => s.StartsWith("Share by method", StringComparison.Ordinal)));
        Assert.Contains(steps, s => s.Contains("1.7 °C", StringComparison.Ordinal));
        Assert.Contains(steps, s => s.Contains("2 °C", StringComparison.Ordinal));
    }

    [Fact]
    public void Finding_AnInventoryInCO2eWithoutGases_IsOpenWithTheReason()
    {
        var plan = City(1000, 2040);
        var inventory = Some.Inventory(Some.Row("all", "I", "kt CO2e_AR5", (2016, "1100"), (2022, "1000")));
        var finding = Assess(plan with { Inventories = EquatableList.Of(inventory) }).FindingOf("budget");
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Contains("names no gases", Text(finding.Sentence), StringComparison.Ordinal);
        Assert.Equal(["inventory/a.csv"], finding.Needs);
    }

    [Fact]
    public void Finding_WithoutACountry_NamesIt()
    {
        var finding = Assess(City(1000, 2040) with { Country = null }).FindingOf("budget");
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["plan.yaml"], finding.Needs);
    }

    [Fact]
    public void Finding_WithoutPeople_NamesTheFile()
    {
        var finding = Assess(City(1000, 2040) with { Population = null }).FindingOf("budget");
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["data/population.csv"], finding.Needs);
    }

    [Fact]
    public void Finding_WithoutATarget_NamesIt()
    {
        var finding = Assess(City(1000, 2040) with { Targets = EquatableList<Target>.Empty }).FindingOf("budget");
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["targets.yaml"], finding.Needs);
    }

    // 20 of 100 kt CO2 lie outside the target: they are held beside the line that the rest follows.
    [Fact]
    public void Place_WhatTheTargetLeavesOut_IsHeld()
    {
        var plan = City(1000, 2040);
        var inventory = Some.Inventory(
            Some.Row("in", "I", "kt CO2", (2016, "90"), (2022, "80")),
            Some.Row("out", "II", "kt CO2", (2016, "20"), (2022, "20"))
        );
        var version = Version(2040) with { Scope = new TargetScope { Sectors = EquatableList.Of("I") } };
        plan = plan with
        {
            Inventories = EquatableList.Of(inventory),
            Targets = EquatableList.Of(new Target("t", EquatableList.Of(version))),
        };
        var path = Assess(plan).Budget!.Path!;
        Assert.Equal(20, path.Uncovered.Tonnes / 1000, 1e-9);
        Assert.Equal(20 + 80 * 10 / 18.0, path.In(2030)!.Value.Tonnes / 1000, 1e-9);
    }

    [Fact]
    public void RunOutYears_OfEveryMethod_AreOrderedAsTheirShares()
    {
        var budget = BudgetCase.Of(Assess(City(1000, 2040)).Budget!, WorldBudgets.Find(2.0, 0.5)!);
        var held = budget.Answered.Select(m => m.Held.At!.Value).ToList();
        Assert.Equal(held.Order(), held);
        Assert.All(
            budget.Answered,
            m => Assert.True(m.Share!.Value <= CarbonDioxide.Zero || m.ConstantRate is > 0 and < 1)
        );
    }

    private static PlanAssessment Assess(Plan plan, DateOnly? date = null) => Assessor.Assess(plan, date ?? Some.Today);

    private static string Text(Message message) => MessageCatalog.English.Render(message).Replace('\u202f', ' ');

    /// <summary>100,000 people in Sweden, CO2 alone, falling a tenth from 2016 to 2022, promised to reach zero.</summary>
    private static Plan City(double kilotonnes, int zero)
    {
        string Kt(double amount) => amount.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var inventory = Some.Inventory(
            Some.Row(
                "all",
                "I",
                "kt CO2",
                (2016, Kt(kilotonnes * 1.1)),
                (2019, Kt(kilotonnes * 1.05)),
                (2022, Kt(kilotonnes))
            )
        );
        return Some.Plan(inventory, Version(zero)) with
        {
            Kind = JurisdictionKind.City,
            Country = "SE",
            Population = Some.Series("person", (2023, "100000")),
        };
    }

    private static TargetVersion Version(int zero) =>
        new("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
        {
            Stated = new DateOnly(2022, 6, 1),
            NetZeroYear = zero,
            Residual = new Level.Fixed(Some.Quantity(0, "kt CO2")),
        };
}
