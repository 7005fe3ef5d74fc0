// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Spectre.Console;

namespace Lodestar.Cli.Importing;

/// <summary>How far an import has come: a bar on a terminal, now and then a line in a pipe. Both on standard error.</summary>
internal static class ImportProgressView
{
    private const double Megabyte = 1 << 20;

    public static T Show<T>(Shell shell, string file, Func<IProgress<ImportProgress>, T> work) =>
        shell is { ErrorIsTerminal: true, NoColour: false } ? Bar(shell, file, work) : work(new Lines(shell, file));

    // Apart, so that a pipe never loads the drawing library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Bar<T>(Shell shell, string file, Func<IProgress<ImportProgress>, T> work)
    {
        var console = Drawing.On(shell.Error, shell.Width, shell.ErrorColours, interactive: true);
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(Ink.Printable(file)), maxValue: 1);
                return work(new Reports(p => Move(shell, task, file, p)));
            });
    }

    private static void Move(Shell shell, ProgressTask task, string file, ImportProgress progress)
    {
        var rows = shell.Say("cli.import.rows", ("rows", (int)progress.RowsRead));
        task.Description = Markup.Escape(Ink.Printable($"{file}, {rows}"));
        task.IsIndeterminate = progress.TotalBytes is not > 0;
        task.Value = progress.TotalBytes is > 0 and { } total ? (double)progress.BytesRead / total : 0;
    }

    private sealed class Reports(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }

    /// <summary>A line when the import begins to take long, and then one each two seconds.</summary>
    private sealed class Lines(Shell shell, string file) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

        private long _last = shell.Time.GetTimestamp();

        public void Report(ImportProgress value)
        {
            if (shell.Time.GetElapsedTime(_last) < Pause)
            {
                return;
            }

            _last = shell.Time.GetTimestamp();
            var rows = shell.Say("cli.import.rows", ("rows", (int)value.RowsRead));
            shell.Complain(
                value.TotalBytes is > 0 and { } total
                    ? shell.Say(
                        "cli.import.progress-of",
                        ("file", file),
                        ("rows", rows),
                        ("share", new Planning.Messages.Share((double)value.BytesRead / total))
                    )
                    : shell.Say(
                        "cli.import.progress",
                        ("file", file),
                        ("rows", rows),
                        ("megabytes", value.BytesRead / Megabyte)
                    )
            );
        }
    }
}
