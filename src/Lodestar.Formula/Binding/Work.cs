// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Binding;

/// <summary>How much a run computes, known before it begins.</summary>
internal static class Work
{
    /// <summary>The numbers that one run computes, over all variables, parts of formulas, cells and years.</summary>
    public static double Of(IEnumerable<BoundVariable> variables, int years) =>
        variables.Sum(v => Of(v.Body, v.Cells, years) + (v.First is { } first ? Of(first, v.Cells, years) : 0)) * years;

    private static double Of(BoundExpression node, double cells, int years) =>
        node switch
        {
            ReductionExpression reduction => cells + Of(reduction.Body, cells * Cell.Count(reduction.Over), years),
            Survivors survivors => Of(survivors.Curve, cells * years, years),
            OverYears => cells * years,
            _ => cells + Ordering.PartsOf(node).Sum(part => Of(part, cells, years)),
        };
}
