// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Budgets;

/// <summary>How a party's share comes down to the place.</summary>
public enum ShareBasis
{
    /// <summary>The place is the party.</summary>
    Whole,

    /// <summary>By the place's share of its country's people.</summary>
    People,

    /// <summary>By the place's share of its country's emissions.</summary>
    Emissions,
}

/// <summary>One method's answer for a place.</summary>
/// <param name="CountryShare">The share of the country; null where the method lacks something.</param>
/// <param name="Share">The share of the place; may be negative.</param>
/// <param name="Part">The place's part of its country, 1 for the country itself.</param>
public sealed record MethodShare(
    ShareMethod Method,
    ShareBasis Basis,
    double? Part,
    CarbonDioxide? CountryShare,
    CarbonDioxide? Share
)
{
    /// <summary>With emissions held at the last year.</summary>
    public RunsOutAt Held { get; init; }

    /// <summary>At the best sustained pace so far; null where there is none.</summary>
    public RunsOutAt? AtPace { get; init; }

    /// <summary>On the plan's own path; null without one.</summary>
    public RunsOutAt? OnPath { get; init; }

    /// <summary>The year in which a straight line to zero just spends it.</summary>
    public RunsOutAt LinearZero { get; init; }

    /// <summary>The constant yearly cut that just spends it; null where nothing is left.</summary>
    public double? ConstantRate { get; init; }
}

/// <summary>A world budget brought down to a place by every method.</summary>
public sealed record BudgetCase(RolledBudget World, BudgetSplit Split, EquatableList<MethodShare> Methods)
{
    private const int MostKept = 1_000;

    private static readonly ConcurrentDictionary<
        (ShareMethod Method, CarbonDioxide Budget, ShareTerms Terms),
        Allocation
    > Kept = new();

    /// <summary>The methods that have an answer, smallest share first.</summary>
    public IReadOnlyList<MethodShare> Answered =>
        [.. Methods.Where(m => m.Share is not null).OrderBy(m => m.Share!.Value)];

    /// <summary>A range needs at least two methods.</summary>
    public bool HasRange => Answered.Count > 1;

    public static BudgetCase Of(PlaceBudget place, WorldBudget budget) => Of(place, budget, PartyWorld.Shipped);

    public static BudgetCase Of(PlaceBudget place, WorldBudget budget, PartyWorld world)
    {
        var rolled = RolledBudget.At(budget, place.Date);
        var split = BudgetSplit.Of(rolled.Left, world);
        return new BudgetCase(
            rolled,
            split,
            ShareMethods.All.Select(m => Share(m, place, rolled, split, world)).ToEquatableList()
        );
    }

    private static MethodShare Share(
        ShareMethod method,
        PlaceBudget place,
        RolledBudget rolled,
        BudgetSplit split,
        PartyWorld world
    )
    {
        var (basis, part) = PartOf(method, place, world);
        var terms = place.Terms with { Start = Years.Of(rolled.Date) };
        CarbonDioxide? country =
            place.Country is { } code && !rolled.IsExhausted
                ? Allocated(method, world, split.ForParties, terms)[code]
                : null;
        var share = country is { } amount && part is { } p ? amount * p : (CarbonDioxide?)null;
        var result = new MethodShare(method, basis, part, country, share);
        return share is { } own && place.Last is { } last ? Courses(result, own, last, place, rolled) : result;
    }

    /// <summary>
    /// An allocation over all parties costs a hundred times what one party's answer does, and every place asks for the
    /// same one on a day: those of the shipped world are kept, and forgotten together when many days have been asked for.
    /// </summary>
    private static Allocation Allocated(ShareMethod method, PartyWorld world, CarbonDioxide budget, ShareTerms terms)
    {
        if (!ReferenceEquals(world, PartyWorld.Shipped))
        {
            return FairShares.Of(method, world, budget, terms);
        }

        if (Kept.Count > MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd((method, budget, terms), key => FairShares.Of(key.Method, world, key.Budget, key.Terms));
    }

    private static MethodShare Courses(
        MethodShare result,
        CarbonDioxide share,
        CarbonDioxide last,
        PlaceBudget place,
        RolledBudget rolled
    )
    {
        var from = Years.Of(rolled.Date);
        var atPace = place.AchievedRate is { } rate
            ? RunsOut.AtRate(
                from,
                share,
                last * Math.Pow(1 - rate, Math.Max(0, from - MiddleOf(place.LastYear!.Value))),
                rate
            )
            : (RunsOutAt?)null;
        return result with
        {
            Held = RunsOut.Held(from, share, last),
            AtPace = atPace,
            OnPath = place.Path is { } path ? RunsOut.OnPath(rolled.Date, share, path.In) : null,
            LinearZero = RunsOut.LinearToZero(from, share, last),
            ConstantRate = RunsOut.ConstantRate(share, last),
        };
    }

    // A year's total is the rate of its middle.
    private static double MiddleOf(int year) => year + 0.5;

    private static (ShareBasis, double?) PartOf(ShareMethod method, PlaceBudget place, PartyWorld world)
    {
        if (place.IsCountry)
        {
            return (ShareBasis.Whole, 1);
        }

        var party = world.Find(place.Country);
        if (method == ShareMethod.Grandfathering)
        {
            return (
                ShareBasis.Emissions,
                party is null || place.Last is not { } last ? null : last / party.Co2In(world.EmissionsYear)
            );
        }

        return (
            ShareBasis.People,
            party is null || place.People is not { } people
                ? null
                : people.People / party.PeopleIn(Math.Clamp(people.Year, party.People.Cells[0].Year, world.PeopleYear))
        );
    }
}
