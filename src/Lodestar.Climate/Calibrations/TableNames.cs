// SPDX-License-Identifier: Apache-2.0
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

    public static readonly IReadOnlyDictionary<string, Parameter> Parameters = Words<Parameter>();

    public static readonly IReadOnlyDictionary<string, SpeciesKind> Kinds = Words<SpeciesKind>();

    public static readonly IReadOnlyDictionary<string, SpeciesInput> Inputs = Words<SpeciesInput>();

    public static readonly IReadOnlyDictionary<string, MethaneLifetime> Lifetimes = Words<MethaneLifetime>();

    public static readonly IReadOnlyDictionary<string, GreenhouseForcing> Forcings = Words<GreenhouseForcing>();

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

    // Not frozen: freezing five small dictionaries takes longer than reading the whole set.
    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            words[Of(value)] = value;
        }

        return words;
    }
}
