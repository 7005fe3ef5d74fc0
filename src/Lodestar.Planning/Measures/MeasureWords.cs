// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Measures;

/// <summary>The words of the measure library: what its files write and ids of texts end with.</summary>
public static class MeasureWords
{
    public static IReadOnlyList<string> Mechanisms { get; } =
    [
        "regulation",
        "price",
        "finance",
        "information",
        "programme",
        "behaviour",
        "land-use",
        "infrastructure",
        "service",
        "own-assets",
        "procurement",
        "contract",
        "technology",
        "fuel-switch",
        "fleet",
        "supply",
        "flexibility",
        "material",
        "process",
        "capture",
        "practice",
        "sink",
        "removal",
        "baseline",
    ];

    /// <summary>By <see cref="MeasureRole"/>.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["acting", "enabling", "reference"];

    /// <summary>By <see cref="InteractionKind"/>.</summary>
    public static IReadOnlyList<string> Interactions { get; } = ["multiplies", "before", "excludes", "enables"];

    /// <summary>By <see cref="EffectUnit"/>.</summary>
    public static IReadOnlyList<string> Units { get; } = ["%", "%/yr", "points", "t CO2/(ha yr)", "t CO2/t"];

    /// <summary>What a measure of the library may do to a variable.</summary>
    public static IReadOnlyList<string> Operations { get; } = ["scale", "shift", "floor"];

    public static string Word(MeasureRole role) => Roles[(int)role];

    public static string Word(InteractionKind kind) => Interactions[(int)kind];

    public static string Word(EffectUnit unit) => Units[(int)unit];
}
