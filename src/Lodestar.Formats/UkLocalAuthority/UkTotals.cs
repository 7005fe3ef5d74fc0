// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>Holds every printed total against the sum of its parts.</summary>
internal static class UkTotals
{
    /// <summary>The file's own sums agree to 2e-11 kt; a thousandth of a gram of slack is far above their rounding.</summary>
    private const double ToleranceKt = 1e-6;

    public static void Check(UkArea area, DiagnosticBag faults)
    {
        foreach (var (year, (values, place)) in area.Years)
        {
            for (var i = 0; i < UkColumns.All.Length; i++)
            {
                var column = UkColumns.All[i];
                if (column.Parts.Length == 0 || values[i] is not { } printed)
                {
                    continue;
                }

                var sum = 0.0;
                var complete = true;
                foreach (var part in column.Parts)
                {
                    complete &= values[part] is not null;
                    sum += values[part] ?? 0;
                }

                if (complete && Math.Abs(sum - printed) > ToleranceKt)
                {
                    faults.Add(
                        ImportFaults.TotalDiffers(place, $"{area.OfficialName}: {column.Label}", year, printed, sum)
                    );
                }
            }
        }
    }
}
