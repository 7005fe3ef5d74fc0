// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Alliances;

/// <summary>Totals as a file: a row a gas and year; blank where nothing is counted, or where the range is open upward.</summary>
internal static class TotalsCsv
{
    private static readonly string[] Head = ["year", "gas", "unit", "counted", "low", "high", "places", "missing"];

    public static IResult File(string name, WholeTotals totals) =>
        CsvLines.File(
            name,
            Head,
            totals.Gases.SelectMany(g =>
                g.Years.Select(y =>
                    new object?[]
                    {
                        y.Year,
                        g.Gas,
                        UnitOf(g.Gas),
                        y.Counted,
                        y.Low,
                        y.High,
                        y.Places,
                        string.Join(' ', y.Missing.Select(m => m.Code)),
                    }
                )
            )
        );

    public static string UnitOf(string gas) => gas == "CO2" ? "t CO2" : "t CO2e";
}
