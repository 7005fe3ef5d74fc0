// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// The CO2 that the plan's path still emits, against the range of fair shares over published methods: within all of
/// them, above all of them, or in between. Never against one number.
/// </summary>
internal static class BudgetFinding
{
    public static Finding Of(AssessmentContext context, PlaceBudget place)
    {
        if (context.Totals is null)
        {
            return NotStatedFinding.Of(FindingTable.Of("budget"), context.Plan);
        }

        var budget = WorldBudgets.Find(context.Rules["budget.limit"], context.Rules["budget.likelihood"])!;
        var main = BudgetCase.Of(place, budget);
        var verdict = BudgetAnswer.Verdict(place, main);
        var sentence = BudgetAnswer.Sentence(context.Plan.PlaceName, place, main, context.Levels?.Path is not null);
        if (verdict != Verdict.NotStated && BudgetOfEnsemble.Sentence(budget.Limit, main.World.Date) is { } ensemble)
        {
            sentence = Message.Of("sentences", ("first", sentence), ("next", ensemble));
        }

        return new Finding("budget", verdict, sentence, Rule(budget))
        {
            Number = place.Path?.CumulativeFrom(main.World.Date).ToQuantity(),
            Years = place.Path is { } path
                ? EquatableList.Of(main.World.Date.Year, path.EndYear)
                : EquatableList<int>.Empty,
            Inputs = Inputs(context, place, main).ToEquatableList(),
            Working = BudgetWorking.Of(context, place, main).ToEquatableList(),
            Needs = verdict == Verdict.NotStated ? Needs(context, place) : EquatableList<string>.Empty,
        };
    }

    private static EquatableList<string> Needs(AssessmentContext context, PlaceBudget place)
    {
        var files = place.Missing.Select(m => m.Place.File).ToList();
        if (place.Path is null && place.Gases is not null)
        {
            files.Add("targets.yaml");
        }

        return files.Distinct().DefaultIfEmpty(context.Inventory?.File ?? "inventory/").ToEquatableList();
    }

    private static Message Rule(WorldBudget budget) =>
        Message.Of("finding.budget.rule", ("limit", budget.Limit), ("likelihood", new Share(budget.Likelihood)));

    private static IEnumerable<FindingInput> Inputs(AssessmentContext context, PlaceBudget place, BudgetCase budget)
    {
        var world = budget.World.Budget;
        yield return new FindingInput(
            Message.Of(
                "input.budget.world",
                ("limit", world.Limit),
                ("likelihood", new Share(world.Likelihood)),
                ("date", world.From),
                ("edition", $"{world.Publisher} {world.Edition}")
            ),
            world.Amount.ToQuantity(),
            Place.Folder
        );
        yield return context.LastInventoryInput();
        if (place.Gases is { } gases)
        {
            yield return new FindingInput(
                Message.Of("input.budget.co2", ("year", gases.Year)),
                new Share(gases.OfCO2),
                new Place(context.Inventory!.File),
                context.Inventory.Source
            );
        }

        foreach (var input in PartyInputs(place))
        {
            yield return input;
        }

        if (place.Path is { } path)
        {
            yield return context.TargetInput(
                path.Derived ? "input.budget.path.derived" : "input.budget.path",
                path.EndYear + 1
            );
        }
    }

    private static IEnumerable<FindingInput> PartyInputs(PlaceBudget place)
    {
        var world = PartyWorld.Shipped;
        if (world.Find(place.Country) is not { } party)
        {
            yield break;
        }

        if (place.People is { } people)
        {
            yield return new FindingInput(
                Message.Of("input.budget.people", ("year", people.Year)),
                people.People,
                new Place("data/population.csv")
            );
        }

        yield return new FindingInput(
            Message.Of("input.budget.country-people", ("country", party.Code), ("year", world.PeopleYear)),
            party.PeopleIn(world.PeopleYear),
            Place.Folder
        );
        yield return new FindingInput(
            Message.Of("input.budget.country-co2", ("country", party.Code), ("year", world.EmissionsYear)),
            party.Co2In(world.EmissionsYear).ToQuantity(),
            Place.Folder
        );
        yield return new FindingInput(
            Message.Of("input.budget.country-history", ("country", party.Code), ("year", place.Terms.HistoryFrom)),
            party.Co2Since(place.Terms.HistoryFrom).ToQuantity(),
            Place.Folder
        );
        if (party.GdpPerPerson is { } gdp)
        {
            yield return new FindingInput(
                Message.Of("input.budget.country-gdp", ("country", party.Code), ("year", world.PeopleYear)),
                gdp,
                Place.Folder
            );
        }
    }
}
