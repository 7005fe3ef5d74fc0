// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Alliances;

/// <summary>
/// Adds the paths of places' leading targets, overlap removed as in <see cref="AllianceTotals"/>. A path is taken as it is
/// stated: on the boundary of its own inventory, for what its target covers. What no target covers is not in the sum.
/// </summary>
public static class AlliancePromises
{
    /// <summary>The years at which wholes are told.</summary>
    public static IReadOnlyList<int> Ladder { get; } = [2030, 2035, 2040, 2045, 2050];

    /// <summary>In the unit that most paths are stated in; CO2e where as many are in either.</summary>
    public static WholePromises Of(WholeTotals totals, Hierarchy hierarchy)
    {
        var inCO2e = Of(totals, hierarchy, "CO2e");
        var inCO2 = Of(totals, hierarchy, "CO2");
        return Most(inCO2) > Most(inCO2e) ? inCO2 : inCO2e;
    }

    public static WholePromises Of(WholeTotals totals, Hierarchy hierarchy, string gas)
    {
        var members = totals.Places.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var set = gas == "CO2e" ? MostUsed(totals) : null;
        var weights = totals.Places.Select(p => new Weights(p.Node, members, hierarchy)).ToArray();
        var sum = new GasSum(totals.Places, weights, gas, set is null ? null : Units.GwpSet.Find(set));
        var full = totals.Find(gas)?.Fullest?.Year;
        var paths = totals
            .Places.Select(
                (p, i) =>
                {
                    var whyNot = WhyNot(p, gas, set);
                    var isLike =
                        whyNot is null or MissingReason.NoPath
                        && p.StatedGas == gas
                        && (gas == "CO2" || p.GwpSet == set);
                    var last =
                        isLike && p.Stated.Count > 0 ? p.Stated[^1].Amount
                        : full is { } year ? sum.RangeOf(i, year).High
                        : null;
                    return new PathMember(p, weights[i], whyNot, last, isLike);
                }
            )
            .ToList();
        var counted = paths.FindAll(p => p.WhyNot is null);
        var common = CommonYear(counted);
        var from =
            common ?? counted.Where(p => p.IsOutside).Select(p => p.Place.Path[0].Year).DefaultIfEmpty(Ladder[0]).Min();
        var to = Math.Max(
            Ladder[^1],
            counted.Where(p => p.IsOutside).Select(p => p.Place.Path[^1].Year).DefaultIfEmpty().Max()
        );
        var path = Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(y => Year(paths, y)).ToEquatableList();
        return new WholePromises(gas, set, path)
        {
            CommonYear = common,
            CommonLevel = common is { } year ? Base(counted, year, year).Level : null,
            Milestones = Ladder
                .Where(y => y >= from)
                .Select(y => Milestone(path.First(p => p.Year == y), counted, common))
                .ToEquatableList(),
            ZeroYears = ZeroYears(paths, totals),
            WithoutZeroYear = paths
                .Where(p => p.Place.NetZeroYear is null && p.IsOutside)
                .Select(p => p.Place.Code)
                .ToEquatableList(),
        };
    }

    private static int Most(WholePromises promises) => promises.Path.Select(y => y.Places).DefaultIfEmpty().Max();

    private static string? MostUsed(WholeTotals totals) =>
        totals
            .Places.Where(p => p is { StatedGas: "CO2e", Path.Count: > 0 } && !totals.Inside.Contains(p.Code))
            .GroupBy(p => p.GwpSet)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? totals.GwpSet;

    private static MissingReason? WhyNot(PlaceFacts place, string gas, string? set) =>
        place.Path.Count == 0 ? MissingReason.NoPath
        : place.StatedGas != gas ? MissingReason.OtherUnit
        : gas == "CO2e" && place.GwpSet != set ? MissingReason.OtherGwpSet
        : null;

    private static int? CommonYear(List<PathMember> counted) =>
        counted
            .Where(p => p.IsOutside)
            .SelectMany(p => p.Place.Stated.Select(s => s.Year))
            .GroupBy(y => y)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => (int?)g.Key)
            .FirstOrDefault();

    private static WholeYear Year(List<PathMember> paths, int year)
    {
        var counted = 0.0;
        var uncovered = 0.0;
        var count = 0;
        var missing = new List<MissingPlace>();
        foreach (var path in paths)
        {
            var weight = path.Weights[year];
            if (weight == 0)
            {
                continue;
            }

            if (path.WhyNot is null && path.Place.PathIn(year) is { } level)
            {
                counted += level * weight;
                // What a target leaves out nobody promised to cut.
                uncovered += Math.Max(0, path.Place.StatedAtStart - path.Place.Path[0].Amount) * weight;
                count++;
                continue;
            }

            var last = path.MostIn(year);
            missing.Add(
                new MissingPlace(
                    path.Place.Code,
                    path.WhyNot ?? MissingReason.OtherYears,
                    last is { } most ? Math.Max(0, most) * weight : null
                )
                {
                    AtLeast = Math.Min(0, last ?? 0) * weight,
                }
            );
        }

        return new WholeYear(
            year,
            count > 0 ? counted : null,
            counted + missing.Sum(m => m.AtLeast),
            missing.Exists(m => m.AtMost is null) ? null : counted + uncovered + missing.Sum(m => m.AtMost!.Value),
            count,
            missing.ToEquatableList()
        );
    }

    private static WholeMilestone Milestone(WholeYear level, List<PathMember> counted, int? common)
    {
        if (common is not { } from)
        {
            return new WholeMilestone(level, null, 0);
        }

        var (before, places) = Base(counted, from, level.Year);
        var after = counted
            .Where(p => p.Place.StatedIn(from) is not null && p.Place.PathIn(level.Year) is not null)
            .Sum(p => p.Place.PathIn(level.Year)!.Value * p.Weights[level.Year]);
        return new WholeMilestone(level, before > 0 ? 1 - after / before : null, places);
    }

    /// <summary>What the paths of a year are of, in the common year: like is held against like.</summary>
    private static (double? Level, int Places) Base(List<PathMember> counted, int common, int year)
    {
        var both = counted.FindAll(p =>
            p.Weights[year] > 0
            && p.Place.StatedIn(common) is not null
            && (year == common || p.Place.PathIn(year) is not null)
        );
        return both.Count == 0
            ? (null, 0)
            : (both.Sum(p => p.Place.StatedIn(common)!.Value * p.Place.PathCovers * p.Weights[year]), both.Count);
    }

    private static EquatableList<ZeroYear> ZeroYears(List<PathMember> paths, WholeTotals totals)
    {
        var full = totals.Main?.Fullest;
        var shares = full is null || totals.Main is not { } main ? [] : SharesOf(paths, main.Gas, full, totals.GwpSet);
        var upTo = 0.0;
        var years = new List<ZeroYear>();
        foreach (
            var group in paths
                .Where(p => p.Place.NetZeroYear is not null && p.IsOutside)
                .GroupBy(p => p.Place.NetZeroYear!.Value)
                .OrderBy(g => g.Key)
        )
        {
            var counted = group.Where(p => shares.ContainsKey(p.Place.Code)).ToList();
            var share = counted.Sum(p => shares[p.Place.Code]);
            upTo = Math.Min(1, upTo + share);
            years.Add(
                new ZeroYear(
                    group.Key,
                    group.Select(p => p.Place.Code).ToEquatableList(),
                    counted.Count == 0 ? null : share,
                    // Of a whole that is mostly missing nobody knows what is there by when.
                    full is null
                    || full.Places < full.Missing.Count
                        ? null
                        : upTo
                )
            );
        }

        return years.ToEquatableList();
    }

    private static Dictionary<string, double> SharesOf(
        List<PathMember> paths,
        string gas,
        WholeYear full,
        string? gwpSet
    )
    {
        var set = gwpSet is null ? null : Units.GwpSet.Find(gwpSet);
        return full.Counted is not > 0
            ? []
            : paths
                .Select(p => (p.Place.Code, Amount: GasProfile.Of(p.Place, gas, set)[full.Year] * p.Weights[full.Year]))
                .Where(p => p.Amount is not null)
                .ToDictionary(p => p.Code, p => p.Amount!.Value / full.Counted.Value);
    }

    /// <param name="WhyNot">Why its path is not counted; null where it is.</param>
    /// <param name="IsLike">True where its inventory is in the unit of the sum.</param>
    /// <param name="LastLevel">The most it last emitted, in the unit of the sum; null when nothing is known.</param>
    private sealed record PathMember(
        PlaceFacts Place,
        Weights Weights,
        MissingReason? WhyNot,
        double? LastLevel,
        bool IsLike
    )
    {
        /// <summary>The most it emits in a year without a promise: what it stated then or later, its last level after that.</summary>
        public double? MostIn(int year) =>
            IsLike && Place.Stated.Where(s => s.Year >= year).Select(s => (double?)s.Amount).Max() is { } stated
                ? stated
                : LastLevel;

        /// <summary>False for a place that adds nothing now, being inside others.</summary>
        public bool IsOutside { get; } = Weights[Place.Stated.Count > 0 ? Place.Stated[^1].Year : Ladder[0]] > 0;
    }
}
