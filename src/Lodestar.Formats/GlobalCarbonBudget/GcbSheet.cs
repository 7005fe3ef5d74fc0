// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>One column of a sheet: an area with its yearly amounts as the file states them.</summary>
/// <param name="Name">In common use.</param>
/// <param name="LongName">The name in capitals, which may say what is counted with it; "" where the sheet has none.</param>
/// <param name="Flag">The publisher's quality flag; null where the sheet has none.</param>
/// <param name="Place">Where the name stands.</param>
internal sealed record GcbColumn(string Name, string LongName, double? Flag, Place Place)
{
    /// <summary>In million tonnes of carbon; null where the cell is blank.</summary>
    public SortedDictionary<int, double?> Years { get; } = [];

    public bool HasFigures => Years.Values.Any(v => v is not null);
}

/// <summary>A sheet of areas across and years down.</summary>
/// <param name="Name">As the workbook has it.</param>
/// <param name="Factor">Tonnes of carbon dioxide a tonne of carbon, as the sheet states it.</param>
/// <param name="Cite">What the sheet asks to be cited; null when it does not say.</param>
internal sealed record GcbSheet(string Name, double Factor, string? Cite, IReadOnlyList<GcbColumn> Columns);
