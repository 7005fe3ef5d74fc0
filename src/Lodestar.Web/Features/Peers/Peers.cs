// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Peers;
using Lodestar.Planning.Practices;

namespace Lodestar.Web.Features.Peers;

/// <summary>A place like another: what it is like, and what it promised, did and achieved.</summary>
public sealed record Peer(PlannedPlace Place, PeerMatch Match, IReadOnlyList<GoodPractice> Practices)
{
    /// <summary>The next milestone ahead, or the zero year.</summary>
    public int? NextMilestone(DateOnly day) =>
        Place.Plan.Milestones.Where(m => m.Year >= day.Year).Select(m => (int?)m.Year).FirstOrDefault();
}

/// <summary>The places of a catalogue as the search for likeness sees them.</summary>
internal static class Peers
{
    public const int Shown = 12;

    private const double PerThousand = 1000;

    public static (PeerPlace Mine, IReadOnlyList<Peer> Like) Of(PlaceCatalog catalog, PlannedPlace place, PeerWish wish)
    {
        var mine = PlaceOf(place);
        var others = catalog.Planned.Where(p => wish.AnyKind || p.Place.Kind == place.Place.Kind).Select(PlaceOf);
        return (
            mine,
            [
                .. PeerSearch
                    .Find(mine, others, wish.Weights, Shown)
                    .Select(m => new Peer(catalog.ByPlan[m.Place.Id], m, PracticesOf(catalog, m.Place.Id))),
            ]
        );
    }

    public static PeerPlace PlaceOf(PlannedPlace place)
    {
        var (plan, country) = (place.Plan, place.Place.Country?.Alpha2 ?? place.Plan.Alpha2);
        var isCountry = place.Place.Kind == Planning.Plans.JurisdictionKind.Country;
        return new PeerPlace(plan.PlanId, place.Place.Kind)
        {
            Country = country,
            Latitude = plan.Latitude ?? place.Place.Coordinates?.Latitude,
            People = plan.Population ?? place.Place.Population?.People,
            AreaKm2 = plan.AreaKm2 ?? place.Place.AreaKm2,
            TonnesPerPerson = plan.TonnesPerPerson,
            Gas = plan.Gas,
            Income =
                plan.Facts.Income is { } own ? new TraitNumber(own)
                : PartyWorld.Shipped.Find(country)?.GdpPerPerson is { } dollars
                    ? new TraitNumber(dollars / PerThousand, OfCountry: !isCountry)
                : null,
            Grid = GridFactors.Of(country) is { } grid
                ? new TraitNumber(grid.GramsPerKwh, OfCountry: !isCountry)
                : null,
            Trend = plan.Facts.Trend,
            Mix = plan.Facts.Mix,
            Powers = plan.Facts.Powers,
            StatesPowers = plan.Facts.StatesPowers,
        };
    }

    private static IReadOnlyList<GoodPractice> PracticesOf(PlaceCatalog catalog, string planId)
    {
        var place = catalog.ByPlan[planId].Place;
        return [.. catalog.Library.Practices.Where(p => p.Places.Any(code => IsAt(catalog.Gazetteer, code, place)))];
    }

    private static bool IsAt(Gazetteer gazetteer, string code, Jurisdiction place) =>
        gazetteer.Find(code)?.Id == place.Id;
}
