// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Climate;

/// <summary>What keeps a place from its warming: ids LS3460 to LS3479.</summary>
public static class WarmingDiagnostics
{
    internal static Diagnostic NoInventory() => Warning("LS3460", new Place("inventory/"));

    internal static Diagnostic NoPath(string file) => Warning("LS3461", new Place(file));

    internal static Diagnostic NothingToCut(string file, int year) =>
        Warning("LS3462", new Place(file), ("year", year));

    internal static Diagnostic MoreThanWorld(string species, string background, int year, string file = "") =>
        Warning("LS3463", new Place(file), ("species", species), ("background", background), ("year", year));

    internal static Diagnostic NoScale(string file, int start, int year, double times) =>
        Warning("LS3467", new Place(file), ("start", start), ("year", year), ("times", times));

    internal static Diagnostic GasUnknown(string file, string gas) => Warning("LS3466", new Place(file), ("gas", gas));

    /// <summary>A background that is not shipped.</summary>
    public static Diagnostic NoSuchBackground(string asked, Place place) =>
        Error(
            "LS3464",
            place,
            ("asked", asked),
            ("choices", WorldPathways.Shipped.Select(p => (object)p.Id).ToEquatableList())
        );

    /// <summary>A last year that no background reaches, or that is over already.</summary>
    public static Diagnostic YearOutside(int asked, int first, int last, Place place) =>
        Error("LS3465", place, ("asked", asked), ("first", first), ("last", last));

    private static Diagnostic Error(string id, Place place, params ReadOnlySpan<(string, object)> values) =>
        Warning(id, place, values) with
        {
            Severity = Severity.Error,
        };

    private static Diagnostic Warning(string id, Place place, params ReadOnlySpan<(string, object)> values) =>
        new(id, Severity.Warning, place, Message.Of($"{id}.reason", values), Message.Of($"{id}.fix", values));
}
