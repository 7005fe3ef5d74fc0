// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads a mapping with a unit of emissions and yearly values: {unit: kt CO2, values: {2025: 1000}}.</summary>
internal static class YearNumbers
{
    /// <summary>Null when the unit or every value is at fault.</summary>
    public static YearSeries? Read(MapReader map, PlanUnits units)
    {
        var unit = map.EmissionUnit("unit", units);
        var cells = new Dictionary<int, YearCell>();
        foreach (var (key, value) in map.Pairs("values", ValueForm.YearNumbers))
        {
            if (!PlanNumbers.TryReadYear(key.Value, out var year))
            {
                map.File.Fault(Faults.BadYear, key, null, MapReader.YearBounds);
            }
            else if (PlanNumbers.TryRead(value.Value, out var number))
            {
                cells[year] = new YearCell(year, Cell.Of(number));
            }
            else if (PlanNumbers.LooksGrouped(value.Value))
            {
                map.File.Fault(Faults.GroupedNumber, value, PlanNumbers.Ungrouped(value.Value));
            }
            else if (!value.IsNothing)
            {
                map.File.Fault(Faults.BadNumber, value);
            }
        }

        return unit is null || cells.Count == 0 ? null : new YearSeries(unit, cells.Values);
    }
}
