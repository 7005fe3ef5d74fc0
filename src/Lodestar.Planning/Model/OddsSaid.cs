// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Answers;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Model;

/// <summary>Odds as they are said (DESIGN §5).</summary>
public static class OddsSaid
{
    /// <summary>A percentage where the answer is firm, never more certain than the draws can tell; else words.</summary>
    /// <param name="odds">Odds of a sample.</param>
    /// <param name="isFirm">Whether at least half of the spread comes from inputs that somebody has checked.</param>
    public static Message Of(Odds odds, bool isFirm) =>
        !isFirm ? OddsWords.Of(odds)
        : odds.Hits == 0 ? Message.Of("odds.below", ("share", new Share(odds.Interval().High)))
        : odds.Hits == odds.Count ? Message.Of("odds.above", ("share", new Share(odds.Interval().Low)))
        : Message.Of("odds.share", ("share", new Share(Math.Clamp(Math.Round(odds.Share, 2), 0.01, 0.99))));
}
