// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Units;

namespace Lodestar.Planning.Climate;

/// <summary>Which species of a calibration stands for a gas of an inventory, and in what unit it counts.</summary>
internal sealed class GasSpecies
{
    /// <summary>Stands for what the calibration does not have and for groups whose parts nobody names.</summary>
    private const string AnyOther = "HFC-134a";

    private static readonly Dictionary<string, string> StandIns = EmbeddedTable
        .Read("Climate.Tables.stand-ins.csv")
        .ToDictionary(r => r["gas"], r => r["species"], StringComparer.Ordinal);

    private readonly Dictionary<string, Species> _byName;

    public GasSpecies(Calibration calibration)
    {
        Fossil = Name(calibration, SpeciesKind.FossilCarbonDioxide);
        LandUse = Name(calibration, SpeciesKind.LandUseCarbonDioxide);
        Methane = Name(calibration, SpeciesKind.Methane);
        NitrousOxide = Name(calibration, SpeciesKind.NitrousOxide);
        _byName = calibration
            .Species.Where(s => s.IsEmitted && s.Kind is SpeciesKind.FluorinatedGas or SpeciesKind.Halogen)
            .ToDictionary(s => Plain(s.Name), StringComparer.Ordinal);
    }

    public string Fossil { get; }
    public string LandUse { get; }
    public string Methane { get; }
    public string NitrousOxide { get; }

    /// <summary>Tonnes of a substance in a unit of the species: Gt of CO2, Mt of CH4 and N2O, kt of all others.</summary>
    public double TonnesPerUnit(string species) =>
        species == Fossil || species == LandUse ? 1e9
        : species == Methane || species == NitrousOxide ? 1e6
        : 1e3;

    /// <summary>
    /// The species of a gas as an inventory names it ("CH4", "HFC134a", "PFCs"), the substance whose potential turns CO2e
    /// into mass, and whether it stands in for another. Null for what is no greenhouse gas with a potential in the set.
    /// </summary>
    public (string Species, Gas Gas, bool IsStandIn)? Of(string gas, GwpSet set)
    {
        if (StandIns.TryGetValue(gas, out var standIn))
        {
            return StandIn(standIn);
        }

        return Gas.Find(gas) is not { } known || (known.Id != Gas.CO2.Id && set.Gwp(known) is null)
            ? null
            : known.Id switch
            {
                "CO2" => (Fossil, known, false),
                "CH4" => (Methane, known, false),
                "N2O" => (NitrousOxide, known, false),
                _ when _byName.TryGetValue(Plain(known.Id), out var own) => (own.Name, known, false),
                _ => StandIn(AnyOther),
            };
    }

    private (string, Gas, bool) StandIn(string species) =>
        (_byName[Plain(species)].Name, Gas.Find(species) ?? throw new InvalidOperationException(species), true);

    private static string Name(Calibration calibration, SpeciesKind kind) =>
        calibration.Find(kind)?.Name ?? throw new InvalidOperationException($"The calibration has no {kind}.");

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
