// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features;

/// <summary>A plan that has taken over a measure or a practice of the library.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Begins">The year in which it begins there; null when not stated.</param>
/// <param name="Href">Its page.</param>
public sealed record AdopterContract(string Plan, string Name, int? Begins, string Href)
{
    internal static IReadOnlyList<AdopterContract> From(IReadOnlyList<Adopter> adopters, MessageCatalog texts) =>
        [
            .. adopters.Select(a => new AdopterContract(
                a.Place.Plan.PlanId,
                a.Place.In(texts),
                a.Begins,
                a.Place.Place.Href()
            )),
        ];
}
