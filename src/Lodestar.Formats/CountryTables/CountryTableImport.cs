// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Projections;

namespace Lodestar.Formats.CountryTables;

/// <summary>
/// Tables as countries send them to the UNFCCC, and others of the same make: emissions by category, gas and year, with or
/// without measures, and lists of measures. docs/imports.md says which layouts are read.
/// </summary>
internal sealed partial class CountryTableImport
{
    private const int MostSeries = 50_000;

    private readonly PublisherInput _input;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly List<Message> _understood = [];
    private readonly Dictionary<(string, string, string, ProjectionScenario?), CountryRow> _rows = [];
    private readonly List<string> _stated = [];
    private readonly List<CountryMeasure> _measures = [];
    private bool _found;

    private CountryTableImport(PublisherInput input) => _input = input;

    public static bool Recognises(string look) =>
        Telling().IsMatch(look) || look.Split('\n').Any(l => MeasureWords().IsMatch(l) && StatusWord().IsMatch(l));

    public static ImportResult Read(PublisherInput input) => new CountryTableImport(input).Read();

    private ImportResult Read()
    {
        foreach (var grid in Grids())
        {
            ReadGrid(grid);
        }

        List<ImportedPlan> plans = [];
        if (_found && !_input.Input.Exceeded)
        {
            plans = Plans();
        }
        else if (!_found && _faults.ToList().Count == 0)
        {
            _faults.Add(ImportFaults.CountryHeading(_input.Name));
        }

        return new ImportResult(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood = _understood.ToEquatableList(),
        };
    }

    private List<TableGrid> Grids() =>
        _input.Bytes is { } bytes ? WorkbookTable.Read(bytes, _input.Input, _input.Name, _input.Options.Sheet, _faults)
        : TextTable.Read(_input.Input, _input.Name, _faults, _understood) is { } grid ? [grid]
        : [];

    private void ReadGrid(TableGrid grid)
    {
        if (CountryMeasures.Read(grid, _loss, _faults) is { } measures)
        {
            _found = true;
            _measures.AddRange(measures);
            return;
        }

        if (CountryHeading.Find(grid) is not { } heading)
        {
            _loss.LeaveOut(CountryReasons.NoTable, grid.Rows.Count, [new Place(_input.Name)]);
            return;
        }

        _found = true;
        _stated.AddRange(heading.Said);
        _loss.LeaveOut(CountryReasons.AboveTable, heading.Row, []);
        var reader = new CountryGridReader(grid, heading, _input.Options, _faults);
        for (var row = heading.Row + 1; row < grid.Rows.Count; row++)
        {
            var place = grid.PlaceOf(row, -1);
            var (series, reason) = reader.Row(row);
            if (reason is not null)
            {
                _loss.LeaveOut(reason, place);
                continue;
            }

            Keep(series, place);
        }

        _stated.AddRange(reader.SchemesStated);
        foreach (var (keys, count) in reader.Keys)
        {
            _faults.Add(ImportFaults.CountryKeys(_input.Name, keys, count, CountryGridReader.MeaningOf(keys)));
        }
    }

    private void Keep(List<CountryRow> series, Place place)
    {
        var (isUsed, isDisputed) = (false, false);
        foreach (var row in series)
        {
            var key = (
                row.Area,
                row.Code ?? $"{row.Subject} {NameMatch.Fold(row.Name)}",
                $"{row.Unit.Key} {row.Unit.Unit.Symbol}",
                row.Scenario
            );
            if (!_rows.TryGetValue(key, out var known))
            {
                if (_rows.Count == MostSeries)
                {
                    break;
                }

                _rows.Add(key, row);
                isUsed = true;
                row.Rows = 0;
                continue;
            }

            foreach (var (year, cell) in row.Cells)
            {
                isUsed |= known.Cells.TryAdd(year, cell);
                isDisputed |= known.Cells[year] != cell;
            }

            known.HalfUnit = Math.Max(known.HalfUnit, row.HalfUnit);
            if (isDisputed)
            {
                _faults.Add(ImportFaults.DisputedRow(place, known.Place.Line, $"{row.Area} {row.Code} {row.Name}"));
            }
        }

        if (isUsed && series.Count > 0)
        {
            var first = series[0];
            _rows[
                (
                    first.Area,
                    first.Code ?? $"{first.Subject} {NameMatch.Fold(first.Name)}",
                    $"{first.Unit.Key} {first.Unit.Unit.Symbol}",
                    first.Scenario
                )
            ].Rows++;
        }
        else
        {
            _loss.LeaveOut(
                isDisputed ? Reasons.Disputed
                    : _rows.Count == MostSeries ? Reasons.TooMany
                    : Reasons.Repeated,
                place
            );
        }
    }

    private List<ImportedPlan> Plans()
    {
        var coded = _rows.Values.Where(r => r.Code is not null).Select(r => (r.Code!, r.Name)).Distinct().ToList();
        SchemeReading? scheme = null;
        if (_rows.Count > 0)
        {
            scheme = CountryScheme.Decide(_input.Options.Scheme, _stated, coded, _input.Name, _faults);
            if (scheme is null)
            {
                _loss.LeaveOut(CountryReasons.SchemeOpen, _rows.Values.Sum(r => r.Rows), []);
                return [];
            }

            _understood.Add(
                Message.Of(
                    "import.country.scheme",
                    (
                        "scheme",
                        scheme.Scheme.Id == CountryScheme.Crt
                            ? Message.Of("import.country.scheme.crt")
                            : Message.Of("import.country.scheme.ipcc2006")
                    ),
                    ("because", scheme.Because)
                )
            );
        }

        var blank = _rows.Values.Any(r => r.Area.Length == 0) || _measures.Exists(m => m.Area.Length == 0);
        var own = blank ? OwnCountry() : null;
        if (blank && own is null)
        {
            _faults.Add(ImportFaults.CountryNotStated(_input.Name));
        }

        var names = _rows.Values.Select(r => r.Area).Concat(_measures.Select(m => m.Area)).Distinct().ToList();
        var areas = names
            .Select(n => new Area(n, n.Length == 0 ? own : Countries.Find(n) ?? Countries.FindByName(n)))
            .ToList();
        var wanted = AreaSelection.Resolve(areas, _input.Options.Only, takesGroups: false, _input.Name, _faults);
        var builder = new CountryPlanBuilder(_input.Name, scheme, _stated, _loss, _faults);
        var plans = new List<ImportedPlan>();
        // A table may write one country in several ways.
        foreach (var same in areas.GroupBy(a => a.Country?.Alpha2 ?? $" {a.Name}"))
        {
            var area = same.First();
            var rows = _rows.Values.Where(r => same.Any(a => a.Name == r.Area)).ToList();
            var measures = _measures.Where(m => same.Any(a => a.Name == m.Area)).ToList();
            if (area.Country is { } country && wanted.Contains(area.Name))
            {
                if (builder.Build(country, rows, measures) is { } plan)
                {
                    plans.Add(ImportedPlan.Of(plan));
                }

                continue;
            }

            var reason =
                area.Name.Length == 0 ? Reasons.NoPlace
                : area.Country is null ? Reasons.Group
                : Reasons.NotAskedFor;
            _loss.LeaveOut(reason, rows.Sum(r => r.Rows) + measures.Count, []);
        }

        if (plans.Count == 0 && own is not null)
        {
            _faults.Add(ImportFaults.CountryNothing(_input.Name));
        }

        return plans;
    }

    /// <summary>The country of a table without a column for it: as the caller says, else as a title does.</summary>
    private Country? OwnCountry()
    {
        if (_input.Options.PlaceName is { Length: > 0 } said)
        {
            return Countries.Find(said) ?? Countries.FindByName(said);
        }

        var found = _stated
            .SelectMany(s => s.Split([',', ':', '-', '–', '(', ')', ';'], StringSplitOptions.TrimEntries))
            .Select(s => Countries.FindByName(s))
            .OfType<Country>()
            .Distinct()
            .ToList();
        return found is [var only] ? only : null;
    }

    [GeneratedRegex(
        @"sink categor|(?<![A-Za-z])CR[TF]s?(?![A-Za-z])|common report|IPCC[ _]?2006|2006 IPCC|(ipcc|category) code|with (existing|additional) measures|without measures|(?<![A-Za-z])W[EAO]M(?![A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Telling();

    [GeneratedRegex(
        "mitigation action|polic(y|ies) (or|and) measures?|name of measure",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MeasureWords();

    [GeneratedRegex("status", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusWord();
}
