// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Runtime.CompilerServices;
using Spectre.Console;

namespace Lodestar.Cli.Terminals;

/// <summary>
/// Rows and columns: a drawn table that wraps within a terminal, plain aligned lines that never wrap in a pipe.
/// </summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<Ink[]> _rows = [];

    public void Add(params Ink[] cells) => _rows.Add(cells);

    public void Write(Shell shell)
    {
        if (shell.OutIsTerminal)
        {
            Draw(shell);
        }
        else
        {
            Align(shell);
        }
    }

    private void Align(Shell shell)
    {
        var all = _rows.Prepend([.. headings.Select(h => new Ink(h))]).ToList();
        var widths = headings.Select((_, c) => all.Max(r => Columns(r[c].Text))).ToArray();
        foreach (var row in all)
        {
            var last = Array.FindLastIndex(row, c => c.Text.Length > 0);
            var line = row.Take(last + 1)
                .Select(
                    (c, i) =>
                        i == last ? c : c with { Text = c.Text + new string(' ', widths[i] - Columns(c.Text) + 2) }
                );
            shell.Print([.. line]);
        }
    }

    // Apart, so that a pipe never loads the drawing library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Draw(Shell shell)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(c => new Text(Ink.Printable(c.Text), Drawing.StyleOf(c.Tone))));
        }

        Drawing.On(shell.Out, shell.Width, shell.OutColours, interactive: false).Write(table);
    }

    private static int Columns(string text) => new StringInfo(text).LengthInTextElements;
}
