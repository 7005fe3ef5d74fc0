// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Domain.Tests.Framework;

public sealed class FrameworkViewTests
{
    private static readonly DateOnly Date = new(2026, 11, 22);
    private static readonly Place Anywhere = new("framework.yaml", 3);
    private static readonly string[] Ids = ["scope", "form", "pace", "coverage"];

    private static readonly FrameworkDefinition Small = new("small", 1, new LocalText("Small"))
    {
        Citation = Citation.None,
        Areas = EquatableList.Of(
            Area("decisions", ["form"], Action("clarify", "scope"), Action("formalize", "form", "pace")),
            Area("policy", ["coverage", "no-such-finding"], Action("mix", "coverage"), Action("research")),
            Area("shifts", ["pace"])
        ),
    };

    /// <summary>
    /// The whole table of bearings, row by row: silence, none and planned are contradicted by nothing; adopted or more is
    /// by an unmet finding, and partly seen by a partly met one; what the test does not state it cannot see.
    /// </summary>
    [Theory]
    [InlineData(ActionStatus.NotStated, Bearing.CannotSee, Bearing.Beside, Bearing.Beside, Bearing.Beside)]
    [InlineData(ActionStatus.None, Bearing.CannotSee, Bearing.Beside, Bearing.Beside, Bearing.Beside)]
    [InlineData(ActionStatus.Planned, Bearing.CannotSee, Bearing.Beside, Bearing.Beside, Bearing.Beside)]
    [InlineData(ActionStatus.Adopted, Bearing.CannotSee, Bearing.Agrees, Bearing.SeesPart, Bearing.Contradicts)]
    [InlineData(ActionStatus.Implemented, Bearing.CannotSee, Bearing.Agrees, Bearing.SeesPart, Bearing.Contradicts)]
    [InlineData(ActionStatus.Reviewed, Bearing.CannotSee, Bearing.Agrees, Bearing.SeesPart, Bearing.Contradicts)]
    public void Bearing_OfEachStatusAndVerdict_IsThatOfTheTable(
        ActionStatus claimed,
        Bearing notStated,
        Bearing met,
        Bearing partly,
        Bearing unmet
    ) =>
        Assert.Equal(
            [notStated, met, partly, unmet],
            new[] { Verdict.NotStated, Verdict.Met, Verdict.Partly, Verdict.Unmet }.Select(v =>
                Bearings.Of(claimed, "form", v)
            )
        );

    [Theory]
    [InlineData("pace")]
    [InlineData("upkeep")]
    [InlineData("budget")]
    [InlineData("delivery")]
    public void Bearing_OfAFindingThatRestsOnFigures_ContradictsNobody(string finding) =>
        Assert.Equal(Bearing.Beside, Bearings.Of(ActionStatus.Reviewed, finding, Verdict.Unmet));

    [Fact]
    public void Of_AStatementWithAContradictedClaim_SaysSo()
    {
        var view = View(
            [Verdict.Partly, Verdict.Unmet, Verdict.NotStated, Verdict.Unmet],
            Claim("clarify", ActionStatus.Implemented),
            Claim("formalize", ActionStatus.Adopted),
            Claim("mix", ActionStatus.None)
        );

        Assert.Equal((3, 4, 1), (view.Stated, view.Total, view.Contradicted));
        Assert.Equal(
            "Testby has something on record on 3 of 4 actions; the lodestar test contradicts 1.",
            English(view.Sentence(new LocalText("Testby")))
        );
        var formalize = view.Actions.Single(a => a.Action.Id == "formalize");
        Assert.Equal([Bearing.Contradicts, Bearing.CannotSee], formalize.Beside.Select(b => b.Bearing));
        Assert.Equal(
            [
                "Contradicted: the place says “Adopted”, and the finding “Form” of the lodestar test is unmet.",
                "The lodestar test cannot see this yet: its finding “Pace” is not stated.",
            ],
            formalize.Beside.Select(b => English(b.Sentence!))
        );
        Assert.Equal(
            "The lodestar test sees part of it: the place says “Implemented”, and the finding “Scope” is partly met.",
            English(view.Areas[0].Actions[0].Beside[0].Sentence!)
        );
        Assert.Null(view.Areas[1].Actions[0].Beside[0].Sentence);
        Assert.Equal(["coverage"], view.Areas[1].Findings.Select(f => f.Id));
    }

    [Fact]
    public void Of_APlaceThatStatesNothing_IsSilentAndContradictedByNothing()
    {
        var view = View([Verdict.Unmet, Verdict.Unmet, Verdict.Unmet, Verdict.Unmet]);

        Assert.Equal((0, 0), (view.Stated, view.Contradicted));
        Assert.Equal(
            "Testby has nothing on record yet on the 4 actions of the framework.",
            English(view.Sentence(new LocalText("Testby")))
        );
        Assert.Equal([0, 0, 0, 0, 0, 2], view.Areas[0].Counts.Select(c => c.Count));
    }

    [Fact]
    public void Of_AClaimOfAnActionThatTheFrameworkLacks_LeavesItOut() =>
        Assert.Equal(
            0,
            View([Verdict.Met, Verdict.Met, Verdict.Met, Verdict.Met], Claim("another", ActionStatus.Adopted)).Stated
        );

    [Theory]
    [InlineData("2026-11-22", false, false)]
    [InlineData("2026-11-23", false, true)]
    // Of a year alone the last day stands for it: 2026 has begun, 2027 has not.
    [InlineData("2026-12-31", true, false)]
    [InlineData("2027-12-31", true, true)]
    public void IsAhead_OfAStatusThatBeginsLater_IsTrue(string since, bool yearOnly, bool ahead)
    {
        var claim = Claim("clarify", ActionStatus.Adopted) with
        {
            Since = DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            SinceYearOnly = yearOnly,
        };
        var verdicts = new[] { Verdict.Met, Verdict.Met, Verdict.Met, Verdict.Met };

        Assert.Equal(ahead, View(verdicts, claim).Areas[0].Actions[0].IsAhead);
        Assert.False(View(verdicts, claim with { Status = ActionStatus.Planned }).Areas[0].Actions[0].IsAhead);
    }

    [Fact]
    public void Of_AnyClaimsAndVerdicts_CountsEveryActionOnceAndContradictsNoSilence()
    {
        var actions = Small.Areas.SelectMany(a => a.Actions).Select(a => a.Id).Append("another").ToArray();
        var cases =
            from statuses in Gen.ArrayOf(Gen.Elements(Enum.GetValues<ActionStatus>()), actions.Length)
            from listed in Gen.ArrayOf(Gen.Elements(true, false), actions.Length)
            from verdicts in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Verdict>()), Ids.Length)
            select (statuses, listed, verdicts);

        Prop.ForAll(
                cases.ToArbitrary(),
                c =>
                {
                    var claims = actions
                        .Select((a, i) => (Claim: Claim(a, c.statuses[i]), Listed: c.listed[i]))
                        .Where(a => a.Listed)
                        .Select(a => a.Claim)
                        .ToArray();
                    var view = View(c.verdicts, claims);
                    var mild = view.Actions.Where(a => a.Status < ActionStatus.Adopted);
                    return view.Areas.All(a =>
                            a.Counts.Select(n => n.Status).SequenceEqual(ActionStatuses.Order)
                            && a.Counts.Sum(n => n.Count) == a.Area.Actions.Count
                        )
                        && mild.All(a => !a.IsContradicted && a.Beside.All(b => b.Bearing < Bearing.Agrees))
                        && view.Stated
                            == view.Areas.SelectMany(a => a.Counts)
                                .Where(n => n.Status != ActionStatus.NotStated)
                                .Sum(n => n.Count)
                        && view.Contradicted <= view.Stated;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static FrameworkView View(Verdict[] verdicts, params ActionClaim[] claims)
    {
        var assessment = Assessor.Assess(new Lodestar.Planning.Plans.Plan { Id = "testby", Name = "Testby" }, Date) with
        {
            Findings = Ids.Select((id, i) => new Finding(id, verdicts[i], Message.Of("unused"), Message.Of("unused")))
                .ToEquatableList(),
        };
        var statement = new FrameworkStatement("small@1", Anywhere) { Actions = claims.ToEquatableList() };
        return FrameworkView.Of(Small, claims.Length == 0 ? null : statement, assessment);
    }

    private static ActionClaim Claim(string action, ActionStatus status) => new(action, status, Anywhere);

    private static FrameworkArea Area(string id, string[] findings, params FrameworkAction[] actions) =>
        new(id, new LocalText(id))
        {
            Citation = Citation.None,
            Findings = findings.ToEquatableList(),
            Actions = actions.ToEquatableList(),
        };

    private static FrameworkAction Action(string id, params string[] findings) =>
        new(id, new LocalText(id)) { Citation = Citation.None, Findings = findings.ToEquatableList() };

    private static string English(Message message) => MessageCatalog.English.Render(message);
}
