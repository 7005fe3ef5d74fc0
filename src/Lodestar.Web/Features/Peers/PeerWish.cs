// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Peers;

namespace Lodestar.Web.Features.Peers;

/// <summary>What an address asks of the search for places like one: weights that differ from the usual, and which kinds.</summary>
public sealed record PeerWish(PeerWeights Weights, bool AnyKind)
{
    public const string KindField = "kind";
    public const string AnyKindWord = "any";

    public static PeerWish Of(IQueryCollection query)
    {
        var weights = PeerWeights.Default;
        foreach (var trait in Enum.GetValues<Trait>())
        {
            if (WeightOf(query, trait) is { } weight)
            {
                weights = weights.With(trait, weight);
            }
        }

        return new PeerWish(weights, query[KindField] == AnyKindWord);
    }

    /// <summary>The first value that is no weight or kind, with what it may be; null when all are understood.</summary>
    public static (string Name, string Value, string Allowed)? NotUnderstood(IQueryCollection query)
    {
        foreach (var trait in Enum.GetValues<Trait>())
        {
            if (
                query[Word(trait)].ToString() is { Length: > 0 } text
                && WeightOf(query, trait) is not (>= 0 and <= PeerWeights.Most)
            )
            {
                return (Word(trait), text, FormattableString.Invariant($"0-{PeerWeights.Most}"));
            }
        }

        var kind = query[KindField].ToString();
        return kind is "" or AnyKindWord ? null : (KindField, kind, AnyKindWord);
    }

    private static double? WeightOf(IQueryCollection query, Trait trait) =>
        double.TryParse(
            query[Word(trait)].ToString(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var weight
        )
            ? weight
            : null;

    /// <summary>"climate", "size" … as addresses and texts spell it.</summary>
    public static string Word(Trait trait) => trait.ToString().ToLowerInvariant();

    /// <summary>The query that asks for the same, "" for the usual.</summary>
    public string Query
    {
        get
        {
            var parts = Enum.GetValues<Trait>()
                .Where(t => !Weights[t].Equals(PeerWeights.Default[t]))
                .Select(t => FormattableString.Invariant($"{Word(t)}={Weights[t]}"));
            return string.Join('&', AnyKind ? parts.Append($"{KindField}={AnyKindWord}") : parts);
        }
    }
}
