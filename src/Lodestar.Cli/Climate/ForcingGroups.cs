// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Emulator;

namespace Lodestar.Cli.Climate;

/// <summary>Forcing as people ask for it: median of the members by group, W m⁻².</summary>
internal static class ForcingGroups
{
    /// <summary>Name in JSON, id of the text, and the series that add up to each group.</summary>
    public static IReadOnlyList<(string Name, string Text, Output[] Outputs)> All { get; } =
    [
        ("co2", "cli.climate.forcing.co2", [Output.ForcingCarbonDioxide]),
        ("ch4", "cli.climate.forcing.ch4", [Output.ForcingMethane]),
        ("n2o", "cli.climate.forcing.n2o", [Output.ForcingNitrousOxide]),
        (
            "halogenated",
            "cli.climate.forcing.halogenated",
            [Output.ForcingFluorinatedGases, Output.ForcingMontrealGases]
        ),
        ("ozone", "cli.climate.forcing.ozone", [Output.ForcingOzone]),
        ("aerosol", "cli.climate.forcing.aerosol", [Output.ForcingAerosolRadiation, Output.ForcingAerosolCloud]),
        (
            "other",
            "cli.climate.forcing.other",
            [
                Output.ForcingStratosphericWater,
                Output.ForcingBlackCarbonOnSnow,
                Output.ForcingLandUse,
                Output.ForcingContrails,
                Output.ForcingOther,
            ]
        ),
        ("natural", "cli.climate.forcing.natural", [Output.ForcingSolar, Output.ForcingVolcanic]),
        ("total", "cli.climate.forcing.total", [Output.ForcingTotal]),
    ];

    public static double Median(EnsembleRun run, Output[] outputs, int year)
    {
        var sum = new double[run.Members];
        foreach (var output in outputs)
        {
            if (run[output] is { } series)
            {
                var at = series.At(year);
                for (var m = 0; m < sum.Length; m++)
                {
                    sum[m] += at[m];
                }
            }
        }

        return Percentiles.Median(sum);
    }
}
