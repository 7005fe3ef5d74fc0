// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Model;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Scenarios;

/// <summary>Why a sector changes from one year to another, as it is shown: before + activity + mix + intensity + other = after.</summary>
/// <param name="Sector">"I" of "I.1"; null for what no line of the model counts, and in the row of all.</param>
/// <param name="Activity">How much is done.</param>
/// <param name="Mix">Of what kinds it is.</param>
/// <param name="Intensity">How much there is for each.</param>
/// <param name="Other">Of lines whose formula is no product, and of what no line counts.</param>
public sealed record ChangeRow(
    string? Sector,
    decimal Before,
    decimal Activity,
    decimal Mix,
    decimal Intensity,
    decimal Other
)
{
    /// <summary>All of it together.</summary>
    public decimal Difference => Activity + Mix + Intensity + Other;

    public decimal After => Before + Difference;
}

/// <summary>
/// Why a scenario's emissions change from one year to another, taken apart by the logarithmic mean Divisia index step by
/// step (Ang 2005, Energy Policy 33, 867–871), which leaves no residual. Rows add up to the total in every column, and
/// across, to the last digit shown.
/// </summary>
/// <param name="Run">The scenario.</param>
/// <param name="From">The first year.</param>
/// <param name="To">The last; later.</param>
/// <param name="Decimals">How many are shown.</param>
/// <param name="Total">All emissions.</param>
/// <param name="Sectors">In the order of the lines; what no line counts last, where there is any.</param>
/// <param name="Lines">Each line with its factors by name, in the unit of the line; nothing is rounded.</param>
public sealed record ScenarioChange(
    ScenarioRun Run,
    int From,
    int To,
    int Decimals,
    ChangeRow Total,
    ImmutableArray<ChangeRow> Sectors,
    ImmutableArray<(EmissionLine Line, LineChange Change)> Lines
)
{
    /// <summary>Takes a scenario's change apart.</summary>
    /// <param name="model">The model of the scenario.</param>
    /// <param name="run">The scenario.</param>
    /// <param name="years">The first and the last year, both of the model; the last is later.</param>
    /// <param name="scale">From the unit of the model to the one that is shown.</param>
    /// <param name="decimals">How many are shown.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the years are not the model's, or not in order, or a number is none or too great.</returns>
    public static ScenarioChange? Of(
        PlanModel model,
        ScenarioRun run,
        (int From, int To) years,
        double scale,
        int decimals,
        CancellationToken cancellation = default
    )
    {
        var (from, to) = years;
        if (
            to <= from
            || run.At(from) is not { } first
            || run.At(to) is not { } last
            || Rounding.Of(first * scale, decimals) is not { } before
            || Rounding.Of(last * scale, decimals) is not { } after
        )
        {
            return null;
        }

        var interpreted = InterpretedRun.Of(model.Model, run.Case.Settings.Lane(model.Model), cancellation);
        ImmutableArray<(EmissionLine Line, LineChange Change)> lines =
        [
            .. model.Lines.Select(l => (l, Decomposition.OverYears(FactorLine.Of(l.Variable), interpreted, from, to))),
        ];
        var rows = new List<(string? Sector, double Before, double After, double[] Parts)>();
        foreach (var (sector, amounts) in run.Sectors())
        {
            var own = lines.Where(l => l.Line.Sector == sector).ToList();
            rows.Add(
                (
                    sector,
                    amounts[from - run.FirstYear] * scale,
                    amounts[to - run.FirstYear] * scale,
                    [.. ScenarioCauses.Kinds.Select(k => own.Sum(l => l.Change.Of(k) * l.Line.Factor * scale))]
                )
            );
        }

        var rest = (Before: run.Rest[from - run.FirstYear] * scale, After: run.Rest[to - run.FirstYear] * scale);
        if (rest != (0, 0))
        {
            rows.Add((null, rest.Before, rest.After, [0, 0, 0, rest.After - rest.Before]));
        }

        return Rows(rows, before, after, decimals) is not { } sectors
            ? null
            : new ScenarioChange(
                run,
                from,
                to,
                decimals,
                new ChangeRow(
                    null,
                    before,
                    sectors.Sum(s => s.Activity),
                    sectors.Sum(s => s.Mix),
                    sectors.Sum(s => s.Intensity),
                    sectors.Sum(s => s.Other)
                ),
                sectors,
                lines
            );
    }

    private static ImmutableArray<ChangeRow>? Rows(
        List<(string? Sector, double Before, double After, double[] Parts)> rows,
        decimal before,
        decimal after,
        int decimals
    )
    {
        if (
            Rounding.Parts([.. rows.Select(r => r.Before)], before, decimals) is not { } first
            || Rounding.Parts([.. rows.Select(r => r.After)], after, decimals) is not { } last
        )
        {
            return null;
        }

        var shown = ImmutableArray.CreateBuilder<ChangeRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (Rounding.Parts(rows[i].Parts, last[i] - first[i], decimals) is not { } parts)
            {
                return null;
            }

            shown.Add(new ChangeRow(rows[i].Sector, first[i], parts[0], parts[1], parts[2], parts[3]));
        }

        return shown.ToImmutable();
    }
}
