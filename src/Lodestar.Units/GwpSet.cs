// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;

namespace Lodestar.Units;

/// <summary>
/// A set of global warming potentials: report and time horizon. Masses of CO2e of different sets are different dimensions.
/// Immutable; one instance per set and table.
/// </summary>
public sealed class GwpSet
{
    private readonly Dictionary<(string Gas, MethaneOrigin Origin), GwpValue> values;

    internal GwpSet(
        string id,
        string report,
        int horizonYears,
        string symbol,
        string source,
        Dictionary<(string, MethaneOrigin), GwpValue> values
    )
    {
        Id = id;
        Report = report;
        HorizonYears = horizonYears;
        Symbol = symbol;
        Source = source;
        this.values = values;
    }

    /// <summary>Report and horizon: <c>AR5-100</c>.</summary>
    public string Id { get; }

    /// <summary>The assessment report: <c>SAR</c>, <c>AR4</c>, <c>AR5</c> or <c>AR6</c>.</summary>
    public string Report { get; }

    /// <summary>The time horizon in years: 100 or 20.</summary>
    public int HorizonYears { get; }

    /// <summary>What follows <c>CO2e_</c> in a unit symbol: <c>AR5</c>, <c>AR6_20</c>.</summary>
    public string Symbol { get; }

    /// <summary>The report in full.</summary>
    public string Source { get; }

    /// <summary>Second Assessment Report, 100 years (the first Kyoto period).</summary>
    public static GwpSet SAR { get; } = Required("SAR-100");

    /// <summary>Fourth Assessment Report, 100 years.</summary>
    public static GwpSet AR4 { get; } = Required("AR4-100");

    /// <summary>Fourth Assessment Report, 20 years.</summary>
    public static GwpSet AR4Of20 { get; } = Required("AR4-20");

    /// <summary>Fifth Assessment Report, 100 years, without climate-carbon feedback: the set of the Paris inventories.</summary>
    public static GwpSet AR5 { get; } = Required("AR5-100");

    /// <summary>Fifth Assessment Report, 20 years, without climate-carbon feedback.</summary>
    public static GwpSet AR5Of20 { get; } = Required("AR5-20");

    /// <summary>Sixth Assessment Report, 100 years.</summary>
    public static GwpSet AR6 { get; } = Required("AR6-100");

    /// <summary>Sixth Assessment Report, 20 years.</summary>
    public static GwpSet AR6Of20 { get; } = Required("AR6-20");

    /// <summary>Every set of the default table, in table order.</summary>
    public static IReadOnlyList<GwpSet> All => UnitTable.Default.GwpSets;

    /// <summary>Finds a set by the ways people write it; case and separators do not matter, and 100 years is meant when no horizon is stated.</summary>
    /// <param name="text">Such as <c>AR5</c>, <c>AR5-100</c>, <c>AR6 GWP20</c>, <c>GWP100 AR4</c>.</param>
    /// <returns>The set, or null when the text names none (a horizon without a report names none).</returns>
    public static GwpSet? Find(string text) => UnitTable.Default.FindGwpSet(text);

    /// <summary>The warming potential of a gas: t CO2e per t of gas.</summary>
    /// <param name="gas">A substance.</param>
    /// <param name="origin">For methane, its origin; without meaning for other gases.</param>
    /// <returns>The value, or null when the report has none for that gas (or, for methane, none for that origin): null is never zero.</returns>
    public double? Gwp(Gas gas, MethaneOrigin origin = MethaneOrigin.Unspecified) => Find(gas, origin)?.Value;

    /// <summary>Where the value of a gas comes from.</summary>
    /// <param name="gas">A substance.</param>
    /// <param name="origin">For methane, its origin.</param>
    /// <returns>The source cell of the table, or null when there is no value.</returns>
    public string? SourceOf(Gas gas, MethaneOrigin origin = MethaneOrigin.Unspecified) => Find(gas, origin)?.Source;

    /// <summary>Converts a mass of gas, or anything per or times it such as <c>kt CH4/yr</c>, to CO2e of this set.</summary>
    /// <param name="massOfGas">A quantity that carries one gas to the first power.</param>
    /// <param name="origin">For methane, its origin.</param>
    /// <returns>The quantity with the gas replaced by <c>CO2e_</c> and this set.</returns>
    /// <exception cref="UnitMismatchException">The unit does not carry exactly one gas to the first power, or this set has no value for it: ask <see cref="TryToCO2e"/> where the gas comes from users.</exception>
    public Quantity ToCO2e(Quantity massOfGas, MethaneOrigin origin = MethaneOrigin.Unspecified) =>
        TryToCO2e(massOfGas.Unit, origin, out var unit, out var factor)
            ? new(massOfGas.Value * factor, unit)
            : throw new UnitMismatchException(massOfGas.Unit, Unit.Parse("t CO2e_" + Symbol));

    /// <summary>The unit and the factor that <see cref="ToCO2e"/> applies; for kernels that convert arrays.</summary>
    /// <param name="massOfGas">A unit that carries one gas to the first power.</param>
    /// <param name="origin">For methane, its origin.</param>
    /// <param name="co2e">The same unit with the gas replaced; null when the answer is false.</param>
    /// <param name="factor">What to multiply values by; 0 when the answer is false.</param>
    /// <returns>False when the unit does not carry exactly one gas to the first power or this set has no value for it.</returns>
    public bool TryToCO2e(Unit massOfGas, MethaneOrigin origin, [NotNullWhen(true)] out Unit? co2e, out double factor)
    {
        ArgumentNullException.ThrowIfNull(massOfGas);
        (co2e, factor) = (null, 0);
        if (massOfGas.SoleGas is not { } gas || Gwp(gas, origin) is not { } value)
        {
            return false;
        }
        co2e = massOfGas.ReplaceGas(gas, atom => atom.WithCO2e(this));
        factor = co2e is null ? 0 : value;
        return co2e is not null;
    }

    /// <summary>The id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    private GwpValue? Find(Gas gas, MethaneOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(gas);
        var asked = gas.Id == "CH4" ? origin : MethaneOrigin.Unspecified;
        return values.TryGetValue((gas.Id, asked), out var value) ? value : null;
    }

    private static GwpSet Required(string id) =>
        UnitTable.Default.FindGwpSetById(id) ?? throw new InvalidOperationException(id);
}

/// <summary>A warming potential with its source.</summary>
internal readonly record struct GwpValue(double Value, string Source);
