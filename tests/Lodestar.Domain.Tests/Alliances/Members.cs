// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Domain.Tests.Alliances;

/// <summary>Small places to sum.</summary>
internal static class Members
{
    public static PlaceFacts Country(string alpha2) =>
        new(new PlaceNode(alpha2, alpha2, EquatableList<Parent>.Empty), new LocalText(alpha2))
        {
            Kind = JurisdictionKind.Country,
            HasPlan = true,
        };

    public static PlaceFacts City(string code, string? country, params Parent[] parents) =>
        new(new PlaceNode(code, country, parents.ToEquatableList()), new LocalText(code))
        {
            Kind = JurisdictionKind.City,
            HasPlan = true,
        };

    /// <summary>Tonnes by year from a first year on; NaN for none.</summary>
    public static GasSeries Gas(string gas, int first, params double[] tonnes) =>
        new(gas, first, tonnes.ToEquatableList());

    /// <summary>An inventory of CO2 alone.</summary>
    public static PlaceFacts WithCO2(this PlaceFacts place, int first, params double[] tonnes) =>
        place.With(null, "CO2", Gas("CO2", first, tonnes));

    public static PlaceFacts With(this PlaceFacts place, string? gwpSet, params GasSeries[] gases) =>
        place.With(gwpSet, gases.Any(g => g.Gas == "CO2e") ? "CO2e" : "CO2", gases);

    private static PlaceFacts With(this PlaceFacts place, string? gwpSet, string stated, params GasSeries[] gases) =>
        place with
        {
            ScopeOne = new ScopeOne(ScopeOneState.Comparable, gwpSet, gases.ToEquatableList()),
            GwpSet = gwpSet,
            StatedGas = stated,
            Stated = Points(gases.First(g => g.Gas == stated)),
        };

    public static PlaceFacts Stating(
        this PlaceFacts place,
        ScopeOneState state,
        string gas,
        params (int, double)[] stated
    ) =>
        place with
        {
            ScopeOne = ScopeOne.None with { State = state },
            StatedGas = gas,
            Stated = stated.Select(s => new YearAmount(s.Item1, s.Item2)).ToEquatableList(),
        };

    public static PlaceFacts Promising(this PlaceFacts place, int? zero, params (int Year, double Tonnes)[] path) =>
        place with
        {
            NetZeroYear = zero,
            Path = path.Select(p => new YearAmount(p.Year, p.Tonnes)).ToEquatableList(),
        };

    public static WholeYear? In(this WholePromises promises, int year) =>
        promises.Path.FirstOrDefault(y => y.Year == year);

    public static WholeTotals Total(params PlaceFacts[] places) => AllianceTotals.Of(places, Lies(places));

    public static Hierarchy Lies(params IEnumerable<PlaceFacts> places) => Hierarchy.Of(places.Select(p => p.Node));

    private static EquatableList<YearAmount> Points(GasSeries series) =>
        series
            .Tonnes.Select((t, i) => new YearAmount(series.FirstYear + i, t))
            .Where(p => !double.IsNaN(p.Amount))
            .ToEquatableList();
}
