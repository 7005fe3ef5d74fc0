// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Plans;

/// <summary>Opens what an address names, or says in problem details why it cannot.</summary>
internal sealed class PlanOpener(PlanLibrary library, Problems problems)
{
    public async Task<(OpenPlan? Open, ProblemHttpResult? Problem)> OpenAsync(
        string planId,
        string? revision,
        string? date,
        CancellationToken cancellation
    )
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(date))
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var read))
            {
                return (null, problems.BadValue("date", date, "2026-11-22"));
            }

            day = read;
        }

        var open = await library.OpenAsync(planId, revision, day, cancellation);
        return open is not null ? (open, null)
            : string.IsNullOrEmpty(revision) ? (null, problems.NoPlan(planId))
            : (null, problems.NoRevision(planId, revision));
    }
}
