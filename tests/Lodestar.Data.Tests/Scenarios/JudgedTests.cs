// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Actions;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.WhatIf;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Scenarios;

/// <summary>What findings make of plans at the edges (<see cref="TwoSectors"/>).</summary>
public sealed class JudgedTests
{
    private static readonly DateOnly Day = new(2023, 6, 30);

    [Fact]
    public void Assess_WhereALaterYearIsNoNumber_SaysWhatItCan()
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "model/city.yaml",
                t => t.Replace("road.km * road.factor", "road.km * road.factor * (2029 - year) / (2029 - year)")
            )
        );

        Assert.True(double.IsNaN(reading.Outlook!.Expected.At(2029)!.Value));
        Assert.NotEmpty(Assessor.Assess(reading.Plan, Day, reading.Outlook).Findings);
    }

    [Fact]
    public void Scenarios_WithAnIdOfTheUsualOnes_StandBesideThem()
    {
        var reading = Read.Plan(
            TwoSectors.With("scenarios.yaml", _ => "scenarios:\n  - {id: wom, title: Nothing more, measures: none}")
        );

        Assert.Equal(["usual-wom", "wem", "wom"], reading.Outlook!.Set.Cases.Select(c => c.Id));
    }

    [Fact]
    public void Scenarios_OfWhatIfsAlone_LeaveThePlanItsOwn()
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "scenarios.yaml",
                _ => "scenarios:\n  - {id: asked, title: Asked, kind: what-if, measures: [cars]}"
            )
        );
        var set = reading.Outlook!.Set;

        Assert.Equal(["wom", "wem", "asked", "wam"], set.Cases.Select(c => c.Id));
        Assert.Equal(("wem", "wam"), (set.Expected.Id, set.Planned.Id));
    }

    [Fact]
    public void Scenarios_WhereNothingIsAdopted_ExpectNoMeasure()
    {
        var reading = Read.Plan([
            .. TwoSectors
                .With("measures/measures.yaml", t => t.Replace("status: adopted", "status: planned"))
                .Where(f => f.Path != "scenarios.yaml"),
        ]);

        Assert.Empty(reading.Outlook!.Set.Expected.Active);
        Assert.Equal(40, reading.Outlook.Expected.At(2030)!.Value, 1e-9);
    }

    [Fact]
    public void Scenarios_BeyondTheMost_AreLeftOutWithAWord()
    {
        var many = string.Concat(
            Enumerable.Range(0, 200).Select(i => $"\n  - {{id: a{i}, title: A, kind: what-if, measures: all}}")
        );
        var reading = Read.Plan(TwoSectors.With("scenarios.yaml", _ => "scenarios:" + many));

        Assert.Equal("LS3850", Assert.Single(reading.ScenarioFaults()).Id);
        using var runner = reading.Runner()!;
        Assert.Equal(103, ScenarioSet.Of(reading.Plan.Scenarios, runner.Model).Cases.Length);
    }

    [Fact]
    public void Scenario_OfNoMeasuresOnTopOfAnother_HasNone()
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "scenarios.yaml",
                t => t + "\n  - {id: off, title: Off, kind: what-if, based_on: late, measures: none}"
            )
        );
        var off = reading.Outlook!.Set.Find("off")!;

        Assert.Empty(off.Active);
        // What it starts from sets demand, which stays.
        Assert.Equal((20 * 1.2) + 20, reading.Outlook.Find("off")!.At(2030)!.Value, 1e-9);
    }

    [Fact]
    public void Delivery_OfWhatIsCancelled_IsLateAndNotWhole()
    {
        PlanAssessment Assess(string status) =>
            Assessed(
                TwoSectors.With(
                    "actions.yaml",
                    _ =>
                        $$"""
                            actions:
                              - id: all
                                title: All
                                measures: [heat-pumps, insulation, cars]
                                status: {{status}}
                                owner: Somebody
                                due: 2029
                                indicator: Something
                                funding: [{title: Budget, amount: 3 MEUR_2024, status: secured}]
                            """
                )
            );

        Assert.Equal(100, Assess("on-track").FindingOf("delivery").Number!.Value.Value, 1e-9);
        var finding = Assess("cancelled").FindingOf("delivery");
        Assert.Equal((Verdict.Unmet, 0.0), (finding.Verdict, finding.Number!.Value.Value));
    }

    [Theory]
    // 4 kt of 40 are left: a tenth.
    [InlineData("removals: 4 kt CO2", "scope: {credits: no}", Verdict.Met)]
    [InlineData("removals: 1 kt CO2", "scope: {credits: no}", Verdict.Partly)]
    [InlineData("removals: 4 kt CO2", "scope: {credits: yes}", Verdict.Unmet)]
    [InlineData("removals: 4 kt CO2", "scope: {credits: partly}", Verdict.Unmet)]
    [InlineData("removals: 0 kt CO2", "credits: {maximum: 20 %}", Verdict.Met)]
    public void Removals_AreMetByWhatIsStatedAlone(string removals, string credits, Verdict verdict) =>
        Assert.Equal(
            verdict,
            Assessed(
                    TwoSectors.With(
                        "targets.yaml",
                        t =>
                            t.Replace(
                                "residual: 4 kt CO2",
                                $"residual: 4 kt CO2\n        {removals}\n        {credits}"
                            )
                    )
                )
                .FindingOf("removals")
                .Verdict
        );

    [Fact]
    public void Removals_OfNothing_NeedNoCredits() =>
        Assert.Equal(
            Verdict.Met,
            Assessed(
                    TwoSectors.With(
                        "targets.yaml",
                        t => t.Replace("residual: 4 kt CO2", "residual: 0 kt CO2\n        scope: {credits: yes}")
                    )
                )
                .FindingOf("removals")
                .Verdict
        );

    [Fact]
    public void Coverage_CountsNoLeverThatNoScenarioHasOn()
    {
        // Roads are half of all; only fewer cars act on them.
        const string Cars = """

            measures:
              cars:
                title: Fewer cars
                scale: {of: road.km, amount: 50 %}
                ramp: {from: 2025, to: 2030}
            """;
        var assessed = Assessed([
            .. TwoSectors.Files.Select(f =>
                f.Path switch
                {
                    "scenarios.yaml" => (f.Path, f.Text.Replace("measures: all", "measures: [heat_pumps, insulation]")),
                    "measures/measures.yaml" => (
                        f.Path,
                        f.Text[..f.Text.IndexOf("  - id: cars", StringComparison.Ordinal)]
                    ),
                    "model/city.yaml" => (f.Path, f.Text + Cars),
                    _ => f,
                }
            ),
        ]);

        Assert.Equal(50, assessed.FindingOf("coverage").Number!.Value.Value, 1e-9);
    }

    [Fact]
    public void Odds_ShortOfCertain_AreNeverSaidToBeCertain()
    {
        Assert.Equal(new Share(0.99), OddsSaid.Of(new Odds(997, 1000, 0), isFirm: true).Values.Single().Value);
        Assert.Equal(new Share(0.01), OddsSaid.Of(new Odds(2, 1000, 0), isFirm: true).Values.Single().Value);
    }

    [Theory]
    [InlineData(new[] { DeliveryStatus.Planned, DeliveryStatus.Late }, DeliveryStatus.Late)]
    [InlineData(new[] { DeliveryStatus.Cancelled, DeliveryStatus.OnTrack }, DeliveryStatus.OnTrack)]
    [InlineData(new[] { DeliveryStatus.Cancelled }, DeliveryStatus.Cancelled)]
    [InlineData(new DeliveryStatus[0], DeliveryStatus.NotStated)]
    public void Worst_OfSeveralActions_IsThatWhichHoldsUpMost(DeliveryStatus[] actions, DeliveryStatus worst) =>
        Assert.Equal(
            worst,
            MeasureDelivery
                .Of(
                    "cars",
                    actions.Select(
                        (s, i) =>
                            new PlanAction($"a{i}", "", new Lodestar.Planning.Diagnostics.Place("")) { Status = s }
                    ),
                    isInForce: false
                )
                .Status
        );

    /// <summary>100 ± 10 % and −95 ± 10 %, half-widths: √(10² + 9.5²) / 1.96 of 195. What is outside the boundary says nothing.</summary>
    [Fact]
    public void InventoryError_IsOfWhatIsEmittedAndRemoved_WithinTheBoundary()
    {
        var reading = Read.Plan(
            TwoSectors
                .With(
                    "inventory/counted.csv",
                    _ =>
                        """
                            id,category,unit,uncertainty,2020,2021,2022
                            homes,I.1,kt CO2,10 %,100,100,100
                            land,V.2,kt CO2,10 %,-95,-95,-95
                            goods,VI.1,kt CO2,90 %,5000,5000,5000
                            """
                )
                .Select(f =>
                    (f.Path, f.Text.Replace("boundary: basic}", "boundary: basic+}", StringComparison.Ordinal))
                )
                .ToArray()
        );

        Assert.Equal(
            Math.Sqrt((10 * 10) + (9.5 * 9.5)) / 1.96 / 195,
            InventoryErrors.Of(reading.Plan, reading.Plan.Inventories[0])!.Value,
            1e-9
        );
    }

    /// <summary>Measures are certain here, so the rest of the spread is the inventory's.</summary>
    [Fact]
    public void Trust_KeepsTheInventoryApartFromDelivery()
    {
        var reading = Read.Plan(
            TwoSectors
                .With(
                    "inventory/counted.csv",
                    t => t.Replace("unit,", "unit,uncertainty,").Replace("kt CO2,", "kt CO2,10 %,")
                )
                .Where(f =>
                    f.Path != "measures/measures.yaml" && f.Path != "scenarios.yaml" && f.Path != "actions.yaml"
                )
                .ToArray()
        );
        var trust = reading.Outlook!.Trust!;

        Assert.Equal(0, trust.DeliveryShare);
        Assert.InRange(trust.InventoryShare, 0.1, 0.9);
        Assert.Equal(1 - trust.InventoryShare, trust.Drivers.Sum(d => d.Share), 0.05);
    }

    [Fact]
    public void SavedWhatIf_KeepsWhatItsScenarioSets()
    {
        var reading = Read.Plan(
            TwoSectors.With("scenarios.yaml", t => t.Replace("settings: {demand: 1.2}", "settings: {gas_factor: 0.16}"))
        );
        using var runner = reading.Runner()!;
        var set = ScenarioSet.Of(reading.Plan.Scenarios, runner.Model);
        var wish = WhatIfWish.Of([KeyValuePair.Create("from", "late")], runner.Model, set);

        var again = Read.Plan(TwoSectors.With("scenarios.yaml", _ => ScenarioText.Of(wish, runner.Model, "Asked")));

        Assert.Empty(again.ScenarioFaults());
        Assert.Equal(runner.Run(wish.Case)!.Path.AsEnumerable(), again.Outlook!.Find("what-if")!.Path.AsEnumerable());
    }

    private static PlanAssessment Assessed((string Path, string Text)[] files)
    {
        var reading = Read.Plan(files);
        return Assessor.Assess(reading.Plan, Day, reading.Outlook);
    }
}
