// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Climate.Answers;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Planning.Model;

/// <summary>An answer of a model over its years; one with axes is added up over them.</summary>
/// <param name="Variable">The answer.</param>
/// <param name="FirstYear">The year of the first band.</param>
/// <param name="Bands">Year by year, over the draws, in the variable's unit.</param>
public sealed record OutcomePath(BoundVariable Variable, int FirstYear, IReadOnlyList<Band> Bands)
{
    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + Bands.Count - 1;

    /// <summary>The range of a year.</summary>
    public Band In(int year) => Bands[year - FirstYear];
}

/// <summary>What a place's model says: its answers with their ranges, how near it comes to what was observed, and what the ranges rest on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Central">The run in which nothing is drawn: what is uncertain stands at its median.</param>
/// <param name="Numbers">The numbers of that run.</param>
/// <param name="Paths">The answers: emissions first, then those that most of the model leads to.</param>
/// <param name="Fits">The model beside what was observed.</param>
/// <param name="Trust">What the range of the first answer rests on.</param>
public sealed record ModelOutlook(
    BoundModel Model,
    InterpretedRun Central,
    ImmutableArray<double> Numbers,
    ImmutableArray<OutcomePath> Paths,
    ImmutableArray<FitReport> Fits,
    ModelTrust Trust
)
{
    /// <summary>How many draws the ranges are of.</summary>
    public const int DrawCount = 1000;

    /// <summary>The same draws everywhere.</summary>
    public const ulong Seed = 1;

    // A page must come at once, whatever a plan holds.
    private const double MostWork = 2e9;
    private const long MostBytes = 128L << 20;

    /// <summary>The emissions that most of the model leads to; the answer that it does where none is emissions.</summary>
    public OutcomePath Headline => Paths[0];

    /// <summary>Runs a model.</summary>
    /// <param name="model">A checked model.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where it is too large to be run while somebody waits.</returns>
    public static ModelOutlook? Of(BoundModel model, CancellationToken cancellation = default)
    {
        ImmutableArray<BoundVariable> outcomes = [.. ModelAnswers.Of(model)];
        var layout = new SampleLayout(model, outcomes);
        using var engine = new Engine(model, new EngineOptions { MostWork = MostWork, MostBytes = MostBytes });
        if (
            outcomes.IsEmpty
            || engine.Cost().Work > MostWork / DrawCount
            || SampleSink.Create(DrawCount, layout.Numbers, SamplePrecision.Double, MostBytes) is not { } sink
        )
        {
            return null;
        }

        var draws = new Draws(model, DrawCount, Seed, Design.Random, Settings.None);
        if (!engine.Run(draws, outcomes, sink, Environment.ProcessorCount, null, cancellation).IsDone)
        {
            return null;
        }

        var samples = outcomes.Select((o, i) => Samples(layout, sink, i)).ToList();
        var numbers = Settings.None.Lane(model);
        return new ModelOutlook(
            model,
            InterpretedRun.Of(model, numbers, cancellation),
            [.. numbers],
            [.. outcomes.Zip(samples, (o, s) => new OutcomePath(o, model.FirstYear, [.. s.Select(y => Band.Of(y))]))],
            FitReport.Of(model, cancellation),
            ModelTrust.Of(model, outcomes[0], Spread.Of(model, draws, samples[0][^1]))
        );
    }

    /// <summary>Whether every range is of numbers.</summary>
    public bool IsFinite => Paths.All(p => p.Bands.All(b => double.IsFinite(b.P05) && double.IsFinite(b.P95)));

    /// <summary>By year, the draws of an answer.</summary>
    private static double[][] Samples(SampleLayout layout, SampleSink sink, int output)
    {
        var years = new double[layout.YearCount][];
        for (var year = 0; year < years.Length; year++)
        {
            var sums = sink.Of(layout.At(output, year, 0));
            for (var cell = 1; cell < layout.Outputs[output].Cells; cell++)
            {
                var more = sink.Of(layout.At(output, year, cell));
                for (var draw = 0; draw < sums.Length; draw++)
                {
                    sums[draw] += more[draw];
                }
            }

            years[year] = sums;
        }

        return years;
    }
}
