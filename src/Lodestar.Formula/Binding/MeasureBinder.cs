// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Puts measures into the variables they change. Each has a switch (a parameter of 0 to 1) and a strength, the switch
/// times its ramp. A variable's value is folded through stages, whatever the order of the files: replaced, added to,
/// shifted, scaled, floored and capped; within a stage measures follow one another by id. Shifts of one stage take their
/// shares of what stood before any of them; where they ask for more than the whole they get it in proportion, so that
/// nothing is moved twice.
/// </summary>
internal sealed class MeasureBinder(ModelScope scope)
{
    private readonly ProblemBag _bag = scope.Bag;
    private readonly RampBinder _ramps = new(scope);
    private readonly Dictionary<BoundVariable, List<Effect>> _effects = [];

    /// <summary>The prefix of a measure's own variables.</summary>
    public static string PrefixOf(MeasureText measure) => $"measures.{measure.Id.Text}.";

    public void Bind(MeasureText measure, string prefix)
    {
        var name = prefix + "measures." + measure.Id.Text;
        var parameter = scope.AddParameter(
            new Parameter
            {
                Index = scope.Parameters.Count,
                Name = name,
                Unit = Unit.One,
                Axes = [],
                Central = measure.IsOn ? 1 : 0,
                Low = 0,
                High = 1,
                Role = ParameterRole.Switch,
            }
        );
        var hasRamp = measure.Effects.Any(e => (e.Ramp ?? measure.Ramp) is not null);
        var progress = _ramps.ProgressOf(name, hasRamp);
        var count = 0;
        foreach (var effect in measure.Effects)
        {
            count++;
            var ramp = (effect.Ramp ?? measure.Ramp) is { } stated ? _ramps.Of(stated, progress) : progress.Delivered;
            if (ramp is not null && _ramps.IsNever(ramp))
            {
                _bag.Add(Fault.MeasureWithoutEffect, Span.Of(effect.Of), ("name", measure.Id.Text));
            }

            if (ramp is null || Strength(measure, name, count, parameter, ramp) is not { } strength)
            {
                continue;
            }

            Bind(measure, effect, prefix, name + (measure.Effects.Length == 1 ? "" : "." + count), strength);
        }
    }

    private VariableValue Strength(
        MeasureText measure,
        string name,
        int count,
        Parameter parameter,
        BoundExpression ramp
    )
    {
        var value = new Value(Nodes.Scale(new ParameterValue(parameter), ramp), Extent.Neutral, Span.Of(measure.Id));
        return new VariableValue(scope.Add($"{name}.strength{(count == 1 ? "" : count)}", value));
    }

    private void Bind(MeasureText measure, EffectText effect, string prefix, string name, BoundExpression strength)
    {
        if (!Folding.Stages.Contains(effect.Operation.Text))
        {
            _bag.Add(
                new Problem(Fault.UnknownWord, Span.Of(effect.Operation))
                {
                    Values = [("text", effect.Operation.Text), ("words", string.Join(", ", Folding.Stages))],
                    Suggestions = Nearest.To(effect.Operation.Text, Folding.Stages),
                }
            );
            return;
        }

        if (Target(effect, prefix) is not { } target)
        {
            return;
        }

        if (target.First is not null || IsStock(target))
        {
            _bag.Add(Fault.ChangesStock, Span.Of(effect.Of), ("name", target.Name));
            return;
        }

        if (target.IsOutcome || (target.Extent == Extent.Total && CarriesGas(target.Unit)))
        {
            _bag.Add(Fault.ChangesEmissions, Span.Of(effect.Of), ("name", target.Name));
        }

        if (Amount(measure, effect, prefix, name, target) is not { } amount)
        {
            return;
        }

        var bound = new Effect(measure.Id.Text, effect, strength, amount);
        if (effect.Operation.Text == "shift")
        {
            if (Labels(effect, target, bound) is not { } shift)
            {
                return;
            }

            bound = shift;
        }

        if (effect.Where is { } where)
        {
            var condition = new ExpressionBinder(scope, [prefix, ""]).Bind(where);
            if (
                condition is null
                || Assignment.Fit(condition, target.Name, Unit.One, target.Axes, _bag) is not { } flags
            )
            {
                return;
            }

            bound = bound with { Where = flags };
        }

        if (!_effects.TryGetValue(target, out var list))
        {
            _effects[target] = list = [];
        }

        list.Add(bound);
    }

    /// <summary>A stock, or a flow that follows from it.</summary>
    private bool IsStock(BoundVariable target)
    {
        if (!scope.Symbols.TryGetValue(target.Name, out var symbol))
        {
            return false;
        }

        if (!symbol.IsPart)
        {
            return symbol.Text.Stock is not null;
        }

        var dot = target.Name.LastIndexOf('.');
        var stock = scope.Symbols[target.Name[..dot]].Text.Stock!;
        return target.Name[(dot + 1)..] switch
        {
            "inflow" => stock.Inflow is null,
            "outflow" => stock.Outflow is null,
            _ => true,
        };
    }

    private static bool CarriesGas(Unit unit) =>
        unit.Dimension.CarriesCO2e(out _) || unit.Dimension.TryGetCarriedGas(out _);

    private BoundVariable? Target(EffectText effect, string prefix)
    {
        var name = effect.Of.Text.Trim();
        if (scope.Find(name, [prefix, ""]) is { } symbol)
        {
            return symbol.Variable;
        }

        _bag.Add(
            new Problem(Fault.UnknownName, Span.Of(effect.Of))
            {
                Values = [("name", name)],
                Suggestions = Nearest.To(name, scope.Symbols.Keys),
            }
        );
        return null;
    }

    private BoundVariable? Amount(
        MeasureText measure,
        EffectText effect,
        string prefix,
        string name,
        BoundVariable target
    )
    {
        if (effect.Amount is not { } piece)
        {
            _bag.Add(Fault.ShiftPart, Span.Of(effect.Of), ("part", "amount"), ("name", target.Name));
            return null;
        }

        ImmutableArray<string> prefixes = [prefix + PrefixOf(measure), prefix, ""];
        var isFactor = effect.Operation.Text is "shift" or "scale";
        var early = Distributions.IsDistribution(piece) ? null : new ExpressionBinder(scope, prefixes).Bind(piece);
        if (early is null && !Distributions.IsDistribution(piece))
        {
            return null;
        }

        if (
            early is { Extent: Extent.Total }
            && !isFactor
            && target.Axes.FirstOrDefault(x => !early.Has(x)) is { } lacking
        )
        {
            _bag.Add(
                Fault.TotalReplicated,
                early.Span,
                ("name", early.Span.Text),
                ("axis", lacking.Name),
                ("count", lacking.Count)
            );
            return null;
        }

        if (
            isFactor
            && early?.Node is Constant { Value: var factor }
            && (factor < 0 || (factor > 1 && effect.Operation.Text == "shift"))
        )
        {
            _bag.Add(Fault.OutsideRange, Span.Of(piece), ("name", piece.Text.Trim()));
            return null;
        }

        var symbol = new Symbol(
            name + ".amount",
            new VariableText(piece with { Text = name + ".amount" })
            {
                Unit = Piece.Of(isFactor ? "1" : target.Unit.Symbol),
                Axes = [.. (early?.Axes ?? []).Select(a => Piece.Of(a.Name))],
                Value = piece,
                Kind = Piece.Of(target.Extent == Extent.Total && !isFactor ? "total" : "intensity"),
            },
            prefixes
        )
        {
            Early = early,
            IsUsed = true,
        };
        if (scope.Symbols.TryGetValue(symbol.Name, out var taken))
        {
            _bag.Add(Fault.DeclaredTwice, Span.Of(taken.Text.Name), ("name", symbol.Name));
            return null;
        }

        scope.Symbols.Add(symbol.Name, symbol);

        var binder = new VariableBinder(scope);
        if (binder.Declare(symbol) is not { } variable)
        {
            return null;
        }

        binder.Define(symbol);
        return variable;
    }

    private Effect? Labels(EffectText effect, BoundVariable target, Effect bound)
    {
        if (effect.To is not { } to || effect.From.Length == 0)
        {
            var part = effect.To is null ? "to" : "from";
            _bag.Add(Fault.ShiftPart, Span.Of(effect.Of), ("part", part), ("name", target.Name));
            return null;
        }

        var axis = target.Axes.FirstOrDefault(a => a.Labels.Contains(to.Text.Trim()));
        if (axis is null)
        {
            Unknown(to, target.Axes);
            return null;
        }

        if (target.Extent == Extent.Intensity && target.SumsToOne != axis)
        {
            _bag.Add(Fault.IntensitySummed, Span.Of(effect.Of), ("name", target.Name), ("axis", axis.Name));
            return null;
        }

        var from = new bool[axis.Count];
        foreach (var piece in effect.From)
        {
            var text = piece.Text.Trim();
            var label = axis.Labels.IndexOf(text);
            if (label >= 0)
            {
                from[label] = true;
            }
            else if (scope.FindSet(axis, text) is { } set)
            {
                for (var i = 0; i < from.Length; i++)
                {
                    from[i] |= set[i];
                }
            }
            else
            {
                Unknown(piece, [axis]);
                return null;
            }
        }

        var receiver = axis.Labels.IndexOf(to.Text.Trim());
        from[receiver] = false;
        return bound with { Axis = axis, From = [.. from], To = receiver };
    }

    private void Unknown(Piece label, ImmutableArray<Axis> axes) =>
        _bag.Add(
            new Problem(Fault.UnknownLabel, Span.Of(label))
            {
                Values = [("label", label.Text), ("axis", string.Join(", ", axes.Select(a => a.Name)))],
                Suggestions = Nearest.To(label.Text, axes.SelectMany(a => a.Labels)),
            }
        );

    /// <summary>Says which measures change nothing that an answer needs.</summary>
    public void SayWithoutEffect(HashSet<BoundVariable> needed)
    {
        var effective = _effects
            .Where(e => needed.Contains(e.Key))
            .SelectMany(e => e.Value.Select(v => v.Measure))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var effect in _effects.Values.SelectMany(e => e).Where(e => !effective.Contains(e.Measure)))
        {
            _bag.Add(Fault.MeasureWithoutEffect, Span.Of(effect.Text.Of), ("name", effect.Measure));
        }
    }

    /// <summary>Folds the effects into the variables, once every measure is bound.</summary>
    public void Apply() => new Folding(scope).Apply(_effects);
}
