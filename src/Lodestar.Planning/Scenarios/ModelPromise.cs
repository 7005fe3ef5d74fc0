// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Scenarios;

/// <summary>A year that something is promised for.</summary>
/// <param name="Limit">At most so much, in the unit of the plan's model.</param>
public sealed record PromisedStop(int Year, bool IsNetZero, double Limit);

/// <summary>What a place promised, in the unit of its model.</summary>
/// <param name="Stops">Milestones and the net-zero year, by year, past ones too.</param>
/// <param name="Path">The strategy's path in the unit of the inventory; null where there is none.</param>
/// <param name="Factor">From the unit of the inventory to that of the model.</param>
public sealed record ModelPromise(EquatableList<PromisedStop> Stops, LongTermPath? Path, double Factor)
{
    /// <summary>What is promised for a year: the milestone, else the path.</summary>
    public double? At(int year) =>
        Stops.Where(s => s.Year == year).Select(s => (double?)s.Limit).FirstOrDefault() ?? Path?.At(year) * Factor;

    /// <summary>What is promised for years together: the area under the path; null where it does not reach over all.</summary>
    public double? Sum(int from, int to)
    {
        var sum = 0.0;
        for (var year = from; year <= to; year++)
        {
            if (Path?.At(year) is not { } amount)
            {
                return null;
            }

            sum += amount * Factor;
        }

        return sum;
    }

    /// <summary>Null where nothing is promised, or the model counts something else than the target.</summary>
    public static ModelPromise? Of(PlanOutlook outlook, Plan plan, PlanAssessment assessment) =>
        assessment is { IsModelled: true, Totals: { } totals, Milestones.Count: > 0 }
        && CommonUnit.Factor(totals.Unit, outlook.Model.Unit, plan.GwpSet) is { } factor
            ? new ModelPromise(
                assessment
                    .Milestones.Select(m => new PromisedStop(m.Year, m.IsNetZero, m.Amount * factor))
                    .ToEquatableList(),
                assessment.Path,
                factor
            )
            : null;
}
