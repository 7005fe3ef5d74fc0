// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only a PRIMAP file can be faulted with.</summary>
internal static partial class ImportFaults
{
    private const int NamesShown = 8;

    public static Diagnostic PrimapUnknown(string file, IEnumerable<string> datasets) =>
        Error(
            "LS2410",
            new Place(file),
            M(
                "import.primap.unknown",
                ("names", datasets.Order(StringComparer.Ordinal).Take(NamesShown).Select(Short).ToArray())
            ),
            M("import.primap.unknown.fix")
        );

    public static Diagnostic PrimapCategories(string file, string category) =>
        Error(
            "LS2411",
            new Place(file),
            M("import.primap.categories", ("category", Short(category))),
            M("import.primap.categories.fix")
        );

    public static Diagnostic PrimapTime(string file, string unit) =>
        Error("LS2412", new Place(file), M("import.primap.time", ("unit", Short(unit))), M("import.primap.time.fix"));

    public static Diagnostic PrimapEntity(string file, string dataset, string unit) =>
        Warning(
            "LS2413",
            new Place(file),
            M("import.primap.entity", ("name", Short(dataset)), ("unit", Short(unit))),
            M("import.primap.entity.fix")
        );

    public static Diagnostic PrimapSource(string file, string? asked, int count, IEnumerable<string> labels) =>
        Error(
            "LS2414",
            new Place(file),
            asked is null
                ? M("import.primap.source-open", ("count", count))
                : M("import.primap.source-unknown", ("source", Short(asked)), ("count", count)),
            M("import.primap.source.fix")
        ) with
        {
            DidYouMean = labels.ToEquatableList(),
            Text = asked is null ? null : Short(asked),
        };

    public static Diagnostic PrimapNothing(string file, string source) =>
        Error(
            "LS2415",
            new Place(file),
            M("import.primap.nothing", ("source", Short(source))),
            M("import.primap.nothing.fix")
        );

    public static Diagnostic PrimapLandInside(string file, string area) =>
        Warning(
            "LS2416",
            new Place(file),
            M("import.primap.land-inside", ("area", area)),
            M("import.primap.land-inside.fix")
        );

    public static Diagnostic AreaIsGroup(string file, string typed) =>
        Error(
            "LS2417",
            new Place(file),
            M("import.area-is-group", ("name", Short(typed))),
            M("import.area-is-group.fix")
        );
}
