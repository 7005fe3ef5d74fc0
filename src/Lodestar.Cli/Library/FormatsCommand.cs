// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Library;

/// <summary><c>lodestar library formats</c>: what can be added, and where to get it.</summary>
internal static class FormatsCommand
{
    public static Command Create(Shell shell)
    {
        var json = CommonOptions.Json(shell);
        var command = new Command("formats", shell.Say("cli.formats.description")) { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                FormatContract.Write(shell);
                return ExitCode.Fine;
            }

            foreach (var format in KnownFormat.All)
            {
                shell.Print(new Ink(format.Id, Tone.Strong), $"  {format.Publisher}");
                shell.Print($"  {shell.Texts.Render(format.File)}");
                if (format.Url.Length > 0)
                {
                    shell.Print($"  {format.Url}", new Ink($"  {format.Licence}", Tone.Quiet));
                }
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
