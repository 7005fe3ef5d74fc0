// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Budgets;

/// <summary>Reads from a plan what a carbon budget needs, and names what it lacks.</summary>
internal static class PlaceBudgets
{
    public static PlaceBudget Of(AssessmentContext context) => Of(context, PartyWorld.Shipped);

    public static PlaceBudget Of(AssessmentContext context, PartyWorld world)
    {
        var missing = new List<Diagnostic>();
        var place = new PlaceBudget(context.Date, ShareTerms.From(context.Rules, context.Date))
        {
            IsCountry = context.Plan.Kind == JurisdictionKind.Country,
            AchievedRate = (context.Pace?.BestUnflagged ?? context.Pace?.Best)?.Rate,
        };
        place = WithCountry(place, context.Plan, world, missing);
        place = WithCO2(place, context, missing);
        return place with { Missing = missing.ToEquatableList() };
    }

    private static PlaceBudget WithCountry(PlaceBudget place, Plan plan, PartyWorld world, List<Diagnostic> missing)
    {
        var stated = place.IsCountry ? plan.Codes.GetValueOrDefault("iso3166-1") ?? plan.Country : plan.Country;
        var country =
            Countries.Find(stated)
            ?? Countries.FindByName(stated)
            ?? (place.IsCountry ? Countries.FindByName(plan.Name) : null);
        if (country is null)
        {
            missing.Add(BudgetDiagnostics.NoCountry(plan.Name));
            return place;
        }

        if (world.Find(country.Alpha2) is not { } party)
        {
            missing.Add(BudgetDiagnostics.NoParty(country.Name));
            return place;
        }

        if (party.GdpPerPerson is null)
        {
            missing.Add(BudgetDiagnostics.NoGdp(country.Name));
        }

        var people = place.IsCountry ? null : PeopleOf(plan, world.PeopleYear);
        if (people is null && !place.IsCountry)
        {
            missing.Add(BudgetDiagnostics.NoPopulation(plan.Name));
        }

        return place with
        {
            Country = party.Code,
            People = people,
        };
    }

    private static (int Year, double People)? PeopleOf(Plan plan, int preferred)
    {
        var population = plan.Population;
        var year =
            population is null ? null
            : population[preferred].IsNumber ? preferred
            : population.LastNumberYear;
        return year is { } y && population![y].TryGetNumber(out var people)
            ? (y, people * population.Unit.Scale)
            : null;
    }

    private static PlaceBudget WithCO2(PlaceBudget place, AssessmentContext context, List<Diagnostic> missing)
    {
        if (context.Totals is not { LastYear: { } last } totals || context.Inventory is not { } inventory)
        {
            return place;
        }

        if (!GasShares.TryOf(totals, inventory, out var shares, out var refusal))
        {
            missing.Add(refusal);
            return place;
        }

        var whole = shares.CO2In(totals[last].Amount!.Value);
        return place with
        {
            Gases = shares,
            LastYear = last,
            Last = whole,
            Path = PathOf(context, inventory, whole, missing),
        };
    }

    private static PlacePath? PathOf(
        AssessmentContext context,
        InventoryRecord inventory,
        CarbonDioxide whole,
        List<Diagnostic> missing
    )
    {
        if (context.Levels is not { Path: { } path, Covered: { LastYear: { } last } covered })
        {
            return null;
        }

        if (!GasShares.TryOf(covered, inventory, out var shares, out var refusal))
        {
            missing.Add(refusal);
            return null;
        }

        var end = context.Version?.NetZeroYear is { } zero ? zero - 1 : path.Points[^1].Year;
        if (end < context.Date.Year)
        {
            return null;
        }

        var coveredLast = shares.CO2In(covered[last].Amount!.Value);
        var uncovered = whole - coveredLast;
        var years = Enumerable
            .Range(context.Date.Year, end - context.Date.Year + 1)
            .Select(y => (y, uncovered + OnPath(path, y, shares, coveredLast)))
            .ToEquatableList();
        return new PlacePath(end, uncovered, path.Derived, years);
    }

    private static CarbonDioxide OnPath(LongTermPath path, int year, GasShares shares, CarbonDioxide before) =>
        path.At(year) is { } amount ? shares.CO2In(amount)
        : year < path.Points[0].Year ? before
        : shares.CO2In(path.Points[^1].Amount);
}
