// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Revisions;
using Lodestar.Web.Features;
using Lodestar.Web.Features.Revisions;

namespace Lodestar.Cli.Revising;

/// <summary><c>lodestar history</c>: the revisions of a plan, newest first.</summary>
internal static class HistoryCommand
{
    private const int ShortLength = 10;

    public static Command Create(Shell shell)
    {
        var plan = CommonOptions.Operand<string>(shell, "PLAN-ID", "cli.argument.plan");
        var (data, json) = (CommonOptions.Data(shell), CommonOptions.Json(shell));
        var command = new Command("history", shell.Say("cli.history.description")) { plan, data, json };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    shell,
                    parsed.GetRequiredValue(plan),
                    parsed.GetValue(data),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    public static string Short(string revisionId) =>
        revisionId.Length > ShortLength ? revisionId[..ShortLength] : revisionId;

    private static async Task<int> RunAsync(
        Shell shell,
        string planId,
        string? data,
        bool json,
        CancellationToken cancellation
    )
    {
        var (store, failure) = await PlanStore.OpenAsync(shell, data, create: false, cancellation);
        if (store is null)
        {
            return CommandLine.Fail(shell, failure!);
        }

        await using (store)
        {
            (var current, failure) = await store.FindAsync(planId, null, cancellation);
            if (current is null)
            {
                return CommandLine.Fail(shell, failure!);
            }

            var revisions = await store.Revisions.HistoryAsync(planId, cancellation);
            if (json)
            {
                WriteJson(shell, revisions);
            }
            else
            {
                Write(shell, revisions);
            }

            return ExitCode.Fine;
        }
    }

    private static void Write(Shell shell, EquatableList<Revision> revisions)
    {
        var table = new TextTable(
            shell.Say("cli.column.number"),
            shell.Say("cli.column.revision"),
            shell.Say("cli.column.saved"),
            shell.Say("cli.column.message")
        );
        foreach (var revision in revisions)
        {
            table.Add(
                revision.Number.ToString(CultureInfo.InvariantCulture),
                new Ink(Short(revision.Id), Tone.Doubtful),
                revision.SavedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
                revision.Message
            );
        }

        table.Write(shell);
    }

    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteJson(Shell shell, EquatableList<Revision> revisions) =>
        JsonOutput.Write(shell, new RevisionListContract([.. revisions.Select(RevisionContract.From)]));
}
