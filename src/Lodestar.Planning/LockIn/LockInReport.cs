// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;

namespace Lodestar.Planning.LockIn;

/// <summary>How much of a line of emissions is committed.</summary>
/// <param name="Line">The line.</param>
/// <param name="Stock">The stock that commits the most of it; null where none carries it.</param>
/// <param name="Emissions">What the line emits after the year in the scenario, in its unit, yearly flows added up.</param>
/// <param name="Standing">Of it, by what stood in the first year or was installed until today.</param>
/// <param name="Planned">Of it, by what is installed after today until the last year of building.</param>
public sealed record CommittedLine(
    BoundVariable Line,
    BoundVariable? Stock,
    double Emissions,
    double Standing,
    double Planned
)
{
    /// <summary>The category of the inventory.</summary>
    public string? Category => Line.Category;

    /// <summary>All that is committed.</summary>
    public double Committed => Standing + Planned;
}

/// <summary>
/// What the stocks of vintages of a model commit: emissions of years to come by what stands already or is planned, with
/// its use and its factors as in the scenario.
/// </summary>
/// <param name="FirstYear">The first year of the model.</param>
/// <param name="Stocks">Each stock of vintages by itself. Two may carry the same line, as a house and its boiler do: what they commit is not to be added.</param>
/// <param name="Lines">The lines of emissions, with what each emits in the scenario, by year: all cells together.</param>
public sealed record LockInReport(
    int FirstYear,
    ImmutableArray<StockLockIn> Stocks,
    ImmutableArray<(BoundVariable Line, ImmutableArray<double> Emissions)> Lines
)
{
    /// <summary>Follows the vintages of every stock of a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="scenario">What is set; what is uncertain stands at its median.</param>
    /// <param name="options">Limits, and how it computes.</param>
    /// <param name="threads">At most so many threads; results do not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where it takes more than the limits allow. A model without stocks of vintages has a report without stocks.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LockInReport? Of(
        BoundModel model,
        Settings scenario,
        EngineOptions? options = null,
        int threads = 1,
        CancellationToken cancellation = default
    )
    {
        ImmutableArray<BoundVariable> lines =
        [
            .. model.Strata.SelectMany(s => s).Where(v => v.Category is not null).OrderBy(v => v.Index),
        ];
        var emissions = ImmutableArray<(BoundVariable, ImmutableArray<double>)>.Empty;
        if (!lines.IsEmpty)
        {
            using var engine = new Engine(model, options);
            using var run = engine.Run(scenario.Lane(model), lines, cancellation).Run;
            if (run is null)
            {
                return null;
            }

            emissions = [.. lines.Select(l => (l, Totals(l, run.Values(l)).ToImmutableArray()))];
        }

        var stocks = ImmutableArray.CreateBuilder<StockLockIn>();
        foreach (var stock in VintageStock.Of(model))
        {
            var cohorts = CohortModel.Of(model, stock, lines);
            if (cohorts.Lines.IsEmpty)
            {
                // It carries no emissions: roofs that are counted for what they cost.
                continue;
            }

            if (Of(cohorts, scenario, options, threads, cancellation) is not { } one)
            {
                return null;
            }

            stocks.Add(one);
        }

        return new LockInReport(model.FirstYear, stocks.ToImmutable(), emissions);
    }

    /// <summary>What is committed of every line; where several stocks carry one, by the stock that commits the most of it.</summary>
    /// <param name="after">Emissions of the years after this one.</param>
    /// <param name="today">Until this year what is installed counts as standing.</param>
    /// <param name="builtUntil">The last year in which anything is built: this year counts what stands, the year itself what is planned until then.</param>
    /// <returns>In the order of <see cref="Lines"/>.</returns>
    public ImmutableArray<CommittedLine> Committed(int after, int today, int builtUntil) =>
        [
            .. Lines.Select(l =>
            {
                var total = l.Emissions.Skip(Math.Max(0, after + 1 - FirstYear)).Sum();
                var most = Stocks
                    .Select(s => (Stock: s, Place: s.Lines.IndexOf(l.Line)))
                    .Where(s => s.Place >= 0)
                    .Select(s => new CommittedLine(
                        l.Line,
                        s.Stock.Stock,
                        total,
                        s.Stock.Committed(s.Place, after, FirstYear, Math.Min(today, builtUntil)),
                        s.Stock.Committed(s.Place, after, today + 1, builtUntil)
                    ))
                    .MaxBy(c => c.Committed);
                return most ?? new CommittedLine(l.Line, null, total, 0, 0);
            }),
        ];

    private static StockLockIn? Of(
        CohortModel cohorts,
        Settings scenario,
        EngineOptions? options,
        int threads,
        CancellationToken cancellation
    )
    {
        var model = cohorts.Model;
        ImmutableArray<BoundVariable> outputs =
        [
            cohorts.Chosen,
            cohorts.Share,
            .. cohorts.Lines.Select(l => l.Carried),
        ];
        // A lane a vintage; then a lane a label, with all its vintages.
        var lanes = new LaneTable(
            model,
            [
                .. Enumerable
                    .Range(model.FirstYear, model.YearCount)
                    .Select(year => scenario.With(cohorts.From, year).With(cohorts.To, year)),
                .. Enumerable.Range(0, cohorts.Only.Cells).Select(cell => scenario.With(cohorts.Only, Mask(cell))),
            ]
        );
        var layout = new SampleLayout(model, outputs);
        using var engine = new Engine(model, options);
        if (
            SampleSink.Create(lanes.Count, layout.Numbers, SamplePrecision.Double) is not { } sink
            || !engine.Run(lanes, outputs, sink, threads, null, cancellation).IsDone
        )
        {
            return null;
        }

        return new StockLockIn(
            cohorts,
            [
                .. Enumerable
                    .Range(2, outputs.Length - 2)
                    .Select(o => ByLane(o).Select(v => Totals(outputs[o], v)).ToArray()),
            ],
            ByLane(0),
            ByLane(1)[0]
        );

        double[] Mask(int cell)
        {
            var mask = new double[cohorts.Only.Cells];
            mask[cell] = 1;
            return mask;
        }

        // By lane, then year and cell, out of what the sink has by year and cell, then lane.
        double[][] ByLane(int output)
        {
            var numbers = model.YearCount * outputs[output].Cells;
            var start = layout.At(output, 0, 0);
            var result = new double[lanes.Count][];
            for (var lane = 0; lane < result.Length; lane++)
            {
                result[lane] = new double[numbers];
            }

            for (var number = 0; number < numbers; number++)
            {
                var values = sink.Of(start + number);
                for (var lane = 0; lane < values.Length; lane++)
                {
                    result[lane][number] = values[lane];
                }
            }

            return result;
        }
    }

    /// <summary>The cells of each year added up.</summary>
    private static double[] Totals(BoundVariable variable, double[] values)
    {
        var totals = new double[values.Length / variable.Cells];
        for (var i = 0; i < values.Length; i++)
        {
            totals[i / variable.Cells] += values[i];
        }

        return totals;
    }
}
