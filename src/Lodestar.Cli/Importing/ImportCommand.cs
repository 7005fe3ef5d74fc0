// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;

namespace Lodestar.Cli.Importing;

/// <summary>What the person importing asks for.</summary>
internal sealed record ImportWishes(string File, string Folder, bool DryRun, bool Force, bool Json)
{
    public const string StandardInput = "-";

    public required ImportOptions Options { get; init; }
}

/// <summary><c>lodestar import</c>: a publisher's file or a table of one's own becomes a plan folder a place.</summary>
internal static class ImportCommand
{
    // On one's own machine the file is one's own choice; the bound only catches endless input.
    private const long MaxBytes = 1L << 30;

    public static Command Create(Shell shell)
    {
        var file = CommonOptions.Operand<string>(shell, "FILE", "cli.argument.file");
        var only = new Option<string[]>("--only") { HelpName = "NAME", Description = shell.Say("cli.option.only") };
        var to = new Option<string>("--to")
        {
            HelpName = "DIR",
            Description = shell.Say("cli.option.to-folder"),
            DefaultValueFactory = _ => ".",
        };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = shell.Say("cli.option.name") };
        var unit = new Option<string?>("--unit") { HelpName = "UNIT", Description = shell.Say("cli.option.unit") };
        var sheet = new Option<string?>("--sheet") { HelpName = "NAME", Description = shell.Say("cli.option.sheet") };
        var format = new Option<string?>("--format")
        {
            HelpName = "FORMAT",
            Description = shell.Say("cli.option.format"),
        };
        var scheme = new Option<string?>("--scheme") { HelpName = "ID", Description = shell.Say("cli.option.scheme") };
        var dryRun = new Option<bool>("--dry-run") { Description = shell.Say("cli.option.dry-run") };
        var (force, json) = (CommonOptions.Force(shell), CommonOptions.Json(shell));
        var command = new Command("import", shell.Say("cli.import.description"))
        {
            file,
            only,
            to,
            name,
            unit,
            sheet,
            format,
            scheme,
            dryRun,
            force,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Run(
                    shell,
                    new ImportWishes(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(to),
                        parsed.GetValue(dryRun),
                        parsed.GetValue(force),
                        parsed.GetValue(json)
                    )
                    {
                        Options = new ImportOptions
                        {
                            Only = parsed.GetValue(only) ?? [],
                            PlaceName = parsed.GetValue(name),
                            Unit = parsed.GetValue(unit),
                            Sheet = parsed.GetValue(sheet),
                            Format = parsed.GetValue(format),
                            Scheme = parsed.GetValue(scheme),
                            MaxBytes = MaxBytes,
                        },
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> Run(Shell shell, ImportWishes wishes, CancellationToken cancellation)
    {
        if (wishes.Options.Format is { } format && !FormatNames.Ids.Contains(format))
        {
            return CommandLine.Fail(
                shell,
                Failure
                    .Of(ExitCode.Usage, "LS6030", ("format", format), ("formats", FormatNames.Ids))
                    .Near(format, FormatNames.Ids)
            );
        }

        var (file, failure) = Open(shell, wishes.File);
        if (file is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        ImportResult result;
        await using (file)
        {
            var name = wishes.File == ImportWishes.StandardInput ? "stdin" : Path.GetFileName(wishes.File);

            // Off this thread, and given up rather than awaited on Ctrl-C: a read from a pipe cannot be interrupted.
            result = await Task.Run(
                    () =>
                        ImportProgressView.Show(
                            shell,
                            name,
                            progress => Importer.Import(file, name, wishes.Options, progress, cancellation)
                        ),
                    cancellation
                )
                .WaitAsync(cancellation);
        }

        var written = new WrittenPlans(wishes.Folder);
        if (result.Plans.Count > 0 && !wishes.DryRun)
        {
            if (written.Write(result.Plans, wishes.Force, cancellation) is { } refusal)
            {
                return CommandLine.Fail(shell, refusal);
            }
        }

        if (wishes.Json)
        {
            ImportContract.Write(shell, wishes, result);
        }
        else
        {
            ImportText.Write(shell, wishes, result);
        }

        return result.HasErrors || result.Plans.Count == 0 ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    internal static (Stream?, Failure?) Open(Shell shell, string path)
    {
        if (path == ImportWishes.StandardInput)
        {
            return (shell.OpenInput(), null);
        }

        if (Directory.Exists(path))
        {
            return (null, Failure.Of(ExitCode.Usage, "LS6004", ("path", path)));
        }

        if (!File.Exists(path))
        {
            return (null, PlanInput.Missing(path));
        }

        try
        {
            return (File.OpenRead(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Failure.Of(ExitCode.Machine, "LS6003", ("path", path), ("what", e.Message)));
        }
    }
}
