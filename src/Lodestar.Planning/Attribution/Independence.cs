// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;

namespace Lodestar.Planning.Attribution;

/// <summary>
/// Which players meet. A variable that is Σ over g of fg(players of g), with no player in two groups, is attributed
/// group by group: of 30 players in three groups of ten, 3 · 2¹⁰ coalitions say as much as 2³⁰.
/// </summary>
/// <remarks>
/// Every formula is given a partition of the players it depends on, such that it is such a sum. A player's lever is one
/// group. What is linear (sum, difference, a product with or a quotient by what no player changes, a choice that no
/// player makes, a reading in another cell or year) joins groups only where the same player is in both. Everything else
/// (a product of two that depend on players, a minimum, a power, a comparison) makes one group of all it reads. Partitions
/// only ever grow coarser, so that recurrences settle. It is sound and not sharp: what is told apart is independent,
/// what is put together may be so too (cells of one variable are not told apart).
/// </remarks>
internal sealed class Independence
{
    private readonly int players;
    private readonly Dictionary<Parameter, int> owner = [];
    private readonly Dictionary<BoundVariable, int[]> partitions = [];
    private readonly int[] nobody;

    private Independence(ImmutableArray<Player> players)
    {
        this.players = players.Length;
        nobody = new int[this.players];
        Array.Fill(nobody, -1);
        for (var player = 0; player < players.Length; player++)
        {
            foreach (var lever in players[player].Levers.Where(l => l.On != l.Off))
            {
                owner.Add(lever.Parameter, player);
            }
        }
    }

    /// <summary>Splits players into parts that do not meet on the way to some variables.</summary>
    /// <param name="model">The model.</param>
    /// <param name="players">The players.</param>
    /// <param name="outputs">The variables whose change is attributed.</param>
    /// <returns>The players of each part by their places, rising; a player that changes none of the variables is in none.</returns>
    public static ImmutableArray<ImmutableArray<int>> Parts(
        BoundModel model,
        ImmutableArray<Player> players,
        IReadOnlyCollection<BoundVariable> outputs
    )
    {
        var found = new Independence(players);
        found.Settle(model.Only(outputs));
        var whole = outputs.Select(o => found.partitions[o]).Aggregate(found.nobody, found.Join);
        return
        [
            .. Enumerable
                .Range(0, players.Length)
                .Where(p => whole[p] >= 0)
                .GroupBy(p => whole[p])
                .OrderBy(g => g.Key)
                .Select(g => g.ToImmutableArray()),
        ];
    }

    private void Settle(BoundModel model)
    {
        var variables = model.Strata.SelectMany(s => s).ToList();
        foreach (var variable in variables)
        {
            partitions[variable] = nobody;
        }

        for (var isMoving = true; isMoving; )
        {
            isMoving = false;
            foreach (var variable in variables)
            {
                var own = Join(partitions[variable], Of(variable.Body));
                own = variable.First is { } first ? Join(own, Of(first)) : own;
                if (!own.AsSpan().SequenceEqual(partitions[variable]))
                {
                    partitions[variable] = own;
                    isMoving = true;
                }
            }
        }
    }

    /// <summary>By player, the first player of its group; −1 for a player that changes nothing here.</summary>
    private int[] Of(BoundExpression node) =>
        node switch
        {
            ParameterValue { Parameter: var parameter } => owner.TryGetValue(parameter, out var player)
                ? Alone(player)
                : nobody,
            VariableValue { Variable: var variable } => partitions[variable],
            YearValue { Variable: var variable } => partitions[variable],
            PreviousValue { Variable: var variable, Before: var before } => before is null
                ? partitions[variable]
                : Join(partitions[variable], Of(before)),
            OverYears { Variable: var variable, Reduction: var reduction } => reduction == Reduction.Sum
                ? partitions[variable]
                : Together(partitions[variable]),
            Survivors { Inflow: var inflow, Curve: var curve } => Product(partitions[inflow], Of(curve)),
            UnaryExpression { Operation: UnaryOperation.Negate } unary => Of(unary.Operand),
            UnaryExpression unary => Together(Of(unary.Operand)),
            BinaryExpression binary => OfTwo(binary),
            Choice choice => OfChoice(choice),
            ReductionExpression reduction => reduction.Reduction == Reduction.Sum
                ? Of(reduction.Body)
                : Together(Of(reduction.Body)),
            Pick pick => Of(pick.Body),
            Remap remap => Of(remap.Body),
            Constant or YearNumber or AgeNumber or TableValue or LabelFlag => nobody,
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

    private int[] OfTwo(BinaryExpression binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        return binary.Operation switch
        {
            BinaryOperation.Add or BinaryOperation.Subtract => Join(left, right),
            BinaryOperation.Multiply => Product(left, right),
            BinaryOperation.Divide when IsNobody(right) => left,
            _ => Together(Join(left, right)),
        };
    }

    private int[] OfChoice(Choice choice)
    {
        var condition = Of(choice.Condition);
        var either = Join(Of(choice.Then), Of(choice.Else));
        return IsNobody(condition) ? either : Together(Join(condition, either));
    }

    private int[] Product(int[] left, int[] right) =>
        IsNobody(left) ? right
        : IsNobody(right) ? left
        : Together(Join(left, right));

    private static bool IsNobody(int[] partition) => Array.TrueForAll(partition, p => p < 0);

    private int[] Alone(int player)
    {
        var partition = (int[])nobody.Clone();
        partition[player] = player;
        return partition;
    }

    private static int[] Together(int[] partition)
    {
        var first = Array.FindIndex(partition, p => p >= 0);
        return first < 0 ? partition : Array.ConvertAll(partition, p => p < 0 ? -1 : first);
    }

    /// <summary>The finest partition in which two players are together wherever they are so in either.</summary>
    private int[] Join(int[] left, int[] right)
    {
        if (ReferenceEquals(left, right) || IsNobody(right))
        {
            return left;
        }

        var joined = (int[])left.Clone();
        for (var player = 0; player < players; player++)
        {
            if (right[player] >= 0 && joined[player] < 0)
            {
                joined[player] = player;
            }
        }

        for (var player = 0; player < players; player++)
        {
            if (right[player] >= 0 && joined[player] != joined[right[player]])
            {
                var (keep, drop) = (joined[player], joined[right[player]]);
                (keep, drop) = (Math.Min(keep, drop), Math.Max(keep, drop));
                for (var other = 0; other < players; other++)
                {
                    joined[other] = joined[other] == drop ? keep : joined[other];
                }
            }
        }

        return joined;
    }
}
