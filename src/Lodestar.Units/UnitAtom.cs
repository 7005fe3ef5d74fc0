// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Units;

/// <summary>
/// The smallest part of a unit that is never taken apart: a table unit with its prefix and, for mass and money, what it is
/// qualified by. <c>kt CO2e_AR5</c> and <c>MEUR_2020</c> are atoms.
/// </summary>
internal sealed class UnitAtom : IEquatable<UnitAtom>
{
    private UnitAtom(UnitDefinition definition, Prefix? prefix, Gas? gas, bool isCO2e, GwpSet? set, int? priceYear)
    {
        Definition = definition;
        Prefix = prefix;
        Gas = gas;
        IsCO2e = isCO2e;
        Set = set;
        PriceYear = priceYear;
        Scale = definition.Scale with { Ten = definition.Scale.Ten + (prefix?.Power ?? 0) };
        var stem = prefix?.Symbol + definition.Symbol;
        var shown = (prefix?.Symbol == "u" ? "µ" : prefix?.Symbol) + definition.Display;
        if (isCO2e)
        {
            Symbol = stem + " CO2e" + (set is null ? "" : "_" + set.Symbol);
            Display =
                shown
                + " CO₂e"
                + (set is null ? "" : $" ({set.Symbol.Replace("_", " GWP", StringComparison.Ordinal)})");
            Dimension = Dimension.Of(set is null ? Dimension.CO2eKey : Dimension.CO2eKey + ":" + set.Id);
        }
        else if (gas is not null)
        {
            Symbol = stem + " " + gas.Id;
            Display = shown + " " + gas.Display;
            Dimension = Dimension.Of("mass:" + gas.Id);
        }
        else if (priceYear is { } year)
        {
            var digits = year.ToString(CultureInfo.InvariantCulture);
            Symbol = stem + "_" + digits;
            Display = shown + UnitWriter.Subscript(digits);
            Dimension = Dimension.Of("money:" + definition.Symbol + ":" + digits);
        }
        else
        {
            Symbol = stem;
            Display = shown;
            Dimension = definition.Dimension;
        }
        // A digit glued to a currency would read as a price year, and one glued to a gas as part of its name.
        TakesGluedExponent =
            gas is null
            && !isCO2e
            && !definition.IsMoney
            && char.IsAsciiLetter(Symbol[^1])
            && !Symbol.Contains('_', StringComparison.Ordinal);
    }

    internal UnitDefinition Definition { get; }

    internal Prefix? Prefix { get; }

    internal Gas? Gas { get; }

    internal bool IsCO2e { get; }

    internal GwpSet? Set { get; }

    internal int? PriceYear { get; }

    internal DecimalScale Scale { get; }

    internal string Symbol { get; }

    internal string Display { get; }

    internal Dimension Dimension { get; }

    internal bool TakesGluedExponent { get; }

    internal static UnitAtom Plain(UnitDefinition definition, Prefix? prefix = null) =>
        new(definition, prefix, null, false, null, null);

    internal UnitAtom WithGas(Gas gas) => new(Definition, Prefix, gas, false, null, null);

    internal UnitAtom WithCO2e(GwpSet? set) => new(Definition, Prefix, null, true, set, null);

    internal UnitAtom InPricesOf(int year) => new(Definition, Prefix, null, false, null, year);

    /// <summary>The same table unit and qualifier with another prefix; null removes it.</summary>
    internal UnitAtom WithPrefix(Prefix? prefix) => new(Definition, prefix, Gas, IsCO2e, Set, PriceYear);

    /// <summary>The same qualifier on another table unit.</summary>
    internal UnitAtom On(UnitDefinition definition, Prefix? prefix) =>
        new(definition, prefix, Gas, IsCO2e, Set, PriceYear);

    public bool Equals(UnitAtom? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && string.Equals(Symbol, other.Symbol, StringComparison.Ordinal)
            && Dimension.Equals(other.Dimension)
        );

    public override bool Equals(object? obj) => Equals(obj as UnitAtom);

    public override int GetHashCode() => string.GetHashCode(Symbol, StringComparison.Ordinal);

    /// <summary>The order in which atoms are written.</summary>
    internal static int Compare(UnitAtom left, UnitAtom right)
    {
        var byOrder = left.Definition.Order.CompareTo(right.Definition.Order);
        return byOrder != 0 ? byOrder : string.CompareOrdinal(left.Symbol, right.Symbol);
    }
}

/// <summary>An SI prefix.</summary>
internal sealed record Prefix(string Symbol, string Word, int Power);

/// <summary>An atom raised to a whole power, never zero.</summary>
internal readonly record struct UnitTerm(UnitAtom Atom, int Power);
