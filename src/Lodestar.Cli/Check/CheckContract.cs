// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Web.Features;

namespace Lodestar.Cli.Check;

/// <summary>What <c>lodestar check --json</c> says (docs/cli.md).</summary>
internal sealed record CheckContract(
    string Path,
    string PlanId,
    string PlanName,
    int Errors,
    int Warnings,
    int Notes,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(Shell shell, string path, Plan plan, EquatableList<Diagnostic> all) =>
        JsonOutput.Write(
            shell,
            new CheckContract(
                path,
                plan.Id,
                plan.Name,
                all.Count(d => d.Severity == Severity.Error),
                all.Count(d => d.Severity == Severity.Warning),
                all.Count(d => d.Severity == Severity.Note),
                [.. all.Select(d => DiagnosticContract.From(d, shell.Texts))]
            )
        );
}
