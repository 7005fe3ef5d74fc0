// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Components.Scenarios;

namespace Lodestar.Web.Features.Scenarios;

/// <summary>Why a scenario's emissions change from one year to another; rows add up to the total, and across, at the decimals given.</summary>
/// <param name="State">Whether there is something to tell, and why not.</param>
/// <param name="Unit">Of all amounts but those of lines.</param>
/// <param name="Lines">Each line of the emissions with its factors by name; nothing is rounded.</param>
public sealed record ScenarioChangeContract(
    string Id,
    string? Revision,
    ScenarioState State,
    string? Unit,
    string? Scenario,
    int From,
    int To,
    ChangeRowContract? Total,
    IReadOnlyList<ChangeRowContract> Sectors,
    IReadOnlyList<ChangedLineContract> Lines
)
{
    /// <summary>Six decimals: rows and the total add up at them.</summary>
    private const int Decimals = 6;

    /// <summary>The contract of a scenario between two years of its model, the last one later.</summary>
    public static ScenarioChangeContract Of(
        string id,
        string? revision,
        ScenarioView? view,
        ScenarioState state,
        ScenarioRun? run,
        (int From, int To) years
    ) =>
        view is not null
        && state == ScenarioState.Shown
        && ScenarioChange.Of(view.Outlook.Model, run ??= view.Outlook.Planned, years, 1, Decimals) is { } change
            ? new(
                id,
                revision,
                state,
                view.Outlook.Model.Unit.Symbol,
                run.Case.Id,
                years.From,
                years.To,
                ChangeRowContract.Of(change.Total),
                [.. change.Sectors.Select(ChangeRowContract.Of)],
                [.. change.Lines.Select(l => ChangedLineContract.Of(l.Line.Category, l.Change))]
            )
            : new(id, revision, state, null, null, years.From, years.To, null, [], []);
}

/// <summary>One row: before + activity + mix + intensity + other = after.</summary>
/// <param name="Sector">Null for all, and for what no line of the model counts.</param>
/// <param name="Other">Of lines whose formula is no product, and of what no line counts.</param>
public sealed record ChangeRowContract(
    string? Sector,
    decimal Before,
    decimal Activity,
    decimal Mix,
    decimal Intensity,
    decimal Other,
    decimal After
)
{
    internal static ChangeRowContract Of(ChangeRow row) =>
        new(row.Sector, row.Before, row.Activity, row.Mix, row.Intensity, row.Other, row.After);
}

/// <summary>One line of the emissions: before + contributions = after.</summary>
/// <param name="Unit">Of the line.</param>
public sealed record ChangedLineContract(
    string Variable,
    string Category,
    string Unit,
    double Before,
    double After,
    IReadOnlyList<ChangeFactorContract> Factors
)
{
    internal static ChangedLineContract Of(string category, LineChange change) =>
        new(
            change.Line.Line.Name,
            category,
            change.Line.Line.Unit.Symbol,
            change.Before,
            change.After,
            [
                .. change.Contributions.Select(c => new ChangeFactorContract(
                    c.Factor.Name,
                    c.Factor.Kind,
                    c.Contribution
                )),
            ]
        );
}

/// <summary>A factor of a line.</summary>
/// <param name="Name">The variable, or the formula where it is none.</param>
/// <param name="Contribution">Above zero it raises the line.</param>
public sealed record ChangeFactorContract(string Name, FactorKind Kind, double Contribution);
