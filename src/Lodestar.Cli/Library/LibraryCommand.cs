// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Library;

/// <summary><c>lodestar library</c>: many places at once, from publishers' files.</summary>
internal static class LibraryCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("library", shell.Say("cli.library.description"))
        {
            AddCommand.Create(shell),
            JoinCommand.Create(shell),
            FormatsCommand.Create(shell),
            ValidateCommand.Create(shell),
        };
        return command;
    }
}
