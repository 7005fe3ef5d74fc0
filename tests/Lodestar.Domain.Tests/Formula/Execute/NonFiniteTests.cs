// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Domain.Tests.Formula.Compile;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Formula.Execute;

public sealed class NonFiniteTests
{
    private static readonly Axis Fuel = new(0, "fuel", ["gas", "oil", "wood"]);

    [Fact]
    public void Find_DivisionByZeroInOneCellAndYear_NamesVariableYearLabelAndOperation()
    {
        // stock falls 3, 2, 1, 0; use[fuel] = 1 / (stock + oil?0:1) − 1 is infinite first in the fourth year, of oil alone;
        // total and what grows out of it only pass it on.
        var stock = Variable(0, "stock", []);
        stock.Body = Minus(new PreviousValue(stock, Number(4)), Number(1));
        var use = Variable(1, "use", [Fuel]);
        var divided = new BinaryExpression(
            BinaryOperation.Divide,
            Number(1),
            new BinaryExpression(
                BinaryOperation.Add,
                new VariableValue(stock),
                new LabelFlag(Fuel, [true, false, true]),
                Unit.One,
                [Fuel]
            ),
            Unit.One,
            [Fuel]
        );
        use.Body = Minus(divided, Number(1));
        var total = Variable(2, "total", []);
        total.Body = new ReductionExpression(Reduction.Sum, new VariableValue(use), [Fuel], []);
        var model = Model(5, stock, use, total);

        var origin = NonFinite.Find(model, [])!;

        Assert.Same(use, origin.Variable);
        Assert.Equal(2023, origin.Year);
        Assert.Equal(["oil"], origin.Labels);
        Assert.Same(divided, origin.Operation);
        Assert.Equal(double.PositiveInfinity, origin.Value);
        using var engine = new Engine(model, new EngineOptions { Mode = EngineMode.Compiled });
        using var run = engine.Run([]).Run!;
        Assert.Same(divided, NonFinite.Find(run)!.Operation);
    }

    [Fact]
    public void Find_AllValuesFinite_FindsNothing()
    {
        var stock = Variable(0, "stock", []);
        stock.Body = Minus(new PreviousValue(stock, Number(4)), Number(1));
        Assert.Null(NonFinite.Find(Model(5, stock), []));
    }

    [Fact]
    public void Find_OverflowOfASum_NamesTheSum()
    {
        // Each of three values is finite, their sum is not: 3 · 10³⁰⁸ is above the greatest double.
        var total = Variable(0, "total", []);
        var sum = new ReductionExpression(
            Reduction.Sum,
            new BinaryExpression(
                BinaryOperation.Multiply,
                Number(1e308),
                new LabelFlag(Fuel, [true, true, true]),
                Unit.One,
                [Fuel]
            ),
            [Fuel],
            []
        );
        total.Body = sum;
        Assert.Same(sum, NonFinite.Find(Model(1, total), [])!.Operation);
    }

    [Fact]
    public void Find_RandomModels_FindsAnOriginWheneverAnyValueIsNotFinite()
    {
        var found = 0;
        for (var seed = 30_000; seed < 30_300; seed++)
        {
            var model = RandomModel.Make(seed);
            var parameters = RandomModel.Lane(model, seed, 0);
            var run = Lodestar.Formula.Interpret.InterpretedRun.Of(model, parameters);
            var isFinite = model.Variables.All(v => run.Values(v).ToArray().All(double.IsFinite));
            var origin = NonFinite.Find(model, parameters);
            Assert.Equal(isFinite, origin is null);
            found += isFinite ? 0 : 1;
        }

        Assert.InRange(found, 20, 280);
    }

    private static BoundVariable Variable(int index, string name, ImmutableArray<Axis> axes) =>
        new()
        {
            Index = index,
            Name = name,
            Unit = Unit.One,
            Axes = axes,
            Extent = Extent.Neutral,
        };

    private static Constant Number(double value) => new(value, Unit.One);

    private static BinaryExpression Minus(BoundExpression left, BoundExpression right) =>
        new(BinaryOperation.Subtract, left, right, Unit.One, left.Axes);

    private static BoundModel Model(int years, params ImmutableArray<BoundVariable> variables) =>
        new()
        {
            Name = "small",
            FirstYear = 2020,
            YearCount = years,
            Axes = [Fuel],
            Variables = variables,
            Parameters = [],
            Outcomes = [],
            Strata = [variables],
        };
}
