// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Asks;

/// <summary>The asks that an alliance's sums read: those of its members, and those that name it as an ally.</summary>
/// <param name="Asks">In no order.</param>
/// <param name="Places">Every place with a plan.</param>
/// <param name="Members">Places that belong to it on the day.</param>
/// <param name="Planned">Members with a plan.</param>
/// <param name="Asking">Members whose plan states an ask.</param>
public sealed record AskInputs(
    IReadOnlyList<AskInput> Asks,
    IReadOnlyList<AskPlace> Places,
    int Members,
    int Planned,
    int Asking
)
{
    public static AskInputs Of(PlaceCatalog catalog, Alliance alliance)
    {
        var members = alliance.CountingOn(catalog.Day, catalog.Gazetteer);
        var plans = members
            .Select(m => catalog.Gazetteer.Find(m)?.PlanId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(catalog.ByPlan.ContainsKey)
            .ToHashSet(StringComparer.Ordinal);
        var asks = new List<AskInput>();
        // Also those that ask nothing: the way from a place to one that asks may lead through them.
        var places = catalog.Planned.Select(PlaceOf).ToList();
        foreach (var place in catalog.Planned.Where(p => p.Plan.Asks.Count > 0))
        {
            var its = place.Plan.Asks.Where(a => plans.Contains(place.Plan.PlanId) || a.Allies.Contains(alliance.Id));
            asks.AddRange(its.Select(a => InputOf(place.Plan.PlanId, a)));
        }

        return new AskInputs(
            asks,
            places,
            members.Count,
            plans.Count,
            plans.Count(p => catalog.ByPlan[p].Plan.Asks.Count > 0)
        );
    }

    private static AskInput InputOf(string plan, AskRow ask) =>
        new(plan, ask.Id, ask.Title)
        {
            Addressee = ask.Addressee,
            Level = ask.Level,
            AddresseePlace = ask.AddresseePlace,
            Instrument = ask.Instrument,
            Status = ask.Status,
            Measures = ask.Measures,
            Sectors = ask.Sectors,
            Allies = ask.Allies,
            Unlocks = ask.Unlocks.Select(u => (u.Year, u.Tonnes)).ToEquatableList(),
            Kind = ask.Kind,
        };

    private static AskPlace PlaceOf(PlannedPlace place) =>
        new(
            place.Plan.PlanId,
            place.Plan.Alpha2,
            place.Plan.Kind == "country",
            place.Plan.Parents,
            place.Plan.Codes.Select(c => c.Code).Append(place.Place.Id).ToEquatableList()
        );
}
