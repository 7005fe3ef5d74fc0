// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

public sealed partial class Unit
{
    /// <summary>The product. Equal parts are added up; different units of one dimension stay as people chose them.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>A unit whose scale is the product of both.</returns>
    /// <exception cref="OverflowException">The result is beyond what can be calculated with; see <see cref="TryMultiply"/>.</exception>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, 1) ?? throw new OverflowException();

    /// <summary>The quotient. Equal parts cancel; different units of one dimension stay as people chose them.</summary>
    /// <param name="left">The unit divided.</param>
    /// <param name="right">The unit divided by.</param>
    /// <returns>A unit whose scale is the quotient of both.</returns>
    /// <exception cref="OverflowException">The result is beyond what can be calculated with; see <see cref="TryDivide"/>.</exception>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1) ?? throw new OverflowException();

    /// <summary>The product, where the units come from users and may be absurd.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns>The product; null when a power would pass ±64 or the scale about 10^±100.</returns>
    public static Unit? TryMultiply(Unit left, Unit right) => Combine(left, right, 1);

    /// <summary>The quotient, where the units come from users and may be absurd.</summary>
    /// <param name="left">The unit divided.</param>
    /// <param name="right">The unit divided by.</param>
    /// <returns>The quotient; null when a power would pass ±64 or the scale about 10^±100.</returns>
    public static Unit? TryDivide(Unit left, Unit right) => Combine(left, right, -1);

    /// <summary>A whole power.</summary>
    /// <param name="exponent">Any whole number; 0 gives <see cref="One"/>.</param>
    /// <returns>The power.</returns>
    /// <exception cref="OverflowException">The result is beyond what can be calculated with; see <see cref="TryPow"/>.</exception>
    public Unit Pow(int exponent) => TryPow(exponent) ?? throw new OverflowException();

    /// <summary>A whole power, where the exponent comes from users and may be absurd.</summary>
    /// <param name="exponent">Any whole number; 0 gives <see cref="One"/>.</param>
    /// <returns>The power; null when a power would pass ±64 or the scale about 10^±100.</returns>
    public Unit? TryPow(int exponent)
    {
        if (exponent is 0 or 1)
        {
            return exponent == 0 ? One : this;
        }
        if (exponent is < -MaxPower or > MaxPower)
        {
            return terms.Length == 0 && tens == 0 ? this : null;
        }
        var result = new UnitTerm[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            result[i] = new(terms[i].Atom, terms[i].Power * exponent);
        }
        return Create(result, tens * exponent);
    }

    internal static Unit Of(UnitAtom atom) => new([new(atom, 1)], 0, atom.Scale, atom.Dimension);

    internal static Unit? TenToThe(int power) => power == 0 ? One : Create([], power);

    private static Unit? Combine(Unit left, Unit right, int sign)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (a, b) = (left.terms, right.terms);
        if (b.Length == 0 && right.tens == 0)
        {
            return left;
        }
        var buffer = new UnitTerm[a.Length + b.Length];
        int i = 0,
            j = 0,
            n = 0;
        while (i < a.Length || j < b.Length)
        {
            var order =
                i == a.Length ? 1
                : j == b.Length ? -1
                : UnitAtom.Compare(a[i].Atom, b[j].Atom);
            var atom = order <= 0 ? a[i].Atom : b[j].Atom;
            var power = order <= 0 ? a[i++].Power : 0;
            power += order >= 0 ? sign * b[j++].Power : 0;
            if (power != 0)
            {
                buffer[n++] = new(atom, power);
            }
        }
        return Create(n == buffer.Length ? buffer : buffer.AsSpan(0, n).ToArray(), left.tens + (sign * right.tens));
    }

    /// <summary>Builds from sorted terms; the scale is taken afresh, so equal units have the same scale to the last bit.</summary>
    private static Unit? Create(UnitTerm[] sorted, int tens)
    {
        if (sorted.Length == 0 && tens == 0)
        {
            return One;
        }
        var scale = new DecimalScale(1, tens);
        var dimension = Dimension.None;
        foreach (var term in sorted)
        {
            if (term.Power is < -MaxPower or > MaxPower)
            {
                return null;
            }
            scale = scale.Times(term.Atom.Scale, term.Power);
            dimension *= term.Power == 1 ? term.Atom.Dimension : term.Atom.Dimension.Pow(term.Power);
            if (!scale.IsUsable)
            {
                return null;
            }
        }
        return scale.IsUsable ? new(sorted, tens, scale, dimension) : null;
    }
}
