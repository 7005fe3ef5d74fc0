// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Areas;

/// <summary>Claims as tables: a row an action; blank where nothing is stated.</summary>
internal static class AreaCsv
{
    private static readonly string[] Head =
    [
        "framework",
        "area",
        "action",
        "name",
        "status",
        "says",
        "since",
        "owner",
        "confidence",
        "evidence",
        "evidence_urls",
        "source",
        "findings",
        "contradicted_by",
    ];

    private static readonly string[] HeadOfAll = ["plan", "name", "framework", "area", "action", "status"];

    /// <summary>Every action of the framework for one plan. "findings" lists finding:verdict.</summary>
    public static string Write(FrameworkView view, string language) =>
        CsvLines.Write(
            Head,
            view.Areas.SelectMany(a => a.Actions.Select(x => Row(view.Framework, a.Area, x, language)))
        );

    /// <summary>What all places claim of a framework: a row a claim.</summary>
    public static string WriteAll(PlaceCatalog catalog, FrameworkDefinition framework)
    {
        var areas = framework
            .Areas.SelectMany(a => a.Actions.Select(x => (x.Id, Area: a.Id)))
            .DistinctBy(a => a.Id)
            .ToDictionary(a => a.Id, a => a.Area, StringComparer.Ordinal);
        return CsvLines.Write(
            HeadOfAll,
            from place in catalog.Planned
            from claim in place.Plan.Claims
            where claim.Framework == framework.Key && claim.Status != ActionStatus.NotStated
            where areas.ContainsKey(claim.Action)
            select (object?[])
                [
                    place.Plan.PlanId,
                    place.Plan.Name,
                    framework.Key,
                    areas[claim.Action],
                    claim.Action,
                    ActionStatuses.Word(claim.Status),
                ]
        );
    }

    private static object?[] Row(FrameworkDefinition framework, FrameworkArea area, ActionView action, string language)
    {
        var claim = action.Claim;
        var evidence = claim?.Evidence ?? EquatableList<Evidence>.Empty;
        return
        [
            framework.Key,
            area.Id,
            action.Action.Id,
            action.Action.Name.In(language),
            ActionStatuses.Word(action.Status),
            claim?.Says,
            EvidenceContract.Day(claim?.Since, claim?.SinceYearOnly ?? false),
            claim?.Owner,
            claim is { Confidence: not Confidence.NotStated } ? claim.Confidence.ToString().ToLowerInvariant() : null,
            Join(evidence.Select(e => e.Title)),
            Join(evidence.Select(e => e.Url).OfType<string>()),
            claim?.Source,
            Join(action.Beside.Select(b => $"{b.Finding.Id}:{Verdicts.Word(b.Finding.Verdict)}")),
            Join(action.Beside.Where(b => b.Bearing == Bearing.Contradicts).Select(b => b.Finding.Id)),
        ];
    }

    private static string Join(IEnumerable<string> parts) => string.Join("; ", parts);
}
