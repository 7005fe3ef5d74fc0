// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
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
}
