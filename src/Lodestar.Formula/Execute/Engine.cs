// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Compile;
using Lodestar.Formula.Lowering;

namespace Lodestar.Formula.Execute;

/// <summary>
/// Computes a model: one lane with all its values, or any number of lanes eight at a time. It begins with the interpreter
/// and changes over to compiled code once that is there; what comes out is the same to the bit, on any number of threads.
/// Safe to use from several threads.
/// </summary>
public sealed class Engine : IDisposable
{
    // Each plan is code for one set of outputs; more sets than this are rare, and code can be written again.
    private const int MostPlans = 16;

    private readonly EngineOptions options;
    private readonly Lazy<(LoweredModel Model, Dependence Dependence)> lowered;
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, PlannedCode> plans = new(StringComparer.Ordinal);
    private bool isClosed;

    /// <summary>Prepares a model. In automatic mode compiling begins in the background with the first run.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="options">Limits, and how it computes.</param>
    public Engine(BoundModel model, EngineOptions? options = null)
    {
        Model = model;
        this.options = options ?? new EngineOptions();
        lowered = new(() =>
        {
            var graph = Lowerer.Lower(model);
            return (graph, new Dependence(graph));
        });
    }

    /// <summary>The model.</summary>
    public BoundModel Model { get; }

    /// <summary>What one run takes.</summary>
    /// <param name="outputs">The variables that are kept; null for all of them.</param>
    /// <returns>Its cost.</returns>
    public RunCost Cost(IReadOnlyList<BoundVariable>? outputs = null) => Single(outputs).Cost(1, 1);

    /// <summary>What a run of lanes takes.</summary>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="outputs">The variables that are wanted.</param>
    /// <param name="threads">How many threads.</param>
    /// <returns>Its cost, without what the caller keeps.</returns>
    public RunCost Cost(int lanes, IReadOnlyList<BoundVariable> outputs, int threads) =>
        Draws(outputs).Cost(lanes, Threads(lanes, threads));

    /// <summary>Computes one lane.</summary>
    /// <param name="parameters">The numbers of the lane: <see cref="Lanes.ParameterCells"/> of them, in the order of <see cref="Lanes.Offsets"/>.</param>
    /// <param name="outputs">The variables that are wanted, which takes less memory; null for all of them.</param>
    /// <param name="cancellation">Looked at once a year.</param>
    /// <returns>The run, to be disposed of; or none where it would take too much.</returns>
    /// <exception cref="ArgumentException">There are too few or too many numbers.</exception>
    public RunAnswer Run(
        ReadOnlySpan<double> parameters,
        IReadOnlyList<BoundVariable>? outputs = null,
        CancellationToken cancellation = default
    )
    {
        if (parameters.Length != Lanes.ParameterCells(Model))
        {
            throw new ArgumentException($"{parameters.Length} numbers for {Lanes.ParameterCells(Model)} parameters.");
        }

        var cost = Single(outputs).Cost(1, 1);
        return new RunAnswer(cost, Fits(cost) ? new ModelRun(this, outputs, parameters, cancellation) : null);
    }

    /// <summary>Computes many lanes, a block of eight at a time, without keeping them.</summary>
    /// <param name="lanes">The numbers of each lane.</param>
    /// <param name="outputs">The variables that are wanted.</param>
    /// <param name="sink">Takes each block.</param>
    /// <param name="threads">At most so many threads. What comes out does not depend on it.</param>
    /// <param name="progress">Told the share that is done, from any thread.</param>
    /// <param name="cancellation">Looked at once a block.</param>
    /// <returns>Whether it was done.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; blocks may have been given to the sink.</exception>
    public LanesAnswer Run(
        ILaneValues lanes,
        IReadOnlyList<BoundVariable> outputs,
        ILaneSink sink,
        int threads = 1,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var code = Draws(outputs);
        threads = Threads(lanes.Count, threads);
        var cost = code.Cost(lanes.Count, threads);
        if (!Fits(cost))
        {
            return new LanesAnswer(cost, false);
        }

        var run = new LaneRun(Model, code, outputs, lanes, sink, options.Mode, cancellation, progress);
        run.Do(threads);
        return new LanesAnswer(cost, true);
    }

    /// <summary>Waits until the code of single runs is compiled.</summary>
    /// <param name="outputs">The variables that are wanted; null for all of them.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public void Prepare(IReadOnlyList<BoundVariable>? outputs = null, CancellationToken cancellation = default) =>
        Single(outputs).Wait(cancellation);

    /// <summary>Waits until the code of runs of lanes is compiled.</summary>
    /// <param name="outputs">The variables that are wanted.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public void PrepareLanes(IReadOnlyList<BoundVariable> outputs, CancellationToken cancellation = default) =>
        Draws(outputs).Wait(cancellation);

    /// <summary>Frees the memory. Runs that are still held keep theirs until they are disposed of.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            isClosed = true;
            closing.Cancel();
            foreach (var plan in plans.Values)
            {
                plan.Dispose();
            }

            plans.Clear();
        }

        closing.Dispose();
    }

    internal Machine? Rent(IReadOnlyList<BoundVariable>? outputs, CancellationToken cancellation)
    {
        var code = Single(outputs);
        if (options.Mode == EngineMode.Compiled)
        {
            code.Wait(cancellation);
        }

        return options.Mode == EngineMode.Interpreted ? null : code.Rent();
    }

    internal void Return(Machine machine, IReadOnlyList<BoundVariable>? outputs)
    {
        lock (gate)
        {
            if (!isClosed && plans.TryGetValue(Key(outputs, 's'), out var plan) && plan.Give(machine))
            {
                return;
            }
        }

        machine.Dispose();
    }

    private static string Key(IReadOnlyList<BoundVariable>? outputs, char kind) =>
        outputs is null
            ? $"{kind}*"
            : kind + string.Join(',', outputs.Select(o => o.Index.ToString(CultureInfo.InvariantCulture)));

    private static int Threads(int lanes, int threads) => Math.Clamp(threads, 1, Math.Max(1, (lanes + 7) / 8));

    private bool Fits(RunCost cost) => cost.Bytes <= options.MostBytes && cost.Work <= options.MostWork;

    private PlannedCode Single(IReadOnlyList<BoundVariable>? outputs) =>
        Planned(
            Key(outputs, 's'),
            outputs,
            () =>
            {
                var (model, dependence) = lowered.Value;
                return Planner.Single(
                    model,
                    dependence,
                    outputs ?? [.. Model.Strata.SelectMany(s => s)],
                    outputs is null
                );
            }
        );

    private PlannedCode Draws(IReadOnlyList<BoundVariable> outputs) =>
        Planned(
            Key(outputs, 'd'),
            outputs,
            () =>
            {
                var (model, dependence) = lowered.Value;
                return Planner.Draws(model, dependence, outputs);
            }
        );

    private PlannedCode Planned(string key, IReadOnlyList<BoundVariable>? outputs, Func<Plan> make)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            if (!plans.TryGetValue(key, out var plan))
            {
                if (plans.Count >= MostPlans)
                {
                    var (oldest, old) = plans.First();
                    plans.Remove(oldest);
                    old.Dispose();
                }

                ImmutableArray<BoundVariable> copied = outputs is null ? [] : [.. outputs];
                plans[key] = plan = new PlannedCode(make(), copied, closing.Token);
                if (options.Mode != EngineMode.Interpreted && Fits(plan.Cost(1, 1)))
                {
                    plan.Begin();
                }
            }

            return plan;
        }
    }
}
