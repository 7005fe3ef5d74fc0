// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Units;

/// <summary>
/// What is measured, apart from the unit: base dimensions with whole exponents, such as <c>mass:CO2 time^-1</c>.
/// Immutable, compared by value, safe to share between threads.
/// </summary>
/// <remarks>
/// Keys are <c>mass</c>, <c>length</c>, <c>time</c>, <c>temperature</c>, counts such as <c>person</c>, and qualified keys:
/// <c>mass:CH4</c>, <c>mass:CO2e:AR5-100</c>, <c>mass:CO2e</c> (no metric set stated), <c>money:EUR:2020</c>,
/// <c>money:EUR</c> (no price year stated). Energy is <c>mass length^2 time^-2</c>.
/// </remarks>
public sealed class Dimension : IEquatable<Dimension>
{
    internal const string CO2eKey = "mass:CO2e";
    internal const string MassKey = "mass";
    private readonly KeyValuePair<string, int>[] powers;
    private readonly int hash;

    private Dimension(KeyValuePair<string, int>[] sorted)
    {
        powers = sorted;
        Powers = Array.AsReadOnly(sorted);
        var code = new HashCode();
        foreach (var power in sorted)
        {
            code.Add(string.GetHashCode(power.Key, StringComparison.Ordinal));
            code.Add(power.Value);
        }
        hash = code.ToHashCode();
    }

    /// <summary>The dimension of pure numbers: no base dimension at all.</summary>
    public static Dimension None { get; } = new([]);

    /// <summary>Base-dimension keys in ordinal order with their exponents; no exponent is zero.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Powers { get; }

    /// <summary>True for pure numbers: shares, percentages, counts of nothing in particular.</summary>
    public bool IsDimensionless => powers.Length == 0;

    /// <summary>Says whether this is exactly the mass of one substance of <see cref="Units.Gas"/> (carbon included), not per anything.</summary>
    /// <param name="gas">The substance; null when the answer is false.</param>
    /// <returns>True for <c>kt CH4</c>; false for <c>kt CH4/yr</c>, <c>kt CO2e</c> and <c>kt</c>.</returns>
    public bool TryGetGasMass([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Gas? gas)
    {
        gas = null;
        return powers.Length == 1 && powers[0].Value == 1 && TryGetCarriedGas(out gas);
    }

    /// <summary>Finds the one substance whose mass this dimension carries to the first power, whatever it is per.</summary>
    /// <param name="gas">The substance; null when the answer is false.</param>
    /// <returns>True for <c>kt CH4/yr</c> and <c>kg CO2/GJ</c>; false when no substance, several, or another power is there.</returns>
    public bool TryGetCarriedGas([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Gas? gas)
    {
        gas = null;
        foreach (var (key, power) in powers)
        {
            if (!key.StartsWith("mass:", StringComparison.Ordinal) || IsCO2eKey(key))
            {
                continue;
            }
            if (gas is not null || power != 1)
            {
                gas = null;
                return false;
            }
            gas = UnitTable.Default.FindGasById(key[(MassKey.Length + 1)..]);
        }
        return gas is not null;
    }

    /// <summary>Says whether this is exactly a mass of CO2 equivalent, not per anything.</summary>
    /// <param name="set">The metric set; null when none is stated or when the answer is false.</param>
    /// <returns>True for <c>kt CO2e</c> and <c>kt CO2e_AR5</c>; false for <c>kt CO2</c> and <c>kt CO2e/yr</c>.</returns>
    public bool IsCO2eMass(out GwpSet? set)
    {
        set = null;
        return powers.Length == 1 && powers[0].Value == 1 && CarriesCO2e(out set);
    }

    /// <summary>Says whether a mass of CO2 equivalent is in this dimension, to any power and per anything.</summary>
    /// <param name="set">The metric set of the first such key; null when none is stated or when the answer is false.</param>
    /// <returns>True for <c>g CO2e/kWh</c> and <c>EUR/t CO2e_AR5</c>.</returns>
    public bool CarriesCO2e(out GwpSet? set)
    {
        set = null;
        foreach (var (key, _) in powers)
        {
            if (!IsCO2eKey(key))
            {
                continue;
            }
            set = key.Length == CO2eKey.Length ? null : UnitTable.Default.FindGwpSetById(key[(CO2eKey.Length + 1)..]);
            return true;
        }
        return false;
    }

    /// <summary>Says whether this is exactly an amount of money, not per anything.</summary>
    /// <param name="priceYear">The year whose prices it is in; null for current money and when the answer is false.</param>
    /// <returns>True for <c>MUSD_2017</c> (2017) and <c>USD</c> (null).</returns>
    public bool IsMoney(out int? priceYear) => IsMoney(out _, out priceYear);

    /// <summary>Says whether this is money, whose, and of which year.</summary>
    /// <param name="currency">Its code, as "EUR"; null where this is no money.</param>
    /// <param name="priceYear">The year of its prices; null where none is stated.</param>
    /// <returns>True for one currency to the first power.</returns>
    public bool IsMoney(out string? currency, out int? priceYear)
    {
        (currency, priceYear) = (null, null);
        if (powers.Length != 1 || powers[0].Value != 1)
        {
            return false;
        }
        var parts = powers[0].Key.Split(':');
        if (parts[0] != "money")
        {
            return false;
        }
        currency = parts[1];
        priceYear = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null;
        return true;
    }

    /// <summary>The exponent of a base dimension.</summary>
    /// <param name="key">A key as listed in the remarks of <see cref="Dimension"/>.</param>
    /// <returns>The exponent; 0 when the key is absent.</returns>
    public int PowerOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var power in powers)
        {
            if (string.Equals(power.Key, key, StringComparison.Ordinal))
            {
                return power.Value;
            }
        }
        return 0;
    }

    /// <summary>The dimension of a product. </summary>
    /// <param name="left">A dimension.</param>
    /// <param name="right">A dimension.</param>
    /// <returns>Exponents added key by key.</returns>
    public static Dimension operator *(Dimension left, Dimension right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Merge(right, 1);
    }

    /// <summary>The dimension of a quotient.</summary>
    /// <param name="left">The dimension divided.</param>
    /// <param name="right">The dimension divided by.</param>
    /// <returns>Exponents subtracted key by key.</returns>
    public static Dimension operator /(Dimension left, Dimension right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Merge(right, -1);
    }

    /// <summary>Compares by value.</summary>
    /// <param name="left">A dimension or null.</param>
    /// <param name="right">A dimension or null.</param>
    /// <returns>True when keys and exponents agree.</returns>
    public static bool operator ==(Dimension? left, Dimension? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares by value.</summary>
    /// <param name="left">A dimension or null.</param>
    /// <param name="right">A dimension or null.</param>
    /// <returns>True when keys or exponents differ.</returns>
    public static bool operator !=(Dimension? left, Dimension? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Dimension? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }
        if (other is null || other.hash != hash || other.powers.Length != powers.Length)
        {
            return false;
        }
        for (var i = 0; i < powers.Length; i++)
        {
            if (
                powers[i].Value != other.powers[i].Value
                || !string.Equals(powers[i].Key, other.powers[i].Key, StringComparison.Ordinal)
            )
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>Keys and exponents for logs and tests, such as <c>length^2 mass time^-2</c>; <c>1</c> for pure numbers.</summary>
    /// <returns>ASCII text.</returns>
    public override string ToString()
    {
        if (powers.Length == 0)
        {
            return "1";
        }
        var text = new StringBuilder();
        foreach (var (key, power) in powers)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(key);
            if (power != 1)
            {
                text.Append('^').Append(power.ToString(CultureInfo.InvariantCulture));
            }
        }
        return text.ToString();
    }

    internal static Dimension Of(string key) => new([new(key, 1)]);

    internal Dimension Pow(int exponent)
    {
        if (exponent == 0)
        {
            return None;
        }
        var result = new KeyValuePair<string, int>[powers.Length];
        for (var i = 0; i < powers.Length; i++)
        {
            result[i] = new(powers[i].Key, checked(powers[i].Value * exponent));
        }
        return new(result);
    }

    /// <summary>Reads a table cell: keys with <c>^n</c>, or <c>1</c>.</summary>
    internal static Dimension FromCell(string cell)
    {
        var result = None;
        foreach (var part in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "1")
            {
                continue;
            }
            var caret = part.IndexOf('^', StringComparison.Ordinal);
            var power =
                caret < 0
                    ? 1
                    : int.Parse(part.AsSpan(caret + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            result *= Of(caret < 0 ? part : part[..caret]).Pow(power);
        }
        return result;
    }

    private static bool IsCO2eKey(string key) =>
        key.StartsWith(CO2eKey, StringComparison.Ordinal)
        && (key.Length == CO2eKey.Length || key[CO2eKey.Length] == ':');

    private Dimension Merge(Dimension other, int sign)
    {
        if (other.powers.Length == 0)
        {
            return this;
        }
        var buffer = new KeyValuePair<string, int>[powers.Length + other.powers.Length];
        int i = 0,
            j = 0,
            n = 0;
        while (i < powers.Length || j < other.powers.Length)
        {
            var order =
                i == powers.Length ? 1
                : j == other.powers.Length ? -1
                : string.CompareOrdinal(powers[i].Key, other.powers[j].Key);
            var key = order <= 0 ? powers[i].Key : other.powers[j].Key;
            var power = order <= 0 ? powers[i++].Value : 0;
            power = order >= 0 ? checked(power + (sign * other.powers[j++].Value)) : power;
            if (power != 0)
            {
                buffer[n++] = new(key, power);
            }
        }
        return n == 0 ? None : new(buffer.AsSpan(0, n).ToArray());
    }
}
