// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Declares variables (unit, axes, extent), and then gives them their values.</summary>
internal sealed class VariableBinder
{
    private readonly ModelScope _scope;
    private readonly ProblemBag _bag;

    public VariableBinder(ModelScope scope)
    {
        (_scope, _bag) = (scope, scope.Bag);
        scope.Declare = Declare;
    }

    /// <summary>Makes the variable of a symbol, once; null when its unit or an axis is at fault, which is said.</summary>
    public BoundVariable? Declare(Symbol symbol)
    {
        if (symbol.IsDeclared)
        {
            return symbol.Variable;
        }

        if (symbol.IsPart)
        {
            return DeclarePart(symbol);
        }

        var text = symbol.Text;
        if (symbol.IsBeingDeclared)
        {
            _bag.Add(Fault.UnitMissing, Span.Of(text.Name), ("name", symbol.Name));
            return null;
        }

        symbol.IsBeingDeclared = true;
        var axes = AxesOf(text.Axes);
        var unit = UnitOf(symbol);
        var closed = text.SumsToOne is { } closing ? AxisOf(closing) : null;
        symbol.IsDeclared = true;
        if (unit is null || axes is not { } own || !_scope.Fits(own, Span.Of(text.Name), symbol.Name))
        {
            return null;
        }

        if (closed is not null && !own.Contains(closed))
        {
            _bag.Add(Fault.AxisNotThere, Span.Of(text.SumsToOne!), ("name", symbol.Name), ("axis", closed.Name));
        }

        symbol.Variable = new BoundVariable
        {
            Index = _scope.Variables.Count,
            Name = symbol.Name,
            Unit = unit,
            Axes = own,
            Extent = ExtentOf(text, unit),
            IsOutcome = text.IsOutcome || text.Category is not null,
            Span = Span.Of(text.Name),
            Title = text.Title?.Text,
            Source = text.Source?.Text,
            Grade = text.Grade?.Text,
            Category = text.Category?.Text,
            SumsToOne = closed,
            Body = new Constant(double.NaN, unit),
        };
        _scope.Variables.Add(symbol.Variable);
        return symbol.Variable;
    }

    /// <summary>A flow comes into being with its stock.</summary>
    private BoundVariable? DeclarePart(Symbol part)
    {
        // A stock whose own name is at fault, or taken by something else, has been reported.
        var name = part.Name[..part.Name.LastIndexOf('.')];
        if (
            _scope.Symbols.TryGetValue(name, out var owner)
            && owner.Text.Stock is not null
            && Declare(owner) is { } stock
        )
        {
            StockBinder.Declare(_scope, owner, stock);
        }

        part.IsDeclared = true;
        return part.Variable;
    }

    private ImmutableArray<Axis>? AxesOf(ImmutableArray<Piece> names)
    {
        var axes = names.Select(AxisOf).ToList();
        return axes.Any(a => a is null) ? null : [.. axes.Select(a => a!).Distinct().OrderBy(a => a.Index)];
    }

    private Axis? AxisOf(Piece name)
    {
        if (_scope.FindAxis(name.Text.Trim()) is { } axis)
        {
            return axis;
        }

        _bag.Add(
            new Problem(Fault.UnknownAxis, Span.Of(name))
            {
                Values = [("name", name.Text)],
                Suggestions = Nearest.To(name.Text, _scope.AxisNames),
            }
        );
        return null;
    }

    private Extent ExtentOf(VariableText text, Unit unit)
    {
        switch (text.Kind?.Text.Trim())
        {
            case "total":
                return Extent.Total;
            case "intensity":
                return Extent.Intensity;
            case { } other:
                _bag.Add(
                    new Problem(Fault.UnknownWord, Span.Of(text.Kind))
                    {
                        Values = [("text", other), ("words", "total, intensity")],
                        Suggestions = Nearest.To(other, ["total", "intensity"]),
                    }
                );
                break;
        }

        return text.SumsToOne is null ? Extents.Of(unit) : Extent.Intensity;
    }

    private Unit? UnitOf(Symbol symbol)
    {
        var text = symbol.Text;
        if (text.Unit is { } stated)
        {
            return UnitText.Read(Span.Of(stated), _bag);
        }

        if (text.Value is { } value)
        {
            if (Distributions.IsDistribution(value))
            {
                return Distributions.UnitOf(value, _bag);
            }

            var before = _bag.Problems.Count;
            symbol.Early = new ExpressionBinder(_scope, symbol.Prefixes, text.Initial is not null).Bind(value);
            if (symbol.Early is { } early)
            {
                return early.Unit;
            }

            if (_bag.Problems.Count > before)
            {
                return null;
            }
        }

        _bag.Add(Fault.UnitMissing, Span.Of(text.Name), ("name", symbol.Name));
        return null;
    }

    /// <summary>Gives a declared variable its value.</summary>
    public void Define(Symbol symbol)
    {
        if (symbol.Variable is not { } variable)
        {
            return;
        }

        var text = symbol.Text;
        var given = new[]
        {
            (Name: "value", Piece: text.Value),
            (Name: "data", Piece: text.Data?.Where),
            (Name: "stock", Piece: text.Stock?.Where),
        }
            .Where(g => g.Piece is not null)
            .ToList();
        if (given.Count != 1)
        {
            if (given.Count == 0)
            {
                _bag.Add(Fault.NoValue, Span.Of(text.Name), ("name", symbol.Name));
            }
            else
            {
                _bag.Add(
                    Fault.TwoValues,
                    Span.Of(given[1].Piece!),
                    ("name", symbol.Name),
                    ("first", given[0].Name),
                    ("second", given[1].Name)
                );
            }

            return;
        }

        if (Superfluous(text) is var (key, at, beside))
        {
            _bag.Add(Fault.TwoValues, Span.Of(at), ("name", symbol.Name), ("first", beside), ("second", key));
            return;
        }

        if (text.Vary.Length > 0 && (text.Value is null || !Distributions.IsDistribution(text.Value)))
        {
            _bag.Add(Fault.NothingVaries, Span.Of(text.Vary[0]), ("name", symbol.Name));
        }

        if (text is { Fitted: { } fitted, Range: null })
        {
            _bag.Add(Fault.FittedWithoutRange, Span.Of(fitted), ("name", symbol.Name));
        }

        if (text.Stock is { } stock)
        {
            new StockBinder(_scope, symbol, variable).Bind(stock);
        }
        else if (text.Data is { } table)
        {
            Table(symbol, variable, table);
        }
        else
        {
            Formula(symbol, variable, text.Value!);
        }

        if (text.Initial is { } initial && text.Stock is null)
        {
            variable.First = Fitted(symbol, variable, initial, false);
        }
    }

    /// <summary>What is stated but has no meaning beside the kind of value there is.</summary>
    private static (string Key, Piece At, string Beside)? Superfluous(VariableText text)
    {
        var beside =
            text.Stock is not null ? "stock"
            : text.Data is not null ? "data"
            : "value";
        if (text.Range is { } range && (beside != "value" || Distributions.IsDistribution(text.Value!)))
        {
            return ("range", range.Low, beside);
        }

        if (text.Initial is { } initial && beside != "value")
        {
            return ("initial", initial, beside);
        }

        (string Key, Piece? At)[] ofTables =
        [
            ("between", text.Between),
            ("before", text.Before),
            ("after", text.After),
            ("absent", text.Absent),
        ];
        return beside != "data" && ofTables.FirstOrDefault(o => o.At is not null) is (var key, { } at)
            ? (key, at, beside)
            : null;
    }

    private void Table(Symbol symbol, BoundVariable variable, TableText table)
    {
        if (SeriesRules.Read(symbol.Text, _bag) is not { } rules)
        {
            return;
        }

        var asWritten = symbol.Text.Axes.Select(a => _scope.FindAxis(a.Text.Trim())!).Distinct().ToImmutableArray();
        var binder = new TableBinder(_scope, symbol.Name, variable.Axes, asWritten, variable.Unit);
        if (binder.Bind(table, rules) is not { } data)
        {
            return;
        }

        if (variable.SumsToOne is { } axis)
        {
            if (!data.Axes.Contains(axis))
            {
                _bag.Add(Fault.ColumnMissing, Span.Of(table.Where), ("axis", axis.Name), ("name", symbol.Name));
                return;
            }

            if (!binder.Closes(data, axis, table.Where))
            {
                return;
            }
        }

        var value = new Value(new TableValue(data), variable.Extent, Span.Of(table.Where));
        if (Assignment.Fit(value, variable, _bag) is { } node)
        {
            variable.Body = node;
        }
    }

    private void Formula(Symbol symbol, BoundVariable variable, Piece text)
    {
        if (Distributions.IsDistribution(text))
        {
            Uncertain(symbol, variable, text);
            return;
        }

        if (symbol.Text.Range is { } range)
        {
            Lever(symbol, variable, text, range.Low, range.High);
            return;
        }

        if (Fitted(symbol, variable, text, symbol.Text.Initial is not null) is { } body)
        {
            variable.Body = body;
        }
    }

    private BoundExpression? Fitted(Symbol symbol, BoundVariable variable, Piece text, bool hasFirst)
    {
        var value =
            text == symbol.Text.Value && symbol.Early is { } early
                ? early
                : new ExpressionBinder(_scope, symbol.Prefixes, hasFirst).Bind(text);
        return value is null
            ? null
            : Assignment.Fit(Assignment.InUnitOf(value, variable.Unit, StatesUnit(text)), variable, _bag);
    }

    /// <summary>Whether a lone number states its own unit; a percentage does.</summary>
    public static bool StatesUnit(Piece text) =>
        text.Text.Length <= Parser.MostCharacters
        && Lexer.Split(text.Text).Any(t => t.Kind == TokenKind.Number && t.UnitEnd > t.UnitStart);

    private void Uncertain(Symbol symbol, BoundVariable variable, Piece text)
    {
        if (AxesOf(symbol.Text.Vary) is not { } vary)
        {
            return;
        }

        if (vary.FirstOrDefault(a => !variable.Axes.Contains(a)) is { } surplus)
        {
            _bag.Add(Fault.AxisNotThere, Span.Of(symbol.Text.Vary[0]), ("name", symbol.Name), ("axis", surplus.Name));
            return;
        }

        if (Distributions.Read(text, variable.Unit, _bag) is not { } distribution)
        {
            return;
        }

        var parameter = _scope.AddParameter(
            new Parameter
            {
                Index = _scope.Parameters.Count,
                Name = symbol.Name,
                Unit = variable.Unit,
                Axes = vary,
                Distribution = distribution,
                Central = distribution.Median,
                Grade = variable.Grade,
            }
        );
        var value = new Value(new ParameterValue(parameter), variable.Extent, Span.Of(text));
        if (Assignment.Fit(value, variable, _bag) is { } body)
        {
            variable.Body = body;
        }
    }

    private void Lever(Symbol symbol, BoundVariable variable, Piece text, Piece low, Piece high)
    {
        var (value, least, most) = (Number(text, variable), Number(low, variable), Number(high, variable));
        if (value is null || least is null || most is null || !(least < most))
        {
            _bag.Add(Fault.BadRange, Span.Of(value is null ? text : low), ("name", symbol.Name));
            return;
        }

        if (value < least || value > most)
        {
            _bag.Add(Fault.OutsideRange, Span.Of(text), ("name", symbol.Name));
            return;
        }

        var parameter = _scope.AddParameter(
            new Parameter
            {
                Index = _scope.Parameters.Count,
                Name = symbol.Name,
                Unit = variable.Unit,
                Axes = [],
                Central = value.Value,
                Low = least,
                High = most,
                IsFitted = symbol.Text.Fitted is not null,
                Grade = variable.Grade,
            }
        );
        var whole = new Value(new ParameterValue(parameter), variable.Extent, Span.Of(text));
        if (Assignment.Fit(whole, variable, _bag) is { } body)
        {
            variable.Body = body;
        }
    }

    private static double? Number(Piece text, BoundVariable variable)
    {
        var quiet = new ProblemBag();
        var sign = 1;
        var parsed = Parser.Parse(text, quiet);
        if (parsed is PrefixExpression { Operator: "-" } minus)
        {
            (sign, parsed) = (-1, minus.Operand);
        }

        if (parsed is not NumberExpression number)
        {
            return null;
        }

        if (number.Unit is not { } stated)
        {
            return sign * number.Value;
        }

        return UnitText.Read(stated, quiet) is { } unit && unit.TryFactorTo(variable.Unit, out var factor)
            ? sign * number.Value * factor
            : null;
    }
}
