// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanMerging;

/// <summary>Who issued something, and which issue of it this is.</summary>
internal sealed record Edition(string? Publisher, DateOnly? Published, string? Name)
{
    public static Edition Of(Source? source) => new(source?.Publisher, source?.Published, source?.Edition);

    /// <summary>Case and accents make no difference; two that name nobody are of the same hand.</summary>
    public bool IsFromPublisherOf(Edition other) => Folded(Publisher) == Folded(other.Publisher);

    /// <summary>
    /// By date where both have one, else by the names of the editions ("2005 to 2020" after "2005 to 2019"); without
    /// either nobody can tell, and nothing is replaced.
    /// </summary>
    public bool IsNewerThan(Edition other) =>
        Published is { } mine && other.Published is { } theirs && mine != theirs
            ? mine > theirs
            : Name is not null && other.Name is not null && string.CompareOrdinal(Name, other.Name) > 0;

    private static string Folded(string? publisher) => publisher is null ? "" : NameMatch.Fold(publisher);
}
