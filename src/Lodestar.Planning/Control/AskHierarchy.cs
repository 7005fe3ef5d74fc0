// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Control;

/// <summary>Which asks lie inside what a place asks that the asking place lies in.</summary>
internal sealed class AskHierarchy
{
    // 0.3 + 0.7 of a place is the whole of it, whatever binary fractions make of that.
    private const double Whole = 1 - 1e-12;

    private static readonly IEqualityComparer<AskPlace> Same = ReferenceEqualityComparer.Instance;

    private readonly Dictionary<string, AskPlace> _known;
    private readonly int _inForce;
    private readonly Dictionary<AskPlace, List<(AskPlace Place, double Share)>> _direct = new(Same);
    private readonly Dictionary<AskPlace, HashSet<AskPlace>> _above = new(Same);

    /// <param name="places">The places that ask.</param>
    /// <param name="inForce">The year in which parents must hold.</param>
    public AskHierarchy(IReadOnlyCollection<AskPlace> places, int inForce)
    {
        (_known, _inForce) = (new(StringComparer.Ordinal), inForce);
        var ordered = places.OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        foreach (var place in ordered)
        {
            _known.TryAdd(place.Id, place);
        }

        foreach (var place in ordered)
        {
            if (place is { IsCountry: true, Country: { } country })
            {
                _known.TryAdd(country, place);
            }

            foreach (var code in place.Codes)
            {
                _known.TryAdd(code, place);
            }
        }
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
            var byPlace = new Dictionary<AskPlace, List<Standing>>(Same);
            foreach (var ask in row)
            {
                if (_known.TryGetValue(ask.Ask.PlaceId, out var place))
                {
                    if (!byPlace.TryGetValue(place, out var its))
                    {
                        byPlace[place] = its = [];
                    }

                    its.Add(ask);
                }
            }

            if (byPlace.Count < 2)
            {
                continue;
            }

            foreach (var (place, its) in byPlace.OrderBy(p => Above(p.Key).Count))
            {
                if (!Above(place).Any(byPlace.ContainsKey))
                {
                    continue;
                }

                foreach (var ask in its)
                {
                    ask.Inside = Covered(place, ask, byPlace, new(Same));
                }
            }
        }
    }

    /// <summary>Sum over direct parents of share × (1 where it asks the same, else the part of it that lies in one that does).</summary>
    private double Covered(
        AskPlace place,
        Standing ask,
        Dictionary<AskPlace, List<Standing>> byPlace,
        Dictionary<AskPlace, double> known
    )
    {
        if (known.TryGetValue(place, out var covered))
        {
            return covered;
        }

        known[place] = 0;
        var sum = 0.0;
        foreach (var (parent, share) in Direct(place))
        {
            // Places that name each other as parents lie in neither.
            if (Above(parent).Contains(place))
            {
                continue;
            }

            var asksTheSame =
                byPlace.TryGetValue(parent, out var its) && its.Exists(s => s.Inside < 1 && s.Overlaps(ask));
            sum += share * (asksTheSame ? 1 : Covered(parent, ask, byPlace, known));
        }

        return known[place] = sum >= Whole ? 1 : sum;
    }

    private HashSet<AskPlace> Above(AskPlace place)
    {
        if (_above.TryGetValue(place, out var above))
        {
            return above;
        }

        above = new HashSet<AskPlace>(Same);
        var next = new Stack<AskPlace>([place]);
        while (next.TryPop(out var at))
        {
            foreach (var (parent, _) in Direct(at))
            {
                if (above.Add(parent))
                {
                    next.Push(parent);
                }
            }
        }

        return _above[place] = above;
    }

    private List<(AskPlace Place, double Share)> Direct(AskPlace place)
    {
        if (_direct.TryGetValue(place, out var direct))
        {
            return direct;
        }

        direct = [];
        if (!place.IsCountry && place.Country is { } country && _known.TryGetValue(country, out var whole))
        {
            direct.Add((whole, 1));
        }

        foreach (var parent in place.Parents)
        {
            var holds = (parent.FromYear ?? int.MinValue) <= _inForce && _inForce <= (parent.ToYear ?? int.MaxValue);
            if (holds && parent.Share > 0 && Find(parent.Code) is { } at && !ReferenceEquals(at, place))
            {
                direct.Add((at, Math.Min(1, parent.Share)));
            }
        }

        return _direct[place] = direct;
    }

    /// <summary>A part of a country ("GB-SCT") lies in it, even where the part itself asks nothing.</summary>
    private AskPlace? Find(string code) =>
        _known.TryGetValue(code, out var place) ? place
        : code.IndexOf('-', StringComparison.Ordinal) == 2 && _known.TryGetValue(code[..2], out place) ? place
        : null;
}
