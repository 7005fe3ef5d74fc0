// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>
/// Reads a sheet of the Global Carbon Budget: lines of notes, one or two rows of names that stand in another row on each
/// sheet, at times a row of quality flags, then a row a year.
/// </summary>
internal sealed partial class GcbSheetReader(SheetRows rows, string file, DiagnosticBag faults, LossCounter loss)
{
    /// <summary>Molecular weights (44.009 over 12.011) to the four figures that the publisher uses.</summary>
    public const double UsualFactor = 3.664;

    // Beyond half a per cent it is no ratio of carbon dioxide to carbon any more.
    private const double FactorSlack = 0.005;
    private const int FewestNames = 3;
    private const string Unit = "million tonnes of carbon per year";

    private readonly SheetFigures _figures = new(rows, faults);
    private readonly List<(string[] Names, int Line)> _names = [];
    private readonly List<(double Factor, Place Place)> _factors = [];
    private readonly HashSet<int> _disputed = [];
    private (string Text, Place Place)? _unit;
    private string? _cite;
    private double?[]? _flags;

    /// <summary>Null, and reported, when the sheet cannot be understood.</summary>
    public GcbSheet? Read(int usualLine)
    {
        if (!ReadNotes())
        {
            if (!rows.Failed)
            {
                faults.Add(ImportFaults.GcbHeadingMissing(rows.PlaceOf(1, 0), rows.Sheet, SheetHeading.MostRows));
            }

            return null;
        }

        if (rows.Line != usualLine)
        {
            faults.Add(ImportFaults.SheetHeadingMoved(rows.PlaceOf(_names[^1].Line, 0), rows.Sheet, usualLine));
        }

        var factor = Factor();
        if (!UnitIsCarbon() || factor is null)
        {
            return null;
        }

        var columns = Columns();
        ReadYears(columns);
        _figures.Report();
        return new GcbSheet(rows.Sheet, factor.Value, _cite, [.. columns.Values.OfType<GcbColumn>()]);
    }

    /// <summary>Goes to the first row of a year, keeping what stands above it; false when there is none, or no names.</summary>
    private bool ReadNotes()
    {
        while (rows.Line < SheetHeading.MostRows && rows.NextRow())
        {
            if (rows.Width > FewestNames && rows[0].Year is not null && _names.Count > 0)
            {
                return true;
            }

            var texts = Enumerable.Range(0, rows.Width).Select(c => rows[c].Text).ToArray();
            var filled = Enumerable.Range(1, Math.Max(0, rows.Width - 1)).Count(c => !rows[c].IsBlank);
            if (filled >= FewestNames && texts.Skip(1).All(t => t.Length == 0 || !IsNumber(t)))
            {
                _names.Add((texts, rows.Line));
            }
            else if (filled >= FewestNames && NameMatch.Fold(texts[0]) == "qf")
            {
                _flags = [.. Enumerable.Range(0, rows.Width).Select(c => rows[c].Number)];
            }
            else
            {
                for (var column = 0; column < texts.Length; column++)
                {
                    ReadNote(texts[column], rows.PlaceOf(column));
                }
            }
        }

        return false;
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private void ReadNote(string text, Place place)
    {
        if (text.StartsWith("All values in ", StringComparison.OrdinalIgnoreCase))
        {
            _unit ??= (text, place);
        }

        if (CiteAs().Match(text) is { Success: true } cite)
        {
            _cite ??= cite.Groups[1].Value.Trim();
        }

        if (
            StatedFactor().Match(text) is { Success: true } stated
            && double.TryParse(
                stated.Groups[1].Value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var factor
            )
        )
        {
            _factors.Add((factor, place));
        }
    }

    private bool UnitIsCarbon()
    {
        if (_unit is not var (text, place))
        {
            faults.Add(ImportFaults.SheetUnitMissing(file, rows.Sheet, "Mt C"));
            return true;
        }

        if (text.Contains(Unit, StringComparison.OrdinalIgnoreCase))
        {
            var first = text.Split('.')[0];
            if (first.Contains(Unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        faults.Add(ImportFaults.SheetUnitDiffers(place, rows.Sheet, text, "Mt C"));
        return false;
    }

    /// <summary>The factor that the sheet states; null when it is none of carbon dioxide to carbon.</summary>
    private double? Factor()
    {
        if (_factors.Count == 0)
        {
            faults.Add(ImportFaults.GcbFactorMissing(file, rows.Sheet, UsualFactor));
            return UsualFactor;
        }

        var (factor, place) = _factors[0];
        if (Math.Abs(factor / UsualFactor - 1) > FactorSlack)
        {
            faults.Add(ImportFaults.GcbFactorWrong(place, rows.Sheet, factor, UsualFactor));
            return null;
        }

        foreach (var (other, at) in _factors)
        {
            if (other != UsualFactor || other != factor)
            {
                faults.Add(ImportFaults.GcbFactorDiffers(at, rows.Sheet, other, UsualFactor, factor));
                break;
            }
        }

        return factor;
    }

    private SortedDictionary<int, GcbColumn> Columns()
    {
        var (names, line) = _names[^1];
        var capitals = _names.Count > 1 && _names[^2].Line == line - 1 ? _names[^2].Names : [];
        var columns = new SortedDictionary<int, GcbColumn>();
        for (var column = 1; column < names.Length; column++)
        {
            if (names[column].Length > 0)
            {
                columns.Add(
                    column,
                    new GcbColumn(
                        names[column],
                        column < capitals.Length ? capitals[column] : "",
                        _flags is not null && column < _flags.Length ? _flags[column] : null,
                        rows.PlaceOf(line, column)
                    )
                );
            }
        }

        return columns;
    }

    // The row at hand is the first year.
    private void ReadYears(SortedDictionary<int, GcbColumn> columns)
    {
        var lines = new Dictionary<int, int>();
        do
        {
            if (rows[0].Year is not { } year)
            {
                if (columns.Keys.Any(c => !rows[c].IsBlank))
                {
                    loss.LeaveOut(Reasons.NoYear, rows.PlaceOf(-1));
                    faults.Add(ImportFaults.RowWithoutYear(rows.PlaceOf(0), rows[0].Text));
                }

                continue;
            }

            var again = !lines.TryAdd(year, rows.Line);
            var figures = columns.Keys.ToDictionary(c => c, _figures.Read);
            if (!again)
            {
                foreach (var (at, column) in columns)
                {
                    column.Years[year] = figures[at];
                }
            }
            else
            {
                Repeat(year, lines[year], columns, figures);
            }
        } while (_figures.NextRow());
    }

    private void Repeat(
        int year,
        int firstLine,
        SortedDictionary<int, GcbColumn> columns,
        Dictionary<int, double?> figures
    )
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{rows.Sheet} {year}");
        if (!_disputed.Contains(year) && columns.All(c => c.Value.Years[year] == figures[c.Key]))
        {
            faults.Add(ImportFaults.RepeatedRow(rows.PlaceOf(0), firstLine, what));
            return;
        }

        _disputed.Add(year);
        faults.Add(ImportFaults.DisputedRow(rows.PlaceOf(0), firstLine, what));
        foreach (var column in columns.Values)
        {
            column.Years[year] = null;
        }
    }

    [GeneratedRegex(
        @"(?:multiply the (?:values|numbers) below by|1\s?MtC\s*=.{0,60}=)\s*(\d{1,4}(?:\.\d{1,6})?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex StatedFactor();

    [GeneratedRegex(@"\bCite as: (.{1,400})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CiteAs();
}
