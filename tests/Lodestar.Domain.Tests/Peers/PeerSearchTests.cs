// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Peers;
using Lodestar.Planning.Plans;

namespace Lodestar.Domain.Tests.Peers;

public sealed class PeerSearchTests
{
    private const double Near = 1e-12;

    private static readonly PeerPlace Mine = new("mine", JurisdictionKind.City)
    {
        Latitude = 56,
        People = 600_000,
        AreaKm2 = 200,
        TonnesPerPerson = 3,
        Gas = "CO2",
    };

    // A factor of 3 halves the likeness of sizes, a factor of 9 quarters it.
    [Theory]
    [InlineData(600_000, 1)]
    [InlineData(1_800_000, 0.5)]
    [InlineData(200_000, 0.5)]
    [InlineData(5_400_000, 0.25)]
    public void Size_OfAFactor_HalvesWithEachThree(double people, double expected) =>
        Assert.Equal(expected, PeerSearch.Of(Trait.Size, Mine, Mine with { People = people })!.Value, Near);

    // 8 degrees halve it; the southern hemisphere counts by its distance from the equator.
    [Theory]
    [InlineData(-56, 1)]
    [InlineData(48, 0.5)]
    [InlineData(-40, 0.25)]
    public void Climate_ByLatitude_IgnoresTheHemisphere(double latitude, double expected) =>
        Assert.Equal(expected, PeerSearch.Of(Trait.Climate, Mine, Mine with { Latitude = latitude })!.Value, Near);

    [Fact]
    public void Emissions_OfOtherGases_AreNotCompared() =>
        Assert.Null(PeerSearch.Of(Trait.Emissions, Mine, Mine with { Gas = "CO2e" }));

    [Fact]
    public void Size_OfNobody_IsNotCompared() => Assert.Null(PeerSearch.Of(Trait.Size, Mine, Mine with { People = 0 }));

    // 0.2 of the emissions would have to change groups: (|0.5−0.7| + |0.5−0.3|) ÷ 2, which halves the likeness.
    [Fact]
    public void Mix_AFifthApart_IsHalfAlike() =>
        Assert.Equal(
            0.5,
            PeerSearch
                .Of(
                    Trait.Mix,
                    Mine with
                    {
                        Mix = Mixed(("stationary", 0.5), ("transport", 0.5)),
                    },
                    Mine with
                    {
                        Mix = Mixed(("stationary", 0.7), ("transport", 0.3)),
                    }
                )!
                .Value,
            Near
        );

    // One side does not tell transport apart, so both count as energy: 0.9 against 0.8, and 0.1 against 0.2 of waste.
    [Fact]
    public void Mix_WithEnergyUndivided_IsComparedUndivided() =>
        Assert.Equal(
            0.1,
            EmissionMix.Distance(
                Mixed(("stationary", 0.5), ("transport", 0.4), ("waste", 0.1)),
                Mixed(("energy", 0.8), ("waste", 0.2))
            ),
            Near
        );

    // Two in common of three held by either.
    [Fact]
    public void Powers_InCommon_AreAShareOfThoseHeldByEither() =>
        Assert.Equal(2.0 / 3, PeerSearch.Of(Trait.Powers, Holding("a", "b"), Holding("a", "b", "c"))!.Value, Near);

    [Fact]
    public void Powers_OfOneThatStatesNone_AreNotCompared() =>
        Assert.Null(PeerSearch.Of(Trait.Powers, Holding("a"), Mine));

    // Size 0.5 and density 0.5 (three times the people on the same land), climate 1, emissions not known: 2 ÷ 4.
    [Fact]
    public void Find_WithATraitUnknown_CountsItAsUnlike()
    {
        var other = Mine with { Id = "other", People = 1_800_000, TonnesPerPerson = null };

        var match = Assert.Single(PeerSearch.Find(Mine, [Mine, other], PeerWeights.Default, 10));

        Assert.Equal(0.5, match.Likeness, Near);
        Assert.Equal([Trait.Climate, Trait.Size, Trait.Density], match.Traits.Select(t => t.Trait));
    }

    // The same with size counting twice and density left out: (1 + 2·0.5 + 0) ÷ 4.
    [Fact]
    public void Find_WithWeights_WeighsAndLeavesOut()
    {
        var other = Mine with { Id = "other", People = 1_800_000, TonnesPerPerson = null, Latitude = 48 };
        var weights = PeerWeights.Default.With(Trait.Size, 2).With(Trait.Density, 0).With(Trait.Emissions, 0);

        // Two traits are asked, and both are known: 0.5 once for climate, 0.5 twice for size.
        Assert.Equal(0.5, Assert.Single(PeerSearch.Find(Mine, [other], weights, 10)).Likeness, Near);
    }

    [Fact]
    public void Find_PlaceWithTwoTraitsInCommon_LeavesItOut() =>
        Assert.Empty(
            PeerSearch.Find(
                Mine,
                [new PeerPlace("other", JurisdictionKind.City) { Latitude = 56, People = 600_000 }],
                PeerWeights.Default,
                10
            )
        );

    [Fact]
    public void Find_NothingKnown_FindsNothing() =>
        Assert.Empty(PeerSearch.Find(new PeerPlace("bare", JurisdictionKind.City), [Mine], PeerWeights.Default, 10));

    [Fact]
    public void Weights_OutOfBounds_AreBroughtIn()
    {
        Assert.Equal(PeerWeights.Most, PeerWeights.Default.With(Trait.Size, 1e9)[Trait.Size]);
        Assert.Equal(0, PeerWeights.Default.With(Trait.Size, double.NaN)[Trait.Size]);
        Assert.Equal(0, PeerWeights.Default.With(Trait.Size, -3)[Trait.Size]);
    }

    [Fact]
    public void Likeness_OfAnyTwo_IsTheSameBothWaysAndBounded() =>
        Prop.ForAll(
                Places.ToArbitrary(),
                Places.ToArbitrary(),
                (a, b) =>
                    Enum.GetValues<Trait>()
                        .All(t =>
                        {
                            var (there, back) = (PeerSearch.Of(t, a, b), PeerSearch.Of(t, b, a));
                            return there == back && there is null or (>= 0 and <= 1);
                        })
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Find_InAnyOrder_FindsTheSame() =>
        Prop.ForAll(
                Places.ListOf().ToArbitrary(),
                list =>
                {
                    var named = list.Select((p, i) => p with { Id = $"p{i}" }).ToList();
                    var reversed = Enumerable.Reverse(named).ToList();
                    return PeerSearch
                        .Find(Mine, named, PeerWeights.Default, 5)
                        .SequenceEqual(PeerSearch.Find(Mine, reversed, PeerWeights.Default, 5));
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<PeerPlace> Places =>
        from latitude in Gen.Choose(-70, 70)
        from people in Gen.Choose(0, 20_000_000)
        from area in Gen.Choose(0, 4000)
        from tonnes in Gen.Choose(0, 40)
        from stationary in Gen.Choose(0, 100)
        from powers in Gen.SubListOf("a", "b", "c", "d")
        from states in Gen.Elements(true, false)
        select new PeerPlace("x", JurisdictionKind.City)
        {
            Latitude = latitude,
            People = people,
            AreaKm2 = area,
            TonnesPerPerson = tonnes,
            Gas = "CO2",
            Mix = Mixed(("stationary", stationary / 100.0), ("transport", 1 - stationary / 100.0)),
            Powers = new EquatableList<string>(powers),
            StatesPowers = states,
        };

    private static PeerPlace Holding(params string[] powers) =>
        Mine with
        {
            Powers = new EquatableList<string>(powers),
            StatesPowers = true,
        };

    private static EquatableList<MixShare> Mixed(params (string Group, double Share)[] shares) =>
        shares.Select(s => new MixShare(s.Group, s.Share)).ToEquatableList();
}
