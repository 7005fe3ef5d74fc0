// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Projections;

/// <summary>Every doubt about published projections, one method each.</summary>
internal static class ProjectionDiagnostics
{
    public static Diagnostic NoCommonUnit(ProjectionRow row, Unit unit) =>
        Warning("LS3401", row.Place, row.Id, ("row", row.Id), ("stated", row.Series.Unit), ("inventory", unit));

    public static Diagnostic PartsDiffer(
        ProjectionRecord record,
        ProjectionScenario scenario,
        int year,
        Quantity stated,
        Quantity sum
    ) =>
        Warning(
            "LS3402",
            new Place(record.File),
            record.Id,
            ("scenario", Message.Of($"scenario.{scenario}")),
            ("year", year),
            ("stated", stated),
            ("sum", sum)
        );

    public static Diagnostic Beside(ProjectionTotals totals, int year, Quantity projected, Quantity inventoried) =>
        Warning(
            "LS3403",
            new Place(totals.Record.File),
            totals.Record.Id,
            ("scenario", Message.Of($"scenario.{totals.Scenario}")),
            ("year", year),
            ("projected", projected),
            ("inventoried", inventoried)
        );

    private static Diagnostic Warning(
        string id,
        Place place,
        string text,
        params ReadOnlySpan<(string, object)> values
    ) =>
        new(id, Severity.Warning, place, Message.Of($"{id}.reason", values), Message.Of($"{id}.fix", values))
        {
            Text = text,
        };
}
