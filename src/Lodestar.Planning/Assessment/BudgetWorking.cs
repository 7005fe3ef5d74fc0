// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Assessment;

/// <summary>The working of the budget finding: from the world's budget to the place's shares, and what the place will emit.</summary>
internal static class BudgetWorking
{
    public static IEnumerable<WorkingStep> Of(AssessmentContext context, PlaceBudget place, BudgetCase budget) =>
        Deductions(budget)
            .Concat(BudgetOfEnsemble.Working(budget.World.Budget.Limit, budget.World.Date))
            .Concat(Aside(budget))
            .Concat(CO2(context, place, budget))
            .Concat(budget.Methods.Select(m => Method(m, place)))
            .Concat(Others(place, budget.World.Budget));

    private static IEnumerable<WorkingStep> Deductions(BudgetCase budget)
    {
        var world = budget.World;
        yield return new WorkingStep(
            Message.Of("working.budget.published", ("date", world.Budget.From)),
            null,
            world.Budget.Amount.ToQuantity(),
            Message.Of("working.budget.source", ("source", world.Budget.Source), ("licence", world.Budget.Licence))
        );
        foreach (var taken in world.Deductions)
        {
            yield return new WorkingStep(
                Message.Of("working.budget.emitted", ("year", taken.Year.Year)),
                taken.Days == taken.DaysOfYear
                    ? null
                    : Message.Of(
                        "formula.budget.days",
                        ("amount", taken.Year.Amount.ToQuantity()),
                        ("days", taken.Days),
                        ("of", taken.DaysOfYear)
                    ),
                taken.Amount.ToQuantity(),
                Note(taken)
            );
        }

        yield return new WorkingStep(
            Message.Of("working.budget.left", ("date", world.Date)),
            Message.Of(
                "formula.budget.less",
                ("whole", world.Budget.Amount.ToQuantity()),
                ("part", world.Deducted.ToQuantity())
            ),
            world.Balance.ToQuantity(),
            world.IsExhausted ? Message.Of("working.budget.used-up") : null
        );
    }

    private static Message Note(Deduction taken) =>
        taken.Year switch
        {
            { HeldFrom: { } held } => Message.Of("working.budget.held", ("year", held)),
            { IsEstimate: true } year => Message.Of("working.budget.projected", ("edition", year.Edition)),
            var year => Message.Of("working.budget.reported", ("edition", $"{year.Publisher} {year.Edition}")),
        };

    private static IEnumerable<WorkingStep> Aside(BudgetCase budget)
    {
        if (budget.World.IsExhausted)
        {
            yield break;
        }

        foreach (var part in budget.Split.Aside)
        {
            yield return new WorkingStep(
                BudgetWords.Aside(part.Item),
                Message.Of(
                    "formula.budget.share",
                    ("whole", budget.Split.World.ToQuantity()),
                    ("share", new Share(part.Share))
                ),
                part.Part.ToQuantity(),
                Message.Of(
                    "working.budget.aside.note",
                    ("amount", part.Item.Emissions.ToQuantity()),
                    ("years", part.Item.Years),
                    ("edition", part.Item.Edition)
                )
            );
        }

        yield return new WorkingStep(
            Message.Of("working.budget.parties"),
            null,
            budget.Split.ForParties.ToQuantity(),
            Message.Of("working.budget.parties.note", ("count", PartyWorld.Shipped.Parties.Count))
        );
    }

    private static IEnumerable<WorkingStep> CO2(AssessmentContext context, PlaceBudget place, BudgetCase budget)
    {
        if (place.Gases is { } gases && place.Last is { } last)
        {
            yield return new WorkingStep(
                Message.Of("working.budget.co2", ("year", gases.Year)),
                gases.IsCO2Only
                    ? null
                    : Message.Of(
                        "formula.budget.share",
                        ("whole", context.LastInventoryInput().Value),
                        ("share", new Share(gases.OfCO2))
                    ),
                last.ToQuantity(),
                Message.Of(gases.IsCO2Only ? "working.budget.co2-only" : "working.budget.split", ("year", gases.Year))
            );
        }

        if (place.Path is { } path)
        {
            yield return new WorkingStep(
                Message.Of("working.budget.path", ("date", budget.World.Date), ("year", path.EndYear)),
                null,
                path.CumulativeFrom(budget.World.Date).ToQuantity(),
                path.Uncovered > CarbonDioxide.Zero
                    ? Message.Of("working.budget.uncovered", ("amount", path.Uncovered.ToQuantity()))
                    : Message.Of("working.budget.covered")
            );
            yield return new WorkingStep(
                Message.Of("working.budget.trend", ("date", budget.World.Date), ("year", path.EndYear)),
                null,
                (place.Last!.Value * (path.EndYear + 1 - Years.Of(budget.World.Date))).ToQuantity()
            );
        }
    }

    private static WorkingStep Method(MethodShare method, PlaceBudget place)
    {
        var label = Message.Of("working.budget.method", ("method", ShareMethods.Name(method.Method)));
        if (method.Share is not { } share)
        {
            return new WorkingStep(label, null, Message.Of("not-stated"), ShareMethods.About(method.Method));
        }

        return new WorkingStep(
            label,
            method.Basis == ShareBasis.Whole
                ? null
                : Message.Of(
                    "formula.budget.part",
                    ("whole", method.CountryShare!.Value.ToQuantity()),
                    ("country", place.Country!),
                    ("part", new Share(method.Part!.Value)),
                    (
                        "basis",
                        Message.Of(method.Basis == ShareBasis.People ? "budget.basis.people" : "budget.basis.emissions")
                    )
                ),
            share.ToQuantity(),
            share <= CarbonDioxide.Zero
                ? Message.Of("working.budget.overspent", ("about", ShareMethods.About(method.Method)))
                : Message.Of(
                    "working.budget.runs-out",
                    ("about", ShareMethods.About(method.Method)),
                    ("held", BudgetWords.Year(method.Held)),
                    ("linear", BudgetWords.Year(method.LinearZero))
                )
        );
    }

    /// <summary>The range at other limits, shown and not judged.</summary>
    private static IEnumerable<WorkingStep> Others(PlaceBudget place, WorldBudget judged)
    {
        foreach (
            var budget in WorldBudgets.All.Where(b =>
                b != judged && b.Set == judged.Set && b.Likelihood.Equals(judged.Likelihood)
            )
        )
        {
            var other = BudgetCase.Of(place, budget);
            if (!other.HasRange)
            {
                continue;
            }

            yield return new WorkingStep(
                Message.Of(
                    "working.budget.other",
                    ("limit", budget.Limit),
                    ("likelihood", new Share(budget.Likelihood))
                ),
                null,
                Message.Of(
                    "budget.range",
                    ("low", other.Answered[0].Share!.Value.ToQuantity()),
                    ("high", other.Answered[^1].Share!.Value.ToQuantity())
                )
            );
        }
    }
}
