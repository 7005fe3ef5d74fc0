// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Climate.Answers;

/// <summary>
/// Warming per cumulative CO2, and what is still to come after the last tonne: the experiment flat10 (Sanderson et al.
/// 2025): 10 Gt C a year for 100 years and then none, CH4 and N2O held at their level of 1750.
/// </summary>
/// <param name="PerThousandGtC">TCRE, K per 1000 Gt C, when 1000 Gt C are emitted.</param>
/// <param name="After50">Zero-emission commitment after 50 years, K; <paramref name="After100"/> after 100.</param>
public sealed record CarbonResponse(Band PerThousandGtC, Band After50, Band After100)
{
    /// <summary>Gt CO2 per Gt C.</summary>
    public const double CarbonDioxidePerCarbon = 44.009 / 12.011;

    private const int Years = 100;

    public static CarbonResponse Of(Ensemble ensemble)
    {
        var fossil = ensemble.Calibration.Find(SpeciesKind.FossilCarbonDioxide)!.Name;
        var land = ensemble.Calibration.Find(SpeciesKind.LandUseCarbonDioxide)!.Name;
        var emissions = new double[3 * Years];
        Array.Fill(emissions, 10 * CarbonDioxidePerCarbon, 0, Years);
        var start = ensemble.Calibration.History.FirstYear;
        var pathway = new Pathway(
            "flat10",
            start,
            new Dictionary<string, double[]> { [fossil] = emissions, [land] = new double[emissions.Length] }
        )
        {
            Concentrations = new[] { SpeciesKind.Methane, SpeciesKind.NitrousOxide }
                .Select(kind => ensemble.Calibration.Find(kind)!.Name)
                .ToDictionary(
                    gas => gas,
                    gas => new BoundSeries(
                        start,
                        [ensemble.Calibration.Of(gas, Parameter.BaselineConcentration).Default]
                    )
                ),
        };
        var run = ensemble.Run(pathway, new() { IsNaturalForcingLeftOut = true, IsOzoneFeedbackLeftOut = true });
        var (at, after50, after100) = (
            run.Temperature.At(start + Years).ToArray(),
            run.Temperature.At(start + Years + 50).ToArray(),
            run.Temperature.At(start + Years + 100).ToArray()
        );
        for (var m = 0; m < at.Length; m++)
        {
            after50[m] -= at[m];
            after100[m] -= at[m];
        }

        return new(Band.Of(at), Band.Of(after50), Band.Of(after100));
    }
}
