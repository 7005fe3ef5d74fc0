// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Lodestar.Climate.Calibrations;

/// <summary>How FaIR's files name parameters, kinds of species and what drives them.</summary>
internal static class FairNames
{
    public const string Gamma = "gamma_autocorrelation";
    public const string DeepOceanEfficacy = "deep_ocean_efficacy";
    public const string SigmaEta = "sigma_eta";
    public const string SigmaXi = "sigma_xi";
    public const string Forcing4xCO2 = "forcing_4co2";
    public const string CloudScale = "aci_scale";

    /// <summary>The columns of a member's energy balance, in the order of <see cref="EnergyBalanceParameters"/>.</summary>
    public static readonly IReadOnlyList<string> EnergyBalance =
    [
        Gamma,
        "ocean_heat_capacity[0]",
        "ocean_heat_capacity[1]",
        "ocean_heat_capacity[2]",
        "ocean_heat_transfer[0]",
        "ocean_heat_transfer[1]",
        "ocean_heat_transfer[2]",
        DeepOceanEfficacy,
        SigmaEta,
        SigmaXi,
        Forcing4xCO2,
    ];

    /// <summary>Columns of the members that say how to draw noise, which this emulator draws its own way.</summary>
    public static readonly FrozenSet<string> OfNoise = FrozenSet.Create("seed", "stochastic_run", "use_seed");

    /// <summary>
    /// Columns of the species file that a species' kind already says, and one that the model's own formulas make idle.
    /// </summary>
    public static readonly FrozenSet<string> SaidByKind = FrozenSet.Create(
        "greenhouse_gas",
        "aerosol_chemistry_from_emissions",
        "aerosol_chemistry_from_concentration",
        "forcing_reference_emissions"
    );

    public static readonly FrozenDictionary<string, Parameter> Parameters = new Dictionary<string, Parameter>
    {
        ["partition_fraction0"] = Parameter.PartitionFraction0,
        ["partition_fraction1"] = Parameter.PartitionFraction1,
        ["partition_fraction2"] = Parameter.PartitionFraction2,
        ["partition_fraction3"] = Parameter.PartitionFraction3,
        ["unperturbed_lifetime0"] = Parameter.Lifetime0,
        ["unperturbed_lifetime1"] = Parameter.Lifetime1,
        ["unperturbed_lifetime2"] = Parameter.Lifetime2,
        ["unperturbed_lifetime3"] = Parameter.Lifetime3,
        ["tropospheric_adjustment"] = Parameter.TroposphericAdjustment,
        ["forcing_efficacy"] = Parameter.Efficacy,
        ["forcing_temperature_feedback"] = Parameter.TemperatureFeedback,
        ["forcing_scale"] = Parameter.ForcingScale,
        ["molecular_weight"] = Parameter.MolarMass,
        ["baseline_concentration"] = Parameter.BaselineConcentration,
        ["forcing_reference_concentration"] = Parameter.ReferenceConcentration,
        ["iirf_0"] = Parameter.Iirf0,
        ["iirf_airborne"] = Parameter.IirfAirborne,
        ["iirf_uptake"] = Parameter.IirfUptake,
        ["iirf_temperature"] = Parameter.IirfTemperature,
        ["baseline_emissions"] = Parameter.BaselineEmissions,
        ["g0"] = Parameter.G0,
        ["g1"] = Parameter.G1,
        ["greenhouse_gas_radiative_efficiency"] = Parameter.RadiativeEfficiency,
        ["h2o_stratospheric_factor"] = Parameter.StratosphericWaterFactor,
        ["lapsi_radiative_efficiency"] = Parameter.SnowEfficiency,
        ["land_use_cumulative_emissions_to_forcing"] = Parameter.LandUseFactor,
        ["cl_atoms"] = Parameter.ChlorineAtoms,
        ["br_atoms"] = Parameter.BromineAtoms,
        ["fractional_release"] = Parameter.FractionalRelease,
        ["ch4_lifetime_chemical_sensitivity"] = Parameter.LifetimeSensitivity,
        ["lifetime_temperature_sensitivity"] = Parameter.LifetimeTemperatureSensitivity,
        ["contrails_radiative_efficiency"] = Parameter.ContrailEfficiency,
        ["erfari_radiative_efficiency"] = Parameter.AerosolRadiationEfficiency,
        ["ozone_radiative_efficiency"] = Parameter.OzoneEfficiency,
        ["aci_shape"] = Parameter.CloudShape,
        [CloudScale] = Parameter.CloudScale,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, SpeciesKind> Kinds = new Dictionary<string, SpeciesKind>
    {
        ["co2 ffi"] = SpeciesKind.FossilCarbonDioxide,
        ["co2 afolu"] = SpeciesKind.LandUseCarbonDioxide,
        ["co2"] = SpeciesKind.CarbonDioxide,
        ["ch4"] = SpeciesKind.Methane,
        ["n2o"] = SpeciesKind.NitrousOxide,
        ["sulfur"] = SpeciesKind.ShortLived,
        ["black carbon"] = SpeciesKind.ShortLived,
        ["organic carbon"] = SpeciesKind.ShortLived,
        ["other slcf"] = SpeciesKind.ShortLived,
        ["cfc-11"] = SpeciesKind.Halogen,
        ["other halogen"] = SpeciesKind.Halogen,
        ["f-gas"] = SpeciesKind.FluorinatedGas,
        ["nox aviation"] = SpeciesKind.AviationNitrogenOxides,
        ["solar"] = SpeciesKind.Solar,
        ["volcanic"] = SpeciesKind.Volcanic,
        ["ari"] = SpeciesKind.AerosolRadiation,
        ["aci"] = SpeciesKind.AerosolCloud,
        ["ozone"] = SpeciesKind.Ozone,
        ["contrails"] = SpeciesKind.Contrails,
        ["lapsi"] = SpeciesKind.BlackCarbonOnSnow,
        ["h2o stratospheric"] = SpeciesKind.StratosphericWater,
        ["land use"] = SpeciesKind.LandUse,
        ["eesc"] = SpeciesKind.EffectiveChlorine,
        ["unspecified"] = SpeciesKind.OtherForcing,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, SpeciesInput> Inputs = new Dictionary<string, SpeciesInput>
    {
        ["emissions"] = SpeciesInput.Emissions,
        ["concentration"] = SpeciesInput.Concentration,
        ["forcing"] = SpeciesInput.Forcing,
        ["calculated"] = SpeciesInput.Calculated,
    }.ToFrozenDictionary();

    /// <summary>Kinds of which FaIR takes any number; of each other kind there is one.</summary>
    public static bool CanRepeat(SpeciesKind kind) =>
        kind is SpeciesKind.ShortLived or SpeciesKind.Halogen or SpeciesKind.FluorinatedGas or SpeciesKind.OtherForcing;

    /// <summary>"forcing_scale[CH4]" in its two parts; null for a heading that is not written so.</summary>
    public static (string Name, string Index)? Indexed(string heading)
    {
        var open = heading.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && heading.EndsWith(']') ? (heading[..open], heading[(open + 1)..^1]) : null;
    }
}
