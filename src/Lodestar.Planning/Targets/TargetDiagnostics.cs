// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>Every doubt about a target's numbers, one method each.</summary>
internal static class TargetDiagnostics
{
    public static Diagnostic UnitsDiffer(TargetVersion version, Unit stated, Unit inventory) =>
        Warning(
            "LS3101",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("stated", stated),
            ("inventory", inventory)
        );

    public static Diagnostic BaseLevelDiffers(TargetVersion version, int year, Quantity stated, Quantity inventoried) =>
        Warning(
            "LS3102",
            version.Place,
            version.Id,
            ("target", version.Id),
            ("year", year),
            ("stated", stated),
            ("inventoried", inventoried)
        );

    public static Diagnostic MilestoneOpen(string id, int year, Place place, int? baseYear) =>
        Warning(
            "LS3103",
            place,
            id,
            ("milestone", id),
            ("year", year),
            ("base", baseYear is { } b ? b : Message.Of("not-stated"))
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
