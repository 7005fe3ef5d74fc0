// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>How long things stand: the share of a vintage that stands at an age in whole years, 1 at age 0.</summary>
internal sealed class Lifetimes(ModelScope scope, Symbol symbol, BoundVariable stock)
{
    /// <summary>Ages of the first year's stock that are looked at, where the life is known; all older ones count for nothing.</summary>
    private const int MostAges = 5000;

    /// <summary>The same for a life that differs from draw to draw.</summary>
    private const int DrawnAges = 300;

    private static readonly string[] Curves = ["fixed", "weibull", "exponential", "normal"];
    private static readonly Unit OneYear = Unit.Parse("yr");
    private readonly ProblemBag _bag = scope.Bag;

    /// <summary>The survival curve of a stock, as an expression of <see cref="AgeNumber"/>.</summary>
    public BoundExpression? Curve(StockText text) =>
        text.Survival is { } table ? OfTable(table)
        : Parser.Parse(text.Life!, _bag) is CallExpression call && Curves.Contains(call.Function.Name) ? OfCall(call)
        : Unknown(text.Life!);

    private BoundExpression? Unknown(Piece text)
    {
        if (!_bag.Problems.Any(p => p.Span.Piece == text))
        {
            _bag.Add(
                new Problem(Fault.UnknownWord, Span.Of(text))
                {
                    Values = [("text", text.Text), ("words", string.Join(", ", Curves.Select(c => c + "(…)")))],
                    Suggestions = Nearest.To(text.Text.Split('(')[0], Curves),
                }
            );
        }

        return null;
    }

    private BoundExpression? OfCall(CallExpression call)
    {
        var name = call.Function.Name;
        var wanted = name is "weibull" or "normal" ? 2 : 1;
        if (call.Arguments.Length != wanted)
        {
            _bag.Add(
                Fault.ArgumentCount,
                call.Function.Span,
                ("function", name),
                ("wanted", wanted.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("given", call.Arguments.Length)
            );
            return null;
        }

        var binder = new ExpressionBinder(scope, symbol.Prefixes);
        var life = Years(binder, call.Arguments[0].Value);
        var second =
            wanted == 1 ? null
            : name == "normal" ? Years(binder, call.Arguments[1].Value)
            : Fixed(binder, call.Arguments[1].Value, Unit.One);
        if (life is null || (wanted == 2 && second is null))
        {
            return null;
        }

        if (life is Constant { Value: <= 0 } || second is Constant { Value: <= 0 })
        {
            var at = call.Arguments[life is Constant { Value: <= 0 } ? 0 : 1].Value.Span;
            _bag.Add(Fault.OutsideRange, at, ("name", at.Text));
            return null;
        }

        BoundExpression age = new AgeNumber();
        return name switch
        {
            "fixed" => Nodes.Clamp(Nodes.Subtract(life, age), 0, 1),
            "exponential" => Decaying(Nodes.Divide(age, life, Unit.One)),
            "weibull" => Decaying(
                Nodes.Binary(BinaryOperation.Power, Nodes.Divide(age, life, Unit.One), second!, Unit.One)
            ),
            _ => Nodes.Unary(UnaryOperation.NormalShare, Nodes.Divide(Nodes.Subtract(life, age), second!, Unit.One)),
        };
    }

    private static BoundExpression Decaying(BoundExpression exponent) =>
        Nodes.Unary(UnaryOperation.Exp, Nodes.Unary(UnaryOperation.Negate, exponent));

    /// <summary>A length of time in years, as a pure number.</summary>
    private BoundExpression? Years(ExpressionBinder binder, Expression expression) =>
        Fixed(binder, expression, OneYear) is { } time
            ? time is Constant constant
                ? Nodes.Number(constant.Value)
                : Nodes.Divide(time, new Constant(1, OneYear), Unit.One)
            : null;

    /// <summary>Something that is known before the years begin: numbers, parameters and tables without years.</summary>
    private BoundExpression? Fixed(ExpressionBinder binder, Expression expression, Unit unit)
    {
        var value = binder.Bind(expression);
        var node = value is null ? null : Assignment.Fit(value, stock.Name, unit, stock.Axes, _bag);
        if (node is null)
        {
            return null;
        }

        if (Unrolled(node) is { } unrolled)
        {
            return unrolled;
        }

        _bag.Add(Fault.NotKnownBefore, expression.Span, ("what", expression.Span.Text));
        return null;
    }

    /// <summary>The expression with variables replaced by what they are; null when it depends on the year.</summary>
    private static BoundExpression? Unrolled(BoundExpression node, int depth = 0)
    {
        switch (node)
        {
            case Constant or ParameterValue or TableValue { Table.IsYearly: false } or LabelFlag:
                return node;
            // A flow of another such stock has its value only after its turn.
            case VariableValue { Variable: { First: null, Body: not Constant { Value: double.NaN } } variable }
                when depth < 40:
                return Unrolled(variable.Body, depth + 1);
            case UnaryExpression unary when Unrolled(unary.Operand, depth) is { } operand:
                return unary with { Operand = operand };
            case BinaryExpression binary
                when Unrolled(binary.Left, depth) is { } left && Unrolled(binary.Right, depth) is { } right:
                return binary with { Left = left, Right = right };
            case Choice choice
                when Unrolled(choice.Condition, depth) is { } condition
                    && Unrolled(choice.Then, depth) is { } then
                    && Unrolled(choice.Else, depth) is { } otherwise:
                return choice with { Condition = condition, Then = then, Else = otherwise };
            case Pick pick when Unrolled(pick.Body, depth) is { } picked:
                return pick with { Body = picked };
            case Remap remap when Unrolled(remap.Body, depth) is { } mapped:
                return remap with { Body = mapped };
            default:
                return null;
        }
    }

    private BoundExpression? OfTable(TableText table)
    {
        var shares = SurvivalTable(table);
        if (shares is null)
        {
            return null;
        }

        // After the last age nothing stands.
        BoundExpression curve = Nodes.Number(0);
        for (var age = shares.Length - 1; age >= 0; age--)
        {
            var isThisAge = Nodes.Binary(BinaryOperation.Equal, new AgeNumber(), Nodes.Number(age), Unit.One);
            curve = Nodes.Choose(isThisAge, Nodes.Number(shares[age]), curve);
        }

        return curve;
    }

    /// <summary>What still stands by age, straight lines between the ages that are given; falls from 1 at age 0.</summary>
    private double[]? SurvivalTable(TableText table)
    {
        if (AgePoints(table, "survival") is not { } points)
        {
            return null;
        }

        points.TryAdd(0, 1);
        var ages = points.Keys.ToArray();
        var shares = new double[ages[^1] + 1];
        shares[0] = points[0];
        for (var i = 1; i < ages.Length; i++)
        {
            var (from, to) = (ages[i - 1], ages[i]);
            for (var age = from + 1; age <= to; age++)
            {
                shares[age] = points[from] + ((points[to] - points[from]) * ((double)(age - from) / (to - from)));
            }
        }

        for (var age = 0; age < shares.Length; age++)
        {
            if (age > 0 && shares[age] > shares[age - 1])
            {
                _bag.Add(Fault.OutsideRange, Span.Of(table.Where), ("name", stock.Name));
                return null;
            }
        }

        return shares;
    }

    /// <summary>Which share of the first year's stock has each age, as it is given.</summary>
    private double[]? AgeShares(TableText table)
    {
        if (AgePoints(table, "ages") is not { } points)
        {
            return null;
        }

        var shares = new double[points.Keys.Max() + 1];
        foreach (var (age, share) in points)
        {
            shares[age] = share;
        }

        if (Math.Abs(shares.Sum() - 1) > 1e-6)
        {
            _bag.Add(
                Fault.SharesOpen,
                Span.Of(table.Where),
                ("name", stock.Name),
                ("sum", shares.Sum()),
                ("axis", "age"),
                ("where", stock.Name)
            );
            return null;
        }

        return shares;
    }

    /// <summary>Shares from 0 to 1 by age; neither survival nor ages may differ by label.</summary>
    private SortedDictionary<int, double>? AgePoints(TableText table, string part)
    {
        if (table.Heading is [_, _, var third, ..])
        {
            _bag.Add(Fault.UnknownHeading, Span.Of(third), ("text", third.Text), ("name", stock.Name));
            return null;
        }

        var points = new SortedDictionary<int, double>();
        foreach (var row in table.Rows)
        {
            if (row.Length != 2 || !int.TryParse(row[0].Text.Trim(), out var age) || age is < 0 or >= MostAges)
            {
                var at = row.Length < 2 ? table.Where : row[0];
                _bag.Add(Fault.NotANumber, Span.Of(at), ("text", at.Text));
                return null;
            }

            if (
                Quantity.Read(row[1].Text.Trim()).Quantity is not { } share
                || !share.Unit.Dimension.IsDimensionless
                || !double.IsFinite(share.Value)
            )
            {
                _bag.Add(Fault.NotANumber, Span.Of(row[1]), ("text", row[1].Text));
                return null;
            }

            if (share.Value * share.Unit.Scale is < 0 or > 1)
            {
                _bag.Add(Fault.OutsideRange, Span.Of(row[1]), ("name", row[1].Text));
                return null;
            }

            if (!points.TryAdd(age, share.Value * share.Unit.Scale))
            {
                _bag.Add(Fault.CellTwice, Span.Of(row[0]), ("cell", row[0].Text));
                return null;
            }
        }

        if (points.Count == 0)
        {
            _bag.Add(Fault.StockPart, Span.Of(table.Where), ("part", part), ("name", stock.Name));
            return null;
        }

        return points;
    }

    /// <summary>
    /// The share of the first year's stock that stands t years later: Σ w(a) S(a + t) / S(a) over ages a, where w is the
    /// share of each age in it; w(a) ∝ S(a) for a stock that was renewed evenly.
    /// </summary>
    public BoundExpression? Remaining(StockText text, BoundExpression curve)
    {
        if (text.Ages is { } word && word.Text.Trim() != "steady")
        {
            _bag.Add(Fault.UnknownWord, Span.Of(word), ("text", word.Text), ("words", "steady"));
            return null;
        }

        var shares = text.AgeShares is { } table ? AgeShares(table) : null;
        if (text.AgeShares is not null && shares is null)
        {
            return null;
        }

        return IsKnown(curve) ? Tabulated(curve, shares) : OverAges(curve, shares);
    }

    private static bool IsKnown(BoundExpression node) =>
        node switch
        {
            Constant or AgeNumber => true,
            UnaryExpression unary => IsKnown(unary.Operand),
            BinaryExpression binary => IsKnown(binary.Left) && IsKnown(binary.Right),
            Choice choice => IsKnown(choice.Condition) && IsKnown(choice.Then) && IsKnown(choice.Else),
            _ => false,
        };

    private TableValue Tabulated(BoundExpression curve, double[]? shares)
    {
        var standing = new double[MostAges + scope.YearCount];
        for (var age = 0; age < standing.Length; age++)
        {
            standing[age] = InterpretedRun.EvaluateAlone(curve, 0, 0, age);
        }

        var remaining = new double[scope.YearCount];
        for (var year = 0; year < remaining.Length; year++)
        {
            var (sum, whole) = (0.0, 0.0);
            for (var age = 0; age < (shares?.Length ?? MostAges); age++)
            {
                var weight = shares is null ? standing[age] : shares[age];
                whole += weight;
                sum += standing[age] > 0 ? weight * (standing[age + year] / standing[age]) : 0;
            }

            remaining[year] = sum / whole;
        }

        return new TableValue(new DataTable(Unit.One, [], true, remaining));
    }

    /// <summary>The same sum over an axis of ages, for a life that differs from draw to draw.</summary>
    private BoundExpression OverAges(BoundExpression curve, double[]? shares)
    {
        var count = shares?.Length ?? DrawnAges;
        var axis = scope.AddHiddenAxis(
            stock.Name + ".age",
            [.. Enumerable.Range(0, count).Select(a => a.ToString(System.Globalization.CultureInfo.InvariantCulture))]
        );
        ImmutableArray<Axis> axes = [axis];
        BoundExpression age = new TableValue(
            new DataTable(Unit.One, axes, false, [.. Enumerable.Range(0, count).Select(a => (double)a)])
        );
        var years = Nodes.Subtract(new YearNumber(), Nodes.Number(scope.FirstYear));
        var now = AtAge(curve, Nodes.Add(age, years));
        var then = AtAge(curve, age);
        if (shares is null)
        {
            return Nodes.Divide(
                Nodes.Reduce(Reduction.Sum, now, axis),
                Nodes.Reduce(Reduction.Sum, then, axis),
                Unit.One
            );
        }

        BoundExpression weights = new TableValue(new DataTable(Unit.One, axes, false, shares));
        var isStanding = Nodes.Binary(BinaryOperation.Less, Nodes.Number(0), then, Unit.One);
        var part = Nodes.Choose(isStanding, Nodes.Scale(weights, Nodes.Divide(now, then, Unit.One)), Nodes.Number(0));
        return Nodes.Scale(Nodes.Reduce(Reduction.Sum, part, axis), Nodes.Number(1 / shares.Sum()));
    }

    private static BoundExpression AtAge(BoundExpression curve, BoundExpression age) =>
        curve switch
        {
            AgeNumber => age,
            UnaryExpression unary => Nodes.Unary(unary.Operation, AtAge(unary.Operand, age)),
            BinaryExpression binary => Nodes.Binary(
                binary.Operation,
                AtAge(binary.Left, age),
                AtAge(binary.Right, age),
                binary.Unit
            ),
            Choice choice => Nodes.Choose(
                AtAge(choice.Condition, age),
                AtAge(choice.Then, age),
                AtAge(choice.Else, age)
            ),
            _ => curve,
        };
}
