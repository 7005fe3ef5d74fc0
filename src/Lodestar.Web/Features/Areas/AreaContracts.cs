// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Features.Areas;

/// <summary>A framework of the library in short.</summary>
/// <param name="Key">"net-zero-climate-action@1": what framework.yaml names.</param>
public sealed record FrameworkContract(string Id, int Version, string Key, string Name, int Areas, int Actions)
{
    internal static FrameworkContract From(FrameworkDefinition framework, MessageCatalog texts) =>
        new(
            framework.Id,
            framework.Version,
            framework.Key,
            framework.Name.In(texts.Language),
            framework.Areas.Count,
            framework.Areas.Sum(a => a.Actions.Count)
        );
}

/// <summary>Where a row of the library comes from.</summary>
public sealed record CitedContract(Mark Mark, DateOnly? AsOf, IReadOnlyList<string> Sources, string? Note)
{
    internal static CitedContract From(Citation citation, MessageCatalog texts) =>
        new(citation.Mark, citation.AsOf, citation.Sources, citation.Note?.In(texts.Language));
}

/// <summary>A framework with its areas and actions.</summary>
public sealed record FrameworkDetailContract(
    string Id,
    int Version,
    string Key,
    string Name,
    string? About,
    CitedContract Citation,
    IReadOnlyList<AreaContract> Areas
)
{
    internal static FrameworkDetailContract From(FrameworkDefinition framework, MessageCatalog texts) =>
        new(
            framework.Id,
            framework.Version,
            framework.Key,
            framework.Name.In(texts.Language),
            framework.About?.In(texts.Language),
            CitedContract.From(framework.Citation, texts),
            [.. framework.Areas.Select(a => AreaContract.From(a, texts))]
        );
}

/// <param name="Findings">Findings of the lodestar test that speak of the area as a whole.</param>
public sealed record AreaContract(
    string Id,
    string Name,
    AreaKind Kind,
    string? Meaning,
    CitedContract Citation,
    IReadOnlyList<string> Findings,
    IReadOnlyList<AreaActionContract> Actions
)
{
    internal static AreaContract From(FrameworkArea area, MessageCatalog texts) =>
        new(
            area.Id,
            area.Name.In(texts.Language),
            area.Kind,
            area.Meaning?.In(texts.Language),
            CitedContract.From(area.Citation, texts),
            area.Findings,
            [
                .. area.Actions.Select(a => new AreaActionContract(
                    a.Id,
                    a.Name.In(texts.Language),
                    a.Meaning?.In(texts.Language),
                    CitedContract.From(a.Citation, texts),
                    a.Findings
                )),
            ]
        );
}

/// <param name="Findings">Findings that stand beside what a place claims of it.</param>
public sealed record AreaActionContract(
    string Id,
    string Name,
    string? Meaning,
    CitedContract Citation,
    IReadOnlyList<string> Findings
);

/// <summary>What a place claims of a framework's actions, and what the lodestar test finds beside each.</summary>
/// <param name="States">False where the plan says nothing of this framework.</param>
/// <param name="Stated">Actions of which something is claimed, "none" included.</param>
/// <param name="Contradicted">Actions whose claim some finding contradicts.</param>
public sealed record PlanAreasContract(
    string PlanId,
    string Revision,
    DateOnly Date,
    string Framework,
    bool States,
    MessageContract Sentence,
    int Actions,
    int Stated,
    int Contradicted,
    IReadOnlyList<PlanAreaContract> Areas
)
{
    internal static PlanAreasContract From(OpenPlan open, FrameworkView view, MessageCatalog texts) =>
        new(
            open.Revision.PlanId,
            open.Revision.Id,
            open.Assessment.Date,
            view.Framework.Key,
            view.Statement is not null,
            MessageContract.From(view.Sentence(open.Reading.Plan.PlaceName), texts),
            view.Total,
            view.Stated,
            view.Contradicted,
            [.. view.Areas.Select(a => PlanAreaContract.From(a, texts))]
        );
}

/// <param name="Counts">How many actions stand at each status; they sum to the number of actions.</param>
public sealed record PlanAreaContract(
    string Id,
    string Name,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<BesideContract> Findings,
    IReadOnlyList<PlanActionContract> Actions
)
{
    internal static PlanAreaContract From(AreaView view, MessageCatalog texts) =>
        new(
            view.Area.Id,
            view.Area.Name.In(texts.Language),
            view.Counts.ToDictionary(c => ActionStatuses.Word(c.Status), c => c.Count),
            [.. view.Findings.Select(f => BesideContract.From(f, null, null, texts))],
            [.. view.Actions.Select(a => PlanActionContract.From(a, texts))]
        );
}

/// <param name="Since">A date, or a year where only that is known.</param>
/// <param name="Ahead">True where the status is said to hold from a day that is still to come.</param>
public sealed record PlanActionContract(
    string Id,
    string Name,
    ActionStatus Status,
    string? Says,
    string? Since,
    bool Ahead,
    string? Owner,
    Confidence Confidence,
    string? Source,
    IReadOnlyList<EvidenceContract> Evidence,
    bool Contradicted,
    IReadOnlyList<BesideContract> Findings
)
{
    internal static PlanActionContract From(ActionView view, MessageCatalog texts) =>
        new(
            view.Action.Id,
            view.Action.Name.In(texts.Language),
            view.Status,
            view.Claim?.Says,
            EvidenceContract.Day(view.Claim?.Since, view.Claim?.SinceYearOnly ?? false),
            view.IsAhead,
            view.Claim?.Owner,
            view.Claim?.Confidence ?? Confidence.NotStated,
            view.Claim?.Source,
            [.. (view.Claim?.Evidence ?? EquatableList<Evidence>.Empty).Select(EvidenceContract.From)],
            view.IsContradicted,
            [.. view.Beside.Select(b => BesideContract.From(b.Finding, b.Bearing, b.Sentence, texts))]
        );
}

/// <param name="Date">A date, or a year where only that is known.</param>
public sealed record EvidenceContract(string Title, string? Url, string? Date, string? Source)
{
    internal static EvidenceContract From(Evidence evidence) =>
        new(evidence.Title, evidence.Url, Day(evidence.Date, evidence.YearOnly), evidence.Source);

    internal static string? Day(DateOnly? date, bool yearOnly) =>
        date?.ToString(yearOnly ? "yyyy" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A finding beside an area or a claim.</summary>
/// <param name="Bearing">What it means for the claim; null beside an area as a whole.</param>
/// <param name="Says">The bearing as a sentence; null where it has none.</param>
public sealed record BesideContract(
    string Finding,
    Verdict Verdict,
    MessageContract Sentence,
    Bearing? Bearing,
    MessageContract? Says
)
{
    internal static BesideContract From(Finding finding, Bearing? bearing, Message? says, MessageCatalog texts) =>
        new(
            finding.Id,
            finding.Verdict,
            MessageContract.From(finding.Sentence, texts),
            bearing,
            says is null ? null : MessageContract.From(says, texts)
        );
}
