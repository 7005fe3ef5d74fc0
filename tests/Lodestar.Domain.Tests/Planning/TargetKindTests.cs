// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Each kind of target by hand: what it comes to in tonnes, or why it does not.</summary>
public sealed class TargetKindTests
{
    private static readonly Place File = new("targets.yaml", 3);

    // 1,000 kt CO2 in 2010 and 900 in 2020.
    private static InventoryRecord Inventory =>
        Some.Inventory(Some.Row("all", "I", "kt CO2", (2010, "1000"), (2020, "900")));

    [Fact]
    public void Intensity_PerPersonFromTheInventory_IsTheCutBaseIntensityTimesThePeople()
    {
        // 2010: 1,000 kt / 100,000 people = 10 t a person; 40 % less is 6 t; times 120,000 people in 2030 = 720 kt.
        var levels = Resolve(
            Target(TargetKind.Intensity, 2030, new Level.Cut(0.4)) with
            {
                IntensityBasis = IntensityBasis.Person,
                BaseYear = 2010,
            },
            population: Some.Series("person", (2010, "100000"), (2030, "120000"))
        );

        var milestone = Assert.Single(levels.Milestones);
        Assert.Equal(720, milestone.Amount, 9);
        Assert.Contains("projected", Render(milestone.How!), StringComparison.Ordinal);
        Assert.Empty(levels.Doubts);
    }

    [Fact]
    public void Intensity_PerGdpAsStated_IsTheIntensityTimesTheGdp()
    {
        // 0.5 kt/MUSD in 2010; 60 % less is 0.2 kt/MUSD; times 3,000 MUSD in 2030 = 600 kt.
        var levels = Resolve(
            Target(TargetKind.Intensity, 2030, new Level.Cut(0.6)) with
            {
                IntensityBasis = IntensityBasis.Gdp,
                BaseIntensity = Some.Quantity(0.5, "kt CO2/MUSD_2017"),
            },
            gdp: Some.Series("MUSD_2017", (2030, "3000"))
        );

        Assert.Equal(600, Assert.Single(levels.Milestones).Amount, 9);
    }

    [Fact]
    public void Intensity_PerUnitAndConditional_ResolveBoth()
    {
        // 4 t a person times 120,000 people = 480 kt; on a condition 3 t = 360 kt.
        var version = Target(TargetKind.Intensity, 2030, new Level.PerUnit(Some.Quantity(4, "t CO2/person")));
        version = version with
        {
            Milestones = version
                .Milestones.Select(m =>
                    m with
                    {
                        Conditional = new Level.PerUnit(Some.Quantity(3, "t CO2/person")),
                        Condition = "finance",
                    }
                )
                .ToEquatableList(),
        };

        var milestone = Assert.Single(Resolve(version, population: Some.Series("person", (2030, "120000"))).Milestones);

        Assert.Equal((480.0, 360.0), (Math.Round(milestone.Amount, 9), Math.Round(milestone.Conditional!.Value, 9)));
        Assert.Equal("finance", milestone.Condition);
    }

    [Fact]
    public void Intensity_ActivityTimesIntensity_IsTheTonnes() =>
        Prop.ForAll(
                Gen.Choose(1, 100_000).Two().ToArbitrary(),
                pair =>
                {
                    var (grams, people) = pair;
                    var levels = Resolve(
                        Target(TargetKind.Intensity, 2030, new Level.PerUnit(Some.Quantity(grams, "g CO2/person"))),
                        population: Some.Series("person", (2030, people.ToString(Invariant)))
                    );
                    // grams × people / 10⁹ = kt
                    Assert.Equal(1.0, levels.Milestones[0].Amount / ((double)grams * people / 1e9), 12);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("no gdp", null, null, "LS3111")]
    [InlineData("gdp of another year", "MUSD_2017", 2029, "LS3111")]
    [InlineData("current money", "MUSD", 2030, "LS3113")]
    [InlineData("money of another year", "MUSD_2010", 2030, "LS3114")]
    [InlineData("money of another country", "MEUR_2017", 2030, "LS3114")]
    public void Intensity_PerGdpWithoutRealGdp_SaysWhy(string why, string? unit, int? year, string id)
    {
        var levels = Resolve(
            Target(TargetKind.Intensity, 2030, new Level.PerUnit(Some.Quantity(0.2, "kt CO2/MUSD_2017"))),
            gdp: unit is null ? null : Some.Series(unit, (year!.Value, "3000"))
        );

        Assert.True(levels.Milestones.Count == 0, why);
        var open = Assert.Single(levels.Open);
        Assert.Equal((2030, id), (open.Year, open.Doubt.Id));
        Assert.Equal([id], levels.Doubts.Select(d => d.Id));
        Assert.NotEmpty(Render(open.Because));
    }

    [Fact]
    public void Intensity_CurrentMoneyInTheTarget_IsRefused()
    {
        var levels = Resolve(
            Target(TargetKind.Intensity, 2030, new Level.PerUnit(Some.Quantity(0.2, "kt CO2/MUSD"))),
            gdp: Some.Series("MUSD", (2030, "3000"))
        );

        Assert.Equal("LS3113", Assert.Single(levels.Open).Doubt.Id);
        Assert.Equal(
            "kt CO₂/MUSD is current money, and rising prices would count as cuts",
            Render(levels.Open[0].Because)
        );
    }

    [Theory]
    [InlineData(null, null, "LS3110")]
    [InlineData(IntensityBasis.Person, null, "LS3115")]
    [InlineData(IntensityBasis.Person, 2005, "LS3115")]
    [InlineData(IntensityBasis.Person, 2010, "LS3112")]
    public void Intensity_ACutWithoutItsBase_SaysWhy(IntensityBasis? basis, int? baseYear, string id)
    {
        var levels = Resolve(
            Target(TargetKind.Intensity, 2030, new Level.Cut(0.4)) with
            {
                IntensityBasis = basis,
                BaseYear = baseYear,
            }
        );

        Assert.Equal([id], levels.Doubts.Select(d => d.Id));
        Assert.Equal([2030], levels.Open.Select(o => o.Year));
    }

    [Fact]
    public void BelowBaseline_StatedBaseline_IsCutInItsOwnYear()
    {
        // 29 % below 1.2 Mt = 852 kt; on a condition 41 % below = 708 kt (the shape of Indonesia's first contribution).
        var version = Target(TargetKind.BelowBaseline, 2030, new Level.Cut(0.29)) with
        {
            Baseline = Some.Series("Mt CO2", (2025, "1.1"), (2030, "1.2")),
        };
        version = version with
        {
            Milestones = version.Milestones.Select(m => m with { Conditional = new Level.Cut(0.41) }).ToEquatableList(),
        };

        var milestone = Assert.Single(Resolve(version).Milestones);

        Assert.Equal((852.0, 708.0), (Math.Round(milestone.Amount, 9), Math.Round(milestone.Conditional!.Value, 9)));
    }

    [Theory]
    [InlineData("total", "700", "9", 560)] // the total counts, its part does not add to it: 700 less 20 %
    [InlineData("I", "700", "50", 600)] // parts add up: 750 less 20 %
    public void BelowBaseline_NoneStated_TakesTheProjectionWithoutMeasures(
        string category,
        string first,
        string second,
        double expected
    )
    {
        var outlook = new ProjectionRecord("outlook", "projections/outlook.csv")
        {
            Title = "Outlook",
            Rows = EquatableList.Of(
                Row("a", ProjectionScenario.WOM, category, first),
                Row("b", ProjectionScenario.WOM, "II", second),
                Row("c", ProjectionScenario.WEM, "total", "1")
            ),
        };

        var levels = Resolve(
            Target(TargetKind.BelowBaseline, 2030, new Level.Cut(0.2)),
            projections: EquatableList.Of(outlook)
        );

        var milestone = Assert.Single(levels.Milestones);
        Assert.Equal(expected, milestone.Amount, 9);
        Assert.Contains("Outlook", Render(milestone.How!), StringComparison.Ordinal);
    }

    [Fact]
    public void BelowBaseline_ATargetOfOneSector_TakesThatSectorOfTheProjection()
    {
        var outlook = new ProjectionRecord("outlook", "projections/outlook.csv")
        {
            Rows = EquatableList.Of(
                Row("all", ProjectionScenario.WOM, "total", "900"),
                Row("a", ProjectionScenario.WOM, "I", "500"),
                Row("b", ProjectionScenario.WOM, "II", "400")
            ),
        };
        var version = Target(TargetKind.BelowBaseline, 2030, new Level.Cut(0.2)) with
        {
            Scope = new TargetScope { Sectors = EquatableList.Of("I") },
        };

        // 500 less 20 %
        Assert.Equal(400, Resolve(version, projections: EquatableList.Of(outlook)).Milestones[0].Amount, 9);
    }

    [Fact]
    public void BelowBaseline_NothingForTheYear_SaysWhy()
    {
        var levels = Resolve(
            Target(TargetKind.BelowBaseline, 2030, new Level.Cut(0.2)) with
            {
                Baseline = Some.Series("kt CO2", (2025, "1100")),
            }
        );

        Assert.Equal("LS3116", Assert.Single(levels.Open).Doubt.Id);
        Assert.Contains("2030", Render(levels.Open[0].Because), StringComparison.Ordinal);
    }

    [Fact]
    public void BaseYear_AnyCut_LeavesTheRestOfTheBase() =>
        Prop.ForAll(
                Gen.Choose(0, 2000).Two().ToArbitrary(),
                pair =>
                {
                    var (permille, kt) = pair;
                    var levels = Resolve(
                        Target(TargetKind.BaseYear, 2030, new Level.Cut(permille / 1000.0)) with
                        {
                            BaseLevel = Some.Quantity(kt, "kt CO2"),
                        }
                    );
                    Assert.Equal((1 - permille / 1000.0) * kt, levels.Milestones[0].Amount, 9);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Conditional_WeakerThanTheRest_IsDoubtedAndUsedForNoVerdict()
    {
        var version = Target(TargetKind.FixedLevel, 2030, new Level.Fixed(Some.Quantity(500, "kt CO2")));
        TargetVersion With(double conditional) =>
            version with
            {
                Milestones = version
                    .Milestones.Select(m =>
                        m with
                        {
                            Conditional = new Level.Fixed(Some.Quantity(conditional, "kt CO2")),
                        }
                    )
                    .ToEquatableList(),
            };

        Assert.Equal(["LS3117"], Resolve(With(600)).Doubts.Select(d => d.Id));
        Assert.Empty(Resolve(With(400)).Doubts);
        var plain = Assessor.Assess(Some.Plan(Inventory, version), Some.Today);
        var deeper = Assessor.Assess(Some.Plan(Inventory, With(100)), Some.Today);
        Assert.Equal(plain.Pace!.ToNextMilestone, deeper.Pace!.ToNextMilestone);
        Assert.Equal(plain.FindingOf("milestones").Verdict, deeper.FindingOf("milestones").Verdict);
    }

    [Fact]
    public void ATargetInGasesThatTheInventoryLacks_SaysWhyOnce()
    {
        var levels = Resolve(Target(TargetKind.FixedLevel, 2030, new Level.Fixed(Some.Quantity(5, "kt CH4"))));

        Assert.Equal(["LS3101"], levels.Doubts.Select(d => d.Id));
        Assert.Equal("LS3101", Assert.Single(levels.Open).Doubt.Id);
    }

    [Theory]
    [InlineData("t CO2e/MUSD_2017", IntensityBasis.Gdp, false)]
    [InlineData("t CO2/MUSD", IntensityBasis.Gdp, true)]
    [InlineData("t CO2e_AR5/person", IntensityBasis.Person, false)]
    [InlineData("t CO2e", null, false)]
    [InlineData("t CO2e/km2", null, false)]
    [InlineData("MUSD_2017/t CO2e", null, false)]
    [InlineData("t CO2e/(person yr)", null, false)]
    [InlineData("kg/person", null, false)]
    public void BasisOf_AUnit_IsWhatItDividesBy(string unit, IntensityBasis? basis, bool isNominal)
    {
        Assert.Equal(basis, IntensityUnits.BasisOf(Unit.Parse(unit)));
        Assert.Equal(isNominal, IntensityUnits.IsNominal(Unit.Parse(unit)));
    }

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static ProjectionRow Row(string id, ProjectionScenario scenario, string category, string amount) =>
        new(id, scenario, category, Some.Series("kt CO2", (2030, amount)), new Place("projections/outlook.csv", 2));

    private static TargetVersion Target(TargetKind kind, int year, Level level) =>
        new("v", kind, File)
        {
            Stated = new DateOnly(2016, 4, 1),
            Milestones = EquatableList.Of(new Milestone($"m{year}", year, level, File)),
        };

    private static TargetLevels Resolve(
        TargetVersion version,
        Lodestar.Planning.Series.YearSeries? population = null,
        Lodestar.Planning.Series.YearSeries? gdp = null,
        EquatableList<ProjectionRecord>? projections = null
    )
    {
        var plan = Some.Plan(Inventory, version) with
        {
            Population = population,
            Gdp = gdp,
            Projections = projections ?? EquatableList<ProjectionRecord>.Empty,
        };
        return TargetLevels.Resolve(
            plan,
            version,
            InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Basic, Coverage.Of(version.Scope))
        );
    }

    private static string Render(Message message) => MessageCatalog.English.Render(message);
}
