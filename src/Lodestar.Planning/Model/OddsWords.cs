// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Model;

/// <summary>
/// Odds in words, for where most of the spread comes from inputs that nobody has checked: the calibrated terms of the IPCC
/// (Mastrandrea et al. 2010, Guidance Note on Consistent Treatment of Uncertainties, table 1), from one end of the
/// interval to the other.
/// </summary>
public static class OddsWords
{
    private static readonly (double Least, Message Word)[] Terms =
    [
        (0.99, Message.Of("odds.virtually-certain")),
        (0.90, Message.Of("odds.very-likely")),
        (0.66, Message.Of("odds.likely")),
        (0.33, Message.Of("odds.about-as-likely-as-not")),
        (0.10, Message.Of("odds.unlikely")),
        (0.01, Message.Of("odds.very-unlikely")),
        (0, Message.Of("odds.exceptionally-unlikely")),
    ];

    /// <summary>The term, or the two terms between which the 95 % interval of the odds lies.</summary>
    /// <param name="odds">Odds of a sample.</param>
    /// <returns>A message of one or two terms.</returns>
    public static Message Of(Odds odds)
    {
        var (low, high) = odds.Interval();
        var (from, to) = (Term(low), Term(high));
        return from == to ? from : Message.Of("odds.between", ("low", from), ("high", to));
    }

    private static Message Term(double share) => Terms.First(t => share >= t.Least).Word;
}
