// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Planning.Peers;

/// <summary>What two places may be alike in.</summary>
public enum Trait
{
    /// <summary>Distance from the equator in degrees, which stands in for the climate.</summary>
    Climate = 0,
    Size,
    Density,
    Income,

    /// <summary>Emissions per person.</summary>
    Emissions,

    /// <summary>How emissions divide into groups of sectors.</summary>
    Mix,

    /// <summary>How fast emissions changed.</summary>
    Trend,

    /// <summary>Carbon intensity of electricity.</summary>
    Grid,

    /// <summary>Powers held.</summary>
    Powers,
}

/// <summary>How the likeness of a trait is measured, from the embedded table.</summary>
/// <param name="Half">Difference, or factor, at which likeness is one half; null where a share of things in common is taken.</param>
public sealed record TraitRule(Trait Trait, bool IsRatio, double? Half, double Weight, string Source)
{
    /// <summary>In the order of <see cref="Trait"/>.</summary>
    public static IReadOnlyList<TraitRule> All { get; } =
    [
        .. EmbeddedTable
            .Read("Peers.Tables.traits.csv")
            .Select(r => new TraitRule(
                Enum.Parse<Trait>(r["id"], ignoreCase: true),
                r["measure"] == "ratio",
                r["half"].Length == 0 ? null : double.Parse(r["half"], CultureInfo.InvariantCulture),
                double.Parse(r["weight"], CultureInfo.InvariantCulture),
                r["source"]
            ))
            .OrderBy(r => r.Trait),
    ];

    public static TraitRule Of(Trait trait) => All[(int)trait];

    /// <summary>
    /// Likeness of two numbers, from 1 (the same) towards 0: 2^(-d/half) of their difference, or 2^(-ln(ratio)/ln(half)) of
    /// two positive numbers. Null where a ratio is asked of a number that is not positive.
    /// </summary>
    public double? Of(double mine, double theirs)
    {
        if (!IsRatio)
        {
            return Math.Pow(2, -Math.Abs(mine - theirs) / Half!.Value);
        }

        return mine > 0 && theirs > 0
            ? Math.Pow(2, -Math.Abs(Math.Log(mine) - Math.Log(theirs)) / Math.Log(Half!.Value))
            : null;
    }
}
