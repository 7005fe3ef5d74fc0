// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Revising;

/// <summary><c>lodestar export</c>: a plan as a zip or as a folder; the same files always make the same zip.</summary>
internal static class ExportCommand
{
    private sealed record Wishes(string Plan, string To, string? Data, string? Revision, bool Force);

    public static Command Create(Shell shell)
    {
        var plan = CommonOptions.Operand<string>(shell, "PATH|PLAN-ID", "cli.argument.path-or-plan");
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = "FILE.zip|DIR",
            Description = shell.Say("cli.option.to"),
        };
        var revision = new Option<string?>("--revision")
        {
            HelpName = "REV",
            Description = shell.Say("cli.option.revision"),
        };
        var (data, force) = (CommonOptions.Data(shell), CommonOptions.Force(shell));
        var command = new Command("export", shell.Say("cli.export.description")) { plan, to, revision, data, force };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    new Wishes(
                        parsed.GetRequiredValue(plan),
                        parsed.GetRequiredValue(to),
                        parsed.GetValue(data),
                        parsed.GetValue(revision),
                        parsed.GetValue(force)
                    ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, Wishes wishes, CancellationToken cancellation)
    {
        var (files, failure) = await PlanOperand.LoadAsync(
            shell,
            wishes.Plan,
            wishes.Revision,
            wishes.Data,
            cancellation
        );
        if (files is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        if (!wishes.Force && IsTaken(wishes.To))
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.Usage, "LS6007", ("path", wishes.To), ("more", 0)));
        }

        try
        {
            failure = wishes.To.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? WriteZip(files, wishes.To)
                : WriteFolder(files, wishes.To, wishes.Force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = Failure.Of(ExitCode.Machine, "LS6013", ("path", wishes.To), ("what", e.Message));
        }

        if (failure is not null)
        {
            return CommandLine.Fail(shell, failure);
        }

        shell.Print(shell.Say("cli.export.wrote", ("files", files.Count), ("path", wishes.To)));
        return ExitCode.Fine;
    }

    private static bool IsTaken(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    private static Failure? WriteZip(PlanFiles files, string path)
    {
        OutputFile.Write(path, stream => PlanZip.Write(files, stream));
        return null;
    }

    /// <summary>Over an older export nothing of it stays: the folder then is the plan, no more.</summary>
    private static Failure? WriteFolder(PlanFiles files, string path, bool removeOthers) =>
        PlanDirectory.Write(files, path, removeOthers).FirstOrDefault(d => d.Severity == Severity.Error) is { } error
            ? new Failure(ExitCode.Machine, error)
            : null;
}
