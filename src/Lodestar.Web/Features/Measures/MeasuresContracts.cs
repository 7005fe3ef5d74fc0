// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Measures;

/// <summary>The measures of the library that answer.</summary>
/// <param name="Total">How many measures the library holds.</param>
/// <param name="Count">How many of them answer.</param>
public sealed record MeasuresContract(int Total, int Count, IReadOnlyList<MeasureContract> Measures);

/// <summary>A measure of the library: a starting range that a place makes its own.</summary>
/// <param name="Code">Letter of its group and number.</param>
/// <param name="Sectors">Sectors and sub-sectors of the GPC; none for a removal outside them.</param>
/// <param name="Mechanism">How it works.</param>
/// <param name="Role">Only an acting one has an effect of its own.</param>
/// <param name="EffectNote">What is said of its effect where no number is.</param>
/// <param name="Controllers">Who can decide it; the first leads.</param>
/// <param name="Requires">Ids of powers of the library.</param>
/// <param name="Localise">True where the range is to be replaced by one of the place.</param>
/// <param name="Practices">Ids of good practices that are an example of it.</param>
/// <param name="AdoptedBy">Plans of this site that have taken it over, by name; null in a list of measures.</param>
/// <param name="Href">Its page.</param>
public sealed record MeasureContract(
    string Id,
    string Code,
    string Title,
    IReadOnlyList<string> Sectors,
    string? Mechanism,
    MeasureRole Role,
    MeasureEffectContract? Effect,
    MeasurePerformanceContract? Performance,
    string? EffectNote,
    MeasureLifeContract? Life,
    MeasureCostContract? Cost,
    IReadOnlyList<ControlLevel> Controllers,
    IReadOnlyList<string> Requires,
    IReadOnlyList<MeasureInteractionContract> Interactions,
    bool Localise,
    IReadOnlyList<string> Practices,
    PracticeCitationContract Citation,
    IReadOnlyList<AdopterContract>? AdoptedBy,
    string Href
)
{
    internal static MeasureContract Of(
        LibraryMeasure measure,
        SharedLibrary library,
        MessageCatalog texts,
        IReadOnlyList<Adopter>? adopters = null
    ) =>
        new(
            measure.Id,
            measure.Code,
            measure.Title.In(texts.Language),
            measure.Sectors,
            measure.Mechanism,
            measure.Role,
            measure.Effect is { } effect ? MeasureEffectContract.From(effect, library, texts) : null,
            measure.Performance is { } does ? MeasurePerformanceContract.From(does, library, texts) : null,
            measure.EffectNote?.In(texts.Language),
            measure.Life is { } life ? new(life.Value, life.UpTo, life.InHours ? "hours" : "years") : null,
            measure.Cost is { } cost ? MeasureCostContract.From(cost, library, texts) : null,
            measure.Controllers,
            measure.Requires,
            [
                .. measure.Interactions.Select(i => new MeasureInteractionContract(
                    i.With,
                    i.Kind,
                    i.Note?.In(texts.Language)
                )),
            ],
            measure.Localise,
            [.. library.Practices.Where(p => p.Measure?.Id == measure.Id).Select(p => p.Id)],
            PracticeCitationContract.From(measure.Citation, library, texts),
            adopters is null ? null : AdopterContract.From(adopters, texts),
            $"/measures/{Uri.EscapeDataString(measure.Id)}"
        );
}

/// <summary>What a measure is taken to do to what it targets; a positive number is a cut, or in tonnes a removal.</summary>
/// <param name="Central">Where a source states one.</param>
/// <param name="Unit">"%", "%/yr", "points", "t CO2/(ha yr)" or "t CO2/t".</param>
/// <param name="Of">What it is a share of.</param>
public sealed record MeasureEffectContract(
    double? Low,
    double? Central,
    double? High,
    string Unit,
    string Of,
    PracticeCitationContract Citation
)
{
    internal static MeasureEffectContract From(MeasureEffect effect, SharedLibrary library, MessageCatalog texts) =>
        new(
            effect.Low,
            effect.Central,
            effect.High,
            MeasureWords.Word(effect.Unit),
            effect.Of.In(texts.Language),
            PracticeCitationContract.From(effect.Citation, library, texts)
        );
}

/// <summary>How well a machine does.</summary>
/// <param name="UpTo">The upper end of a range.</param>
/// <param name="InsteadOf">What it takes the place of, in the same unit.</param>
public sealed record MeasurePerformanceContract(
    double Value,
    double? UpTo,
    double? InsteadOf,
    string Unit,
    string Of,
    PracticeCitationContract Citation
)
{
    internal static MeasurePerformanceContract From(
        MeasurePerformance does,
        SharedLibrary library,
        MessageCatalog texts
    ) =>
        new(
            does.Value,
            does.UpTo,
            does.InsteadOf,
            does.Unit,
            does.Of.In(texts.Language),
            PracticeCitationContract.From(does.Citation, library, texts)
        );
}

/// <summary>How long a measure lasts, in years or hours of use.</summary>
public sealed record MeasureLifeContract(double Value, double? UpTo, string Unit);

/// <summary>What a measure costs.</summary>
/// <param name="UpTo">The upper end of a range.</param>
/// <param name="InsteadOf">What the thing costs that it takes the place of.</param>
/// <param name="Unit">Money with the year of its prices, and what it buys.</param>
/// <param name="Words">What is said of it where no amount is stated.</param>
public sealed record MeasureCostContract(
    double? Value,
    double? UpTo,
    double? InsteadOf,
    string? Unit,
    string? Per,
    string? Words,
    PracticeCitationContract Citation
)
{
    internal static MeasureCostContract From(MeasureCost cost, SharedLibrary library, MessageCatalog texts) =>
        new(
            cost.Value,
            cost.UpTo,
            cost.InsteadOf,
            cost.Unit,
            cost.Per?.In(texts.Language),
            cost.Words?.In(texts.Language),
            PracticeCitationContract.From(cost.Citation, library, texts)
        );
}

/// <summary>How a measure bears on another.</summary>
/// <param name="With">Id of the other.</param>
public sealed record MeasureInteractionContract(string With, InteractionKind Kind, string? Note);
