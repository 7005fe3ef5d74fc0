// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Attribution;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Scenarios;

/// <summary>What one measure, or one controller, takes away, as it is shown.</summary>
/// <param name="Id">Of the player; <see cref="EffectTable.Settings"/> for what the scenario sets beside its measures.</param>
/// <param name="Amount">Rounded; above zero it lowers emissions.</param>
/// <param name="StandardError">Of the amount; null where it is exact.</param>
/// <param name="FirstIn">The effect when nobody else takes part; null for settings.</param>
/// <param name="LastIn">The effect when everybody else takes part already; null for settings.</param>
public sealed record EffectRow(string Id, decimal Amount, double? StandardError, double? FirstIn, double? LastIn);

/// <summary>
/// A table of effects as it is shown: without − Σ effects = with, and with − limit = gap, to the last digit. All in one
/// unit, added up over the years <paramref name="From"/> to <paramref name="To"/>.
/// </summary>
/// <param name="Decimals">How many are shown.</param>
/// <param name="Without">Without measures.</param>
/// <param name="Rows">In the order of the players; settings first, where they change anything.</param>
/// <param name="With">With the scenario's measures.</param>
/// <param name="Limit">What is promised; null where nothing is.</param>
public sealed record EffectTable(
    int From,
    int To,
    int Decimals,
    decimal Without,
    ImmutableArray<EffectRow> Rows,
    decimal With,
    decimal? Limit
)
{
    /// <summary>The id of the row for what a scenario sets beside its measures.</summary>
    public const string Settings = "\0settings";

    /// <summary>What is lacking: above zero the limit is passed.</summary>
    public decimal? Gap => With - Limit;

    /// <summary>The table of an attribution.</summary>
    /// <param name="report">Of emissions, its first output.</param>
    /// <param name="without">The run without measures, whose settings may be others.</param>
    /// <param name="factor">From the unit of the report's output to the unit of the model.</param>
    /// <param name="scale">From the unit of the model to the one that is shown.</param>
    /// <param name="years">The first and the last year.</param>
    /// <param name="decimals">How many are shown.</param>
    /// <param name="limit">What is promised for these years, in the unit of the model.</param>
    /// <returns>Null where a number is none or too great, or the years are not the model's.</returns>
    public static EffectTable? Of(
        AttributionReport report,
        ScenarioRun without,
        double factor,
        double scale,
        (int From, int To) years,
        int decimals,
        double? limit
    )
    {
        var (from, to) = years;
        if (from < report.FirstYear || to > report.LastYear || to < from)
        {
            return null;
        }

        var unit = factor * scale;
        var before = without.Sum(from, to) * scale;
        var start = report.Without(0, from, to) * unit;
        var effects = report.Of(0, from, to);
        List<EffectOverYears?> players = [.. effects];
        List<double> parts = [.. effects.Select(e => e.Shapley * unit)];
        if (Math.Abs(before - start) > 1e-9 * Math.Max(1, Math.Abs(before)))
        {
            players.Insert(0, null);
            parts.Insert(0, before - start);
        }

        return
            Rounding.Change(before, parts.ToArray(), report.With(0, from, to) * unit, decimals) is { } change
            && (limit is null || Rounding.Of(limit.Value * scale, decimals) is not null)
            ? new EffectTable(
                from,
                to,
                decimals,
                change.Before,
                [.. change.Parts.Select((amount, i) => Row(players[i], amount, unit))],
                change.After,
                limit is { } promised ? Rounding.Of(promised * scale, decimals) : null
            )
            : null;
    }

    private static EffectRow Row(EffectOverYears? effect, decimal amount, double unit) =>
        effect is null
            ? new EffectRow(Settings, amount, null, null, null)
            : new EffectRow(
                effect.Id,
                amount,
                effect.StandardError * Math.Abs(unit),
                effect.FirstIn * unit,
                effect.LastIn * unit
            );
}
