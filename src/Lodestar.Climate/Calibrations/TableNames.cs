// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Text;

namespace Lodestar.Climate.Calibrations;

/// <summary>How the compact table names things: the model's own words, in lower case with hyphens.</summary>
internal static class TableNames
{
    public const string Set = "set.csv";
    public const string Species = "species.csv";
    public const string Members = "members.csv";
    public const string History = "history.csv";
    public const string Natural = "natural.csv";

    public static readonly IReadOnlyList<string> EnergyBalance =
    [
        "gamma",
        "c1",
        "c2",
        "c3",
        "kappa1",
        "kappa2",
        "kappa3",
        "deep-ocean-efficacy",
        "sigma-eta",
        "sigma-xi",
        "forcing-4xco2",
    ];

    public static readonly FrozenDictionary<string, Parameter> Parameters = Words<Parameter>();

    public static readonly FrozenDictionary<string, SpeciesKind> Kinds = Words<SpeciesKind>();

    public static readonly FrozenDictionary<string, SpeciesInput> Inputs = Words<SpeciesInput>();

    public static readonly FrozenDictionary<string, MethaneLifetime> Lifetimes = Words<MethaneLifetime>();

    public static readonly FrozenDictionary<string, GreenhouseForcing> Forcings = Words<GreenhouseForcing>();

    /// <summary>"IirfAirborne" as "iirf-airborne".</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(Of);
}
