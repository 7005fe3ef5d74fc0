// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>A stock of vintages.</summary>
/// <param name="Stock">What is in service in a year.</param>
/// <param name="Standing">The same without the year's own inflow.</param>
/// <param name="Added">What came in, by year; nothing in the first year, whose inflow is part of what stood.</param>
/// <param name="Initial">What stood in the first year.</param>
/// <param name="Remaining">The share of it that still stands, by year.</param>
/// <param name="Curve">The share of a vintage that stands at an age.</param>
public sealed record VintageStock(
    BoundVariable Stock,
    BoundVariable Standing,
    BoundVariable Added,
    BoundVariable Initial,
    BoundExpression Remaining,
    BoundExpression Curve
)
{
    /// <summary>The stocks of vintages of a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <returns>In the order of evaluation.</returns>
    public static ImmutableArray<VintageStock> Of(BoundModel model) =>
        [.. model.Strata.SelectMany(s => s).Select(Of).OfType<VintageStock>()];

    /// <summary>Reads what <see cref="StockBinder"/> makes: stock = standing + added, standing = initial · remaining + survivors of added.</summary>
    private static VintageStock? Of(BoundVariable variable) =>
        variable.Body
            is BinaryExpression
            {
                Operation: BinaryOperation.Add,
                Left: VariableValue { Variable: var standing },
                Right: VariableValue { Variable: var added },
            }
        && standing.Body
            is BinaryExpression
            {
                Operation: BinaryOperation.Add,
                Left: BinaryExpression { Left: VariableValue { Variable: var initial }, Right: var remaining },
                Right: Survivors { Inflow: var inflow, Curve: var curve },
            }
        && inflow == added
            ? new VintageStock(variable, standing, added, initial, remaining, curve)
            : null;
}

/// <summary>A variable, and the part of it that a stock's chosen vintages carry.</summary>
/// <param name="Variable">A variable of the model.</param>
/// <param name="Carried">The part.</param>
public sealed record CarriedPart(BoundVariable Variable, BoundVariable Carried);

/// <summary>
/// A model that computes beside its own variables how much of them the vintages of one stock carry: those that came in
/// from one year to another, of one label or of all, which are three parameters more, so that vintages stand side by side
/// in lanes. What stood in the first year came in then.
/// </summary>
/// <remarks>
/// The model's own variables are as they were: stock is replaced, used and supplied as in the scenario. Beside them the
/// chosen vintages are carried along every formula that is in proportion to them. Of a product the factor that carries is
/// carried, the other is as in the scenario; of two that carry, the first. A quotient is carried by its numerator: what
/// divides by all stock, such as a share, is left as in the scenario. A sum carries what its terms do, a difference what
/// is not subtracted; a minimum, a maximum and a choice carry what they take. Powers, exponentials and the like carry
/// nothing, nor do variables that decide on the inflow: replacing is not carried on by what is replaced.
/// </remarks>
public sealed class CohortModel
{
    private static readonly Unit One = Unit.One;
    private readonly BoundModel source;
    private readonly HashSet<BoundVariable> deciding;
    private readonly Dictionary<BoundVariable, BoundVariable?> parts = [];
    private readonly List<BoundVariable> made = [];
    private readonly Dictionary<BoundVariable, List<BoundVariable>> after = [];
    private readonly BoundVariable window;

    private CohortModel(BoundModel source, VintageStock stock, IEnumerable<BoundVariable> lines)
    {
        this.source = source;
        Stock = stock;
        From = Year(source.Parameters.Length, "from");
        To = Year(source.Parameters.Length + 1, "to");
        Only = new Parameter
        {
            Index = source.Parameters.Length + 2,
            Name = $"{Stock.Stock.Name}.cohorts.only",
            Unit = One,
            Axes = stock.Stock.Axes,
            Central = 1,
        };
        deciding = Ordering.NeededBy([stock.Added]);

        // Whether the year's own inflow is chosen.
        window = Make("window", One, [], Extent.Neutral, stock.Added);
        window.Body = Nodes.Binary(
            BinaryOperation.And,
            Nodes.Binary(BinaryOperation.LessOrEqual, new ParameterValue(From), new YearNumber(), One),
            Nodes.Binary(BinaryOperation.LessOrEqual, new YearNumber(), new ParameterValue(To), One),
            One
        );
        var only = new ParameterValue(Only);
        var added = Make("added", stock.Added.Unit, stock.Stock.Axes, stock.Added.Extent, stock.Added);
        added.Body = Nodes.Scale(Nodes.Scale(new VariableValue(stock.Added), new VariableValue(window)), only);
        var isFirst = Nodes.Binary(
            BinaryOperation.And,
            Nodes.Binary(BinaryOperation.LessOrEqual, new ParameterValue(From), Nodes.Number(source.FirstYear), One),
            Nodes.Binary(BinaryOperation.LessOrEqual, Nodes.Number(source.FirstYear), new ParameterValue(To), One),
            One
        );
        var initial = Nodes.Scale(Nodes.Scale(new VariableValue(stock.Initial), isFirst), only);
        var standing = Make("standing", stock.Standing.Unit, stock.Stock.Axes, stock.Standing.Extent, stock.Standing);
        standing.First = initial;
        standing.Body = Nodes.Add(
            Nodes.Scale(initial, stock.Remaining),
            new Survivors(added, stock.Curve, Value.Join(added.Axes, stock.Curve.Axes))
        );
        Chosen = Make("stock", stock.Stock, stock.Stock);
        Chosen.First = initial;
        Chosen.Body = Nodes.Add(new VariableValue(standing), new VariableValue(added));
        Share = Make("share", One, stock.Curve.Axes, Extent.Intensity, stock.Stock);
        Share.First = new VariableValue(window);
        Share.Body = Nodes.Add(new Survivors(window, stock.Curve, stock.Curve.Axes), new VariableValue(window));
        parts[stock.Standing] = standing;
        parts[stock.Stock] = Chosen;
        Lines =
        [
            .. lines
                .Select(l => (Line: l, Part: PartOf(l)))
                .Where(l => l.Part is not null)
                .Select(l => new CarriedPart(l.Line, l.Part!)),
        ];
        Model = Extended();
    }

    /// <summary>The stock whose vintages are followed.</summary>
    public VintageStock Stock { get; }

    /// <summary>The first year of the chosen vintages.</summary>
    public Parameter From { get; }

    /// <summary>The last year of the chosen vintages.</summary>
    public Parameter To { get; }

    /// <summary>By cell of the stock: 1 where it is chosen, 0 where it is not; all are unless it is set.</summary>
    public Parameter Only { get; }

    /// <summary>What is in service of the chosen vintages.</summary>
    public BoundVariable Chosen { get; }

    /// <summary>With one vintage chosen: the share of it that stands in a year, 0 before it came in.</summary>
    public BoundVariable Share { get; }

    /// <summary>The lines that the stock carries, as far as it does.</summary>
    public ImmutableArray<CarriedPart> Lines { get; }

    /// <summary>The model with its own variables and these; it has the same parameters and three more.</summary>
    public BoundModel Model { get; }

    /// <summary>Follows the vintages of a stock.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="stock">A stock of it.</param>
    /// <param name="lines">Variables of the model, such as its lines of emissions.</param>
    /// <returns>The model that does.</returns>
    public static CohortModel Of(BoundModel model, VintageStock stock, IEnumerable<BoundVariable> lines) =>
        new(model, stock, lines);

    private Parameter Year(int index, string end) =>
        new()
        {
            Index = index,
            Name = $"{Stock.Stock.Name}.cohorts.{end}",
            Unit = One,
            Axes = [],
            Central = end == "from" ? source.FirstYear : source.FirstYear + source.YearCount - 1,
        };

    private BoundVariable Make(string name, BoundVariable like, BoundVariable behind) =>
        Make(name, like.Unit, like.Axes, like.Extent, behind);

    /// <summary>A variable that is computed right after another one.</summary>
    private BoundVariable Make(string name, Unit unit, ImmutableArray<Axis> axes, Extent extent, BoundVariable behind)
    {
        var variable = new BoundVariable
        {
            Index = source.Variables.Length + made.Count,
            Name = $"{Stock.Stock.Name}.cohorts.{name}",
            Unit = unit,
            Axes = axes,
            Extent = extent,
            IsHidden = true,
            Body = new Constant(0, unit),
        };
        made.Add(variable);
        if (!after.TryGetValue(behind, out var list))
        {
            after[behind] = list = [];
        }

        list.Add(variable);
        return variable;
    }

    /// <summary>The part of a variable that is carried; null for none.</summary>
    private BoundVariable? PartOf(BoundVariable variable)
    {
        if (parts.TryGetValue(variable, out var known))
        {
            return known;
        }

        // Until it is known, a variable that reads itself in an earlier year carries nothing of its own.
        parts[variable] = null;
        if (deciding.Contains(variable) || Of(variable.Body) is not { } body)
        {
            return null;
        }

        var part = Make(variable.Name, variable, variable);
        part.Body = body;
        part.First = variable.First is { } first ? Of(first) ?? new Constant(0, variable.Unit) : null;
        return parts[variable] = part;
    }

    private BoundExpression? Of(BoundExpression node) =>
        node switch
        {
            VariableValue { Variable: var variable } => PartOf(variable) is { } part ? new VariableValue(part) : null,
            PreviousValue { Variable: var variable, Before: var before } => PartOf(variable) is { } part
                ? new PreviousValue(part, before is null ? null : new Constant(0, part.Unit))
                : null,
            UnaryExpression { Operation: UnaryOperation.Negate } unary => Of(unary.Operand) is { } operand
                ? unary with
                {
                    Operand = operand,
                }
                : null,
            BinaryExpression binary => OfTwo(binary),
            Choice choice => Choose(choice.Condition, Of(choice.Then), Of(choice.Else), choice.Unit),
            ReductionExpression { Reduction: Reduction.Sum } sum => Of(sum.Body) is { } body ? Whole(sum, body) : null,
            Pick pick => Of(pick.Body) is { } body ? At(pick, body) : null,
            Remap remap => Of(remap.Body) is { } body ? At(remap, body) : null,
            _ => null,
        };

    private BoundExpression? OfTwo(BinaryExpression binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        return binary.Operation switch
        {
            BinaryOperation.Add when left is not null && right is not null => Nodes.Binary(
                BinaryOperation.Add,
                left,
                right,
                binary.Unit
            ),
            BinaryOperation.Add => left ?? right,
            BinaryOperation.Subtract => left,
            BinaryOperation.Multiply when left is not null => Nodes.Multiply(left, binary.Right, binary.Unit),
            BinaryOperation.Multiply when right is not null => Nodes.Multiply(binary.Left, right, binary.Unit),
            BinaryOperation.Divide when left is not null => Nodes.Divide(left, binary.Right, binary.Unit),
            BinaryOperation.Max => Choose(Below(binary.Right, binary.Left), left, right, binary.Unit),
            BinaryOperation.Min => Choose(Below(binary.Left, binary.Right), left, right, binary.Unit),
            _ => null,
        };
    }

    private static BoundExpression Below(BoundExpression low, BoundExpression high) =>
        Nodes.Binary(BinaryOperation.LessOrEqual, low, high, One);

    private static BoundExpression? Choose(
        BoundExpression condition,
        BoundExpression? then,
        BoundExpression? otherwise,
        Unit unit
    ) =>
        then is null && otherwise is null
            ? null
            : Nodes.Choose(condition, then ?? new Constant(0, unit), otherwise ?? new Constant(0, unit));

    /// <summary>What is carried may vary over fewer axes than the whole: then it is the same at every label.</summary>
    private static BoundExpression At(Pick pick, BoundExpression body) =>
        body.Axes.Contains(pick.Axis) ? pick with { Body = body, Axes = body.Axes.Remove(pick.Axis) } : body;

    private static BoundExpression At(Remap remap, BoundExpression body) =>
        body.Axes.Contains(remap.From)
            ? remap with
            {
                Body = body,
                Axes = Value.Join(body.Axes.Remove(remap.From), [remap.To]),
            }
            : body;

    /// <summary>A sum whose body may vary over fewer axes than before: those it lacks it is counted for as often as they have labels.</summary>
    private static BoundExpression Whole(ReductionExpression sum, BoundExpression body)
    {
        var lacking = sum.Over.Where(a => !body.Axes.Contains(a)).Aggregate(1, (n, a) => n * a.Count);
        var over = sum.Over.Where(body.Axes.Contains).ToArray();
        var rest = over.Length == 0 ? body : Nodes.Reduce(Reduction.Sum, body, over);
        return lacking == 1 ? rest : Nodes.Scale(rest, Nodes.Number(lacking));
    }

    private BoundModel Extended() =>
        new()
        {
            Name = source.Name,
            FirstYear = source.FirstYear,
            YearCount = source.YearCount,
            Axes = source.Axes,
            Variables = [.. source.Variables, .. made],
            Parameters = [.. source.Parameters, From, To, Only],
            Correlations = source.Correlations,
            Checks = source.Checks,
            Strata =
            [
                .. source.Strata.Select(s =>
                    s.SelectMany(v => (BoundVariable[])[v, .. after.GetValueOrDefault(v) ?? []]).ToImmutableArray()
                ),
            ],
            Outcomes = source.Outcomes,
            LaneAxis = source.LaneAxis,
        };
}
