// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.NetZeroTracker;

/// <summary>
/// Net Zero Tracker's workbook: one sheet, one row a country, region, city or company, with targets in fixed wordings.
/// Companies are counted and left out.
/// </summary>
internal sealed class NztImport
{
    private const int HeadingWithin = 20;
    private const int MostUnknownColumns = 40;

    private readonly string _file;
    private readonly ImportOptions _options;
    private readonly DiagnosticBag _faults = new();
    private readonly LossCounter _loss = new();

    private NztImport(string file, ImportOptions options) => (_file, _options) = (file, options);

    /// <summary>True when the first words of the workbook are the tracker's headings.</summary>
    public static bool Recognises(string firstWords) =>
        firstWords.Contains($">{NztColumns.Id}<", StringComparison.Ordinal)
        && firstWords.Contains($">{NztColumns.Actor}<", StringComparison.Ordinal)
        && firstWords.Contains(">end_target<", StringComparison.Ordinal);

    public static ImportResult Read(PublisherInput file) =>
        new NztImport(file.Name, file.Options).Read(file.Bytes!, file.Input);

    private ImportResult Read(MemoryStream bytes, BoundedStream input)
    {
        var sheets = WorkbookTable.Read(bytes, input, _file, _options.Sheet, _faults);
        if (sheets.Count == 0)
        {
            return Refused();
        }

        var grid = sheets.Find(s => HeadingOf(s) is not null) ?? sheets[0];
        if (HeadingOf(grid) is not { } heading)
        {
            _faults.Add(ImportFaults.NztHeading(_file, NztColumns.Needed));
            return Refused();
        }

        var columns = ColumnsOf(grid, heading);
        var rows = RowsOf(grid, heading, columns, out var snapshot);
        var places = NztPlaces.Of(rows);
        if (places.Count == 0)
        {
            _faults.Add(ImportFaults.NztNoRows(_file));
        }

        var wanted = PlaceChoice.Resolve([.. places.Select((p, i) => p.Choice(i))], _options, _file, _faults);
        var plans = new List<ImportedPlan>();
        foreach (var (i, place) in places.Index())
        {
            if (!wanted.Contains(i))
            {
                _loss.LeaveOut(Reasons.NotAskedFor, 1, []);
                continue;
            }

            input.ThrowIfCancelled();
            _loss.Use();
            plans.Add(ImportedPlan.Of(NztPlan.Of(place, snapshot, _faults)));
        }

        return new ImportResult(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood = EquatableList.Of(
                Message.Of("import.nzt.file", ("places", places.Count), ("taken", plans.Count), ("snapshot", snapshot)),
                Message.Of("import.nzt.wording"),
                Message.Of("import.nzt.left-out-columns")
            ),
        };
    }

    private ImportResult Refused() => new(EquatableList<ImportedPlan>.Empty, _loss.ToReport(), _faults.ToList());

    /// <summary>The row that holds the needed headings; tables grow notes above theirs.</summary>
    private static int? HeadingOf(TableGrid grid)
    {
        for (var row = 0; row < Math.Min(grid.Rows.Count, HeadingWithin); row++)
        {
            var words = grid.Rows[row].Cells.Select(c => c.Text.Trim()).ToHashSet(StringComparer.Ordinal);
            if (NztColumns.Needed.All(words.Contains))
            {
                return row;
            }
        }

        return null;
    }

    private Dictionary<string, int> ColumnsOf(TableGrid grid, int heading)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, cell) in grid.Rows[heading].Cells.Index())
        {
            var name = cell.Text.Trim();
            if (name.Length > 0 && !columns.TryAdd(name, at))
            {
                _faults.Add(ImportFaults.NztColumnTwice(grid.PlaceOf(heading, at), name));
            }
        }

        foreach (var missing in NztColumns.Read.Where(c => !columns.ContainsKey(c)).Take(MostUnknownColumns))
        {
            _faults.Add(ImportFaults.NztColumnMissing(grid.PlaceOf(heading, -1), missing, columns.Keys));
        }

        return columns;
    }

    private List<(NztRow Row, JurisdictionKind Kind, Country Country)> RowsOf(
        TableGrid grid,
        int heading,
        Dictionary<string, int> columns,
        out DateOnly snapshot
    )
    {
        var rows = new List<(NztRow, JurisdictionKind, Country)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        snapshot = DateOnly.MinValue;
        for (var at = heading + 1; at < grid.Rows.Count; at++)
        {
            var row = new NztRow(grid, at, columns, _faults);
            snapshot = row.Updated is { } updated && updated > snapshot ? updated : snapshot;
            var actor = row.Text(NztColumns.Actor);
            var kind = NztWords.KindOf(actor);
            var country = Countries.Find(row.Text(NztColumns.Country));
            if (actor == "Company")
            {
                _loss.LeaveOut(Message.Of("import.left-out.company"), 1, []);
            }
            else if (kind == JurisdictionKind.NotStated || row.Name.Length == 0)
            {
                _faults.Add(ImportFaults.NztNoPlace(row.Place, actor));
                _loss.LeaveOut(Reasons.NoPlace, row.Place);
            }
            else if (country is null)
            {
                LeaveOutWithoutCountry(row);
            }
            else if (!seen.Add(row.IdCode.Length > 0 ? row.IdCode : $"{kind} {row.Name} {country.Alpha2}"))
            {
                _faults.Add(ImportFaults.NztTwice(row.Place, row.Name, row.IdCode));
                _loss.LeaveOut(Reasons.Repeated, row.Place);
            }
            else
            {
                rows.Add((row, kind, country));
            }
        }

        return rows;
    }

    /// <summary>The European Union stands among the countries; a misspelt code may stand anywhere.</summary>
    private void LeaveOutWithoutCountry(NztRow row)
    {
        var code = row.Text(NztColumns.Country);
        if (code == "XXX")
        {
            _loss.LeaveOut(Reasons.Group, row.Place);
            return;
        }

        _faults.Add(ImportFaults.NztNoCountry(row.PlaceOf(NztColumns.Country), row.Name, code));
        _loss.LeaveOut(Message.Of("import.left-out.no-country"), row.Place);
    }
}
