// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Imports;

/// <summary>A heading found by its words, wherever it stands: the columns asked for, and the columns of years.</summary>
/// <param name="Line">The row it stands in.</param>
/// <param name="Columns">Positions of the asked-for names, in the order asked.</param>
/// <param name="Years">Years with their columns, each year once, ascending.</param>
internal sealed record SheetHeading(int Line, int[] Columns, (int Year, int Column)[] Years)
{
    /// <summary>How far down a heading is looked for.</summary>
    public const int MostRows = 60;

    /// <summary>
    /// Reads on to the row that holds all names and at least one year; null, and reported, when there is none. A heading
    /// in another row than the publisher's is taken and noted.
    /// </summary>
    public static SheetHeading? Find(SheetRows rows, string[] names, int usualLine, DiagnosticBag faults)
    {
        var folded = names.Select(NameMatch.Fold).ToArray();
        var best = new List<string>();
        while (rows.Line < MostRows && rows.NextRow())
        {
            var cells = Enumerable.Range(0, rows.Width).Select(c => NameMatch.Fold(rows[c].Text)).ToList();
            var columns = folded.Select(f => cells.IndexOf(f)).ToArray();
            if (Array.TrueForAll(columns, c => c >= 0))
            {
                var years = YearsOf(rows, faults);
                if (years.Length > 0)
                {
                    NoteMove(rows, usualLine, faults);
                    return new SheetHeading(rows.Line, columns, years);
                }
            }

            if (Array.Exists(columns, c => c >= 0) || best.Count == 0)
            {
                best =
                [
                    .. Enumerable.Range(0, rows.Width).Select(c => rows[c].Text).Where(t => t.Length is > 0 and < 80),
                ];
            }
        }

        if (!rows.Failed)
        {
            faults.Add(ImportFaults.SheetHeadingMissing(rows.PlaceOf(1, 0), rows.Sheet, names, best));
        }

        return null;
    }

    /// <summary>The years of the row at hand; one that heads two columns is read from the first.</summary>
    public static (int Year, int Column)[] YearsOf(SheetRows rows, DiagnosticBag faults)
    {
        var years = new SortedDictionary<int, int>();
        for (var column = 0; column < rows.Width; column++)
        {
            if (rows[column].Year is { } year && !years.TryAdd(year, column))
            {
                faults.Add(ImportFaults.SheetYearTwice(rows.PlaceOf(column), rows.Sheet, year));
            }
        }

        return [.. years.Select(y => (y.Key, y.Value))];
    }

    public static void NoteMove(SheetRows rows, int usualLine, DiagnosticBag faults)
    {
        if (rows.Line != usualLine)
        {
            faults.Add(ImportFaults.SheetHeadingMoved(rows.PlaceOf(0), rows.Sheet, usualLine));
        }
    }
}
