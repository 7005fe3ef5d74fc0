// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>
/// The Global Carbon Budget's workbooks of countries: fossil carbon dioxide (on the territory, and by consumption) and
/// carbon dioxide from land-use change by three models.
/// </summary>
internal sealed partial class GcbImport
{
    private const string Summary = "Summary";

    private readonly PublisherInput _file;
    private readonly IReadOnlyList<GcbSeries> _wanted;
    private readonly SheetRows _rows;
    private readonly DiagnosticBag _faults;
    private readonly LossCounter _loss = new();
    private readonly Dictionary<GcbSeries, GcbSheet> _sheets = [];
    private readonly HashSet<GcbSeries> _seen = [];
    private string? _edition;

    private GcbImport(PublisherInput file, IReadOnlyList<GcbSeries> wanted, SheetRows rows, DiagnosticBag faults) =>
        (_file, _wanted, _rows, _faults) = (file, wanted, rows, faults);

    public static bool RecognisesFossil(FileLook look) => HasSheets(look, GcbSeries.Fossil);

    public static bool RecognisesLand(FileLook look) => HasSheets(look, GcbSeries.Land);

    public static ImportResult ReadFossil(PublisherInput file) => Read(file, GcbSeries.Fossil);

    public static ImportResult ReadLand(PublisherInput file) => Read(file, GcbSeries.Land);

    private static bool HasSheets(FileLook look, IReadOnlyList<GcbSeries> wanted)
    {
        var sheets = look.Sheets.Select(NameMatch.Fold).ToHashSet();
        return wanted.All(s => sheets.Contains(NameMatch.Fold(s.Sheet)));
    }

    private static ImportResult Read(PublisherInput file, IReadOnlyList<GcbSeries> wanted)
    {
        var faults = new DiagnosticBag();
        using var rows = new SheetRows(file.Bytes!, file.Input, file.Name, faults);
        return new GcbImport(file, wanted, rows, faults).Read();
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

        foreach (var missing in _wanted.Where(s => !_seen.Contains(s)))
        {
            _faults.Add(ImportFaults.SheetMissing(_file.Name, missing.Sheet, _rows.Sheets));
        }

        if (_edition is null)
        {
            _faults.Add(ImportFaults.SheetEditionMissing(_file.Name));
        }

        return _sheets.Count == 0 ? Result([], 0) : Finish();
    }

    private void ReadSheet()
    {
        var folded = NameMatch.Fold(_rows.Sheet);
        if (folded == NameMatch.Fold(Summary))
        {
            ReadSummary();
        }
        else if (_wanted.FirstOrDefault(s => NameMatch.Fold(s.Sheet) == folded) is { } series && _seen.Add(series))
        {
            var reader = new GcbSheetReader(_rows, _file.Name, _faults, _loss);
            if (reader.Read(series.UsualFirstYear) is { } sheet)
            {
                _sheets.Add(series, sheet);
            }
        }
    }

    private void ReadSummary()
    {
        while (_edition is null && _rows.Line < SheetHeading.MostRows && _rows.NextRow())
        {
            for (var column = 0; column < _rows.Width && _edition is null; column++)
            {
                var match = Edition().Match(_rows[column].Text);
                _edition = match.Success ? match.Groups[1].Value : null;
            }
        }
    }

    private ImportResult Finish()
    {
        var known = new SortedDictionary<string, (Country Country, Dictionary<GcbSeries, GcbColumn> Columns)>(
            StringComparer.Ordinal
        );
        var others = new List<string>();
        foreach (var (series, column) in _sheets.SelectMany(s => s.Value.Columns.Select(c => (s.Key, c))))
        {
            Sort(series, column, known, others);
        }

        var wanted = CountrySelection.Resolve(
            _file.Options.Only,
            [.. known.Values.SelectMany(k => k.Columns.Values.Select(c => (k.Country, c.Name)))],
            others,
            _file.Name,
            _faults
        );
        if (known.Count == 0)
        {
            _faults.Add(ImportFaults.SheetNoRows(_file.Name));
        }

        var plans = new GcbPlans(_edition, _sheets, _faults);
        var made = new List<ImportedPlan>();
        foreach (var (code, (country, columns)) in known)
        {
            if (!wanted.Contains(code))
            {
                _loss.LeaveOut(Reasons.NotAskedFor, columns.Count, []);
                continue;
            }

            var stated = _wanted.Where(s => columns.TryGetValue(s, out var c) && c.HasFigures).ToList();
            _loss.Use(stated.Count);
            foreach (var (_, column) in columns.Where(c => !stated.Contains(c.Key)))
            {
                _loss.LeaveOut(Reasons.NoFigures, column.Place);
            }

            if (stated.Count > 0)
            {
                made.Add(plans.Of(country, [.. stated.Select(s => (s, columns[s]))]));
            }
        }

        return Result(made, known.Count);
    }

    private void Sort(
        GcbSeries series,
        GcbColumn column,
        SortedDictionary<string, (Country Country, Dictionary<GcbSeries, GcbColumn> Columns)> known,
        List<string> others
    )
    {
        var (country, reason) = GcbAreas.Of(column.Name);
        if (country is null)
        {
            if (reason is null)
            {
                _faults.Add(ImportFaults.AreaUnknown(column.Place, column.Name));
            }

            _loss.LeaveOut(reason ?? Reasons.UnknownArea, column.Place);
            others.Add(column.Name);
            return;
        }

        if (!column.HasFigures)
        {
            _loss.LeaveOut(Reasons.NoFigures, column.Place);
            return;
        }

        if (!known.TryGetValue(country.Alpha2, out var entry))
        {
            entry = (country, []);
            known.Add(country.Alpha2, entry);
        }

        if (entry.Columns.TryAdd(series, column))
        {
            return;
        }

        // Two columns for one country: which is right cannot be told, so the first stays only where both agree.
        var first = entry.Columns[series];
        var alike = first.Years.SequenceEqual(column.Years);
        _loss.LeaveOut(alike ? Reasons.Repeated : Reasons.Disputed, column.Place);
        _faults.Add(
            alike
                ? ImportFaults.RepeatedRow(column.Place, first.Place.Line, column.Name)
                : ImportFaults.DisputedRow(column.Place, first.Place.Line, column.Name)
        );
        if (!alike)
        {
            foreach (var year in first.Years.Keys.ToList())
            {
                first.Years[year] = null;
            }
        }
    }

    private ImportResult Result(List<ImportedPlan> plans, int countries)
    {
        var groups = _sheets
            .Values.SelectMany(s => s.Columns)
            .Where(c => GcbAreas.Of(c.Name).Reason is not null)
            .DistinctBy(c => c.Name)
            .ToList();
        if (groups.Count > 0)
        {
            _faults.Add(ImportFaults.AreaGroups(groups[0].Place, [.. groups.Select(c => c.Name)]));
        }

        return new ImportResult(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood =
                countries == 0
                    ? EquatableList<Message>.Empty
                    : EquatableList.Of(
                        Message.Of("import.gcb.file", ("countries", countries), ("taken", plans.Count)),
                        Message.Of("import.gcb.columns"),
                        Message.Of("import.gcb.factor", ("factor", _sheets.Values.First().Factor))
                    ),
        };
    }

    [GeneratedRegex(@"Global Carbon Budget (20\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Edition();
}
