// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only the Global Carbon Budget's workbooks can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic GcbHeadingMissing(Place place, string sheet, int rows) =>
        Error(
            "LS2330",
            place,
            M("import.gcb.heading-missing", ("sheet", Short(sheet)), ("rows", rows)),
            M("import.gcb.heading-missing.fix")
        );

    public static Diagnostic GcbFactorMissing(string file, string sheet, double factor) =>
        Warning(
            "LS2331",
            new Place(file),
            M("import.gcb.factor-missing", ("sheet", Short(sheet)), ("factor", factor)),
            M("import.gcb.factor-missing.fix")
        );

    public static Diagnostic GcbFactorDiffers(Place place, string sheet, double other, double usual, double taken) =>
        Warning(
            "LS2332",
            place,
            M(
                "import.gcb.factor-differs",
                ("sheet", Short(sheet)),
                ("other", other),
                ("usual", usual),
                ("taken", taken)
            ),
            M("import.gcb.factor-differs.fix")
        );

    public static Diagnostic GcbFactorWrong(Place place, string sheet, double factor, double usual) =>
        Error(
            "LS2333",
            place,
            M("import.gcb.factor-wrong", ("sheet", Short(sheet)), ("factor", factor), ("usual", usual)),
            M("import.gcb.factor-wrong.fix")
        );
}
