// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Domain.Tests.Climate.Emulator;

/// <summary>What must hold whatever is emitted.</summary>
public sealed class InvariantTests
{
    private const Keep Everything = Keep.Concentrations | Keep.Forcing | Keep.EnergyBudget | Keep.Detail;

    private static readonly Calibration Set = Calibration.Shipped;

    /// <summary>Nineteen members of the ensemble: not a multiple of the lanes.</summary>
    private static readonly Ensemble Some = new(Members(0, 19));

    [Fact]
    public void Run_WithEmissionsOf1750Alone_StaysWhereItIs()
    {
        var run = Some.Run(Baseline(300), new() { Keep = Everything, IsNaturalForcingLeftOut = true });

        for (var year = run.FirstYear; year <= run.LastYear; year++)
        {
            // The chlorine of 1750 is printed with ten digits; its eleventh is what warms here.
            Assert.All(run.Temperature.At(year).ToArray(), t => Assert.Equal(0, t, 1e-7));
            Assert.All(run[Output.Methane]!.At(year).ToArray(), c => Assert.Equal(729.2, c, 1e-6));
            Assert.All(run[Output.NitrousOxide]!.At(year).ToArray(), c => Assert.Equal(270.1, c, 1e-9));
            Assert.All(run[Output.EffectiveChlorine]!.At(year).ToArray(), c => Assert.Equal(344.3627591, c, 1e-3));
        }
    }

    [Fact]
    public void CarbonDioxide_WhateverIsEmitted_IsInTheAirOrTakenUp() =>
        Prop.ForAll(
                Paths(),
                path =>
                {
                    var run = Some.Run(Emitting(path), new() { Keep = Everything });
                    var emitted = 0.0;
                    for (var n = 0; n < path.Length; n++)
                    {
                        emitted += path[n];
                        var year = run.FirstYear + n + 1;
                        for (var m = 0; m < run.Members; m++)
                        {
                            var cumulative = run[Output.CarbonDioxideCumulative]!.At(year)[m];
                            var airborne = run[Output.CarbonDioxideAirborne]!.At(year)[m];
                            var above =
                                (
                                    run[Output.CarbonDioxide]!.At(year)[m]
                                    - run[Output.CarbonDioxide]!.At(run.FirstYear)[m]
                                ) / GasCycle.ConcentrationPerEmission(44.009);
                            Assert.Equal(emitted, cumulative, 1e-9 * Math.Max(1, Math.Abs(emitted)));
                            Assert.Equal(airborne, above, 1e-7 * Math.Max(1, Math.Abs(airborne)));
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void RunFrom_AnyYear_EqualsTheRunWithoutAStopToTheBit() =>
        Prop.ForAll(
                Gen.Choose(1751, 2090).ToArbitrary(),
                stop =>
                {
                    var whole = World();
                    var noise = new CountedNoise(Some.Calibration, 7);
                    var straight = Some.Run(whole, new() { Keep = Everything, Noise = noise });
                    var first = Some.Run(whole.Between(1750, stop - 1), new() { Noise = noise });
                    var second = Some.RunFrom(first.End, whole, new() { Keep = Everything, Noise = noise });
                    foreach (var output in Enum.GetValues<Output>())
                    {
                        for (var year = stop; year <= straight.LastYear; year++)
                        {
                            Assert.Equal(straight[output]!.At(year).ToArray(), second[output]!.At(year).ToArray());
                        }
                    }

                    Assert.Equal(straight.Warming(2100), second.Warming(2100));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void Run_OnAnyNumberOfThreads_IsTheSameToTheBit()
    {
        var noise = new CountedNoise(Some.Calibration, 11);
        var one = Some.Run(World(), new() { Threads = 1, Noise = noise });

        foreach (var threads in new[] { 2, 3, 8 })
        {
            var many = Some.Run(World(), new() { Threads = threads, Noise = noise });
            for (var year = one.FirstYear; year <= one.LastYear; year++)
            {
                Assert.Equal(one.Temperature.At(year).ToArray(), many.Temperature.At(year).ToArray());
            }
        }
    }

    [Fact]
    public void Lanes_BesideOneNumberAtATime_DifferByRoundingAlone()
    {
        var lanes = Some.Run(World(), new() { Keep = Everything });
        var slow = Some.RunOneByOne(World(), new() { Keep = Everything });

        for (var year = lanes.FirstYear; year <= lanes.LastYear; year += 10)
        {
            for (var m = 0; m < lanes.Members; m++)
            {
                Assert.Equal(slow.Temperature.At(year)[m], lanes.Temperature.At(year)[m], 1e-10);
                Assert.Equal(slow[Output.CarbonDioxide]!.At(year)[m], lanes[Output.CarbonDioxide]!.At(year)[m], 1e-8);
            }
        }
    }

    [Fact]
    public void Member_AloneOrAmongOthers_IsTheSameToTheBit()
    {
        var among = Some.Run(World());

        foreach (var m in new[] { 0, 7, 8, 18 })
        {
            var alone = new Ensemble(Set.Member(m)).Run(World());
            Assert.Equal(alone.Temperature.At(2100)[0], among.Temperature.At(2100)[m]);
        }
    }

    [Fact]
    public void Temperature_OfForcing_IsLinear() =>
        Prop.ForAll(
                Paths(),
                Paths(),
                (a, b) =>
                {
                    var balance = new EnergyBalance(Set.EnergyBalance[3]);
                    var (ofA, ofB) = (Warm(balance, a), Warm(balance, b));
                    var both = Warm(balance, [.. a.Zip(b, (x, y) => (2 * x) + y)]);
                    for (var n = 0; n < Math.Min(a.Length, b.Length); n++)
                    {
                        Assert.Equal((2 * ofA[n]) + ofB[n], both[n], 1e-9 * (1 + Math.Abs(both[n])));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void EnergyBalance_UnderHeldForcing_ComesToForcingOverFeedback()
    {
        foreach (var parameters in Set.EnergyBalance.Take(40))
        {
            var balance = new EnergyBalance(parameters);
            var state = new double[EnergyBalance.States];
            for (var n = 0; n < 60_000; n++)
            {
                state = Next(balance, state, 4);
            }

            Assert.All(state.Skip(1), t => Assert.Equal(4 / parameters.Kappa1, t, 1e-6));
            var imbalance =
                4
                - (parameters.Kappa1 * state[1])
                + ((1 - parameters.DeepOceanEfficacy) * parameters.Kappa3 * (state[2] - state[3]));
            Assert.Equal(0, imbalance, 1e-6);
        }
    }

    [Fact]
    public void Noise_OverManyYears_HasTheCovarianceOfTheEnergyBalance()
    {
        var covariance = new EnergyBalance(Set.EnergyBalance[0]).NoiseCovariance();
        var noise = new CountedNoise(Members(0, 1), 3);
        const int Count = 40_000;
        var sums = new double[EnergyBalance.States, EnergyBalance.States];
        var draw = new double[EnergyBalance.States];
        for (var year = 0; year < Count; year++)
        {
            noise.Fill(0, year, draw);
            for (var i = 0; i < draw.Length; i++)
            {
                for (var j = 0; j < draw.Length; j++)
                {
                    sums[i, j] += draw[i] * draw[j] / Count;
                }
            }
        }

        for (var i = 0; i < draw.Length; i++)
        {
            for (var j = 0; j < draw.Length; j++)
            {
                // Five standard errors of a covariance of normal numbers.
                var error = 5 * Math.Sqrt(2 * covariance[i, i] * covariance[j, j] / Count);
                Assert.Equal(covariance[i, j], sums[i, j], error);
            }
        }
    }

    [Theory]
    // The known answers that the generator's authors publish with it.
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0x408f276du,
        0x41c83b0eu,
        0xa20bc7c6u,
        0x6d5451fdu
    )]
    [InlineData(
        0x243f6a88u,
        0x85a308d3u,
        0x13198a2eu,
        0x03707344u,
        0xa4093822u,
        0x299f31d0u,
        0xd16cfe09u,
        0x94fdccebu,
        0x5001e420u,
        0x24126ea1u
    )]
    public void Philox_OfAKnownCounter_GivesTheKnownWords(
        uint c0,
        uint c1,
        uint c2,
        uint c3,
        uint k0,
        uint k1,
        uint w0,
        uint w1,
        uint w2,
        uint w3
    ) => Assert.Equal((w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void SharesOfForcing_OfTwoHalves_AddUpToTheWhole()
    {
        var world = Background();
        var whole = Part(2);
        var half = Part(1);
        var ofWhole = Lodestar.Climate.Answers.Attribution.Of(Some, world, whole).ShareOfForcing[^1];
        var ofHalf = Lodestar.Climate.Answers.Attribution.Of(Some, world, half).ShareOfForcing[^1];

        Assert.Equal(ofWhole.P50, 2 * ofHalf.P50, 1e-12);
        Assert.Equal(ofWhole.P95, 2 * ofHalf.P95, 1e-12);
    }

    [Fact]
    public void WithAndWithout_OfNothing_IsNothing()
    {
        var nothing = Lodestar.Climate.Answers.Attribution.Of(Some, Background(), Part(0));

        Assert.All(nothing.WithAndWithout, b => Assert.Equal(0, b.P95));
        Assert.All(nothing.ShareOfForcing, b => Assert.Equal(0, b.P95));
    }

    [Fact]
    public void RemainingBudget_ForWarmerLimitsAndLowerLikelihoods_IsLarger()
    {
        var budget = RemainingBudget.Of(Some, Background());
        double[] likelihoods = [0.83, 0.67, 0.5, 0.33, 0.17];

        foreach (var likelihood in likelihoods)
        {
            Assert.True(budget.For(1.5, likelihood) <= budget.For(2.3, likelihood));
        }

        var ofTwo = likelihoods.Select(l => budget.For(2.0, l)).ToArray();
        Assert.Equal(ofTwo.Order(), ofTwo);
        Assert.Equal(double.NegativeInfinity, budget.For(0.5, 0.5));
        Assert.Equal(double.PositiveInfinity, budget.For(9, 0.5));
    }

    private static Calibration Members(int first, int count)
    {
        var some = Enumerable.Range(first, count).ToArray();
        return Set.Some(some);
    }

    private static Pathway World() => Set.History.Then(Background());

    private static Pathway Background() => WorldPathways.Default.Pathway.Between(2023, 2100);

    private static Pathway Part(double amount)
    {
        double[] Held(double value) => [.. Enumerable.Repeat(value, 78)];
        return new(
            "part",
            2023,
            new Dictionary<string, double[]>
            {
                ["CO2 FFI"] = Held(amount),
                ["CH4"] = Held(amount),
                ["N2O"] = Held(0.1 * amount),
                ["SF6"] = Held(0.1 * amount),
            }
        );
    }

    private static Pathway Baseline(int years) => Emitting(new double[years]);

    private static Pathway Emitting(double[] carbon) =>
        new("path", 1750, new Dictionary<string, double[]> { ["CO2 FFI"] = carbon });

    private static Arbitrary<double[]> Paths() => Gen.Choose(-200, 600).Select(v => v / 10.0).ArrayOf(60).ToArbitrary();

    private static double[] Warm(EnergyBalance balance, double[] forcing)
    {
        var (state, warming) = (new double[EnergyBalance.States], new double[forcing.Length]);
        for (var n = 0; n < forcing.Length; n++)
        {
            state = Next(balance, state, forcing[n]);
            warming[n] = state[1];
        }

        return warming;
    }

    private static double[] Next(EnergyBalance balance, double[] state, double forcing)
    {
        var next = new double[EnergyBalance.States];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = balance.Response[i] * forcing;
            for (var j = 0; j < next.Length; j++)
            {
                next[i] += balance.Transition[i, j] * state[j];
            }
        }

        return next;
    }
}
