// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Lodestar.Cli.Importing;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanMerging;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Cli.Library;

/// <summary>What the person adding asks for.</summary>
internal sealed record AddWishes(string Format, string File, string Folder, bool Save, string? Data, bool Json)
{
    public required ImportOptions Options { get; init; }
}

/// <summary><c>lodestar library add</c>: a publisher's file makes a plan folder a place, or adds to those that are there.</summary>
internal static class AddCommand
{
    private const string Auto = "auto";
    private const long MaxBytes = 1L << 30;

    // A name of a group that this file does not have is no mistake of the person who named the group.
    private static readonly string[] OfNames = ["LS2014", "LS2015"];

    public static Command Create(Shell shell)
    {
        var format = CommonOptions.Operand<string>(shell, "FORMAT", "cli.argument.format");
        var file = CommonOptions.Operand<string>(shell, "FILE", "cli.argument.file");
        var only = new Option<string[]>("--only")
        {
            HelpName = "NAME",
            Description = shell.Say("cli.option.only-or-group"),
        };
        var into = new Option<string>("--into")
        {
            HelpName = "DIR",
            Description = shell.Say("cli.option.into"),
            DefaultValueFactory = _ => "plans",
        };
        var save = new Option<bool>("--save") { Description = shell.Say("cli.option.save") };
        var open = new Option<bool>("--open-only") { Description = shell.Say("cli.option.open-only") };
        var source = new Option<string?>("--source") { HelpName = "S", Description = shell.Say("cli.option.source") };
        var scheme = new Option<string?>("--scheme") { HelpName = "ID", Description = shell.Say("cli.option.scheme") };
        var (data, json) = (CommonOptions.Data(shell), CommonOptions.Json(shell));
        var command = new Command("add", shell.Say("cli.add.description"))
        {
            format,
            file,
            only,
            into,
            save,
            data,
            open,
            source,
            scheme,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    new AddWishes(
                        parsed.GetRequiredValue(format),
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(into),
                        parsed.GetValue(save),
                        parsed.GetValue(data),
                        parsed.GetValue(json)
                    )
                    {
                        Options = new ImportOptions
                        {
                            Only = parsed.GetValue(only) ?? [],
                            OpenOnly = parsed.GetValue(open),
                            Source = parsed.GetValue(source),
                            Scheme = parsed.GetValue(scheme),
                            MaxBytes = MaxBytes,
                        },
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, AddWishes wishes, CancellationToken cancellation)
    {
        if (wishes.Format != Auto && !FormatNames.Ids.Contains(wishes.Format))
        {
            return CommandLine.Fail(
                shell,
                Failure
                    .Of(ExitCode.Usage, "LS6030", ("format", wishes.Format), ("formats", FormatNames.Ids))
                    .Near(wishes.Format, FormatNames.Ids)
            );
        }

        var (file, failure) = ImportCommand.Open(shell, wishes.File);
        if (file is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        var members = MembersOf(wishes.Options.Only);
        var result = await ReadAsync(shell, wishes, members, file, cancellation);
        var added = Added.Of(wishes.Folder, result.Plans, members, cancellation);
        if (Write(wishes, added, cancellation) is { } refusal)
        {
            return CommandLine.Fail(shell, refusal);
        }

        SavedPlans? saved = null;
        if (wishes.Save && added.Places.Count > 0)
        {
            (saved, failure) = await SavedPlans.SaveAsync(shell, wishes, added, cancellation);
            if (saved is null)
            {
                return CommandLine.Fail(shell, failure!);
            }
        }

        if (wishes.Json)
        {
            AddContract.Write(shell, wishes, result, added, saved);
        }
        else
        {
            AddText.Write(shell, wishes, result, added, saved);
        }

        if (saved is { Conflicts: { Count: > 0 } conflicts })
        {
            return CommandLine.Fail(shell, Failure.Of(ExitCode.PlanErrors, "LS6031", ("plans", conflicts)));
        }

        var failed =
            result.HasErrors
            || added.Places.Count == 0
            || added.Places.Any(p => p.Diagnostics.Any(d => d.Severity == Severity.Error));
        return failed ? ExitCode.PlanErrors : ExitCode.Fine;
    }

    /// <summary>The members where groups alone are asked for; null where places are named.</summary>
    private static List<GroupMember>? MembersOf(IReadOnlyList<string> only) =>
        only.Count > 0 && only.All(o => PlaceGroups.Find(o) is not null)
            ? [.. only.SelectMany(o => PlaceGroups.Find(o)!)]
            : null;

    private static async Task<ImportResult> ReadAsync(
        Shell shell,
        AddWishes wishes,
        List<GroupMember>? members,
        Stream file,
        CancellationToken cancellation
    )
    {
        var options = wishes.Options with { Format = wishes.Format == Auto ? null : wishes.Format };
        if (members is not null)
        {
            options = options with
            {
                Only = [.. members.SelectMany(m => m.Names)],
                // Countries go by their codes; a city's name may be that of its region, too.
                OnlyKind = members.Exists(m => m.Kind == JurisdictionKind.City) ? JurisdictionKind.City : null,
            };
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
                            progress => Importer.Import(file, name, options, progress, cancellation)
                        ),
                    cancellation
                )
                .WaitAsync(cancellation);
        }

        return members is null
            ? result
            : result with
            {
                Diagnostics = result
                    .Diagnostics.Where(d =>
                        !OfNames.Contains(d.Id)
                        && !(d.Id == "LS2009" && OfNames.Contains(d.Reason.Values[0].Value as string))
                    )
                    .ToEquatableList(),
            };
    }

    private static Failure? Write(AddWishes wishes, Added added, CancellationToken cancellation) =>
        added
            .Places.Where(p => p.Changed)
            .Select(p => new ImportedPlan(p.Folder, p.Name, p.ChangedFiles))
            .ToEquatableList()
            is { Count: > 0 } changed
            ? new WrittenPlans(wishes.Folder).Write(changed, force: true, cancellation)
            : null;
}
