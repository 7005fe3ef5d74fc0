// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Formula.Chance;

/// <summary>
/// The random numbers of one parameter. They are counted, not remembered: seed, name, draw and cell give the same number
/// in any order, on any number of threads, and whatever other parameters there are. Fixed for ever: published results
/// depend on it.
/// </summary>
/// <param name="Key">The key of the generator.</param>
public readonly record struct RandomNumbers(ulong Key)
{
    private const uint ForPermutation = 1;
    private const int FeistelRounds = 8;

    /// <summary>The stream of a parameter.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The stream.</returns>
    public static RandomNumbers Of(ulong seed, string name) => new(Mix(Mix(seed) + Hash(name)));

    /// <summary>FNV-1a with 64 bits over the UTF-8 text (Fowler, Noll and Vo 1991).</summary>
    internal static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ unit) * 0x100000001B3UL;
        }

        return hash;
    }

    /// <summary>A number above 0 and below 1, with 52 random bits.</summary>
    public double Share(int draw, int cell)
    {
        var (high, low, _, _) = Philox.Block((uint)draw, (uint)cell, 0, 0, (uint)Key, (uint)(Key >> 32));
        return (((((ulong)high << 32) | low) >> 12) + 0.5) * (1.0 / (1UL << 52));
    }

    /// <summary>The stratum of a draw: draws 0 to count − 1 have each of as many strata once.</summary>
    /// <remarks>An alternating Feistel network over the next power of two, walked until it lands below the count (Black and Rogaway 2002).</remarks>
    public int Stratum(int draw, int cell, int count)
    {
        var (high, low, _, _) = Philox.Block(0, (uint)cell, ForPermutation, 0, (uint)Key, (uint)(Key >> 32));
        var key = ((ulong)high << 32) | low;
        var bits = Math.Max(2, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)count - 1));
        var (leftBits, rightBits) = (bits / 2, bits - (bits / 2));
        var (leftMask, rightMask) = ((1UL << leftBits) - 1, (1UL << rightBits) - 1);
        var at = (ulong)draw;
        do
        {
            var (left, right) = (at >> rightBits, at & rightMask);
            for (var round = 0UL; round < FeistelRounds; round += 2)
            {
                left ^= Mix(key + (round << 32) + right) & leftMask;
                right ^= Mix(key + ((round + 1) << 32) + left) & rightMask;
            }

            at = (left << rightBits) | right;
        } while (at >= (ulong)count);

        return (int)at;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
