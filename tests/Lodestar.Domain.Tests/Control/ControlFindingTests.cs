// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Domain.Tests.Planning;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Domain.Tests.Control;

public sealed class ControlFindingTests
{
    private static readonly MessageCatalog English = MessageCatalog.English;

    /// <summary>
    /// 2030 is the next milestone. Decided here 60 kt, by the nation 30 kt, not stated 10 kt: 100 kt, control stated for
    /// 90 %, others 30 ÷ 100 = 30 %; one of two of their measures (20 of 30 kt) has a standing ask.
    /// </summary>
    [Fact]
    public void Control_OfTonnes_IsWhatTheHandWorkingSays()
    {
        var plan = Plan(
            [
                Measure("bus", "city", 60),
                Measure("grid", "national government", 20),
                Measure("cars", "ministry", 10),
                Measure("odd", "somebody", 10),
                Measure("talk", "city", null),
            ],
            Ask("a", AskStatus.Made, "grid")
        );
        var finding = Of(plan);

        Assert.Equal(Verdict.Partly, finding.Verdict);
        Assert.Equal(30, finding.Number!.Value.Value, 10);
        Assert.Equal([2030], finding.Years);
        Assert.Equal(
            "Others decide, alone or in part, on 30 % of the cuts reported for 2030; a standing ask speaks of 1 of 2 such measures.",
            English.Render(finding.Sentence).Replace('\u00a0', ' ').Replace('\u202f', ' ')
        );
        var working = finding.Working.Select(w => English.Render(w.Label) + " = " + English.Text(w.Result!)).ToList();
        Assert.Contains(working, w => w.StartsWith("decided here: 1 measure = 60", StringComparison.Ordinal));
        Assert.Contains(working, w => w.StartsWith("decided by others: 2 measures = 30", StringComparison.Ordinal));
        // 20 ÷ 30
        Assert.Contains(
            working,
            w =>
                w.StartsWith("Of what others decide", StringComparison.Ordinal)
                && w.Contains("= 66.7", StringComparison.Ordinal)
        );
        Assert.Contains(working, w => w.EndsWith("nothing is asked yet = cars", StringComparison.Ordinal));
        Assert.Contains(
            working,
            w =>
                w.StartsWith("1 measure without a cut", StringComparison.Ordinal)
                && w.EndsWith("= talk", StringComparison.Ordinal)
        );
        Assert.Equal(5, finding.Inputs.Count);
        Assert.Equal(["I"], finding.Sectors);
    }

    [Theory]
    [InlineData(AskStatus.Made, Verdict.Met)]
    [InlineData(AskStatus.Granted, Verdict.Met)]
    [InlineData(AskStatus.Draft, Verdict.Met)]
    [InlineData(AskStatus.Refused, Verdict.Unmet)]
    [InlineData(AskStatus.Withdrawn, Verdict.Unmet)]
    public void Control_WithOneAsk_FollowsWhetherItStands(AskStatus status, Verdict expected) =>
        Assert.Equal(expected, Of(Plan([Measure("grid", "nation", 20)], Ask("a", status, "grid"))).Verdict);

    [Fact]
    public void Control_OfNothingByOthers_IsMet() =>
        Assert.Equal(Verdict.Met, Of(Plan([Measure("bus", "city", 20), Measure("x", null, 20)])).Verdict);

    /// <summary>Stated for 49 of 100 kt: below the half that the rule asks for.</summary>
    [Fact]
    public void Control_StatedForTooLittle_IsNotStated_AndSaysWhatWouldFillIt()
    {
        var finding = Of(Plan([Measure("bus", "nation", 49), Measure("x", null, 51)]));
        Assert.Equal(Verdict.NotStated, finding.Verdict);
        Assert.Equal(["plan.yaml", "measures/"], finding.Needs);
        Assert.Null(finding.Number);
        Assert.Equal(Verdict.Unmet, Of(Plan([Measure("bus", "nation", 50), Measure("x", null, 50)])).Verdict);
    }

    [Fact]
    public void Control_WithoutMeasures_IsNotStated()
    {
        Assert.Equal(Verdict.NotStated, Of(Plan([])).Verdict);
        var ended = Measure("bus", "nation", 49) with { Status = MeasureStatus.Ended };
        Assert.Equal(Verdict.NotStated, Of(Plan([ended])).Verdict);
    }

    [Fact]
    public void Control_WithoutAnyTonnes_CountsMeasuresAndSaysSo()
    {
        var finding = Of(
            Plan(
                [Measure("bus", "city", null), Measure("grid", "nation", null), Measure("cars", "nation", null)],
                Ask("a", AskStatus.Heard, "cars")
            )
        );
        Assert.Equal(Verdict.Partly, finding.Verdict);
        Assert.Equal(200.0 / 3, finding.Number!.Value.Value, 10);
        Assert.Empty(finding.Years);
        Assert.Contains("3 measures", English.Render(finding.Sentence), StringComparison.Ordinal);
    }

    /// <summary>A blank is not zero: a measure without a figure changes no share, and one that raises emissions none either.</summary>
    [Fact]
    public void Control_MeasuresWithoutACut_ChangeNoShare()
    {
        var one = Of(Plan([Measure("bus", "city", 60), Measure("grid", "nation", 40)]));
        var more = Of(
            Plan([
                Measure("bus", "city", 60),
                Measure("grid", "nation", 40),
                Measure("a", "nation", null),
                Measure("b", "nation", -500),
            ])
        );
        Assert.Equal(40, one.Number!.Value.Value, 10);
        Assert.Equal(one.Number, more.Number);
        Assert.Equal(one.Verdict, more.Verdict);
    }

    [Fact]
    public void Control_WithoutAFigureForTheMilestone_TakesTheLastYearStated()
    {
        var late = Measure("bus", "nation", null) with { Effect = Some.Series("kt CO2", (2032, "5"), (2035, "7")) };
        Assert.Equal([2035], Of(Plan([late])).Years);
    }

    /// <summary>28 t CO2e for each tonne of methane in AR5: 1 kt CH4 is 28 kt CO2e.</summary>
    [Fact]
    public void Control_OfSeveralGases_AddsThemAsCO2e()
    {
        var methane = Measure("waste", "nation", null) with { Effect = Some.Series("kt CH4", (2030, "1")) };
        var finding = Of(Plan([methane, Measure("bus", "city", 72)]));
        Assert.Equal(28, finding.Number!.Value.Value, 10);
    }

    [Fact]
    public void Control_AddingAnAsk_NeverWorsensTheVerdict()
    {
        Verdict[] order = [Verdict.Unmet, Verdict.Partly, Verdict.Met];
        var generator =
            from measures in Measures()
            from asks in Asks(measures.Length)
            from another in Asks(measures.Length)
            select (measures, asks, another);
        Prop.ForAll(
                generator.ToArbitrary(),
                c =>
                {
                    var before = Of(Plan(c.measures, c.asks)).Verdict;
                    var after = Of(Plan(c.measures, [.. c.asks, .. c.another])).Verdict;
                    return (before == Verdict.NotStated) == (after == Verdict.NotStated)
                        && Array.IndexOf(order, after) >= Array.IndexOf(order, before);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Control_TheOrderOfMeasuresAndAsks_MakesNoDifference()
    {
        var generator = from measures in Measures() from asks in Asks(measures.Length) select (measures, asks);
        Prop.ForAll(
                generator.ToArbitrary(),
                c =>
                {
                    var one = Of(Plan(c.measures, c.asks));
                    var other = Of(Plan([.. c.measures.Reverse()], [.. c.asks.Reverse()]));
                    return one.Verdict == other.Verdict
                        && one.Number == other.Number
                        && English.Render(one.Sentence) == English.Render(other.Sentence)
                        && one.Working.Count == other.Working.Count;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Gen<ReportedMeasure[]> Measures() =>
        from rows in Gen.ListOf(
            from controller in Gen.Elements("city", "nation", "city and utility", "")
            from cut in Gen.Choose(-1, 9)
            select (controller, cut)
        )
        select rows.Select((r, i) => Measure($"m{i}", r.controller, r.cut < 0 ? null : r.cut)).ToArray();

    private static Gen<Ask[]> Asks(int measures) =>
        from rows in Gen.ListOf(
            from status in Gen.Elements(Enum.GetValues<AskStatus>())
            from measure in Gen.Choose(0, Math.Max(0, measures - 1))
            select (status, measure)
        )
        select rows.Select((r, i) => Ask($"a{i}", r.status, $"m{r.measure}")).ToArray();

    private static Finding Of(Plan plan) => Assessor.Assess(plan, Some.Today).FindingOf("control");

    private static Plan Plan(ReportedMeasure[] measures, params Ask[] asks) =>
        Some.Plan(Some.InventoryFrom("made-up.csv"), Some.MadeUpTarget) with
        {
            Kind = JurisdictionKind.City,
            Measures = measures.ToEquatableList(),
            Asks = asks.ToEquatableList(),
        };

    private static ReportedMeasure Measure(string id, string? controller, double? kt) =>
        new(id, id, new Place("measures/a.yaml", 2))
        {
            Controller = controller,
            Sectors = EquatableList.Of("I"),
            Effect = kt is { } cut
                ? Some.Series("kt CO2", (2030, cut.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                : null,
        };

    private static Ask Ask(string id, AskStatus status, params string[] measures) =>
        new(id, id, new Place("asks.yaml", 2)) { Status = status, Measures = measures.ToEquatableList() };
}
