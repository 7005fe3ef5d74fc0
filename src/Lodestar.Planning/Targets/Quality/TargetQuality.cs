// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Targets.Quality;

/// <summary>What one rule finds of one version of a target.</summary>
/// <param name="Value">What the fields that it reads hold, in words.</param>
/// <param name="Place">Where the version stands.</param>
/// <param name="Source">Id of the source that the version names.</param>
public sealed record QualityResult(QualityRule Rule, Verdict Verdict, Message Value, Place Place, string? Source);

/// <summary>Holds a target against the questions that others ask of targets. Nothing is added up.</summary>
public static class TargetQuality
{
    /// <summary>
    /// One result a rule, in the rules' order. Of several fields: met when all are, partly when some are met or partly
    /// met, unmet when what is stated is unmet, not stated when nothing is.
    /// </summary>
    public static EquatableList<QualityResult> Evaluate(Plan plan, TargetVersion version, QualityRuleSet ruleSet) =>
        ruleSet.Rules.Select(r => Evaluate(plan, version, r)).ToEquatableList();

    private static QualityResult Evaluate(Plan plan, TargetVersion version, QualityRule rule)
    {
        var readings = rule.Fields.Select(f => (Field: f, Reading: TargetFields.Read(f, plan, version))).ToList();
        var verdicts = readings.ConvertAll(r => rule.Of(r.Reading.Word));
        return new QualityResult(
            rule,
            Together(verdicts),
            readings.Count == 0 ? Message.Of("quality.no-field") : Value(readings),
            version.Place,
            version.Source
        );
    }

    private static Verdict Together(List<Verdict> verdicts) =>
        verdicts.TrueForAll(v => v == Verdict.NotStated) ? Verdict.NotStated
        : verdicts.TrueForAll(v => v == Verdict.Met) ? Verdict.Met
        : verdicts.TrueForAll(v => v is Verdict.Unmet or Verdict.NotStated) ? Verdict.Unmet
        : Verdict.Partly;

    private static Message Value(List<(string Field, FieldReading Reading)> readings)
    {
        object Of(FieldReading reading) =>
            reading.Word is null ? Message.Of("not-stated") : reading.Value ?? Message.Of("not-stated");

        return readings.Count == 1
            ? Message.Of("quality.value", ("value", Of(readings[0].Reading)))
            : Message.Of(
                "quality.values",
                (
                    "values",
                    readings
                        .Select(r =>
                            (object)
                                Message.Of(
                                    "quality.named-value",
                                    ("field", TargetFields.Label(r.Field)),
                                    ("value", Of(r.Reading))
                                )
                        )
                        .ToEquatableList()
                )
            );
    }
}
