// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>What a parameter's number must be for the equations to mean anything.</summary>
internal static class ParameterLimits
{
    private static readonly Parameter[] OfGases =
    [
        Parameter.PartitionFraction0,
        Parameter.PartitionFraction1,
        Parameter.PartitionFraction2,
        Parameter.PartitionFraction3,
        Parameter.Lifetime0,
        Parameter.Lifetime1,
        Parameter.Lifetime2,
        Parameter.Lifetime3,
        Parameter.TroposphericAdjustment,
        Parameter.Efficacy,
        Parameter.ForcingScale,
        Parameter.MolarMass,
        Parameter.BaselineConcentration,
        Parameter.ReferenceConcentration,
        Parameter.BaselineEmissions,
        Parameter.G0,
        Parameter.G1,
    ];

    private static readonly Parameter[] OfMinorGases = [.. OfGases, Parameter.RadiativeEfficiency];

    /// <summary>Parameters that a species cannot do without.</summary>
    public static IReadOnlyList<Parameter> Needed(Species species) =>
        species.Kind is SpeciesKind.Halogen or SpeciesKind.FluorinatedGas ? OfMinorGases
        : species.IsGas ? OfGases
        : species.Kind == SpeciesKind.ShortLived ? [Parameter.BaselineEmissions]
        : species.Kind is SpeciesKind.FossilCarbonDioxide or SpeciesKind.LandUseCarbonDioxide ? []
        : [Parameter.Efficacy, Parameter.ForcingScale];

    /// <summary>Every parameter that some species cannot do without.</summary>
    public static IReadOnlyList<Parameter> NeededBySome => OfMinorGases;

    /// <summary>Null when the number can stand; a blank parameter (NaN) can.</summary>
    public static Fault? Of(Species species, Parameter parameter, double value) =>
        double.IsNaN(value) ? null
        : double.IsInfinity(value) ? Fault.NotFinite
        : parameter switch
        {
            Parameter.BaselineConcentration or Parameter.ReferenceConcentration => Concentration(species, value),
            Parameter.MolarMass
            or Parameter.Lifetime0
            or Parameter.Lifetime1
            or Parameter.Lifetime2
            or Parameter.Lifetime3
            or Parameter.G1 when value <= 0 => Fault.ParameterOutOfRange,
            Parameter.PartitionFraction0
            or Parameter.PartitionFraction1
            or Parameter.PartitionFraction2
            or Parameter.PartitionFraction3 when value is < 0 or > 1 => Fault.ParameterOutOfRange,
            Parameter.G0
            or Parameter.BaselineEmissions
            or Parameter.ChlorineAtoms
            or Parameter.BromineAtoms
            or Parameter.CloudShape when value < 0 => Fault.ParameterOutOfRange,
            _ => null,
        };

    /// <summary>Layers need capacity and feedback; of the eleven only the two strengths of noise may be zero.</summary>
    /// <param name="place">Among the parameters of <see cref="EnergyBalanceParameters"/>.</param>
    public static Fault? OfEnergyBalance(int place, double value) =>
        !double.IsFinite(value) ? Fault.NotFinite
        : value < 0 || (value == 0 && place is not (8 or 9)) ? Fault.ParameterOutOfRange
        : null;

    private static Fault? Concentration(Species species, double value)
    {
        var logarithmic = species.Kind is SpeciesKind.CarbonDioxide or SpeciesKind.Methane or SpeciesKind.NitrousOxide;
        return value < 0 || (value == 0 && logarithmic) ? Fault.ConcentrationNotPositive : null;
    }
}
