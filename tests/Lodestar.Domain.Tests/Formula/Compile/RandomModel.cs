// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Formula.Compile;

/// <summary>Small checked models of every kind of node, made by chance from a seed.</summary>
internal sealed class RandomModel
{
    private static readonly double[] Plain = [0, -0.0, 1, 2, 3, 0.5, -1, -1.5, 0.1, 7, 100, 1e-3];

    private readonly Random random;
    private readonly ImmutableArray<Axis> axes;
    private readonly int years;
    private readonly List<Parameter> parameters = [];
    private readonly List<DataTable> tables = [];
    private readonly List<List<BoundVariable>> strata = [];
    private int stratum;
    private int place;
    private bool canReadBefore;
    private bool isCurve;
    private int room;

    private RandomModel(int seed)
    {
        random = new Random(seed);
        years = 1 + random.Next(6);
        var lanes = random.Next(4) == 0 ? 0 : 1 + random.Next(2);
        var count = 1 + random.Next(3) + lanes;
        axes =
        [
            .. Enumerable
                .Range(0, count)
                .OrderBy(_ => random.Next())
                .Select(kind => kind < lanes ? 8 + random.Next(12) : 1 + random.Next(4))
                .Select((length, i) => new Axis(i, $"axis{i}", Labels(length))),
        ];
    }

    public static BoundModel Make(int seed) => new RandomModel(seed).Make();

    /// <summary>Numbers for each lane: mostly ordinary, some of them zero, negative or extreme.</summary>
    public static double[] Lane(BoundModel model, int seed, int lane)
    {
        var random = new Random((seed * 131) + lane);
        return
        [
            .. Enumerable
                .Range(0, Lanes.ParameterCells(model))
                .Select(_ =>
                    random.Next(12) switch
                    {
                        0 => 0,
                        1 => -1,
                        2 => 1e200,
                        _ => (random.NextDouble() * 4) - 1,
                    }
                ),
        ];
    }

    private static ImmutableArray<string> Labels(int count) =>
        [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    private BoundModel Make()
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            parameters.Add(
                new Parameter
                {
                    Index = parameters.Count,
                    Name = $"p{parameters.Count}",
                    Unit = Unit.One,
                    Axes = Some(axes, 1),
                    Central = 1,
                }
            );
        }

        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var of = Some(axes, 2);
            var yearly = random.Next(2) == 0;
            double[] values =
            [
                .. Enumerable
                    .Range(0, Cell.Count(of) * (yearly ? years : 1))
                    .Select(_ => Math.Round((random.NextDouble() * 6) - 2, 3)),
            ];
            tables.Add(new DataTable(Unit.One, of, yearly, values));
        }

        var variables = 0;
        for (var s = 1 + random.Next(2); s > 0; s--)
        {
            strata.Add([]);
            for (var v = 1 + random.Next(3); v > 0; v--)
            {
                strata[^1]
                    .Add(
                        new BoundVariable
                        {
                            Index = variables,
                            Name = $"v{variables}",
                            Unit = Unit.One,
                            Axes = Some(axes, 2),
                            Extent = Extent.Neutral,
                        }
                    );
                variables++;
            }
        }

        for (stratum = 0; stratum < strata.Count; stratum++)
        {
            for (place = 0; place < strata[stratum].Count; place++)
            {
                var variable = strata[stratum][place];
                room = 12;
                if (random.Next(3) == 0)
                {
                    canReadBefore = false;
                    variable.First = Expression(variable.Axes, 2);
                }

                canReadBefore = true;
                variable.Body = Expression(variable.Axes, 4, hasFirst: variable.First is not null);
            }
        }

        var lane = axes.Where(a => a.Count >= 8).OrderByDescending(a => a.Count).ThenBy(a => a.Index).FirstOrDefault();
        return new BoundModel
        {
            Name = "random",
            FirstYear = 2020,
            YearCount = years,
            Axes = axes,
            Variables = [.. strata.SelectMany(s => s)],
            Parameters = [.. parameters],
            Outcomes = [],
            Strata = [.. strata.Select(s => s.ToImmutableArray())],
            LaneAxis = lane,
        };
    }

    private ImmutableArray<Axis> Some(ImmutableArray<Axis> of, int most) =>
        [.. of.OrderBy(_ => random.Next()).Take(random.Next(most + 1)).OrderBy(a => a.Index)];

    private static ImmutableArray<Axis> Union(params IEnumerable<ImmutableArray<Axis>> all) =>
        [.. all.SelectMany(a => a).Distinct().OrderBy(a => a.Index)];

    private BoundExpression Expression(ImmutableArray<Axis> within, int depth, bool hasFirst = false)
    {
        room--;
        if (depth == 0 || room < 0)
        {
            return Leaf(within, hasFirst);
        }

        var next = depth - 1;
        switch (random.Next(isCurve ? 16 : 20))
        {
            case 0 or 1 or 2 or 3 or 4 or 5 or 6:
                var left = Expression(within, next, hasFirst);
                var right = Expression(within, next, hasFirst);
                var operation = (BinaryOperation)(random.Next(2) == 0 ? random.Next(3) : random.Next(13));
                return new BinaryExpression(operation, left, right, Unit.One, Union(left.Axes, right.Axes));
            case 7 or 8:
                return new UnaryExpression(
                    (UnaryOperation)random.Next(8),
                    Expression(within, next, hasFirst),
                    Unit.One
                );
            case 9:
                var condition = Expression(within, next, hasFirst);
                var then = Expression(within, next, hasFirst);
                var otherwise = Expression(within, next, hasFirst);
                return new Choice(condition, then, otherwise, Union(condition.Axes, then.Axes, otherwise.Axes));
            case 10 or 11 or 12:
                var body = Expression(Union(within, Some(axes, 2)), next, hasFirst);
                var over = Some(body.Axes, 2);
                return
                    new ReductionExpression(
                        (Reduction)Math.Max(0, random.Next(5) - 2),
                        body,
                        over,
                        [.. body.Axes.Except(over)]
                    )
                        is { } reduction
                    && reduction.Axes.All(within.Contains)
                    ? reduction
                    : Over(body, within);
            case 13:
                var axis = axes[random.Next(axes.Length)];
                var picked = Expression(Union(within, [axis]), next, hasFirst);
                return picked.Axes.Contains(axis)
                    ? new Pick(picked, axis, random.Next(axis.Count), [.. picked.Axes.Where(a => a != axis)])
                    : picked;
            case 14 when within.Length > 0:
                var to = within[random.Next(within.Length)];
                var from = axes[random.Next(axes.Length)];
                var remapped = Expression(Union(within, [from]), next, hasFirst);
                return remapped.Axes.Contains(from)
                    ? new Remap(
                        remapped,
                        from,
                        to,
                        [.. Enumerable.Range(0, to.Count).Select(_ => random.Next(from.Count))],
                        Union([.. remapped.Axes.Where(a => a != from)], [to])
                    )
                    : remapped;
            case 16 when canReadBefore && stratum > 0:
                return OverYears(within) ?? Leaf(within, hasFirst);
            case 17 when canReadBefore:
                return Survivors(within) ?? Leaf(within, hasFirst);
            default:
                return Leaf(within, hasFirst);
        }
    }

    private static ReductionExpression Over(BoundExpression body, ImmutableArray<Axis> within) =>
        new(Reduction.Sum, body, [.. body.Axes.Where(a => !within.Contains(a))], [.. body.Axes.Where(within.Contains)]);

    private BoundExpression Leaf(ImmutableArray<Axis> within, bool hasFirst)
    {
        if (isCurve)
        {
            return random.Next(3) switch
            {
                0 => new AgeNumber(),
                1 => Given(within, steady: true),
                _ => Number(),
            };
        }

        return random.Next(10) switch
        {
            0 => Number(),
            1 => new YearNumber(),
            2 or 3 => Given(within, steady: false),
            4 when within.Length > 0 => Flag(within[random.Next(within.Length)]),
            5 or 6 when canReadBefore => Before(within, hasFirst),
            7 when stratum > 0 => YearValue(within),
            _ => Same(within),
        };
    }

    private Constant Number() => new(Plain[random.Next(Plain.Length)], Unit.One);

    private LabelFlag Flag(Axis axis) => new(axis, [.. axis.Labels.Select(_ => random.Next(2) == 0)]);

    private BoundExpression Given(ImmutableArray<Axis> within, bool steady)
    {
        BoundExpression[] all =
        [
            .. parameters.Where(p => p.Axes.All(within.Contains)).Select(p => new ParameterValue(p)),
            .. tables.Where(t => t.Axes.All(within.Contains) && !(steady && t.IsYearly)).Select(t => new TableValue(t)),
        ];
        return all.Length == 0 ? Number() : all[random.Next(all.Length)];
    }

    private BoundVariable? Variable(IEnumerable<BoundVariable> of, ImmutableArray<Axis> within)
    {
        BoundVariable[] all = [.. of.Where(v => v.Axes.All(within.Contains))];
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }

    private IEnumerable<BoundVariable> Earlier => strata.Take(stratum).SelectMany(s => s);

    private BoundExpression Same(ImmutableArray<Axis> within) =>
        Variable(Earlier.Concat(strata[stratum].Take(place)), within) is { } variable
            ? new VariableValue(variable)
            : Given(within, steady: false);

    private BoundExpression Before(ImmutableArray<Axis> within, bool hasFirst)
    {
        if (Variable(Earlier.Concat(strata[stratum]), within) is not { } variable)
        {
            return Given(within, steady: false);
        }

        if (hasFirst && random.Next(2) == 0)
        {
            return new PreviousValue(variable, null);
        }

        canReadBefore = false;
        var before = Expression(variable.Axes, 1);
        canReadBefore = true;
        return new PreviousValue(variable, before);
    }

    private BoundExpression YearValue(ImmutableArray<Axis> within) =>
        Variable(Earlier, within) is { } variable ? new YearValue(variable, random.Next(years)) : Number();

    private OverYears? OverYears(ImmutableArray<Axis> within)
    {
        var from = random.Next(years);
        return Variable(Earlier, within) is { } variable
            ? new OverYears((Reduction)random.Next(3), variable, from, from + random.Next(years - from), Unit.One)
            : null;
    }

    private Survivors? Survivors(ImmutableArray<Axis> within)
    {
        if (Variable(Earlier.Concat(strata[stratum]), within) is not { } inflow)
        {
            return null;
        }

        isCurve = true;
        var curve = Expression(within, 2);
        isCurve = false;
        return new Survivors(inflow, curve, Union(inflow.Axes, curve.Axes));
    }
}
