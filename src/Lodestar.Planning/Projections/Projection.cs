// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Projections;

/// <summary>The scenario that a published series is of, named as the UNFCCC names them.</summary>
public enum ProjectionScenario
{
    NotStated = 0,

    /// <summary>Without measures.</summary>
    WOM,

    /// <summary>With existing (adopted) measures.</summary>
    WEM,

    /// <summary>With additional (planned) measures.</summary>
    WAM,

    /// <summary>The long-term strategy's path.</summary>
    LTS,
}

/// <summary>Series that somebody published of what will be emitted: one file of projections/, as plan.yaml describes it.</summary>
public sealed record ProjectionRecord(string Id, string File)
{
    public string? Title { get; init; }
    public string? Publisher { get; init; }
    public DateOnly? Published { get; init; }

    /// <summary>What is inside and what is left out, in the publisher's sense.</summary>
    public string? BoundaryNote { get; init; }

    /// <summary>The scheme that bare categories of the file are of ("crt"); null for the GPC.</summary>
    public string? Scheme { get; init; }

    /// <summary>Id of a source of the plan.</summary>
    public string? Source { get; init; }

    public EquatableList<ProjectionRow> Rows { get; init; } = EquatableList<ProjectionRow>.Empty;
}

/// <summary>One published series: scenario, category, gas, and its yearly cells.</summary>
/// <param name="Category">As of an inventory row; "total" or null for a whole without sectors.</param>
public sealed record ProjectionRow(
    string Id,
    ProjectionScenario Scenario,
    string? Category,
    YearSeries Series,
    Place Place
)
{
    public string? Label { get; init; }

    /// <summary>As of an inventory row: the gas of an amount stated in CO2e.</summary>
    public string? Gas { get; init; }

    public string? GasOf => Series.Unit.Dimension.TryGetGasMass(out var gas) ? gas.Id : Gas;
}
