// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Emulator;

/// <summary>What a run keeps beside the temperature of the surface layer.</summary>
[Flags]
public enum Keep
{
    Temperature = 0,

    /// <summary>CO2, CH4, N2O and effective chlorine.</summary>
    Concentrations = 1,

    /// <summary>Forcing by group and in total.</summary>
    Forcing = 2,

    /// <summary>Imbalance at the top of the atmosphere and heat taken up.</summary>
    EnergyBudget = 4,

    /// <summary>Deep layers, time-scale factors, airborne and cumulative CO2.</summary>
    Detail = 8,
}

/// <summary>One series of a run.</summary>
public enum Output
{
    /// <summary>K above the start of the run.</summary>
    Temperature,
    CarbonDioxide,
    Methane,
    NitrousOxide,
    EffectiveChlorine,
    ForcingCarbonDioxide,
    ForcingMethane,
    ForcingNitrousOxide,
    ForcingFluorinatedGases,
    ForcingMontrealGases,
    ForcingAerosolRadiation,
    ForcingAerosolCloud,
    ForcingOzone,
    ForcingStratosphericWater,
    ForcingBlackCarbonOnSnow,
    ForcingLandUse,
    ForcingContrails,
    ForcingSolar,
    ForcingVolcanic,
    ForcingOther,

    /// <summary>Sum of all forcing, W m⁻², without efficacies.</summary>
    ForcingTotal,

    /// <summary>W m⁻².</summary>
    Imbalance,

    /// <summary>J taken up since the start of the run.</summary>
    HeatUptake,
    MiddleLayer,
    DeepLayer,

    /// <summary>The forcing that temperature answers to, W m⁻².</summary>
    FilteredForcing,

    /// <summary>Gt CO2.</summary>
    CarbonDioxideAirborne,
    CarbonDioxideCumulative,

    /// <summary>Factor on the pools' lifetimes in the step that starts here.</summary>
    CarbonDioxideTimeScale,
    MethaneTimeScale,

    /// <summary>Gt CO2 a year, in the step that starts here.</summary>
    CarbonDioxideEmissions,
}

/// <summary>One number for every 1 January and every member.</summary>
public sealed class MemberSeries
{
    private readonly double[] _values;
    private readonly int _stride;

    internal MemberSeries(int firstYear, int count, int members, int stride)
    {
        (FirstYear, Count, Members, _stride) = (firstYear, count, members, stride);
        _values = new double[count * stride];
    }

    public int FirstYear { get; }

    /// <summary>How many 1 Januaries.</summary>
    public int Count { get; }

    public int LastYear => FirstYear + Count - 1;

    public int Members { get; }

    /// <summary>All members on 1 January of a year, which must lie inside.</summary>
    public ReadOnlySpan<double> At(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return _values.AsSpan((year - FirstYear) * _stride, Members);
    }

    internal double[] Raw => _values;
}
