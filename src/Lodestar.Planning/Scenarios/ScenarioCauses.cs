// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Model;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Scenarios;

/// <summary>Why a sector differs between two scenarios: activity + mix + intensity + other = difference, to the last digit shown.</summary>
/// <param name="Sector">As in the table of the comparison.</param>
/// <param name="Activity">How much is done.</param>
/// <param name="Mix">Of what kinds it is.</param>
/// <param name="Intensity">How much there is for each.</param>
/// <param name="Other">Of lines whose formula is no product.</param>
public sealed record CauseRow(string Sector, decimal Activity, decimal Mix, decimal Intensity, decimal Other)
{
    public decimal Difference => Activity + Mix + Intensity + Other;
}

/// <summary>
/// The differences of two scenarios in a year, taken apart by the logarithmic mean Divisia index (Ang 2004, Energy Policy
/// 32, 1131–1139), which leaves no residual.
/// </summary>
public static class ScenarioCauses
{
    /// <summary>In the order of the columns.</summary>
    internal static readonly ImmutableArray<FactorKind> Kinds =
    [
        FactorKind.Activity,
        FactorKind.Mix,
        FactorKind.Intensity,
        FactorKind.Itself,
    ];

    /// <summary>Takes a comparison apart.</summary>
    /// <param name="model">The model of both scenarios.</param>
    /// <param name="compared">In one year.</param>
    /// <param name="scale">From the unit of the model to the one that is shown.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>In the order of the comparison's sectors; empty over several years, or where a number is none.</returns>
    public static ImmutableArray<CauseRow> Of(
        PlanModel model,
        ScenarioComparison compared,
        double scale,
        CancellationToken cancellation = default
    )
    {
        if (compared.From != compared.To)
        {
            return [];
        }

        InterpretedRun Run(ScenarioRun run) =>
            InterpretedRun.Of(model.Model, run.Case.Settings.Lane(model.Model), cancellation);

        var (a, b) = (Run(compared.A), Run(compared.B));
        var changes = model.Lines.Select(l =>
            (Line: l, Change: Decomposition.Between(FactorLine.Of(l.Variable), a, compared.From, b, compared.From))
        );
        var bySector = changes.ToLookup(c => c.Line.Sector, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<CauseRow>();
        foreach (var sector in compared.Sectors.Where(s => s.Key is not null))
        {
            double[] parts =
            [
                .. Kinds.Select(k => bySector[sector.Key!].Sum(c => c.Change.Of(k) * c.Line.Factor * scale)),
            ];
            if (Rounding.Parts(parts, sector.Difference, compared.Decimals) is not { } shown)
            {
                return [];
            }

            rows.Add(new CauseRow(sector.Key!, shown[0], shown[1], shown[2], shown[3]));
        }

        return rows.ToImmutable();
    }
}
