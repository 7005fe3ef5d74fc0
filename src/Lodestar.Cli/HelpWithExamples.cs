// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli;

/// <summary>The usual help, and after it examples to copy.</summary>
internal sealed class HelpWithExamples(HelpAction usual, Shell shell) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        shell.Print(shell.Say("cli.help.examples"));
        foreach (var line in shell.Say($"cli.{(command is RootCommand ? "root" : command.Name)}.examples").Split('\n'))
        {
            shell.Print($"  {line}");
        }

        shell.Print();
        if (command is RootCommand)
        {
            shell.Print(shell.Say("cli.help.exit-codes"));
        }

        return ExitCode.Fine;
    }
}
