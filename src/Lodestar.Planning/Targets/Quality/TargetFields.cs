// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Targets.Quality;

/// <summary>What a target states in one field.</summary>
/// <param name="Word">The word that rules are written in; null when nothing is stated, which no rule takes for a no.</param>
/// <param name="Value">The same for people: what a <see cref="Message"/> can carry.</param>
public readonly record struct FieldReading(string? Word, object? Value)
{
    public static FieldReading NotStated => default;
}

/// <summary>The fields that rules of quality read, each with every word it can hold.</summary>
public static class TargetFields
{
    private static readonly string[] StatedOnly = ["stated"];
    private static readonly int[] EarlyYears = [2025, 2030, 2035];
    private static readonly string[] Answers = ["yes", "partly", "no"];

    private static readonly FrozenDictionary<string, Field> Known = new Dictionary<string, Field>
    {
        ["net-zero-year"] = new(StatedOnly, (_, v) => Given(v.NetZeroYear)),
        ["form"] = new(
            ["proposed", "pledge", "policy-document", "law", "achieved", "achieved-validated"],
            (_, v) => new(FormWord(v.Form), TargetWords.Form(v.Form))
        ),
        ["base-year"] = new(StatedOnly, (p, v) => Given(v.BaseYear ?? p.BaseYear)),
        ["base-level"] = new(StatedOnly, (_, v) => Given(v.BaseLevel)),
        ["milestones"] = new(
            StatedOnly,
            (_, v) => v.Milestones.Count == 0 ? default : Given(v.Milestones.Select(m => m.Year).ToArray())
        ),
        ["milestones-2025-2030-2035"] = new(["all", "some", "none"], (_, v) => Early(v)),
        ["gases"] = new(["several", "co2-only", "other"], (_, v) => Gases(v)),
        ["sectors"] = new(["all", "some"], (_, v) => Sectors(v)),
        ["territorial"] = new(Answers, (_, v) => Said(v.Scope.TerritorialEmissions)),
        ["consumption"] = new(Answers, (_, v) => Said(v.Scope.ConsumptionEmissions)),
        ["aviation"] = new(Answers, (_, v) => Transport(v, v.Scope.InternationalAviation)),
        ["shipping"] = new(Answers, (_, v) => Transport(v, v.Scope.InternationalShipping)),
        ["scope-1"] = new(["yes", "no"], (_, v) => Scope(v, 1)),
        ["scope-2"] = new(["yes", "no"], (_, v) => Scope(v, 2)),
        ["scope-3"] = new(["yes", "no"], (_, v) => Scope(v, 3)),
        ["historical-emissions"] = new(Answers, (_, v) => Said(v.Statements.HistoricalEmissions)),
        ["plan"] = new(Answers, (_, v) => Said(v.Statements.Plan)),
        ["plan-contents"] = new(
            StatedOnly,
            (_, v) => v.Statements.PlanContents is { Count: > 0 } contents ? Given(contents) : default
        ),
        ["path"] = new(StatedOnly, (_, v) => v.Path is { } path ? Given(path.NumberYears.ToArray()) : default),
        ["reporting"] = new(
            ["annual", "less-than-annual", "none"],
            (_, v) => new(ReportingWord(v.Statements.Reporting), TargetWords.Reporting(v.Statements.Reporting))
        ),
        ["equity"] = new(Answers, (_, v) => Said(v.Statements.Equity)),
        ["accountability"] = new(Answers, (_, v) => Said(v.Statements.Accountability)),
        ["credits"] = new(Answers, (_, v) => Said(v.Scope.Credits)),
        ["credit-conditions"] = new(
            StatedOnly,
            (_, v) => v.Credits.Conditions.Count > 0 ? Given(v.Credits.Conditions) : default
        ),
        ["credit-maximum"] = new(
            StatedOnly,
            (_, v) => v.Credits.MaximumShare is { } share ? Given(new Share(share)) : default
        ),
        ["separate-removals"] = new(Answers, (_, v) => Said(v.Scope.SeparateRemovals)),
        ["removal-kind"] = new(
            ["none", "unspecified", "nature", "storage", "nature-and-storage"],
            (_, v) => new(RemovalWord(v.Statements.Removals), TargetWords.Removals(v.Statements.Removals))
        ),
        ["removal-amount"] = new(StatedOnly, (_, v) => Given(v.Removals)),
        ["review"] = new(
            StatedOnly,
            (_, v) => v.ReviewYears is { } years ? Given(Message.Of("years", ("years", years))) : default
        ),
        ["oversight"] = new(Answers, (_, v) => Said(v.IndependentOversight)),
        ["source"] = new(StatedOnly, (p, v) => p.FindSource(v.Source) is { } source ? Given(source.Title) : default),
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Every word that a field can hold. Throws <see cref="KeyNotFoundException"/> for what is no field: a bug.</summary>
    public static IReadOnlyList<string> Words(string field) => Known[field].Words;

    public static Message Label(string field) => Message.Of($"quality.field.{field}");

    public static FieldReading Read(string field, Plan plan, TargetVersion version) => Known[field].Read(plan, version);

    private static FieldReading Given(object? value) => value is null ? default : new("stated", value);

    private static FieldReading Said(Stated stated) =>
        stated == Stated.NotStated ? default : new(Answers[(int)stated - 1], TargetWords.Answer(stated));

    /// <summary>Aviation or shipping alone, else the answer for both.</summary>
    private static FieldReading Transport(TargetVersion version, Stated alone) =>
        Said(alone == Stated.NotStated ? version.Scope.InternationalTransport : alone);

    private static FieldReading Scope(TargetVersion version, int scope) =>
        version.Scope.Scopes is { } scopes ? Said(scopes.Contains(scope) ? Stated.Yes : Stated.No) : default;

    private static FieldReading Gases(TargetVersion version) =>
        version.Scope.Gases is not { Count: > 0 } gases ? default
        : gases.Contains("CO2e") || (gases.Count > 1 && gases.Contains("CO2")) ? new("several", gases)
        : gases.Count == 1 && gases[0] == "CO2" ? new("co2-only", gases)
        : new("other", gases);

    private static FieldReading Sectors(TargetVersion version) =>
        version.Scope.Sectors is not { } sectors ? default
        : sectors.Contains("all") || GpcTable.Sectors.All(sectors.Contains)
            ? new("all", Message.Of("quality.all-sectors"))
        : new("some", sectors.Select(Categories.Name).ToArray());

    /// <summary>Of 2025, 2030 and 2035, those before the net-zero year.</summary>
    private static FieldReading Early(TargetVersion version)
    {
        var asked = EarlyYears.Where(y => y < (version.NetZeroYear ?? int.MaxValue)).ToList();
        if (version.Milestones.Count == 0 || asked.Count == 0)
        {
            return default;
        }

        var years = version.Milestones.Select(m => m.Year).ToArray();
        var had = asked.Count(years.Contains);
        return new(
            had == asked.Count ? "all"
                : had > 0 ? "some"
                : "none",
            years
        );
    }

    private static string? FormWord(LegalForm form) =>
        form switch
        {
            LegalForm.Proposed => "proposed",
            LegalForm.Pledge => "pledge",
            LegalForm.PolicyDocument => "policy-document",
            LegalForm.Law => "law",
            LegalForm.Achieved => "achieved",
            LegalForm.AchievedValidated => "achieved-validated",
            _ => null,
        };

    private static string? ReportingWord(Reporting reporting) =>
        reporting switch
        {
            Reporting.Annual => "annual",
            Reporting.LessThanAnnual => "less-than-annual",
            Reporting.None => "none",
            _ => null,
        };

    private static string? RemovalWord(RemovalKind kind) =>
        kind switch
        {
            RemovalKind.None => "none",
            RemovalKind.Unspecified => "unspecified",
            RemovalKind.Nature => "nature",
            RemovalKind.Storage => "storage",
            RemovalKind.NatureAndStorage => "nature-and-storage",
            _ => null,
        };

    private sealed record Field(string[] Words, Func<Plan, TargetVersion, FieldReading> Read);
}
