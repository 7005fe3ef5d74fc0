// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What there is to know when an import is merged into a plan.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic MergeRenamed(string from, string to) =>
        Note("LS2580", Place.Folder, M("import.merge.renamed", ("from", from), ("to", to)));

    public static Diagnostic MergeKept(string file, string what) =>
        Note("LS2581", new Place(file), M("import.merge.kept", ("what", what)), M("import.merge.kept.fix"));

    public static Diagnostic MergeDiffers(string file, string key, string stands, string comes) =>
        Warning(
            "LS2582",
            new Place(file),
            M("import.merge.differs", ("key", key), ("stands", Short(stands)), ("comes", Short(comes))),
            M("import.merge.differs.fix")
        );

    public static Diagnostic JoinNothing(string inventory, IEnumerable<string> gases, IEnumerable<string> known) =>
        Error(
            "LS2590",
            Place.Folder,
            M("import.join.nothing", ("inventory", inventory), ("gases", gases.ToEquatableList())),
            M("import.join.nothing.fix", ("known", known.ToEquatableList()))
        );

    public static Diagnostic JoinNoYear(IEnumerable<string> inventories) =>
        Error(
            "LS2591",
            Place.Folder,
            M("import.join.no-year", ("inventories", inventories.ToEquatableList())),
            M("import.join.no-year.fix")
        );

    public static Diagnostic JoinTaken(string id) =>
        Error("LS2593", new Place("plan.yaml"), M("import.join.taken", ("id", id)), M("import.join.taken.fix"));

    public static Diagnostic JoinTwice(string category, string gas) =>
        Error(
            "LS2594",
            Place.Folder,
            M("import.join.twice", ("category", category), ("gas", gas)),
            M("import.join.twice.fix")
        );

    public static Diagnostic JoinNoPlace() =>
        Error("LS2592", new Place("plan.yaml"), M("import.join.no-place"), M("import.join.no-place.fix"));
}
