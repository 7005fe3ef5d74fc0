// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.QuantifiedNdcs;

/// <summary>
/// Table S1 of the quantified NDCs (Meinshausen et al. 2022, Nature 604): one row a country, history of three years and
/// the upper and lower levels of two, in Mt CO2e by the metrics of AR6 without land use. Two lines of heading.
/// </summary>
internal sealed partial class QuantifiedNdcsImport
{
    private const int LongestField = 4096;
    private const int HeadingWithin = 20;

    private readonly string _file;
    private readonly ImportOptions _options;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly List<QuantifiedNdc> _countries = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private List<(QuantifiedColumn Column, int At)> _columns = [];
    private DateOnly? _asOf;

    private QuantifiedNdcsImport(string file, ImportOptions options) => (_file, _options) = (file, options);

    public static bool Recognises(string firstLines) =>
        firstLines.Contains("NDCs as of", StringComparison.Ordinal)
        && firstLines.Contains("2030 upper", StringComparison.Ordinal);

    public static ImportResult Read(PublisherInput file) =>
        new QuantifiedNdcsImport(file.Name, file.Options).ReadAll(file);

    private ImportResult ReadAll(PublisherInput file)
    {
        using var reader = new StreamReader(file.Input, file.Encoding, detectEncodingFromByteOrderMarks: true);
        using var csv = new SeparatedText(reader, ',', LongestField);
        if (!ReadHeading(csv))
        {
            _faults.Add(ImportFaults.QndcHeading(_file));
            return Result([]);
        }

        while (csv.Read())
        {
            file.Input.CountRow();
            if (csv.Record.Exists(f => f.Trim().Length > 0))
            {
                ReadRow(csv);
            }
        }

        if (csv.Overlong)
        {
            _faults.Add(ImportFaults.FieldTooLong(_file, csv.Line, LongestField));
        }

        return Finish();
    }

    /// <summary>The title says the unit and the date; the row of years may stand further down than it does today.</summary>
    private bool ReadHeading(SeparatedText csv)
    {
        var (unit, land) = (false, false);
        for (var line = 0; line < HeadingWithin && csv.Read(); line++)
        {
            foreach (var text in csv.Record)
            {
                unit |=
                    text.Contains("MtCO2eq", StringComparison.OrdinalIgnoreCase)
                    && text.Contains("AR6", StringComparison.Ordinal);
                land |= text.Contains("excl. LULUCF", StringComparison.OrdinalIgnoreCase);
                _asOf ??= AsOf(text);
            }

            var found = csv
                .Record.Select((text, at) => (Column: QuantifiedColumn.Find(text.Trim()), At: at))
                .Where(c => c.Column is not null)
                .Select(c => (c.Column!, c.At))
                .DistinctBy(c => c.Item1)
                .ToList();
            if (found.Count > 2)
            {
                _columns = found;
                foreach (var missing in QuantifiedColumn.All.Except(found.Select(f => f.Item1)))
                {
                    _faults.Add(ImportFaults.QndcColumnMissing(new Place(_file, csv.Line), missing.Name));
                }

                break;
            }
        }

        if (_columns.Count > 0 && !(unit && land))
        {
            _faults.Add(ImportFaults.QndcOtherUnit(_file));
            return false;
        }

        return _columns.Count > 0;
    }

    private static DateOnly? AsOf(string text) =>
        Day().Match(text) is { Success: true } day
        && DateOnly.TryParseExact(
            $"{day.Groups[1].Value} {day.Groups[2].Value}",
            "d MMMM yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    private void ReadRow(SeparatedText csv)
    {
        var name = csv.Record[0].Trim();
        var place = new Place(_file, csv.Line);
        if (name.StartsWith("Intl.", StringComparison.Ordinal))
        {
            _loss.LeaveOut(Message.Of("import.left-out.international"), place);
            return;
        }

        if (Countries.FindByName(name) is not { } country)
        {
            _faults.Add(ImportFaults.QndcNoCountry(place, name, Countries.All.Select(c => c.Name)));
            _loss.LeaveOut(Message.Of("import.left-out.no-country"), place);
            return;
        }

        if (!_seen.Add(country.Alpha2))
        {
            _faults.Add(ImportFaults.QndcTwice(place, name));
            _loss.LeaveOut(Reasons.Repeated, place);
            return;
        }

        var values = new Dictionary<QuantifiedColumn, double>();
        foreach (var (column, at) in _columns)
        {
            switch (Number(csv, at))
            {
                case < 0 and var below:
                    var cell = new Place(_file, csv.Line, 0, CellName.Of(at, csv.Line));
                    _faults.Add(ImportFaults.QndcNegative(cell, name, column.Name, below));
                    break;
                case { } number:
                    values[column] = number;
                    break;
            }
        }

        _countries.Add(new QuantifiedNdc(country, name, values, place));
    }

    private double? Number(SeparatedText csv, int at)
    {
        var text = at < csv.Record.Count ? csv.Record[at].Trim() : "";
        if (text.Length == 0)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (
            // The table writes a blank behind the sign: "- 58.4".
            double.TryParse(
                text.Replace("- ", "-", StringComparison.Ordinal),
                Style,
                CultureInfo.InvariantCulture,
                out var number
            )
            && double.IsFinite(number)
            && Math.Abs(number) < 1e9
        )
        {
            return number;
        }

        _faults.Add(ImportFaults.NotANumber(new Place(_file, csv.Line, 0, CellName.Of(at, csv.Line)), text));
        return null;
    }

    private ImportResult Finish()
    {
        if (_countries.Count == 0)
        {
            _faults.Add(ImportFaults.QndcNoRows(_file));
        }

        if (_asOf is null)
        {
            _faults.Add(ImportFaults.QndcNoDate(_file));
        }

        var choices = _countries.Select((c, i) => ChoicePlace.Of(i, c.Country)).ToList();
        var wanted = PlaceChoice.Resolve(choices, _options, _file, _faults);
        var plans = new List<ImportedPlan>();
        foreach (var (i, country) in _countries.Index())
        {
            if (!wanted.Contains(i))
            {
                _loss.LeaveOut(Reasons.NotAskedFor, 1, []);
                continue;
            }

            _loss.Use();
            plans.Add(ImportedPlan.Of(QuantifiedPlan.Of(country, _asOf, _faults)));
        }

        return Result(plans);
    }

    private ImportResult Result(List<ImportedPlan> plans) =>
        new(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood =
                _countries.Count == 0
                    ? EquatableList<Message>.Empty
                    : EquatableList.Of(
                        Message.Of("import.qndc.file", ("countries", _countries.Count), ("taken", plans.Count)),
                        Message.Of("import.qndc.range")
                    ),
        };

    [GeneratedRegex(@"as of (\d{1,2})(?:st|nd|rd|th)? (\p{L}+ \d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
