// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Domain.Tests.Climate.Pathways;

public sealed class FillingTests
{
    private const int Joint = 2022;

    private static readonly IReadOnlyList<Species> Four =
    [
        SomeSpecies.Named("CO2 FFI"),
        SomeSpecies.Named("CO2 AFOLU"),
        SomeSpecies.Named("CH4"),
        SomeSpecies.Named("SF6"),
    ];

    [Theory]
    [InlineData("CH4", 380.0, 400, "reduce_ratio_2080")]
    [InlineData("CO2 FFI", 37.0, 34, "reduce_ratio_2080")]
    [InlineData("CO2 AFOLU", 4.3, 2.6, "reduce_offset_2150")]
    [InlineData("VOC", 188.0, 176, "reduce_ratio_2150")]
    [InlineData("SF6", 10.3, 5.9, "constant_ratio")]
    [InlineData("CFC-113", 6.32, 0.35, "reduce_offset_2080")] // eighteen times as much
    [InlineData("CFC-12", 28.1, 5.0, "reduce_ratio_2080")] // 5.6 times as much
    [InlineData("CH3CCl3", 0.2, 0, "reduce_offset_2080")]
    [InlineData("SF6", 10.3, 0, "reduce_offset_2080")]
    [InlineData("CO2 FFI", 37.0, -1, "reduce_offset_2080")]
    [InlineData("CH4", 380.0, 380.0000001, "none")]
    [InlineData("CF4", 0.0, 0, "none")]
    public void Of_TwoValues_ChoosesThePublishedMethod(string species, double historical, double own, string method) =>
        Assert.Equal(method, Harmonisation.Of(species, historical, own).Name);

    [Theory]
    // Halfway from 2022 to 2080 half of the ratio is left: 200 × (1 + (1.25 − 1) / 2) = 225.
    [InlineData("CH4", 500, 400, 2051, 200, 225)]
    [InlineData("CH4", 500, 400, 2080, 200, 200)]
    // 64 of 128 years to 2150 are left in 2086: −2 + (4 − 3) / 2 = −1.5.
    [InlineData("CO2 AFOLU", 4, 3, 2086, -2, -1.5)]
    [InlineData("SF6", 10, 5, 2100, 3, 6)]
    public void Apply_WorkedByHand(
        string species,
        double historical,
        double own,
        int year,
        double value,
        double joined
    ) =>
        Assert.Equal(
            joined,
            Harmonisation.Of(species, historical, own).Apply(value, year, historical, own, Joint),
            1e-12
        );

    [Fact]
    public void Join_AnyPathway_StartsAtHistoryAndEndsAsItself() =>
        Prop.ForAll(
                Gen.Choose(1, 100_000).Select(n => n / 1000.0).ArrayOf(8).ToArbitrary(),
                n =>
                {
                    var history = Flat(2000, Joint, n[0], n[1], n[2], n[3]);
                    var own = Flat(2015, 2160, n[4], n[5], n[6], n[7]);
                    var joined = Filling.Join(own, history, Four, null, new JoinOptions { LastYear = 2160 }).Joined!;
                    foreach (var join in joined.Joins)
                    {
                        var whole = joined.Whole;
                        var atJoint = join.Method.Apply(
                            own.In(join.Species, Joint),
                            Joint,
                            join.Historical,
                            join.Own,
                            Joint
                        );
                        Assert.Equal(whole.In(join.Species, Joint), atJoint, 1e-5 * Math.Abs(atJoint));
                        if (join.Method.Kind != HarmonisationKind.ConstantRatio)
                        {
                            Assert.Equal(own.In(join.Species, 2150), whole.In(join.Species, 2150));
                        }
                    }

                    return joined.Whole.FirstYear == 2000 && joined.Whole.LastYear == 2160;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Join_AHarmonisedPathway_StaysAsItIs()
    {
        var history = Flat(2000, Joint, 37, 4, 380, 10);
        var own = Flat(Joint, 2100, 37, 4, 380, 10).With("CO2 FFI", (year, _) => 37 - ((year - Joint) * 0.4));

        var joined = Filling.Join(own, history, Four, null, new JoinOptions()).Joined!;

        Assert.All(joined.Joins, j => Assert.Equal("none", j.Method.Name));
        Assert.Equal(own["CO2 FFI"].ToArray(), joined.Whole.Between(Joint, 2100)["CO2 FFI"].ToArray());
    }

    [Fact]
    public void Join_MissingSpecies_ComeFromTheBackground()
    {
        var history = Flat(2000, Joint, 37, 4, 380, 10);
        var background = Flat(2000, 2100, 37, 4, 380, 10);
        var own = new Pathway(
            "mine",
            2020,
            new Dictionary<string, double[]> { ["CH4"] = [.. Enumerable.Repeat(190.0, 81)] }
        );

        var joined = Filling.Join(own, history, Four, background, new JoinOptions()).Joined!;

        Assert.Equal(["CO2 FFI", "CO2 AFOLU", "SF6"], joined.Filled.Select(j => j.Species));
        var methane = joined.Harmonised.Single();
        Assert.Equal((380, 190, 2), (methane.Historical, methane.Own, methane.Ratio));
        Assert.Equal("mine", joined.Whole.Name);
    }

    [Fact]
    public void Join_WithoutABackground_RefusesWhatIsMissing()
    {
        var history = Flat(2000, Joint, 37, 4, 380, 10);
        var own = new Pathway("mine", 2020, new Dictionary<string, double[]> { ["CH4"] = new double[81] });

        var problems = Filling.Join(own, history, Four, null, new JoinOptions { File = "mine.csv" }).Problems;

        Assert.Equal(["CO2 FFI", "CO2 AFOLU", "SF6"], problems.Select(p => (string)p.Values["species"]));
        Assert.All(problems, p => Assert.Equal((Fault.SpeciesMissing, "mine.csv"), (p.Fault, p.File)));
    }

    [Fact]
    public void Join_APathwayThatEndsEarly_IsRefusedOrHeld()
    {
        var history = Flat(2000, Joint, 37, 4, 380, 10);
        var own = Flat(2020, 2050, 37, 4, 380, 10).With("CH4", (year, value) => year == 2050 ? 200 : value);

        var refused = Filling.Join(own, history, Four, null, new JoinOptions()).Problems;
        var held = Filling.Join(own, history, Four, null, new JoinOptions { PastTheEnd = PastTheEnd.Hold }).Joined!;

        Assert.Equal(Fault.YearsNotCovered, refused.Single().Fault);
        Assert.Equal(200, held.Whole.In("CH4", 2100));
        Assert.Equal(2050, held.Joins[0].HeldFrom);
    }

    [Fact]
    public void Join_APathwayThatStartsLater_IsBridged()
    {
        var history = Flat(2000, Joint, 40, 4, 380, 10);
        var own = Flat(2026, 2100, 32, 4, 380, 10);

        var joined = Filling.Join(own, history, Four, null, new JoinOptions()).Joined!;

        // From 40 in 2022 to 32 in 2026: two less a year.
        Assert.Equal([40, 38, 36, 34, 32], joined.Whole.Between(2022, 2026)["CO2 FFI"].ToArray());
        Assert.Equal("bridge", joined.Joins[0].Method.Name);
        Assert.Equal(
            Fault.YearsNotCovered,
            Filling.Join(Flat(2033, 2100, 1, 1, 1, 1), history, Four, null, new JoinOptions()).Problems.Single().Fault
        );
    }

    private static Pathway Flat(int first, int last, params double[] values) =>
        new(
            "flat",
            first,
            Four.Select((s, i) => (s.Name, Values: Enumerable.Repeat(values[i], last - first + 1).ToArray()))
                .ToDictionary(s => s.Name, s => s.Values)
        );
}
