// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Lodestar.Formula.Chance;

/// <summary>Random orders that are counted, not remembered: seed, name and number give the same order anywhere and at any time.</summary>
public static class Shuffles
{
    /// <summary>One order, each as likely (Fisher and Yates; Durstenfeld 1964).</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="name">What is put in order: other names have other orders.</param>
    /// <param name="number">Which of the orders, from 0.</param>
    /// <param name="count">How many things there are.</param>
    /// <returns>The numbers from 0 to count − 1, each once.</returns>
    public static ImmutableArray<int> Of(ulong seed, string name, int number, int count)
    {
        var stream = RandomNumbers.Of(seed, name);
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            // The share is below 1, but its product with a whole number may round up to it.
            var other = Math.Min(last, (int)(stream.Share(number, last) * (last + 1)));
            (order[last], order[other]) = (order[other], order[last]);
        }

        return [.. order];
    }
}
