// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>
/// The AR6 default species with their own chemistry, contrails and state-dependent N2O, under eight SSPs and three
/// models' energy balances.
/// </summary>
public sealed class DefaultSetTests
{
    private const string Folder = "ssp_default";
    private const string Inputs = "climate/ssp-default-inputs";
    private const Keep Everything = Keep.Concentrations | Keep.Forcing | Keep.EnergyBudget | Keep.Detail;

    private static readonly (string Column, Output Output)[] Columns =
    [
        ("CO2_ppm", Output.CarbonDioxide),
        ("CH4_ppb", Output.Methane),
        ("N2O_ppb", Output.NitrousOxide),
        ("EESC_ppt", Output.EffectiveChlorine),
        ("airborne_CO2_GtCO2", Output.CarbonDioxideAirborne),
        ("cumulative_CO2_GtCO2", Output.CarbonDioxideCumulative),
    ];

    private static readonly (string Column, Output Output)[] Forcing =
    [
        ("ERF_CO2", Output.ForcingCarbonDioxide),
        ("ERF_CH4", Output.ForcingMethane),
        ("ERF_N2O", Output.ForcingNitrousOxide),
        ("ERF_fgas", Output.ForcingFluorinatedGases),
        ("ERF_montreal", Output.ForcingMontrealGases),
        ("ERF_ari", Output.ForcingAerosolRadiation),
        ("ERF_aci", Output.ForcingAerosolCloud),
        ("ERF_ozone", Output.ForcingOzone),
        ("ERF_h2ostrat", Output.ForcingStratosphericWater),
        ("ERF_lapsi", Output.ForcingBlackCarbonOnSnow),
        ("ERF_landuse", Output.ForcingLandUse),
        ("ERF_contrails", Output.ForcingContrails),
        ("ERF_volcanic", Output.ForcingVolcanic),
        ("ERF_solar", Output.ForcingSolar),
        ("ERF_total", Output.ForcingTotal),
        ("TOA_imbalance", Output.Imbalance),
    ];

    private static readonly Lazy<Dictionary<string, Pathway>> Emissions = new(() =>
        Scenarios.Read($"{Inputs}/ssp_default_emissions_as_run_1750-2300.csv", "scenario", "variable", 2)
    );

    public static TheoryData<string> Names =>
        ["ssp119", "ssp126", "ssp245", "ssp370", "ssp434", "ssp460", "ssp534-over", "ssp585"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_UnderThreeEnergyBalances_EqualsTheReference(string scenario)
    {
        var reference = Reference
            .ReadByScenario(Copy.Whole, Folder, "timeseries.csv")
            .Single(r => r.Text(0, "scenario") == scenario);
        var (warming, amounts, forcing) = (new Worst(1e-8), new Worst(1e-8), new Worst(1e-8));
        // Joules of all years since 1750, in zettajoules: the sum keeps fewer digits than its terms.
        var heat = new Worst(1e-5);

        foreach (var (config, calibration) in Calibrations(scenario))
        {
            var ensemble = new Ensemble(calibration) { IsAsReference = true };
            var run = ensemble.Run(Emissions.Value[scenario], new() { Keep = Everything });
            foreach (var row in reference.Rows.Where(r => reference.Text(r, "config") == config))
            {
                var year = reference.Whole(row, "year");
                var where = $"{scenario}, {config}, {year}";
                warming.Absolute(reference.Number(row, "T1"), run.Temperature.At(year)[0], $"T1 of {where}");
                warming.Absolute(reference.Number(row, "T3"), run[Output.DeepLayer]!.At(year)[0], $"T3 of {where}");
                foreach (var (column, output) in Columns)
                {
                    amounts.Relative(reference.Number(row, column), run[output]!.At(year)[0], $"{column} of {where}");
                }

                heat.Absolute(
                    reference.Number(row, "OHC_ZJ"),
                    run[Output.HeatUptake]!.At(year)[0] / 1e21,
                    $"heat of {where}"
                );
                foreach (var (column, output) in Forcing)
                {
                    forcing.Absolute(reference.Number(row, column), run[output]!.At(year)[0], $"{column} of {where}");
                }
            }
        }

        warming.Holds();
        amounts.Holds();
        forcing.Holds();
        heat.Holds();
    }

    [Fact]
    public void DerivedParameters_OfEveryGas_EqualTheReference()
    {
        var reference = Reference.Read(Copy.Whole, Folder, "derived_species_parameters.csv");
        var (set, worst) = (Calibrations("ssp245").First().Calibration, new Worst(1e-8));

        foreach (var row in reference.Rows)
        {
            var species = set.Find(reference.Text(row, "specie"))!;
            var mass = set.Of(species.Name, Parameter.MolarMass).Default;
            if (species.IsGas)
            {
                worst.Relative(
                    reference.Number(row, "concentration_per_emission"),
                    Lodestar.Climate.Relations.GasCycle.ConcentrationPerEmission(mass),
                    $"concentration per emission of {species.Name}"
                );
                worst.Relative(
                    reference.Number(row, "g1"),
                    set.Of(species.Name, Parameter.G1).Default,
                    $"g1 of {species.Name}"
                );
            }
        }

        worst.Holds();
    }

    private static IEnumerable<(string Config, Calibration Calibration)> Calibrations(string scenario)
    {
        var configs = Reference.Read(Copy.Whole, Folder, "configs.csv");
        var file = $"{Inputs}/species_ar6_defaults.csv";
        var (species, values) = SpeciesOf(file);
        foreach (var row in configs.Rows)
        {
            double Of(string column) => configs.Number(row, column);
            yield return (
                configs.Text(row, "config"),
                new(
                    new("ar6-default", "", "", "", "", ""),
                    species,
                    [row],
                    [
                        new(
                            Of("gamma"),
                            Of("C1"),
                            Of("C2"),
                            Of("C3"),
                            Of("kappa1"),
                            Of("kappa2"),
                            Of("kappa3"),
                            Of("epsilon"),
                            Of("sigma_eta"),
                            Of("sigma_xi"),
                            Of("F_4xCO2")
                        ),
                    ],
                    values,
                    Emissions.Value[scenario].Between(1750, 2020),
                    Natural(scenario)
                )
            );
        }
    }

    private static (IReadOnlyList<Species>, Dictionary<(string, Parameter), ParameterValues>) SpeciesOf(string file)
    {
        List<Problem> problems = [];
        using var text = File.OpenText(PublisherData.RequireFile(file));
        var read = FairSpecies.Read(Path.GetFileName(file), text, problems)!;
        Assert.DoesNotContain(problems, p => p.IsError);
        var values = read.Values.ToDictionary(v => v.Key, v => new ParameterValues(v.Value));
        // What the reference run was told beside its species file.
        for (var k = 0; k < 4; k++)
        {
            values[("CH4", Parameter.Lifetime0 + k)] = new(10.8537568);
        }

        values[("CH4", Parameter.BaselineEmissions)] = new(19.01978312);
        values[("N2O", Parameter.BaselineEmissions)] = new(0.08602230754);
        return (read.Species, values);
    }

    private static Dictionary<string, BoundSeries> Natural(string scenario)
    {
        var file = $"{Inputs}/ssp_default_forcing_as_run_1750-2300.csv";
        var lines = File.ReadAllLines(PublisherData.RequireFile(file)).Select(l => l.Split(',')).ToList();
        return lines
            .Where(l => l[0] == scenario)
            .ToDictionary(
                l => l[1],
                l => new BoundSeries(
                    int.Parse(lines[0][2], CultureInfo.InvariantCulture),
                    [.. l[2..].Select(v => double.Parse(v, CultureInfo.InvariantCulture))]
                )
            );
    }
}
