// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;

namespace Lodestar.Cli.Model;

/// <summary>How often an inequality holds.</summary>
/// <param name="Formula">As it was asked.</param>
/// <param name="Shares">Of the draws, by year.</param>
/// <param name="Words">The same in words, by year; null where percentages may be said.</param>
/// <param name="ReplaceFirst">The unverified inputs that matter most.</param>
internal sealed record RunOdds(
    string Formula,
    double[] Shares,
    IReadOnlyList<Message>? Words,
    IReadOnlyList<string> ReplaceFirst
);

/// <summary>What the spread of one number in the last year comes from.</summary>
/// <param name="Name">The output, with its labels.</param>
/// <param name="Inputs">The inputs that matter most, the largest share first.</param>
internal sealed record RunDrivers(string Name, IReadOnlyList<SpreadInput> Inputs);

/// <summary>A model run with many draws, kept whole.</summary>
internal sealed class RunSample
{
    private const int MostInputs = 5;
    private const int MostNumbersDriven = 20;

    private readonly BoundModel _model;
    private readonly Draws _draws;
    private readonly SampleLayout _layout;
    private readonly SampleSink _sink;

    private RunSample(BoundModel model, Draws draws, SampleLayout layout, SampleSink sink) =>
        (_model, _draws, _layout, _sink) = (model, draws, layout, sink);

    /// <summary>Runs every draw; null where the numbers would not fit or the work is too much.</summary>
    public static RunSample? Of(
        BoundModel model,
        IReadOnlyList<BoundVariable> outputs,
        Draws draws,
        CancellationToken cancellation
    )
    {
        var layout = new SampleLayout(model, [.. outputs]);
        var sink = SampleSink.Create(
            draws.Count,
            layout.Numbers,
            SamplePrecision.Double,
            ModelRuns.MostNumbers * sizeof(double)
        );
        if (sink is null)
        {
            return null;
        }

        using var engine = new Engine(model);
        var done = engine.Run(draws, outputs, sink, Environment.ProcessorCount, null, cancellation);
        return done.IsDone ? new RunSample(model, draws, layout, sink) : null;
    }

    public Output Output(BoundVariable variable)
    {
        var count = variable.Cells * _model.YearCount;
        var (low, middle, high, mean) = (new double[count], new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var values = At(variable, i / variable.Cells, i % variable.Cells);
            double[] at = Percentiles.Of(values, [0.05, 0.5, 0.95]);
            (low[i], middle[i], high[i], mean[i]) = (at[0], at[1], at[2], values.Average());
        }

        return new Output(variable, middle, low, high, mean);
    }

    /// <summary>How often a check holds, by year; in words where most of its spread comes from what nobody has checked.</summary>
    public RunOdds Odds(BoundCheck check)
    {
        var odds = Enumerable
            .Range(0, _model.YearCount)
            .Select(year => Lodestar.Formula.Answers.Odds.OfTruth(Everywhere(check.Variable, year)))
            .ToList();
        var spread = Spread.Of(_model, _draws, Everywhere(check.Variable, _model.YearCount - 1));
        var isFirm = spread.ShareFromUnverified <= ModelTrust.MostUnverified;
        return new RunOdds(
            check.Subject.Piece.Text,
            [.. odds.Select(o => o.Share)],
            isFirm ? null : [.. odds.Select(OddsWords.Of)],
            isFirm ? [] : [.. spread.Inputs.Where(i => i.Share > 0).Take(3).Select(i => i.Parameter.Name)]
        );
    }

    public IEnumerable<RunDrivers> Drivers(IEnumerable<BoundVariable> outputs) =>
        outputs
            .SelectMany(o => Enumerable.Range(0, o.Cells).Select(cell => (Output: o, Cell: cell)))
            .Take(MostNumbersDriven)
            .Select(at => new RunDrivers(
                Name(at.Output, at.Cell),
                [
                    .. Spread
                        .Of(_model, _draws, At(at.Output, _model.YearCount - 1, at.Cell))
                        .Inputs.Where(i => i.Share > 0)
                        .Take(MostInputs),
                ]
            ));

    public static string Name(BoundVariable variable, int cell) => Name(variable.Name, variable.Axes, cell);

    public static string Name(SpreadInput input) => Name(input.Parameter.Name, input.Parameter.Axes, input.Cell);

    private static string Name(string name, ImmutableArray<Axis> axes, int cell) =>
        axes.IsEmpty ? name : $"{name}[{string.Join(", ", Cell.Labels(axes, cell))}]";

    /// <summary>Where a condition has labels, whether it holds for all of them.</summary>
    private double[] Everywhere(BoundVariable variable, int year) =>
        Enumerable
            .Range(0, variable.Cells)
            .Select(cell => At(variable, year, cell))
            .Aggregate((a, b) => [.. a.Zip(b, Math.Min)]);

    private double[] At(BoundVariable variable, int year, int cell) =>
        _sink.Of(_layout.At(_layout.Outputs.IndexOf(variable), year, cell));
}
