// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Library;

/// <summary><c>lodestar library validate</c>: every fault of a folder of frameworks, practices, measures, alliances and powers.</summary>
internal static class ValidateCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = shell.Say("cli.argument.library"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("validate", shell.Say("cli.validate.description")) { folder };
        command.SetAction(parsed => Run(shell, parsed.GetValue(folder)));
        return command;
    }

    private static int Run(Shell shell, string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6001", ("path", folder)));
        }

        var own = folder is null ? null : PlanDirectory.Read(folder);
        var reading = own is null ? LibraryReader.Shipped : LibraryReader.ShippedWith(own.Files);
        var faults = (own?.Diagnostics ?? EquatableList<Diagnostic>.Empty).Concat(reading.Diagnostics).ToList();
        DiagnosticLines.Write(shell, shell.Print, folder ?? "", faults);
        var library = reading.Library;
        shell.Print(
            shell.Say(
                "cli.validate.counts",
                ("frameworks", library.Frameworks.Count),
                ("practices", library.Practices.Count),
                ("measures", library.Measures.Count),
                ("alliances", library.Alliances.Count),
                ("powers", library.Powers.Count)
            )
        );
        shell.Print(
            shell.Say(
                "cli.check.counts",
                ("path", folder ?? shell.Say("cli.validate.shipped")),
                ("errors", faults.Count(d => d.Severity == Severity.Error)),
                ("warnings", faults.Count(d => d.Severity == Severity.Warning)),
                ("notes", faults.Count(d => d.Severity == Severity.Note))
            )
        );
        return faults.Exists(d => d.Severity == Severity.Error) ? ExitCode.PlanErrors : ExitCode.Fine;
    }
}
