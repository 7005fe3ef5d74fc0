// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Attribution;

/// <summary>Puts what the coalitions of a part are worth into the effects of its players.</summary>
internal static class PartEffects
{
    /// <summary>Makes room, before threads fill it.</summary>
    public static void Begin(
        PartPlan plan,
        PlayerEffect[] effects,
        Dictionary<(int, int), double[]> interactions,
        int numbers
    )
    {
        for (var i = 0; i < plan.Players.Length; i++)
        {
            effects[plan.Players[i]].Sampled = plan.IsExact ? null : new double[plan.Pairs][];
            for (var pair = 0; pair < plan.Pairs; pair++)
            {
                effects[plan.Players[i]].Sampled![pair] = new double[numbers];
            }

            for (var j = i + 1; j < plan.Players.Length && (plan.IsExact || plan.HasInteractions); j++)
            {
                interactions[(plan.Players[i], plan.Players[j])] = new double[numbers];
            }
        }
    }

    /// <summary>One number of a run: an output in a year and cell.</summary>
    /// <param name="plan">The part.</param>
    /// <param name="number">The place of the number.</param>
    /// <param name="values">Its value in each coalition of the part. An effect is what is taken away from it.</param>
    /// <param name="effects">The effects of all players.</param>
    /// <param name="interactions">The interactions of players that meet.</param>
    public static void Take(
        PartPlan plan,
        int number,
        double[] values,
        PlayerEffect[] effects,
        Dictionary<(int, int), double[]> interactions
    )
    {
        var size = plan.Players.Length;
        var byPair = new double[plan.Pairs * size];
        var shapley = plan.Shapley(values, byPair);
        for (var i = 0; i < size; i++)
        {
            var effect = effects[plan.Players[i]];
            effect.Shapley[number] = 0 - shapley[i];
            effect.FirstIn[number] = values[0] - values[plan.Only(i)];
            effect.LastIn[number] = values[plan.Without(i)] - values[plan.All];
            for (var pair = 0; pair < plan.Pairs; pair++)
            {
                effect.Sampled![pair][number] = 0 - byPair[(pair * size) + i];
            }

            for (var j = i + 1; j < size; j++)
            {
                if (interactions.TryGetValue((plan.Players[i], plan.Players[j]), out var table))
                {
                    table[number] =
                        0
                        - Attribution.Shapley.Interaction(
                            values[plan.All],
                            values[plan.Without(i)],
                            values[plan.Without(j)],
                            values[plan.Without(i, j)]
                        );
                }
            }
        }
    }
}
