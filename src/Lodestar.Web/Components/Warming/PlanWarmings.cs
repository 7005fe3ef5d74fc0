// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Climate;

namespace Lodestar.Web.Components.Warming;

/// <summary>What plans mean for the climate.</summary>
internal static class PlanWarmings
{
    public static WarmingCase OfPlan(this WarmingShelf shelf, OpenPlan open, WarmingWish wish) =>
        shelf.Answer(
            $"{open.Revision.Id} {open.Assessment.Date:O}",
            wish,
            () => PlaceWarmings.Of(open.Reading.Plan, open.Assessment.Date, wish.Background, wish.Until)
        );
}
