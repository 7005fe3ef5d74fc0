// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.Places;

/// <summary>The overview as a file: a row a place.</summary>
internal static class OverviewCsv
{
    private static readonly string[] Head =
    [
        "id",
        "name",
        "kind",
        "country",
        "listed_with",
        "inventory_year",
        "tonnes",
        "gas",
        "boundary",
        "gwp_set",
        "publisher",
        "tonnes_per_person",
        "base_year",
        "base_tonnes",
        "change_since_base_year",
        "net_zero_year",
        "holds",
        "as_of",
    ];

    public static string Write(IEnumerable<PlannedPlace> places) => CsvLines.Write(Head, places.Select(Row));

    private static object?[] Row(PlannedPlace place)
    {
        var plan = place.Plan;
        return
        [
            plan.PlanId,
            plan.Name,
            plan.Kind,
            plan.Alpha2,
            place.Listing?.Group,
            plan.InventoryYear,
            plan.Tonnes,
            plan.Gas,
            plan.Boundary is { } boundary ? Components.KeyFigures.BoundaryName(boundary) : null,
            plan.GwpSet,
            plan.Publisher,
            plan.TonnesPerPerson,
            plan.BaseYear,
            plan.BaseTonnes,
            place.Change,
            plan.NetZeroYear,
            Verdicts.Word(plan.Holds),
            plan.AsOf,
        ];
    }
}
