// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>What only Net Zero Tracker's workbook can be faulted with.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic NztHeading(string file, IEnumerable<string> needed) =>
        Error(
            "LS2500",
            new Place(file),
            M("import.nzt.heading", ("columns", needed.ToArray())),
            M("import.nzt.heading.fix")
        );

    public static Diagnostic NztNoRows(string file) =>
        Error("LS2501", new Place(file), M("import.nzt.no-rows"), M("import.nzt.no-rows.fix"));

    public static Diagnostic NztColumnMissing(Place place, string column, IEnumerable<string> heading) =>
        Warning(
            "LS2502",
            place,
            M("import.nzt.column-missing", ("column", column)),
            M("import.nzt.column-missing.fix")
        ) with
        {
            DidYouMean = NameMatch.Nearest(column, heading.Where(h => h.Length <= 80), 1).ToEquatableList(),
        };

    public static Diagnostic NztColumnTwice(Place place, string column) =>
        Warning(
            "LS2503",
            place,
            M("import.nzt.column-twice", ("column", Short(column))),
            M("import.nzt.column-twice.fix")
        );

    public static Diagnostic NztNoPlace(Place place, string actor) =>
        Warning("LS2504", place, M("import.nzt.no-place"), M("import.nzt.no-place.fix")) with
        {
            Text = actor.Length == 0 ? null : Short(actor),
        };

    public static Diagnostic NztNoCountry(Place place, string name, string code) =>
        Warning("LS2505", place, M("import.nzt.no-country", ("name", Short(name))), M("import.nzt.no-country.fix")) with
        {
            Text = code.Length == 0 ? null : Short(code),
        };

    public static Diagnostic NztTwice(Place place, string name, string code) =>
        Warning(
            "LS2506",
            place,
            M("import.nzt.twice", ("name", Short(name)), ("code", Short(code))),
            M("import.nzt.twice.fix")
        );

    public static Diagnostic NztNoYear(Place place, string text) =>
        Warning("LS2507", place, M("import.nzt.no-year"), M("import.nzt.no-year.fix")) with
        {
            Text = Short(text),
        };

    public static Diagnostic NztUnknownWord(Place place, string column, string text, IEnumerable<string> known) =>
        Warning(
            "LS2508",
            place,
            M("import.nzt.unknown-word", ("column", column)),
            M("import.nzt.unknown-word.fix")
        ) with
        {
            Text = Short(text),
            DidYouMean = NameMatch.Nearest(text.Length <= 80 ? text : "", known, 1).ToEquatableList(),
        };

    public static Diagnostic NztNoCut(Place place, string text) =>
        Warning("LS2509", place, M("import.nzt.no-cut"), M("import.nzt.no-cut.fix")) with
        {
            Text = Short(text),
        };

    public static Diagnostic NztYearBeforeBase(Place place, string name, int year, int baseYear) =>
        Warning(
            "LS2510",
            place,
            M("import.nzt.before-base", ("name", Short(name)), ("year", year), ("base", baseYear)),
            M("import.nzt.before-base.fix")
        );

    public static Diagnostic NztMoneyOfNoYear(Place place, string name, string unit) =>
        Warning(
            "LS2511",
            place,
            M("import.nzt.money-of-no-year", ("name", Short(name)), ("unit", Short(unit))),
            M("import.nzt.money-of-no-year.fix")
        );

    public static Diagnostic NztCurrentMoney(Place place, string name, string unit) =>
        Warning(
            "LS2522",
            place,
            M("import.nzt.current-money", ("name", Short(name)), ("unit", Short(unit))),
            M("import.nzt.current-money.fix")
        );

    public static Diagnostic NztCutWithoutBase(Place place, string name, double cut) =>
        Warning(
            "LS2523",
            place,
            M("import.nzt.cut-without-base", ("name", Short(name)), ("cut", new Share(cut))),
            M("import.nzt.cut-without-base.fix")
        );

    public static Diagnostic NztNoBasis(Place place, string name, string unit) =>
        Warning("LS2512", place, M("import.nzt.no-basis", ("name", Short(name))), M("import.nzt.no-basis.fix")) with
        {
            Text = unit.Length == 0 ? null : Short(unit),
        };

    public static Diagnostic NztLevelWithoutUnit(Place place, string name, string column, string text) =>
        Note(
            "LS2513",
            place,
            M("import.nzt.level-without-unit", ("name", Short(name)), ("column", column), ("number", Short(text))),
            M("import.nzt.level-without-unit.fix")
        );

    public static Diagnostic NztZeroWithoutYear(Place place, string name, string wording) =>
        Warning(
            "LS2514",
            place,
            M("import.nzt.zero-without-year", ("name", Short(name)), ("wording", Short(wording))),
            M("import.nzt.zero-without-year.fix")
        );

    public static Diagnostic NztNoNumbers(Place place, string name, string wording) =>
        Note(
            "LS2515",
            place,
            M("import.nzt.no-numbers", ("name", Short(name)), ("wording", Short(wording))),
            M("import.nzt.no-numbers.fix")
        );

    public static Diagnostic NztPercentInText(Place place, string name, string[] found) =>
        Note(
            "LS2516",
            place,
            M("import.nzt.percent-in-text", ("name", Short(name)), ("found", found)),
            M("import.nzt.percent-in-text.fix")
        );

    public static Diagnostic NztStatedLater(Place place, string name, int year, int snapshot) =>
        Warning(
            "LS2517",
            place,
            M("import.nzt.stated-later", ("name", Short(name)), ("year", year), ("snapshot", snapshot)),
            M("import.nzt.stated-later.fix")
        );

    public static Diagnostic NztNoShare(Place place, string text) =>
        Warning("LS2518", place, M("import.nzt.no-share"), M("import.nzt.no-share.fix")) with
        {
            Text = Short(text),
        };

    public static Diagnostic NztStale(Place place, string name, DateOnly updated, DateOnly snapshot) =>
        Note(
            "LS2519",
            place,
            M("import.nzt.stale", ("name", Short(name)), ("updated", updated), ("snapshot", snapshot)),
            M("import.nzt.stale.fix")
        );

    public static Diagnostic NztTotalWithoutYear(Place place, string name, double tonnes) =>
        Note(
            "LS2520",
            place,
            M("import.nzt.total-without-year", ("name", Short(name)), ("tonnes", tonnes)),
            M("import.nzt.total-without-year.fix")
        );

    public static Diagnostic NztImplausible(
        Place place,
        string name,
        double tonnes,
        double each,
        double low,
        double high
    ) =>
        Warning(
            "LS2521",
            place,
            M(
                "import.nzt.implausible",
                ("name", Short(name)),
                ("tonnes", tonnes),
                ("each", each),
                ("low", low),
                ("high", high)
            ),
            M("import.nzt.implausible.fix")
        );
}
