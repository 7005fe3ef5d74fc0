// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Cli.Model;

/// <summary>Values of one output: of one run, or what a sample of runs says.</summary>
/// <param name="Variable">The output.</param>
/// <param name="Values">By year, then by cell; the median of a sample.</param>
/// <param name="Low">The 5th percentile; null for one run.</param>
/// <param name="High">The 95th percentile; null for one run.</param>
/// <param name="Mean">The mean; null for one run.</param>
internal sealed record Output(BoundVariable Variable, double[] Values, double[]? Low, double[]? High, double[]? Mean);

/// <summary>Runs models for the command line.</summary>
internal static class ModelRuns
{
    /// <summary>Numbers that a sample may hold at once.</summary>
    public const long MostNumbers = 60_000_000;

    public static Output Of(InterpretedRun run, BoundVariable variable) =>
        new(variable, run.Values(variable).ToArray(), null, null, null);

    /// <summary>How many numbers a sample of the outputs is.</summary>
    public static long Numbers(BoundModel model, IEnumerable<BoundVariable> outputs, int draws) =>
        outputs.Sum(o => (long)o.Cells) * model.YearCount * draws;

    /// <summary>Runs every lane and keeps the middle and the ends of what comes out.</summary>
    public static IReadOnlyList<Output> Sample(
        BoundModel model,
        IReadOnlyList<BoundVariable> outputs,
        ILaneValues lanes,
        CancellationToken cancellation
    )
    {
        var only = model.Only(outputs);
        var samples = outputs.Select(o => new double[o.Cells * model.YearCount][]).ToArray();
        foreach (var places in samples)
        {
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = new double[lanes.Count];
            }
        }

        var numbers = new double[Lanes.ParameterCells(model) * Lanes.Width];
        var one = new double[Lanes.ParameterCells(model)];
        for (var first = 0; first < lanes.Count; first += Lanes.Width)
        {
            lanes.Fill(first, numbers);
            for (var lane = 0; lane < Math.Min(Lanes.Width, lanes.Count - first); lane++)
            {
                for (var i = 0; i < one.Length; i++)
                {
                    one[i] = numbers[(i * Lanes.Width) + lane];
                }

                var run = InterpretedRun.Of(only, one, cancellation);
                for (var o = 0; o < outputs.Count; o++)
                {
                    var values = run.Values(outputs[o]);
                    for (var i = 0; i < values.Length; i++)
                    {
                        samples[o][i][first + lane] = values[i];
                    }
                }
            }
        }

        return [.. outputs.Select((v, o) => Summary(v, samples[o]))];
    }

    private static Output Summary(BoundVariable variable, double[][] samples)
    {
        var (low, middle, high) = (new double[samples.Length], new double[samples.Length], new double[samples.Length]);
        for (var i = 0; i < samples.Length; i++)
        {
            double[] at = Percentiles.Of(samples[i], [0.05, 0.5, 0.95]);
            (low[i], middle[i], high[i]) = (at[0], at[1], at[2]);
        }

        return new Output(variable, middle, low, high, [.. samples.Select(s => s.Average())]);
    }
}
