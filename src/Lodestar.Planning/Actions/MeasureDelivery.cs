// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Actions;

/// <summary>How the delivery of a measure stands, and what else shares its fate.</summary>
/// <param name="Status">Of the action that holds it up most.</param>
/// <param name="Stream">The name of its random numbers: measures that hang on one action have the same.</param>
public sealed record MeasureDelivery(DeliveryStatus Status, string Stream)
{
    /// <summary>How it may be delivered.</summary>
    public DeliveryOdds Odds => DeliveryOdds.Of(Status);

    /// <summary>Of a measure.</summary>
    /// <param name="measure">Its id.</param>
    /// <param name="actions">Those that deliver it.</param>
    /// <param name="isInForce">Whether it needs no action any more.</param>
    public static MeasureDelivery Of(string measure, IEnumerable<PlanAction> actions, bool isInForce)
    {
        var worst = DeliveryOdds.Worst(actions);
        var status = worst?.Status ?? DeliveryStatus.NotStated;
        return new(
            status == DeliveryStatus.NotStated && isInForce ? DeliveryStatus.Done : status,
            worst is null ? "delivery of " + measure : "delivery of action " + worst.Id
        );
    }
}
