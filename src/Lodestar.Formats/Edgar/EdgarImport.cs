// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Edgar;

/// <summary>
/// The workbook of EDGAR's yearly report: greenhouse gases of all countries by sector and gas, with totals, emissions
/// per person and per domestic product.
/// </summary>
internal sealed partial class EdgarImport
{
    public const string Totals = "GHG_totals_by_country";
    public const string BySector = "GHG_by_sector_and_country";
    public const string PerPerson = "GHG_per_capita_by_country";
    public const string PerGdp = "GHG_per_GDP_by_country";
    private const string LandUse = "LULUCF_macroregions";
    private const string Mass = "Mt CO2eq/yr";
    private const string Code = "EDGAR Country Code";
    private const int UsualHeading = 1;
    private const int MostSheets = 20;

    private readonly PublisherInput _file;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();
    private readonly EdgarEdition _edition = new();
    private readonly Dictionary<string, EdgarArea> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly SheetRows _rows;
    private readonly SheetFigures _figures;
    private readonly HashSet<string> _read = [];
    private string? _metric;

    private EdgarImport(PublisherInput file, SheetRows rows)
    {
        (_file, _rows) = (file, rows);
        _figures = new SheetFigures(rows, _faults);
    }

    public static bool Recognises(FileLook look)
    {
        var sheets = look.Sheets.Select(NameMatch.Fold).ToHashSet();
        return sheets.Contains(NameMatch.Fold(Totals)) && sheets.Contains(NameMatch.Fold(BySector));
    }

    public static ImportResult Read(PublisherInput file)
    {
        var faults = new DiagnosticBag();
        using var rows = new SheetRows(file.Bytes!, file.Input, file.Name, faults);
        var import = new EdgarImport(file, rows);
        var result = import.Read();
        return result with { Diagnostics = faults.ToList().Concat(result.Diagnostics).ToEquatableList() };
    }

    private ImportResult Read()
    {
        while (_rows.NextSheet())
        {
            ReadSheet();
        }

        if (_rows.Failed)
        {
            return Result([], 0);
        }

        foreach (var sheet in new[] { Totals, BySector }.Where(s => !_read.Contains(s)))
        {
            _faults.Add(ImportFaults.SheetMissing(_file.Name, sheet, _rows.Sheets));
        }

        var sound =
            _edition.UnitIs(Totals, Mass, _file.Name, _faults) & _edition.UnitIs(BySector, Mass, _file.Name, _faults);
        return sound && _read.Contains(BySector) ? Finish() : Result([], 0);
    }

    private void ReadSheet()
    {
        var sheet = new[] { Totals, BySector, PerPerson, PerGdp, LandUse }.FirstOrDefault(s =>
            NameMatch.Fold(s) == NameMatch.Fold(_rows.Sheet)
        );
        switch (sheet)
        {
            case null when _rows.Sheets.Count <= MostSheets:
                _edition.Read(_rows);
                break;
            case null:
                break;
            case LandUse:
                _loss.LeaveOut(Reasons.Group, CountBelowHeading(), [_rows.PlaceOf(2, 0)]);
                break;
            case BySector when _read.Add(sheet):
                ReadSectors();
                break;
            default:
                if (_read.Add(sheet))
                {
                    ReadAreas(sheet);
                }

                break;
        }
    }

    private int CountBelowHeading()
    {
        var count = -1;
        while (_figures.NextRow())
        {
            count++;
        }

        _figures.Report();

        return Math.Max(0, count);
    }

    private void ReadAreas(string sheet)
    {
        if (SheetHeading.Find(_rows, [Code, "Country"], UsualHeading, _faults) is not { } heading)
        {
            return;
        }

        while (_figures.NextRow())
        {
            if (AreaOf(heading.Columns[0], heading.Columns[1]) is not { } area)
            {
                continue;
            }

            var series = new EdgarSeries(heading.Years, _figures.Read(heading.Years), _rows.PlaceOf(0));
            var before = sheet switch
            {
                Totals => area.Total,
                PerPerson => area.PerPerson,
                _ => area.PerGdp,
            };
            if (before is not null)
            {
                Repeat($"{area.Name}, {sheet}", before, series);
                continue;
            }

            area.SheetRows++;
            _ = sheet switch
            {
                Totals => area.Total = series,
                PerPerson => area.PerPerson = series,
                _ => area.PerGdp = series,
            };
        }

        _figures.Report();
    }

    private void ReadSectors()
    {
        if (
            SheetHeading.Find(_rows, ["Substance", "Sector", Code, "Country"], UsualHeading, _faults) is not { } heading
        )
        {
            return;
        }

        while (_figures.NextRow())
        {
            var (substance, name) = (_rows[heading.Columns[0]].Text, _rows[heading.Columns[1]].Text);
            if (AreaOf(heading.Columns[2], heading.Columns[3]) is not { } area)
            {
                continue;
            }

            if (EdgarTables.Sector(name) is not { } sector || GasOf(substance) is not var (gas, metric))
            {
                _loss.LeaveOut(Reasons.UnknownRow, _rows.PlaceOf(-1));
                _faults.Add(ImportFaults.SheetRowUnknown(_rows.PlaceOf(heading.Columns[0]), $"{substance}, {name}"));
                continue;
            }

            var series = new EdgarSeries(heading.Years, _figures.Read(heading.Years), _rows.PlaceOf(0));
            var row = new EdgarRow(name, sector, gas, metric, series);
            if (area.Rows.Find(r => r.Gas == gas && r.Sector == sector) is { } before)
            {
                Repeat($"{area.Name}, {name}, {substance}", before.Series, series);
            }
            else if (!series.HasFigures)
            {
                _loss.LeaveOut(Reasons.NoFigures, _rows.PlaceOf(-1));
            }
            else
            {
                area.SheetRows++;
                area.Rows.Add(row);
            }
        }

        _figures.Report();
    }

    private void Repeat(string what, EdgarSeries before, EdgarSeries again)
    {
        if (before.SameFigures(again))
        {
            _loss.LeaveOut(Reasons.Repeated, again.Place);
            _faults.Add(ImportFaults.RepeatedRow(again.Place, before.Place.Line, what));
            return;
        }

        // Which of the two is right cannot be told, so the figures of both go: what is left is missing, not wrong.
        Array.Clear(before.Values);
        _loss.LeaveOut(Reasons.Disputed, again.Place);
        _faults.Add(ImportFaults.DisputedRow(again.Place, before.Place.Line, what));
    }

    private EdgarArea? AreaOf(int codeColumn, int nameColumn)
    {
        var (code, name) = (_rows[codeColumn].Text, _rows[nameColumn].Text);
        if (code.Length == 0)
        {
            _loss.LeaveOut(Reasons.NoPlace, _rows.PlaceOf(-1));
            return null;
        }

        if (!_areas.TryGetValue(code, out var area))
        {
            area = new EdgarArea(code, name.Length == 0 ? code : name, _rows.PlaceOf(codeColumn));
            _areas.Add(code, area);
        }

        return area;
    }

    private (string Gas, string? Metric)? GasOf(string substance)
    {
        var folded = NameMatch.Fold(substance);
        if (folded == "co2")
        {
            return ("CO2", null);
        }

        if (Substance().Match(folded) is not { Success: true } match)
        {
            return null;
        }

        var metric = match.Groups[1].Value.ToUpperInvariant();
        _metric ??= metric;
        if (metric != _metric)
        {
            _faults.Add(ImportFaults.EdgarMetrics(_rows.PlaceOf(0), _metric, substance));
            return null;
        }

        return (match.Groups[2].Value is "f gases" ? "F-gases" : match.Groups[2].Value.ToUpperInvariant(), metric);
    }

    private ImportResult Finish()
    {
        var usable = new EdgarCountries(_file, _areas.Values, _loss, _faults);
        var plans = new EdgarPlans(_file, _edition, _metric ?? "AR5", _loss, _faults);
        var made = usable.Wanted().Select(w => plans.Of(w.Area, w.Country)).OfType<ImportedPlan>().ToList();
        if (_areas.Count == 0)
        {
            _faults.Add(ImportFaults.SheetNoRows(_file.Name));
        }

        if (_edition.Year is null)
        {
            _faults.Add(ImportFaults.SheetEditionMissing(_file.Name));
        }

        return Result(made, usable.Countries);
    }

    private ImportResult Result(List<ImportedPlan> plans, int countries) =>
        new(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood =
                countries == 0
                    ? EquatableList<Message>.Empty
                    : EquatableList.Of(
                        Message.Of("import.edgar.file", ("countries", countries), ("taken", plans.Count)),
                        Message.Of("import.edgar.blank"),
                        Message.Of("import.edgar.derived")
                    ),
        };

    [GeneratedRegex("^gwp 100 (sar|ar4|ar5|ar6) (ch4|n2o|f gases)$", RegexOptions.CultureInvariant)]
    private static partial Regex Substance();
}
