// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Framework;

/// <summary>What a finding of the lodestar test means for what a place claims.</summary>
public enum Bearing
{
    /// <summary>It stands beside a claim that it could not contradict: nothing, or only a plan, is claimed.</summary>
    Beside = 0,

    /// <summary>The test has nothing to see it by yet.</summary>
    CannotSee,
    Agrees,

    /// <summary>The test finds part of what is claimed.</summary>
    SeesPart,
    Contradicts,
}

/// <summary>Which finding bears how on which claim, as a table, and the sentences that say so.</summary>
public static class Bearings
{
    /// <summary>For claims of adopted or more. Lesser ones, silence among them, are never held against a finding.</summary>
    private static readonly Dictionary<Verdict, Bearing> OfAClaim = new()
    {
        [Verdict.Met] = Bearing.Agrees,
        [Verdict.Partly] = Bearing.SeesPart,
        [Verdict.Unmet] = Bearing.Contradicts,
    };

    /// <summary>
    /// The findings that judge what a place says and decides. All others rest on figures, which may be old or missing here
    /// while the place has done what it claims; they stand beside a claim and never against it.
    /// </summary>
    private static readonly HashSet<string> Judging = ["scope", "form", "milestones", "removals", "policy-gap"];

    /// <param name="finding">Id of the finding.</param>
    public static Bearing Of(ActionStatus claimed, string finding, Verdict verdict) =>
        verdict == Verdict.NotStated ? Bearing.CannotSee
        : claimed >= ActionStatus.Adopted && Judging.Contains(finding) ? OfAClaim[verdict]
        : Bearing.Beside;

    /// <summary>The bearing in a sentence; null where there is none.</summary>
    public static Message? Sentence(Bearing bearing, ActionStatus claimed, Finding finding)
    {
        var id = bearing switch
        {
            Bearing.CannotSee => "framework.bearing.cannot-see",
            Bearing.Agrees => "framework.bearing.agrees",
            Bearing.SeesPart => "framework.bearing.sees-part",
            Bearing.Contradicts => "framework.bearing.contradicts",
            _ => null,
        };
        return id is null
            ? null
            : Message.Of(
                id,
                ("status", Message.Of(ActionStatuses.TextId(claimed))),
                ("finding", Message.Of($"finding.{finding.Id}.name"))
            );
    }
}
