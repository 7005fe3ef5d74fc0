// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Peers;

/// <summary>How alike two places are in one trait, from 0 to 1.</summary>
public readonly record struct TraitLikeness(Trait Trait, double Likeness);

/// <summary>A place like the one asked for.</summary>
/// <param name="Likeness">
/// Mean likeness over the traits that the asking place has and that were asked for, by their weights; a trait that the
/// other place does not state counts as unlike. A measure of resemblance, never of merit.
/// </param>
/// <param name="Traits">The traits that both have, in the order of <see cref="Trait"/>.</param>
public sealed record PeerMatch(PeerPlace Place, double Likeness, EquatableList<TraitLikeness> Traits);

/// <summary>Weights of traits, 0 to leave one out.</summary>
public sealed record PeerWeights
{
    public const int Most = 5;

    private readonly double[] _weights;

    private PeerWeights(double[] weights) => _weights = weights;

    public static PeerWeights Default { get; } = new([.. TraitRule.All.Select(r => r.Weight)]);

    public double this[Trait trait] => _weights[(int)trait];

    /// <summary>With another weight, brought into 0 to <see cref="Most"/>.</summary>
    public PeerWeights With(Trait trait, double weight)
    {
        var weights = _weights.ToArray();
        weights[(int)trait] = double.IsFinite(weight) ? Math.Clamp(weight, 0, Most) : 0;
        return new PeerWeights(weights);
    }

    public bool Equals(PeerWeights? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    public override int GetHashCode() => _weights.Aggregate(17, HashCode.Combine);
}

/// <summary>Finds places like one, with the reasons.</summary>
public static class PeerSearch
{
    /// <summary>Fewer traits in common say nothing, unless the place asked for has no more.</summary>
    private const int FewestShared = 3;

    /// <summary>
    /// The most alike first, then by id; the place itself is left out, and so are places that share too few traits.
    /// </summary>
    public static IReadOnlyList<PeerMatch> Find(
        PeerPlace mine,
        IEnumerable<PeerPlace> others,
        PeerWeights weights,
        int count
    )
    {
        var asked = TraitRule.All.Select(r => r.Trait).Where(t => weights[t] > 0 && mine.Knows(t)).ToList();
        var whole = asked.Sum(t => weights[t]);
        if (whole <= 0)
        {
            return [];
        }

        var enough = Math.Min(FewestShared, asked.Count);
        return
        [
            .. others
                .Where(o => o.Id != mine.Id)
                .Select(o => Match(mine, o, asked, weights, whole))
                .Where(m => m.Traits.Count >= enough)
                .OrderByDescending(m => m.Likeness)
                .ThenBy(m => m.Place.Id, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    /// <summary>Likeness in one trait; null where it cannot be said of both.</summary>
    public static double? Of(Trait trait, PeerPlace mine, PeerPlace theirs)
    {
        switch (trait)
        {
            case Trait.Mix:
                return mine.Mix.Count > 0 && theirs.Mix.Count > 0
                    ? TraitRule.Of(trait).Of(EmissionMix.Distance(mine.Mix, theirs.Mix), 0)
                    : null;
            case Trait.Powers:
                return mine.StatesPowers && theirs.StatesPowers ? InCommon(mine.Powers, theirs.Powers) : null;
            case Trait.Emissions when mine.Gas != theirs.Gas:
                return null;
            default:
                return mine.Number(trait) is { } a && theirs.Number(trait) is { } b
                    ? TraitRule.Of(trait).Of(a.Value, b.Value)
                    : null;
        }
    }

    private static PeerMatch Match(
        PeerPlace mine,
        PeerPlace other,
        List<Trait> asked,
        PeerWeights weights,
        double whole
    )
    {
        var shared = new List<TraitLikeness>(asked.Count);
        var sum = 0.0;
        foreach (var trait in asked)
        {
            if (Of(trait, mine, other) is { } likeness)
            {
                shared.Add(new TraitLikeness(trait, likeness));
                sum += weights[trait] * likeness;
            }
        }

        return new PeerMatch(other, sum / whole, new EquatableList<TraitLikeness>(shared));
    }

    private static double InCommon(EquatableList<string> one, EquatableList<string> other)
    {
        var either = one.Union(other, StringComparer.Ordinal).Count();
        return either == 0 ? 1 : (double)one.Intersect(other, StringComparer.Ordinal).Count() / either;
    }
}
