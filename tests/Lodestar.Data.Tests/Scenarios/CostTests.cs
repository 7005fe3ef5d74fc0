// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Reports;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.WhatIf;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Scenarios;

/// <summary>What scenarios cost, beside counts by hand: <see cref="TwoSectors.Priced"/>.</summary>
public sealed class CostTests
{
    private static readonly PlanReading Reading = Read.Plan(TwoSectors.Priced("two-sectors"));
    private static readonly PlanOutlook Outlook = Reading.Outlook!;
    private static readonly PlanAssessment Assessment = Assessor.Assess(
        Reading.Plan,
        new DateOnly(2023, 6, 30),
        Outlook
    );

    /// <summary>
    /// Cars come from 2026 to 2030 by fifths: 50 million km · (0.2 + 0.4 + 0.6 + 0.8 + 1) = 150 million km that nobody
    /// drives, at 0.5 EUR 75 million EUR and at 0.2 kg 30 kt: 2,500 EUR a tonne.
    /// </summary>
    [Fact]
    public void Cars_CostWhatTheHandCountSays()
    {
        var cost = Answer("from=existing&m.cars=100").Cost!;

        var change = Assert.Single(cost.Changes);
        Assert.Equal(("EUR", 2020), (change.Unit.Currency, change.Unit.PriceYear!.Value));
        Assert.Equal([(2027, 2027), (2030, 2030), (2023, 2030)], change.Spans);
        Assert.Equal(["cost.all", "cost.homes", "cost.roads"], change.Rows.Select(r => r.Item!.Name));
        Assert.Equal([0, 1, 1], change.Rows.Select(r => r.Depth));
        Assert.Equal([10m, 25m, 75m], change.Rows[2].Amounts.Select(a => a.Difference));
        Assert.Equal(75m, cost.Difference);
        Assert.Equal(30_000, cost.TonnesLess, 1e-6);
        Assert.Equal(2500, cost.PerTonne!.Value, 1e-6);
        Assert.Empty(cost.NotCounted);
        Assert.Equal(
            "That is 2,500 EUR of 2020 for each tonne less: extra cost over tonnes, both of these years, not discounted.",
            Say(CostWords.PerTonne(cost)!)
        );
    }

    /// <summary>80 GWh at 0.3 and 50 million km at 0.5 EUR in 2030.</summary>
    [Fact]
    public void Planned_CostsWhatTheHandCountSays() =>
        Assert.Equal(24 + 25, Outlook.Planned.Costs.First(c => c.Item.PartOf is null).Amounts[^1], 1e-9);

    [Theory]
    // Nothing is saved, more is emitted.
    [InlineData("m.cars=50", "insulation")]
    // Nothing differs.
    [InlineData("", "insulation")]
    // Insulation states no cost.
    [InlineData("from=existing&m.cars=100&m.insulation=100", "insulation")]
    [InlineData("from=existing&m.insulation=50", "insulation")]
    // Less heat is wanted, which is no measure.
    [InlineData("from=existing&m.cars=100&s.demand=0.9", null)]
    public void PerTonne_IsLeftOutWhereItWouldMislead(string query, string? missing)
    {
        var cost = Answer(query).Cost!;

        Assert.Null(cost.PerTonne);
        Assert.Null(CostWords.PerTonne(cost));
        Assert.Equal(missing is null ? [] : [missing], cost.NotCounted.Select(m => m.Id));
    }

    /// <summary>Insulation is in both scenarios: it makes no difference, and is said all the same.</summary>
    [Fact]
    public void NotCounted_IsSaidWhereItMakesNoDifference()
    {
        var cost = Answer("from=planned&m.heat_pumps=50").Cost!;

        Assert.Equal("insulation", Assert.Single(cost.NotCounted).Id);
        Assert.Equal(
            "Not counted, since the model states no cost for them: Insulation.",
            Say(CostWords.NotCounted(cost)!)
        );
    }

    [Fact]
    public void Table_PartsAddUpToTheirTotal_AtAnyDecimals()
    {
        var answer = Answer("m.cars=37&m.heat_pumps=71&m.insulation=13");
        for (var decimals = 0; decimals < 5; decimals++)
        {
            var cost = CostAnswer.Of(Outlook.Model, answer.Plan, answer.Run, answer.Cost!.Changes[0].Spans, decimals)!;
            AddsUp(cost.Changes[0]);
        }
    }

    /// <summary>A total that counts more than its parts shows what the parts don't count.</summary>
    [Fact]
    public void Rest_OfATotal_HasARowOfItsOwn()
    {
        var files = TwoSectors.Priced("two-sectors");
        var reading = Read.Plan([
            .. files.Select(f =>
                f with
                {
                    Text = f.Text.Replace(
                        "value: cost.homes + cost.roads",
                        "value: cost.homes + cost.roads + 3 MEUR_2020/yr",
                        StringComparison.Ordinal
                    ),
                }
            ),
        ]);
        var outlook = reading.Outlook!;
        var change = CostChange.Of(outlook.Without, outlook.Planned, [(2030, 2030)])[0];

        Assert.Null(change.Rows[^1].Item);
        Assert.Equal(new CostAmounts(3, 3), change.Rows[^1].Amounts[0]);
        AddsUp(change);
    }

    [Fact]
    public void Plan_WithoutMoney_HasNoCost()
    {
        var reading = Read.Plan(TwoSectors.Files);

        Assert.Empty(reading.Outlook!.Model.Costs);
        Assert.Null(
            CostAnswer.Of(reading.Outlook.Model, reading.Outlook.Without, reading.Outlook.Planned, [(2030, 2030)])
        );
    }

    [Theory]
    [InlineData("glasgow")]
    [InlineData("stockholm")]
    [InlineData("sweden")]
    public void Samples_SayWhatTheyCost(string id)
    {
        var reading = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{id}")).Files);
        var outlook = reading.Outlook!;
        var cost = CostAnswer.Of(outlook.Model, outlook.Without, outlook.Planned, [(2030, 2030), (2026, 2040)])!;

        Assert.Equal("cost.all", cost.Changes[0].Rows[0].Item!.Name);
        Assert.NotEqual(0, cost.Difference);
        Assert.NotEmpty(cost.NotCounted);
        AddsUp(cost.Changes[0]);
        Assert.All(outlook.Planned.Costs, c => Assert.All(c.Amounts, a => Assert.True(double.IsFinite(a) && a >= 0)));
    }

    [Theory]
    [InlineData("en", "What it costs")]
    [InlineData("fr", "Ce que cela coûte")]
    public void Paper_HasATableOfCosts(string language, string heading)
    {
        var texts = MessageCatalog.Load(language);
        var paper = PaperBuilder.Of(
            new PaperInput(Reading.Plan, Assessment)
            {
                Outlook = Outlook,
                HasModel = true,
                Hash = new string('a', 64),
                Version = "1",
            }
        );
        var blocks = paper.Find("scenarios")!.Blocks;

        Assert.Contains(blocks.OfType<PaperHeading>(), b => texts.Say(b.Words) == heading);
        var table = blocks.OfType<PaperTable>().Last();
        Assert.Equal(3, table.Rows.Length);
        var figures = table.Rows.Select(r => r.Cells.Skip(1).Select(c => ((Figure)c!).Value).ToList()).ToList();
        Assert.Equal(figures[0], figures[1].Zip(figures[2], (a, b) => a + b));
        Assert.Equal(49m, figures[0][1]);
    }

    private static void AddsUp(CostChange change)
    {
        for (var at = 0; at < change.Rows.Length; at++)
        {
            var total = change.Rows[at];
            var parts = change
                .Rows.Skip(at + 1)
                .TakeWhile(r => r.Depth > total.Depth)
                .Where(r => r.Depth == total.Depth + 1)
                .ToList();
            for (var span = 0; span < change.Spans.Length && parts.Count > 0; span++)
            {
                Assert.Equal(total.Amounts[span].Before, parts.Sum(p => p.Amounts[span].Before));
                Assert.Equal(total.Amounts[span].After, parts.Sum(p => p.Amounts[span].After));
                Assert.Equal(total.Amounts[span].Difference, parts.Sum(p => p.Amounts[span].Difference));
            }
        }
    }

    private static string Say(Message message) => MessageCatalog.Load("en").Render(message);

    private static WhatIfAnswer Answer(string query)
    {
        using var runner = new ScenarioRunner(Outlook.Model);
        var parts = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => KeyValuePair.Create(p.Split('=')[0], p.Split('=')[1]));
        var wish = WhatIfWish.Of(parts, Outlook.Model, Outlook.Set);
        return WhatIfAnswer.Of(runner, Outlook, Reading.Plan, Assessment, wish, false)!;
    }
}
