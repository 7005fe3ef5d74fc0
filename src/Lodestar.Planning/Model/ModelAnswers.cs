// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Units;

namespace Lodestar.Planning.Model;

/// <summary>Which answer of a model is the one that it is made for.</summary>
internal static class ModelAnswers
{
    private static readonly Unit OneYear = Unit.Parse("yr");

    /// <summary>Answers that are one number a year, or add up to one: emissions first, then those that most of the model leads to.</summary>
    public static IEnumerable<BoundVariable> Of(BoundModel model) =>
        model
            .Outcomes.Where(o => !o.IsHidden && (o.Axes.IsEmpty || o.Extent == Extent.Total))
            .OrderByDescending(IsEmissions)
            .ThenByDescending(o => model.Only([o]).Strata.Sum(s => s.Length));

    /// <summary>Whether an answer is a mass of gas, or CO2e, a year.</summary>
    public static bool IsEmissions(BoundVariable answer)
    {
        var dimension = (answer.Unit * OneYear).Dimension;
        return dimension.IsCO2eMass(out _) || dimension.TryGetGasMass(out _);
    }
}
