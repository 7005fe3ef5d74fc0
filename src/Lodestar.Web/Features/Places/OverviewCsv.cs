// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Planning.Assessment;

namespace Lodestar.Web.Features.Places;

/// <summary>The overview as a file: a row a place, blank where nothing is stated.</summary>
internal static class OverviewCsv
{
    private const string Head =
        "id,name,kind,country,listed_with,inventory_year,tonnes,gas,boundary,gwp_set,publisher,tonnes_per_person,"
        + "base_year,base_tonnes,change_since_base_year,net_zero_year,holds,as_of";

    public static string Write(IEnumerable<PlannedPlace> places)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var place in places)
        {
            var plan = place.Plan;
            object?[] row =
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
                plan.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ];
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A cell of a spreadsheet that begins so would be worked out as a formula; a number may have its sign.
        if (value is string && text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
