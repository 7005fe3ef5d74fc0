// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Binding;

/// <summary>A declared variable, before and after it is bound.</summary>
internal sealed class Symbol(string name, VariableText text, ImmutableArray<string> prefixes)
{
    public string Name { get; } = name;

    public VariableText Text { get; } = text;

    /// <summary>Where names of its formulas are looked for, in this order.</summary>
    public ImmutableArray<string> Prefixes { get; } = prefixes;

    /// <summary>Null until its unit is known, and when it has none.</summary>
    public BoundVariable? Variable { get; set; }

    public bool IsBeingDeclared { get; set; }

    public bool IsDeclared { get; set; }

    /// <summary>A flow of a stock, which its stock defines.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether anything reads it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The formula of a variable whose unit is that of its formula.</summary>
    public Value? Early { get; set; }
}

/// <summary>Everything that names of a model can mean, and what has been made of it so far.</summary>
internal sealed class ModelScope(int firstYear, int yearCount, ProblemBag bag)
{
    /// <summary>The most cells a variable or a part of a formula may span.</summary>
    public const int MostCells = 1_000_000;

    private readonly Dictionary<string, Axis> _axes = new(StringComparer.Ordinal);
    private readonly Dictionary<(Axis, string), ImmutableArray<bool>> _sets = [];
    private readonly Dictionary<(Axis From, Axis To), ImmutableArray<int>> _mappings = [];

    public int FirstYear { get; } = firstYear;

    public int YearCount { get; } = yearCount;

    public int LastYear => FirstYear + YearCount - 1;

    public ProblemBag Bag { get; } = bag;

    public List<Axis> Axes { get; } = [];

    public Dictionary<string, Symbol> Symbols { get; } = new(StringComparer.Ordinal);

    public List<BoundVariable> Variables { get; } = [];

    public List<Parameter> Parameters { get; } = [];

    /// <summary>What must wait until measures have changed what it reads.</summary>
    public List<Action> Later { get; } = [];

    /// <summary>Makes the variable of a symbol when a formula asks for it first.</summary>
    public Func<Symbol, BoundVariable?> Declare { get; set; } = symbol => symbol.Variable;

    public Axis AddAxis(string name, ImmutableArray<string> labels)
    {
        var axis = new Axis(Axes.Count, name, labels);
        Axes.Add(axis);
        _axes.TryAdd(name, axis);
        return axis;
    }

    /// <summary>An axis that the binder needs itself.</summary>
    public Axis AddHiddenAxis(string name, ImmutableArray<string> labels)
    {
        var axis = new Axis(Axes.Count, name, labels);
        Axes.Add(axis);
        HiddenAxes.Add(axis);
        return axis;
    }

    public HashSet<Axis> HiddenAxes { get; } = [];

    public Axis? FindAxis(string name) => _axes.GetValueOrDefault(name);

    public IEnumerable<string> AxisNames => _axes.Keys;

    public void AddSet(Axis axis, string name, ImmutableArray<bool> flags) => _sets[(axis, name)] = flags;

    public ImmutableArray<bool>? FindSet(Axis axis, string name) =>
        _sets.TryGetValue((axis, name), out var flags) ? flags : null;

    public IEnumerable<string> SetsOf(Axis axis) => _sets.Keys.Where(k => k.Item1 == axis).Select(k => k.Item2);

    public void AddMapping(Axis from, Axis to, ImmutableArray<int> map) => _mappings[(from, to)] = map;

    /// <summary>The label of one axis that each label of another belongs to.</summary>
    public ImmutableArray<int>? FindMapping(Axis from, Axis to) =>
        _mappings.TryGetValue((from, to), out var map) ? map : null;

    public Symbol? Find(string name, ImmutableArray<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (Symbols.TryGetValue(prefix + name, out var symbol))
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>A variable that the binder needs itself.</summary>
    public BoundVariable Add(string name, Value value, bool isHidden = true, BoundExpression? first = null)
    {
        var variable = new BoundVariable
        {
            Index = Variables.Count,
            Name = name,
            Unit = value.Unit,
            Axes = value.Axes,
            Extent = value.Extent,
            IsHidden = isHidden,
            Span = value.Span,
            Body = value.Node,
            First = first,
        };
        Variables.Add(variable);
        return variable;
    }

    /// <summary>The variable behind a value: itself where it is one, else a hidden one.</summary>
    public BoundVariable Behind(Value value) =>
        value.Node is VariableValue { Variable: var variable } ? variable : Add(value.Span.Text, value);

    public Parameter AddParameter(Parameter parameter)
    {
        Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Says when axes span more cells than a model may have.</summary>
    public bool Fits(ImmutableArray<Axis> axes, Span span, string name)
    {
        var cells = 1L;
        foreach (var axis in axes)
        {
            cells *= axis.Count;
            if (cells > MostCells)
            {
                Bag.Add(Fault.TooManyCells, span, ("name", name), ("most", MostCells));
                return false;
            }
        }

        return true;
    }
}
