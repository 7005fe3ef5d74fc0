// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Scenarios;
using Microsoft.Extensions.Caching.Memory;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>Wedges already worked out, by revision, on which alone they depend: an entry is never stale.</summary>
internal sealed class ScenarioShelf : IDisposable
{
    private const int MostReports = 400;

    /// <summary>Names the draws, for the keys of what is made of answers.</summary>
    public static string Stamp =>
        FormattableString.Invariant($"scenarios {ScenarioRunner.DrawCount} {ScenarioRunner.Seed}");

    private readonly MemoryCache _reports = new(new MemoryCacheOptions { SizeLimit = MostReports });

    /// <summary>What each measure of a scenario, or each controller, takes away; takes tenths of a second the first time.</summary>
    /// <returns>Null where no measure is on, or it would take too long.</returns>
    public AttributionReport? Wedges(OpenPlan open, ScenarioCase scenario, bool byController)
    {
        if (open.Reading.Outlook is not { } outlook)
        {
            return null;
        }

        if (!byController && scenario == outlook.Set.Planned)
        {
            return outlook.Wedges;
        }

        var key = (open.Revision.Id, scenario.Id, byController);
        if (_reports.TryGetValue<Kept>(key, out var kept) && kept is not null)
        {
            return kept.Report;
        }

        using var runner = open.Reading.Runner();
        var report =
            runner is null ? null
            : byController ? PlanOutlook.WedgesByController(runner, scenario)
            : PlanOutlook.WedgesOf(runner, scenario);
        _reports.Set(key, new Kept(report), new MemoryCacheEntryOptions { Size = 1 });
        return report;
    }

    public void Dispose() => _reports.Dispose();

    private sealed record Kept(AttributionReport? Report);
}
