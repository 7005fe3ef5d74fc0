// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>
/// The UK local-authority file: one row an area and year, one column a sector and fuel. Areas that nobody asked for
/// are counted and not held, since the file runs year by year and a place's rows lie far apart.
/// </summary>
internal sealed class UkLocalAuthorityImport
{
    private const int LongestField = 4096;

    private readonly BoundedStream _input;
    private readonly string _file;
    private readonly UkSelection _selection;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly Dictionary<string, UkArea> _areas = new(StringComparer.Ordinal);

    // Positions in the file, in the order of UkColumns.All; -1 where the file lacks the column.
    private int[] _positions = [];
    private int _year;
    private int _code;
    private int _name;
    private int _width;

    private UkLocalAuthorityImport(BoundedStream input, string file, ImportOptions options)
    {
        _input = input;
        _file = file;
        _selection = new UkSelection(options.Only);
    }

    /// <summary>True when the first lines are those of the UK file, whatever the order of its columns.</summary>
    public static bool Recognises(string firstLine) =>
        firstLine.Contains(UkColumns.Code, StringComparison.Ordinal)
        && firstLine.Contains(UkColumns.OfficialName, StringComparison.Ordinal)
        && firstLine.Contains("kt CO2", StringComparison.Ordinal);

    public static ImportResult Read(BoundedStream input, string file, Encoding encoding, ImportOptions options) =>
        new UkLocalAuthorityImport(input, file, options).Read(encoding);

    private ImportResult Read(Encoding encoding)
    {
        using var reader = new StreamReader(_input, encoding, detectEncodingFromByteOrderMarks: true);
        using var csv = new SeparatedText(reader, ',', LongestField);
        if (!csv.Read() || !ReadHeading(csv))
        {
            return Refused();
        }

        while (csv.Read())
        {
            _input.CountRow();
            if (csv.Record is not [""])
            {
                ReadRow(csv);
            }
        }

        if (csv.Overlong)
        {
            _faults.Add(ImportFaults.FieldTooLong(_file, csv.Line, LongestField));
        }

        if (_input.Exceeded)
        {
            return Refused();
        }

        return Finish();
    }

    private ImportResult Refused() =>
        new(EquatableList<ImportedPlan>.Empty, new LossReport(0, 0, EquatableList<LeftOut>.Empty), _faults.ToList());

    private bool ReadHeading(SeparatedText csv)
    {
        var heading = csv.Record.Select(h => h.Trim().TrimStart('\uFEFF')).ToList();
        _width = heading.Count;
        _year = heading.IndexOf(UkColumns.Year);
        _code = heading.IndexOf(UkColumns.Code);
        _name = heading.IndexOf(UkColumns.OfficialName);
        _positions = [.. UkColumns.All.Select(c => heading.IndexOf(c.Name))];
        for (var i = 0; i < _positions.Length; i++)
        {
            if (_positions[i] < 0 && UkColumns.All[i].Role != UkRole.LeftOut)
            {
                _faults.Add(ImportFaults.UkColumnMissing(_file, UkColumns.All[i].Name, heading));
            }
        }

        foreach (var (column, at) in heading.Select((h, i) => (h, i)))
        {
            if (at != _year && at != _code && at != _name && !_positions.Contains(at))
            {
                _faults.Add(ImportFaults.UkColumnUnknown(_file, column, at));
            }
        }

        if (_year >= 0 && _code >= 0 && _name >= 0)
        {
            return true;
        }

        _faults.Add(ImportFaults.UkHeading(_file));
        return false;
    }

    private void ReadRow(SeparatedText csv)
    {
        var line = csv.Line;
        var place = new Place(_file, line);
        string Field(int at) => at >= 0 && at < csv.Record.Count ? csv.Record[at].Trim() : "";
        var (code, name) = (Field(_code), Field(_name));
        if (code.Length == 0 || name.Length == 0)
        {
            _loss.LeaveOut(Reasons.NoPlace, place);
            _faults.Add(ImportFaults.UkRowWithoutPlace(place));
            return;
        }

        if (
            !int.TryParse(Field(_year), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1800 or > 2200
        )
        {
            _loss.LeaveOut(Reasons.NoYear, place);
            _faults.Add(ImportFaults.RowWithoutYear(place with { Cell = CellName.Of(_year, line) }, Field(_year)));
            return;
        }

        if (csv.Record.Count != _width)
        {
            _faults.Add(ImportFaults.UkRowWidth(place, csv.Record.Count, _width));
        }

        if (!_areas.TryGetValue(code, out var area))
        {
            area = new UkArea(code, name, place) { Kept = _selection.MayWant(code, name) };
            _areas.Add(code, area);
        }

        area.Rows++;
        if (!area.Kept)
        {
            return;
        }

        Keep(area, year, [.. _positions.Select((at, i) => Number(Field(at), i, at, line))], place);
    }

    private void Keep(UkArea area, int year, double?[] values, Place place)
    {
        if (area.Disputed.Contains(year))
        {
            _loss.LeaveOut(Reasons.Disputed, place);
            return;
        }

        if (!area.Years.TryGetValue(year, out var before))
        {
            area.Years.Add(year, (values, place));
            return;
        }

        if (before.Values.AsSpan().SequenceEqual(values))
        {
            _loss.LeaveOut(Reasons.Repeated, place);
            _faults.Add(ImportFaults.RepeatedRow(place, before.Place.Line, $"{area.OfficialName} {year}"));
            return;
        }

        area.Years.Remove(year);
        area.Disputed.Add(year);
        _loss.LeaveOut(Reasons.Disputed, 2, [before.Place, place]);
        _faults.Add(ImportFaults.DisputedRow(place, before.Place.Line, $"{area.OfficialName} {year}"));
    }

    private double? Number(string text, int column, int at, int line)
    {
        if (text.Length == 0 || UkColumns.All[column].Role == UkRole.LeftOut)
        {
            return null;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        _faults.Add(ImportFaults.NotANumber(new Place(_file, line, 0, CellName.Of(at, line)), text));
        return null;
    }

    private ImportResult Finish()
    {
        if (_areas.Count == 0)
        {
            _faults.Add(ImportFaults.UkNoRows(_file));
        }

        var names = UkNames.Of(_areas.Values);
        var wanted = _selection.Resolve(names, _file, _faults);
        var plans = new List<ImportedPlan>();
        foreach (var area in _areas.Values.OrderBy(a => a.Code, StringComparer.Ordinal))
        {
            if (!wanted.Contains(area.Code))
            {
                // Where those rows stand helps nobody: nothing is wrong with them.
                _loss.LeaveOut(Reasons.NotAskedFor, area.Kept ? area.Years.Count : area.Rows, []);
                continue;
            }

            _loss.Use(area.Years.Count);
            UkTotals.Check(area, _faults);
            if (area.Years.Count > 0)
            {
                plans.Add(UkPlan.Of(area, names, _faults).ToPlan());
            }
        }

        return new ImportResult(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood = UkPlan.Understood(_areas.Count, plans.Count),
        };
    }
}
