// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Folds the effects of measures into the variables they change, stage by stage.</summary>
internal sealed class Folding(ModelScope scope)
{
    /// <summary>The operations in the order in which they are carried out.</summary>
    public static readonly ImmutableArray<string> Stages = ["replace", "add", "shift", "scale", "floor", "cap"];

    /// <summary>Puts every effect into its variable.</summary>
    public void Apply(IReadOnlyDictionary<BoundVariable, List<Effect>> all)
    {
        foreach (var (target, effects) in all.OrderBy(e => e.Key.Index))
        {
            var span = target.Span ?? Span.Of(effects[0].Text.Of);
            var before = scope.Add(target.Name + ".without_measures", new Value(target.Body, target.Extent, span));
            BoundExpression value = new VariableValue(before);
            foreach (var operation in Stages)
            {
                var stage = effects
                    .Where(e => e.Text.Operation.Text == operation)
                    .OrderBy(e => e.Measure, StringComparer.Ordinal)
                    .ToList();
                if (stage.Count > 0)
                {
                    value = Stage(operation, value, stage, target, span);
                }
            }

            target.Body = value;
        }
    }

    private BoundExpression Stage(
        string operation,
        BoundExpression value,
        List<Effect> stage,
        BoundVariable target,
        Span span
    )
    {
        if (operation == "shift")
        {
            return stage
                .GroupBy(e => e.Axis!)
                .Aggregate(value, (shifted, group) => Shifted(shifted, group.Key, [.. group], target, span));
        }

        if (operation == "replace" && Twice(stage) is var (first, second))
        {
            scope.Bag.Add(
                Fault.ReplacedTwice,
                Span.Of(second.Text.Of),
                ("name", target.Name),
                ("first", first.Measure),
                ("second", second.Measure)
            );
            return value;
        }

        foreach (var effect in stage)
        {
            var amount = new VariableValue(effect.Amount!);
            var strength = Held(effect);
            value = operation switch
            {
                "add" => Nodes.Add(value, Nodes.Scale(amount, strength)),
                "scale" => Nodes.Scale(
                    value,
                    Nodes.Add(Nodes.Number(1), Nodes.Scale(Nodes.Subtract(amount, Nodes.Number(1)), strength))
                ),
                "replace" => Toward(value, amount, strength),
                "floor" => Toward(value, Nodes.Binary(BinaryOperation.Max, value, amount, value.Unit), strength),
                _ => Toward(value, Nodes.Binary(BinaryOperation.Min, value, amount, value.Unit), strength),
            };
        }

        return value;
    }

    private static BoundExpression Toward(BoundExpression value, BoundExpression goal, BoundExpression strength) =>
        Nodes.Add(value, Nodes.Scale(Nodes.Subtract(goal, value), strength));

    /// <summary>The strength where the condition holds.</summary>
    private static BoundExpression Held(Effect effect) =>
        effect.Where is { } where ? Nodes.Choose(where, effect.Strength, Nodes.Number(0)) : effect.Strength;

    private static (Effect, Effect)? Twice(List<Effect> stage)
    {
        for (var i = 0; i < stage.Count; i++)
        {
            for (var j = i + 1; j < stage.Count; j++)
            {
                if (LabelCells.MayOverlap(stage[i].Where, stage[j].Where))
                {
                    return (stage[i], stage[j]);
                }
            }
        }

        return null;
    }

    private VariableValue Shifted(
        BoundExpression value,
        Axis axis,
        ImmutableArray<Effect> effects,
        BoundVariable target,
        Span span
    )
    {
        var pool = scope.Add($"{target.Name}.before_shift.{axis.Name}", new Value(value, target.Extent, span));
        BoundExpression asked = Nodes.Number(0);
        var shares = new List<BoundVariable>();
        foreach (var effect in effects)
        {
            var wanted = Nodes.Scale(
                Nodes.Choose(new LabelFlag(axis, effect.From), Held(effect), Nodes.Number(0)),
                new VariableValue(effect.Amount!)
            );
            var share = scope.Add(
                $"{target.Name}.asked.{effect.Measure}",
                new Value(Nodes.Clamp(wanted, 0, 1), Extent.Intensity, span)
            );
            shares.Add(share);
            asked = Nodes.Add(asked, new VariableValue(share));
        }

        var whole = scope.Add($"{target.Name}.asked", new Value(asked, Extent.Intensity, span));
        // What is asked for beyond the whole is cut in proportion.
        var limit = Nodes.Binary(BinaryOperation.Max, new VariableValue(whole), Nodes.Number(1), Unit.One);
        var over = scope.Add($"{target.Name}.asked_at_most", new Value(limit, Extent.Intensity, span));
        BoundExpression result = new VariableValue(pool);
        for (var i = 0; i < shares.Count; i++)
        {
            var moved = scope.Add(
                $"{target.Name}.moved.{effects[i].Measure}",
                new Value(
                    Nodes.Scale(
                        new VariableValue(pool),
                        Nodes.Divide(new VariableValue(shares[i]), new VariableValue(over), Unit.One)
                    ),
                    target.Extent,
                    span
                )
            );
            var flags = new bool[axis.Count];
            flags[effects[i].To] = true;
            var arriving = Nodes.Choose(
                new LabelFlag(axis, [.. flags]),
                Nodes.Reduce(Reduction.Sum, new VariableValue(moved), axis),
                new Constant(0, target.Unit)
            );
            result = Nodes.Add(Nodes.Subtract(result, new VariableValue(moved)), arriving);
        }

        return new VariableValue(
            scope.Add($"{target.Name}.after_shift.{axis.Name}", new Value(result, target.Extent, span))
        );
    }
}
