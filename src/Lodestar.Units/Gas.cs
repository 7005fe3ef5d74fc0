// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>
/// A substance whose mass is a dimension of its own: CO2, CH4, N2O, each F-gas, carbon, and the air pollutants that emission
/// tables list. Immutable; one instance per substance and table. CO2e is not a gas: see <see cref="GwpSet"/>.
/// </summary>
public sealed class Gas
{
    internal Gas(string id, string family, string name, string display, IReadOnlyList<string> aliases, string source)
    {
        Id = id;
        Family = family;
        Name = name;
        Display = display;
        Aliases = aliases;
        Source = source;
    }

    /// <summary>The short id used in unit symbols and dimension keys: <c>CO2</c>, <c>HFC134a</c>, <c>C</c> for carbon.</summary>
    public string Id { get; }

    /// <summary>The group of the table: <c>CO2</c>, <c>CH4</c>, <c>N2O</c>, <c>HFC</c>, <c>PFC</c>, <c>SF6</c>, <c>NF3</c>, <c>CFC</c>, <c>HCFC</c>, <c>halon</c>, <c>HFE</c>, <c>HCFE</c>, <c>other</c>, <c>element</c>, <c>pollutant</c> or <c>basket</c>.</summary>
    public string Family { get; }

    /// <summary>The English name, such as <c>nitrous oxide</c>.</summary>
    public string Name { get; }

    /// <summary>The form for people, such as <c>N₂O</c> or <c>HFC-134a</c>.</summary>
    public string Display { get; }

    /// <summary>Where the entry comes from.</summary>
    public string Source { get; }

    /// <summary>True for the seven gases and groups of the Paris inventories: CO2, CH4, N2O, HFCs, PFCs, SF6, NF3.</summary>
    public bool IsKyoto => Family is "CO2" or "CH4" or "N2O" or "HFC" or "PFC" or "SF6" or "NF3";

    /// <summary>Carbon: the mass of C in carbon dioxide or in a stock.</summary>
    public static Gas C { get; } = Required("C");

    /// <summary>Carbon dioxide.</summary>
    public static Gas CO2 { get; } = Required("CO2");

    /// <summary>Methane.</summary>
    public static Gas CH4 { get; } = Required("CH4");

    /// <summary>Nitrous oxide.</summary>
    public static Gas N2O { get; } = Required("N2O");

    /// <summary>Every substance of the default table, in table order.</summary>
    public static IReadOnlyList<Gas> All => UnitTable.Default.Gases;

    internal IReadOnlyList<string> Aliases { get; }

    /// <summary>Finds a substance by id, display form, name or alias; case, hyphens, spaces and subscripts do not matter, except that C and N are written as capitals.</summary>
    /// <param name="text">Such as <c>HFC-134a</c>, <c>CH₄</c>, <c>methane</c>.</param>
    /// <returns>The substance, or null when there is none of that name.</returns>
    public static Gas? Find(string text) => UnitTable.Default.FindGas(text);

    /// <summary>Substances that the text may have meant.</summary>
    /// <param name="text">A misspelt substance.</param>
    /// <returns>Up to three ids, the nearest first; empty when nothing is near.</returns>
    public static IReadOnlyList<string> Suggest(string text) => UnitTable.Default.SuggestGases(text);

    /// <summary>The id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    private static Gas Required(string id) =>
        UnitTable.Default.FindGasById(id) ?? throw new InvalidOperationException(id);
}
