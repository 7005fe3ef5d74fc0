// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Planning.Climate;

/// <summary>Why a place is not in the pathway of an alliance.</summary>
public enum PathwayGap
{
    /// <summary>It states no path.</summary>
    NoPath = 0,

    /// <summary>Its inventory is in CO2e and does not name every gas.</summary>
    NoGases,
}

/// <summary>The paths of an alliance's members in one, each tonne once.</summary>
/// <param name="Places">Members that are in it, by code; those that lie wholly inside others are in neither list.</param>
/// <param name="LeftOut">Members that are not, by code.</param>
public sealed record AlliancePathway(
    PathwayAnswer Answer,
    EquatableList<string> Places,
    EquatableList<(string Code, PathwayGap Gap)> LeftOut
);

/// <summary>
/// Adds members' paths, overlap removed as in <see cref="AllianceTotals"/>: a place adds the part of it that lies in no
/// other member. Each path is split by the gases that its own inventory last named.
/// </summary>
public static class AlliancePathways
{
    public static AlliancePathway Of(
        IEnumerable<PlaceFacts> places,
        Hierarchy hierarchy,
        DateOnly date,
        ClimateModel? model = null,
        int until = PlacePathways.Until
    )
    {
        var climate = model ?? ClimateModel.Shipped;
        // One order for the sums, so that the order of the question never changes a bit of the answer.
        var all = places.DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        var members = all.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var (parts, codes) = (new List<(GasLines, Func<int, double>)>(), new List<string>());
        var leftOut = new List<(string, PathwayGap)>();
        var isSplit = false;
        foreach (var place in all)
        {
            var weights = new Weights(place.Node, members, hierarchy);
            if (weights[date.Year] == 0)
            {
                continue;
            }

            if (place.Path.Count == 0)
            {
                leftOut.Add((place.Code, PathwayGap.NoPath));
            }
            else if (GasesOf(place, climate) is not { } gases)
            {
                leftOut.Add((place.Code, PathwayGap.NoGases));
            }
            else
            {
                parts.Add((LinesOf(place, gases, date), y => weights[y]));
                codes.Add(place.Code);
                isSplit |= gases.Count > 1;
            }
        }

        var answer =
            parts.Count == 0
                ? PathwayAnswer.Without(WarmingDiagnostics.NoPath("targets.yaml"))
                : PlacePathways.Of(
                    new GasSums(parts, GwpSet.AR5),
                    climate,
                    until,
                    isSplit,
                    Assumptions(isSplit, until),
                    "targets.yaml"
                );
        return new AlliancePathway(answer, codes.ToEquatableList(), leftOut.ToEquatableList());
    }

    private static IEnumerable<Message> Assumptions(bool isSplit, int until)
    {
        yield return Message.Of("climate.assumed.sum");
        if (isSplit)
        {
            yield return Message.Of("climate.assumed.sum-split");
        }

        yield return Message.Of("climate.assumed.sum-held", ("until", until));
    }

    /// <summary>Each gas with its tonnes in a tonne of what the path is stated in; null where a part names no gas.</summary>
    private static List<(string Species, Gas Gas, double PerUnit)>? GasesOf(PlaceFacts place, ClimateModel model)
    {
        var species = new GasSpecies(model.Calibration);
        if (place.StatedGas == Gas.CO2.Id)
        {
            return [(species.Fossil, Gas.CO2, 1)];
        }

        var scope = place.ScopeOne;
        if (
            scope.GwpSet is not { } id
            || GwpSet.Find(id) is not { } set
            || scope.Find("CO2e") is not { LastNumberYear: { } year } all
            || all[year] is not (> 0 and var whole)
        )
        {
            return null;
        }

        var gases = new List<(string, Gas, double)>();
        var named = 0.0;
        foreach (var series in scope.Gases.Where(g => g.Gas != "CO2e"))
        {
            if (species.Of(series.Gas, set) is not var (name, gas, _))
            {
                return null;
            }

            var share = series[year].GetValueOrDefault() / whole;
            named += share;
            gases.Add((name, gas, gas.Id == Gas.CO2.Id ? share : share / set.Gwp(gas)!.Value));
        }

        return Math.Abs(named - 1) < Complete ? gases : null;
    }

    // Sums of thousands of rows come out a little beside the whole.
    private const double Complete = 1e-6;

    private static GasLines LinesOf(
        PlaceFacts place,
        List<(string Species, Gas Gas, double PerUnit)> gases,
        DateOnly date
    )
    {
        var path = new PathLine(place.Path);
        IReadOnlyList<YearAmount> stated = place.Stated.Count > 0 ? place.Stated : [place.Path[0]];
        var uncovered = stated[^1].Amount * (1 - place.PathCovers);
        return new GasLines(
            gases.ConvertAll(g => new GasLine(
                g.Species,
                g.Gas,
                [.. stated.Select(s => s with { Amount = s.Amount * g.PerUnit })],
                g.PerUnit,
                uncovered * g.PerUnit
            )),
            path,
            GasLines.StartOf(path, stated[^1].Year, date)
        );
    }
}
