// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>The unit of each row: its own if it has one, else what the caller or the table says once for all.</summary>
internal sealed class TableUnits
{
    private string? _mass;
    private string? _gas;
    private bool _gasAssumed;

    public TableUnits(
        TableRows rows,
        string file,
        ImportOptions options,
        DiagnosticBag faults,
        List<Message> understood
    )
    {
        if (options.Unit is { } stated && !string.IsNullOrWhiteSpace(stated))
        {
            (_mass, _gas) = UnitText.Find(stated);
            MetricTonsRead = UnitText.IsMetricTons(stated);
            if (Whole is null)
            {
                faults.Add(ImportFaults.UnitUnknown(file, stated));
            }

            return;
        }

        foreach (var text in rows.Headings.Concat(rows.Titles))
        {
            if (UnitText.IsPerPerson(text))
            {
                continue;
            }

            if (UnitText.Whole(text) is not null)
            {
                (_mass, _gas) = UnitText.Find(text);
                MetricTonsRead = UnitText.IsMetricTons(text);
                break;
            }

            var (mass, gas) = UnitText.Find(text);
            _gas ??= gas;
            // A lone "t" in a title is more likely a letter than tonnes.
            _mass ??= mass == "t" && !UnitText.IsOnlyUnit(text) && !UnitText.SpellsTonnes(text) ? null : mass;
        }

        if (_gas is null && rows.Titles.Concat(rows.Headings).Any(UnitText.SpeaksOfGreenhouseGases))
        {
            _gas = "CO2e";
            _gasAssumed = true;
        }

        if (Whole is null)
        {
            FromTotals(rows, understood);
        }
    }

    // A table may state its unit in the row of its total alone.
    private void FromTotals(TableRows rows, List<Message> understood)
    {
        var stated = rows
            .Rows.Where(r => r.Unit.Length == 0 && !UnitText.IsPerPerson(r.Label))
            .Where(r => SectorNames.Read(r.Label, r.Reference, "", "").Kind == LabelKind.Total)
            .Select(r => (r.Label, Unit: UnitText.Whole(r.Label)))
            .Where(r => r.Unit is not null)
            .DistinctBy(r => r.Unit)
            .ToList();
        var isOpen = rows.Rows.Any(r =>
            r.Unit.Length == 0
            && UnitText.Whole(r.Label) is null
            && UnitText.Whole(r.Section) is null
            && SectorNames.Read(r.Label, r.Reference, r.Section, r.Fuel).Kind is LabelKind.Emissions
        );
        if (isOpen && stated is [var (label, unit)])
        {
            (_mass, _gas) = UnitText.Find(unit!);
            _gasAssumed = false;
            understood.Add(
                Message.Of("import.table.unit-from-total", ("unit", unit!), ("label", ImportFaults.Short(label)))
            );
        }
    }

    /// <summary>True when a unit was written MT or mt, which is read as metric tons.</summary>
    public bool MetricTonsRead { get; private set; }

    /// <summary>True when a row took CO2e because the table speaks of greenhouse gases and names none.</summary>
    public bool AssumedGasUsed { get; private set; }

    private string? Whole => _mass is null || _gas is null ? null : $"{_mass} {_gas}";

    /// <summary>The row's unit in the notation of plan files; null when nothing states it.</summary>
    public string? Of(TableRow row)
    {
        foreach (var text in (string[])[row.Unit, row.Label, row.Section])
        {
            if (text.Length > 0 && UnitText.Whole(text) is { } whole)
            {
                MetricTonsRead |= UnitText.IsMetricTons(text);
                return whole;
            }
        }

        var (mass, gas) = UnitText.Find(row.Unit);
        if (mass is null && gas is not null)
        {
            // The row names its gas alone: the table says whether it is weighed as itself or as CO2e.
            return _mass is null ? null
                : _gas == "CO2e" && !_gasAssumed ? Whole
                : $"{_mass} {gas}";
        }

        AssumedGasUsed |= _gasAssumed && (mass is not null || (row.Unit.Length == 0 && _mass is not null));
        return mass is not null && _gas is not null ? $"{mass} {_gas}"
            : row.Unit.Length > 0 && mass is null ? null
            : Whole;
    }

    /// <summary>True when the row's own unit is stated and is no emission: GWh, km2.</summary>
    public static bool IsNoEmission(TableRow row) => row.Unit.Length > 0 && UnitText.Find(row.Unit) is (null, null);
}
