// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only the UK file can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic UkHeading(string file) =>
        Error("LS2100", new Place(file, 1), M("import.uk.heading"), M("import.uk.heading.fix"));

    public static Diagnostic UkNoRows(string file) =>
        Error("LS2108", new Place(file), M("import.uk.no-rows"), M("import.uk.no-rows.fix"));

    public static Diagnostic UkColumnMissing(string file, string column, IEnumerable<string> heading) =>
        Warning(
            "LS2101",
            new Place(file, 1),
            M("import.uk.column-missing", ("column", column)),
            M("import.uk.column-missing.fix")
        ) with
        {
            DidYouMean = NameMatch.Nearest(column, heading.Where(h => h.Length <= 80), 1).ToEquatableList(),
        };

    public static Diagnostic UkColumnUnknown(string file, string column, int at) =>
        Warning(
            "LS2102",
            new Place(file, 1, 0, CellName.Of(at, 1)),
            M("import.uk.column-unknown", ("column", Short(column))),
            M("import.uk.column-unknown.fix")
        );

    public static Diagnostic UkRowWithoutPlace(Place place) =>
        Error("LS2103", place, M("import.uk.no-place"), M("import.uk.no-place.fix"));

    public static Diagnostic UkRowWidth(Place place, int cells, int expected) =>
        Warning(
            "LS2105",
            place,
            M("import.uk.row-width", ("cells", cells), ("expected", expected)),
            M("import.uk.row-width.fix")
        );

    public static Diagnostic UkOverlap(Place place, string name, string[] members) =>
        Note("LS2106", place, M("import.uk.overlap", ("name", name), ("members", members)));

    public static Diagnostic UkOverlapUnknown(Place place, string name) =>
        Note("LS2107", place, M("import.uk.overlap-unknown", ("name", name)));
}
