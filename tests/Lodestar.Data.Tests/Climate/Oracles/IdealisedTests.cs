// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>Pulses, stops, removals, the cap of the carbon cycle and runs driven by concentration.</summary>
public sealed class IdealisedTests
{
    private const Keep Everything = Keep.Concentrations | Keep.Forcing | Keep.EnergyBudget | Keep.Detail;

    private static readonly (string Column, Output Output, double Unit)[] Common =
    [
        ("conc_CO2", Output.CarbonDioxide, 1),
        ("erf_CO2", Output.ForcingCarbonDioxide, 1),
        ("alpha_CO2", Output.CarbonDioxideTimeScale, 1),
        ("airborne_CO2", Output.CarbonDioxideAirborne, 1),
        ("cumulative_CO2", Output.CarbonDioxideCumulative, 1),
        ("emis_CO2", Output.CarbonDioxideEmissions, 1),
        ("ERF_total", Output.ForcingTotal, 1),
        ("T1", Output.Temperature, 1),
        ("T2", Output.MiddleLayer, 1),
        ("T3", Output.DeepLayer, 1),
        ("TOA", Output.Imbalance, 1),
        ("OHC_ZJ", Output.HeatUptake, 1e21),
    ];

    private static readonly (string Column, Output Output, double Unit)[] Others =
    [
        ("conc_CH4", Output.Methane, 1),
        ("erf_CH4", Output.ForcingMethane, 1),
        ("alpha_CH4", Output.MethaneTimeScale, 1),
        ("conc_N2O", Output.NitrousOxide, 1),
        ("erf_N2O", Output.ForcingNitrousOxide, 1),
    ];

    public static TheoryData<Copy, string> OneGas =>
        Both(
            "CO2_pulse_100GtC_leach2021",
            "CO2_40GtCO2_100yr_then_zero",
            "CO2_flat10_then_negative",
            "CO2_500GtCO2_iirfmax_stress",
            "CO2_1pct_concentration_driven",
            "CO2_abrupt4x_concentration_driven"
        );

    public static TheoryData<Copy, string> ThreeGases =>
        Both(
            "zero_meinshausen2020_ch4leach2021",
            "CO2_pulse_1Gt_meinshausen2020_ch4leach2021",
            "CH4_pulse_100Mt_meinshausen2020_ch4leach2021",
            "N2O_pulse_10Mt_meinshausen2020_ch4leach2021"
        );

    [Theory]
    [MemberData(nameof(OneGas))]
    public void CarbonDioxideAlone_EqualsTheReference(Copy copy, string experiment) =>
        Compare(copy, "ideal_co2_only.csv", experiment, GreenhouseForcing.Leach2021, Common);

    [Theory]
    [MemberData(nameof(ThreeGases))]
    public void PulseOfAGas_EqualsTheReference(Copy copy, string experiment) =>
        Compare(copy, "ideal_3gas_pulses.csv", experiment, GreenhouseForcing.Meinshausen2020, [.. Common, .. Others]);

    private static void Compare(
        Copy copy,
        string file,
        string experiment,
        GreenhouseForcing forcing,
        (string Column, Output Output, double Unit)[] columns
    )
    {
        var reference = Reference.Read(copy, "unit", file);
        var ensemble = new Ensemble(Idealised.Calibration(forcing)) { IsAsReference = true };
        var run = ensemble.Run(PathwayOf(experiment), new() { Keep = Everything });
        var worst = new Worst(1e-8);
        // Dividing by what the billion-year pool takes up, the reference's 1 − e^−λ flips by one unit in the last place:
        // 1e-16 of λ = 2e-9, or 6e-8 of the pool, wherever the two differ in the last bit of a lifetime.
        var diagnosed = new Worst(6e-8);

        foreach (var row in reference.Rows.Where(r => reference.Text(r, "experiment") == experiment))
        {
            var year = reference.Whole(row, "year");
            foreach (var (column, output, unit) in columns)
            {
                var expected = reference.Number(row, column);
                var actual = run[output]!.At(Idealised.Start + year)[0] / unit;
                var where = $"{column} of {experiment}, year {year}";
                // The imbalance is a small difference of large terms, and near zero twelve printed digits end.
                if (output == Output.Imbalance || Math.Abs(expected) < 1e-6)
                {
                    worst.Absolute(expected, actual, where);
                }
                else
                {
                    (output == Output.CarbonDioxideEmissions ? diagnosed : worst).Relative(expected, actual, where);
                }
            }
        }

        worst.Holds();
        if (diagnosed.Count > 0)
        {
            diagnosed.Holds();
        }
    }

    private static Pathway PathwayOf(string experiment)
    {
        static Pathway Carbon(string name, Func<int, double> emitted) =>
            Idealised.Pathway(name, 500, ("CO2 FFI", emitted));
        static Pathway Driven(string name, int years, Func<int, double> ppm) =>
            new(name, Idealised.Start, new Dictionary<string, double[]> { ["CO2 FFI"] = new double[years] })
            {
                Concentrations = new Dictionary<string, BoundSeries>
                {
                    ["CO2"] = new(Idealised.Start, [.. Enumerable.Range(0, years + 1).Select(ppm)]),
                },
            };
        return experiment switch
        {
            "CO2_pulse_100GtC_leach2021" => Carbon(experiment, n => n == 0 ? 366.4 : 0),
            "CO2_40GtCO2_100yr_then_zero" => Carbon(experiment, n => n < 100 ? 40 : 0),
            "CO2_flat10_then_negative" => Carbon(
                experiment,
                n =>
                    n < 100 ? 36.64
                    : n < 150 ? -36.64
                    : 0
            ),
            "CO2_500GtCO2_iirfmax_stress" => Carbon(experiment, _ => 500),
            "CO2_1pct_concentration_driven" => Driven(experiment, 140, n => 278.3 * Math.Pow(1.01, n)),
            "CO2_abrupt4x_concentration_driven" => Driven(experiment, 300, n => n == 0 ? 278.3 : 4 * 278.3),
            "CO2_pulse_1Gt_meinshausen2020_ch4leach2021" => Idealised.Pathway(
                experiment,
                500,
                ("CO2 FFI", n => n == 0 ? 1 : 0)
            ),
            "CH4_pulse_100Mt_meinshausen2020_ch4leach2021" => Idealised.Pathway(
                experiment,
                500,
                ("CH4", n => n == 0 ? 100 : 0)
            ),
            "N2O_pulse_10Mt_meinshausen2020_ch4leach2021" => Idealised.Pathway(
                experiment,
                500,
                ("N2O", n => n == 0 ? 10 : 0)
            ),
            _ => Idealised.Pathway(experiment, 500),
        };
    }

    private static TheoryData<Copy, string> Both(params string[] experiments)
    {
        TheoryData<Copy, string> data = [];
        foreach (var experiment in experiments)
        {
            data.Add(Copy.Thinned, experiment);
            data.Add(Copy.Whole, experiment);
        }

        return data;
    }
}
