// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Climate.Answers;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Actions;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.Scenarios;

/// <summary>Runs scenarios of one model. It may be used from several threads.</summary>
public sealed class ScenarioRunner : IDisposable
{
    /// <summary>How many draws odds are of, unless another number is asked for.</summary>
    public const int DrawCount = 1000;

    /// <summary>The same draws everywhere, so that scenarios differ by what differs in them alone.</summary>
    public const ulong Seed = 1;

    // A page must come at once, whatever a plan holds.
    private const double MostWork = 2e9;
    private const long MostBytes = 128L << 20;

    private readonly PlanModel _model;
    private readonly Engine _engine;
    private readonly ImmutableArray<BoundVariable> _outputs;

    /// <summary>Prepares a model.</summary>
    public ScenarioRunner(PlanModel model)
    {
        _model = model;
        _engine = new Engine(model.Model, new EngineOptions { MostWork = MostWork, MostBytes = MostBytes });
        _outputs = [model.Emissions, .. model.Lines.Select(l => l.Variable), .. model.Costs.Select(c => c.Variable)];
    }

    public PlanModel Model => _model;

    public Engine Engine => _engine;

    /// <summary>Whether so many draws may be run while somebody waits.</summary>
    public bool IsQuick(int draws = DrawCount) => _engine.Cost(draws, [_model.Emissions], 2).Work <= MostWork;

    /// <summary>One run, with everything uncertain at its median.</summary>
    /// <returns>Null where the model is too large.</returns>
    public ScenarioRun? Run(ScenarioCase scenario, CancellationToken cancellation = default)
    {
        using var run = _engine.Run(scenario.Settings.Lane(_model.Model), _outputs, cancellation).Run;
        return run is null ? null : Read(scenario, variable => run.Values(variable));
    }

    /// <summary>One run and as many draws.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="chances">How its measures are delivered and how well the inventory is known.</param>
    /// <param name="draws">How many.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Without draws where they would be too many; null where one run is too large.</returns>
    public ScenarioRun? Draw(
        ScenarioCase scenario,
        Chances chances,
        int draws = DrawCount,
        CancellationToken cancellation = default
    ) =>
        Run(scenario, cancellation) is not { } run ? null
        : Samples(run, chances, draws, cancellation) is { } samples
            ? run with
            {
                Samples = samples,
                Bands = [.. samples.Select(s => Band.Of(s))],
            }
        : run;

    /// <summary>What part of the spread of a year each uncertain input brings; null where nothing was drawn.</summary>
    internal ModelTrust? Trust(ScenarioCase scenario, Chances chances, ScenarioRun run, int year)
    {
        if (!run.IsDrawn || run.At(year) is null)
        {
            return null;
        }

        // What the variance loses without the chances of delivery is theirs; what it loses then without the error of the
        // inventory is the inventory's.
        var count = run.Samples[0].Length;
        if (
            Samples(run, chances with { Delivery = null }, count, default) is not { } undelivered
            || Samples(run, Chances.None, count, default) is not { } undisturbed
        )
        {
            return null;
        }

        var plain = undisturbed[year - run.FirstYear];
        var draws = new Draws(_model.Model, plain.Length, Seed, Design.Random, scenario.Settings);
        var trust = ModelTrust.Of(_model.Model, _model.Emissions, Spread.Of(_model.Model, draws, plain));
        var (all, delivered) = (
            Variance(run.Samples[year - run.FirstYear]),
            Variance(undelivered[year - run.FirstYear])
        );
        var delivery = Lost(all, delivered);
        var inventory = (1 - delivery) * Lost(delivered, Variance(plain));
        var rest = 1 - delivery - inventory;
        return trust with
        {
            UnverifiedShare = delivery + (rest * trust.UnverifiedShare),
            DeliveryShare = delivery,
            InventoryShare = inventory,
            Drivers = [.. trust.Drivers.Select(d => d with { Share = d.Share * rest })],
        };

        static double Lost(double before, double after) => before <= 0 ? 0 : Math.Clamp(1 - (after / before), 0, 1);
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private ScenarioRun Read(ScenarioCase scenario, Func<BoundVariable, double[]> values)
    {
        var years = _model.Model.YearCount;
        ImmutableArray<double> Sum(BoundVariable variable, double factor)
        {
            var all = values(variable);
            return
            [
                .. Enumerable
                    .Range(0, years)
                    .Select(y =>
                    {
                        var sum = 0.0;
                        for (var cell = 0; cell < variable.Cells; cell++)
                        {
                            sum += all[(y * variable.Cells) + cell];
                        }

                        return sum * factor;
                    }),
            ];
        }

        return new ScenarioRun(
            scenario,
            _model.FirstYear,
            Sum(_model.Emissions, _model.Factor),
            [.. _model.Lines.Select(l => new LinePath(l, Sum(l.Variable, l.Factor)))]
        )
        {
            Costs = [.. _model.Costs.Select(c => new CostPath(c, Sum(c.Variable, c.Factor)))],
        };
    }

    private ImmutableArray<double[]>? Samples(
        ScenarioRun run,
        Chances chances,
        int count,
        CancellationToken cancellation
    )
    {
        var scenario = run.Case;
        ImmutableArray<BoundVariable> outputs = [_model.Emissions];
        var layout = new SampleLayout(_model.Model, outputs);
        var draws = new Draws(_model.Model, count, Seed, Design.Random, scenario.Settings);
        var lanes = new DeliveredDraws(_model.Model, draws, scenario, chances, Seed);
        if (
            SampleSink.Create(count, layout.Numbers, SamplePrecision.Double, MostBytes) is not { } sink
            || !_engine.Run(lanes, outputs, sink, Environment.ProcessorCount, null, cancellation).IsDone
        )
        {
            return null;
        }

        var error = RandomNumbers.Of(Seed, "error of the inventory");
        var years = ImmutableArray.CreateBuilder<double[]>(layout.YearCount);
        for (var year = 0; year < layout.YearCount; year++)
        {
            var sums = new double[count];
            for (var cell = 0; cell < _model.Emissions.Cells; cell++)
            {
                var more = sink.Of(layout.At(0, year, cell));
                for (var draw = 0; draw < count; draw++)
                {
                    sums[draw] += more[draw];
                }
            }

            // An inventory is as uncertain as what it counts is large, though sinks may bring its total near zero.
            var width = chances.InventoryError * run.Gross(year + run.FirstYear);
            for (var draw = 0; draw < count; draw++)
            {
                sums[draw] *= _model.Factor;
                if (width > 0)
                {
                    sums[draw] += width * StandardNormal.Quantile(error.Share(draw, 0));
                }
            }

            years.Add(sums);
        }

        return years.MoveToImmutable();
    }

    private static double Variance(double[] sample)
    {
        var mean = sample.Average();
        return sample.Average(x => (x - mean) * (x - mean));
    }
}

/// <summary>What is uncertain beside the inputs of a model.</summary>
/// <param name="Delivery">How a measure may be delivered; null where all are as stated.</param>
/// <param name="InventoryError">Standard error of the inventory's total, as a share of it; 0 where it is not stated.</param>
public sealed record Chances(Func<ActiveMeasure, MeasureDelivery>? Delivery, double InventoryError)
{
    /// <summary>The last year of which it is known how far measures have come; null without an inventory: then the year before the model's first.</summary>
    public int? Present { get; init; }

    /// <summary>Nothing beside the model's own inputs.</summary>
    public static Chances None { get; } = new(null, 0);
}
