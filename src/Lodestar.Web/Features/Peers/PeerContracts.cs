// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Peers;

namespace Lodestar.Web.Features.Peers;

/// <summary>Places like one.</summary>
/// <param name="Weights">By trait; 0 leaves a trait out.</param>
internal sealed record PeersContract(
    PeerContract Place,
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlyList<PeerContract> Peers
);

/// <summary>A place with the traits that likeness is measured by.</summary>
/// <param name="Likeness">0 to 1; null for the place asked for.</param>
/// <param name="Traits">The traits that are known of it.</param>
/// <param name="Change">Emissions against the base year as a fraction less one.</param>
internal sealed record PeerContract(
    string Id,
    string Name,
    double? Likeness,
    IReadOnlyList<PeerTraitContract> Traits,
    int? NetZeroYear,
    double? Change,
    int? BaseYear,
    IReadOnlyList<string> Practices
)
{
    public static PeerContract From(PlannedPlace planned, PeerPlace place, Peer? peer, MessageCatalog texts) =>
        new(
            planned.Plan.PlanId,
            planned.In(texts),
            peer?.Match.Likeness,
            [
                .. TraitRule
                    .All.Where(r => place.Knows(r.Trait))
                    .Select(r => PeerTraitContract.From(place, r.Trait, peer?.Match)),
            ],
            planned.Plan.NetZeroYear,
            planned.Change,
            planned.Plan.BaseYear,
            [.. peer?.Practices.Select(p => p.Id) ?? []]
        );
}

/// <summary>One trait of a place.</summary>
/// <param name="Value">
/// climate: degrees from the equator; size: people; density: people per km2; income: thousand international dollars of
/// 2017 a person; emissions: tonnes a person; trend: yearly change as a fraction; grid: g CO2e/kWh. Null for mix and
/// powers.
/// </param>
/// <param name="OfCountry">True when the number is of the country that the place lies in.</param>
/// <param name="Mix">Shares by group, for the trait mix.</param>
/// <param name="Powers">Powers held, for the trait powers.</param>
/// <param name="Likeness">To the place asked for; null where it was not compared.</param>
internal sealed record PeerTraitContract(
    string Trait,
    double? Value,
    bool OfCountry,
    IReadOnlyDictionary<string, double>? Mix,
    IReadOnlyList<string>? Powers,
    double? Likeness
)
{
    public static PeerTraitContract From(PeerPlace place, Trait trait, PeerMatch? match)
    {
        var number = place.Number(trait);
        return new PeerTraitContract(
            PeerWish.Word(trait),
            number?.Value,
            number?.OfCountry ?? false,
            trait == Planning.Peers.Trait.Mix ? place.Mix.ToDictionary(m => m.Group, m => m.Share) : null,
            trait == Planning.Peers.Trait.Powers ? place.Powers : null,
            match?.Traits.Where(t => t.Trait == trait).Select(t => (double?)t.Likeness).FirstOrDefault()
        );
    }
}
