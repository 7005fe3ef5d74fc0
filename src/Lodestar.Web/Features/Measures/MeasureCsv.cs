// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Practices;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Measures;

/// <summary>Measures as a file: a row each; blank where nothing is stated.</summary>
internal static class MeasureCsv
{
    private static readonly string[] Head =
    [
        "id",
        "code",
        "title",
        "sectors",
        "mechanism",
        "role",
        "effect_low",
        "effect_central",
        "effect_high",
        "effect_unit",
        "effect_of",
        "effect_note",
        "life",
        "life_up_to",
        "life_unit",
        "cost",
        "cost_up_to",
        "cost_unit",
        "cost_words",
        "controllers",
        "requires",
        "mark",
        "as_of",
        "sources",
        "cost_mark",
        "cost_sources",
    ];

    public static IResult File(IEnumerable<LibraryMeasure> measures, SharedLibrary library, MessageCatalog texts) =>
        CsvLines.File("measures.csv", Head, measures.Select(m => Row(m, library, texts.Language)));

    private static object?[] Row(LibraryMeasure measure, SharedLibrary library, string language) =>
        [
            measure.Id,
            measure.Code,
            measure.Title.In(language),
            Joined(measure.Sectors),
            measure.Mechanism,
            MeasureWords.Word(measure.Role),
            measure.Effect?.Low,
            measure.Effect?.Central,
            measure.Effect?.High,
            measure.Effect is { } effect ? MeasureWords.Word(effect.Unit) : null,
            measure.Effect?.Of.In(language),
            measure.EffectNote?.In(language),
            measure.Life?.Value,
            measure.Life?.UpTo,
            measure.Life is { } life ? (life.InHours ? "hours" : "years") : null,
            measure.Cost?.Value,
            measure.Cost?.UpTo,
            measure.Cost?.Unit,
            measure.Cost?.Words?.In(language),
            Joined(measure.Controllers.Select(ControlWords.Word)),
            Joined(measure.Requires),
            PracticeWords.Word(measure.Citation.Mark),
            measure.Citation.AsOf,
            Titles(measure.Citation, library),
            measure.Cost is { } cost ? PracticeWords.Word(cost.Citation.Mark) : null,
            measure.Cost is { } paid ? Titles(paid.Citation, library) : null,
        ];

    private static string Titles(Citation citation, SharedLibrary library) =>
        Joined(citation.Sources.Select(library.FindSource).OfType<Source>().Select(s => s.Title));

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts);
}
