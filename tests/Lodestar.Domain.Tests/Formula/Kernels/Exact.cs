// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Lodestar.Domain.Tests.Formula.Kernels;

/// <summary>
/// The functions slowly and plainly, in whole numbers of 2⁻¹³⁰⁰: Taylor series alone. More than 250 bits are right of
/// every value a double can hold at full precision.
/// </summary>
internal static class Exact
{
    public const int Bits = 1300;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger LogOfTwo = 2 * ArtanhOfInverse(3);

    /// <summary>Machin 1706: π/4 = 4 arctan 1/5 − arctan 1/239; then the square root in whole numbers.</summary>
    private static readonly BigInteger RootOfTwoPi = Root(8 * ((4 * ArctanOfInverse(5)) - ArctanOfInverse(239)));

    public static BigInteger Of(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger whole = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000;
        var shift = Bits + Math.Max(exponent, 1) - 1075;
        var size = shift >= 0 ? whole << shift : whole >> -shift;
        return bits < 0 ? -size : size;
    }

    /// <summary>How far a result is from the truth, in units of its last place.</summary>
    public static double Error(double result, BigInteger truth)
    {
        var size = Math.Abs(result);
        return (double)((Of(result) - truth) * 1_000_000 / Of(Math.BitIncrement(size) - size)) / 1e6;
    }

    public static BigInteger Exp(BigInteger x)
    {
        var k = (int)(x / LogOfTwo);
        var r = (x - (k * LogOfTwo)) >> 16;
        BigInteger sum = One,
            term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = Times(term, r) / n;
            if (term == BigInteger.MinusOne)
            {
                break;
            }

            sum += term;
        }

        for (var n = 0; n < 16; n++)
        {
            sum = Times(sum, sum);
        }

        return k >= 0 ? sum << k : sum >> -k;
    }

    /// <summary>Halley's steps on e^y = x treble the digits: 53, 159, 477 bits.</summary>
    public static BigInteger Log(double x)
    {
        var k = Math.ILogB(x);
        var m = Of(Math.ScaleB(x, -k));
        var y = Of(Math.Log(Math.ScaleB(x, -k)));
        for (var n = 0; n < 3; n++)
        {
            var power = Exp(y);
            y += Divide(2 * (m - power), m + power);
        }

        return y + (k * LogOfTwo);
    }

    public static BigInteger Power(double x, double y) => Exp(Times(Of(y), Log(x)));

    /// <summary>Φ(x) = φ(x) (½ √2π e^(x²/2) + Σ x²ᵏ⁺¹ / (2k + 1)!!)</summary>
    public static BigInteger NormalShare(double x)
    {
        var z = Of(x);
        var square = Times(z, z);
        BigInteger sum = z,
            term = z;
        for (var n = 3; BigInteger.Abs(term) > 1; n += 2)
        {
            term = Times(term, square) / n;
            sum += term;
        }

        var bell = Exp(square / 2);
        return Divide(Divide((Times(RootOfTwoPi, bell) / 2) + sum, bell), RootOfTwoPi);
    }

    private static BigInteger Times(BigInteger a, BigInteger b) => (a * b) >> Bits;

    private static BigInteger Divide(BigInteger a, BigInteger b) => (a << Bits) / b;

    private static BigInteger ArctanOfInverse(int n) => OddSeries(n, -1);

    private static BigInteger ArtanhOfInverse(int n) => OddSeries(n, 1);

    private static BigInteger OddSeries(int n, int sign)
    {
        var power = One / n;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power = sign * power / (n * n);
            sum += power / k;
        }

        return sum;
    }

    private static BigInteger Root(BigInteger x)
    {
        var target = x << Bits;
        var root = One * 4;
        while (true)
        {
            var next = (root + (target / root)) / 2;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
