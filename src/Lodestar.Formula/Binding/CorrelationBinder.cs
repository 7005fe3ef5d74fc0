// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Puts tied parameters into groups; pairs of one group that nothing is said of are not tied.</summary>
internal sealed class CorrelationBinder(ModelScope scope)
{
    public ImmutableArray<CorrelatedGroup> Bind(IEnumerable<(CorrelationText Correlation, string Prefix)> texts)
    {
        var ties = new List<(Parameter A, Parameter B, double Value, Piece At)>();
        foreach (var (text, prefix) in texts)
        {
            var parameters = text.Between.Select(p => ParameterOf(p, prefix)).ToList();
            var value = Quantity.Read(text.Is.Text.Trim()).Quantity;
            if (parameters.Any(p => p is null))
            {
                continue;
            }

            if (parameters.Distinct().Count() < Math.Max(2, parameters.Count))
            {
                scope.Bag.Add(Fault.ImpossibleCorrelation, Span.Of(text.Is));
                continue;
            }

            if (value is not { } number || !number.Unit.Dimension.IsDimensionless || !(Math.Abs(number.Value) <= 1))
            {
                scope.Bag.Add(Fault.ImpossibleCorrelation, Span.Of(text.Is));
                continue;
            }

            for (var i = 0; i < parameters.Count; i++)
            {
                for (var j = i + 1; j < parameters.Count; j++)
                {
                    if (
                        ties.Any(t =>
                            (t.A, t.B) == (parameters[i], parameters[j]) || (t.B, t.A) == (parameters[i], parameters[j])
                        )
                    )
                    {
                        scope.Bag.Add(Fault.ImpossibleCorrelation, Span.Of(text.Is));
                        continue;
                    }

                    ties.Add((parameters[i]!, parameters[j]!, number.Value * number.Unit.Scale, text.Is));
                }
            }
        }

        var groups = ImmutableArray.CreateBuilder<CorrelatedGroup>();
        var left = ties.SelectMany(t => new[] { t.A, t.B }).Distinct().OrderBy(p => p.Index).ToList();
        while (left.Count > 0)
        {
            var members = new HashSet<Parameter> { left[0] };
            while (ties.Any(t => members.Contains(t.A) != members.Contains(t.B)))
            {
                foreach (var tie in ties.Where(t => members.Contains(t.A) || members.Contains(t.B)))
                {
                    members.Add(tie.A);
                    members.Add(tie.B);
                }
            }

            left.RemoveAll(members.Contains);
            if (Group([.. members.OrderBy(p => p.Index)], ties) is { } group)
            {
                groups.Add(group);
            }
        }

        return groups.ToImmutable();
    }

    private Parameter? ParameterOf(Piece name, string prefix)
    {
        var symbol = scope.Find(name.Text.Trim(), [prefix, ""]);
        if (symbol is null)
        {
            scope.Bag.Add(
                new Problem(Fault.UnknownName, Span.Of(name))
                {
                    Values = [("name", name.Text)],
                    Suggestions = Nearest.To(name.Text, scope.Symbols.Keys),
                }
            );
            return null;
        }

        var parameter = scope.Parameters.FirstOrDefault(p => p.Name == symbol.Name && p.Distribution is not null);
        if (parameter is null)
        {
            scope.Bag.Add(Fault.NotUncertain, Span.Of(name), ("name", symbol.Name));
        }

        return parameter;
    }

    private CorrelatedGroup? Group(
        ImmutableArray<Parameter> members,
        List<(Parameter A, Parameter B, double Value, Piece At)> ties
    )
    {
        var matrix = new double[members.Length, members.Length];
        Piece? at = null;
        for (var i = 0; i < members.Length; i++)
        {
            matrix[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                var tie = ties.LastOrDefault(t =>
                    (t.A == members[i] && t.B == members[j]) || (t.A == members[j] && t.B == members[i])
                );
                at = tie.At ?? at;
                matrix[i, j] = matrix[j, i] = tie.Value;
            }
        }

        var isTied = members.All(m => m.Axes.SequenceEqual(members[0].Axes));
        if (isTied && IsPossible(matrix, members.Length))
        {
            return new CorrelatedGroup(members, matrix);
        }

        scope.Bag.Add(Fault.ImpossibleCorrelation, Span.Of(at!));
        return null;
    }

    /// <summary>Whether the matrix is positive semidefinite, by elimination.</summary>
    private static bool IsPossible(double[,] matrix, int size)
    {
        var a = (double[,])matrix.Clone();
        for (var k = 0; k < size; k++)
        {
            if (a[k, k] < -1e-9)
            {
                return false;
            }

            for (var i = k + 1; i < size; i++)
            {
                if (a[k, k] < 1e-9)
                {
                    if (Math.Abs(a[i, k]) > 1e-6)
                    {
                        return false;
                    }

                    continue;
                }

                for (var j = k + 1; j < size; j++)
                {
                    a[i, j] -= a[i, k] * a[k, j] / a[k, k];
                }
            }
        }

        return true;
    }
}
