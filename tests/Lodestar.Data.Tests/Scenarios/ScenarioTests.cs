// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Actions;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Scenarios;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Scenarios;

/// <summary>Scenarios against numbers worked out by hand (<see cref="TwoSectors"/>).</summary>
public sealed class ScenarioTests
{
    private static readonly PlanReading Reading = Read.Plan(TwoSectors.Files);
    private static readonly DateOnly Day = new(2023, 6, 30);

    private static PlanOutlook Outlook => Reading.Outlook!;

    [Fact]
    public void Plan_ReadsWithoutAWord()
    {
        Assert.DoesNotContain(Reading.Diagnostics, d => d.Severity != Lodestar.Planning.Diagnostics.Severity.Note);
        Assert.Empty(Reading.Model.Diagnostics);
        Assert.Empty(Reading.ScenarioFaults());
        Assert.Equal(["without", "existing", "planned", "late"], Reading.Plan.Scenarios.Select(s => s.Id));
    }

    /// <summary>Without: 40. Adopted: heat pumps leave 0.4 of homes: 8 + 20. All: 4 + 10.</summary>
    [Theory]
    [InlineData("without", 2030, 40)]
    [InlineData("existing", 2030, 28)]
    [InlineData("planned", 2030, 14)]
    [InlineData("planned", 2022, 40)]
    // Half way up the ramp of homes: 20 · 0.7 · 0.75; roads one fifth of the way: 20 · 0.9.
    [InlineData("planned", 2026, 20 * (1 - (0.6 * 0.8)) * (1 - (0.5 * 0.8)) + 18)]
    // Heat pumps three years later and insulation by half, with a fifth more demand; roads as ever.
    [InlineData("late", 2030, (20 * 1.2 * 0.4 * 0.75) + 20)]
    [InlineData("late", 2026, (20 * 1.2 * (1 - (0.6 * 0.2)) * (1 - (0.25 * 0.8))) + 20)]
    public void Path_EqualsTheHandCount(string id, int year, double kilotonnes) =>
        Assert.Equal(kilotonnes, Outlook.Find(id)!.At(year)!.Value, 1e-9);

    /// <summary>The slow way: as many draws below a quantile as its share says, between the range's ends.</summary>
    [Fact]
    public void Quantile_OfEachYear_LeavesItsShareOfTheDrawsBelow()
    {
        var run = Outlook.Expected;
        foreach (var share in new[] { 0.05, 0.25, 0.5, 0.75, 0.95 })
        {
            var quantile = run.Quantile(share);
            Assert.Equal(run.Path.Length, quantile.Length);
            var odds = run.AtMost(2030, quantile[2030 - run.FirstYear])!;
            Assert.InRange(odds!.Value.Share, share - 0.002, share + 0.002);
        }

        Assert.Equal(run.Bands.Select(b => b.P05), run.Quantile(0.05));
        Assert.Equal(run.Bands.Select(b => b.P95), run.Quantile(0.95));
    }

    [Fact]
    public void Sectors_AndTheRest_AddUpToThePath()
    {
        foreach (var run in Outlook.Runs)
        {
            var sectors = run.Sectors().ToList();
            Assert.Equal(["I", "II"], sectors.Select(s => s.Sector));
            for (var year = 0; year < run.Path.Length; year++)
            {
                Assert.Equal(run.Path[year], sectors.Sum(s => s.Amounts[year]) + run.Rest[year], 1e-9);
            }

            Assert.All(run.Rest, r => Assert.Equal(0, r));
        }
    }

    /// <summary>Homes fall by 16 of 20: alone heat pumps cut 12 and insulation 10, the last to come 6 and 4. Means: 9 and 7.</summary>
    [Fact]
    public void Wedges_AreShapleyValuesByHand()
    {
        var effects = Outlook.Wedges!.Of(0, 2030, 2030).ToDictionary(e => e.Id);

        Assert.Equal(9, effects["heat_pumps"].Shapley, 1e-9);
        Assert.Equal(7, effects["insulation"].Shapley, 1e-9);
        Assert.Equal(10, effects["cars"].Shapley, 1e-9);
        Assert.Equal(
            (12.0, 6.0),
            (Math.Round(effects["heat_pumps"].FirstIn, 9), Math.Round(effects["heat_pumps"].LastIn, 9))
        );
        Assert.True(Outlook.Wedges.IsExact);
    }

    [Fact]
    public void Scenarios_WhereNoneAreStated_AreTheUsualThree()
    {
        var reading = Read.Plan([.. TwoSectors.Files.Where(f => f.Path != "scenarios.yaml")]);

        Assert.Equal(
            [ScenarioKind.WOM, ScenarioKind.WEM, ScenarioKind.WAM],
            reading.Outlook!.Set.Cases.Select(c => c.Kind)
        );
        Assert.Equal(["heat_pumps"], reading.Outlook.Set.Expected.Active.Select(a => a.Measure.Id));
    }

    [Theory]
    [InlineData("measures: [heat_pump]", "LS3851", "heat_pumps")]
    [InlineData("measures: all, settings: {demnd: 1}", "LS3852", "demand")]
    [InlineData("measures: all, settings: {demand: 3 km}", "LS3853", null)]
    [InlineData("measures: all, settings: {demand: 3}", "LS3854", null)]
    [InlineData("based_on: plannd", "LS3855", "planned")]
    [InlineData("based_on: odd", "LS3856", null)]
    [InlineData("measures: all, strength: {cars: 140 %}", "LS3857", null)]
    [InlineData("measures: all, start: {cars: soon}", "LS3858", null)]
    [InlineData("measures: none, strength: {cars: 40 %}", "LS3859", null)]
    public void Fault_IsSaidWithItsPlaceAndWhatWasMeant(string body, string id, string? meant)
    {
        var reading = Read.Plan(TwoSectors.With("scenarios.yaml", t => $"{t}\n  - {{id: odd, title: Odd, {body}}}"));

        var fault = Assert.Single(reading.ScenarioFaults());
        Assert.Equal((id, "scenarios.yaml", 13), (fault.Id, fault.Place.File, fault.Place.Line));
        Assert.Equal(meant is null ? [] : [meant], fault.DidYouMean.Take(1));
        // The others still run.
        Assert.Equal(14, reading.Outlook!.Find("planned")!.At(2030)!.Value, 1e-9);
    }

    /// <summary>
    /// The factor of gas is even from 0.15 to 0.25 and heat pumps are done: 100 GWh · 0.4 · factor + 20 kt is at most 28.4
    /// where the factor is at most 0.21, which is six draws of ten; one measure in ten that is done comes in part, which
    /// leaves more.
    /// </summary>
    [Fact]
    public void Odds_AreThoseOfTheDistributions()
    {
        using var runner = Reading.Runner()!;
        var existing = Outlook.Set.Find("existing")!;

        var certain = runner.Draw(
            runner.Model == Outlook.Model
                ? existing
                : ScenarioSet.Of(Reading.Plan.Scenarios, runner.Model).Find("existing")!,
            Chances.None,
            4000
        )!;
        var delivered = Outlook.Find("existing")!;

        Assert.Equal(0.6, certain.AtMost(2030, 28.4)!.Value.Share, 0.025);
        Assert.InRange(delivered.AtMost(2030, 28.4)!.Value.Share, 0.48, 0.6);
    }

    /// <summary>
    /// Roads fall to 10 kt and homes to 100 GWh · 0.5 · factor where both come whole. An action that stalls takes both along
    /// or neither: three draws in ten leave every year as it was observed last. On two actions that is three of ten twice.
    /// </summary>
    [Theory]
    [InlineData("[insulation, cars]", "[]", ", status: stalled", 0.3)]
    [InlineData("[insulation]", "[cars]", ", status: stalled", 0.09)]
    // An action that says nothing of itself binds its measures too: one draw in ten.
    [InlineData("[insulation, cars]", "[]", "", 0.1)]
    public void MeasuresOfOneAction_ShareItsFate(string first, string second, string status, double bothFail)
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "actions.yaml",
                _ =>
                    $"actions:\n  - {{id: works, measures: {first}{status}}}\n  - {{id: rules, measures: {second}{status}}}"
            )
        );
        using var runner = reading.Runner()!;
        var chances = reading.Outlook!.Chances;
        var draws = new DeliveredDraws(
            runner.Model.Model,
            new Draws(runner.Model.Model, 4000, 7, Design.Random, Settings.None),
            ScenarioSet.Of(reading.Plan.Scenarios, runner.Model).Find("planned")!,
            chances,
            7
        );
        var offsets = Lanes.Offsets(runner.Model.Model);
        var (one, other) = (Row("insulation"), Row("cars"));
        var values = new double[Lanes.ParameterCells(runner.Model.Model) * Lanes.Width];
        var both = 0;
        for (var at = 0; at < draws.Count; at += Lanes.Width)
        {
            draws.Fill(at, values);
            both += Enumerable.Range(0, Lanes.Width).Count(l => values[one + l] == 0 && values[other + l] == 0);
        }

        int Row(string id) => offsets[runner.Model.Measure(id)!.Delivered.Index] * Lanes.Width;
        Assert.Equal(2022, chances.Present);
        Assert.Equal(bothFail, both / 4000.0, 0.02);
    }

    /// <summary>Ramps of homes begin in 2018: what they have brought by 2022 stays, however their action stands.</summary>
    [Fact]
    public void WhatHasCome_StaysInEveryDraw()
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "measures/measures.yaml",
                t => t.Replace("{from: 2022, to: 2027}", "{from: 2018, to: 2028}")
            )
        );
        using var runner = reading.Runner()!;
        var planned = reading.Outlook!.Find("planned")!;
        var scenario = ScenarioSet.Of(reading.Plan.Scenarios, runner.Model).Find("planned")!;
        var alone = runner.Draw(scenario, Chances.None, ScenarioRunner.DrawCount)!;

        Assert.All(Enumerable.Range(0, 3), y => Assert.Equal(alone.Bands[y].P95, planned.Bands[y].P95, 1e-9));
        Assert.True(planned.Bands[3].P95 > alone.Bands[3].P95 + 0.1);
    }

    /// <summary>
    /// Roads halve from a year until 2028. Four years late after 2022, what has begun stays, what has not begins four years
    /// later, and both end when they were to.
    /// </summary>
    [Theory]
    [InlineData(2021, 2020, 100)]
    [InlineData(2021, 2022, 50)]
    [InlineData(2021, 2028, 50)]
    [InlineData(2021, 2029, 100)]
    [InlineData(2023, 2026, 100)]
    [InlineData(2023, 2027, 50)]
    [InlineData(2023, 2028, 50)]
    [InlineData(2023, 2029, 100)]
    public void Lateness_PostponesWhatIsToCome_AndNoEnd(int from, int year, double share)
    {
        var reading = Read.Plan(
            TwoSectors.With(
                "measures/measures.yaml",
                t => t.Replace("{from: 2025, to: 2030}", $"{{from: {from}, until: 2028}}", StringComparison.Ordinal)
            )
        );
        using var runner = reading.Runner()!;
        var model = runner.Model.Model;
        var settings = Settings
            .None.With(runner.Model.Measure("cars")!.Lateness!, 4)
            .With(model.Parameters.Single(p => p.Role == ParameterRole.Present), 2022);

        var run = InterpretedRun.Of(model, settings.Lane(model), TestContext.Current.CancellationToken);

        Assert.Equal(share * 1e6, run.Values(model.Find("road.km")!)[year - 2020], 1e-3);
    }

    [Fact]
    public void Delivery_FollowsTheAction()
    {
        Assert.Equal(DeliveryStatus.Done, Outlook.StatusOf(Outlook.Model.Measure("heat-pumps")!));
        Assert.Equal(DeliveryStatus.Late, Outlook.StatusOf(Outlook.Model.Measure("insulation")!));
        Assert.Equal(DeliveryStatus.NotStated, Outlook.StatusOf(Outlook.Model.Measure("cars")!));
    }

    [Fact]
    public void Findings_AreComputedFromTheModel()
    {
        var assessment = Assessor.Assess(Reading.Plan, Day, Outlook);

        Assert.True(assessment.IsModelled);
        Assert.Equal(1, assessment.ModelledShare!.Value, 1e-9);
        // Adopted measures leave 28 of 40 kt in 2030, against 4.
        Assert.Equal(Verdict.Unmet, assessment.FindingOf("odds").Verdict);
        Assert.Equal(Verdict.Unmet, assessment.FindingOf("policy-gap").Verdict);
        Assert.Equal(28, assessment.FindingOf("policy-gap").Number!.Value.Value, 1e-9);
        Assert.Equal(Verdict.Met, assessment.FindingOf("coverage").Verdict);
        // Nothing of the base year is left above a tenth: 4 of 40 kt.
        Assert.Equal(10, assessment.FindingOf("removals").Number!.Value.Value, 1e-9);
        // By 2027 heat pumps bring 9, insulation 7 and cars 4 kt; heat pumps alone have all four.
        var delivery = assessment.FindingOf("delivery");
        Assert.Equal(45, delivery.Number!.Value.Value, 1e-6);
        Assert.Equal(Verdict.Partly, delivery.Verdict);
    }

    [Fact]
    public void Findings_OfAModelThatCountsSomethingElse_AreNotStated()
    {
        var reading = Read.Plan(
            TwoSectors.With("inventory/counted.csv", t => t.Replace("20,20,20", "60,60,60", StringComparison.Ordinal))
        );

        var odds = Assessor.Assess(reading.Plan, Day, reading.Outlook).FindingOf("odds");

        Assert.Equal((Verdict.NotStated, "finding.odds.other"), (odds.Verdict, odds.Sentence.Id));
    }

    [Fact]
    public void Outlook_TwiceAndElsewhere_IsTheSameToTheBit()
    {
        var again = Read.Plan(TwoSectors.Files).Outlook!;

        Assert.Equal(
            Outlook.Runs.SelectMany(r => r.Bands.Select(b => b.P05)),
            again.Runs.SelectMany(r => r.Bands.Select(b => b.P05))
        );
    }
}
