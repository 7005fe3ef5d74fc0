// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Importing;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;

namespace Lodestar.Cli.Library;

/// <summary>What was added where, in words.</summary>
internal static class AddText
{
    private const int PlacesShown = 60;
    private const int ChangesShown = 6;

    public static void Write(Shell shell, AddWishes wishes, ImportResult result, Added added, SavedPlans? saved)
    {
        ImportText.Report(shell, result);
        var changed = added.Places.Where(p => p.Changed).ToList();
        foreach (var place in changed.Take(PlacesShown))
        {
            shell.Print(
                new Ink($"  {Path.Combine(wishes.Folder, place.Folder)}", Tone.Strong),
                new Ink($"  {place.Name}", Tone.Quiet)
            );
            foreach (var change in place.Changes.Take(ChangesShown))
            {
                shell.Print($"    {shell.Texts.Render(change)}");
            }

            if (place.Changes.Count > ChangesShown)
            {
                shell.Print($"    {shell.Say("cli.import.more", ("plans", place.Changes.Count - ChangesShown))}");
            }
        }

        if (changed.Count > PlacesShown)
        {
            shell.Print($"  {shell.Say("cli.import.more", ("plans", changed.Count - PlacesShown))}");
        }

        foreach (var place in added.Places)
        {
            DiagnosticLines.Write(shell, shell.Print, Path.Combine(wishes.Folder, place.Folder), place.Diagnostics);
        }

        shell.Print(
            new Ink(
                shell.Say(
                    "cli.add.summary",
                    ("places", added.Places.Count),
                    ("new", changed.Count(p => p.IsNew)),
                    ("changed", changed.Count(p => !p.IsNew)),
                    ("same", added.Places.Count - changed.Count)
                ),
                Tone.Strong
            )
        );
        if (added.NotInFile.Count > 0)
        {
            shell.Print(shell.Say("cli.add.not-in-file", ("names", added.NotInFile)));
        }

        if (saved is not null)
        {
            shell.Print(shell.Say("cli.add.saved", ("saved", saved.Saved), ("same", saved.Unchanged)));
        }
    }
}
