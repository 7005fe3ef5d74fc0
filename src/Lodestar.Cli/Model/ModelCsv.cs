// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Cli.Terminals;
using Lodestar.Formula.Binding;

namespace Lodestar.Cli.Model;

/// <summary>A run as a table: a row for each output, cell and year, with a column for each axis that an output has.</summary>
internal static class ModelCsv
{
    public static void Write(Shell shell, ModelRun run)
    {
        var axes = run.Outputs.SelectMany(o => o.Variable.Axes).Distinct().OrderBy(a => a.Index).ToList();
        var isSample = run.Draws > 0;
        string[] values = isSample ? ["mean", "p05", "p50", "p95"] : ["value"];
        Line(shell, ["variable", "unit", .. axes.Select(a => a.Name), "year", .. values]);
        foreach (var output in run.Outputs)
        {
            foreach (var (cell, year, at) in Places(run.Model, output.Variable))
            {
                var labels = Cell.Labels(output.Variable.Axes, cell);
                double[] numbers = isSample
                    ? [output.Mean![at], output.Low![at], output.Values[at], output.High![at]]
                    : [output.Values[at]];
                Line(
                    shell,
                    [
                        output.Variable.Name,
                        output.Variable.Unit.Symbol,
                        .. axes.Select(a => output.Variable.Axes.IndexOf(a) is >= 0 and var i ? labels[i] : ""),
                        year.ToString(CultureInfo.InvariantCulture),
                        .. numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture)),
                    ]
                );
            }
        }
    }

    /// <summary>Each cell and year of a variable, years innermost, and where its value stands.</summary>
    public static IEnumerable<(int Cell, int Year, int At)> Places(BoundModel model, BoundVariable variable) =>
        from cell in Enumerable.Range(0, variable.Cells)
        from year in Enumerable.Range(0, model.YearCount)
        select (cell, model.FirstYear + year, (year * variable.Cells) + cell);

    private static void Line(Shell shell, IEnumerable<string> cells) =>
        shell.Out.Write(string.Join(',', cells.Select(Written)) + "\n");

    private static string Written(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
