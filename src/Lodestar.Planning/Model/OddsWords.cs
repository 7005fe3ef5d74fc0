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
    private static readonly (double Least, string Word)[] Terms =
    [
        (0.99, "virtually-certain"),
        (0.90, "very-likely"),
        (0.66, "likely"),
        (0.33, "about-as-likely-as-not"),
        (0.10, "unlikely"),
        (0.01, "very-unlikely"),
        (0, "exceptionally-unlikely"),
    ];

    /// <summary>The term, or the two terms between which the 95 % interval of the odds lies.</summary>
    /// <param name="odds">Odds of a sample.</param>
    /// <returns>A message of one or two terms.</returns>
    public static Message Of(Odds odds)
    {
        var (low, high) = odds.Interval();
        var (from, to) = (Term(low), Term(high));
        return from == to
            ? Message.Of("odds." + from)
            : Message.Of("odds.between", ("low", Message.Of("odds." + from)), ("high", Message.Of("odds." + to)));
    }

    private static string Term(double share) => Terms.First(t => share >= t.Least).Word;
}
