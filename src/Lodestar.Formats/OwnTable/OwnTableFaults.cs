// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What a table of one's own can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic NoSeparator(string file) =>
        Error("LS2200", new Place(file), M("import.table.no-separator"), M("import.table.no-separator.fix"));

    public static Diagnostic TooManyCells(string file, int limit) =>
        Error(
            "LS2201",
            new Place(file),
            M("import.table.too-many-cells", ("limit", limit)),
            M("import.table.too-many-cells.fix")
        );

    public static Diagnostic SheetUnknown(
        string file,
        string wanted,
        IEnumerable<string> nearest,
        List<string> names
    ) =>
        Error(
            "LS2202",
            new Place(file),
            M("import.table.sheet-unknown", ("sheet", Short(wanted)), ("sheets", names.ToArray())),
            M("import.table.sheet-unknown.fix")
        ) with
        {
            DidYouMean = nearest.ToEquatableList(),
        };

    public static Diagnostic NoYears(string file) =>
        Error("LS2203", new Place(file), M("import.table.no-years"), M("import.table.no-years.fix"));

    public static Diagnostic YearTwice(Place place, int year) =>
        Error("LS2204", place, M("import.table.year-twice", ("year", year)), M("import.table.year-twice.fix"));

    public static Diagnostic FinancialYears(Place place, List<string> headings) =>
        Warning(
            "LS2205",
            place,
            M("import.table.financial-years", ("headings", headings.ToArray())),
            M("import.table.financial-years.fix")
        );

    public static Diagnostic ProvisionalYears(Place place, List<string> headings) =>
        Note("LS2206", place, M("import.table.provisional-years", ("headings", headings.ToArray())));

    public static Diagnostic ColumnLeftOut(Place place, string heading) =>
        Warning(
            "LS2207",
            place,
            M("import.table.column-left-out", ("heading", Short(heading))),
            M("import.table.column-left-out.fix")
        );

    public static Diagnostic DecimalMarkAssumed(string file, Planning.Messages.Message mark) =>
        Warning(
            "LS2208",
            new Place(file),
            M("import.table.decimal-assumed", ("mark", mark)),
            M("import.table.decimal-assumed.fix")
        );

    public static Diagnostic UnitUnknown(string file, string unit) =>
        Error(
            "LS2209",
            new Place(file),
            M("import.table.unit-unknown", ("unit", Short(unit))),
            M("import.table.unit-unknown.fix")
        );

    public static Diagnostic NoUnit(Place place, int rows) =>
        Error("LS2210", place, M("import.table.no-unit", ("rows", rows)), M("import.table.no-unit.fix"));

    public static Diagnostic GasAssumed(string file) =>
        Warning("LS2211", new Place(file), M("import.table.gas-assumed"), M("import.table.gas-assumed.fix"));

    public static Diagnostic Unmapped(Place place, string label, IEnumerable<string> nearest) =>
        Warning(
            "LS2212",
            place,
            M("import.table.unmapped", ("label", Short(label))),
            M("import.table.unmapped.fix")
        ) with
        {
            DidYouMean = nearest.ToEquatableList(),
            Text = Short(label),
        };

    public static Diagnostic ParentIsTotal(Place place, string label, string category) =>
        Note("LS2213", place, M("import.table.parent-is-total", ("label", Short(label)), ("category", category)));

    public static Diagnostic MayCountTwice(Place place, string label, string category) =>
        Warning(
            "LS2214",
            place,
            M("import.table.may-count-twice", ("label", Short(label)), ("category", category)),
            M("import.table.may-count-twice.fix")
        );

    public static Diagnostic RowWithoutLabel(Place place) =>
        Error("LS2215", place, M("import.table.no-label"), M("import.table.no-label.fix"));

    public static Diagnostic AbsentWords(string file, string[] words, int count) =>
        Note("LS2216", new Place(file), M("import.table.absent-words", ("words", words), ("count", count)));

    public static Diagnostic NothingUsed(string file) =>
        Error("LS2217", new Place(file), M("import.table.nothing-used"), M("import.table.nothing-used.fix"));

    public static Diagnostic SeveralPlaces(string file, IReadOnlyList<string> places) =>
        Warning(
            "LS2220",
            new Place(file),
            M(
                "import.table.several-places",
                ("count", places.Count),
                ("places", places.Take(5).Select(Short).ToArray())
            ),
            M("import.table.several-places.fix")
        );

    public static Diagnostic MetricTons(string file) =>
        Warning("LS2219", new Place(file), M("import.table.metric-tons"), M("import.table.metric-tons.fix"));

    public static Diagnostic TooManyRows(string file, int rows, int limit) =>
        Error(
            "LS2218",
            new Place(file),
            M("import.table.too-many-rows", ("rows", rows), ("limit", limit)),
            M("import.table.too-many-rows.fix")
        );
}
