// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>Everything an import can find fault with or wants known, one method each; docs/imports.md lists the ids.</summary>
internal static partial class ImportFaults
{
    public static Diagnostic Empty(string file) =>
        Error("LS2001", new Place(file), M("import.empty"), M("import.empty.fix"));

    public static Diagnostic TooLarge(string file, long maxBytes) =>
        Error(
            "LS2002",
            new Place(file),
            M("import.too-large", ("megabytes", maxBytes / 1048576.0)),
            M("import.too-large.fix")
        );

    /// <param name="what">"pdf", "html" …: the end of a message id that names the kind and says what to do.</param>
    public static Diagnostic NotATable(string file, Message what, Message fix) =>
        Error("LS2003", new Place(file), M("import.not-a-table", ("what", what)), fix);

    public static Diagnostic ZipHoldsNothing(string file, IEnumerable<string> names) =>
        Error("LS2004", new Place(file), M("import.zip-nothing"), M("import.zip-nothing.fix")) with
        {
            DidYouMean = names.ToEquatableList(),
        };

    public static Diagnostic ZipHoldsMany(string file, int count, IEnumerable<string> names) =>
        Error("LS2005", new Place(file), M("import.zip-many", ("count", count)), M("import.zip-many.fix")) with
        {
            DidYouMean = names.ToEquatableList(),
        };

    public static Diagnostic ZipBomb(string file, Message reason) =>
        Error("LS2006", new Place(file), reason, M("import.zip-bomb.fix"));

    public static Diagnostic Unreadable(string file, Message reason, Message fix) =>
        Error("LS2007", new Place(file), reason, fix);

    public static Diagnostic FieldTooLong(string file, int line, int limit) =>
        Error(
            "LS2008",
            new Place(file, line),
            M("import.field-too-long", ("limit", limit)),
            M("import.field-too-long.fix")
        );

    public static Diagnostic MoreOfTheSame(string id, int count) =>
        new("LS2009", Severity.Note, Place.Folder, M("import.more", ("id", id), ("count", count)));

    public static Diagnostic NotANumber(Place place, string text) =>
        Warning("LS2010", place, M("import.not-a-number"), M("import.not-a-number.fix")) with
        {
            Text = Short(text),
        };

    public static Diagnostic RepeatedRow(Place place, int firstLine, string what) =>
        new(
            "LS2011",
            Severity.Note,
            place,
            M("import.repeated-row", ("what", Short(what)), ("line", firstLine)),
            M("import.repeated-row.fix")
        );

    public static Diagnostic DisputedRow(Place place, int firstLine, string what) =>
        Error(
            "LS2012",
            place,
            M("import.disputed-row", ("what", Short(what)), ("line", firstLine)),
            M("import.disputed-row.fix")
        );

    public static Diagnostic TotalDiffers(Place place, string what, int year, double printed, double sum) =>
        Warning(
            "LS2013",
            place,
            M(
                "import.total-differs",
                ("what", Short(what)),
                ("year", year),
                ("printed", printed),
                ("sum", sum),
                ("difference", Math.Abs(printed - sum))
            ),
            M("import.total-differs.fix")
        );

    public static Diagnostic PlaceUnknown(string file, string typed, int known, IEnumerable<string> nearest) =>
        Error(
            "LS2014",
            new Place(file),
            M("import.place-unknown", ("name", Short(typed)), ("known", known)),
            M("import.place-unknown.fix")
        ) with
        {
            DidYouMean = nearest.ToEquatableList(),
            Text = Short(typed),
        };

    public static Diagnostic PlaceAmbiguous(string file, string typed, int count, IEnumerable<string> found) =>
        Error(
            "LS2015",
            new Place(file),
            M("import.place-ambiguous", ("name", Short(typed)), ("count", count)),
            M("import.place-ambiguous.fix")
        ) with
        {
            DidYouMean = found.ToEquatableList(),
            Text = Short(typed),
        };

    public static Diagnostic RowWithoutYear(Place place, string text) =>
        Error("LS2016", place, M("import.no-year"), M("import.no-year.fix")) with
        {
            Text = text.Length == 0 ? null : Short(text),
        };

    private static Message M(string id, params ReadOnlySpan<(string, object)> values) => Message.Of(id, values);

    private static Diagnostic Error(string id, Place place, Message reason, Message fix) =>
        new(id, Severity.Error, place, reason, fix);

    private static Diagnostic Warning(string id, Place place, Message reason, Message? fix = null) =>
        new(id, Severity.Warning, place, reason, fix);

    private static Diagnostic Note(string id, Place place, Message reason, Message? fix = null) =>
        new(id, Severity.Note, place, reason, fix);

    // A cell may hold a whole page; a sentence may not.
    internal static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
