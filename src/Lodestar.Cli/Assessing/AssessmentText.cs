// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;

namespace Lodestar.Cli.Assessing;

/// <summary>One plan's assessment: the headline, then a line a finding.</summary>
internal static class AssessmentText
{
    public static void Write(Shell shell, AssessedPlan plan)
    {
        var assessment = plan.Assessment;
        shell.Print(
            new Ink(shell.Texts.Text(assessment.Place), Tone.Strong),
            ", ",
            shell.Say("cli.assess.on", ("date", assessment.Date)),
            " — ",
            VerdictInk.Of(shell, assessment.Holds)
        );
        shell.Print();
        foreach (var sentence in assessment.Headline)
        {
            shell.Print(shell.Texts.Render(sentence));
        }

        shell.Print();
        Findings(shell, assessment);
        Open(shell, assessment);
        var doubts = assessment.Doubts.Count + plan.Reading.Diagnostics.Count;
        if (doubts > 0)
        {
            shell.Print();
            shell.Print(shell.Say("cli.assess.doubts", ("count", doubts), ("path", plan.Path)));
        }
    }

    private static void Findings(Shell shell, PlanAssessment assessment)
    {
        var table = new TextTable(
            shell.Say("cli.column.verdict"),
            shell.Say("cli.column.finding"),
            shell.Say("cli.column.sentence")
        );
        foreach (var finding in assessment.Findings.Where(f => FindingTable.Of(f.Id).IsOn))
        {
            table.Add(VerdictInk.Of(shell, finding.Verdict), finding.Id, shell.Texts.Render(finding.Sentence));
        }

        table.Write(shell);
    }

    /// <summary>What this version cannot answer yet is named, so that silence is not taken for a yes.</summary>
    private static void Open(Shell shell, PlanAssessment assessment)
    {
        var open = assessment.Findings.Where(f => !FindingTable.Of(f.Id).IsOn).Select(f => f.Id).ToList();
        if (open.Count > 0)
        {
            shell.Print();
            shell.Print(shell.Say("cli.assess.open", ("findings", open)));
        }
    }
}
