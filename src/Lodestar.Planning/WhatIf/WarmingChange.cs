// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Planning.WhatIf;

/// <summary>
/// By how much warming changes with cumulative CO2, at once and without a run of the climate model: the transient climate
/// response to cumulative emissions of the IPCC, AR6 WGI (Tables/warming.csv). Other gases are not counted.
/// </summary>
/// <param name="Low">In °C, at the low end of the likely range.</param>
/// <param name="Central">At the best estimate.</param>
/// <param name="High">At the high end.</param>
public sealed record WarmingChange(double Low, double Central, double High)
{
    private static readonly (double Low, double Central, double High) PerTonne = Read();

    /// <summary>The change of so many tonnes of CO2.</summary>
    public static WarmingChange Of(double tonnes) =>
        new(PerTonne.Low * tonnes, PerTonne.Central * tonnes, PerTonne.High * tonnes);

    private static (double, double, double) Read()
    {
        var row = EmbeddedTable.Read("WhatIf.Tables.warming.csv").First(r => r["id"] == "tcre");
        double Number(string column) => double.Parse(row[column], CultureInfo.InvariantCulture) / 1e12;
        return (Number("low"), Number("central"), Number("high"));
    }
}
