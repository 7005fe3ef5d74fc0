// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;

namespace Lodestar.Planning.Attribution;

/// <summary>Runs a model for the coalitions that attribution needs.</summary>
public static class Attributing
{
    /// <summary>Attributes what changes between nobody and everybody taking part.</summary>
    /// <param name="engine">The model.</param>
    /// <param name="wish">What, and to whom.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where it takes more than the engine or the wish allows.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AttributionReport? Of(Engine engine, AttributionWish wish, CancellationToken cancellation = default)
    {
        var plans = Plans(engine.Model, wish);
        var layout = new SampleLayout(engine.Model, wish.Outputs);
        var effects = wish.Players.Select(p => new PlayerEffect(p, layout.Numbers)).ToArray();
        var interactions = new Dictionary<(int, int), double[]>();
        var (without, with) = (new double[layout.Numbers], new double[layout.Numbers]);
        var runs = 0;
        foreach (var plan in plans)
        {
            ImmutableArray<Player> players = [.. plan.Players.Select(p => wish.Players[p])];
            var lanes = new Coalitions(engine.Model, Off(wish), players, plan.Count, plan.IsIn);
            runs += lanes.Count;
            PartEffects.Begin(plan, effects, interactions, layout.Numbers);
            if (!Compute(engine, wish, lanes, layout, Take, cancellation))
            {
                return null;
            }

            void Take(int number, double[] values)
            {
                (without[number], with[number]) = (values[0], values[plan.All]);
                PartEffects.Take(plan, number, values, effects, interactions);
            }
        }

        // Of several parts none has everybody in it, of none nobody.
        if (plans.Length != 1)
        {
            var ends = new Coalitions(engine.Model, wish.Scenario, wish.Players, 2, (coalition, _) => coalition == 1);
            runs += ends.Count;
            if (
                !Compute(
                    engine,
                    wish,
                    ends,
                    layout,
                    (number, values) => (without[number], with[number]) = (values[0], values[1]),
                    cancellation
                )
            )
            {
                return null;
            }
        }

        return new AttributionReport(layout, engine.Model.FirstYear, [.. effects], without, with, interactions)
        {
            Parts = plans.Length,
            Pairs = plans.Where(p => !p.IsExact).Select(p => p.Pairs).DefaultIfEmpty(0).Max(),
            Runs = runs,
        };
    }

    /// <summary>The parts, and how each is computed.</summary>
    internal static ImmutableArray<PartPlan> Plans(BoundModel model, AttributionWish wish)
    {
        var most = Math.Clamp(wish.MostExact, 3, Shapley.MostExact);
        return
        [
            .. Independence
                .Parts(model, wish.Players, wish.Outputs)
                .Select(part =>
                    part.Length <= most
                        ? new PartPlan(part)
                        : new PartPlan(part, Math.Max(2, wish.Pairs), wish.Seed, wish.WithInteractions)
                ),
        ];
    }

    /// <summary>The scenario with the levers of all players off.</summary>
    internal static Settings Off(AttributionWish wish) =>
        wish.Players.SelectMany(p => p.Levers).Aggregate(wish.Scenario, (s, l) => s.With(l.Parameter, l.Off));

    /// <summary>Runs lanes and hands over, for each number of the layout, its values by lane.</summary>
    internal static bool Compute(
        Engine engine,
        AttributionWish wish,
        ILaneValues lanes,
        SampleLayout layout,
        Action<int, double[]> take,
        CancellationToken cancellation
    )
    {
        ImmutableArray<ImmutableArray<BoundVariable>> groups =
            SampleSink.Size(lanes.Count, layout.Numbers, SamplePrecision.Double) <= wish.MostBytes
                ? [layout.Outputs]
                : [.. layout.Outputs.Select(o => ImmutableArray.Create(o))];
        var first = 0;
        foreach (var group in groups)
        {
            var numbers = new SampleLayout(engine.Model, group).Numbers;
            if (
                SampleSink.Create(lanes.Count, numbers, SamplePrecision.Double, wish.MostBytes) is not { } sink
                || !engine.Run(lanes, group, sink, wish.Threads, null, cancellation).IsDone
            )
            {
                return false;
            }

            var start = first;
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(1, wish.Threads),
                CancellationToken = cancellation,
            };
            Parallel.For(0, numbers, options, number => take(start + number, sink.Of(number)));
            first += numbers;
        }

        return true;
    }
}
