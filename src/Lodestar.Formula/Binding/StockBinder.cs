// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Stocks. A plain stock holds what stands on 1 January: x(t) = x(t − 1) + (inflow(t − 1) − outflow(t − 1)) · 1 yr. A
/// decaying one loses x · (1 − exp(−rate)) a year. A stock of vintages holds what is in service in the course of a year:
/// the first year's stock less its retirements, what still stands of later inflows, and the inflow of the year itself.
/// Each makes its flows variables of their own: <c>x.inflow</c>, <c>x.outflow</c>, and of vintages <c>x.standing</c>.
/// </summary>
internal sealed class StockBinder(ModelScope scope, Symbol symbol, BoundVariable stock)
{
    private static readonly Unit OneYear = Unit.Parse("yr");
    private readonly ProblemBag _bag = scope.Bag;

    /// <summary>The parts of a stock that other formulas may name.</summary>
    public static IEnumerable<string> Parts(StockText text) =>
        text.Life is not null || text.Survival is not null ? ["inflow", "outflow", "standing"] : ["inflow", "outflow"];

    /// <summary>Makes the flows of a stock, so that formulas may name them before they have values.</summary>
    public static void Declare(ModelScope scope, Symbol symbol, BoundVariable stock)
    {
        if (Unit.TryDivide(stock.Unit, OneYear) is not { } flow)
        {
            return;
        }

        foreach (var part in Parts(symbol.Text.Stock!))
        {
            // Where the name is taken by a variable of the model's own, that has been reported.
            if (
                !scope.Symbols.TryGetValue(symbol.Name + "." + part, out var own)
                || own is { IsPart: false }
                || own.Variable is not null
            )
            {
                continue;
            }

            var unit = part == "standing" ? stock.Unit : flow;
            own.Variable = new BoundVariable
            {
                Index = scope.Variables.Count,
                Name = own.Name,
                Unit = unit,
                Axes = stock.Axes,
                Extent = stock.Extent,
                Span = Span.Of(symbol.Text.Name),
                Body = new Constant(double.NaN, unit),
            };
            own.IsDeclared = true;
            scope.Variables.Add(own.Variable);
        }
    }

    public void Bind(StockText text)
    {
        foreach (var part in Parts(text))
        {
            // A part without a name of its own has been reported, and the stock with it.
            if (
                !scope.Symbols.TryGetValue(symbol.Name + "." + part, out var own)
                || own.Variable is null
                || !own.IsPart
            )
            {
                return;
            }

            own.Variable.Body = new Constant(0, own.Variable.Unit);
        }

        if (TwoWays(text) is var (first, second, at))
        {
            _bag.Add(Fault.TwoValues, Span.Of(at), ("name", stock.Name), ("first", first), ("second", second));
            return;
        }

        var isVintage = text.Life is not null || text.Survival is not null;
        if (text.Initial is null || (isVintage && text.Inflow is null))
        {
            var part = text.Initial is null ? "initial" : "inflow";
            _bag.Add(Fault.StockPart, Span.Of(text.Where), ("part", part), ("name", stock.Name));
            return;
        }

        if (!isVintage && text.Inflow is null && text.Outflow is null && text.Decay is null)
        {
            _bag.Add(Fault.StockPart, Span.Of(text.Where), ("part", "inflow"), ("name", stock.Name));
            return;
        }

        if (Unit.TryDivide(stock.Unit, OneYear) is not { } flow)
        {
            _bag.Add(Fault.UnitTooLarge, Span.Of(text.Where));
            return;
        }

        var initial = Part(text.Initial, stock.Unit);
        var inflow = Flow("inflow", text.Inflow, flow);
        if (isVintage)
        {
            // How long things stand may be changed by measures, which are bound after all variables.
            scope.Later.Add(() => Vintages(text, initial, inflow, flow));
            return;
        }

        var outflow = text.Decay is { } decay ? Decaying(decay, flow) : Flow("outflow", text.Outflow, flow);
        if (initial is null)
        {
            return;
        }

        stock.First = initial;
        BoundExpression body = new PreviousValue(stock, null);
        body = inflow is null ? body : Nodes.Add(body, ForAYear(new PreviousValue(inflow, null)));
        body = outflow is null ? body : Nodes.Subtract(body, ForAYear(new PreviousValue(outflow, null)));
        stock.Body = body;
    }

    /// <summary>Two parts of which one excludes the other.</summary>
    private static (string First, string Second, Piece At)? TwoWays(StockText text)
    {
        (string Name, Piece? At) life = text.Survival is { } table ? ("survival", table.Where) : ("life", text.Life);
        (string Name, Piece? At)[] ways = [life, ("decay", text.Decay), ("outflow", text.Outflow)];
        var given = ways.Where(w => w.At is not null).ToList();
        return given.Count > 1 ? (given[0].Name, given[1].Name, given[1].At!)
            : text.Survival is not null && text.Life is { } both ? ("survival", "life", both)
            : life.At is null && (text.Ages ?? text.AgeShares?.Where) is { } ages
                ? (given is [var one] ? one.Name : "stock", "ages", ages)
            : text is { Ages: { } word, AgeShares: not null } ? ("ages", "ages", word)
            : null;
    }

    private BoundExpression ForAYear(BoundExpression flow) =>
        Nodes.Multiply(flow, new Constant(1, OneYear), Unit.TryMultiply(flow.Unit, OneYear)!).To(stock.Unit);

    private BoundExpression? Part(Piece text, Unit unit)
    {
        var value = new ExpressionBinder(scope, symbol.Prefixes).Bind(text);
        return value is null
            ? null
            : Assignment.Fit(
                Assignment.InUnitOf(value, unit, VariableBinder.StatesUnit(text)),
                stock.Name,
                unit,
                stock.Axes,
                _bag
            );
    }

    /// <summary>A flow as a variable; one that is not stated is nothing.</summary>
    private BoundVariable? Flow(string part, Piece? text, Unit unit)
    {
        if (text is null)
        {
            return null;
        }

        var variable = PartOf(part);
        if (Part(text, unit) is { } body)
        {
            variable.Body = body;
        }

        return variable;
    }

    private BoundVariable PartOf(string part) => scope.Symbols[symbol.Name + "." + part].Variable!;

    private BoundVariable? Decaying(Piece rate, Unit flow)
    {
        var value = new ExpressionBinder(scope, symbol.Prefixes).Bind(rate);
        var perYear = Unit.Parse("1/yr");
        var fitted = value is null
            ? null
            : Assignment.Fit(
                Assignment.InUnitOf(value, perYear, VariableBinder.StatesUnit(rate)),
                stock.Name,
                perYear,
                stock.Axes,
                _bag,
                isShareOf: null
            );
        if (fitted is null)
        {
            return null;
        }

        var exponent = Nodes.Unary(UnaryOperation.Negate, Nodes.Multiply(fitted, new Constant(1, OneYear), Unit.One));
        var lost = Nodes.Subtract(Nodes.Number(1), Nodes.Unary(UnaryOperation.Exp, exponent));
        var outflow = PartOf("outflow");
        outflow.Body = Nodes.Divide(Nodes.Scale(new VariableValue(stock), lost), new Constant(1, OneYear), flow);
        return outflow;
    }

    private void Vintages(StockText text, BoundExpression? initial, BoundVariable? inflow, Unit flow)
    {
        var life = new Lifetimes(scope, symbol, stock);
        var curve = life.Curve(text);
        var remaining = curve is null ? null : life.Remaining(text, curve);
        if (initial is null || inflow is null || curve is null || remaining is null)
        {
            return;
        }

        var span = Span.Of(text.Where);
        var added = scope.Add(
            stock.Name + ".added",
            new Value(ForAYear(new VariableValue(inflow)), stock.Extent, span),
            first: new Constant(0, stock.Unit)
        );
        // An inflow of few axes still makes a stock of all of them.
        var start = scope.Add(stock.Name + ".initial", new Value(initial, stock.Extent, span));
        var standing = PartOf("standing");
        var left = Nodes.Scale(new VariableValue(start), remaining);
        var axes = Value.Join(added.Axes, curve.Axes);
        standing.First = new VariableValue(start);
        standing.Body = Nodes.Add(left, new Survivors(added, curve, axes));
        stock.First = new VariableValue(start);
        stock.Body = Nodes.Add(new VariableValue(standing), new VariableValue(added));
        var outflow = PartOf("outflow");
        outflow.First = new Constant(0, flow);
        outflow.Body = Nodes.Divide(
            Nodes.Subtract(new PreviousValue(stock, null), new VariableValue(standing)),
            new Constant(1, OneYear),
            flow
        );
    }
}
