// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Lodestar.Units;

/// <summary>
/// A unit as people chose it: <c>g CO2e/kWh</c>, <c>MWh/(m2 yr)</c>, <c>MEUR_2020</c>. A product of units of the table with whole
/// powers, and a power of ten. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Two units are equal when they are made of the same parts, whatever the order they were written in: <c>kWh m-2</c> equals
/// <c>kWh/m2</c>, but <c>kW</c> does not equal <c>kWh/h</c>, nor <c>kt</c> <c>10^3 t</c>. To ask whether values convert, use
/// <see cref="CompatibleWith"/>. Products and quotients cancel equal parts only; <see cref="Simplify"/> tidies the rest.
/// </remarks>
public sealed partial class Unit : IEquatable<Unit>
{
    // Constants in code are few and asked for over and over; the bound is for callers who pass text that is none.
    private const int MostConstants = 1024;
    private static readonly ConcurrentDictionary<string, Unit> Constants = new(StringComparer.Ordinal);

    internal const int MaxPower = 64;
    private readonly UnitTerm[] terms;
    private readonly int tens;
    private readonly DecimalScale scale;
    private string? symbol;
    private string? display;

    private Unit(UnitTerm[] sorted, int tens, DecimalScale scale, Dimension dimension)
    {
        terms = sorted;
        this.tens = tens;
        this.scale = scale;
        Dimension = dimension;
    }

    /// <summary>The unit of pure numbers.</summary>
    public static Unit One { get; } = new([], 0, DecimalScale.One, Dimension.None);

    /// <summary>What the unit measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>How many coherent base units (kg, m, s, K, one person, one currency unit and their products) one of this unit is; positive and finite.</summary>
    public double Scale => scale.Value;

    /// <summary>The one ASCII form, which <see cref="Read"/> reads back to an equal unit: <c>kt CO2e_AR5/yr</c>; <c>1</c> for <see cref="One"/>.</summary>
    public string Symbol => symbol ??= UnitWriter.Write(terms, tens, UnitWriter.Form.Ascii);

    /// <summary>The form for people, with raised and lowered digits: <c>kt CO₂e (AR5)/yr</c>, <c>MWh/(m²·yr)</c>. It reads back too.</summary>
    public string Display => display ??= UnitWriter.Write(terms, tens, UnitWriter.Form.Display);

    /// <summary>
    /// What this unit is per, time left out: the product of the parts below the line as they are written, before anything
    /// cancels. The area of <c>kWh/(m2 yr)</c>, although energy has a length in it too.
    /// </summary>
    public Dimension Per
    {
        get
        {
            var per = Dimension.None;
            foreach (var term in terms)
            {
                if (term.Power < 0 && !IsTime(term.Atom.Dimension))
                {
                    per *= term.Atom.Dimension.Pow(-term.Power);
                }
            }
            return per;
        }
    }

    /// <summary>Reads a unit in the ways people write it. Never throws on any text, and takes time in proportion to its length.</summary>
    /// <param name="text">At most <see cref="UnitTable.MaxLength"/> characters.</param>
    /// <param name="assumed">The metric set for CO2e where the text states none; null leaves it unstated, which is a dimension of its own.</param>
    /// <returns>The unit, or the fault with its place.</returns>
    public static UnitReading Read(string text, GwpSet? assumed = null) => UnitTable.Default.Read(text, assumed);

    /// <summary>Reads a unit that is a constant in code.</summary>
    /// <param name="text">A unit.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="FormatException">The text is not a unit.</exception>
    public static Unit Parse(string text)
    {
        if (Constants.TryGetValue(text, out var known))
        {
            return known;
        }

        var (unit, fault) = UnitTable.Default.Read(text);
        if (unit is null)
        {
            throw new FormatException($"'{text}' is not a unit: {fault!.Kind} at {fault.Offset} ('{fault.Text}').");
        }

        if (Constants.Count < MostConstants)
        {
            Constants.TryAdd(text, unit);
        }

        return unit;
    }

    /// <summary>Says whether values of this unit convert to the other: whether the dimensions are equal.</summary>
    /// <param name="other">A unit.</param>
    /// <returns>True for <c>kW</c> and <c>MWh/yr</c>; false for <c>t CO2</c> and <c>t CO2e</c>.</returns>
    public bool CompatibleWith(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimension.Equals(other.Dimension);
    }

    /// <summary>What a value of this unit is multiplied by to be of the other.</summary>
    /// <param name="other">A unit of the same dimension.</param>
    /// <returns>A positive finite factor; exact up to one rounding between decimal multiples.</returns>
    /// <exception cref="UnitMismatchException">The dimensions differ.</exception>
    public double FactorTo(Unit other) =>
        TryFactorTo(other, out var factor) ? factor : throw new UnitMismatchException(this, other);

    /// <summary>What a value of this unit is multiplied by to be of the other, when it can be.</summary>
    /// <param name="other">A unit.</param>
    /// <param name="factor">A positive finite factor; 0 when the answer is false.</param>
    /// <returns>False when the dimensions differ.</returns>
    public bool TryFactorTo(Unit other, out double factor)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
        {
            factor = 1;
            return true;
        }
        var fits = Dimension.Equals(other.Dimension);
        factor = fits ? scale.RatioTo(other.scale) : 0;
        return fits;
    }

    /// <summary>A tidy unit of the same dimension, though not of the same size: <c>g CO2e GWh/kWh</c> gives <c>t CO2e</c>, <c>kW h</c> gives <c>MWh</c>, <c>GWh/yr</c> gives <c>MWh/yr</c>.</summary>
    /// <returns>A unit that this one converts to.</returns>
    public Unit Simplify() => UnitSimplifier.Simplify(this, terms);

    /// <summary>The same unit with every CO2e that states no metric set taken to be of the given one.</summary>
    /// <param name="set">The metric set.</param>
    /// <returns>This unit when there is nothing to state.</returns>
    public Unit AssumeGwpSet(GwpSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Replace(atom => atom.IsCO2e && atom.Set is null, atom => atom.WithCO2e(set));
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }
        if (
            other is null
            || tens != other.tens
            || terms.Length != other.terms.Length
            || !Dimension.Equals(other.Dimension)
        )
        {
            return false;
        }
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Power != other.terms[i].Power || !terms[i].Atom.Equals(other.terms[i].Atom))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        code.Add(tens);
        foreach (var term in terms)
        {
            code.Add(term.Atom);
            code.Add(term.Power);
        }
        return code.ToHashCode();
    }

    /// <summary>Compares by parts.</summary>
    /// <param name="left">A unit or null.</param>
    /// <param name="right">A unit or null.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(Unit? left, Unit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by parts.</summary>
    /// <param name="left">A unit or null.</param>
    /// <param name="right">A unit or null.</param>
    /// <returns>True when not equal.</returns>
    public static bool operator !=(Unit? left, Unit? right) => !(left == right);

    /// <summary>The symbol.</summary>
    /// <returns><see cref="Symbol"/>.</returns>
    public override string ToString() => Symbol;

    internal ReadOnlySpan<UnitTerm> Terms => terms;

    /// <summary>The one gas this unit carries to the first power, or null.</summary>
    internal Gas? SoleGas
    {
        get
        {
            Gas? gas = null;
            foreach (var term in terms)
            {
                if (term.Atom.Gas is null)
                {
                    continue;
                }
                if (gas is not null || term.Power != 1)
                {
                    return null;
                }
                gas = term.Atom.Gas;
            }
            return gas;
        }
    }

    /// <summary>Swaps the one atom of a gas; null when the gas is not there, or not once to the first power.</summary>
    internal Unit? ReplaceGas(Gas gas, Func<UnitAtom, UnitAtom> swap)
    {
        var count = 0;
        foreach (var term in terms)
        {
            if (term.Atom.Gas?.Id == gas.Id)
            {
                count += term.Power == 1 ? 1 : 2;
            }
        }
        return count == 1 ? Replace(atom => atom.Gas?.Id == gas.Id, swap) : null;
    }

    private static bool IsTime(Dimension dimension) => dimension.Powers is [{ Key: "time" }];

    [SuppressMessage("Performance", "CA1859", Justification = "Predicates read better than a second loop.")]
    private Unit Replace(Func<UnitAtom, bool> which, Func<UnitAtom, UnitAtom> swap)
    {
        var result = this;
        foreach (var term in terms)
        {
            if (which(term.Atom))
            {
                result = result / Of(term.Atom).Pow(term.Power) * Of(swap(term.Atom)).Pow(term.Power);
            }
        }
        return result;
    }
}
