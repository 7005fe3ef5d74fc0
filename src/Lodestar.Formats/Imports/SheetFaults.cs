// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What the workbooks of publishers can be faulted with, whoever the publisher.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic SheetMissing(string file, string sheet, IReadOnlyList<string> sheets) =>
        Error(
            "LS2300",
            new Place(file),
            M("import.sheet.missing", ("sheet", sheet)),
            M("import.sheet.missing.fix")
        ) with
        {
            DidYouMean = NameMatch.Nearest(sheet, sheets.Where(s => s.Length <= 80)).ToEquatableList(),
        };

    public static Diagnostic SheetHeadingMissing(
        Place place,
        string sheet,
        string[] columns,
        IReadOnlyList<string> found
    ) =>
        Error(
            "LS2301",
            place,
            M(
                "import.sheet.heading-missing",
                ("sheet", Short(sheet)),
                ("columns", columns),
                ("rows", SheetHeading.MostRows)
            ),
            M("import.sheet.heading-missing.fix")
        ) with
        {
            DidYouMean = columns.SelectMany(c => NameMatch.Nearest(c, found, 1)).Distinct().ToEquatableList(),
        };

    public static Diagnostic SheetHeadingMoved(Place place, string sheet, int usualLine) =>
        Note("LS2302", place, M("import.sheet.heading-moved", ("sheet", Short(sheet)), ("line", usualLine)));

    public static Diagnostic SheetUnitMissing(string file, string sheet, string unit) =>
        Warning(
            "LS2303",
            new Place(file),
            M("import.sheet.unit-missing", ("sheet", Short(sheet)), ("unit", unit)),
            M("import.sheet.unit-missing.fix")
        );

    public static Diagnostic SheetUnitDiffers(Place place, string sheet, string stated, string expected) =>
        Error(
            "LS2304",
            place,
            M("import.sheet.unit-differs", ("sheet", Short(sheet)), ("expected", expected)),
            M("import.sheet.unit-differs.fix")
        ) with
        {
            Text = Short(stated),
        };

    public static Diagnostic SheetEditionMissing(string file) =>
        Warning("LS2305", new Place(file), M("import.sheet.edition-missing"), M("import.sheet.edition-missing.fix"));

    public static Diagnostic SheetNumbersAsText(Place place, string sheet, int count) =>
        Note("LS2306", place, M("import.sheet.numbers-as-text", ("sheet", Short(sheet)), ("count", count)));

    public static Diagnostic AreaCombined(Place place, string name, string inFile) =>
        Note("LS2307", place, M("import.sheet.combined", ("name", name), ("file", Short(inFile))));

    public static Diagnostic AreaGroups(Place place, string[] names) =>
        Note("LS2308", place, M("import.sheet.groups", ("count", names.Length), ("names", names)));

    public static Diagnostic AreaUnknown(Place place, string name) =>
        Warning(
            "LS2309",
            place,
            M("import.sheet.area-unknown", ("name", Short(name))),
            M("import.sheet.area-unknown.fix")
        );

    public static Diagnostic AreaNameDiffers(Place place, string code, string name, string country) =>
        Warning(
            "LS2310",
            place,
            M("import.sheet.area-name-differs", ("code", Short(code)), ("name", Short(name)), ("country", country)),
            M("import.sheet.area-name-differs.fix")
        );

    public static Diagnostic AreaNotImported(string file, string typed) =>
        Error(
            "LS2311",
            new Place(file),
            M("import.sheet.area-not-imported", ("name", Short(typed))),
            M("import.sheet.area-not-imported.fix")
        ) with
        {
            Text = Short(typed),
        };

    public static Diagnostic SheetRowUnknown(Place place, string what) =>
        Warning(
            "LS2312",
            place,
            M("import.sheet.row-unknown", ("what", Short(what))),
            M("import.sheet.row-unknown.fix")
        );

    public static Diagnostic SheetBlankRows(Place place, string sheet, int count) =>
        Note("LS2313", place, M("import.sheet.blank-rows", ("sheet", Short(sheet)), ("count", count)));

    public static Diagnostic AreaIncomplete(Place place, string name, string sheet) =>
        Warning(
            "LS2314",
            place,
            M("import.sheet.area-incomplete", ("name", Short(name)), ("sheet", sheet)),
            M("import.sheet.area-incomplete.fix")
        );

    public static Diagnostic SheetNoRows(string file) =>
        Error("LS2315", new Place(file), M("import.sheet.no-rows"), M("import.sheet.no-rows.fix"));

    public static Diagnostic SheetYearTwice(Place place, string sheet, int year) =>
        Warning(
            "LS2317",
            place,
            M("import.sheet.year-twice", ("sheet", Short(sheet)), ("year", year)),
            M("import.sheet.year-twice.fix")
        );
}
