// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.Edgar;

/// <summary>Yearly figures of one row of a sheet.</summary>
internal sealed record EdgarSeries((int Year, int Column)[] Years, double?[] Values, Place Place)
{
    public double? this[int year] => Array.FindIndex(Years, y => y.Year == year) is var i and >= 0 ? Values[i] : null;

    public bool HasFigures => Array.Exists(Values, v => v is not null);

    public bool SameFigures(EdgarSeries other) => Values.AsSpan().SequenceEqual(other.Values);
}

/// <summary>A sector and gas of one area.</summary>
/// <param name="Label">The sector as the file names it.</param>
/// <param name="Gas">"CO2", "CH4", "N2O" or "F-gases".</param>
/// <param name="Metric">The metric of an amount in CO2e ("AR5"); null for carbon dioxide.</param>
internal sealed record EdgarRow(string Label, EdgarSector Sector, string Gas, string? Metric, EdgarSeries Series)
{
    public bool IsCombustionCO2 => Gas == "CO2" && Sector.CombustionCO2;
}

/// <summary>All that the workbook says about one code.</summary>
internal sealed class EdgarArea(string code, string name, Place first)
{
    public string Code => code;

    public string Name => name;

    public Place First => first;

    /// <summary>Rows of all sheets that are not accounted for otherwise.</summary>
    public long SheetRows { get; set; }

    public List<EdgarRow> Rows { get; } = [];

    public EdgarSeries? Total { get; set; }

    public EdgarSeries? PerPerson { get; set; }

    public EdgarSeries? PerGdp { get; set; }
}
