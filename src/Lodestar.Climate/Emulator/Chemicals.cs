// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>The species of a calibration by the part they play.</summary>
internal sealed class Chemicals
{
    public Chemicals(Calibration calibration)
    {
        CarbonDioxide = Needed(calibration, SpeciesKind.CarbonDioxide);
        Methane = Needed(calibration, SpeciesKind.Methane);
        NitrousOxide = Needed(calibration, SpeciesKind.NitrousOxide);
        EffectiveChlorine = calibration.Find(SpeciesKind.EffectiveChlorine);
        AerosolRadiation = Calculated(calibration, SpeciesKind.AerosolRadiation);
        AerosolCloud = Calculated(calibration, SpeciesKind.AerosolCloud);
        Ozone = Calculated(calibration, SpeciesKind.Ozone);
        StratosphericWater = Calculated(calibration, SpeciesKind.StratosphericWater);
        BlackCarbonOnSnow = Calculated(calibration, SpeciesKind.BlackCarbonOnSnow);
        LandUse = Calculated(calibration, SpeciesKind.LandUse);
        Contrails = Calculated(calibration, SpeciesKind.Contrails);
        Precursors =
        [
            .. calibration.Species.Where(s => s.Kind is SpeciesKind.ShortLived or SpeciesKind.AviationNitrogenOxides),
        ];
        PrecursorBaseline = [.. Precursors.Select(p => calibration.Of(p.Name, Parameter.BaselineEmissions).Default)];
        Prescribed = [.. calibration.Species.Where(s => s.Input == SpeciesInput.Forcing)];
        Minor = new MinorGases(calibration);
        IsNitrousOxideShared = MinorGases.IsShared(calibration, NitrousOxide);
        RefuseWhatMembersMayNotVary(calibration);
    }

    public Species CarbonDioxide { get; }
    public Species Methane { get; }
    public Species NitrousOxide { get; }
    public Species? EffectiveChlorine { get; }
    public Species? AerosolRadiation { get; }
    public Species? AerosolCloud { get; }
    public Species? Ozone { get; }
    public Species? StratosphericWater { get; }
    public Species? BlackCarbonOnSnow { get; }
    public Species? LandUse { get; }
    public Species? Contrails { get; }
    public IReadOnlyList<Species> Precursors { get; }
    public IReadOnlyList<double> PrecursorBaseline { get; }

    /// <summary>Species whose forcing is a given series.</summary>
    public IReadOnlyList<Species> Prescribed { get; }
    public MinorGases Minor { get; }

    /// <summary>True when the N2O of all members is the same, so that it is worked out once.</summary>
    public bool IsNitrousOxideShared { get; }

    private static Species Needed(Calibration calibration, SpeciesKind kind) =>
        calibration.Find(kind) ?? throw new NotSupportedException($"The emulator needs {kind} among the species.");

    private static Species? Calculated(Calibration calibration, SpeciesKind kind) =>
        calibration.Find(kind) is { Input: SpeciesInput.Calculated } found ? found : null;

    private static void RefuseWhatMembersMayNotVary(Calibration calibration)
    {
        Parameter[] shared =
        [
            Parameter.LandUseFactor,
            Parameter.SnowEfficiency,
            Parameter.ContrailEfficiency,
            Parameter.TroposphericAdjustment,
            Parameter.ChlorineAtoms,
            Parameter.BromineAtoms,
            Parameter.FractionalRelease,
        ];
        foreach (var species in calibration.Species)
        {
            foreach (var parameter in shared)
            {
                Refuse(calibration, species, parameter);
            }

            Refuse(calibration, species, Parameter.Efficacy);
            if (
                species.Kind != SpeciesKind.Ozone
                && calibration.Of(species.Name, Parameter.TemperatureFeedback) is var feedback
                && (feedback.ByMember is not null || feedback.Default is not (0 or double.NaN))
            )
            {
                throw new NotSupportedException($"The forcing of {species.Name} may not answer to temperature.");
            }

            if (species.Kind != SpeciesKind.Methane)
            {
                Refuse(calibration, species, Parameter.LifetimeSensitivity);
            }

            if (species.Kind is SpeciesKind.Halogen or SpeciesKind.FluorinatedGas)
            {
                foreach (var parameter in MinorGases.Cycle)
                {
                    Refuse(calibration, species, parameter);
                }

                Refuse(calibration, species, Parameter.RadiativeEfficiency);
            }

            if (species.Kind == SpeciesKind.ShortLived)
            {
                Refuse(calibration, species, Parameter.BaselineEmissions);
            }
        }
    }

    private static void Refuse(Calibration calibration, Species species, Parameter parameter)
    {
        if (!calibration.Of(species.Name, parameter).IsShared)
        {
            throw new NotSupportedException($"{parameter} of {species.Name} may not differ between members.");
        }
    }
}

/// <summary>
/// Halogenated gases: their lifetimes answer to nothing and are the same in all members, so that their concentrations
/// are worked out once a pathway; only the scale of their forcing differs between members.
/// </summary>
internal sealed class MinorGases
{
    /// <summary>Parameters that a gas's concentration depends on.</summary>
    public static readonly Parameter[] Cycle =
    [
        Parameter.PartitionFraction0,
        Parameter.PartitionFraction1,
        Parameter.PartitionFraction2,
        Parameter.PartitionFraction3,
        Parameter.Lifetime0,
        Parameter.Lifetime1,
        Parameter.Lifetime2,
        Parameter.Lifetime3,
        Parameter.Iirf0,
        Parameter.IirfUptake,
        Parameter.IirfTemperature,
        Parameter.IirfAirborne,
        Parameter.G0,
        Parameter.G1,
        Parameter.BaselineConcentration,
        Parameter.BaselineEmissions,
        Parameter.MolarMass,
    ];

    public MinorGases(Calibration calibration)
    {
        foreach (var species in calibration.Species)
        {
            if (species.Kind is SpeciesKind.Halogen or SpeciesKind.FluorinatedGas)
            {
                Gases.Add(new SharedGas(calibration, species, GroupOf(calibration, species)));
            }
        }
    }

    public List<SharedGas> Gases { get; } = [];

    /// <summary>Gases whose forcing has one scale and goes to one output.</summary>
    public List<MinorGroup> Groups { get; } = [];

    /// <summary>True when nothing that the gas's concentration depends on differs between members or answers to them.</summary>
    public static bool IsShared(Calibration calibration, Species gas) =>
        Cycle.All(p => calibration.Of(gas.Name, p).IsShared)
        && AnswersToNothing(calibration, gas, Parameter.IirfUptake)
        && AnswersToNothing(calibration, gas, Parameter.IirfTemperature)
        && AnswersToNothing(calibration, gas, Parameter.IirfAirborne);

    private static bool AnswersToNothing(Calibration calibration, Species gas, Parameter parameter) =>
        calibration.Of(gas.Name, parameter).Default is 0 or double.NaN;

    private int GroupOf(Calibration calibration, Species species)
    {
        var output = species.Kind == SpeciesKind.Halogen ? Output.ForcingMontrealGases : Output.ForcingFluorinatedGases;
        var efficacy = calibration.Of(species.Name, Parameter.Efficacy).Default;
        var scale = calibration.Of(species.Name, Parameter.ForcingScale);
        for (var g = 0; g < Groups.Count; g++)
        {
            var group = Groups[g];
            if (
                group.Output == output
                && group.Efficacy.Equals(efficacy)
                && Same(calibration.Of(group.ScaleOf, Parameter.ForcingScale), scale)
            )
            {
                return g;
            }
        }

        Groups.Add(new MinorGroup(output, species.Name, double.IsNaN(efficacy) ? 1 : efficacy));
        return Groups.Count - 1;
    }

    private static bool Same(ParameterValues a, ParameterValues b) =>
        a.ByMember is null || b.ByMember is null
            ? a.ByMember is null && b.ByMember is null && a.Default.Equals(b.Default)
            : a.ByMember.AsSpan().SequenceEqual(b.ByMember);
}

/// <param name="ScaleOf">A gas of the group: all have its forcing scale.</param>
internal sealed record MinorGroup(Output Output, string ScaleOf, double Efficacy);

/// <summary>A gas that all members share.</summary>
internal sealed class SharedGas
{
    private readonly double[] _fractions;
    private readonly double[] _stays;
    private readonly double[] _ofEmitted;

    public SharedGas(Calibration calibration, Species species, int group)
    {
        double Of(Parameter parameter, double missing) =>
            calibration.Of(species.Name, parameter) is var v && !double.IsNaN(v[0]) ? v[0] : missing;
        (Species, Group) = (species, group);
        Baseline = Of(Parameter.BaselineConcentration, 0);
        BaselineEmissions = Of(Parameter.BaselineEmissions, 0);
        PerEmission = GasCycle.ConcentrationPerEmission(Of(Parameter.MolarMass, double.NaN));
        Efficiency = Of(Parameter.RadiativeEfficiency, 0) * (1 + Of(Parameter.TroposphericAdjustment, 0));
        EffectiveChlorine = Chemistry.EffectiveChlorine(
            1,
            Of(Parameter.ChlorineAtoms, 0),
            Of(Parameter.BromineAtoms, 0),
            Of(Parameter.FractionalRelease, 0)
        );
        TimeScale = TimeScaleOf(Of);
        _fractions = [.. Enumerable.Range(0, GasColumns.Pools).Select(k => Of(Parameter.PartitionFraction0 + k, 0))];
        _stays = new double[GasColumns.Pools];
        _ofEmitted = new double[GasColumns.Pools];
        for (var k = 0; k < GasColumns.Pools; k++)
        {
            var lifetime = TimeScale * Of(Parameter.Lifetime0 + k, 1);
            var (stays, ofEmitted) = GasCycle.Decay<Scalar>(1 / lifetime, lifetime);
            (_stays[k], _ofEmitted[k]) = (stays, ofEmitted);
        }
    }

    public Species Species { get; }

    /// <summary>Place among <see cref="MinorGases.Groups"/>; −1 for N2O.</summary>
    public int Group { get; }
    public double Baseline { get; }
    public double BaselineEmissions { get; }
    public double PerEmission { get; }

    /// <summary>W m⁻² ppb⁻¹ with the tropospheric adjustment.</summary>
    public double Efficiency { get; }

    /// <summary>ppt of effective chlorine per ppt.</summary>
    public double EffectiveChlorine { get; }
    public double TimeScale { get; }

    /// <summary>A year's step of the four pools; gives the concentration at its end.</summary>
    public double Step(Span<double> pools, double emissions)
    {
        var airborne = 0.0;
        for (var k = 0; k < GasColumns.Pools; k++)
        {
            pools[k] = (_fractions[k] * (emissions - BaselineEmissions) * _ofEmitted[k]) + (pools[k] * _stays[k]);
            airborne += pools[k];
        }

        return Baseline + (PerEmission * airborne);
    }

    /// <summary>The step that ends at a given concentration.</summary>
    public double StepTo(Span<double> pools, double concentration)
    {
        var (old, perEmission) = (0.0, 0.0);
        for (var k = 0; k < GasColumns.Pools; k++)
        {
            old += pools[k] * _stays[k];
            perEmission += _fractions[k] * _ofEmitted[k];
        }

        var emissions = (((concentration - Baseline) / PerEmission) - old) / perEmission;
        return Step(pools, emissions + BaselineEmissions);
    }

    private static double TimeScaleOf(Func<Parameter, double, double> of)
    {
        var scale = GasCycle
            .TimeScale<Scalar>(
                of(Parameter.Iirf0, double.NaN),
                0,
                0,
                0,
                of(Parameter.G0, double.NaN),
                of(Parameter.G1, double.NaN),
                0,
                0,
                0
            )
            .Value;
        // A rounded g0 of 0 meets an infinite exponential for the longest-lived gas: its lifetime stands as it is.
        return double.IsFinite(scale) && scale > 0 ? scale : 1;
    }
}
