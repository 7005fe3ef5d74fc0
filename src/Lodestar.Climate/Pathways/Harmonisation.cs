// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;

namespace Lodestar.Climate.Pathways;

/// <summary>What is done to a pathway so that it starts where history ends.</summary>
public enum HarmonisationKind
{
    /// <summary>Nothing: it starts there already, to six digits.</summary>
    None,

    /// <summary>Multiplied by one factor in all years.</summary>
    ConstantRatio,

    /// <summary>Multiplied by a factor that fades to one.</summary>
    ReduceRatio,

    /// <summary>An offset is added that fades to zero.</summary>
    ReduceOffset,

    /// <summary>It starts later: a straight line leads to its first value.</summary>
    Bridge,
}

/// <summary>
/// How one species is harmonised. Methods are those of Gidden et al. 2018 (Environ. Model. Softw. 105, 187; the program
/// aneris), and the choice per species is that of the AR6 scenario workflow, Kikstra et al. 2022 (GMD 15, 9075): constant
/// ratio for HFC-23, -32, -125, -134a, -143a, -227ea, -4310mee and SF6, which models report poorly; a ratio that fades
/// until 2150 for species whose history varies much, C2F6, C6F14, CF4, CO, OC and VOC; an offset that fades until 2150
/// for CO2 of land use, which changes sign; and a ratio that fades until 2080 for all others. Where a ratio cannot be
/// had, because a value is not positive, or where it would be above ten, an offset that fades until 2080 takes its place.
/// </summary>
/// <param name="Until">The calendar year from which the pathway is its own again; 0 where there is none.</param>
public sealed record Harmonisation(HarmonisationKind Kind, int Until = 0)
{
    private const double LargestRatio = 10;
    private const double SameWithin = 1e-6;

    private static readonly Harmonisation Usual = new(HarmonisationKind.ReduceRatio, 2080);
    private static readonly Harmonisation Otherwise = new(HarmonisationKind.ReduceOffset, 2080);
    private static readonly Harmonisation Varying = new(HarmonisationKind.ReduceRatio, 2150);
    private static readonly Harmonisation Poor = new(HarmonisationKind.ConstantRatio);

    private static readonly FrozenDictionary<string, Harmonisation> BySpecies = new Dictionary<string, Harmonisation>
    {
        ["CO2 AFOLU"] = new(HarmonisationKind.ReduceOffset, 2150),
        ["C2F6"] = Varying,
        ["C6F14"] = Varying,
        ["CF4"] = Varying,
        ["CO"] = Varying,
        ["OC"] = Varying,
        ["VOC"] = Varying,
        ["HFC-125"] = Poor,
        ["HFC-134a"] = Poor,
        ["HFC-143a"] = Poor,
        ["HFC-227ea"] = Poor,
        ["HFC-23"] = Poor,
        ["HFC-32"] = Poor,
        ["HFC-4310mee"] = Poor,
        ["SF6"] = Poor,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>As tables of harmonised emissions write it: "reduce_ratio_2080", "constant_ratio", "none".</summary>
    public string Name =>
        Kind switch
        {
            HarmonisationKind.None => "none",
            HarmonisationKind.ConstantRatio => "constant_ratio",
            HarmonisationKind.ReduceRatio => string.Create(CultureInfo.InvariantCulture, $"reduce_ratio_{Until}"),
            HarmonisationKind.ReduceOffset => string.Create(CultureInfo.InvariantCulture, $"reduce_offset_{Until}"),
            _ => "bridge",
        };

    /// <summary>The method for a species, from its two values in the last historical year.</summary>
    /// <param name="historical">Emissions of the calibration's history, in any unit.</param>
    /// <param name="own">Emissions of the pathway, in the same unit.</param>
    public static Harmonisation Of(string species, double historical, double own)
    {
        if (Math.Abs(historical - own) <= SameWithin * Math.Max(Math.Abs(historical), Math.Abs(own)))
        {
            return new(HarmonisationKind.None);
        }

        var usual = BySpecies.GetValueOrDefault(species, Usual);
        var isRatio = historical >= 0 && own > 0 && historical <= LargestRatio * own;
        return usual.Kind == HarmonisationKind.ReduceOffset || isRatio ? usual : Otherwise;
    }

    /// <summary>Emissions of a calendar year after harmonisation.</summary>
    /// <param name="value">The pathway's own emissions of that year.</param>
    /// <param name="joint">The last historical year.</param>
    public double Apply(double value, int year, double historical, double own, int joint)
    {
        var left = year >= Until ? 0 : (double)(Until - year) / (Until - joint);
        return Kind switch
        {
            HarmonisationKind.ConstantRatio => value * (historical / own),
            HarmonisationKind.ReduceRatio => value * (1 + (((historical / own) - 1) * left)),
            HarmonisationKind.ReduceOffset => value + ((historical - own) * left),
            _ => value,
        };
    }
}
