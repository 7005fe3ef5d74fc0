// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>The three main gases with the AR6 default parameters, one member, nothing else that forces.</summary>
internal static class Idealised
{
    public const int Start = 1750;

    /// <summary>Autocorrelation that the reference's energy balance has unless told otherwise.</summary>
    private const double DefaultGamma = 2;

    public static Calibration Calibration(GreenhouseForcing forcing)
    {
        Species[] species =
        [
            new("CO2 FFI", SpeciesKind.FossilCarbonDioxide, SpeciesInput.Emissions),
            new("CO2 AFOLU", SpeciesKind.LandUseCarbonDioxide, SpeciesInput.Emissions),
            new("CO2", SpeciesKind.CarbonDioxide, SpeciesInput.Calculated),
            new("CH4", SpeciesKind.Methane, SpeciesInput.Emissions),
            new("N2O", SpeciesKind.NitrousOxide, SpeciesInput.Emissions),
        ];
        Dictionary<(string, Parameter), ParameterValues> values = [];
        void Set(string gas, params (Parameter Parameter, double Value)[] given)
        {
            foreach (var (parameter, value) in given)
            {
                values[(gas, parameter)] = new(value);
            }
        }

        Set(
            "CO2",
            (Parameter.PartitionFraction0, 0.2173),
            (Parameter.PartitionFraction1, 0.2240),
            (Parameter.PartitionFraction2, 0.2824),
            (Parameter.PartitionFraction3, 0.2763),
            (Parameter.Lifetime0, 1e9),
            (Parameter.Lifetime1, 394.4),
            (Parameter.Lifetime2, 36.54),
            (Parameter.Lifetime3, 4.304),
            (Parameter.G0, 0.010178288),
            (Parameter.G1, 11.41262243),
            (Parameter.Iirf0, 29),
            (Parameter.IirfUptake, 0.00846),
            (Parameter.IirfTemperature, 4),
            (Parameter.IirfAirborne, 0.000819),
            (Parameter.TroposphericAdjustment, 0.05),
            (Parameter.MolarMass, 44.009),
            (Parameter.BaselineConcentration, 278.3),
            (Parameter.ReferenceConcentration, 277.15)
        );
        Set(
            "CH4",
            (Parameter.PartitionFraction0, 1),
            (Parameter.Lifetime0, 8.25),
            (Parameter.G0, 0.36785517),
            (Parameter.G1, 8.249410814),
            (Parameter.Iirf0, 8.249955097),
            (Parameter.IirfTemperature, -0.3),
            (Parameter.IirfAirborne, 0.00032),
            (Parameter.TroposphericAdjustment, -0.14),
            (Parameter.MolarMass, 16.043),
            (Parameter.BaselineConcentration, 729.2),
            (Parameter.ReferenceConcentration, 731.41)
        );
        Set(
            "N2O",
            (Parameter.PartitionFraction0, 1),
            (Parameter.Lifetime0, 109),
            (Parameter.G0, 0.076755588),
            (Parameter.G1, 25.49528818),
            (Parameter.Iirf0, 65.44969575),
            (Parameter.IirfAirborne, -0.0065),
            (Parameter.TroposphericAdjustment, 0.07),
            (Parameter.MolarMass, 44.013),
            (Parameter.BaselineConcentration, 270.1),
            (Parameter.ReferenceConcentration, 273.87)
        );
        return new(
            new("idealised", "", "", "", "", ""),
            species,
            [1],
            [new(DefaultGamma, 4.22, 16, 95, 1.31, 2.39, 0.63, 1.29, 0.5, 0.5, 8)],
            values,
            Pathway("history", 101),
            new Dictionary<string, BoundSeries>()
        )
        {
            GreenhouseForcing = forcing,
            MethaneLifetime = MethaneLifetime.Leach2021,
        };
    }

    /// <param name="emissions">By years since the start; species that are absent are not emitted.</param>
    public static Pathway Pathway(
        string name,
        int years,
        params (string Species, Func<int, double> Emitted)[] emissions
    )
    {
        var series = new[] { "CO2 FFI", "CO2 AFOLU", "CH4", "N2O" }.ToDictionary(s => s, _ => new double[years]);
        foreach (var (species, emitted) in emissions)
        {
            series[species] = [.. Enumerable.Range(0, years).Select(emitted)];
        }

        return new(name, Start, series);
    }
}
