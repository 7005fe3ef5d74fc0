// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features;

/// <summary>Where a row of the library comes from.</summary>
/// <param name="AsOf">The day the statement was checked, or that its source speaks for.</param>
public sealed record PracticeCitationContract(
    Mark Mark,
    DateOnly? AsOf,
    IReadOnlyList<PracticeSourceContract> Sources,
    string? Note
)
{
    internal static PracticeCitationContract From(Citation citation, SharedLibrary library, MessageCatalog texts) =>
        new(
            citation.Mark,
            citation.AsOf,
            [
                .. citation
                    .Sources.Select(library.FindSource)
                    .OfType<Planning.Plans.Source>()
                    .Select(s => new PracticeSourceContract(s.Id, s.Title, s.Publisher, s.Licence, s.Url)),
            ],
            citation.Note?.In(texts.Language)
        );
}

/// <summary>A source of the library.</summary>
public sealed record PracticeSourceContract(string Id, string Title, string? Publisher, string? Licence, string? Url);
