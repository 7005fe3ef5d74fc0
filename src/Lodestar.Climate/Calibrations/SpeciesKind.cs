// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Calibrations;

/// <summary>What part a species plays in the model.</summary>
public enum SpeciesKind
{
    /// <summary>CO2 of fossil fuels and industry, in Gt CO2 a year.</summary>
    FossilCarbonDioxide,

    /// <summary>CO2 of agriculture, forestry and land use, in Gt CO2 a year.</summary>
    LandUseCarbonDioxide,

    /// <summary>CO2 in the air; its emissions are the sum of the two above.</summary>
    CarbonDioxide,
    Methane,
    NitrousOxide,

    /// <summary>A short-lived precursor of aerosol or ozone: Sulfur, BC, OC, NH3, NOx, VOC, CO.</summary>
    ShortLived,

    /// <summary>A gas with chlorine or bromine that the Montreal Protocol governs.</summary>
    Halogen,

    /// <summary>A fluorinated gas without chlorine and bromine.</summary>
    FluorinatedGas,
    AviationNitrogenOxides,
    Solar,
    Volcanic,
    AerosolRadiation,
    AerosolCloud,
    Ozone,
    Contrails,
    BlackCarbonOnSnow,
    StratosphericWater,
    LandUse,
    EffectiveChlorine,

    /// <summary>A forcing that is given as a series and nothing else, such as irrigation.</summary>
    OtherForcing,
}

/// <summary>What drives a species.</summary>
public enum SpeciesInput
{
    Emissions,
    Concentration,
    Forcing,
    Calculated,
}

/// <summary>One species of a calibration.</summary>
/// <param name="Name">As the calibration writes it: "CO2 FFI", "CH4", "Sulfur", "HFC-134a".</param>
public sealed record Species(string Name, SpeciesKind Kind, SpeciesInput Input)
{
    /// <summary>True for a gas with a concentration and a forcing of its own.</summary>
    public bool IsGas =>
        Kind
            is SpeciesKind.CarbonDioxide
                or SpeciesKind.Methane
                or SpeciesKind.NitrousOxide
                or SpeciesKind.Halogen
                or SpeciesKind.FluorinatedGas;

    /// <summary>True when a pathway must give its emissions.</summary>
    public bool IsEmitted => Input == SpeciesInput.Emissions;

    /// <summary>Unit of its emissions: "Gt CO2/yr", "Mt CH4/yr", "kt SF6/yr".</summary>
    public string EmissionUnit =>
        Kind switch
        {
            SpeciesKind.FossilCarbonDioxide or SpeciesKind.LandUseCarbonDioxide or SpeciesKind.CarbonDioxide =>
                "Gt CO2/yr",
            SpeciesKind.Halogen or SpeciesKind.FluorinatedGas => $"kt {Name}/yr",
            _ when Name == "Sulfur" => "Mt SO2/yr",
            _ when Name.StartsWith("NOx", StringComparison.Ordinal) => "Mt NO2/yr",
            _ => $"Mt {Name}/yr",
        };

    /// <summary>Unit of its concentration: "ppm", "ppb" or "ppt".</summary>
    public string ConcentrationUnit =>
        Kind switch
        {
            SpeciesKind.CarbonDioxide => "ppm",
            SpeciesKind.Methane or SpeciesKind.NitrousOxide => "ppb",
            _ => "ppt",
        };
}
