// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Places;

/// <summary>A plan that has taken over a measure or a practice of the library.</summary>
/// <param name="Begins">The year in which it begins there; null when not stated.</param>
public sealed record Adopter(PlannedPlace Place, int? Begins);

/// <summary>Who has taken over what, of the plans in the list; no plan is read for it.</summary>
public sealed class Adopters
{
    private readonly FrozenDictionary<string, IReadOnlyList<Adopter>> _byMeasure;
    private readonly FrozenDictionary<string, IReadOnlyList<Adopter>> _byPractice;

    /// <param name="places">In the order in which they are to be named.</param>
    internal Adopters(IReadOnlyList<PlannedPlace> places) =>
        (_byMeasure, _byPractice) = (By(places, a => a.Measure), By(places, a => a.Practice));

    public IReadOnlyList<Adopter> OfMeasure(string id) => _byMeasure.GetValueOrDefault(id) ?? [];

    public IReadOnlyList<Adopter> OfPractice(string id) => _byPractice.GetValueOrDefault(id) ?? [];

    // A plan stands once, however often it took the same over.
    private static FrozenDictionary<string, IReadOnlyList<Adopter>> By(
        IReadOnlyList<PlannedPlace> places,
        Func<AdoptedRow, string?> id
    ) =>
        places
            .SelectMany(p =>
                p.Plan.Adopted.Where(a => id(a) is not null)
                    .GroupBy(a => id(a)!, StringComparer.Ordinal)
                    .Select(g => (Id: g.Key, Adopter: new Adopter(p, g.Min(a => a.Begins))))
            )
            .GroupBy(a => a.Id, a => a.Adopter, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<Adopter>)[.. g], StringComparer.Ordinal);
}
