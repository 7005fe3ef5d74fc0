// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Assessing;

/// <summary>One finding with everything that led to it: rule, inputs with their places, working.</summary>
internal static class FindingText
{
    public static void Write(Shell shell, AssessedPlan plan, Finding finding)
    {
        shell.Print(
            new Ink(shell.Texts.Text(plan.Assessment.Place), Tone.Strong),
            ", ",
            shell.Say("cli.assess.on", ("date", plan.Assessment.Date)),
            " — ",
            new Ink(shell.Say($"finding.{finding.Id}.name"), Tone.Strong),
            shell.Say("cli.colon"),
            VerdictInk.Of(shell, finding.Verdict)
        );
        shell.Print(new Ink(shell.Say($"finding.{finding.Id}.question"), Tone.Quiet));
        shell.Print();
        shell.Print(shell.Texts.Render(finding.Sentence));
        Section(shell, "cli.finding.rule");
        shell.Print("  ", shell.Texts.Render(finding.Rule));
        Inputs(shell, plan, finding.Inputs);
        Working(shell, finding.Working);
        shell.Print();
        shell.Print(shell.Say("cli.finding.docs", ("docs", FindingTable.Of(finding.Id).Docs)));
    }

    private static void Inputs(Shell shell, AssessedPlan plan, EquatableList<FindingInput> inputs)
    {
        if (inputs.Count == 0)
        {
            return;
        }

        Section(shell, "cli.finding.inputs");
        foreach (var input in inputs)
        {
            shell.Print(
                $"  {shell.Texts.Render(input.Label)}{shell.Say("cli.colon")}{shell.Texts.Text(input.Value)}",
                new Ink($"  {DiagnosticLines.PlaceOf(plan.Path, input.Place)}", Tone.Quiet),
                new Ink(SourceOf(shell, plan, input.Source), Tone.Quiet)
            );
        }
    }

    private static string SourceOf(Shell shell, AssessedPlan plan, string? source) =>
        source is null
            ? ""
            : $"  {shell.Say("cli.finding.source", ("source", plan.Reading.Plan.FindSource(source)?.Title ?? source))}";

    private static void Working(Shell shell, EquatableList<WorkingStep> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        Section(shell, "cli.finding.working");
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var parts = new[]
            {
                step.Formula is { } formula ? shell.Texts.Render(formula) : null,
                step.Result is { } result ? shell.Texts.Text(result) : null,
            };
            var sum = string.Join(" = ", parts.Where(p => !string.IsNullOrEmpty(p)));
            shell.Print(
                $"  {i + 1}. {shell.Texts.Render(step.Label)}{(sum.Length == 0 ? "" : $"{shell.Say("cli.colon")}{sum}")}"
            );
            if (step.Note is { } note)
            {
                shell.Print(new Ink($"     {shell.Texts.Render(note)}", Tone.Quiet));
            }
        }
    }

    private static void Section(Shell shell, string id)
    {
        shell.Print();
        shell.Print(new Ink(shell.Say(id), Tone.Strong));
    }
}
