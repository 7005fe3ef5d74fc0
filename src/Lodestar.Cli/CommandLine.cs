// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Lodestar.Cli.Adopting;
using Lodestar.Cli.Assessing;
using Lodestar.Cli.Budgets;
using Lodestar.Cli.Check;
using Lodestar.Cli.Climate;
using Lodestar.Cli.Importing;
using Lodestar.Cli.Library;
using Lodestar.Cli.Model;
using Lodestar.Cli.Places;
using Lodestar.Cli.Reports;
using Lodestar.Cli.Revising;
using Lodestar.Cli.Scenarios;
using Lodestar.Cli.Serving;
using Lodestar.Cli.Templates;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli;

/// <summary>The whole command line: what it understands, and what becomes of errors nobody expected.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Shell surroundings, CancellationToken cancellation = default)
    {
        var shell = surroundings.For(args);
        SpeakAs(shell.Language);
        try
        {
            // A name that begins with @ is a name, not a file of arguments.
            var parsed = Root(shell).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                return Misuse(shell, parsed);
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = shell.Out,
                    Error = shell.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            shell.Complain(shell.Say("cli.interrupted"));
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, a person gets one plain line and a way on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Broken(shell, e);
        }
        finally
        {
            await shell.Out.FlushAsync(CancellationToken.None);
        }
    }

    /// <summary>Says why the command ends; returns its exit code.</summary>
    public static int Fail(Shell shell, Failure failure)
    {
        DiagnosticLines.Write(shell, shell.Complain, "", failure.Diagnostic);
        return failure.ExitCode;
    }

    internal static RootCommand Root(Shell shell)
    {
        var root = new RootCommand(shell.Say("cli.description"))
        {
            CheckCommand.Create(shell),
            AssessCommand.Create(shell),
            BudgetCommand.Create(shell),
            ReportCommand.Create(shell),
            RunCommand.Create(shell),
            CompareCommand.Create(shell),
            AdoptCommand.Create(shell),
            ExplainCommand.Create(shell),
            GraphCommand.Create(shell),
            ImportCommand.Create(shell),
            NewCommand.Create(shell),
            LibraryCommand.Create(shell),
            ClimateCommand.Create(shell),
            ExportCommand.Create(shell),
            SaveCommand.Create(shell),
            HistoryCommand.Create(shell),
            DiffCommand.Create(shell),
            RestoreCommand.Create(shell),
            PlaceCommand.Create(shell),
            ServeCommand.Create(shell),
        };
        root.Options.Add(
            new Option<bool>("--no-color") { Recursive = true, Description = shell.Say("cli.option.no-color") }
        );
        root.Options.Add(
            new Option<bool>("--verbose") { Recursive = true, Description = shell.Say("cli.option.verbose") }
        );
        root.Options.Add(LanguageOption.Create(shell));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = shell.Say("cli.option.help");
        var explain = new HelpWithExamples((HelpAction)help.Action!, shell);
        help.Action = explain;
        root.SetAction(parsed =>
        {
            explain.Invoke(parsed);
            return ExitCode.Usage;
        });
        return root;
    }

    // The parser's own words come from its resources, which go by the culture of the thread.
    private static void SpeakAs(string language)
    {
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            // A runtime without culture data has those few words in English alone; ours do not need it.
        }
    }

    private static int Misuse(Shell shell, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var words = command
            .Subcommands.Select(c => c.Name)
            .Concat(Options(parsed).Where(o => !o.Hidden).Select(o => o.Name))
            .ToList();
        // One mistake often breeds several errors; the first of them names it.
        var error = parsed.Errors[0].Message;
        var failure = Failure.Of(
            ExitCode.Usage,
            "LS6000",
            ("reason", error),
            ("command", PathOf(parsed.CommandResult))
        );
        var unknown = parsed
            .Tokens.Select(t => t.Value)
            .FirstOrDefault(t => error.Contains($"'{t}'", StringComparison.Ordinal));
        return Fail(shell, unknown is null ? failure : failure.Near(unknown, words));
    }

    /// <summary>"lodestar library add"</summary>
    private static string PathOf(CommandResult result) =>
        result.Command is RootCommand ? "lodestar"
        : result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}"
        : result.Command.Name;

    private static IEnumerable<Option> Options(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive));

    private static int Broken(Shell shell, Exception e)
    {
        var what = e is AggregateException { InnerException: { } inner } ? inner : e;
        var id = what switch
        {
            UnauthorizedAccessException => "LS6020",
            FileNotFoundException or FileLoadException => "LS6023",
            IOException => "LS6021",
            _ when what.GetType().Name is "SqliteException" or "DamagedStorageException" => "LS6022",
            _ => "LS6023",
        };
        Fail(shell, Failure.Of(ExitCode.Machine, id, ("what", what.Message), ("kind", what.GetType().Name)));
        if (shell.Verbose)
        {
            foreach (var line in e.ToString().Split('\n'))
            {
                shell.Complain(line.TrimEnd('\r'));
            }
        }

        return ExitCode.Machine;
    }
}
