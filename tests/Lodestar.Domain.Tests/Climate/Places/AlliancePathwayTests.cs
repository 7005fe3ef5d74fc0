// SPDX-License-Identifier: Apache-2.0
using Lodestar.Domain.Tests.Alliances;
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Climate;
using static Lodestar.Domain.Tests.Alliances.Members;

namespace Lodestar.Domain.Tests.Climate.Places;

public sealed class AlliancePathwayTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>900 Mt of CO2 in 2022, straight to nothing in 2040.</summary>
    private static PlaceFacts Sweden => Country("SE").WithCO2(2022, 900e6).Promising(2040, (2022, 900e6), (2040, 0));

    /// <summary>100 Mt of CO2 and 28 Mt CO2e of CH4 (AR5: 1 Mt) in 2022, straight to nothing in 2040.</summary>
    private static PlaceFacts Finland =>
        Country("FI")
            .With("AR5-100", Gas("CO2e", 2022, 128e6), Gas("CO2", 2022, 100e6), Gas("CH4", 2022, 28e6))
            .Promising(2040, (2022, 128e6), (2040, 0));

    private static AlliancePathway Of(params PlaceFacts[] places) => AlliancePathways.Of(places, Lies(places), Day);

    [Fact]
    public void Of_TwoPlaces_IsTheirSumGasByGas()
    {
        var whole = Of(Sweden, Finland);
        var path = whole.Answer.Path!;
        Assert.Equal(["FI", "SE"], whole.Places);
        Assert.Empty(whole.LeftOut);
        Assert.Equal(0.5, path.Emissions.In("CO2 FFI", 2031), 1e-9);
        Assert.Equal(0.5, path.Emissions.In("CH4", 2031), 1e-9);
        Assert.Equal(0.5, path.Cut[2031 - 2023], 1e-9);
        Assert.Equal(0, path.Cut[^1], 1e-9);
        Assert.Equal(
            [
                ("CO2", SpeciesOrigin.SplitByInventory),
                ("CH4", SpeciesOrigin.SplitByInventory),
                ("N2O", SpeciesOrigin.Missing),
                ("F-gases", SpeciesOrigin.Missing),
            ],
            path.Species
        );
    }

    [Fact]
    public void Of_ACityInAMember_AddsNothing()
    {
        var city = City("city", "SE").WithCO2(2022, 5e6).Promising(2030, (2022, 5e6), (2030, 0));
        var (with, without) = (Of(Sweden, city), Of(Sweden));
        Assert.Equal(
            without.Answer.Path!.Emissions["CO2 FFI"].ToArray(),
            with.Answer.Path!.Emissions["CO2 FFI"].ToArray()
        );
        Assert.Equal(["SE"], with.Places);
        Assert.Empty(with.LeftOut);
    }

    [Fact]
    public void Of_MembersWithoutPathOrGases_AreNamed()
    {
        var silent = Country("NO").WithCO2(2022, 50e6);
        var mixed = Country("DK").With("AR5-100", Gas("CO2e", 2022, 128e6)).Promising(2040, (2022, 128e6), (2040, 0));
        var partly = Country("IS")
            .With("AR5-100", Gas("CO2e", 2022, 128e6), Gas("CO2", 2022, 100e6))
            .Promising(2040, (2022, 128e6), (2040, 0));
        var whole = Of(Sweden, silent, mixed, partly);
        Assert.Equal(
            [("DK", PathwayGap.NoGases), ("IS", PathwayGap.NoGases), ("NO", PathwayGap.NoPath)],
            whole.LeftOut
        );
        Assert.Equal(["SE"], whole.Places);
    }

    // The target covers 600 of 900 Mt; 300 stay for good.
    [Fact]
    public void Of_WhatATargetLeavesOut_IsHeld()
    {
        var place = Country("SE").WithCO2(2022, 900e6).Promising(2040, (2022, 600e6), (2040, 0));
        var path = Of(place).Answer.Path!;
        Assert.Equal(0.6, path.Emissions.In("CO2 FFI", 2031), 1e-9);
        Assert.Equal(0.3, path.Emissions.In("CO2 FFI", 2100), 1e-9);
    }

    [Fact]
    public void Of_TheOrderOfTheQuestion_ChangesNothing() =>
        Assert.Equal(Of(Sweden, Finland).Answer.Path!.Cut, Of(Finland, Sweden).Answer.Path!.Cut);

    [Fact]
    public void Of_NobodyWithAPath_SaysSo()
    {
        var whole = Of(Country("NO").WithCO2(2022, 50e6));
        Assert.Null(whole.Answer.Path);
        Assert.Equal(["LS3461"], whole.Answer.Missing.Select(m => m.Id));
    }
}
