// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.Imports;

/// <summary>Reads figures of worksheets, and counts those that stand there as text.</summary>
internal sealed class SheetFigures(SheetRows rows, DiagnosticBag faults)
{
    /// <summary>A table ends where this many rows are blank, however far a stray format makes the sheet reach.</summary>
    private const int BlankRowsAtEnd = 1_000;

    private int _texts;
    private Place? _firstText;
    private int _blankRows;
    private Place? _firstBlank;

    /// <summary>The figure of a cell of the row at hand; null where it is blank or no number, which is reported.</summary>
    public double? Read(int column)
    {
        var cell = rows[column];
        if (cell.Number is { } number)
        {
            if (Math.Abs(number) <= Cell.Largest)
            {
                return number;
            }
        }
        else if (cell.IsBlank)
        {
            return null;
        }
        else if (TryReadText(cell.Text, out number))
        {
            _texts++;
            _firstText ??= rows.PlaceOf(column);
            return number;
        }

        faults.Add(ImportFaults.NotANumber(rows.PlaceOf(column), cell.Text));
        return null;
    }

    public double?[] Read(IReadOnlyList<(int Year, int Column)> years)
    {
        var figures = new double?[years.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] = Read(years[i].Column);
        }

        return figures;
    }

    /// <summary>Goes to the next row that holds anything; blank ones are counted, and a thousand of them end the table.</summary>
    public bool NextRow()
    {
        for (var blank = 0; blank < BlankRowsAtEnd && rows.NextRow(); blank++)
        {
            if (rows.Width > 0)
            {
                return true;
            }

            _blankRows++;
            _firstBlank ??= rows.PlaceOf(-1);
        }

        return false;
    }

    /// <summary>Says once for a sheet what was found in it, and begins to count anew.</summary>
    public void Report()
    {
        if (_firstText is { } text)
        {
            faults.Add(ImportFaults.SheetNumbersAsText(text, rows.Sheet, _texts));
        }

        if (_firstBlank is { } blank)
        {
            faults.Add(ImportFaults.SheetBlankRows(blank, rows.Sheet, _blankRows));
        }

        (_texts, _firstText, _blankRows, _firstBlank) = (0, null, 0, null);
    }

    private static bool TryReadText(string text, out double number)
    {
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) <= Cell.Largest;
    }
}
