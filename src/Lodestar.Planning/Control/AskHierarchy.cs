// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Alliances;

namespace Lodestar.Planning.Control;

/// <summary>Which asks lie inside what a place asks that the asking place lies in.</summary>
internal sealed class AskHierarchy
{
    private readonly Dictionary<string, PlaceNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlySet<string>> _above = new(StringComparer.Ordinal);
    private readonly Hierarchy _hierarchy;
    private readonly int _inForce;

    /// <param name="places">The places that ask.</param>
    /// <param name="inForce">The year in which parents must hold.</param>
    public AskHierarchy(IReadOnlyCollection<AskPlace> places, int inForce)
    {
        _inForce = inForce;
        var ordered = places.OrderBy(p => p.Id, StringComparer.Ordinal).DistinctBy(p => p.Id).ToList();
        // Of several plans of one country the first stands for it; the others lie in it.
        var countries = ordered.Where(p => p is { IsCountry: true, Country: not null }).DistinctBy(p => p.Country);
        var standing = countries.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var place in ordered)
        {
            var code = standing.Contains(place.Id) ? place.Country! : place.Id;
            _byId[place.Id] = new PlaceNode(code, place.Country, place.Parents);
        }

        var known = new Dictionary<string, PlaceNode>(_byId, StringComparer.Ordinal);
        foreach (var place in ordered)
        {
            known.TryAdd(_byId[place.Id].Code, _byId[place.Id]);
            foreach (var code in place.Codes)
            {
                known.TryAdd(code, _byId[place.Id]);
            }
        }

        _hierarchy = new Hierarchy(known.GetValueOrDefault);
    }

    /// <summary>
    /// Sets <see cref="Standing.Inside"/>, outermost places first: an ask lies inside another only where that one adds
    /// something itself, so that nothing disappears through an ask that has disappeared. Asks without tonnes take
    /// nothing away.
    /// </summary>
    public void RemoveInner(IReadOnlyList<Standing> asks)
    {
        // Where no two places ask the same, nothing can lie inside anything.
        foreach (var row in asks.Where(a => a.Tonnes is not null).GroupBy(a => a.Key))
        {
            var byPlace = row.Where(a => _byId.ContainsKey(a.Ask.PlaceId))
                .GroupBy(a => _byId[a.Ask.PlaceId])
                .ToDictionary(g => g.Key.Code, g => (Place: g.Key, Asks: g.ToList()), StringComparer.Ordinal);
            if (byPlace.Count < 2)
            {
                continue;
            }

            foreach (var (place, its) in byPlace.Values.OrderBy(p => Above(p.Place).Count))
            {
                if (!Above(place).Overlaps(byPlace.Keys))
                {
                    continue;
                }

                foreach (var ask in its)
                {
                    ask.Inside = _hierarchy.Covered(
                        place,
                        node =>
                            byPlace.TryGetValue(node.Code, out var outer)
                            && outer.Asks.Exists(o => o.Inside < 1 && o.Overlaps(ask)),
                        _inForce
                    );
                }
            }
        }
    }

    private IReadOnlySet<string> Above(PlaceNode place) =>
        _above.TryGetValue(place.Code, out var above) ? above : _above[place.Code] = _hierarchy.Above(place, _inForce);
}
