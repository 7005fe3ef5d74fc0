// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Actions;

/// <summary>The texts of what stands in actions.yaml.</summary>
public static class ActionWords
{
    /// <summary>The id of a status's word.</summary>
    public static string TextId(DeliveryStatus status) =>
        status switch
        {
            DeliveryStatus.Planned => "delivery.planned",
            DeliveryStatus.Started => "delivery.started",
            DeliveryStatus.OnTrack => "delivery.on-track",
            DeliveryStatus.Late => "delivery.late",
            DeliveryStatus.Stalled => "delivery.stalled",
            DeliveryStatus.Done => "delivery.done",
            DeliveryStatus.Cancelled => "delivery.cancelled",
            _ => "delivery.not-stated",
        };
}
