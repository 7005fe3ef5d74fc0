// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Problems;

/// <summary>Something wrong with a model: data only, sentences live with the caller.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Span">Where.</param>
public sealed record Problem(Fault Fault, Span Span)
{
    /// <summary>What the sentence needs: names as each <see cref="Problems.Fault"/> says.</summary>
    public ImmutableArray<(string Name, object Value)> Values { get; init; } = [];

    /// <summary>What was likely meant instead of the text, the likeliest first.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>Whether the model runs all the same.</summary>
    public bool IsWarning =>
        Fault
            is Fault.UnusedVariable
                or Fault.ChangesEmissions
                or Fault.MeasureWithoutEffect
                or Fault.ChecksNothing
                or Fault.NegativeStock;
}

/// <summary>Collects problems; one place gives one problem.</summary>
internal sealed class ProblemBag
{
    private const int Most = 500;
    private readonly List<Problem> _problems = [];
    private readonly HashSet<(Piece Piece, int Start)> _places = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool HasErrors => _problems.Any(p => !p.IsWarning);

    public void Add(Fault fault, Span span, params ReadOnlySpan<(string, object)> values) =>
        Add(new Problem(fault, span) { Values = [.. values] });

    public void Add(Problem problem)
    {
        if (_problems.Count < Most && (problem.IsWarning || _places.Add((problem.Span.Piece, problem.Span.Start))))
        {
            _problems.Add(problem);
        }
    }
}
