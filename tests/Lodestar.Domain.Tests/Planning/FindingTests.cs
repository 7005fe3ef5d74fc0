// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Planning;

public sealed class FindingTests
{
    [Fact]
    public void Table_ListsEveryFindingOfTheDesignInItsOrder() =>
        Assert.Equal(
            "scope form milestones pace policy-gap odds lock-in removals coverage control finance delivery budget warming fairness upkeep",
            string.Join(' ', FindingTable.All.Select(f => f.Id))
        );

    [Fact]
    public void Table_EveryEntry_HasItsCodeItsDocsPageAndItsTexts()
    {
        var docs = File.ReadAllText(Repository.Path("docs/findings.md"));
        foreach (var entry in FindingTable.All)
        {
            Assert.NotNull(typeof(FindingTable).Assembly.GetType($"Lodestar.Planning.Assessment.{entry.Code}"));
            Assert.Equal($"docs/findings.md#{entry.Id}", entry.Docs);
            Assert.Contains($"\n## {entry.Id}\n", docs, StringComparison.Ordinal);
            Assert.All(
                (string[])["name", "question", "rule"],
                part => Assert.True(MessageCatalog.English.Has($"finding.{entry.Id}.{part}"), $"{entry.Id}.{part}")
            );
            Assert.Equal(entry.IsOn, entry.Code != "NotStatedFinding");
        }
    }

    [Fact]
    public void Assess_FindingsThatAwaitTheirFiles_NameThem()
    {
        var assessment = Assessor.Assess(Some.Plan(Some.InventoryFrom("glasgow.csv"), Some.GlasgowTarget), Some.Today);
        Assert.Equal(16, assessment.Findings.Count);
        foreach (var entry in FindingTable.All.Where(f => !f.IsOn))
        {
            var finding = assessment.FindingOf(entry.Id);
            Assert.Equal(Verdict.NotStated, finding.Verdict);
            Assert.NotEmpty(finding.Needs);
        }
    }

    [Fact]
    public void Assess_FindingsThatAreOn_ShowInputsRuleAndWorking()
    {
        var plan = Some.Plan(Some.InventoryFrom("made-up.csv"), Some.MadeUpTarget) with
        {
            Country = "SE",
            Population = Some.Series("person", (2023, "100000")),
        };
        var assessment = Assessor.Assess(plan, Some.Today);
        // What reads projections, measures and models has plans of its own to be tested on.
        string[] others = ["policy-gap", "odds", "lock-in", "removals", "coverage", "control", "delivery"];
        foreach (var entry in FindingTable.All.Where(f => f.IsOn && !others.Contains(f.Id)))
        {
            var finding = assessment.FindingOf(entry.Id);
            Assert.NotEmpty(finding.Inputs);
            Assert.NotEmpty(finding.Working);
            Assert.Empty(finding.Needs);
        }
    }

    [Fact]
    public void Assess_APlanWithoutTargets_StatesNothingAboutThem()
    {
        var assessment = Assessor.Assess(Some.Plan(Some.InventoryFrom("glasgow.csv")), Some.Today);
        Assert.All(
            (string[])["scope", "form", "milestones", "pace"],
            id => Assert.Equal(Verdict.NotStated, assessment.FindingOf(id).Verdict)
        );
        Assert.Equal(Verdict.NotStated, assessment.Holds);
        Assert.Contains("No target is stated yet.", Headline(assessment), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_AnEmptyPlan_AnswersNotStatedEverywhere()
    {
        var plan = Some.Plan(Some.Inventory()) with { Inventories = EquatableList<InventoryRecord>.Empty };
        var assessment = Assessor.Assess(plan, Some.Today);
        Assert.All(assessment.Findings, f => Assert.Equal(Verdict.NotStated, f.Verdict));
        Assert.Null(assessment.Totals);
    }

    [Theory]
    [InlineData(LegalForm.Law, 5.0, Stated.Yes, Verdict.Met)]
    [InlineData(LegalForm.PolicyDocument, 5.0, Stated.Yes, Verdict.Met)]
    [InlineData(LegalForm.Law, 5.0, Stated.NotStated, Verdict.Partly)]
    [InlineData(LegalForm.Law, null, Stated.Yes, Verdict.Partly)]
    [InlineData(LegalForm.Pledge, 5.0, Stated.Yes, Verdict.Unmet)]
    [InlineData(LegalForm.Proposed, null, Stated.No, Verdict.Unmet)]
    [InlineData(LegalForm.NotStated, null, Stated.NotStated, Verdict.NotStated)]
    [InlineData(LegalForm.NotStated, 5.0, Stated.NotStated, Verdict.Partly)]
    public void Form_FollowsItsRule(LegalForm form, double? review, Stated oversight, Verdict expected)
    {
        var version = Some.MadeUpTarget with { Form = form, ReviewYears = review, IndependentOversight = oversight };
        Assert.Equal(expected, Verdicts(version, "form"));
    }

    [Fact]
    public void Scope_TakesTheShareOfTheBaseYear()
    {
        var inventory = Some.Inventory(
            Some.Row("homes", "I.1.1", "kt CO2", (2010, "60"), (2020, "40")),
            Some.Row("roads", "II.1.1", "kt CO2", (2010, "40"), (2020, "40"))
        );
        var stated = Some.MadeUpTarget with
        {
            BaseYear = 2010,
            Scope = new TargetScope
            {
                Sectors = EquatableList.Of("I"),
                Gases = EquatableList.Of("CO2"),
                Scopes = EquatableList.Of(1, 2),
                InternationalTransport = Stated.No,
                Credits = Stated.No,
            },
        };
        var partly = Assessor.Assess(Some.Plan(inventory, stated), Some.Today).FindingOf("scope");
        Assert.Equal((Verdict.Partly, 60.0), (partly.Verdict, partly.Number!.Value.Value));

        var all = stated with { Scope = stated.Scope with { Sectors = EquatableList.Of("all") } };
        Assert.Equal(Verdict.Met, Assessor.Assess(Some.Plan(inventory, all), Some.Today).FindingOf("scope").Verdict);

        var less = stated with { Scope = stated.Scope with { Sectors = EquatableList.Of("II") } };
        Assert.Equal(Verdict.Unmet, Assessor.Assess(Some.Plan(inventory, less), Some.Today).FindingOf("scope").Verdict);

        var silent = stated with { Scope = new TargetScope() };
        Assert.Equal(
            Verdict.NotStated,
            Assessor.Assess(Some.Plan(inventory, silent), Some.Today).FindingOf("scope").Verdict
        );
    }

    [Fact]
    public void Milestones_EveryFiveYearsUnderThePath_AreMet()
    {
        var version = Stops((2024, 500), (2029, 400), (2034, 300), (2039, 150), (2044, 60));
        Assert.Equal(Verdict.Met, Verdicts(version, "milestones"));
    }

    [Fact]
    public void Milestones_OneAboveThePath_ArePartlyMetAndNameIt()
    {
        // The path of Tables/path.csv has 325 in 2034.
        var finding = Found(Stops((2024, 500), (2029, 400), (2034, 326), (2039, 150), (2044, 60)), "milestones");
        Assert.Equal(Verdict.Partly, finding.Verdict);
        Assert.Equal([2034], finding.Years);
        Assert.Equal(
            Verdict.Met,
            Verdicts(Stops((2024, 500), (2029, 400), (2034, 325), (2039, 150), (2044, 60)), "milestones")
        );
    }

    [Fact]
    public void Milestones_SixYearsApartAndAbove_AreUnmet() =>
        Assert.Equal(Verdict.Unmet, Verdicts(Stops((2025, 600), (2030, 400)), "milestones"));

    [Fact]
    public void Milestones_Areas_AreTrapeziaBetweenYears()
    {
        // Start 700 in 2019; 400 in 2030; 50 in 2045: 11·(700+400)/2 + 15·(400+50)/2 = 9,425; path 26·(700+50)/2 = 9,750.
        var working = Found(Some.MadeUpTarget, "milestones").Working;
        Assert.Contains(
            working,
            w => w.Result is Lodestar.Units.Quantity { Value: var v } && Math.Abs(v - 9425) < 1e-9
        );
        Assert.Contains(
            working,
            w => w.Result is Lodestar.Units.Quantity { Value: var v } && Math.Abs(v - 9750) < 1e-9
        );
    }

    [Fact]
    public void Milestones_OnThePathItself_DifferByNothing()
    {
        var working = Found(
            Stops((2024, 575), (2029, 450), (2034, 325), (2039, 200), (2044, 75)),
            "milestones"
        ).Working;
        Assert.Contains(
            working,
            w => w.Label.Id == "working.area.difference" && w.Result is Lodestar.Units.Quantity { Value: 0.0 }
        );
    }

    [Fact]
    public void Milestones_WithoutAny_AreNotStatedRatherThanUnmet() =>
        Assert.Equal(
            Verdict.NotStated,
            Verdicts(Some.MadeUpTarget with { Milestones = EquatableList<Milestone>.Empty }, "milestones")
        );

    [Theory]
    [InlineData(460, 200, Verdict.Met)]
    [InlineData(460, 50, Verdict.Partly)] // fast enough to 2030, not to 2045
    [InlineData(400, 50, Verdict.Partly)] // to 2030 only with the window that ends in 2020
    [InlineData(300, 20, Verdict.Unmet)]
    [InlineData(300, 0, Verdict.Partly)] // no rate reaches zero; 630 in 23 years is slower in tonnes than the best window
    public void Pace_FollowsItsRule(double milestone, double residual, Verdict expected)
    {
        var version = Some.MadeUpTarget with
        {
            Milestones = EquatableList.Of(Stop(2030, milestone)),
            Residual = new Level.Fixed(Some.Quantity(residual, "kt CO2")),
        };
        Assert.Equal(expected, Verdicts(version, "pace"));
    }

    [Fact]
    public void Assess_WhatUsersMayState_NeverThrows()
    {
        var ar4 = Some.Inventory(Some.Row("a", "I.1.1", "kt CO2e_AR4", (2010, "1000"), (2020, "700")));
        var byGas = Some.Inventory(
            Some.Row("a", "I.1.1", "t CO2", (2010, "1000"), (2020, "700")),
            Some.Row("b", "III.1.1", "t CH4", (2010, "1"), (2020, "1"))
        );
        var level = Some.MadeUpTarget with { BaseYear = 2010 };
        var onlyCO2 = level with { Scope = new TargetScope { Gases = EquatableList.Of("CO2") } };
        var nothingEnters = level with { Scope = new TargetScope { Sectors = EquatableList.Of("IV") } };
        var negative = level with
        {
            NetZeroYear = 2045,
            Milestones = EquatableList.Of(Stop(2030, 400), Stop(2050, -10)),
        };
        foreach (var inventory in new[] { ar4, byGas, Some.InventoryFrom("made-up.csv") })
        {
            foreach (var version in new[] { level, onlyCO2, nothingEnters, negative })
            {
                var assessment = Assessor.Assess(
                    Some.Plan(inventory, version) with
                    {
                        GwpSet = Lodestar.Units.GwpSet.AR5,
                    },
                    Some.Today
                );
                Assert.Equal(16, assessment.Findings.Count);
                Assert.True(assessment.Path is null || assessment.Path.Unit.Equals(assessment.Totals!.Unit));
            }
        }
    }

    [Fact]
    public void Scope_OfOneGasOfSeveral_IsAShareInOneUnit()
    {
        // 1,000 t CO2 and 1 t CH4, 28 t CO2e in AR5: CO2 is 1000 ÷ 1028 of it.
        var inventory = Some.Inventory(
            Some.Row("a", "I.1.1", "t CO2", (2010, "1000")),
            Some.Row("b", "III.1.1", "t CH4", (2010, "1"))
        );
        var version = Some.MadeUpTarget with
        {
            BaseYear = 2010,
            Scope = new TargetScope { Sectors = EquatableList.Of("all"), Gases = EquatableList.Of("CO2") },
        };
        var finding = Assessor.Assess(Some.Plan(inventory, version), Some.Today).FindingOf("scope");
        Assert.Equal(100_000 / 1028.0, finding.Number!.Value.Value, 1e-9);
    }

    [Fact]
    public void Milestones_BeyondAPublishedPath_AreNotCalledMet()
    {
        var version = Stops((2025, 10), (2030, 10), (2035, 650), (2040, 640)) with
        {
            Path = Some.Series("kt CO2", (2020, "800"), (2030, "400")),
        };
        Assert.Equal(Verdict.Partly, Verdicts(version, "milestones"));
    }

    [Fact]
    public void Headline_OfAFlatSeries_SaysThatNothingFell()
    {
        var flat = Some.Inventory(
            Some.Row("a", "I", "kt CO2", [.. Enumerable.Range(2010, 13).Select(y => (y, "1000.1"))])
        );
        Assert.Contains(
            "headline.outcome.rising",
            Assessor.Assess(Some.Plan(flat, Some.MadeUpTarget), Some.Today).Headline.Select(m => m.Id)
        );
    }

    [Fact]
    public void Upkeep_FollowsTheStatedCycleElseTheDefault()
    {
        var plan = Some.Plan(
            Some.InventoryFrom("made-up.csv"),
            Some.MadeUpTarget with
            {
                Stated = new DateOnly(2024, 1, 1),
            }
        );
        // The inventory of 2022 is two years old at the end of 2024.
        Assert.Equal(Verdict.Met, Assessor.Assess(plan, new DateOnly(2024, 12, 30)).FindingOf("upkeep").Verdict);
        Assert.Equal(Verdict.Partly, Assessor.Assess(plan, new DateOnly(2025, 1, 15)).FindingOf("upkeep").Verdict);
        var yearly = plan with { Cycles = new(InventoryYears: 1, TargetYears: 0.5) };
        Assert.Equal(Verdict.Unmet, Assessor.Assess(yearly, new DateOnly(2024, 12, 30)).FindingOf("upkeep").Verdict);
    }

    [Fact]
    public void Headline_StaleRecords_LeadIt()
    {
        var assessment = Assessor.Assess(Some.Plan(Some.InventoryFrom("glasgow.csv"), Some.GlasgowTarget), Some.Today);
        Assert.Equal("headline.stale-inventory", assessment.Headline[0].Id);
        Golden.Match(Headline(assessment), "Golden/headline-glasgow.txt");
    }

    [Fact]
    public void Assess_TheSamePlanAndDate_IsTheSameAnswer()
    {
        var plan = Some.Plan(Some.InventoryFrom("made-up.csv"), Some.MadeUpTarget);
        Assert.Equal(Assessor.Assess(plan, Some.Today).Findings, Assessor.Assess(plan, Some.Today).Findings);
    }

    [Fact]
    public void InForce_TakesTheVersionOfTheDay()
    {
        var old = Some.MadeUpTarget with { Stated = new DateOnly(2010, 1, 1), NetZeroYear = 2050 };
        var target = new Target("t", EquatableList.Of(Some.MadeUpTarget, old));
        Assert.Equal(2050, target.InForce(new DateOnly(2015, 1, 1))!.NetZeroYear);
        Assert.Equal(2045, target.InForce(new DateOnly(2020, 1, 1))!.NetZeroYear);
        Assert.Null(target.InForce(new DateOnly(2009, 1, 1)));
    }

    private static Milestone Stop(int year, double kt) =>
        new($"m{year}", year, new Level.Fixed(Some.Quantity(kt, "kt CO2")), new Place("targets.yaml", 7));

    private static TargetVersion Stops(params (int Year, double Kt)[] stops) =>
        Some.MadeUpTarget with
        {
            Milestones = stops.Select(s => Stop(s.Year, s.Kt)).ToEquatableList(),
        };

    private static Finding Found(TargetVersion version, string id) =>
        Assessor.Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today).FindingOf(id);

    private static Verdict Verdicts(TargetVersion version, string id) => Found(version, id).Verdict;

    private static string Headline(PlanAssessment assessment) =>
        string.Join('\n', assessment.Headline.Select(MessageCatalog.English.Render)) + "\n";
}
