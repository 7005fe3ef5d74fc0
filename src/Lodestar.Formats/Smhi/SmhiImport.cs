// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Smhi;

/// <summary>
/// The county report of Sweden's national emissions database: one row a sub-sector and municipality, with rows "Alla"
/// that are totals of others.
/// </summary>
internal sealed class SmhiImport
{
    private const string Sheet = "Koldioxid (CO2)";

    private readonly PublisherInput _file;
    private readonly SheetRows _rows;
    private readonly DiagnosticBag _faults;
    private readonly LossCounter _loss = new();
    private readonly Dictionary<(string, string), SmhiPlace> _places = [];
    private readonly HashSet<(SmhiPlace, string)> _disputed = [];
    private SmhiHeading? _heading;

    private SmhiImport(PublisherInput file, SheetRows rows, DiagnosticBag faults) =>
        (_file, _rows, _faults) = (file, rows, faults);

    public static bool Recognises(FileLook look) => look.Sheets.Any(IsSheet);

    public static ImportResult Read(PublisherInput file)
    {
        var faults = new DiagnosticBag();
        using var rows = new SheetRows(file.Bytes!, file.Input, file.Name, faults);
        return new SmhiImport(file, rows, faults).Read();
    }

    // Written with a subscript elsewhere: folding makes them one.
    private static bool IsSheet(string name) => NameMatch.Fold(name) == NameMatch.Fold(Sheet);

    private ImportResult Read()
    {
        var found = false;
        while (!found && _rows.NextSheet())
        {
            found = IsSheet(_rows.Sheet);
        }

        if (found)
        {
            _heading = SmhiHeading.Read(_rows, _file.Name, _faults);
            if (_heading is { } heading)
            {
                ReadRows(heading);
            }
        }
        else if (!_rows.Failed)
        {
            _faults.Add(ImportFaults.SheetMissing(_file.Name, Sheet, _rows.Sheets));
        }

        return _rows.Failed || _heading is null ? Result([]) : Finish(_heading);
    }

    private void ReadRows(SmhiHeading heading)
    {
        var figures = new SheetFigures(_rows, _faults);
        while (figures.NextRow())
        {
            var names = Array.ConvertAll(heading.Columns, c => _rows[c].Text);
            var (sector, subSector, county, municipality) = (names[0], names[1], names[2], names[3]);
            if (
                county.Length == 0
                || municipality.Length == 0
                || (SmhiPlace.IsAll(county) && !SmhiPlace.IsAll(municipality))
            )
            {
                _loss.LeaveOut(Reasons.NoPlace, _rows.PlaceOf(-1));
                _faults.Add(ImportFaults.SheetRowUnknown(_rows.PlaceOf(0), string.Join(", ", names)));
                continue;
            }

            if (SmhiMapping.Find(sector, subSector) is not { } entry)
            {
                _loss.LeaveOut(Reasons.UnknownRow, _rows.PlaceOf(-1));
                _faults.Add(ImportFaults.SheetRowUnknown(_rows.PlaceOf(0), $"{sector}, {subSector}"));
                continue;
            }

            Add(county, municipality, new SmhiRow(entry, sector, subSector, figures.Read(heading.Years), Here()));
        }

        figures.Report();
    }

    private Place Here() => _rows.PlaceOf(0);

    private void Add(string county, string municipality, SmhiRow row)
    {
        if (!_places.TryGetValue((county, municipality), out var place))
        {
            place = new SmhiPlace(county, municipality, row.Place);
            _places.Add((county, municipality), place);
        }

        if (place.Rows.TryAdd(row.Entry.Id, row))
        {
            return;
        }

        var before = place.Rows[row.Entry.Id];
        var what = $"{place.Name}, {row.Sector}, {row.SubSector}";
        if (!_disputed.Contains((place, row.Entry.Id)) && before.Tonnes.AsSpan().SequenceEqual(row.Tonnes))
        {
            _loss.LeaveOut(Reasons.Repeated, row.Place);
            _faults.Add(ImportFaults.RepeatedRow(row.Place, before.Place.Line, what));
            return;
        }

        _disputed.Add((place, row.Entry.Id));
        Array.Clear(before.Tonnes);
        _loss.LeaveOut(Reasons.Disputed, row.Place);
        _faults.Add(ImportFaults.DisputedRow(row.Place, before.Place.Line, what));
    }

    private ImportResult Finish(SmhiHeading heading)
    {
        if (_places.Count == 0)
        {
            _faults.Add(ImportFaults.SheetNoRows(_file.Name));
        }

        if (heading.Published is null)
        {
            _faults.Add(ImportFaults.SheetEditionMissing(_file.Name));
        }

        var wanted = SmhiSelection.Resolve(_file.Options.Only, [.. _places.Values], _file.Name, _faults);
        SmhiTotals.Check(_places.Values, wanted, heading.Years, _faults);
        var plans = new SmhiPlans(heading, _faults);
        var made = new List<ImportedPlan>();
        foreach (var place in _places.Values)
        {
            if (!wanted.Contains(place))
            {
                _loss.LeaveOut(Reasons.NotAskedFor, place.Rows.Count, []);
                continue;
            }

            if (heading.Years.Length == 0 || !place.Rows.Values.Any(r => r.Entry.Role is SmhiRole.Part))
            {
                _loss.LeaveOut(Reasons.NoFigures, place.Rows.Count, [place.First]);
                continue;
            }

            Count(place);
            made.Add(plans.Of(place));
        }

        if (_places.Count > 0 && wanted.Count > 0 && made.Count == 0)
        {
            _faults.Add(ImportFaults.SheetNoRows(_file.Name));
        }

        return Result(made);
    }

    private void Count(SmhiPlace place)
    {
        foreach (var row in place.Rows.Values)
        {
            switch (row.Entry.Role)
            {
                case SmhiRole.Check:
                    _loss.LeaveOut(Reasons.Checked, row.Place);
                    break;
                case SmhiRole.Memo:
                    _loss.LeaveOut(Reasons.Bunkers, row.Place);
                    break;
                default:
                    _loss.Use();
                    break;
            }
        }
    }

    private ImportResult Result(List<ImportedPlan> plans) =>
        new(plans.ToEquatableList(), _loss.ToReport(), _faults.ToList())
        {
            Understood =
                _places.Count == 0
                    ? EquatableList<Message>.Empty
                    : EquatableList.Of(
                        Message.Of(
                            "import.smhi.file",
                            ("municipalities", _places.Values.Count(p => !p.IsNation && !p.IsCounty)),
                            ("counties", _places.Values.Count(p => p.IsCounty)),
                            ("taken", plans.Count)
                        ),
                        Message.Of("import.smhi.mapping"),
                        Message.Of("import.smhi.totals")
                    ),
        };
}
