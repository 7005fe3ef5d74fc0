// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;

namespace Lodestar.Planning.Alliances;

/// <summary>A place with what it lies in.</summary>
/// <param name="Code">Alpha-2 code in capitals for a country, else an id of the gazetteer: one place, one code.</param>
/// <param name="Alpha2">The country it is or lies in; null when not stated.</param>
public sealed record PlaceNode(string Code, string? Alpha2, EquatableList<Parent> Parents)
{
    public bool IsCountry => Code == Alpha2;
}

/// <summary>
/// Which places lie in which, year by year. Two assumptions: where a share is below one, emissions are spread evenly over
/// the place; and the direct parents of a place do not overlap, unless one of them holds all of it.
/// </summary>
/// <param name="find">A place by any code that a parent may bear; null for one that is not known.</param>
public sealed partial class Hierarchy(Func<string, PlaceNode?> find)
{
    // 0.3 + 0.7 of a place is the whole of it, whatever binary fractions make of that.
    private const double Whole = 1 - 1e-12;

    /// <summary>A hierarchy of these places alone, with the countries they lie in.</summary>
    public static Hierarchy Of(IEnumerable<PlaceNode> places)
    {
        var known = new Dictionary<string, PlaceNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places)
        {
            known.TryAdd(place.Code, place);
        }

        return new Hierarchy(known.GetValueOrDefault);
    }

    /// <summary>
    /// The part of a place, 0 to 1, that lies inside members in a year: the sum over its direct parents of share × (1 for a
    /// member, else the parent's own covered part), at most 1. A place does not cover itself.
    /// </summary>
    public double Covered(PlaceNode place, IReadOnlySet<string> members, int year) =>
        // Most places lie in their country and nothing else: no need to look anything up.
        place is { Parents.Count: 0, IsCountry: false, Alpha2: { } country }
        && members.Contains(country)
            ? 1
            : Covered(place, p => members.Contains(p.Code), year);

    /// <summary>The same, of members that a question tells.</summary>
    public double Covered(PlaceNode place, Func<PlaceNode, bool> isMember, int year) =>
        place.Parents.Count > 0 ? Covered(place, isMember, year, new(StringComparer.Ordinal))
        : place.IsCountry || place.Alpha2 is null ? 0
        : isMember(Node(place.Alpha2)) ? 1
        : Covered(place, isMember, year, new(StringComparer.Ordinal));

    /// <summary>Codes of all that a place lies in, whole or in part, directly or through others; loops are cut as for what is covered.</summary>
    public IReadOnlySet<string> Above(PlaceNode place, int year)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<PlaceNode>([place]);
        while (next.TryPop(out var at))
        {
            foreach (var (parent, _) in DirectParents(at, year))
            {
                if (!IsLoop(at, parent, year) && above.Add(parent.Code))
                {
                    next.Push(parent);
                }
            }
        }

        return above;
    }

    /// <summary>What a place lies in directly in a year: its country, and the parents in force.</summary>
    public IEnumerable<(PlaceNode Place, double Share)> DirectParents(PlaceNode place, int year)
    {
        if (place is { IsCountry: false, Alpha2: { } country })
        {
            yield return (Node(country), 1);
        }

        foreach (var parent in place.Parents)
        {
            var inForce = (parent.FromYear ?? int.MinValue) <= year && year <= (parent.ToYear ?? int.MaxValue);
            if (inForce && Node(parent.Code) is var node && node.Code != place.Code)
            {
                yield return (node, Math.Clamp(parent.Share, 0, 1));
            }
        }
    }

    // What a place's parents come to is worked out once, however many ways lead there: loops are cut, so it is the same each time.
    private double Covered(PlaceNode place, Func<PlaceNode, bool> isMember, int year, Dictionary<string, double> known)
    {
        if (known.TryGetValue(place.Code, out var covered))
        {
            return covered;
        }

        // A way round that no loop's cutting has seen ends here.
        known[place.Code] = 0;
        var sum = 0.0;
        foreach (var (parent, share) in DirectParents(place, year))
        {
            if (!IsLoop(place, parent, year))
            {
                sum += share * (isMember(parent) ? 1 : Covered(parent, isMember, year, known));
            }
        }

        return known[place.Code] = sum >= Whole ? 1 : sum;
    }

    // Of places that name each other as parents the first by code stays; else each would hide the other.
    private bool IsLoop(PlaceNode place, PlaceNode parent, int year) =>
        string.CompareOrdinal(place.Code, parent.Code) < 0
        && parent.Parents.Count > 0
        && Reaches(parent, place.Code, year, []);

    private bool Reaches(PlaceNode from, string code, int year, HashSet<string> seen) =>
        seen.Add(from.Code)
        && DirectParents(from, year).Any(p => p.Place.Code == code || Reaches(p.Place, code, year, seen));

    private static bool IsCountryCode(string code) => code.Length is 2 or 3 && code.All(char.IsAsciiLetterUpper);

    private PlaceNode Node(string code)
    {
        if (find(code) is { } known)
        {
            return known;
        }

        // A part of a country by ISO 3166-2 ("GB-SCT") lies in it, even where nobody has a plan of it.
        var isPart = IsPart().IsMatch(code);
        var country = isPart || IsCountryCode(code) ? Countries.Find(isPart ? code[..2] : code)?.Alpha2 : null;
        return new PlaceNode(
            country is null ? code
                : isPart ? code.ToUpperInvariant()
                : country,
            country,
            EquatableList<Parent>.Empty
        );
    }

    [GeneratedRegex("^[A-Z]{2}-[A-Z0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsPart();
}
