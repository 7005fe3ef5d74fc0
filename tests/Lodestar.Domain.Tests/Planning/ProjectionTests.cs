// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>
/// One small country worked out by hand. Inventory 2020: 1,000 kt (sector I 600, II 400). Promise of 2020: 500 kt in 2030,
/// nothing in 2040, so the derived path falls by 50 kt a year: 700 in 2026, 500 in 2030, 0 in 2040.
/// </summary>
public sealed class ProjectionTests
{
    private static readonly Place Place = new("projections/p.csv", 2);

    [Fact]
    public void PolicyGap_ExistingOverAndAdditionalUnder_IsPartly()
    {
        var assessment = Assessor.Assess(
            Country(
                Row("wem", ProjectionScenario.WEM, null, (2025, "800"), (2030, "600"), (2040, "300")),
                Row("wam", ProjectionScenario.WAM, null, (2025, "750"), (2030, "450"), (2040, "0"))
            ),
            Some.Today
        );

        var finding = assessment.FindingOf("policy-gap");
        Assert.Equal(Verdict.Partly, finding.Verdict);
        // Worst stop: 2040, 300 kt projected against 0.
        Assert.Equal(300, finding.Number!.Value.Value, 9);
        Assert.Equal(0, finding.Threshold!.Value.Value, 9);
        Assert.Equal([2030, 2040], finding.Years);
        // 2026: 800 − 40 = 760 against 700.
        Assert.Equal(2026, Result(finding, "working.policy-gap.leaves"));
        // 760+720+680+640+600 and 570, 540, … 300 make 7,750; the path 700, 650, … 0 makes 5,250.
        Assert.Equal(2500, Amounts(finding, "working.policy-gap.sum")[0], 9);
        // 690+630+570+510+450 and 405, 360, … 0 make 4,875.
        Assert.Equal(4875 - 5250, Amounts(finding, "working.policy-gap.sum")[1], 9);
        Assert.Equal([100, 300, -50, 0], Amounts(finding, "working.policy-gap.stop").Select(a => Math.Round(a, 9)));
        Assert.Equal("finding.policy-gap.planned-closes", finding.Sentence.Id);
    }

    [Theory]
    [InlineData("700", "500", "0", Verdict.Met)]
    // Meets 2030 and 2040, and emits more in all: 2026 starts at 780.
    [InlineData("830", "500", "0", Verdict.Unmet)]
    [InlineData("700", "501", "0", Verdict.Unmet)]
    public void PolicyGap_ExistingAlone_IsHeldAgainstStopsAndSum(
        string y2025,
        string y2030,
        string y2040,
        Verdict verdict
    )
    {
        var plan = Country(Row("wem", ProjectionScenario.WEM, null, (2025, y2025), (2030, y2030), (2040, y2040)));

        Assert.Equal(verdict, Assessor.Assess(plan, Some.Today).FindingOf("policy-gap").Verdict);
    }

    [Fact]
    public void PolicyGap_NoProjectionOrNoPath_IsNotStatedAndNamesWhatIsMissing()
    {
        var none = Assessor.Assess(Country(), Some.Today).FindingOf("policy-gap");
        Assert.Equal((Verdict.NotStated, "projections/"), (none.Verdict, none.Needs[0]));

        var wem = Row("wem", ProjectionScenario.WEM, null, (2025, "800"), (2030, "600"));
        var goalless = Country(wem) with { Targets = EquatableList<Target>.Empty };
        var open = Assessor.Assess(goalless, Some.Today).FindingOf("policy-gap");
        Assert.Equal((Verdict.NotStated, "finding.policy-gap.no-path"), (open.Verdict, open.Sentence.Id));

        // What ended in 2024 says nothing of the years ahead.
        var past = Country(Row("wem", ProjectionScenario.WEM, null, (2020, "800"), (2024, "600")));
        Assert.Equal(
            "finding.policy-gap.no-years",
            Assessor.Assess(past, Some.Today).FindingOf("policy-gap").Sentence.Id
        );
    }

    [Fact]
    public void Path_PublishedStrategy_TakesThePlaceOfTheDerivedLine()
    {
        var lts = Row("lts", ProjectionScenario.LTS, null, (2020, "1000"), (2030, "400"), (2040, "0"));

        var assessment = Assessor.Assess(Country(lts), Some.Today);

        Assert.False(assessment.Path!.Derived);
        Assert.Equal(700, assessment.Path.At(2025)!.Value, 9);
        // The milestone of 500 kt lies above the strategy's 400.
        Assert.Equal(400, assessment.Milestones[0].OnPath!.Value, 9);
        Assert.NotEqual(Verdict.Met, assessment.FindingOf("milestones").Verdict);
    }

    [Fact]
    public void Totals_PartsByGasAndSector_AddUpAndLeaveMemoItemsOut()
    {
        var plan = Country(
            Row("cows", ProjectionScenario.WEM, "crt:3.A") with
            {
                Gas = "CH4",
                Series = Some.Series("kt CO2e_AR5", (2030, "40")),
            },
            Row("cars", ProjectionScenario.WEM, "crt:1.A.3", (2030, "100")) with
            {
                Gas = "CO2",
            },
            Row("power", ProjectionScenario.WEM, "crt:1.A.1", (2030, "60"), (2035, "10")) with
            {
                Gas = "CO2",
            },
            Row("ships", ProjectionScenario.WEM, "crt:1.D", (2030, "1000")) with
            {
                Gas = "CO2",
            }
        );

        var totals = ProjectionTotals.Of(plan, ProjectionScenario.WEM, Unit.Parse("kt CO2e_AR5"), Boundary.National)!;

        Assert.True(totals.FromParts);
        // 2035 is stated for one row of three, so it is no total.
        Assert.Equal([new YearAmount(2030, 200)], totals.Whole.Points);
        Assert.Equal(["crt:1", "crt:3"], totals.Sectors.Select(s => s.Code));
        Assert.Equal(160, totals.Sectors[0].At(2030));
        Assert.Equal(["CO2", "CH4"], totals.Gases.Select(g => g.Code));
        Assert.Null(totals.Whole.At(2031));
    }

    [Fact]
    public void Totals_StatedTotalThatItsPartsMiss_IsDoubted()
    {
        var plan = Country(
            Row("all", ProjectionScenario.WEM, "total", (2030, "300")),
            Row("cars", ProjectionScenario.WEM, "crt:1.A.3", (2030, "100"))
        );

        var totals = ProjectionTotals.Of(plan, ProjectionScenario.WEM, Unit.Parse("kt CO2"), Boundary.National)!;

        Assert.Equal(300, totals.Whole.At(2030));
        Assert.Equal("LS3402", Assert.Single(totals.Doubts).Id);
    }

    [Fact]
    public void Totals_TwoPublications_TheNewerIsReadAndTheOtherNamed()
    {
        var plan = Country(Row("wem", ProjectionScenario.WEM, null, (2030, "600")));
        var newer = new ProjectionRecord("newer", "projections/q.csv")
        {
            Published = new DateOnly(2025, 1, 1),
            Rows = EquatableList.Of(Row("wem", ProjectionScenario.WEM, null, (2030, "550"))),
        };
        plan = plan with { Projections = plan.Projections.Append(newer).ToEquatableList() };

        var totals = ProjectionTotals.Of(plan, ProjectionScenario.WEM, Unit.Parse("kt CO2"), Boundary.National)!;

        Assert.Equal(550, totals.Whole.At(2030));
        Assert.Equal(["p"], totals.Others.Select(o => o.Id));
    }

    [Fact]
    public void Doubts_ProjectionOffTheInventory_AreNamed()
    {
        var plan = Country(Row("wem", ProjectionScenario.WEM, null, (2020, "900"), (2030, "600")));

        Assert.Contains(Assessor.Assess(plan, Some.Today).Doubts, d => d.Id == "LS3403");
    }

    /// <summary>A measure on all of I (600 of 1,000 kt) and one on a part of II, which counts for nothing.</summary>
    [Fact]
    public void Coverage_SectorWithAMeasureAndOneWithAFinerOne_CountsTheFirst()
    {
        var plan = Country() with
        {
            Measures = EquatableList.Of(
                Measure("heat", "I"),
                Measure("buses", "II.1"),
                Measure("old", "II") with
                {
                    Status = MeasureStatus.Ended,
                },
                Measure("vague")
            ),
        };

        var finding = Assessor.Assess(plan, Some.Today).FindingOf("coverage");

        Assert.Equal(Verdict.Partly, finding.Verdict);
        Assert.Equal(60, finding.Number!.Value.Value, 9);
        Assert.Equal(["II"], finding.Sectors);
        Assert.Contains(finding.Working, w => w.Note?.Id == "working.coverage.finer");
        Assert.Equal(new object[] { "vague" }, (EquatableList<object>)Result(finding, "working.coverage.unplaced")!);
    }

    [Fact]
    public void Coverage_EverySectorAndAZeroYear_IsMet()
    {
        var plan = Country() with { Measures = EquatableList.Of(Measure("heat", "I"), Measure("cars", "II")) };

        Assert.Equal(Verdict.Met, Assessor.Assess(plan, Some.Today).FindingOf("coverage").Verdict);
        Assert.Equal(Verdict.NotStated, Assessor.Assess(Country(), Some.Today).FindingOf("coverage").Verdict);
    }

    [Fact]
    public void Coverage_ReportedEffects_AreAddedForTheNextMilestone()
    {
        var plan = Country() with
        {
            Measures = EquatableList.Of(
                Measure("heat", "I") with
                {
                    Effect = Some.Series("kt CO2", (2030, "40")),
                },
                Measure("cars", "II") with
                {
                    Effect = Some.Series("t CO2", (2030, "2000")),
                }
            ),
        };

        var finding = Assessor.Assess(plan, Some.Today).FindingOf("coverage");

        // 40 kt and 2,000 t.
        Assert.Equal(42, Amounts(finding, "working.coverage.effects")[0], 9);
    }

    private static Plan Country(params ProjectionRow[] rows)
    {
        var target = new TargetVersion("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
        {
            Stated = new DateOnly(2020, 12, 31),
            Milestones = EquatableList.Of(
                new Milestone(
                    "m2030",
                    2030,
                    new Level.Fixed(Some.Quantity(500, "kt CO2")),
                    new Place("targets.yaml", 7)
                )
            ),
            NetZeroYear = 2040,
        };
        var inventory = Some.Inventory(
            Some.Row("energy", "I", "kt CO2", (2020, "600")),
            Some.Row("transport", "II", "kt CO2", (2020, "400"))
        );
        var plan = Some.Plan(inventory, target);
        return rows.Length == 0
            ? plan
            : plan with
            {
                Projections = EquatableList.Of(
                    new ProjectionRecord("p", "projections/p.csv")
                    {
                        Published = new DateOnly(2024, 1, 1),
                        Rows = rows.ToEquatableList(),
                    }
                ),
            };
    }

    private static ProjectionRow Row(
        string id,
        ProjectionScenario scenario,
        string? category,
        params ReadOnlySpan<(int, string)> cells
    ) => new(id, scenario, category, Some.Series("kt CO2", cells), Place);

    private static ReportedMeasure Measure(string id, params string[] sectors) =>
        new(id, id, new Place("measures/measures.yaml", 2))
        {
            Status = MeasureStatus.Adopted,
            Sectors = sectors.ToEquatableList(),
        };

    private static object? Result(Finding finding, string label) =>
        finding.Working.First(w => w.Label.Id == label).Result;

    private static List<double> Amounts(Finding finding, string label) =>
        [.. finding.Working.Where(w => w.Label.Id == label).Select(w => ((Quantity)w.Result!).Value)];
}
