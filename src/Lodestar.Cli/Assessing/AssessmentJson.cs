// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Cli.Terminals;
using Lodestar.Web.Features.Assessment;

namespace Lodestar.Cli.Assessing;

/// <summary>Assessments as the server's API says them: an object for one plan, an array for several.</summary>
internal static class AssessmentJson
{
    // Apart, so that only --json loads the contracts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(Shell shell, IReadOnlyList<AssessedPlan> plans, string? finding)
    {
        var all = plans.Select(p => AssessmentContract.From(p.Assessment, shell.Texts)).ToList();
        if (finding is null)
        {
            JsonOutput.WriteOneOrMany(shell, all);
        }
        else
        {
            JsonOutput.WriteOneOrMany(shell, [.. all.Select(a => a.Findings.First(f => f.Id == finding))]);
        }
    }
}
