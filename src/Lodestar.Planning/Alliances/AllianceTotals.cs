// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Alliances;

/// <summary>
/// Adds what is emitted inside places (scope 1), each tonne once: a place adds the part of it that lies in no other of the
/// places. What is missing adds nothing to what is counted and widens the range (docs/alliances.md).
/// </summary>
public static class AllianceTotals
{
    /// <param name="gwpSet">The metric of amounts in CO2e; by default the one most of the places use.</param>
    public static WholeTotals Of(IEnumerable<PlaceFacts> places, Hierarchy hierarchy, string? gwpSet = null)
    {
        // One order for the sums, so that the order of the question never changes a bit of the answer.
        var all = places.DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal).ToEquatableList();
        var members = all.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var weights = all.Select(p => new Weights(p.Node, members, hierarchy)).ToArray();
        var set = GwpSet.Find(gwpSet ?? "") ?? MostUsed(all, weights);
        var gases = WholeTotals
            .GasNames.Select(gas => new WholeGas(gas, new GasSum(all, weights, gas, set).Years()))
            .ToEquatableList();
        var last = gases.Where(g => g.Years.Count > 0).Select(g => (int?)g.Years[^1].Year).Max();
        var inside = all.Where((_, i) => last is { } year && weights[i][year] == 0).Select(p => p.Code);
        return new WholeTotals(set?.Id, all, inside.ToEquatableList(), gases);
    }

    private static GwpSet? MostUsed(EquatableList<PlaceFacts> places, Weights[] weights) =>
        places
            .Where((p, i) => p.ScopeOne.Find("CO2e")?.LastNumberYear is { } year && weights[i][year] > 0)
            .Select(p => p.ScopeOne.GwpSet is { } id ? GwpSet.Find(id) : null)
            .OfType<GwpSet>()
            .GroupBy(s => s)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
}

/// <summary>The part of a place, by year, that lies in no other member.</summary>
internal sealed class Weights(PlaceNode place, IReadOnlySet<string> members, Hierarchy hierarchy)
{
    private readonly Dictionary<int, double> _byYear = [];

    public double this[int year]
    {
        get
        {
            if (!_byYear.TryGetValue(year, out var weight))
            {
                _byYear[year] = weight = 1 - hierarchy.Covered(place, members, year);
            }

            return weight;
        }
    }
}

/// <summary>One gas over all places.</summary>
internal sealed class GasSum(EquatableList<PlaceFacts> places, Weights[] weights, string gas, GwpSet? set)
{
    private readonly GasProfile[] _profiles = [.. places.Select(p => GasProfile.Of(p, gas, set))];

    // What a missing place is held against: how much more CO2e there is than CO2 where both are counted.
    private readonly GasProfile[] _co2 = gas == "CO2e" ? [.. places.Select(p => GasProfile.Of(p, "CO2", set))] : [];

    public EquatableList<WholeYear> Years()
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var point in _profiles[i].Known)
            {
                if ((point.Year < first || point.Year > last) && weights[i][point.Year] > 0)
                {
                    (first, last) = (Math.Min(first, point.Year), Math.Max(last, point.Year));
                }
            }
        }

        return first > last
            ? EquatableList<WholeYear>.Empty
            : Enumerable.Range(first, last - first + 1).Select(Year).ToEquatableList();
    }

    public WholeYear Year(int year)
    {
        var counted = 0.0;
        var count = 0;
        var missing = new List<MissingPlace>();
        var per = new Lazy<Yardsticks>(() => YardsticksOf(year));
        for (var i = 0; i < places.Count; i++)
        {
            var weight = weights[i][year];
            if (weight == 0)
            {
                continue;
            }

            if (_profiles[i][year] is { } tonnes)
            {
                counted += tonnes * weight;
                count++;
                continue;
            }

            var (least, most) = Bound(i, year, per.Value);
            missing.Add(
                new MissingPlace(places[i].Code, _profiles[i].Reason, most * weight) { AtLeast = least * weight }
            );
        }

        var open = missing.Exists(m => m.AtMost is null);
        return new WholeYear(
            year,
            count > 0 ? counted : null,
            counted + missing.Sum(m => m.AtLeast),
            open ? null : counted + missing.Sum(m => m.AtMost!.Value),
            count,
            missing.ToEquatableList()
        );
    }

    /// <summary>The range of one place in a year: its value twice where that is known.</summary>
    internal (double Low, double? High) RangeOf(int place, int year) =>
        _profiles[place][year] is { } known ? (known, known) : Bound(place, year, YardsticksOf(year));

    /// <summary>At least (zero or below) and at most (zero or above); at most is null when nothing is known.</summary>
    private (double Least, double? Most) Bound(int place, int year, Yardsticks per)
    {
        var profile = _profiles[place];
        var (least, most) = (0.0, (double?)null);
        if (profile.Hint.Count > 0)
        {
            var (low, high) = Around(profile.Hint, year);
            least = Math.Min(0, low);
            most = profile.HintIsCO2 ? high * per.CO2ePerCO2 : high;
        }

        if ((most is null || profile.HintIsLoose) && places[place].Population is { } people)
        {
            // The larger of the two: a figure of unknown boundary may leave out what is emitted inside.
            var byPeople = people * per.PerPerson.GetValueOrDefault(places[place].Kind, double.NaN);
            most = double.IsNaN(byPeople) ? most : Math.Max(most ?? 0, byPeople);
        }

        return (least, most is { } m ? Math.Max(0, m) : null);
    }

    /// <summary>Between known years the smaller and the larger neighbour; outside the nearest, grown by the rule.</summary>
    private static (double Low, double High) Around(IReadOnlyList<YearAmount> known, int year)
    {
        if (year < known[0].Year)
        {
            return Grown(known[0], known[0].Year - year, MissingRules.GrowthBefore);
        }

        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Year == year)
            {
                return (known[i].Amount, known[i].Amount);
            }

            if (known[i].Year > year)
            {
                var (a, b) = (known[i - 1].Amount, known[i].Amount);
                return (Math.Min(a, b), Math.Max(a, b));
            }
        }

        return Grown(known[^1], year - known[^1].Year, MissingRules.GrowthAfter);
    }

    private static (double Low, double High) Grown(YearAmount nearest, int years, double rate)
    {
        var grown = nearest.Amount * Math.Pow(1 + rate, years);
        return (Math.Min(nearest.Amount, grown), Math.Max(nearest.Amount, grown));
    }

    /// <summary>What counted places show: never those inside others, which change nothing.</summary>
    private Yardsticks YardsticksOf(int year)
    {
        var perPerson = new Dictionary<JurisdictionKind, double>();
        double? ratio = null;
        for (var i = 0; i < places.Count; i++)
        {
            if (weights[i][year] == 0 || _profiles[i][year] is not { } tonnes)
            {
                continue;
            }

            if (places[i].Population is { } people && people > 0)
            {
                var kind = places[i].Kind;
                perPerson[kind] = Math.Max(perPerson.GetValueOrDefault(kind), tonnes / people);
            }

            if (gas == "CO2e" && _co2[i][year] is { } co2 && co2 > 0)
            {
                ratio = Math.Max(ratio ?? 1, tonnes / co2);
            }
        }

        return new Yardsticks(perPerson, ratio);
    }

    /// <param name="PerPerson">The most tonnes a person of any counted place, by kind of place.</param>
    /// <param name="CO2ePerCO2">The largest CO2e ÷ CO2 of any counted place; null when none states both.</param>
    private sealed record Yardsticks(Dictionary<JurisdictionKind, double> PerPerson, double? CO2ePerCO2);
}
