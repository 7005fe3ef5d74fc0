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
        foreach (var line in shell.Say(Examples(command)).Split('\n'))
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

    /// <summary>A command within another may have examples under both names, for two commands may share their own.</summary>
    private string Examples(Command command)
    {
        var nested = command.Parents.OfType<Command>().Select(p => $"cli.{p.Name}-{command.Name}.examples");
        return nested.FirstOrDefault(shell.Texts.Has)
            ?? $"cli.{(command is RootCommand ? "root" : command.Name)}.examples";
    }
}
