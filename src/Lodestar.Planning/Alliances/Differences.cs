// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;

namespace Lodestar.Planning.Alliances;

/// <summary>Places that state the same thing of how they count.</summary>
/// <param name="Value">As stated; null for those that state nothing.</param>
/// <param name="Places">Codes.</param>
public sealed record SameStatement<T>(T? Value, EquatableList<string> Places);

/// <summary>What stands beside a sum of places that count differently: largest group first, those silent last.</summary>
public sealed record Differences(
    EquatableList<SameStatement<string>> Boundaries,
    EquatableList<SameStatement<string>> Gases,
    EquatableList<SameStatement<string>> GwpSets,
    EquatableList<SameStatement<string>> BaseYears,
    EquatableList<SameStatement<string>> LastYears
)
{
    public static Differences Of(WholeTotals totals)
    {
        var places = totals.Places.Where(p => !totals.Inside.Contains(p.Code)).ToList();
        EquatableList<SameStatement<string>> By(Func<PlaceFacts, string?> of) =>
            places
                .GroupBy(of)
                .OrderBy(g => g.Key is null)
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new SameStatement<string>(g.Key, g.Select(p => p.Code).ToEquatableList()))
                .ToEquatableList();
        return new Differences(
            By(p => p.Boundary is { } b and not Boundary.NotStated ? b.ToString() : null),
            By(p => p.Gases.Count == 0 ? null : string.Join(", ", p.Gases.Order(StringComparer.Ordinal))),
            By(p => p.GwpSet),
            By(p => p.BaseYear is { } y ? FormattableString.Invariant($"{y}") : null),
            By(p => p.Stated.Count > 0 ? FormattableString.Invariant($"{p.Stated[^1].Year}") : null)
        );
    }
}
