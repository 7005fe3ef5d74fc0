// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Alliances;

/// <summary>Why a place is in neither side of a budget.</summary>
public enum BudgetGap
{
    /// <summary>It states no path, or one that has ended.</summary>
    NoPath = 0,

    /// <summary>Its inventory does not tell CO2 from other gases.</summary>
    NoCO2,

    /// <summary>Its country, its people or its emissions are not known, so that no method shares anything out to it.</summary>
    NoShare,
}

/// <summary>One method's share of a world budget, summed over places.</summary>
public sealed record WholeShare(ShareMethod Method, CarbonDioxide Share);

/// <summary>One likelihood.</summary>
/// <param name="Shares">Methods that answer for every place counted, smallest first; empty when the world has nothing left.</param>
public sealed record WholeBudgetCase(RolledBudget World, EquatableList<WholeShare> Shares)
{
    public CarbonDioxide? Low => Shares.Count > 0 ? Shares[0].Share : null;
    public CarbonDioxide? High => Shares.Count > 0 ? Shares[^1].Share : null;

    /// <summary>As for one place: met within every share, unmet above every one or with nothing left, partly in between.</summary>
    public Verdict Verdict(CarbonDioxide path) =>
        World.IsExhausted ? (path <= CarbonDioxide.Zero ? Assessment.Verdict.Met : Assessment.Verdict.Unmet)
        : Shares.Count < 2 ? Assessment.Verdict.NotStated
        : path <= Low ? Assessment.Verdict.Met
        : path > High ? Assessment.Verdict.Unmet
        : Assessment.Verdict.Partly;
}

/// <summary>
/// The CO2 that places' paths still emit together, against the sum of their own fair shares: never one number, and never
/// CO2e.
/// </summary>
/// <param name="Path">CO2 from the date to each place's zero year, what no target covers held at its last year.</param>
/// <param name="Places">Places on both sides, by code.</param>
public sealed record AllianceBudget(
    DateOnly Date,
    double Limit,
    CarbonDioxide Path,
    EquatableList<string> Places,
    EquatableList<(string Code, BudgetGap Gap)> LeftOut,
    EquatableList<WholeBudgetCase> Cases
)
{
    public const double ParisLimit = 1.5;

    public static AllianceBudget Of(
        IEnumerable<PlaceFacts> places,
        Hierarchy hierarchy,
        DateOnly date,
        double limit = ParisLimit
    )
    {
        var all = places.DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        var members = all.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var budgets = WorldBudgets.Likelihoods.Select(l => WorldBudgets.Find(limit, l)).OfType<WorldBudget>().ToList();
        var terms = ShareTerms.From(RuleSet.Current, date);
        var (counted, leftOut) = (new List<Counted>(), new List<(string, BudgetGap)>());
        foreach (var place in all)
        {
            var weight = 1 - hierarchy.Covered(place.Node, members, date.Year);
            if (weight == 0)
            {
                continue;
            }

            if (CO2PerUnit(place) is not { } perUnit)
            {
                leftOut.Add((place.Code, place.Path.Count == 0 ? BudgetGap.NoPath : BudgetGap.NoCO2));
                continue;
            }

            var own = BudgetOf(place, perUnit, date, terms);
            if (own.Path is null)
            {
                leftOut.Add((place.Code, BudgetGap.NoPath));
                continue;
            }

            var cases = budgets.ConvertAll(b => BudgetCase.Of(own, b));
            // Where nothing is left in the world there is nothing to share, and a place lacks nothing.
            if (cases.Exists(c => !c.World.IsExhausted && !c.HasRange))
            {
                leftOut.Add((place.Code, BudgetGap.NoShare));
                continue;
            }

            counted.Add(new Counted(place.Code, weight, own.Path.CumulativeFrom(date), cases));
        }

        return new AllianceBudget(
            date,
            limit,
            CarbonDioxide.Sum(counted.Select(c => c.Path * c.Weight)),
            counted.Select(c => c.Code).ToEquatableList(),
            leftOut.ToEquatableList(),
            budgets
                .Select((b, i) => new WholeBudgetCase(RolledBudget.At(b, date), Shares(counted, i)))
                .OrderBy(c => c.World.Budget.Likelihood)
                .ToEquatableList()
        );
    }

    private static EquatableList<WholeShare> Shares(List<Counted> counted, int budget) =>
        ShareMethods
            .All.Select(method => (Method: method, Of: counted.ConvertAll(c => (c.Weight, c.Of(budget, method)))))
            .Where(m => m.Of.Count > 0 && m.Of.TrueForAll(s => s.Item2 is not null))
            .Select(m => new WholeShare(m.Method, CarbonDioxide.Sum(m.Of.Select(s => s.Item2!.Value * s.Weight))))
            .OrderBy(s => s.Share)
            .ToEquatableList();

    /// <summary>t CO2 in a tonne of what the path is stated in, by the last inventory that tells gases apart.</summary>
    private static double? CO2PerUnit(PlaceFacts place)
    {
        if (place.StatedGas == "CO2")
        {
            return 1;
        }

        var (co2, all) = (place.ScopeOne.Find("CO2"), place.ScopeOne.Find("CO2e"));
        return co2?.LastNumberYear is { } year && all?[year] is { } whole && whole > 0 ? co2[year] / whole : null;
    }

    private static PlaceBudget BudgetOf(PlaceFacts place, double perUnit, DateOnly date, ShareTerms terms)
    {
        var last = place.Stated.Count > 0 ? place.Stated[^1] : (YearAmount?)null;
        return new PlaceBudget(date, terms)
        {
            Country = place.Node.Alpha2,
            IsCountry = place.Node.IsCountry,
            People = place is { Population: { } people, PopulationYear: { } year } ? (year, people) : null,
            Last = last is { } l ? Tonnes(l.Amount * perUnit) : null,
            LastYear = last?.Year,
            Path = PathOf(place, perUnit, last, date),
        };
    }

    private static PlacePath? PathOf(PlaceFacts place, double perUnit, YearAmount? last, DateOnly date)
    {
        if (place.Path.Count == 0)
        {
            return null;
        }

        var end = place.NetZeroYear is { } zero ? zero - 1 : place.Path[^1].Year;
        if (end < date.Year)
        {
            return null;
        }

        var uncovered = last is { } l ? l.Amount * (1 - place.PathCovers) : 0;
        return new PlacePath(
            end,
            Tonnes(uncovered * perUnit),
            Derived: true,
            Enumerable
                .Range(date.Year, end - date.Year + 1)
                .Select(y => (y, Tonnes(((place.PathIn(y) ?? place.Path[0].Amount) + uncovered) * perUnit)))
                .ToEquatableList()
        );
    }

    private static CarbonDioxide Tonnes(double tonnes) => CarbonDioxide.Of(new Units.Quantity(tonnes, Tonne));

    private static readonly Units.Unit Tonne = Units.Unit.Parse("t CO2");

    private sealed record Counted(string Code, double Weight, CarbonDioxide Path, List<BudgetCase> Cases)
    {
        public CarbonDioxide? Of(int budget, ShareMethod method) =>
            Cases[budget].Methods.FirstOrDefault(m => m.Method == method)?.Share;
    }
}
