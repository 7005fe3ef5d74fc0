// SPDX-License-Identifier: Apache-2.0

namespace Lodestar.Planning.Assessment;

/// <summary>How old the records are, against the cycle the place states or the default.</summary>
internal static class Upkeep
{
    /// <summary>Years from the end of the last inventoried year to the assessment date.</summary>
    public static double? InventoryAge(AssessmentContext context) =>
        context.Totals?.LastYear is { } year ? YearsBetween(new DateOnly(year, 12, 31), context.Date) : null;

    /// <summary>Years from the target's statement to the assessment date; null when it is not dated.</summary>
    public static double? TargetAge(AssessmentContext context) =>
        context.Version?.Stated is { } stated ? YearsBetween(stated, context.Date) : null;

    public static double InventoryCycle(AssessmentContext context) =>
        context.Plan.Cycles.InventoryYears ?? context.Rules["upkeep.inventory"];

    public static double TargetCycle(AssessmentContext context) =>
        context.Plan.Cycles.TargetYears ?? context.Rules["upkeep.targets"];

    public static AsOf AsOf(AssessmentContext context) =>
        new(
            context.Totals?.LastYear,
            context.Version?.StatedText,
            InventoryAge(context) > InventoryCycle(context),
            TargetAge(context) > TargetCycle(context)
        );

    private static double YearsBetween(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / 365.2425;
}
