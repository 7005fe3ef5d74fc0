// SPDX-License-Identifier: Apache-2.0
#if FORMULA
namespace Lodestar.Formula.Chance;

#else
namespace Lodestar.Climate.Emulator;

#endif

/// <summary>
/// The counter-based generator Philox4x32-10 of Salmon et al. 2011 (SC '11, "Parallel random numbers: as easy as 1, 2,
/// 3").
/// </summary>
internal static class Philox
{
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Four random words of a counter and a key.</summary>
    public static (uint, uint, uint, uint) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var first = (ulong)FirstMultiplier * c0;
            var second = (ulong)SecondMultiplier * c2;
            (c0, c1, c2, c3) = (
                (uint)(second >> 32) ^ c1 ^ k0,
                (uint)second,
                (uint)(first >> 32) ^ c3 ^ k1,
                (uint)first
            );
            k0 += FirstWeyl;
            k1 += SecondWeyl;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Two numbers above 0 and at most 1.</summary>
    public static (double, double) Uniform(ulong seed, uint a, uint b, uint c)
    {
        var (w0, w1, w2, w3) = Block(a, b, c, 0, (uint)seed, (uint)(seed >> 32));
        return (ToUnit(w0, w1), ToUnit(w2, w3));
    }

    private static double ToUnit(uint high, uint low) =>
        (((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1UL << 53));
}
