// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Practices;

namespace Lodestar.Web.Features.Practices;

/// <summary>The practices that answer, best first, and what could be chosen next.</summary>
/// <param name="Total">How many practices the library holds.</param>
/// <param name="Count">How many of them answer.</param>
/// <param name="Facets">By facet: each choice, and how many would answer if it were made and all else kept.</param>
public sealed record PracticesContract(
    int Total,
    int Count,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    IReadOnlyList<PracticeContract> Practices
);

/// <summary>Something that a place did and that others may learn from.</summary>
/// <param name="Areas">Ids of areas of the main framework.</param>
/// <param name="Actions">Ids of actions of that framework.</param>
/// <param name="Sectors">Sectors of the GPC; none for all.</param>
/// <param name="From">First year; null when not stated.</param>
/// <param name="StatusNote">What changed, or why it ended.</param>
/// <param name="AdoptedBy">Plans of this site that have taken its measure over by its example, by name; null in a list of practices.</param>
/// <param name="Href">Its page.</param>
public sealed record PracticeContract(
    string Id,
    string Title,
    string What,
    IReadOnlyList<PracticePlaceContract> Places,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Sectors,
    int? From,
    int? To,
    PracticeStatus Status,
    string? StatusNote,
    IReadOnlyList<PracticeNumberContract> Numbers,
    IReadOnlyList<PracticeEvidenceContract> Evidence,
    PracticeCitationContract Citation,
    IReadOnlyList<AdopterContract>? AdoptedBy,
    string Href
)
{
    internal static PracticeContract Of(
        GoodPractice practice,
        PlaceCatalog catalog,
        MessageCatalog texts,
        IReadOnlyList<Adopter>? adopters = null
    ) =>
        new(
            practice.Id,
            practice.Title.In(texts.Language),
            practice.What.In(texts.Language),
            [.. practice.Places.Select(p => PracticePlaceContract.From(p, catalog.Gazetteer.Find(p), texts))],
            practice.Areas,
            practice.Actions,
            practice.Sectors,
            practice.FromYear,
            practice.ToYear,
            practice.Status,
            practice.StatusNote?.In(texts.Language),
            [.. practice.Numbers.Select(n => PracticeNumberContract.From(n, catalog.Library, texts))],
            [.. practice.Evidence.Select(PracticeEvidenceContract.From)],
            PracticeCitationContract.From(practice.Citation, catalog.Library, texts),
            adopters is null ? null : AdopterContract.From(adopters, texts),
            $"/practices/{Uri.EscapeDataString(practice.Id)}"
        );
}

/// <summary>A place of a practice.</summary>
/// <param name="Code">As the library writes it.</param>
/// <param name="Id">Id of the gazetteer, with its name and page; null for a place it does not know.</param>
public sealed record PracticePlaceContract(string Code, string? Id, string? Name, string? Href)
{
    internal static PracticePlaceContract From(string code, Jurisdiction? place, MessageCatalog texts) =>
        new(code, place?.Id, place?.In(texts), place?.Href());
}

/// <summary>A number that a practice is known by.</summary>
/// <param name="UpTo">The upper end of a range.</param>
/// <param name="AtLeast">True when only a lower bound is stated.</param>
public sealed record PracticeNumberContract(
    string What,
    double Value,
    double? UpTo,
    bool AtLeast,
    string Unit,
    int? Year,
    NumberKind Kind,
    PracticeCitationContract Citation
)
{
    internal static PracticeNumberContract From(PracticeNumber number, SharedLibrary library, MessageCatalog texts) =>
        new(
            number.What.In(texts.Language),
            number.Value,
            number.UpTo,
            number.AtLeast,
            number.Unit.In(texts.Language),
            number.Year,
            number.Kind,
            PracticeCitationContract.From(number.Citation, library, texts)
        );
}

/// <summary>Something that shows what is said.</summary>
/// <param name="Date">"2020-06-26", or "2020" where only the year is known.</param>
public sealed record PracticeEvidenceContract(string Title, string? Url, string? Date)
{
    internal static PracticeEvidenceContract From(Evidence evidence) =>
        new(
            evidence.Title,
            evidence.Url,
            evidence.Date?.ToString(
                evidence.YearOnly ? "yyyy" : "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
}
