// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Storage.Index;

namespace Lodestar.Web.Features.Plans;

/// <summary>A plan in a list: its current revision in a few numbers.</summary>
/// <param name="Tonnes">Total of the leading inventory in its last year, in tonnes of <paramref name="Gas"/>.</param>
/// <param name="Gas">"CO2" or "CO2e".</param>
/// <param name="Years">Yearly totals in tonnes; years without a number are absent.</param>
public sealed record PlanSummaryContract(
    string Id,
    string Name,
    string Revision,
    string? Country,
    string? Kind,
    int? InventoryYear,
    double? Tonnes,
    string? Gas,
    double? TonnesPerPerson,
    int? NetZeroYear,
    Verdict Holds,
    DateOnly AsOf,
    int Errors,
    int Warnings,
    IReadOnlyList<YearTonnesContract> Years
)
{
    public static PlanSummaryContract From(PlanSummary plan) =>
        new(
            plan.PlanId,
            plan.Name,
            plan.RevisionId,
            plan.Country,
            plan.Kind,
            plan.InventoryYear,
            plan.Tonnes,
            plan.Gas,
            plan.TonnesPerPerson,
            plan.NetZeroYear,
            plan.Holds,
            plan.AsOf,
            plan.Errors,
            plan.Warnings,
            [.. plan.Years.Select(y => new YearTonnesContract(y.Year, y.Tonnes))]
        );
}

/// <summary>A year and its tonnes.</summary>
public sealed record YearTonnesContract(int Year, double Tonnes);

/// <summary>All plans of this server, by name.</summary>
public sealed record PlanListContract(IReadOnlyList<PlanSummaryContract> Plans);

/// <summary>What a plan says of itself.</summary>
/// <param name="Codes">Code by scheme: "gss" → "S12000049".</param>
/// <param name="Files">Paths of the folder's files.</param>
/// <param name="Diagnostics">Everything found while reading the folder.</param>
public sealed record PlanContract(
    string Id,
    string Name,
    JurisdictionKind Kind,
    string? Country,
    IReadOnlyDictionary<string, string> Codes,
    int? BaseYear,
    int? Horizon,
    string GwpSet,
    string? Currency,
    AmountContract? Area,
    RevisionContract Revision,
    IReadOnlyList<InventorySummaryContract> Inventories,
    IReadOnlyList<SourceContract> Sources,
    IReadOnlyList<string> Files,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    public static PlanContract From(OpenPlan open, MessageCatalog texts)
    {
        var plan = open.Reading.Plan;
        return new(
            plan.Id,
            plan.Name,
            plan.Kind,
            plan.Country,
            plan.Codes,
            plan.BaseYear,
            plan.Horizon,
            plan.GwpSet.Id,
            plan.Currency,
            plan.Area is { } area ? AmountContract.From(area) : null,
            RevisionContract.From(open.Revision),
            [.. plan.Inventories.Select(InventorySummaryContract.From)],
            [.. plan.Sources.Select(SourceContract.From)],
            [.. open.Reading.Files.Paths],
            [.. open.Reading.Diagnostics.Select(d => DiagnosticContract.From(d, texts))]
        );
    }
}

/// <summary>An inventory as plan.yaml describes it. The first one leads.</summary>
public sealed record InventorySummaryContract(
    string Id,
    string File,
    string? Title,
    string? Publisher,
    string? Protocol,
    Boundary Boundary,
    string? BoundaryNote,
    IReadOnlyList<string> Gases,
    DateOnly? Published,
    string? Source
)
{
    public static InventorySummaryContract From(InventoryRecord inventory) =>
        new(
            inventory.Id,
            inventory.File,
            inventory.Title,
            inventory.Publisher,
            inventory.Protocol,
            inventory.Boundary,
            inventory.BoundaryNote,
            inventory.Gases,
            inventory.Published,
            inventory.Source
        );
}

/// <summary>Who published figures of the plan, in which edition and under which licence.</summary>
public sealed record SourceContract(
    string Id,
    string Title,
    string? Publisher,
    string? Edition,
    DateOnly? Published,
    string? Licence,
    string? Url,
    DateOnly? Retrieved,
    string? Note
)
{
    public static SourceContract From(Source source) =>
        new(
            source.Id,
            source.Title,
            source.Publisher,
            source.Edition,
            source.Published,
            source.Licence,
            source.Url,
            source.Retrieved,
            source.Note
        );
}
