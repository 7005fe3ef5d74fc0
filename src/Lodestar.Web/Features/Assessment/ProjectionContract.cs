// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Projections;

namespace Lodestar.Web.Features.Assessment;

/// <summary>What somebody published for one scenario, in the unit of the assessment's totals.</summary>
/// <param name="Scenario">"wom", "wem", "wam" or "lts".</param>
/// <param name="FromParts">True when no total is published and its parts were added.</param>
/// <param name="Years">The years that the publisher states; between them lines are straight.</param>
public sealed record ProjectionContract(
    ProjectionScenario Scenario,
    string File,
    string? Title,
    string? Publisher,
    DateOnly? Published,
    string? Source,
    string Unit,
    bool FromParts,
    IReadOnlyList<YearAmountContract> Years,
    IReadOnlyList<ProjectedPartContract> Sectors,
    IReadOnlyList<ProjectedPartContract> Gases
)
{
    public static ProjectionContract From(ProjectionTotals totals) =>
        new(
            totals.Scenario,
            totals.Record.File,
            totals.Record.Title,
            totals.Record.Publisher,
            totals.Record.Published,
            totals.Record.Source,
            totals.Unit.Symbol,
            totals.FromParts,
            [.. totals.Whole.Points.Select(YearAmountContract.From)],
            [.. totals.Sectors.Select(ProjectedPartContract.From)],
            [.. totals.Gases.Select(ProjectedPartContract.From)]
        );
}

/// <summary>One sector or gas of a projection.</summary>
public sealed record ProjectedPartContract(string Code, IReadOnlyList<YearAmountContract> Years)
{
    public static ProjectedPartContract From(ProjectedLine line) =>
        new(line.Code, [.. line.Points.Select(YearAmountContract.From)]);
}
