// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Interpret;

namespace Lodestar.Formula.Explain;

/// <summary>A value that is no finite number, where it began.</summary>
/// <param name="Variable">The first variable, in the order of evaluation, that is not finite.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Labels">The labels of the cell.</param>
/// <param name="Value">Not a number, or infinite.</param>
public sealed record NotFinite(BoundVariable Variable, int Year, ImmutableArray<string> Labels, double Value);

/// <summary>Finds where what went wrong in a run began.</summary>
public static class Origins
{
    /// <summary>The first value that is not finite: all others that are not follow from such ones.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">A run of it.</param>
    /// <returns>Null when every value is finite.</returns>
    public static NotFinite? FirstNotFinite(BoundModel model, InterpretedRun run)
    {
        foreach (var stratum in model.Strata)
        {
            for (var year = 0; year < model.YearCount; year++)
            {
                foreach (var variable in stratum)
                {
                    var values = run.Values(variable).Slice(year * variable.Cells, variable.Cells);
                    for (var cell = 0; cell < values.Length; cell++)
                    {
                        if (!double.IsFinite(values[cell]))
                        {
                            return new(variable, model.FirstYear + year, LabelsOf(variable, cell), values[cell]);
                        }
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The labels of a cell, in the order of the variable's axes.</summary>
    /// <param name="variable">A variable.</param>
    /// <param name="cell">One of its cells.</param>
    /// <returns>A label for each axis.</returns>
    public static ImmutableArray<string> LabelsOf(BoundVariable variable, int cell)
    {
        var labels = new string[variable.Axes.Length];
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            var axis = variable.Axes[i];
            labels[i] = axis.Labels[cell % axis.Count];
            cell /= axis.Count;
        }

        return [.. labels];
    }
}
