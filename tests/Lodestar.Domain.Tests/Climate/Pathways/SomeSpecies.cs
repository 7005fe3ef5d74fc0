// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;

namespace Lodestar.Domain.Tests.Climate.Pathways;

/// <summary>Species of every sort that emissions files name.</summary>
internal static class SomeSpecies
{
    public static IReadOnlyList<Species> All { get; } =
    [
        new("CO2 FFI", SpeciesKind.FossilCarbonDioxide, SpeciesInput.Emissions),
        new("CO2 AFOLU", SpeciesKind.LandUseCarbonDioxide, SpeciesInput.Emissions),
        new("CO2", SpeciesKind.CarbonDioxide, SpeciesInput.Calculated),
        new("CH4", SpeciesKind.Methane, SpeciesInput.Emissions),
        new("N2O", SpeciesKind.NitrousOxide, SpeciesInput.Emissions),
        .. ShortLived("Sulfur", "BC", "OC", "NH3", "NOx", "VOC", "CO"),
        .. Of(SpeciesKind.Halogen, "CFC-11", "HCFC-22", "CCl4", "Halon-1211"),
        .. Of(SpeciesKind.FluorinatedGas, "HFC-134a", "HFC-125", "HFC-4310mee", "CF4", "c-C4F8", "SF6"),
        new("Solar", SpeciesKind.Solar, SpeciesInput.Forcing),
    ];

    public static Species Named(string name) => All.Single(s => s.Name == name);

    private static IEnumerable<Species> ShortLived(params string[] names) => Of(SpeciesKind.ShortLived, names);

    private static IEnumerable<Species> Of(SpeciesKind kind, params string[] names) =>
        names.Select(n => new Species(n, kind, SpeciesInput.Emissions));
}
