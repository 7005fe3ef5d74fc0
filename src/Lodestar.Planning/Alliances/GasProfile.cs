// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Alliances;

/// <summary>What a place says of one gas: values by year, and where there are none what a bound may be taken from.</summary>
internal sealed class GasProfile
{
    private static readonly string[] HFCs = ["HFCs", "HFC"];
    private static readonly string[] FGases = [.. HFCs, "PFCs", "PFC", "SF6", "NF3"];

    // Sums of the same rows in another order differ in their last bits.
    private const double Rounding = 1e-9;

    private readonly double[] _values;
    private readonly int _first;

    private GasProfile(MissingReason reason, IReadOnlyList<YearAmount> values, IReadOnlyList<YearAmount> hint)
    {
        (Reason, Hint) = (reason, hint);
        if (values.Count == 0)
        {
            _values = [];
            return;
        }

        _first = values[0].Year;
        _values = new double[values[^1].Year - _first + 1];
        Array.Fill(_values, double.NaN);
        foreach (var value in values)
        {
            _values[value.Year - _first] = value.Amount;
        }

        Known = values;
    }

    /// <summary>Why there is no value at all; <see cref="MissingReason.OtherYears"/> where some year has one.</summary>
    public MissingReason Reason { get; }

    public IReadOnlyList<YearAmount> Known { get; } = [];

    /// <summary>What is known in place of it, already as an upper bound but for <see cref="HintIsCO2"/>.</summary>
    public IReadOnlyList<YearAmount> Hint { get; }

    /// <summary>True when the hint is CO2 alone and CO2e is asked for.</summary>
    public bool HintIsCO2 { get; private init; }

    /// <summary>True when the place may emit more than the hint says, since nobody states what it holds.</summary>
    public bool HintIsLoose { get; private init; }

    public double? this[int year] =>
        year >= _first && year - _first < _values.Length && !double.IsNaN(_values[year - _first])
            ? _values[year - _first]
            : null;

    public static GasProfile Of(PlaceFacts place, string gas, GwpSet? set)
    {
        var scope = place.ScopeOne;
        if (scope.State != ScopeOneState.Comparable || scope.Gases.Count == 0)
        {
            return OfStated(place, gas);
        }

        var own = scope.GwpSet is null ? null : GwpSet.Find(scope.GwpSet);
        var all = scope.Find("CO2e");
        if (all is not null && LacksCO2(place, all))
        {
            // Only what is named is known: the whole may be anything, and bounds no other gas.
            all = null;
        }

        if (gas == "CO2")
        {
            return scope.Find("CO2") is { } co2
                ? Counted(Points(co2))
                : new GasProfile(MissingReason.GasNotStated, [], all is null ? [] : Points(all));
        }

        if (scope.IsCO2Only)
        {
            return new GasProfile(MissingReason.CO2Only, [], gas == "CO2e" ? Points(scope.Gases[0]) : [])
            {
                HintIsCO2 = gas == "CO2e",
            };
        }

        var most = own is null || set is null ? 1 : LargestRatio(own, set);
        if (gas == "CO2e")
        {
            return all is null ? new GasProfile(MissingReason.GasNotStated, [], [])
                : own == set ? Counted(Points(all))
                : new GasProfile(MissingReason.OtherGwpSet, [], Times(Points(all), most));
        }

        var parts = PartsOf(scope, gas);
        if (parts.Count == 0)
        {
            return new GasProfile(MissingReason.GasNotStated, [], all is null ? [] : Times(Points(all), most));
        }

        var points = parts.Count == 1 ? Points(parts[0]) : Sum(parts);
        return own == set ? Counted(points)
            : Exact(gas, own, set) is { } factor ? Counted(Times(points, factor))
            : new GasProfile(MissingReason.OtherGwpSet, [], Times(points, most));
    }

    private static GasProfile OfStated(PlaceFacts place, string gas)
    {
        var reason = place.ScopeOne.State switch
        {
            ScopeOneState.BoundaryNotStated => MissingReason.BoundaryNotStated,
            ScopeOneState.ScopeOpen => MissingReason.ScopeOpen,
            _ => MissingReason.NoInventory,
        };
        var speaks = place.Stated.Count > 0 && (place.StatedGas == "CO2e" || gas is "CO2" or "CO2e");
        return new GasProfile(reason, [], speaks ? place.Stated : [])
        {
            HintIsCO2 = place.StatedGas == "CO2" && gas == "CO2e",
            HintIsLoose = true,
        };
    }

    private static GasProfile Counted(List<YearAmount> points) =>
        points.Count > 0
            ? new GasProfile(MissingReason.OtherYears, points, points)
            : new GasProfile(MissingReason.NoInventory, [], []);

    /// <summary>
    /// The series that make up a gas. F-gases are a row of their own, which families beside it would count again; else the
    /// families, if HFCs are among them: those are most of it, and the others alone do not stand for it.
    /// </summary>
    private static List<GasSeries> PartsOf(ScopeOne scope, string gas)
    {
        if (scope.Find(gas) is { } series)
        {
            return [series];
        }

        var families = gas == "F-gases" ? scope.Gases.Where(g => FGases.Contains(g.Gas)).ToList() : [];
        return families.Exists(g => HFCs.Contains(g.Gas)) ? families : [];
    }

    /// <summary>
    /// True when a total in CO2e is of other gases than CO2 alone: nothing names CO2, and the inventory is said to count
    /// others only, or rows that name a gas make up all of it.
    /// </summary>
    private static bool LacksCO2(PlaceFacts place, GasSeries all)
    {
        if (place.ScopeOne.Find("CO2") is not null)
        {
            return false;
        }

        if (place.Gases.Count > 0 && place.Gases.All(IsOther))
        {
            return true;
        }

        var named = place.ScopeOne.Gases.Where(g => IsOther(g.Gas)).ToList();
        return named.Count > 0
            && Points(all)
                .TrueForAll(p => Math.Abs(p.Amount - named.Sum(g => g[p.Year] ?? 0)) <= Math.Abs(p.Amount) * Rounding);
    }

    private static bool IsOther(string gas) =>
        gas == "F-gases" || FGases.Contains(gas) || (gas != "CO2" && Gas.Find(gas) is not null);

    private static List<YearAmount> Points(GasSeries series)
    {
        var points = new List<YearAmount>(series.Tonnes.Count);
        for (var i = 0; i < series.Tonnes.Count; i++)
        {
            if (!double.IsNaN(series.Tonnes[i]))
            {
                points.Add(new YearAmount(series.FirstYear + i, series.Tonnes[i]));
            }
        }

        return points;
    }

    /// <summary>Years in which every part has a number.</summary>
    private static List<YearAmount> Sum(List<GasSeries> parts) =>
        [
            .. Points(parts[0])
                .Where(p => parts.TrueForAll(s => s[p.Year] is not null))
                .Select(p => new YearAmount(p.Year, parts.Sum(s => s[p.Year]!.Value))),
        ];

    private static List<YearAmount> Times(List<YearAmount> points, double factor) =>
        [.. points.Select(p => p with { Amount = p.Amount * factor })];

    /// <summary>One substance has one potential in each set, so its mass is known; a mixture's is not.</summary>
    private static double? Exact(string gas, GwpSet? from, GwpSet? to) =>
        from is not null && to is not null && Gas.Find(gas) is { } one && from.Gwp(one) is { } a && to.Gwp(one) is { } b
            ? b / a
            : null;

    /// <summary>The most that an amount in one metric can be in another, whatever gases it is made of.</summary>
    internal static double LargestRatio(GwpSet from, GwpSet to) =>
        from == to
            ? 1
            : Gas
                .All.Where(g => g.IsKyoto)
                .Select(g => (To: to.Gwp(g), From: from.Gwp(g)))
                .Where(g => g.To is not null && g.From > 0)
                .Select(g => g.To!.Value / g.From!.Value)
                .DefaultIfEmpty(1)
                .Max();
}
