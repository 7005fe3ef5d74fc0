// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Features.Plans;

/// <summary>A plan that an address names, or why it could not be opened.</summary>
internal sealed record OpenedPlan(OpenPlan? Open, ProblemHttpResult? Problem)
{
    /// <summary>What is made of the plan; else the problem.</summary>
    public Results<T, ProblemHttpResult> Answer<T>(Func<OpenPlan, Results<T, ProblemHttpResult>> answer)
        where T : IResult => Open is null ? Problem! : answer(Open);
}

/// <summary>Opens what an address names, or says in problem details why it cannot.</summary>
internal sealed class PlanOpener(PlanLibrary library, Problems problems)
{
    public async Task<OpenedPlan> OpenAsync(
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
                return new(null, problems.BadValue("date", date, "2026-11-22"));
            }

            day = read;
        }

        var open = await library.OpenAsync(planId, revision, day, cancellation);
        return open is not null ? new(open, null)
            : string.IsNullOrEmpty(revision) ? new(null, problems.NoPlan(planId))
            : new(null, problems.NoRevision(planId, revision));
    }
}
