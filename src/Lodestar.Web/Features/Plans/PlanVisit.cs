// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Features.Plans;

/// <summary>A visit to a page of a plan: what the address names, and how it is opened.</summary>
/// <param name="Revision">A revision's id or its start; the current one where it is left out or empty.</param>
/// <param name="Date">The day to assess on; today where it is left out.</param>
internal sealed record PlanVisit(
    string Id,
    string? Revision,
    DateOnly? Date,
    HttpContext Context,
    PlanLibrary Library,
    CancellationToken Cancellation
)
{
    /// <summary>The revision that the reader pinned; null where it is the current one.</summary>
    public string? PinnedRevision => string.IsNullOrEmpty(Revision) ? null : Revision;

    /// <summary>The query with which links keep what the reader pinned; "" where nothing is.</summary>
    public string Pinned
    {
        get
        {
            var parts = new[]
            {
                PinnedRevision is { } revision ? $"revision={Uri.EscapeDataString(revision)}" : null,
                Date is { } day ? FormattableString.Invariant($"date={day:yyyy-MM-dd}") : null,
            }.OfType<string>();
            var query = string.Join('&', parts);
            return query.Length == 0 ? "" : $"?{query}";
        }
    }

    /// <summary>The same to stand before a link's own query: "revision=…&amp;date=…&amp;"; "" where nothing is pinned.</summary>
    public string PinnedFirst => Pinned.Length == 0 ? "" : $"{Pinned[1..]}&";

    /// <summary>What is made of the plan; else the page that says there is none, and which are named alike.</summary>
    public Task<IResult> ShowAsync(Func<OpenPlan, IResult> show) => ShowAsync(open => Task.FromResult(show(open)));

    public async Task<IResult> ShowAsync(Func<OpenPlan, Task<IResult>> show) =>
        await OpenAsync() is { } open ? await show(open) : await MissingAsync();

    public Task<OpenPlan?> OpenAsync() => Library.OpenAsync(Id, Revision, Date, Cancellation);

    public Task<IResult> MissingAsync() => PlanPages.MissingAsync(Id, Library, Cancellation);
}
