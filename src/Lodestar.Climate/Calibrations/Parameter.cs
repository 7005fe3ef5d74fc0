// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Calibrations;

/// <summary>A parameter of one species. Units are those of FaIR's species file.</summary>
public enum Parameter
{
    /// <summary>Share of emissions that enters the first pool; the next three follow.</summary>
    PartitionFraction0,
    PartitionFraction1,
    PartitionFraction2,
    PartitionFraction3,

    /// <summary>Lifetime of the first pool without feedbacks, years; the next three follow.</summary>
    Lifetime0,
    Lifetime1,
    Lifetime2,
    Lifetime3,

    /// <summary>Share by which fast adjustments change the forcing.</summary>
    TroposphericAdjustment,

    /// <summary>Weight of the forcing where it acts on temperature.</summary>
    Efficacy,

    /// <summary>W m⁻² K⁻¹.</summary>
    TemperatureFeedback,
    ForcingScale,

    /// <summary>g/mol.</summary>
    MolarMass,

    /// <summary>Concentration of 1750: ppm, ppb or ppt.</summary>
    BaselineConcentration,

    /// <summary>Concentration at which the forcing formula is zero.</summary>
    ReferenceConcentration,

    /// <summary>Airborne time integral over 100 years of a pulse in 1750, years.</summary>
    Iirf0,
    IirfAirborne,
    IirfUptake,

    /// <summary>years/K.</summary>
    IirfTemperature,

    /// <summary>Emissions at which the concentration stays at its baseline.</summary>
    BaselineEmissions,
    G0,
    G1,

    /// <summary>W m⁻² ppb⁻¹.</summary>
    RadiativeEfficiency,

    /// <summary>W m⁻² ppb⁻¹ of methane.</summary>
    StratosphericWaterFactor,

    /// <summary>W m⁻² per Mt a year.</summary>
    SnowEfficiency,

    /// <summary>W m⁻² per Gt CO2 emitted since the start.</summary>
    LandUseFactor,
    ChlorineAtoms,
    BromineAtoms,
    FractionalRelease,

    /// <summary>Change of methane's lifetime per unit of emission or concentration.</summary>
    LifetimeSensitivity,

    /// <summary>Change of methane's lifetime per K.</summary>
    LifetimeTemperatureSensitivity,
    ContrailEfficiency,

    /// <summary>Aerosol–radiation forcing per unit, W m⁻².</summary>
    AerosolRadiationEfficiency,

    /// <summary>Ozone forcing per unit, W m⁻².</summary>
    OzoneEfficiency,

    /// <summary>Shape of the aerosol–cloud logarithm, per unit.</summary>
    CloudShape,

    /// <summary>Scale of the aerosol–cloud logarithm, W m⁻².</summary>
    CloudScale,
}

/// <summary>A parameter's value: one for all members, or one each. NaN stands for "not given".</summary>
/// <param name="Default">The value where members have none of their own.</param>
/// <param name="ByMember">One value a member; null when all share the default.</param>
public readonly record struct ParameterValues(double Default, double[]? ByMember = null)
{
    /// <summary>The value of one member, by its place in the ensemble.</summary>
    public double this[int member] => ByMember is null ? Default : ByMember[member];

    /// <summary>True when all members have bitwise the same value.</summary>
    public bool IsShared
    {
        get
        {
            if (ByMember is null)
            {
                return true;
            }

            var first = BitConverter.DoubleToInt64Bits(ByMember[0]);
            return Array.TrueForAll(ByMember, v => BitConverter.DoubleToInt64Bits(v) == first);
        }
    }
}

/// <summary>
/// The three-layer energy balance of one member: the parameters of Cummins et al. 2020 (J. Clim. 33, 7909).
/// </summary>
/// <param name="Gamma">Autocorrelation of the forcing, 1/yr.</param>
/// <param name="C1">Heat capacity of the surface layer, W yr m⁻² K⁻¹; <paramref name="C2"/> and <paramref name="C3"/> lie below.</param>
/// <param name="Kappa1">Climate feedback, W m⁻² K⁻¹, positive.</param>
/// <param name="Kappa2">Heat transfer between the first two layers, W m⁻² K⁻¹; <paramref name="Kappa3"/> between the last two.</param>
/// <param name="DeepOceanEfficacy">Weight of the heat that leaves the second layer.</param>
/// <param name="SigmaEta">Noise of the forcing, W m⁻².</param>
/// <param name="SigmaXi">Noise of the surface layer, W m⁻².</param>
/// <param name="Forcing4xCO2">Forcing of four times the CO2 of 1750, W m⁻²; for ECS and TCR alone.</param>
public sealed record EnergyBalanceParameters(
    double Gamma,
    double C1,
    double C2,
    double C3,
    double Kappa1,
    double Kappa2,
    double Kappa3,
    double DeepOceanEfficacy,
    double SigmaEta,
    double SigmaXi,
    double Forcing4xCO2
);
