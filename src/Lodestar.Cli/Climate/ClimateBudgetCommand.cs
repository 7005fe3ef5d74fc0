// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Cli.Climate;

/// <summary>
/// <c>lodestar climate budget</c>: what the ensemble says the world may still emit, beside what was published.
/// </summary>
internal static class ClimateBudgetCommand
{
    private const string OwnSet = "ensemble";
    private const string UsualBackground = "verylow";

    public static Command Create(Shell shell)
    {
        var (limits, likelihoods) = (
            ClimateOptions.Limits(shell, 1.5, 1.7, 2),
            ClimateOptions.Likelihoods(shell, 0.5, 0.67, 0.83)
        );
        var (background, calibration) = (ClimateOptions.BackgroundOfBudget(shell), ClimateOptions.Calibration(shell));
        var (date, json) = (CommonOptions.Date(shell), CommonOptions.Json(shell));
        var command = new Command("budget", shell.Say("cli.climate-budget.description"))
        {
            limits,
            likelihoods,
            background,
            calibration,
            date,
            json,
        };
        command.SetAction(parsed =>
        {
            var input = new ClimateInput(shell);
            input.Announce("cli.climate.running");
            if (
                input.Background(parsed.GetValue(background) ?? UsualBackground) is not { } world
                || input.Ensemble(parsed.GetValue(calibration)) is not { } ensemble
            )
            {
                return input.ExitCode;
            }

            input.Doubt(parsed.GetValue(limits) ?? []);
            var day = parsed.GetValue(date) ?? shell.Today;
            var budget = RemainingBudget.Of(ensemble, world.Pathway);
            var rows = Rows(budget, parsed.GetValue(limits) ?? [], parsed.GetValue(likelihoods) ?? [], day);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(
                    shell,
                    new ClimateBudgetContract(ensemble.Calibration.Identity.Id, world.Id, ensemble.Members, rows)
                );
            }
            else
            {
                Write(shell, ensemble.Calibration, world.Id, rows, day);
            }

            return input.ExitCode;
        });
        return command;
    }

    private static List<BudgetRow> Rows(RemainingBudget own, double[] limits, double[] likelihoods, DateOnly date)
    {
        var rows = new List<BudgetRow>();
        foreach (var limit in limits)
        {
            foreach (var likelihood in likelihoods)
            {
                rows.Add(Own(own, limit, likelihood, date));
                rows.AddRange(
                    WorldBudgets
                        .All.Select(b => b.Set)
                        .Distinct(StringComparer.Ordinal)
                        .Select(set => WorldBudgets.Find(limit, likelihood, set))
                        .OfType<WorldBudget>()
                        .Select(b => Row(b, $"{b.Publisher} {b.Edition}", date))
                );
            }
        }

        return rows;
    }

    private static BudgetRow Own(RemainingBudget own, double limit, double likelihood, DateOnly date)
    {
        var from = new DateOnly(own.From, 1, 1);
        var amount = own.For(limit, likelihood);
        if (!double.IsFinite(amount))
        {
            return new BudgetRow(OwnSet, "", limit, likelihood, from, null, date, null, amount < 0);
        }

        var budget = new WorldBudget(
            OwnSet,
            from,
            limit,
            likelihood,
            CarbonDioxide.Of(new Quantity(amount, Unit.Parse("Gt CO2")))
        )
        {
            Publisher = "",
            Edition = "",
            Licence = "",
            Source = "",
        };
        return Row(budget, "", date);
    }

    private static BudgetRow Row(WorldBudget budget, string source, DateOnly date)
    {
        var rolled = RolledBudget.At(budget, date);
        return new BudgetRow(
            budget.Set,
            source,
            budget.Limit,
            budget.Likelihood,
            budget.From,
            Gigatonnes(budget.Amount),
            date,
            budget.From > date ? null : Gigatonnes(rolled.Balance),
            rolled.IsExhausted
        );
    }

    private static double Gigatonnes(CarbonDioxide amount) => Math.Round(amount.Tonnes / 1e9, 1);

    private static void Write(
        Shell shell,
        Calibration calibration,
        string background,
        List<BudgetRow> rows,
        DateOnly date
    )
    {
        shell.Print(shell.Say("cli.climate.budget", ("background", background)));
        shell.Print();
        var table = new TextTable(
            shell.Say("cli.climate.limit"),
            shell.Say("cli.climate.likelihood"),
            shell.Say("cli.climate.source"),
            shell.Say("cli.climate.from"),
            "Gt CO₂",
            shell.Say("cli.climate.left", ("date", date))
        );
        foreach (var row in rows)
        {
            table.Add(
                $"{shell.Texts.Text(row.Limit)}{NumberText.NarrowSpace}°C",
                shell.Texts.Text(new Share(row.Likelihood)),
                row.Set == OwnSet ? new Ink(calibration.Identity.Id, Tone.Strong) : row.Source,
                shell.Texts.Text(row.From),
                row.GtCo2 is { } amount ? shell.Texts.Text(amount) : Beyond(shell, row),
                row.GtCo2Left is { } left ? shell.Texts.Text(left) : ""
            );
        }

        table.Write(shell);
        shell.Print();
        if (rows.Any(r => r.From > date))
        {
            shell.Print(shell.Say("cli.climate.budget-later", ("date", date)));
        }

        shell.Print(new Ink(shell.Say("cli.climate.budget-differs"), Tone.Quiet));
        ClimateNotes.Write(shell, calibration, usesBackground: true);
    }

    private static string Beyond(Shell shell, BudgetRow row) =>
        shell.Say(row.IsExhausted ? "cli.climate.nothing-left" : "cli.climate.beyond");
}

/// <param name="Set">"ensemble", or the published set.</param>
/// <param name="GtCo2">From <paramref name="From"/> on; null when nothing is left, or when it is beyond what was tried.</param>
/// <param name="LeftOn">The asked day.</param>
/// <param name="GtCo2Left">
/// On <paramref name="LeftOn"/>, less what the world has emitted since; null before <paramref name="From"/>.
/// </param>
internal sealed record BudgetRow(
    string Set,
    string Source,
    double Limit,
    double Likelihood,
    DateOnly From,
    double? GtCo2,
    DateOnly LeftOn,
    double? GtCo2Left,
    bool IsExhausted
);

internal sealed record ClimateBudgetContract(
    string Calibration,
    string Background,
    int Members,
    IReadOnlyList<BudgetRow> Budgets
);
