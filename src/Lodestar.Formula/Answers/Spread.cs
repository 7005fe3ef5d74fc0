// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;

namespace Lodestar.Formula.Answers;

/// <summary>How one uncertain number moves with an output.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Cell">Its cell, from 0.</param>
/// <param name="Correlation">Spearman's rank correlation with the output.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Share">Its share of the spread; see <see cref="Spread"/>.</param>
public sealed record SpreadInput(
    Parameter Parameter,
    int Cell,
    double Correlation,
    double Low,
    double High,
    double Share
);

/// <summary>
/// Which uncertain numbers the spread of an output comes from. Shares are squared rank correlations, less what chance
/// alone would give (1 / (n − 1)), divided by their sum. They rank inputs and hold as shares where the output rises or
/// falls steadily with each input and the inputs are not tied: an input that matters only together with another, or both
/// ways, shows too small; tied inputs each count what they share.
/// </summary>
/// <param name="Inputs">The inputs, the largest share first, equals in the order of the model.</param>
/// <param name="Count">How many draws had a number.</param>
public sealed record Spread(ImmutableArray<SpreadInput> Inputs, int Count)
{
    private static readonly string[] Unverified = ["default", "estimated"];

    /// <summary>The spread of an output over the draws it was run with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="draws">The draws: they are counted, and can be had again.</param>
    /// <param name="output">A value a draw; NaN leaves the draw out.</param>
    /// <returns>The inputs that were drawn, ranked; all shares 0 when none moves the output more than chance would.</returns>
    public static Spread Of(BoundModel model, Draws draws, ReadOnlySpan<double> output)
    {
        var known = new List<int>();
        for (var draw = 0; draw < output.Length; draw++)
        {
            if (!double.IsNaN(output[draw]))
            {
                known.Add(draw);
            }
        }

        var outputs = new double[known.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = output[known[i]];
        }

        var ranks = Ranks.Of(outputs);
        var found = new List<SpreadInput>();
        var values = new double[known.Count];
        foreach (var parameter in model.Parameters.Where(draws.IsDrawn))
        {
            for (var cell = 0; cell < parameter.Cells; cell++)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = draws.Value(parameter, known[i], cell);
                }

                var correlation = Ranks.Correlation(Ranks.Of(values), ranks);
                var (low, high) = Interval(correlation, values.Length);
                var weight = Math.Max(0, (correlation * correlation) - (1.0 / (values.Length - 1)));
                found.Add(new(parameter, cell, correlation, low, high, values.Length > 1 ? weight : 0));
            }
        }

        var total = found.Sum(i => i.Share);
        return new(
            [.. found.Select(i => i with { Share = total > 0 ? i.Share / total : 0 }).OrderByDescending(i => i.Share)],
            known.Count
        );
    }

    /// <summary>
    /// What share of the spread comes from inputs that nobody has checked: graded default or estimated, or not graded.
    /// Above one half a result is given as a range in words and not as a percentage, with the inputs to replace first.
    /// </summary>
    public double ShareFromUnverified =>
        Inputs.Where(i => i.Parameter.Grade is not { } grade || Unverified.Contains(grade)).Sum(i => i.Share);

    /// <summary>
    /// A 95 % interval by Fisher's z, whose standard error for ranks is √((1 + r²/2) / (n − 3)) (Bonett and Wright 2000,
    /// Psychometrika 65, 23–28).
    /// </summary>
    private static (double Low, double High) Interval(double correlation, int count)
    {
        if (count <= 3)
        {
            return (-1, 1);
        }

        var half = StandardNormal.Quantile(0.975) * Math.Sqrt((1 + (correlation * correlation / 2)) / (count - 3));
        var z = Math.Atanh(correlation);
        return (Math.Tanh(z - half), Math.Tanh(z + half));
    }
}
