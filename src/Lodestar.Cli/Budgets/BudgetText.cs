// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Assessing;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Budgets;

/// <summary>A place's carbon budget: the sentence, where the world's budget went, and a line a method.</summary>
internal static class BudgetText
{
    public static void Write(Shell shell, PlanAssessment assessment, BudgetCase budget, string path)
    {
        var place = assessment.Budget!;
        shell.Print(
            new Ink(shell.Texts.Text(assessment.Place), Tone.Strong),
            ", ",
            shell.Say("cli.assess.on", ("date", assessment.Date)),
            " — ",
            VerdictInk.Of(shell, BudgetAnswer.Verdict(place, budget))
        );
        shell.Print();
        var stated = assessment.Path is not null;
        shell.Print(shell.Texts.Render(BudgetAnswer.Sentence(assessment.Place, place, budget, stated)));
        if (BudgetAnswer.IfHeld(place, budget) is { } held)
        {
            shell.Print(shell.Texts.Render(held));
        }

        World(shell, budget);
        Methods(shell, budget);
        foreach (var missing in place.Missing)
        {
            shell.Print();
            DiagnosticLines.Write(shell, shell.Print, path, missing);
        }
    }

    private static void World(Shell shell, BudgetCase budget)
    {
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.column.world-budget"),
            shell.Say("cli.column.amount"),
            shell.Say("cli.column.from")
        );
        var (rolled, published) = (budget.World, budget.World.Budget);
        table.Add(
            shell.Say("cli.budget.published", ("date", published.From)),
            Text(shell, published.Amount),
            $"{published.Publisher} {published.Edition}, {published.Licence}"
        );
        foreach (var taken in rolled.Deductions)
        {
            table.Add(
                shell.Say("cli.budget.emitted", ("year", taken.Year.Year), ("days", taken.Days)),
                Text(shell, CarbonDioxide.Zero - taken.Amount),
                taken.Year.IsEstimate
                    ? shell.Say("cli.budget.estimate", ("year", taken.Year.HeldFrom ?? taken.Year.Year))
                    : $"{taken.Year.Publisher} {taken.Year.Edition}"
            );
        }

        table.Add(
            shell.Say("cli.budget.left", ("date", rolled.Date)),
            Text(shell, rolled.Balance),
            rolled.IsExhausted ? shell.Say("cli.budget.used-up") : ""
        );
        foreach (var part in budget.Split.Aside.Where(_ => !rolled.IsExhausted))
        {
            table.Add(
                shell.Texts.Render(BudgetWords.Aside(part.Item)),
                Text(shell, CarbonDioxide.Zero - part.Part),
                shell.Texts.Text(new Share(part.Share))
            );
        }

        table.Write(shell);
    }

    private static void Methods(Shell shell, BudgetCase budget)
    {
        if (budget.Answered.Count == 0)
        {
            return;
        }

        shell.Print();
        var table = new TextTable(
            shell.Say("cli.column.method"),
            shell.Say("cli.column.share"),
            shell.Say("cli.column.held"),
            shell.Say("cli.column.on-path"),
            shell.Say("cli.column.linear"),
            shell.Say("cli.column.rate")
        );
        foreach (var method in budget.Methods)
        {
            if (method.Share is not { } share)
            {
                table.Add(Name(shell, method), shell.Say("not-stated"), "", "", "", "");
                continue;
            }

            var spent = share <= CarbonDioxide.Zero;
            table.Add(
                Name(shell, method),
                Text(shell, share),
                spent ? shell.Say("cli.budget.overspent") : shell.Texts.Text(BudgetWords.Year(method.Held)),
                method.OnPath is { } path && !spent ? shell.Texts.Text(BudgetWords.Year(path)) : "",
                spent ? "" : shell.Texts.Text(BudgetWords.Year(method.LinearZero)),
                method.ConstantRate is { } rate ? shell.Texts.Text(new Share(rate)) : ""
            );
        }

        table.Write(shell);
    }

    private static string Name(Shell shell, MethodShare method) => shell.Texts.Render(ShareMethods.Name(method.Method));

    private static string Text(Shell shell, CarbonDioxide amount) => shell.Texts.Text(amount.ToQuantity());
}
