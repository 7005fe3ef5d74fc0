// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Explain;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;
using Lodestar.Web.Components.Model;

namespace Lodestar.Web.Features.Model;

/// <summary>What a plan's model says. Nothing is rounded.</summary>
/// <param name="Id">Of the plan.</param>
/// <param name="Revision">The stored revision.</param>
/// <param name="IsStated">False where the plan has no model.</param>
/// <param name="Sentence">Null without an answer.</param>
/// <param name="Draws">How many draws the ranges are of.</param>
/// <param name="Outcomes">The answers: emissions first, then those that most of the model leads to; empty without a sound model.</param>
/// <param name="Fits">The model beside what was observed.</param>
/// <param name="Trust">What the range of the first answer rests on; null without an answer.</param>
/// <param name="Faults">Each with its place and what to do about it.</param>
public sealed record PlanModelContract(
    string Id,
    string Revision,
    bool IsStated,
    MessageContract? Sentence,
    int Draws,
    IReadOnlyList<ModelOutcomeContract> Outcomes,
    IReadOnlyList<ModelFitContract> Fits,
    ModelTrustContract? Trust,
    IReadOnlyList<DiagnosticContract> Faults
)
{
    internal static PlanModelContract From(
        string id,
        string revision,
        string name,
        ModelCase asked,
        MessageCatalog texts
    ) =>
        new(
            id,
            revision,
            asked.IsStated,
            asked.Shown is { } shown
                ? MessageContract.From(ModelWords.Sentence(name, shown.Headline, shown.Trust, texts), texts)
                : null,
            ModelOutlook.DrawCount,
            [.. (asked.Shown?.Paths ?? []).Select(ModelOutcomeContract.From)],
            [.. (asked.Shown?.Fits ?? []).Select(ModelFitContract.From)],
            asked.Shown is { } told ? ModelTrustContract.From(told.Trust) : null,
            [.. asked.Faults.Select(f => DiagnosticContract.From(f, texts))]
        );
}

/// <summary>An answer by year.</summary>
public sealed record ModelOutcomeContract(
    string Name,
    string? Title,
    string Unit,
    string? Category,
    IReadOnlyList<ModelYearContract> Years
)
{
    internal static ModelOutcomeContract From(OutcomePath path) =>
        new(
            path.Variable.Name,
            path.Variable.Title,
            path.Variable.Unit.Symbol,
            path.Variable.Category,
            [.. path.Bands.Select((b, i) => ModelYearContract.From(path.FirstYear + i, b))]
        );
}

/// <summary>Percentiles over the draws of a year.</summary>
public sealed record ModelYearContract(int Year, double P05, double P17, double P50, double P83, double P95)
{
    internal static ModelYearContract From(int year, Band band) =>
        new(year, band.P05, band.P17, band.P50, band.P83, band.P95);
}

/// <summary>A computed variable beside what was observed.</summary>
/// <param name="Weight">How much it counted in the fit; 0 where it is compared alone.</param>
/// <param name="Fitted">The error in the fitted years.</param>
/// <param name="HeldOut">The error in the years that the fit never saw; null where there are none.</param>
public sealed record ModelFitContract(
    string Of,
    string To,
    string Unit,
    double Weight,
    ModelErrorContract Fitted,
    ModelErrorContract? HeldOut,
    IReadOnlyList<ModelFitYearContract> Years
)
{
    internal static ModelFitContract From(FitReport report) =>
        new(
            report.Fit.Of.Name,
            report.Fit.To.Name,
            report.Fit.Of.Unit.Symbol,
            report.Fit.Weight,
            ModelErrorContract.From(report.Fitted),
            report.HeldOut is { } held ? ModelErrorContract.From(held) : null,
            [
                .. report.Years.Select(y => new ModelFitYearContract(
                    y.Year,
                    y.Cell,
                    Json.Finite(y.Modelled),
                    Json.Finite(y.Observed),
                    y.IsHeldOut
                )),
            ]
        );
}

/// <summary>An error in the unit of the variable, and as a fraction of the mean observed.</summary>
public sealed record ModelErrorContract(
    int Count,
    double? Rmse,
    double? Bias,
    double? RelativeRmse,
    double? RelativeBias
)
{
    internal static ModelErrorContract From(FitError error) =>
        new(
            error.Count,
            Json.Finite(error.Rmse),
            Json.Finite(error.Bias),
            Json.Finite(error.RelativeRmse),
            Json.Finite(error.RelativeBias)
        );
}

/// <summary>One value beside what was observed.</summary>
public sealed record ModelFitYearContract(int Year, int Cell, double? Modelled, double? Observed, bool IsHeldOut);

/// <summary>What a range rests on.</summary>
/// <param name="WeakestGrade">The weakest grade of any input.</param>
/// <param name="Weakest">The inputs with that grade.</param>
/// <param name="UnverifiedShare">Of the spread in the last year, from inputs graded default or estimated, or not graded.</param>
/// <param name="IsRangeAlone">True where that is more than half: no single figure is then given.</param>
public sealed record ModelTrustContract(
    string? WeakestGrade,
    IReadOnlyList<string> Weakest,
    double UnverifiedShare,
    bool IsRangeAlone,
    IReadOnlyList<ModelDriverContract> Drivers
)
{
    internal static ModelTrustContract From(ModelTrust trust) =>
        new(
            trust.WeakestGrade,
            [.. trust.Weakest.Select(v => v.Name)],
            trust.UnverifiedShare,
            !trust.IsFirm,
            [.. trust.Drivers.Select(d => new ModelDriverContract(d.Variable.Name, d.Variable.Grade, d.Share))]
        );
}

/// <summary>An uncertain input and its share of the spread.</summary>
public sealed record ModelDriverContract(string Variable, string? Grade, double Share);

/// <summary>Why a value is what it is.</summary>
/// <param name="Labels">By axis; null where a formula reads every label.</param>
/// <param name="Value">Null where several values are read at once, or it is no finite number.</param>
/// <param name="ToYear">The last of several years that are read.</param>
/// <param name="Numbers">The formula with the values of its inputs in it.</param>
/// <param name="Measures">The switches of the measures that change it here.</param>
/// <param name="WithoutMeasures">What it would be without them.</param>
/// <param name="HasMore">True where it has inputs that are not listed.</param>
public sealed record ModelFactContract(
    string Name,
    string? Title,
    IReadOnlyDictionary<string, string?> Labels,
    int Year,
    int? ToYear,
    double? Value,
    string Unit,
    FactKind Kind,
    bool IsFitted,
    string? Formula,
    string? Numbers,
    string? File,
    int? Line,
    string? Grade,
    ModelSourceContract? Source,
    IReadOnlyList<string> Measures,
    double? WithoutMeasures,
    bool HasMore,
    IReadOnlyList<ModelFactContract> Inputs
)
{
    /// <summary>The contract of an explanation, whose sources are among these.</summary>
    public static ModelFactContract From(Fact fact, IReadOnlyList<Source> sources) =>
        new(
            fact.Name,
            fact.Variable?.Title,
            fact.Labels.ToDictionary(l => l.Axis.Name, l => l.Label),
            fact.Year,
            fact.ToYear,
            fact.Value is { } value ? Json.Finite(value) : null,
            fact.Unit.Symbol,
            fact.Kind,
            fact.Stated?.Fitted is not null,
            fact.Formula,
            fact.Numbers,
            fact.Stated?.Name.File,
            fact.Stated?.Name.Line,
            fact.Stated?.Grade?.Text,
            fact.Stated?.Source is { } id
                ? ModelSourceContract.From(id.Text, sources.FirstOrDefault(s => s.Id == id.Text))
                : null,
            fact.Measures,
            fact.Without is { } without ? Json.Finite(without) : null,
            fact.IsCut,
            [.. fact.Inputs.Select(i => From(i, sources))]
        );
}

/// <summary>Whose figure it is.</summary>
public sealed record ModelSourceContract(string Id, string? Title, string? Publisher, string? Edition, string? Url)
{
    internal static ModelSourceContract From(string id, Source? source) =>
        new(id, source?.Title, source?.Publisher, source?.Edition, source?.Url);
}
