// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Planning.Targets.Quality;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>What others ask of targets, rule by rule.</summary>
public sealed class TargetQualityTests
{
    private static readonly TargetVersion Silent = new("v", TargetKind.FixedLevel, new Place("targets.yaml", 3));

    [Fact]
    public void RuleSets_EveryWordOfEveryField_HasExactlyOneVerdict()
    {
        foreach (var rule in QualityRuleSet.All.SelectMany(s => s.Rules))
        {
            Assert.All(rule.Fields, f => Assert.Contains(f, TargetFields.Names));
            var words = rule.Fields.SelectMany(TargetFields.Words).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(words, rule.Met.Concat(rule.Partly).Concat(rule.Unmet).Order(StringComparer.Ordinal));
            Assert.NotEmpty(rule.Source);
        }
    }

    [Fact]
    public void RuleSets_CountTheirItems_AndMarkWhatIsFromMemory()
    {
        Assert.Equal(
            ["nzt-fields@2022 25 True", "cat-ten@1 10 False", "hleg@1 10 False"],
            QualityRuleSet.All.Select(s => $"{s.Version} {s.Rules.Count} {s.Rules.All(r => r.IsVerified)}")
        );
        Assert.All(QualityRuleSet.All, s => Assert.Equal(s.Rules.Count, s.Rules.Select(r => r.Id).Distinct().Count()));
        Assert.Equal(
            ["scope", "architecture", "transparency"],
            QualityRuleSet.Find("cat-ten@1")!.Rules.Select(r => r.Group).Distinct()
        );
        Assert.Null(QualityRuleSet.Find("cat-ten@2"));
    }

    [Fact]
    public void Evaluate_ATargetThatSaysNothing_IsNeverUnmet()
    {
        foreach (var set in QualityRuleSet.All)
        {
            var results = TargetQuality.Evaluate(Some.Plan(Some.Inventory()), Silent, set);

            Assert.Equal(set.Rules, results.Select(r => r.Rule));
            Assert.All(results, r => Assert.Equal(Verdict.NotStated, r.Verdict));
        }
    }

    public static TheoryData<string, string, string, Verdict> Cases =>
        new()
        {
            { "nzt-fields@2022", "end_target_year", "zero", Verdict.Met },
            { "nzt-fields@2022", "end_target_status", "law", Verdict.Met },
            { "nzt-fields@2022", "end_target_status", "pledge", Verdict.Partly },
            { "nzt-fields@2022", "end_target_status", "proposed", Verdict.Unmet },
            { "nzt-fields@2022", "gasses_coverage", "co2", Verdict.Partly },
            { "nzt-fields@2022", "gasses_coverage", "gases", Verdict.Met },
            { "nzt-fields@2022", "scope_2", "scope-1", Verdict.Unmet },
            { "nzt-fields@2022", "scope_1", "scope-1", Verdict.Met },
            { "nzt-fields@2022", "international_aviation", "transport-no", Verdict.Unmet },
            { "nzt-fields@2022", "international_shipping", "aviation", Verdict.NotStated },
            { "nzt-fields@2022", "reporting_mechanism", "annual", Verdict.Met },
            { "nzt-fields@2022", "reporting_mechanism", "no-reports", Verdict.Unmet },
            { "nzt-fields@2022", "carbon_credit_offsets", "no-credits", Verdict.Met },
            { "nzt-fields@2022", "cdr", "some-removals", Verdict.Partly },
            { "nzt-fields@2022", "max_emission_offset", "most", Verdict.Met },
            { "nzt-fields@2022", "source_url", "law", Verdict.NotStated },
            { "cat-ten@1", "outside-borders", "no-credits", Verdict.Met },
            { "cat-ten@1", "outside-borders", "credits", Verdict.Unmet },
            { "cat-ten@1", "legal-status", "law", Verdict.Met },
            { "cat-ten@1", "legal-status", "pledge", Verdict.Unmet },
            { "cat-ten@1", "aviation-shipping", "aviation", Verdict.Partly },
            { "cat-ten@1", "aviation-shipping", "transport-no", Verdict.Unmet },
            { "cat-ten@1", "review", "reviewed", Verdict.Partly },
            { "cat-ten@1", "review", "watched", Verdict.Met },
            { "cat-ten@1", "coverage", "gases", Verdict.Partly },
            { "hleg@1", "interim-targets", "2030", Verdict.Partly },
            { "hleg@1", "interim-targets", "2040", Verdict.Unmet },
            { "hleg@1", "interim-targets", "zero", Verdict.NotStated },
            { "hleg@1", "lobbying", "law", Verdict.NotStated },
            { "hleg@1", "transparency", "annual", Verdict.Met },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_OneStatement_FollowsItsRule(string set, string rule, string says, Verdict expected)
    {
        var results = TargetQuality.Evaluate(Some.Plan(Some.Inventory()), Says(says), QualityRuleSet.Find(set)!);

        var result = results.Single(r => r.Rule.Id == rule);
        Assert.Equal(expected, result.Verdict);
        Assert.Equal("targets.yaml", result.Place.File);
        Assert.NotEmpty(MessageCatalog.English.Render(result.Value));
    }

    [Fact]
    public void Evaluate_SeveralFields_NamesEachWithItsValue()
    {
        var results = TargetQuality.Evaluate(
            Some.Plan(Some.Inventory()),
            Says("aviation"),
            QualityRuleSet.Find("cat-ten@1")!
        );

        Assert.Equal(
            "aviation: yes and shipping: not stated",
            MessageCatalog.English.Render(results.Single(r => r.Rule.Id == "aviation-shipping").Value)
        );
    }

    private static TargetVersion Says(string what) =>
        what switch
        {
            "zero" => Silent with { NetZeroYear = 2050 },
            "law" => Silent with { Form = LegalForm.Law },
            "pledge" => Silent with { Form = LegalForm.Pledge },
            "proposed" => Silent with { Form = LegalForm.Proposed },
            "co2" => Scope(new TargetScope { Gases = EquatableList.Of("CO2") }),
            "gases" => Scope(new TargetScope { Gases = EquatableList.Of("CO2", "CH4") }),
            "scope-1" => Scope(new TargetScope { Scopes = EquatableList.Of(1) }),
            "transport-no" => Scope(new TargetScope { InternationalTransport = Stated.No }),
            "aviation" => Scope(new TargetScope { InternationalAviation = Stated.Yes }),
            "no-credits" => Scope(new TargetScope { Credits = Stated.No }),
            "credits" => Scope(new TargetScope { Credits = Stated.Yes }),
            "annual" => Silent with { Statements = new TargetStatements { Reporting = Reporting.Annual } },
            "no-reports" => Silent with { Statements = new TargetStatements { Reporting = Reporting.None } },
            "some-removals" => Silent with { Statements = new TargetStatements { Removals = RemovalKind.Unspecified } },
            "most" => Silent with { Credits = new CreditTerms { MaximumShare = 0.2 } },
            "reviewed" => Silent with { ReviewYears = 5 },
            "watched" => Silent with { ReviewYears = 5, IndependentOversight = Stated.Yes },
            "2030" => Milestone(2030),
            "2040" => Milestone(2040),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    private static TargetVersion Scope(TargetScope scope) => Silent with { Scope = scope };

    private static TargetVersion Milestone(int year) =>
        Silent with
        {
            Milestones = EquatableList.Of(new Milestone("m", year, new Level.Cut(0.5), Silent.Place)),
        };
}
