// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Formats.Imports;

/// <summary>Spreadsheet notation of cells.</summary>
internal static class CellName
{
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1, as people count.</param>
    public static string Of(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
