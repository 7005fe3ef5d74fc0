// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;
using Lodestar.Units;

namespace Lodestar.Cli.Assessing;

/// <summary>Several plans, a line each.</summary>
internal static class PlacesText
{
    public static void Write(Shell shell, IReadOnlyList<AssessedPlan> plans)
    {
        var table = new TextTable(
            shell.Say("cli.column.place"),
            shell.Say("cli.column.holds"),
            shell.Say("cli.column.inventory"),
            shell.Say("cli.column.emissions"),
            shell.Say("cli.column.net-zero"),
            shell.Say("cli.column.findings")
        );
        foreach (var plan in plans)
        {
            var assessment = plan.Assessment;
            table.Add(
                shell.Texts.Text(assessment.Place),
                VerdictInk.Of(shell, assessment.Holds),
                assessment.Totals?.LastYear is { } year ? shell.Texts.Text(year) : "–",
                Emissions(shell, assessment),
                assessment.Target?.NetZeroYear is { } zero ? shell.Texts.Text(zero) : "–",
                Counts(shell, assessment)
            );
        }

        table.Write(shell);
    }

    private static string Emissions(Shell shell, PlanAssessment assessment) =>
        assessment.Totals is { LastYear: { } year } totals && totals[year].Amount is { } amount
            ? shell.Texts.Text(new Quantity(amount, totals.Unit))
            : "–";

    private static string Counts(Shell shell, PlanAssessment assessment)
    {
        var on = assessment.Findings.Where(f => FindingTable.Of(f.Id).IsOn).ToList();
        return shell.Say(
            "cli.assess.counts",
            ("met", on.Count(f => f.Verdict == Verdict.Met)),
            ("partly", on.Count(f => f.Verdict == Verdict.Partly)),
            ("unmet", on.Count(f => f.Verdict == Verdict.Unmet)),
            ("open", on.Count(f => f.Verdict == Verdict.NotStated))
        );
    }
}
