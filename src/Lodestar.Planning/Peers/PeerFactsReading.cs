// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Peers;

/// <summary>Reads from a plan and its assessment what likeness is measured by.</summary>
public static class PeerFactsReading
{
    /// <summary>A trend is taken over as many years at most, and over half as many at least.</summary>
    private const int TrendYears = 10;

    private static readonly Unit Dollars = Unit.Parse("kUSD_2017");

    public static PeerFacts Of(Plan plan, PlanAssessment assessment)
    {
        var trend = assessment.Totals is { } totals ? TrendOf(totals) : null;
        return new PeerFacts
        {
            Income = IncomeOf(plan),
            Trend = trend?.Rate,
            TrendFrom = trend?.From,
            TrendTo = trend?.To,
            Mix = EmissionMix.Of(plan),
            Powers = plan
                .Powers.Where(p => p.Held is Stated.Yes or Stated.Partly)
                .Select(p => p.Power)
                .Order(StringComparer.Ordinal)
                .ToEquatableList(),
            StatesPowers = plan.Powers.Count > 0,
        };
    }

    /// <summary>(E_last / E_first)^(1/years) - 1 over the last ten comparable years; null for less than five.</summary>
    private static (double Rate, int From, int To)? TrendOf(InventoryTotals totals)
    {
        var years = totals.Comparable.ToList();
        if (years.Count < 2)
        {
            return null;
        }

        var last = years[^1];
        var first = years.First(y => y.Year >= last.Year - TrendYears);
        var span = last.Year - first.Year;
        if (span < TrendYears / 2 || first.Total.Amount is not > 0 || last.Total.Amount is not > 0)
        {
            return null;
        }

        var rate = Math.Exp((Math.Log(last.Total.Amount.Value) - Math.Log(first.Total.Amount.Value)) / span) - 1;
        return double.IsFinite(rate) ? (rate, first.Year, last.Year) : null;
    }

    /// <summary>Thousand dollars of 2017 per person, where both series have the same year.</summary>
    private static double? IncomeOf(Plan plan)
    {
        if (
            plan is not { Gdp: { LastNumberYear: { } year } gdp, Population: { } population }
            || !gdp.Unit.TryFactorTo(Dollars, out var factor)
            || !gdp[year].TryGetNumber(out var product)
            || !population[year].TryGetNumber(out var people)
        )
        {
            return null;
        }

        var income = product * factor / (people * population.Unit.Scale);
        return double.IsFinite(income) && income > 0 ? income : null;
    }
}
