// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Inventory;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>One sheet of a workbook, which becomes one inventory of each country.</summary>
/// <param name="Sheet">Its name.</param>
/// <param name="UsualFirstYear">The row in which its first year stands, in the edition known here.</param>
/// <param name="Id">End of the inventory's id.</param>
/// <param name="Category">Of its one row.</param>
/// <param name="Title">Of the inventory.</param>
/// <param name="Note">What is inside, in the publisher's sense.</param>
internal sealed record GcbSeries(
    string Sheet,
    int UsualFirstYear,
    string Id,
    string Category,
    string Title,
    string Note
)
{
    private const string FossilCO2 = "gas:fossil-co2";
    private const string LandCO2 = "gas:land-use-co2";

    private const string LandNote =
        "Carbon dioxide from land-use change alone (deforestation, regrowth, wood harvest, soils) as the bookkeeping "
        + "model {0} has it. Below zero the land takes up more than it gives off. ";

    public static IReadOnlyList<GcbSeries> Fossil { get; } =
    [
        new(
            "Territorial Emissions",
            13,
            "territorial",
            FossilCO2,
            "Fossil carbon dioxide on the territory",
            "Carbon dioxide from burning and oxidising fossil fuels and from making cement on the country's territory. "
                + "International aviation and shipping, land use and other gases are not in it. Shares of states that "
                + "broke up are estimates before they did."
        ),
        new(
            "Consumption Emissions",
            10,
            "consumption",
            FossilCO2,
            "Fossil carbon dioxide by consumption",
            "Consumption-based: fossil carbon dioxide of what is consumed in the country, wherever it was emitted "
                + "(territorial emissions less exports and with imports). Never add it to territorial emissions, and hold "
                + "no territorial target against it."
        ),
    ];

    public static IReadOnlyList<GcbSeries> Land { get; } = [OfModel("BLUE"), OfModel("H&N2017"), OfModel("OSCAR")];

    public Boundary Boundary => Category == LandCO2 ? Boundary.NationalWithLand : Boundary.National;

    private static GcbSeries OfModel(string sheet)
    {
        var model = sheet == "H&N2017" ? "H&N (Houghton and Nassikas 2017)" : sheet;
        return new GcbSeries(
            sheet,
            10,
            $"land-{PlanFolder.PlanIds.Slug(sheet == "H&N2017" ? "hn2017" : sheet)}",
            LandCO2,
            $"Carbon dioxide from land-use change, {model}",
            LandNote.Replace("{0}", model, StringComparison.Ordinal)
        );
    }
}
