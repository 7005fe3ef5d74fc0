// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Model;

/// <summary>A run for people: a line for each output and cell, a column for some of the years.</summary>
internal static class RunText
{
    private const int MostRows = 60;

    public static void Write(Shell shell, ModelRun run)
    {
        var last = run.Model.FirstYear + run.Model.YearCount - 1;
        shell.Print(
            new Ink(run.Model.Name, Tone.Strong),
            ": ",
            shell.Say("cli.run.years", ("from", run.Model.FirstYear), ("to", last))
        );
        if (run.Draws > 0)
        {
            shell.Print(shell.Say("cli.run.drawn", ("draws", run.Draws), ("seed", (long)run.Seed)));
        }

        shell.Print();
        int[] years = [.. Years(run.Model.FirstYear, last, run.Draws > 0 ? 4 : 6)];
        var table = new TextTable([
            shell.Say("cli.run.variable"),
            shell.Say("cli.run.unit"),
            .. years.Select(y => shell.Texts.Text(y)),
        ]);
        var rows = 0;
        foreach (var output in run.Outputs)
        {
            for (var cell = 0; cell < output.Variable.Cells && rows < MostRows; cell++, rows++)
            {
                var name = RunSample.Name(output.Variable, cell);
                var places = years.Select(y => ((y - run.Model.FirstYear) * output.Variable.Cells) + cell);
                table.Add([name, output.Variable.Unit.Symbol, .. places.Select(p => (Ink)Value(shell, output, p))]);
            }
        }

        table.Write(shell);
        Odds(shell, run, years);
        Drivers(shell, run);
        var left = run.Outputs.Sum(o => o.Variable.Cells) - rows;
        if (left > 0)
        {
            shell.Print(shell.Say("cli.run.more", ("count", left)));
        }
    }

    private static void Odds(Shell shell, ModelRun run, int[] years)
    {
        if (run.Odds.Count == 0)
        {
            return;
        }

        shell.Print();
        var table = new TextTable([shell.Say("cli.run.odds"), .. years.Select(y => shell.Texts.Text(y))]);
        foreach (var odds in run.Odds)
        {
            var places = years.Select(y => y - run.Model.FirstYear);
            table.Add([
                odds.Formula,
                .. places.Select(p =>
                    (Ink)(
                        odds.Words is { } words
                            ? shell.Texts.Text(words[p])
                            : shell.Texts.Text(new Share(odds.Shares[p]))
                    )
                ),
            ]);
        }

        table.Write(shell);
        foreach (var odds in run.Odds.Where(o => o.Words is not null))
        {
            shell.Print(shell.Say("cli.run.odds-in-words", ("inputs", odds.ReplaceFirst)));
        }
    }

    private static void Drivers(Shell shell, ModelRun run)
    {
        foreach (var drivers in run.Drivers)
        {
            shell.Print();
            var last = run.Model.FirstYear + run.Model.YearCount - 1;
            shell.Print(shell.Say("cli.run.drivers", ("name", drivers.Name), ("year", last)));
            if (drivers.Inputs.Count == 0)
            {
                shell.Print("  ", shell.Say("cli.run.no-drivers"));
                continue;
            }

            var table = new TextTable([
                shell.Say("cli.run.input"),
                shell.Say("cli.run.share"),
                shell.Say("cli.run.correlation"),
                shell.Say("cli.run.grade"),
            ]);
            foreach (var input in drivers.Inputs)
            {
                table.Add([
                    RunSample.Name(input),
                    shell.Texts.Text(new Share(input.Share)),
                    $"{Number(shell, input.Correlation)} ({Number(shell, input.Low)}–{Number(shell, input.High)})",
                    input.Parameter.Grade ?? shell.Say("cli.run.no-grade"),
                ]);
            }

            table.Write(shell);
        }
    }

    /// <summary>The first year, the last, and round ones between: every tenth, or rarer where those would be too many.</summary>
    public static IEnumerable<int> Years(int first, int last, int most)
    {
        var step = last - first <= most ? 1 : 5;
        while ((last - first) / step > most)
        {
            step += 5;
        }

        return Enumerable.Range(first, last - first + 1).Where(y => y == first || y == last || y % step == 0);
    }

    private static string Value(Shell shell, Output output, int at) =>
        output.Low is { } low && output.High is { } high
            ? $"{Number(shell, output.Values[at])} ({Number(shell, low[at])}–{Number(shell, high[at])})"
            : Number(shell, output.Values[at]);

    public static string Number(Shell shell, double value) =>
        double.IsFinite(value) ? shell.Texts.Text(value) : shell.Say("cli.run.no-number");
}
