// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Alliances;

/// <summary>As many made-up places as asked for, the same ones for the same seed: a hundred countries, cities in them, regions over both.</summary>
public static class ManyPlaces
{
    private const int FirstYear = 1990;
    private const int LastYear = 2023;

    public static IReadOnlyList<PlaceFacts> Of(int count, int seed = 1)
    {
        var random = new Random(seed);
        var countries = Countries.All.Take(100).Select(c => c.Alpha2).ToList();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => i < countries.Count ? Country(countries[i], random) : City(i, countries, random)),
        ];
    }

    /// <summary>Codes of each alliance's members.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Alliances(
        IReadOnlyList<PlaceFacts> places,
        int count,
        int members,
        int seed = 2
    )
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    (IReadOnlyList<string>)
                        [.. Enumerable.Range(0, members).Select(_ => places[random.Next(places.Count)].Code).Distinct()]
                ),
        ];
    }

    private static PlaceFacts Country(string code, Random random) =>
        Filled(
            new PlaceFacts(new PlaceNode(code, code, EquatableList<Parent>.Empty), new LocalText(code))
            {
                Kind = JurisdictionKind.Country,
                Population = 1e6 * random.Next(1, 100),
                PopulationYear = LastYear,
            },
            1e7 * random.Next(1, 100),
            random
        );

    private static PlaceFacts City(int i, List<string> countries, Random random)
    {
        var code = FormattableString.Invariant($"city-{i}");
        // Every tenth lies in a part of another country for half of it, for some years.
        var parents =
            i % 10 == 0
                ? EquatableList.Of(new Parent($"{countries[i % countries.Count]}-{i % 7}", 2000, null, 0.5))
                : EquatableList<Parent>.Empty;
        return Filled(
            new PlaceFacts(
                new PlaceNode(code, i % 20 == 0 ? null : countries[random.Next(countries.Count)], parents),
                new LocalText(code)
            )
            {
                Kind = JurisdictionKind.City,
                Population = i % 15 == 0 ? null : 1e4 * random.Next(1, 500),
                PopulationYear = LastYear,
            },
            1e5 * random.Next(1, 100),
            random
        );
    }

    private static PlaceFacts Filled(PlaceFacts place, double tonnes, Random random)
    {
        var kind = random.Next(10);
        if (kind == 0)
        {
            return place;
        }

        var years = Enumerable.Range(FirstYear, LastYear - FirstYear + 1 - random.Next(5)).ToList();
        var all = years.ConvertAll(y => tonnes * (1 - 0.01 * (y - FirstYear)));
        GasSeries Gas(string gas, double share) => new(gas, FirstYear, all.Select(t => t * share).ToEquatableList());
        var scope = kind switch
        {
            1 => ScopeOne.None with { State = ScopeOneState.BoundaryNotStated },
            2 => new ScopeOne(ScopeOneState.Comparable, null, EquatableList.Of(Gas("CO2", 1))),
            _ => new ScopeOne(
                ScopeOneState.Comparable,
                kind == 3 ? "AR4-100" : "AR5-100",
                EquatableList.Of(
                    Gas("CO2e", 1),
                    Gas("CO2", 0.8),
                    Gas("CH4", 0.15),
                    Gas("N2O", 0.04),
                    Gas("F-gases", 0.01)
                )
            ),
        };
        var zero = 2035 + random.Next(30);
        return place with
        {
            HasPlan = true,
            ScopeOne = scope,
            StatedGas = kind == 2 ? "CO2" : "CO2e",
            GwpSet = scope.GwpSet,
            Stated = years.Zip(all, (y, t) => new YearAmount(y, t)).ToEquatableList(),
            NetZeroYear = zero,
            Path = Enumerable
                .Range(years[^1], zero - years[^1] + 1)
                .Select(y => new YearAmount(y, all[^1] * (zero - y) / (zero - years[^1])))
                .ToEquatableList(),
        };
    }
}
