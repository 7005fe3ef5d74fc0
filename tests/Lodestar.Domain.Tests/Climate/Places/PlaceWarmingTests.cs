// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Domain.Tests.Climate.Places;

public sealed class PlaceWarmingTests
{
    private const int Years = 78;

    // 78 Gt from 2023 to 2100. By the ensemble's own warming per CO2 (median 1.48 K per 1000 Gt C, so 0.404 K per 1000 Gt
    // CO2; 5–95 %: 1.09–2.00) that is 0.0315 K (0.023–0.043). The share of forcing gives a tonne what any tonne has. What one
    // emitter adds to a world that has warmed already is less: forcing grows with the logarithm of CO2.
    [Fact]
    public void Of_AGigatonneAYear_WarmsAsItsTonnesDo()
    {
        var warming = Of(Part(1));
        var (added, share) = (warming.Caused.WithAndWithout, warming.Caused.ShareOfForcing);
        Assert.Equal((2023, 2101), (warming.Caused.FirstYear, warming.Caused.LastYear));
        Assert.Equal(78 * 0.404e-3, share[^1].P50, 0.002);
        Assert.InRange(share[^1].P05, 0.018, 0.026);
        Assert.InRange(share[^1].P95, 0.038, 0.048);
        Assert.InRange(added[^1].P50, 0.7 * share[^1].P50, 0.95 * share[^1].P50);
        Assert.Equal(0, added[0].P50);
        Assert.Equal(0, share[0].P50);
    }

    // The slow way: two worlds run from 1750 on, year by year, one member at a time.
    [Fact]
    public void Of_WhatAPathAdds_IsTheDifferenceOfTwoWorlds()
    {
        var model = OneMember;
        var path = Part(1);
        var caused = Of(path, model).Caused.WithAndWithout;
        var world = WorldPathways.Default.Pathway.Between(2023, 2100);
        double At2100(Pathway ahead) =>
            model.Ensemble.RunOneByOne(model.Calibration.History.Then(ahead)).Temperature.At(2100)[0];
        var without = world.With("CO2 FFI", (_, emitted) => emitted - 1);
        Assert.Equal(At2100(world) - At2100(without), caused[2100 - 2023].P50, 1e-9);
    }

    // Tagged tonnes share out the whole: two halves by share of forcing make the whole but for the pools' rounding.
    [Fact]
    public void Of_TwoHalves_AreTheWholeByShareOfForcing()
    {
        var whole = Of(Part(2), OneMember).Caused;
        var half = Of(Part(1), OneMember).Caused;
        Assert.Equal(whole.ShareOfForcing[^1].P50, 2 * half.ShareOfForcing[^1].P50, 1e-9);
        // By with and without they do not: the first half counts as if the second were there.
        Assert.Equal(
            whole.WithAndWithout[^1].P50,
            2 * half.WithAndWithout[^1].P50,
            0.02 * whole.WithAndWithout[^1].P50
        );
        Assert.NotEqual(whole.WithAndWithout[^1].P50, 2 * half.WithAndWithout[^1].P50, 1e-6);
    }

    [Fact]
    public void IfAllFollowed_ByOne_IsTheWorldHeld()
    {
        var calibration = Calibration.Shipped;
        var held = PlaceWarmings.IfAllFollowed(calibration, Part(1, 1));
        Assert.Equal(calibration.History.Species.Order(), held.Species.Order());
        Assert.All(
            held.Species,
            s => Assert.Equal(calibration.History.In(s, 2022), held.In(s, 2100), 1e-9 * calibration.History.In(s, 2022))
        );
    }

    // What nature emits stays: CH4 at the level of 1750 in the species file, CO2 at nothing.
    [Fact]
    public void IfAllFollowed_ByNothing_IsAWorldWithoutPeople()
    {
        var calibration = Calibration.Shipped;
        var none = PlaceWarmings.IfAllFollowed(calibration, Part(1, 0));
        Assert.Equal(0, none.In("CO2 FFI", 2050));
        Assert.Equal(0, none.In("SF6", 2050));
        Assert.Equal(38.246272, none.In("CH4", 2050), 1e-6);
        Assert.Equal(2.29396493, none.In("Sulfur", 2050), 1e-6);
        Assert.Equal(0.010071225, none.In("CF4", 2050), 1e-8);
    }

    [Fact]
    public void IfAllFollowed_BelowZero_TakesBackCO2Alone()
    {
        var calibration = Calibration.Shipped;
        var negative = PlaceWarmings.IfAllFollowed(calibration, Part(1, -0.1));
        Assert.Equal(-0.1 * calibration.History.In("CO2 FFI", 2022), negative.In("CO2 FFI", 2050), 1e-9);
        Assert.Equal(38.246272, negative.In("CH4", 2050), 1e-6);
    }

    // Stopping everything at once leaves less warming than holding it, and the held world goes on warming.
    [Fact]
    public void Of_ADeeperCut_WarmsLess()
    {
        double At(double cut) => Of(Part(1, cut), OneMember).IfAllFollowed.In(2100).P50;
        Assert.True(At(0) < At(0.5) && At(0.5) < At(1));
        Assert.True(Of(Part(1, 1), OneMember).IfAllFollowed.In(2030).P50 < At(1));
    }

    [Fact]
    public void Of_ALowerBackground_HasTheSamePathWarmMore()
    {
        double In(string id) =>
            PlaceWarmings
                .Of(Answer(Part(1)), WorldPathways.Find(id)!, 2100, OneMember)
                .Warming!.Caused.WithAndWithout[^1]
                .P50;
        Assert.True(In("verylow") > In("high-extension"));
    }

    [Fact]
    public void Of_MoreMethaneThanTheWorld_IsRefused()
    {
        var pathway = new Pathway("p", 2023, new Dictionary<string, double[]> { ["CH4"] = Flat(500) });
        var answer = PlaceWarmings.Of(
            Answer(Part(1) with { Emissions = pathway }),
            WorldPathways.Default,
            2100,
            OneMember
        );
        Assert.Null(answer.Warming);
        Assert.Equal(["LS3463"], answer.Missing.Select(m => m.Id));
    }

    [Theory]
    [InlineData("no-such", 2100, "LS3464")]
    [InlineData("low", 2023, "LS3465")]
    [InlineData("low", 2301, "LS3465")]
    [InlineData("low", 2300, null)]
    [InlineData(null, 2100, null)]
    public void Asked_WhatIsNotThere_IsSaid(string? background, int until, string? wrong)
    {
        var (world, diagnostic) = PlaceWarmings.Asked(background, until);
        Assert.Equal(wrong, diagnostic?.Id);
        Assert.Equal(wrong is null, world is not null);
    }

    // The table that the budget finding reads is what the ensemble says.
    [Fact]
    public void EnsembleBudgets_OfTheTable_AreThoseOfTheEnsemble()
    {
        Assert.Equal(30, EnsembleBudgets.All.Count);
        var background = ClimateModel.Shipped.Of(WorldPathways.Find(EnsembleBudgets.All[0].Background)!);
        var own = background.RemainingBudget;
        foreach (var row in EnsembleBudgets.All)
        {
            var found = own.For(row.Limit, row.Likelihood);
            Assert.Equal(
                double.IsNegativeInfinity(found) ? EnsembleBudgetKind.NoneLeft
                    : double.IsPositiveInfinity(found) ? EnsembleBudgetKind.Beyond
                    : EnsembleBudgetKind.Amount,
                row.Kind
            );
            Assert.Equal(own.From, row.From.Year);
            if (row.Kind == EnsembleBudgetKind.Amount)
            {
                Assert.Equal(found, row.Amount.Tonnes / 1e9, 0.06);
            }
        }
    }

    // 774.2 Gt from 2023 on, less 41.42 (2023) and 41.6 (2024): 691.18 on 1 January 2025.
    [Fact]
    public void EnsembleBudget_OnALaterDay_IsRolledForward()
    {
        var budget = EnsembleBudgets.Find(1.5, 0.17)!;
        Assert.Equal(774.2 - 41.42 - 41.6, budget.At(new DateOnly(2025, 1, 1))!.Value.Tonnes / 1e9, 1e-6);
        Assert.Null(EnsembleBudgets.Find(1.5, 0.83)!.At(Some.Today));
    }

    private static ClimateModel OneMember { get; } = new(() => Calibration.Shipped.Member(0));

    private static PlaceWarming Of(PlacePathway path, ClimateModel? model = null) =>
        PlaceWarmings.Of(Answer(path), WorldPathways.Default, 2100, model).Warming!;

    private static PathwayAnswer Answer(PlacePathway path) => new(path, EquatableList<Diagnostic>.Empty);

    /// <summary>Fossil CO2 of so many Gt a year, and one cut for all years.</summary>
    private static PlacePathway Part(double gigatonnes, double cut = 1) =>
        new(
            new Pathway("p", 2023, new Dictionary<string, double[]> { ["CO2 FFI"] = Flat(gigatonnes) }),
            2022,
            Flat(cut).ToEquatableList(),
            EquatableList<(string, SpeciesOrigin)>.Empty
        );

    private static double[] Flat(double value) => [.. Enumerable.Repeat(value, Years)];
}
