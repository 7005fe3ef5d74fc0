// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Iamc;

/// <summary>
/// A table in the format of the Integrated Assessment Modeling Consortium, read row by row: model, scenario, region,
/// variable and unit, with a column a year or with columns year and value. One row is held at a time.
/// </summary>
internal sealed class IamcTable : IDisposable
{
    private const int LinesToFindHeading = 30;
    private const int MostNames = 200_000;

    private readonly IIamcRecords _records;
    private readonly IamcHeading _heading;
    private readonly string _file;
    private readonly DiagnosticBag _faults;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly int[] _years;
    private readonly double[] _values;

    private IamcTable(IIamcRecords records, IamcHeading heading, string file, DiagnosticBag faults)
    {
        (_records, _heading, _file, _faults) = (records, heading, file, faults);
        _years = heading.IsLong ? new int[1] : [.. heading.Years.Select(y => y.Year)];
        _values = new double[_years.Length];
    }

    public string Model { get; private set; } = "";
    public string Scenario { get; private set; } = "";
    public string Region { get; private set; } = "";
    public string Variable { get; private set; } = "";
    public string Unit { get; private set; } = "";

    /// <summary>The years of the row's values: the same for every row of a wide table, one of a long one.</summary>
    public ReadOnlySpan<int> Years => _years;

    /// <summary>In the row's unit; NaN where nothing is stated. Valid until the next row is read.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The line or row of the sheet that the row starts on.</summary>
    public int Line => _records.Line;

    /// <summary>True when the row names its region, variable and unit; others are footers and remarks.</summary>
    public bool IsData { get; private set; }

    /// <summary>True when a long row's year is none.</summary>
    public bool LacksYear { get; private set; }

    /// <summary>Columns that hold nothing of the format: "NA", "Notes", "exclude".</summary>
    public IReadOnlyList<string> PassedOver => _heading.PassedOver;

    public bool IsLong => _heading.IsLong;

    /// <summary>Null where no heading of the format is found or its values are not yearly; the faults say so.</summary>
    public static IamcTable? Open(TextReader text, char separator, string file, DiagnosticBag faults) =>
        Open(new IamcTextRecords(text, separator), file, faults);

    public static IamcTable? Open(TableGrid grid, string file, DiagnosticBag faults) =>
        Open(new IamcSheetRecords(grid), file, faults);

    /// <summary>The next row; false at the end.</summary>
    public bool Read()
    {
        while (_records.Read())
        {
            if (!IsBlank())
            {
                ReadRow();
                return true;
            }
        }

        if (_records.Overlong)
        {
            _faults.Add(ImportFaults.IamcRecordTooLong(_file, _heading.Line));
        }

        return false;
    }

    public void Dispose() => _records.Dispose();

    private static IamcTable? Open(IIamcRecords records, string file, DiagnosticBag faults)
    {
        IamcHeading? nearest = null;
        for (var i = 0; i < LinesToFindHeading && records.Read(); i++)
        {
            var heading = IamcHeading.Of(records);
            if (heading.Missing.Count == 0)
            {
                if (heading.SubAnnual is { } column)
                {
                    faults.Add(ImportFaults.IamcSubAnnual(new Place(file, records.Line), column));
                    return null;
                }

                foreach (var (year, at) in heading.Twice)
                {
                    faults.Add(
                        ImportFaults.IamcYearTwice(
                            new Place(file, records.Line, 0, CellName.Of(at, records.Line)),
                            year
                        )
                    );
                }

                return new IamcTable(records, heading, file, faults);
            }

            nearest = nearest is null || heading.Missing.Count < nearest.Missing.Count ? heading : nearest;
        }

        faults.Add(ImportFaults.IamcHeading(file, nearest?.Missing ?? IamcHeading.All));
        return null;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _records.Count; i++)
        {
            if (!_records[i].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private void ReadRow()
    {
        Model = Known(Model, _heading.Model);
        Scenario = Known(Scenario, _heading.Scenario);
        Region = Known(Region, _heading.Region);
        Variable = Known(Variable, _heading.Variable);
        Unit = Known(Unit, _heading.Unit);
        IsData = Region.Length > 0 && Variable.Length > 0 && Unit.Length > 0;
        LacksYear = false;
        if (!IsData)
        {
            return;
        }

        if (_heading.IsLong)
        {
            LacksYear = !IamcHeading.TryYear(_records[_heading.Year], out _years[0]);
            _values[0] = Number(_heading.Value);
            return;
        }

        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = Number(_heading.Years[i].At);
        }
    }

    private string Known(string last, int at)
    {
        var span = _records[at];
        if (span.SequenceEqual(last))
        {
            return last;
        }

        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(span, out var known))
        {
            return known;
        }

        var name = span.ToString();
        if (_names.Count < MostNames)
        {
            _names.Add(name, name);
        }

        return name;
    }

    private double Number(int at)
    {
        var span = _records[at];
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (
            double.TryParse(span, Style, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= Planning.Series.Cell.Largest
        )
        {
            return number;
        }

        if (
            span
            is not ("" or "NA" or "N/A" or "n/a" or "na" or "nan" or "NaN" or "NAN" or "-" or ".." or "null" or "None")
        )
        {
            _faults.Add(ImportFaults.NotANumber(new Place(_file, Line, 0, CellName.Of(at, Line)), span.ToString()));
        }

        return double.NaN;
    }
}
