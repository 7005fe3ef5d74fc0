// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Assessment;

/// <summary>How firmly the target stands: its legal form, its review cycle, and whether somebody independent watches.</summary>
internal static class FormFinding
{
    public static Finding Of(AssessmentContext context)
    {
        if (context.Version is not { } version)
        {
            return NotStatedFinding.Of(FindingTable.Of("form"), context.Plan);
        }

        var form = Message.Of(FormId(version.Form));
        object review = version.ReviewYears is { } years
            ? Message.Of("years", ("years", years))
            : Message.Of("not-stated");
        var oversight = ScopeFinding.Answer(version.IndependentOversight);
        // What is reached stands at least as firmly as what was written down for later.
        var firm =
            version.Form
            is LegalForm.PolicyDocument
                or LegalForm.Law
                or LegalForm.Achieved
                or LegalForm.AchievedValidated;
        var stated = version.Form != LegalForm.NotStated;
        var verdict = (stated, firm) switch
        {
            (false, _) when version.ReviewYears is null && version.IndependentOversight == Stated.NotStated =>
                Verdict.NotStated,
            (true, true) when version.ReviewYears is not null && version.IndependentOversight == Stated.Yes =>
                Verdict.Met,
            (true, false) => Verdict.Unmet,
            _ => Verdict.Partly,
        };
        return new Finding(
            "form",
            verdict,
            Message.Of("finding.form.sentence", ("form", form), ("review", review), ("oversight", oversight)),
            Message.Of("finding.form.rule")
        )
        {
            Years = version.Stated is { } date ? EquatableList.Of(date.Year) : EquatableList<int>.Empty,
            Inputs = EquatableList.Of(
                context.TargetInput("input.form", form),
                context.TargetInput("input.review", review),
                context.TargetInput("input.oversight", oversight),
                context.TargetInput("input.stated", version.StatedAs ?? Message.Of("not-stated"))
            ),
            Working = EquatableList.Of(
                new WorkingStep(Message.Of("working.form"), null, form, Message.Of("working.form.ladder")),
                new WorkingStep(Message.Of("working.review"), null, review),
                new WorkingStep(Message.Of("working.oversight"), null, oversight)
            ),
        };
    }

    internal static string FormId(LegalForm form) =>
        form switch
        {
            LegalForm.Proposed => "form.proposed",
            LegalForm.Pledge => "form.pledge",
            LegalForm.PolicyDocument => "form.policy-document",
            LegalForm.Law => "form.law",
            LegalForm.Achieved => "form.achieved",
            LegalForm.AchievedValidated => "form.achieved-validated",
            _ => "not-stated",
        };
}
