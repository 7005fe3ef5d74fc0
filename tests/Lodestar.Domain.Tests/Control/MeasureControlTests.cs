// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Control;

public sealed class MeasureControlTests
{
    private static readonly Place Here = new("measures/a.yaml", 2);
    private static readonly Power[] Library =
    [
        new("a", new LocalText("A")) { Influence = Influence.Regulate, Citation = Citation.None },
        new("b", new LocalText("B")) { Influence = Influence.OwnAssets, Citation = Citation.None },
        new("c", new LocalText("C")) { Influence = Influence.Convene, Citation = Citation.None },
    ];

    /// <summary>Every combination of two needed powers: held yes, partly, no, not stated or not mentioned; whole or part; mandatory or optional.</summary>
    [Fact]
    public void Verdict_OfEveryCombination_IsWhatTheSlowRuleSays()
    {
        Stated?[] answers = [null, Stated.NotStated, Stated.Yes, Stated.Partly, Stated.No];
        bool[] both = [true, false];
        var seen = new HashSet<ControlVerdict>();
        var cases =
            from first in answers
            from second in answers
            from whole in both
            from wholeToo in both
            from mandatory in both
            from mandatoryToo in both
            select (first, second, whole, wholeToo, mandatory, mandatoryToo);
        foreach (var (first, second, whole, wholeToo, mandatory, mandatoryToo) in cases)
        {
            var plan = Plan(JurisdictionKind.City) with
            {
                Powers = new (string, Stated?)[] { ("a", first), ("b", second) }
                    .Where(p => p.Item2 is not null)
                    .Select(p => new HeldPower(p.Item1, p.Item2!.Value, Here))
                    .ToEquatableList(),
            };
            var needs = new[]
            {
                new PowerRequirement("a", whole, mandatory),
                new PowerRequirement("b", wholeToo, mandatoryToo),
            };
            var verdict = MeasureControl.Of(plan, Measure() with { Requires = needs.ToEquatableList() }).Verdict;
            var backwards = MeasureControl
                .Of(plan, Measure() with { Requires = needs.Reverse().ToEquatableList() })
                .Verdict;

            Assert.Equal(Slow([(first, whole, mandatory), (second, wholeToo, mandatoryToo)]), verdict);
            Assert.Equal(verdict, backwards);
            seen.Add(verdict);
        }

        Assert.Equal(4, seen.Count);
    }

    /// <summary>Worlds that what is stated leaves possible: the verdict is the one that holds in all of them, else open.</summary>
    private static ControlVerdict Slow((Stated? Held, bool Whole, bool Mandatory)[] needs)
    {
        IEnumerable<ControlVerdict> worlds = [ControlVerdict.Own];
        foreach (var (held, whole, mandatory) in needs)
        {
            if (!mandatory)
            {
                continue;
            }

            Stated[] possible = held is null or Stated.NotStated
                ? [Stated.Yes, Stated.Partly, Stated.No]
                : [held.Value];
            worlds =
                from before in worlds.ToList()
                from answer in possible
                let now = answer == Stated.No ? ControlVerdict.Others
                : answer == Stated.Partly && whole ? ControlVerdict.Shared
                : ControlVerdict.Own
                // Own < Shared < Others: the weakest hold decides.
                select before > now ? before : now;
        }

        var all = worlds.Distinct().ToList();
        return all.Count == 1 ? all[0] : ControlVerdict.NotStated;
    }

    [Theory]
    [InlineData("city", JurisdictionKind.City, ControlVerdict.Own)]
    [InlineData("City Council", JurisdictionKind.City, ControlVerdict.Own)]
    [InlineData("Ville", JurisdictionKind.City, ControlVerdict.Own)]
    [InlineData("county council", JurisdictionKind.City, ControlVerdict.Others)]
    [InlineData("UK national government", JurisdictionKind.City, ControlVerdict.Others)]
    [InlineData("Ministry of Energy", JurisdictionKind.Country, ControlVerdict.Own)]
    [InlineData("Member State", JurisdictionKind.Country, ControlVerdict.Own)]
    [InlineData("state", JurisdictionKind.Region, ControlVerdict.Own)]
    [InlineData("state", JurisdictionKind.Country, ControlVerdict.Others)]
    [InlineData("city and utility", JurisdictionKind.City, ControlVerdict.Shared)]
    [InlineData("households, businesses", JurisdictionKind.City, ControlVerdict.Others)]
    [InlineData("combined authority", JurisdictionKind.CombinedAuthority, ControlVerdict.Own)]
    [InlineData("council", JurisdictionKind.CombinedAuthority, ControlVerdict.Others)]
    [InlineData("city", JurisdictionKind.NotStated, ControlVerdict.NotStated)]
    [InlineData("the usual people", JurisdictionKind.City, ControlVerdict.NotStated)]
    [InlineData("capacity", JurisdictionKind.City, ControlVerdict.NotStated)]
    public void Verdict_WithoutPowers_IsReadFromTheController(
        string controller,
        JurisdictionKind kind,
        ControlVerdict expected
    ) => Assert.Equal(expected, MeasureControl.Of(Plan(kind), Measure() with { Controller = controller }).Verdict);

    [Fact]
    public void Controller_ThatNamesNoLevel_IsNamed()
    {
        var control = MeasureControl.Of(
            Plan(JurisdictionKind.City),
            Measure() with
            {
                Controller = "the usual people",
            }
        );
        Assert.Equal("the usual people", control.UnreadController);
        Assert.Null(MeasureControl.Of(Plan(JurisdictionKind.City), Measure()).UnreadController);
    }

    [Fact]
    public void Powers_WhereStated_GoBeforeTheController()
    {
        var plan = Plan(JurisdictionKind.City) with { Powers = EquatableList.Of(new HeldPower("a", Stated.Yes, Here)) };
        var measure = Measure() with
        {
            Controller = "national government",
            Requires = EquatableList.Of(new PowerRequirement("a")),
        };
        Assert.Equal(ControlVerdict.Own, MeasureControl.Of(plan, measure).Verdict);
    }

    [Fact]
    public void Holders_AreThoseOfPowersNotHeldAlone_ByLevel()
    {
        var plan = Plan(JurisdictionKind.City) with
        {
            Powers = EquatableList.Of(
                new HeldPower("a", Stated.No, Here) { Holder = "Grid", HolderLevel = ControlLevel.Utility },
                new HeldPower("b", Stated.Partly, Here) { Holder = "Parliament", HolderLevel = ControlLevel.Nation },
                new HeldPower("c", Stated.Yes, Here) { Holder = "Us", HolderLevel = ControlLevel.City }
            ),
        };
        var measure = Measure() with { Requires = EquatableList.Of(new PowerRequirement("a"), new("b"), new("c")) };
        var control = MeasureControl.Of(plan, measure, Library);

        Assert.Equal(
            [new ControlHolder(ControlLevel.Nation, "Parliament"), new ControlHolder(ControlLevel.Utility, "Grid")],
            control.Holders
        );
        Assert.Equal(ControlVerdict.Others, control.Verdict);
        // Of the powers it needs the place holds b in part (own assets) and c (convene): the firmer counts.
        Assert.Equal(Influence.OwnAssets, control.Influence);
    }

    [Fact]
    public void Influence_WithoutAnyNeededPower_IsToConveneWhereItCan_ElseToAdvocate()
    {
        var measure = Measure() with { Requires = EquatableList.Of(new PowerRequirement("a")) };
        var none = Plan(JurisdictionKind.City) with { Powers = EquatableList.Of(new HeldPower("a", Stated.No, Here)) };
        var convenes = none with { Powers = none.Powers.Append(new("c", Stated.Yes, Here)).ToEquatableList() };

        Assert.Equal(Influence.Advocate, MeasureControl.Of(none, measure, Library).Influence);
        Assert.Equal(Influence.Convene, MeasureControl.Of(convenes, measure, Library).Influence);
    }

    private static Plan Plan(JurisdictionKind kind) =>
        new()
        {
            Id = "testby",
            Name = "Testby",
            Kind = kind,
        };

    private static ReportedMeasure Measure() => new("m", "Measure", Here);
}
