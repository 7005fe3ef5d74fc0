// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Peers;

/// <summary>A part of a place's emissions in its last year with sectors, as a share of the whole.</summary>
/// <param name="Group">One of <see cref="EmissionMix.Groups"/>.</param>
public sealed record MixShare(string Group, double Share);

/// <summary>
/// What likeness between places is measured by, as far as a plan's own files say; what they do not say is null, and
/// never guessed.
/// </summary>
public sealed record PeerFacts
{
    /// <summary>Real product per person, in thousand international dollars of 2017.</summary>
    public double? Income { get; init; }

    /// <summary>Mean yearly change of emissions over up to ten years: -0.02 is 2 % less a year.</summary>
    public double? Trend { get; init; }
    public int? TrendFrom { get; init; }
    public int? TrendTo { get; init; }

    /// <summary>By share, the groups with anything in them.</summary>
    public EquatableList<MixShare> Mix { get; init; } = EquatableList<MixShare>.Empty;

    /// <summary>Powers that the place says it holds, whole or in part.</summary>
    public EquatableList<string> Powers { get; init; } = EquatableList<string>.Empty;

    /// <summary>True when the plan states its powers at all: none held is then an answer.</summary>
    public bool StatesPowers { get; init; }
}
