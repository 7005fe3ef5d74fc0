// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Lodestar.Planning.Actions;

/// <summary>
/// How a measure may be delivered, by how its action stands (Tables/delivery.csv). The figures are assumptions of this
/// project, marked as such: nobody has published how often measures of climate plans fail.
/// </summary>
/// <param name="Failed">The chance that nothing comes of it.</param>
/// <param name="Late">The chance that it is late, by <paramref name="LateYears"/>, evenly spread.</param>
/// <param name="Partial">The chance that only a share of it comes: <paramref name="PartialShare"/>, evenly spread.</param>
public sealed record DeliveryOdds(
    double Failed,
    double Late,
    (double Low, double High) LateYears,
    double Partial,
    (double Low, double High) PartialShare
)
{
    private static readonly ImmutableArray<DeliveryStatus> FromWorst =
    [
        DeliveryStatus.Cancelled,
        DeliveryStatus.Stalled,
        DeliveryStatus.Late,
        DeliveryStatus.NotStated,
        DeliveryStatus.Planned,
        DeliveryStatus.Started,
        DeliveryStatus.OnTrack,
        DeliveryStatus.Done,
    ];

    private static readonly FrozenDictionary<string, DeliveryOdds> Table = EmbeddedTable
        .Read("Actions.Tables.delivery.csv")
        .ToFrozenDictionary(
            r => r["status"],
            r =>
            {
                double Number(string column) => double.Parse(r[column], CultureInfo.InvariantCulture);
                return new DeliveryOdds(
                    Number("failed"),
                    Number("late"),
                    (Number("late_years_low"), Number("late_years_high")),
                    Number("partial"),
                    (Number("partial_low"), Number("partial_high"))
                );
            }
        );

    /// <summary>Of a measure whose action stands so.</summary>
    public static DeliveryOdds Of(DeliveryStatus status) =>
        Table[
            status switch
            {
                DeliveryStatus.Planned => "planned",
                DeliveryStatus.Started => "started",
                DeliveryStatus.OnTrack => "on-track",
                DeliveryStatus.Late => "late",
                DeliveryStatus.Stalled => "stalled",
                DeliveryStatus.Done => "done",
                DeliveryStatus.Cancelled => "cancelled",
                _ => "not-stated",
            }
        ];

    /// <summary>Of the actions that deliver a measure the one that stands worst; null of none. One that is cancelled counts where no other lives.</summary>
    public static PlanAction? Worst(IEnumerable<PlanAction> actions)
    {
        var all = actions.ToList();
        var living = all.Where(a => a.Status != DeliveryStatus.Cancelled).ToList();
        return (living.Count > 0 ? living : all).OrderBy(a => FromWorst.IndexOf(a.Status)).FirstOrDefault();
    }

    /// <summary>What is delivered in one draw.</summary>
    /// <param name="chance">Whether it fails: above 0 and below 1.</param>
    /// <param name="lateness">Whether and by how much it is late.</param>
    /// <param name="share">Whether and how much of it comes.</param>
    /// <returns>The share of its strength, and the years it is late.</returns>
    public (double Strength, double Delay) Draw(double chance, double lateness, double share)
    {
        if (chance < Failed)
        {
            return (0, 0);
        }

        var delay = lateness < Late ? Between(LateYears, lateness / Late) : 0;
        var strength = share < Partial ? Between(PartialShare, share / Partial) : 1;
        return (strength, delay);
    }

    private static double Between((double Low, double High) range, double share) =>
        range.Low + ((range.High - range.Low) * share);
}
