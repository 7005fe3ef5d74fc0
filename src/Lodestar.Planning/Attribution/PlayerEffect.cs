// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Attribution;

/// <summary>What a player takes away from each number of the outputs, in its unit: above zero it lowers it, below zero it raises it.</summary>
public sealed class PlayerEffect
{
    internal PlayerEffect(Player player, int numbers)
    {
        Player = player;
        (Shapley, FirstIn, LastIn) = (new double[numbers], new double[numbers], new double[numbers]);
    }

    /// <summary>The player.</summary>
    public Player Player { get; }

    /// <summary>Whether all coalitions of its part were computed.</summary>
    public bool IsExact => Sampled is null;

    /// <summary>The Shapley value, by number of the layout.</summary>
    internal double[] Shapley { get; }

    /// <summary>The effect when nobody else takes part.</summary>
    internal double[] FirstIn { get; }

    /// <summary>The effect when everybody else takes part already.</summary>
    internal double[] LastIn { get; }

    /// <summary>By pair of orders, then number: the mean of the two; null when exact.</summary>
    internal double[][]? Sampled { get; set; }
}
