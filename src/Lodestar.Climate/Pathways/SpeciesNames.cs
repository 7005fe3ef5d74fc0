// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>What the name of a row in an emissions file stands for.</summary>
internal enum Naming
{
    Species,

    /// <summary>CO2 of all sources together.</summary>
    TotalCarbonDioxide,

    /// <summary>A sector of a species that has a row of its own.</summary>
    Part,

    /// <summary>Several gases together.</summary>
    Basket,

    /// <summary>Something other than emissions.</summary>
    Other,

    /// <summary>A substance that exists and that the calibration does not have.</summary>
    NotModelled,
    Unknown,
}

/// <summary>A name and what it was taken for.</summary>
internal sealed record NameReading(Naming Naming, Species? Species = null)
{
    public IReadOnlyList<string> DidYouMean { get; init; } = [];
}

/// <summary>
/// Names of species in emissions files: the calibration's own ("HFC-134a"), the IAMC's ("Emissions|HFC|HFC134a"), and
/// RCMIP's ("Emissions|F-Gases|HFC|HFC134a", "Emissions|CO2|MAGICC AFOLU").
/// </summary>
internal sealed class SpeciesNames
{
    private const string Emissions = "Emissions|";
    private const string Fossil = "Energy and Industrial Processes";
    private const string LandUse = "AFOLU";

    // First: the sets below are made with it.
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["HFC4310"] = "HFC4310MEE",
        ["SO2"] = "SULFUR",
        ["SOX"] = "SULFUR",
        ["SULPHUR"] = "SULFUR",
        ["NMVOC"] = "VOC",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Groups = Plains([
        "F-Gases",
        "HFC",
        "HFCs",
        "PFC",
        "PFCs",
        "CFC",
        "HCFC",
        "Halon",
        "Halons",
        "Montreal Gases",
    ]);

    private static readonly FrozenSet<string> Baskets = Plains([
        "Kyoto Gases",
        "GHG",
        "Kyoto Gases (AR6-GWP100)",
        "Kyoto Gases (AR5-GWP100)",
        "CO2e",
    ]);

    private static readonly FrozenSet<string> FossilNames = Plains([
        Fossil,
        "FFI",
        "MAGICC Fossil and Industrial",
        "Fossil and Industrial",
        "Fossil Fuels and Industry",
    ]);

    private static readonly FrozenSet<string> LandUseNames = Plains([LandUse, "MAGICC AFOLU"]);

    /// <summary>Gases that reports name and calibrations of FaIR leave out.</summary>
    private static readonly FrozenSet<string> Foreign = Plains([
        "Halon-1202",
        "NOx aviation",
        "HFC-41",
        "HFC-134",
        "HFC-143",
        "HFC-152",
        "HFC-161",
        "HFC-236cb",
        "HFC-236ea",
        "HFC-245ca",
        "HCFC-123",
        "HCFC-124",
        "HCFC-225ca",
        "HCFC-225cb",
        "SF5CF3",
        "CF3I",
        "H2",
        "PM2.5",
    ]);

    private static readonly string[] Suffixes = ["|Unharmonized", "|Harmonized", "|Infilled"];

    private readonly FrozenDictionary<string, Species> _species;
    private readonly Species? _fossil;
    private readonly Species? _landUse;

    public SpeciesNames(IReadOnlyList<Species> species)
    {
        var emitted = species.Where(s => s.IsEmitted).ToList();
        _species = emitted.ToFrozenDictionary(s => Plain(s.Name), StringComparer.Ordinal);
        _fossil = emitted.Find(s => s.Kind == SpeciesKind.FossilCarbonDioxide);
        _landUse = emitted.Find(s => s.Kind == SpeciesKind.LandUseCarbonDioxide);
    }

    /// <summary>Whether two names are the same but for case, hyphens, blanks and an alias.</summary>
    public static bool Same(string one, string other) => Plain(one) == Plain(other);

    public NameReading Read(string variable)
    {
        if (_species.TryGetValue(Plain(variable), out var own))
        {
            return new NameReading(Naming.Species, own);
        }

        var at = variable.IndexOf(Emissions, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return variable.Contains('|', StringComparison.Ordinal) ? new NameReading(Naming.Other) : Gas(variable, []);
        }

        if (at > 0 && variable[at - 1] != '|')
        {
            return new NameReading(Naming.Other);
        }

        var rest = variable[(at + Emissions.Length)..];
        foreach (var suffix in Suffixes.Where(s => rest.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
        {
            rest = rest[..^suffix.Length];
        }

        var parts = rest.Split('|', StringSplitOptions.TrimEntries);
        var first = 0;
        while (first < parts.Length && Groups.Contains(Plain(parts[first])))
        {
            first++;
        }

        return first == parts.Length ? new NameReading(Naming.Basket) : Gas(parts[first], parts[(first + 1)..]);
    }

    private NameReading Gas(string name, string[] sector)
    {
        var plain = Plain(name);
        if (plain == "CO2")
        {
            return CarbonDioxide(sector);
        }

        if (_species.TryGetValue(plain, out var species))
        {
            return new NameReading(sector.Length == 0 ? Naming.Species : Naming.Part, species);
        }

        return Baskets.Contains(plain) || Groups.Contains(plain) ? new NameReading(Naming.Basket)
            : Foreign.Contains(plain) ? new NameReading(Naming.NotModelled)
            : new NameReading(Naming.Unknown) { DidYouMean = Nearest.To(name, _species.Values.Select(s => s.Name)) };
    }

    private NameReading CarbonDioxide(string[] sector)
    {
        if (sector.Length != 1)
        {
            return new NameReading(sector.Length == 0 ? Naming.TotalCarbonDioxide : Naming.Part);
        }

        var plain = Plain(sector[0]);
        if (FossilNames.Contains(plain) || LandUseNames.Contains(plain))
        {
            return new NameReading(Naming.Species, FossilNames.Contains(plain) ? _fossil : _landUse);
        }

        var near = Nearest.To(sector[0], [Fossil, LandUse]);
        return near.Count == 0
            ? new NameReading(Naming.Part)
            : new NameReading(Naming.Unknown) { DidYouMean = [.. near.Select(n => $"{Emissions}CO2|{n}")] };
    }

    private static FrozenSet<string> Plains(string[] names) => names.Select(Plain).ToFrozenSet(StringComparer.Ordinal);

    private static string Plain(string name)
    {
        var plain = new string([.. name.Where(c => c is not ('-' or ' ' or '_' or '.'))]).ToUpperInvariant();
        return Aliases.GetValueOrDefault(plain, plain);
    }
}
