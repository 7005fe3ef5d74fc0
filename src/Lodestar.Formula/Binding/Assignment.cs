// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Problems;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>Fits a formula to what it is the value of: its unit, its axes, and whether it may stand for each label.</summary>
internal static class Assignment
{
    /// <param name="name">Of what it is the value.</param>
    /// <param name="isShareOf">The axis over which the variable is shares of one whole.</param>
    public static BoundExpression? Fit(
        Value value,
        string name,
        Unit unit,
        ImmutableArray<Axis> axes,
        ProblemBag bag,
        Axis? isShareOf = null
    )
    {
        if (value.Axes.FirstOrDefault(a => !axes.Contains(a)) is { } surplus)
        {
            bag.Add(Fault.SurplusAxis, value.Span, ("axis", surplus.Name), ("name", name));
            return null;
        }

        var node = value.IsZero ? new Constant(0, unit) { Span = value.Span } : value.Node;
        if (!node.Unit.CompatibleWith(unit))
        {
            Differ(value, unit, bag);
            return null;
        }

        if (value.Extent == Extent.Total && isShareOf is null && axes.FirstOrDefault(a => !value.Has(a)) is { } missing)
        {
            bag.Add(
                Fault.TotalReplicated,
                value.Span,
                ("name", value.Span.Text),
                ("axis", missing.Name),
                ("count", missing.Count)
            );
            return null;
        }

        return node.To(unit);
    }

    private static void Differ(Value value, Unit unit, ProblemBag bag)
    {
        var extra = UnitText.Extra(value.Unit, unit);
        bag.Add(
            extra is null ? Fault.UnitOfVariable : Fault.UnitPer,
            value.Span,
            ("given", value.Unit.Symbol),
            ("wanted", unit.Symbol),
            ("extra", extra ?? "")
        );
    }

    public static BoundExpression? Fit(Value value, BoundVariable variable, ProblemBag bag) =>
        Fit(value, variable.Name, variable.Unit, variable.Axes, bag, variable.SumsToOne);

    /// <summary>A number that stands alone is in the unit of its variable, unless it states its own.</summary>
    public static Value InUnitOf(Value value, Unit unit, bool statesUnit) =>
        statesUnit || value.Node is not Constant constant
            ? value
            : value with
            {
                Node = new Constant(constant.Value, unit) { Span = constant.Span },
            };
}
