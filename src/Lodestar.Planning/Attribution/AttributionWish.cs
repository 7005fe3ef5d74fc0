// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;

namespace Lodestar.Planning.Attribution;

/// <summary>What is to be attributed to whom.</summary>
/// <param name="Players">The players; no two decide about the same parameter.</param>
/// <param name="Outputs">The variables whose change is attributed; at least one.</param>
public sealed record AttributionWish(ImmutableArray<Player> Players, ImmutableArray<BoundVariable> Outputs)
{
    /// <summary>What is set in the scenario. The players' own levers may be among it.</summary>
    public Settings Scenario { get; init; } = Settings.None;

    /// <summary>Parts of more players than this are sampled; at most <see cref="Shapley.MostExact"/>, at least 3.</summary>
    public int MostExact { get; init; } = Shapley.MostExact;

    /// <summary>How many pairs of orders a part is sampled with that has too many players; at least two.</summary>
    public int Pairs { get; init; } = 100;

    /// <summary>The same orders and draws for the same seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether the table of interactions is wanted of parts that are sampled; of exact ones it costs nothing.</summary>
    public bool WithInteractions { get; init; } = true;

    /// <summary>At most so many threads; results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The most memory that values of coalitions may take at once. Outputs that do not fit together are computed one by one.</summary>
    public long MostBytes { get; init; } = SampleSink.DefaultCap;
}
