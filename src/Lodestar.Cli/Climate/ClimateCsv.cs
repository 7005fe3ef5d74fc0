// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Cli.Terminals;

namespace Lodestar.Cli.Climate;

/// <summary>A run as a table for other programs: a row a 1 January, K above 1850–1900, shares from 0 to 1.</summary>
internal static class ClimateCsv
{
    public static void Write(Shell shell, ClimateRun run)
    {
        var outlook = run.Outlook;
        string[] heading =
        [
            "year",
            "p05",
            "p17",
            "p33",
            "p50",
            "p67",
            "p83",
            "p95",
            .. outlook.Odds.Select(o => $"above_{Text(o.Limit)}"),
        ];
        shell.Out.WriteLine(string.Join(',', heading));
        for (var year = outlook.FirstYear; year <= outlook.LastYear; year++)
        {
            var band = outlook.In(year);
            double[] row =
            [
                year,
                band.P05,
                band.P17,
                band.P33,
                band.P50,
                band.P67,
                band.P83,
                band.P95,
                .. outlook.Odds.Select(o => o.In(year)),
            ];
            shell.Out.WriteLine(string.Join(',', row.Select(Text)));
        }
    }

    private static string Text(double value) => Math.Round(value, 6).ToString("R", CultureInfo.InvariantCulture);
}
