// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>How a stated unit became that of a species.</summary>
public enum UnitStep
{
    /// <summary>The same substance; at most another power of ten.</summary>
    Scale,

    /// <summary>Mass of carbon became mass of the whole substance.</summary>
    FromCarbon,

    /// <summary>Mass of nitrogen became mass of the whole substance.</summary>
    FromNitrogen,

    /// <summary>Another compound of the same element, such as S for SO2 or NO for NO2.</summary>
    FromOtherSubstance,
}

/// <summary>What one stated unit is in the unit of the species, or why it is none of its units.</summary>
/// <param name="Factor">Stated value × factor = value in <see cref="Species.EmissionUnit"/>; NaN with a fault.</param>
public readonly record struct UnitConversion(double Factor, UnitStep Step, Fault? Fault)
{
    internal static UnitConversion Refused(Fault fault) => new(double.NaN, UnitStep.Scale, fault);
}

/// <summary>
/// Units of emissions a year, by molar mass and never by guess. Molar masses in g/mol are those of FaIR's species file
/// (CO2 44.009, CH4 16.043, N2O 44.013) and of the IUPAC table of atomic weights.
/// </summary>
public static class EmissionUnits
{
    private const double Carbon = 12.011;
    private const double Nitrogen = 14.007;

    private static readonly FrozenDictionary<string, double> Tonnes = new Dictionary<string, double>
    {
        ["g"] = 1e-6,
        ["kg"] = 1e-3,
        ["t"] = 1,
        ["Mg"] = 1,
        ["kt"] = 1e3,
        ["Gg"] = 1e3,
        ["Mt"] = 1e6,
        ["Tg"] = 1e6,
        ["Gt"] = 1e9,
        ["Pg"] = 1e9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] PerYear =
    [
        "/yr",
        "/a",
        "/y",
        "/year",
        "yr-1",
        "yr^-1",
        "a-1",
        "a^-1",
        "peryear",
        "peryr",
    ];

    /// <summary>Substances that each species may be weighed as, and mass of the species per mass of them.</summary>
    private static readonly FrozenDictionary<string, (string Substance, double Factor, UnitStep Step)[]> Weighed =
        new Dictionary<string, (string, double, UnitStep)[]>
        {
            ["CO2"] = [("CO2", 1, UnitStep.Scale), ("C", 44.009 / Carbon, UnitStep.FromCarbon)],
            ["CH4"] = [("CH4", 1, UnitStep.Scale), ("C", 16.043 / Carbon, UnitStep.FromCarbon)],
            ["CO"] = [("CO", 1, UnitStep.Scale), ("C", 28.010 / Carbon, UnitStep.FromCarbon)],
            ["N2O"] =
            [
                ("N2O", 1, UnitStep.Scale),
                ("N", 44.013 / (2 * Nitrogen), UnitStep.FromNitrogen),
                ("N2O-N", 44.013 / (2 * Nitrogen), UnitStep.FromNitrogen),
            ],
            ["NH3"] = [("NH3", 1, UnitStep.Scale), ("N", 17.031 / Nitrogen, UnitStep.FromNitrogen)],
            ["NOx"] =
            [
                ("NO2", 1, UnitStep.Scale),
                ("NO", 46.006 / 30.006, UnitStep.FromOtherSubstance),
                ("N", 46.006 / Nitrogen, UnitStep.FromNitrogen),
            ],
            ["Sulfur"] = [("SO2", 1, UnitStep.Scale), ("S", 64.069 / 32.07, UnitStep.FromOtherSubstance)],
            ["VOC"] = [("VOC", 1, UnitStep.Scale), ("NMVOC", 1, UnitStep.Scale)],
            // Black and organic carbon are weighed as carbon to begin with.
            ["BC"] = [("BC", 1, UnitStep.Scale), ("C", 1, UnitStep.Scale)],
            ["OC"] = [("OC", 1, UnitStep.Scale), ("C", 1, UnitStep.Scale)],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads "Mt CO2/yr", "GtC / yr", "kt HFC134a/yr", "Tg N2O-N yr-1".</summary>
    public static UnitConversion Read(string unit, Species species)
    {
        var text = unit.Replace(" ", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
        var rate = PerYear.FirstOrDefault(p => text.EndsWith(p, StringComparison.OrdinalIgnoreCase));
        if (rate is null)
        {
            return UnitConversion.Refused(Fault.UnitUnknown);
        }

        text = text[..^rate.Length];
        var mass = Tonnes.Keys.Where(k => text.StartsWith(k, StringComparison.Ordinal)).MaxBy(k => k.Length);
        if (mass is null || mass.Length == text.Length)
        {
            return UnitConversion.Refused(Fault.UnitUnknown);
        }

        var substance = text[mass.Length..];
        if (IsEquivalent(substance))
        {
            return UnitConversion.Refused(Fault.UnitOfEquivalents);
        }

        var (factor, step, fault) = Substance(substance, species);
        return fault is { } no
            ? UnitConversion.Refused(no)
            : new UnitConversion(factor * Tonnes[mass] / Tonnes[species.EmissionUnit[..2]], step, null);
    }

    /// <summary>Units that a species may stand in, the calibration's own first.</summary>
    public static IReadOnlyList<string> Understood(Species species) =>
        Weighed.TryGetValue(Key(species), out var ways)
            ? [species.EmissionUnit, .. ways.Skip(1).Select(w => $"{species.EmissionUnit[..2]} {w.Substance}/yr")]
            : [species.EmissionUnit];

    private static UnitConversion Substance(string substance, Species species)
    {
        if (!Weighed.TryGetValue(Key(species), out var ways))
        {
            return SpeciesNames.Same(substance, species.Name)
                ? new UnitConversion(1, UnitStep.Scale, null)
                : UnitConversion.Refused(Fault.UnitOfOtherSubstance);
        }

        foreach (var way in ways)
        {
            if (string.Equals(way.Substance, substance, StringComparison.OrdinalIgnoreCase))
            {
                return new UnitConversion(way.Factor, way.Step, null);
            }
        }

        return UnitConversion.Refused(
            substance.ToUpperInvariant() is "NOX" or "SOX" ? Fault.UnitAmbiguous : Fault.UnitOfOtherSubstance
        );
    }

    private static bool IsEquivalent(string substance) =>
        substance.EndsWith("equiv", StringComparison.OrdinalIgnoreCase)
        || substance.EndsWith("eq", StringComparison.OrdinalIgnoreCase)
        || substance.Equals("CO2e", StringComparison.OrdinalIgnoreCase);

    private static string Key(Species species) =>
        species.Kind switch
        {
            SpeciesKind.FossilCarbonDioxide or SpeciesKind.LandUseCarbonDioxide or SpeciesKind.CarbonDioxide => "CO2",
            SpeciesKind.AviationNitrogenOxides => "NOx",
            _ => species.Name,
        };
}
