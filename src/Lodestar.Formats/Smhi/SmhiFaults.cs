// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only SMHI's county report can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic SmhiHeadingMissing(Place place, string sheet, int rows) =>
        Error(
            "LS2350",
            place,
            M("import.smhi.heading-missing", ("sheet", Short(sheet)), ("rows", rows)),
            M("import.smhi.heading-missing.fix")
        );

    /// <param name="material">Whether the difference is more than half a per cent of the place's total.</param>
    public static Diagnostic SmhiSectorDiffers(
        Place place,
        bool material,
        string what,
        int[] years,
        int year,
        double printed,
        double sum
    ) =>
        new(
            "LS2351",
            material ? Severity.Warning : Severity.Note,
            place,
            M(
                "import.smhi.sector-differs",
                ("what", Short(what)),
                ("years", years),
                ("year", year),
                ("printed", printed),
                ("sum", sum)
            ),
            M("import.smhi.sector-differs.fix")
        );

    public static Diagnostic SmhiNationRest(Place place, int year, double nation, double counties) =>
        Note(
            "LS2352",
            place,
            M(
                "import.smhi.nation-rest",
                ("year", year),
                ("nation", nation),
                ("counties", counties),
                ("rest", nation - counties)
            )
        );

    public static Diagnostic SmhiCountyUnknown(Place place, string name) =>
        Warning(
            "LS2353",
            place,
            M("import.smhi.county-unknown", ("name", Short(name))),
            M("import.smhi.county-unknown.fix")
        );

    public static Diagnostic SmhiOtherSubstance(Place place, int year, string text) =>
        Warning(
            "LS2354",
            place,
            M("import.smhi.other-substance", ("year", year)),
            M("import.smhi.other-substance.fix")
        ) with
        {
            Text = Short(text),
        };
}
