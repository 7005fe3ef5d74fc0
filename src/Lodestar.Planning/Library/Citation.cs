// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Library;

/// <summary>Where a row of the library comes from, weak to strong (DESIGN §8).</summary>
public enum Mark
{
    /// <summary>The project's own proposal, in the sense of the sources it names; never shown as what they say.</summary>
    Reconstructed = 0,

    /// <summary>Common knowledge of the named source, not read there again.</summary>
    Unverified,

    /// <summary>Read in the named source.</summary>
    Verified,

    /// <summary>Stands in one of the documents that the product was founded on.</summary>
    Seed,
}

/// <summary>What every row of the library says of itself.</summary>
/// <param name="AsOf">The day on which the statement was checked, or that the source speaks for.</param>
/// <param name="Sources">Ids of sources of the library; the first is the one to cite.</param>
public sealed record Citation(Mark Mark, DateOnly? AsOf, EquatableList<string> Sources)
{
    /// <summary>False when neither the row nor the one it stands in says which mark it bears: it counts as the weakest.</summary>
    public bool MarkIsStated { get; init; }

    /// <summary>What a reader should know: a conflict between sources, what is not known.</summary>
    public LocalText? Note { get; init; }

    public static Citation None { get; } = new(Mark.Reconstructed, null, EquatableList<string>.Empty);
}

/// <summary>Something that shows what is said: a law, a report, a page.</summary>
public sealed record Evidence(string Title)
{
    public string? Url { get; init; }

    /// <summary>The day of the evidence, or the last day of its year where only that is known.</summary>
    public DateOnly? Date { get; init; }
    public bool YearOnly { get; init; }

    /// <summary>Id of a source of the plan or of the library.</summary>
    public string? Source { get; init; }
}
