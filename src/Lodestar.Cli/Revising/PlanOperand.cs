// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Cli.Revising;

/// <summary>A plan named as a path, or as <c>PLAN-ID</c> or <c>PLAN-ID@REVISION</c> of the store. What is on disk wins.</summary>
internal static class PlanOperand
{
    public static async Task<(PlanFiles?, Failure?)> LoadAsync(
        Shell shell,
        string named,
        string? revision,
        string? data,
        CancellationToken cancellation
    )
    {
        var at = named.IndexOf('@', StringComparison.Ordinal);
        var planId = at < 0 ? named : named[..at];
        if (Path.Exists(named) || !PlanIds.IsValid(planId))
        {
            return Load(shell, named);
        }

        var (store, failure) = await PlanStore.OpenAsync(shell, data, create: false, cancellation);
        if (store is null)
        {
            return (null, failure);
        }

        await using (store)
        {
            (var found, failure) = await store.FindAsync(planId, at < 0 ? revision : named[(at + 1)..], cancellation);
            return found is null ? (null, failure) : (await store.Revisions.LoadAsync(found.Id, cancellation), null);
        }
    }

    private static (PlanFiles?, Failure?) Load(Shell shell, string path)
    {
        if (!PlanInput.TryFiles(path, out var files, out var failure))
        {
            return (null, failure);
        }

        DiagnosticLines.Write(shell, shell.Complain, path, files.Diagnostics);
        return (files.Files, null);
    }
}
