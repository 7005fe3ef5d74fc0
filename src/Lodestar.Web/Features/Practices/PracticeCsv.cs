// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Practices;

/// <summary>Practices as a file: a row for each number, one row for a practice without; blank where nothing is stated.</summary>
internal static class PracticeCsv
{
    private static readonly string[] Head =
    [
        "id",
        "title",
        "what",
        "places",
        "areas",
        "actions",
        "sectors",
        "from",
        "to",
        "status",
        "as_of",
        "mark",
        "sources",
        "number",
        "value",
        "up_to",
        "at_least",
        "unit",
        "number_year",
        "kind",
        "number_mark",
        "number_sources",
    ];

    public static IResult File(IEnumerable<GoodPractice> practices, PlaceCatalog catalog, MessageCatalog texts) =>
        CsvLines.File("practices.csv", Head, practices.SelectMany(p => Rows(p, catalog, texts)));

    private static IEnumerable<object?[]> Rows(GoodPractice practice, PlaceCatalog catalog, MessageCatalog texts)
    {
        object?[] own =
        [
            practice.Id,
            practice.Title.In(texts.Language),
            practice.What.In(texts.Language),
            Joined(practice.Places.Select(p => catalog.Gazetteer.Find(p)?.In(texts) ?? p)),
            Joined(practice.Areas),
            Joined(practice.Actions),
            Joined(practice.Sectors),
            practice.FromYear,
            practice.ToYear,
            PracticeWords.Word(practice.Status),
            practice.Citation.AsOf,
            PracticeWords.Word(practice.Citation.Mark),
            Titles(practice.Citation.Sources, catalog),
        ];
        return practice
            .Numbers.Select(n => Cells(n, catalog, texts))
            .DefaultIfEmpty(new object?[Head.Length - own.Length])
            .Select(number => own.Concat(number).ToArray());
    }

    private static object?[] Cells(PracticeNumber number, PlaceCatalog catalog, MessageCatalog texts) =>
        [
            number.What.In(texts.Language),
            number.Value,
            number.UpTo,
            number.AtLeast ? "yes" : null,
            number.Unit.In(texts.Language),
            number.Year,
            PracticeWords.Word(number.Kind),
            PracticeWords.Word(number.Citation.Mark),
            Titles(number.Citation.Sources, catalog),
        ];

    private static string Titles(IEnumerable<string> sources, PlaceCatalog catalog) =>
        Joined(sources.Select(catalog.Library.FindSource).OfType<Source>().Select(s => s.Title));

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts);
}
