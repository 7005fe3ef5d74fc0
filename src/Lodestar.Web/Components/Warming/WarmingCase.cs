// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Web.Components.Warming;

/// <summary>What a place's or an alliance's path means for the climate, or why nobody can say.</summary>
/// <param name="Warming">Null where something is missing.</param>
/// <param name="Missing">What is not known, and what to do about it.</param>
/// <param name="Past">The years before, as the same ensemble has them; null without an answer.</param>
public sealed record WarmingCase(
    WarmingWish Wish,
    PlaceWarming? Warming,
    EquatableList<Diagnostic> Missing,
    WarmingOutlook? Past
)
{
    /// <summary>Of an alliance: whose paths are in it.</summary>
    public WarmingMembers? Members { get; init; }
}
