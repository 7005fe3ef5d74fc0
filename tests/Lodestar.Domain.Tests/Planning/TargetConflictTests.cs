// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Several accounts of one goal stand side by side.</summary>
public sealed class TargetConflictTests
{
    private static readonly Place File = new("targets.yaml", 3);

    // The pattern of Melbourne: one source has a fixed level by 2040, the other net zero in 2050.
    private static readonly Target City = new(
        "goal",
        EquatableList.Of(Version(2040, 0.5) with { Form = LegalForm.Law })
    );
    private static readonly Target Tracked = new("tracked", EquatableList.Of(Version(2050, 0.5)))
    {
        AccountOf = "goal",
    };

    [Fact]
    public void Of_TwoAccounts_ListsWhatEachStatesAndWhereTheyDiffer()
    {
        var conflict = Assert.Single(TargetConflicts.Of(With(Tracked, City), Some.Today));

        Assert.Equal("goal", conflict.TargetId);
        Assert.Equal(["goal", "tracked"], conflict.Accounts.Select(a => a.Target.Id));
        Assert.Equal(["net-zero-year"], conflict.Differing.Select(f => f.Name));
        Assert.Equal([2040, 2050], conflict.Fields.Single(f => f.Name == "net-zero-year").Values);
        // Said by one alone, and the same by both: neither is a conflict.
        Assert.Equal("in law", Render(conflict.Fields.Single(f => f.Name == "form").Values[0]!));
        Assert.Null(conflict.Fields.Single(f => f.Name == "form").Values[1]);
        Assert.Equal(
            "50\u202f% below 2010",
            Render(conflict.Fields.Single(f => f.Name == "milestone-2030").Values[1]!)
        );
        Assert.DoesNotContain(conflict.Fields, f => f.Name == "gases");
    }

    [Fact]
    public void Of_AmountsInOtherUnits_AreTheSameAmount()
    {
        var city = new Target(
            "goal",
            EquatableList.Of(Version(2040, 0.5) with { BaseLevel = Some.Quantity(1, "Mt CO2") })
        );
        var tracked = Tracked with
        {
            Versions = EquatableList.Of(Version(2040, 0.5) with { BaseLevel = Some.Quantity(1000, "kt CO2") }),
        };

        Assert.Empty(TargetConflicts.Of(With(city, tracked), Some.Today)[0].Differing);
    }

    [Fact]
    public void Of_GoalsOfTheirOwn_AreNoAccounts()
    {
        Assert.Empty(TargetConflicts.Of(With(City, Tracked with { AccountOf = null }), Some.Today));
        Assert.Empty(TargetConflicts.Of(With(City, Tracked), new DateOnly(2009, 1, 1)));
        Assert.Empty(TargetConflicts.Of(With(City, Tracked with { AccountOf = "gone" }), Some.Today));
    }

    [Fact]
    public void Of_AccountsInACircle_HaveNoGoalAndEnd()
    {
        var one = City with { AccountOf = "tracked" };

        Assert.Empty(TargetConflicts.Of(With(one, Tracked), Some.Today));
    }

    [Fact]
    public void Of_AnAccountOfAnAccount_StandsWithTheGoal()
    {
        var third = new Target("third", EquatableList.Of(Version(2060, 0.5))) { AccountOf = "tracked" };

        var conflict = Assert.Single(TargetConflicts.Of(With(City, Tracked, third), Some.Today));

        Assert.Equal(["goal", "tracked", "third"], conflict.Accounts.Select(a => a.Target.Id));
    }

    [Theory]
    [InlineData(LegalForm.Achieved, "reached, by its own word")]
    [InlineData(LegalForm.AchievedValidated, "reached, and confirmed by somebody independent")]
    public void Form_WhatIsReached_StandsAsFirmAsLaw(LegalForm form, string words)
    {
        var version = Some.MadeUpTarget with { Form = form, ReviewYears = 5, IndependentOversight = Stated.Yes };
        var finding = Assessor
            .Assess(Some.Plan(Some.InventoryFrom("made-up.csv"), version), Some.Today)
            .FindingOf("form");

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Contains(words, Render(finding.Sentence), StringComparison.Ordinal);
    }

    private static string Render(object value) => MessageCatalog.English.Text(value);

    private static Plan With(params Target[] targets) =>
        Some.Plan(Some.InventoryFrom("made-up.csv")) with
        {
            Targets = targets.ToEquatableList(),
        };

    private static TargetVersion Version(int zero, double cut) =>
        new("v", TargetKind.BaseYear, File)
        {
            Stated = new DateOnly(2019, 1, 1),
            BaseYear = 2010,
            NetZeroYear = zero,
            Milestones = EquatableList.Of(new Milestone("m", 2030, new Level.Cut(cut), File)),
        };
}
