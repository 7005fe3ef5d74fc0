// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Imports;

/// <summary>What only the table of quantified NDCs can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic QndcHeading(string file) =>
        Error("LS2550", new Place(file, 1), M("import.qndc.heading"), M("import.qndc.heading.fix"));

    public static Diagnostic QndcOtherUnit(string file) =>
        Error("LS2551", new Place(file, 1), M("import.qndc.other-unit"), M("import.qndc.other-unit.fix"));

    public static Diagnostic QndcColumnMissing(Place place, string column) =>
        Warning(
            "LS2552",
            place,
            M("import.qndc.column-missing", ("column", column)),
            M("import.qndc.column-missing.fix")
        );

    public static Diagnostic QndcNoRows(string file) =>
        Error("LS2553", new Place(file), M("import.qndc.no-rows"), M("import.qndc.no-rows.fix"));

    public static Diagnostic QndcNoDate(string file) =>
        Warning("LS2554", new Place(file, 1), M("import.qndc.no-date"), M("import.qndc.no-date.fix"));

    public static Diagnostic QndcNoCountry(Place place, string name, IEnumerable<string> known) =>
        Warning("LS2555", place, M("import.qndc.no-country"), M("import.qndc.no-country.fix")) with
        {
            Text = name.Length == 0 ? null : Short(name),
            DidYouMean = NameMatch.Nearest(name.Length <= 80 ? name : "", known, 1).ToEquatableList(),
        };

    public static Diagnostic QndcTwice(Place place, string name) =>
        Warning("LS2556", place, M("import.qndc.twice", ("name", Short(name))), M("import.qndc.twice.fix"));

    public static Diagnostic QndcReversed(Place place, string name, int year, double upper, double lower) =>
        Warning(
            "LS2557",
            place,
            M("import.qndc.reversed", ("name", Short(name)), ("year", year), ("upper", upper), ("lower", lower)),
            M("import.qndc.reversed.fix")
        );

    public static Diagnostic QndcNegative(Place place, string name, string column, double amount) =>
        Warning(
            "LS2558",
            place,
            M("import.qndc.negative", ("name", Short(name)), ("column", column), ("amount", amount)),
            M("import.qndc.negative.fix")
        );
}
