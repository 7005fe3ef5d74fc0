// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary>A unified difference, as <c>diff -u</c> writes it and <c>patch</c> reads it.</summary>
internal static class DiffText
{
    public static void Write(Shell shell, EquatableList<FileChange> changes)
    {
        foreach (var change in changes)
        {
            shell.Print(
                new Ink($"--- {(change.Kind == ChangeKind.Added ? "/dev/null" : $"a/{change.Path}")}", Tone.Strong)
            );
            shell.Print(
                new Ink($"+++ {(change.Kind == ChangeKind.Removed ? "/dev/null" : $"b/{change.Path}")}", Tone.Strong)
            );
            if (change.Note is { } note)
            {
                shell.Print(new Ink($"# {shell.Texts.Render(note)}", Tone.Quiet));
            }

            foreach (var hunk in Hunks(change.Lines))
            {
                Write(shell, hunk);
            }
        }
    }

    private static void Write(Shell shell, List<LineChange> hunk)
    {
        var (old, @new) = (hunk.Where(l => l.Sign != '+').ToList(), hunk.Where(l => l.Sign != '-').ToList());
        shell.Print(
            new Ink(
                $"@@ -{Range(old.Count > 0 ? old[0].OldLine : 0, old.Count)} +{Range(@new.Count > 0 ? @new[0].NewLine : 0, @new.Count)} @@",
                Tone.Quiet
            )
        );
        foreach (var line in hunk)
        {
            var tone = line.Sign switch
            {
                '+' => Tone.Added,
                '-' => Tone.Removed,
                _ => Tone.Plain,
            };
            shell.Print(new Ink($"{line.Sign}{line.Text}", tone));
        }
    }

    private static string Range(int first, int count) => count == 1 ? $"{first}" : $"{first},{count}";

    /// <summary>Stretches of neighbouring lines: a jump in either numbering starts the next.</summary>
    private static List<List<LineChange>> Hunks(IEnumerable<LineChange> lines)
    {
        var hunks = new List<List<LineChange>>();
        var (nextOld, nextNew) = (-1, -1);
        foreach (var line in lines)
        {
            var jumps = (line.Sign != '+' && line.OldLine != nextOld) || (line.Sign != '-' && line.NewLine != nextNew);
            if (hunks.Count == 0 || jumps)
            {
                hunks.Add([]);
                (nextOld, nextNew) = (line.OldLine, line.NewLine);
            }

            hunks[^1].Add(line);
            nextOld = line.Sign == '+' ? nextOld : line.OldLine + 1;
            nextNew = line.Sign == '-' ? nextNew : line.NewLine + 1;
        }

        return hunks;
    }
}
