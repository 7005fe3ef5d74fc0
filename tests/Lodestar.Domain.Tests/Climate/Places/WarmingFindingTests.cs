// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Climate.Places;

public sealed class WarmingFindingTests
{
    // The verdict from the outlook that the page shows, which is worked out another way. Every gas to zero by 2030, begun in 2023, keeps
    // the overshoot within bounds; CO2 alone, without word of the other gases, is partly met at best.
    [Theory]
    [InlineData(true, 2030, Verdict.Met)]
    [InlineData(false, 2030, Verdict.Partly)]
    [InlineData(true, 2050, Verdict.Partly)]
    [InlineData(true, 2090, Verdict.Unmet)]
    public void Finding_ByTheOddsOfTheLimits_HasItsVerdict(bool allGases, int zero, Verdict expected)
    {
        var plan = allGases ? AllGases(zero) : Plan("Mt CO2", zero);
        var finding = Assess(plan);
        var outlook = PlaceWarmings.Of(plan, Some.Today).Warming!.IfAllFollowed;
        LimitOdds Of(double limit) => outlook.Odds.First(o => o.Limit == limit);
        var verdict =
            1 - Of(1.5).In(2100) >= 0.5 && Of(1.5).Ever <= 0.67 && allGases ? Verdict.Met
            : 1 - Of(2).Ever >= 0.67 ? Verdict.Partly
            : Verdict.Unmet;
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(expected, finding.Verdict);
        Assert.Equal((1 - Of(1.5).In(2100)) * 100, finding.Number!.Value.Value, 1e-9);
        Assert.Equal(50, finding.Threshold!.Value.Value);
        Assert.Equal([2100], finding.Years);
        Assert.Empty(finding.Needs);
    }

    // A path of minus 4,000 times the base: the world would have no CO2 left to remove.
    [Theory]
    [InlineData("0.01", "-40")]
    [InlineData("0.000001", "9")]
    public void Finding_OfAPathBeyondTheModel_IsOpenAndSaysSo(string inventoried, string mt)
    {
        var plan = Some.Plan(
            Some.Inventory(Some.Row("a", "I", "Mt CO2", (2022, inventoried))),
            new TargetVersion("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
            {
                Stated = new DateOnly(2023, 6, 1),
                NetZeroYear = 2050,
                Path = Some.Series("Mt CO2", (2030, mt), (2050, mt)),
            }
        );
        var finding = Assess(plan);

        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Contains("beyond the climate model", Text(finding.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_ItsSentence_SaysWhatIsCausedAndThatItIsAnIllustration()
    {
        var plan = Plan("Mt CO2", 2040);
        var text = Text(Assess(plan).Sentence);
        var caused = PlaceWarmings.Of(plan, Some.Today).Warming!.Caused.WithAndWithout[2100 - 2023];
        Assert.Contains(
            $"adds {Text(WarmingWords.Amount(caused.P50))} to the world's warming by 2100",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("thousandths of 1 °C", text, StringComparison.Ordinal);
        Assert.Contains("This illustrates effort", text, StringComparison.Ordinal);
        Assert.EndsWith("partly met at best.", text, StringComparison.Ordinal);
        Assert.Contains(
            Assess(plan).Working,
            s => s.Note is { } n && Text(n).Contains("CH4, N2O", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Finding_WithoutGases_IsOpenAndNamesTheInventory()
    {
        var finding = Assess(Plan("Mt CO2e_AR5", 2040));
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["inventory/a.csv"], finding.Needs);
        Assert.Contains("names no gases", Text(finding.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_WithoutAPath_IsOpenAndNamesTheTargets()
    {
        var finding = Assess(Some.Plan(Some.Inventory(Some.Row("a", "I", "Mt CO2", (2022, "9")))));
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["targets.yaml"], finding.Needs);
    }

    [Fact]
    public void Finding_WithoutAnInventory_IsOpen() =>
        Assert.Equal(Verdict.NotStated, Assess(Some.Plan(Some.Inventory())).Verdict);

    [Theory]
    [InlineData(0.0257, "0.0257\u202f°C")]
    [InlineData(0.0025, "2.5 thousandths of 1 °C")]
    [InlineData(0.0000123, "12.3 millionths of 1 °C")]
    [InlineData(0.0000000123, "12.3 billionths of 1 °C")]
    [InlineData(-0.0000123, "\u221212.3 millionths of 1 °C")]
    [InlineData(0, "0\u202f°C")]
    public void Amount_OfAnySize_ReadsAsANumberOfItsKind(double kelvin, string expected) =>
        Assert.Equal(expected.Replace('\u202f', ' '), Text(WarmingWords.Amount(kelvin)).Replace('\u202f', ' '));

    [Fact]
    public void Words_OfEveryShippedBackground_AreThere() =>
        Assert.All(WorldPathways.Shipped, w => Assert.IsType<Message>(WarmingWords.Background(w.Id)));

    // On 22 November 2026, 774.2 Gt of 2023 less 41.42 + 41.6 + 41.6 + 325/365·41.6 (days before it): 612.5 Gt are left at 17 %.
    [Fact]
    public void BudgetFinding_BesideThePublishedBudget_TellsTheEnsembles()
    {
        var finding = Assessor
            .Assess(
                Plan("Mt CO2", 2040) with
                {
                    Country = "SE",
                    Population = Some.Series("person", (2023, "10000000")),
                },
                Some.Today
            )
            .FindingOf("budget");
        Assert.Contains(
            "leaves the world nothing (at 83 %) to 613 Gt CO₂ (at 17 %)",
            Text(finding.Sentence).Replace('\u202f', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains(
            finding.Working,
            s => Text(s.Label).StartsWith("Left of the ensemble", StringComparison.Ordinal)
        );
    }

    private static Finding Assess(Plan plan) => Assessor.Assess(plan, Some.Today).FindingOf("warming");

    private static Plan Plan(string unit, int zero) =>
        Some.Plan(
            Some.Inventory(Some.Row("a", "I", unit, (2022, "900"))),
            new TargetVersion("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
            {
                Stated = new DateOnly(2023, 6, 1),
                NetZeroYear = zero,
            }
        );

    /// <summary>A place that has cut a third by 2025 where it is to be at zero in 2030, and nothing elsewhere.</summary>
    private static Plan AllGases(int zero) =>
        Some.Plan(
            Some.Inventory(
                Some.Row("a", "I", "Mt CO2", (2022, "800"), (2025, zero <= 2030 ? "500" : "800")),
                Some.Row("b", "III", "Mt CH4", (2022, "3"), (2025, zero <= 2030 ? "1.9" : "3")),
                Some.Row("c", "III", "Mt N2O", (2022, "0.1"), (2025, zero <= 2030 ? "0.06" : "0.1"))
            ),
            new TargetVersion("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
            {
                Stated = new DateOnly(2023, 6, 1),
                NetZeroYear = zero,
            }
        );

    private static string Text(Message message) => MessageCatalog.English.Render(message);
}
