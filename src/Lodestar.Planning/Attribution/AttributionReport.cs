// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Attribution;

/// <summary>What one player takes away from an output over a range of years, in the output's unit; yearly flows are added up.</summary>
/// <param name="Id">The player's id.</param>
/// <param name="Shapley">Its Shapley value: above zero it lowers the output, below zero it raises it.</param>
/// <param name="FirstIn">Its effect when nobody else takes part.</param>
/// <param name="LastIn">Its effect when everybody else takes part already.</param>
/// <param name="StandardError">Of the Shapley value; null when it is exact.</param>
public sealed record EffectOverYears(string Id, double Shapley, double FirstIn, double LastIn, double? StandardError);

/// <summary>
/// What everybody takes away from the outputs, shared out among the players: in every year
/// without − Σ Shapley values = with. Cells of an output with axes are added up in every answer.
/// </summary>
public sealed class AttributionReport
{
    private readonly SampleLayout layout;
    private readonly double[] without;
    private readonly double[] with;
    private readonly IReadOnlyDictionary<(int, int), double[]> interactions;

    internal AttributionReport(
        SampleLayout layout,
        int firstYear,
        ImmutableArray<PlayerEffect> effects,
        double[] without,
        double[] with,
        IReadOnlyDictionary<(int, int), double[]> interactions
    )
    {
        (this.layout, FirstYear, Effects) = (layout, firstYear, effects);
        (this.without, this.with, this.interactions) = (without, with, interactions);
    }

    /// <summary>The variables whose change is attributed.</summary>
    public ImmutableArray<BoundVariable> Outputs => layout.Outputs;

    /// <summary>The first year.</summary>
    public int FirstYear { get; }

    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + layout.YearCount - 1;

    /// <summary>The players in the order of the wish.</summary>
    public ImmutableArray<PlayerEffect> Effects { get; }

    /// <summary>In how many parts the players were computed that do not meet on the way to the outputs.</summary>
    public required int Parts { get; init; }

    /// <summary>How many pairs of orders a sampled part was computed with; 0 where every part is exact.</summary>
    public required int Pairs { get; init; }

    /// <summary>How many runs of the model it took.</summary>
    public required int Runs { get; init; }

    /// <summary>Whether every value is exact, and not sampled.</summary>
    public bool IsExact => Pairs == 0;

    /// <summary>Whether every number is one.</summary>
    public bool IsFinite =>
        Array.TrueForAll(without, double.IsFinite)
        && Array.TrueForAll(with, double.IsFinite)
        && Effects.All(e => Array.TrueForAll(e.Shapley, double.IsFinite));

    /// <summary>The output when no player takes part.</summary>
    /// <param name="output">Its place among <see cref="Outputs"/>.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>In its unit.</returns>
    public double Without(int output, int from, int to) => Sum(without, output, from, to);

    /// <summary>The output when all players take part.</summary>
    /// <param name="output">Its place among <see cref="Outputs"/>.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>In its unit.</returns>
    public double With(int output, int from, int to) => Sum(with, output, from, to);

    /// <summary>What each player takes away, over years.</summary>
    /// <param name="output">The output's place among <see cref="Outputs"/>.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>In the order of <see cref="Effects"/>.</returns>
    public ImmutableArray<EffectOverYears> Of(int output, int from, int to) =>
        [
            .. Effects.Select(e => new EffectOverYears(
                e.Player.Id,
                Sum(e.Shapley, output, from, to),
                Sum(e.FirstIn, output, from, to),
                Sum(e.LastIn, output, from, to),
                e.Sampled is { } sampled ? StandardError([.. sampled.Select(s => Sum(s, output, from, to))]) : null
            )),
        ];

    /// <summary>The table as it is shown: without − Σ effects = with, to the last digit.</summary>
    /// <param name="output">The output's place among <see cref="Outputs"/>.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <param name="decimals">How many decimals are shown.</param>
    /// <returns>The parts in the order of <see cref="Effects"/>; null where a number is none or too great.</returns>
    public RoundedChange? Table(int output, int from, int to, int decimals)
    {
        var parts = Effects.Select(e => Sum(e.Shapley, output, from, to)).ToArray();
        return Rounding.Change(Without(output, from, to), parts, With(output, from, to), decimals);
    }

    /// <summary>
    /// What two players take away together beyond what each takes away for the rest. Below zero they overlap, above zero
    /// each helps the other.
    /// </summary>
    /// <param name="first">The place of one among <see cref="Effects"/>.</param>
    /// <param name="second">The place of the other.</param>
    /// <param name="output">The output's place among <see cref="Outputs"/>.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The last year; added up from the first.</param>
    /// <returns>0 for players that do not meet; null where interactions were not asked for.</returns>
    public double? Interaction(int first, int second, int output, int from, int to)
    {
        if (interactions.TryGetValue((Math.Min(first, second), Math.Max(first, second)), out var table))
        {
            return Sum(table, output, from, to);
        }

        var isUnknown = !Effects[first].IsExact && !Effects[second].IsExact && !interactions.Keys.Any(Sampled);
        return isUnknown ? null : 0;

        bool Sampled((int I, int J) pair) => !Effects[pair.I].IsExact;
    }

    private double Sum(double[] numbers, int output, int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, LastYear);
        var sum = 0.0;
        for (var year = from - FirstYear; year <= to - FirstYear; year++)
        {
            for (var cell = 0; cell < Outputs[output].Cells; cell++)
            {
                sum += numbers[layout.At(output, year, cell)];
            }
        }

        return sum;
    }

    /// <summary>Of a mean: √(Σ (x − x̄)² / (n (n − 1))).</summary>
    private static double StandardError(double[] sample)
    {
        var mean = sample.Sum() / sample.Length;
        return Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / sample.Length / (sample.Length - 1));
    }
}
