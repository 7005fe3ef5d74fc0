// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed class GlobalCarbonBudgetTests
{
    private static readonly Lazy<ImportResult> Whole = new(() => Imported.File(Fossil));

    private static readonly Lazy<Dictionary<string, Plan>> Plans = new(() =>
        Whole.Value.Plans.Select(Imported.Plan).ToDictionary(p => p.Codes["iso3166-1-alpha3"])
    );

    private static readonly Lazy<ImportResult> Land = new(() => Imported.File(LandUse));

    private static string Fossil => PublisherData.RequireFile("gcb2022/National_Fossil_Carbon_Emissions_2022v1.0.xlsx");

    private static string LandUse =>
        PublisherData.RequireFile("gcb2022/National_LandUseChange_Carbon_Emissions_2022v1.0.xlsx");

    [Theory]
    [InlineData("Territorial Emissions", "gcb-2022-territorial", 12, 13)]
    [InlineData("Consumption Emissions", "gcb-2022-consumption", 9, 10)]
    public void PublishedFile_EveryCell_IsInItsPlanTimesTheFactor(string name, string inventory, int names, int first)
    {
        var sheet = PlainSheet.Read(Fossil, name);
        var byName = Plans
            .Value.Values.SelectMany(p => p.Inventories, (p, i) => (p, i))
            .Where(x => x.i.Id == inventory)
            .ToDictionary(x => x.i.Rows[0].Label!, x => x.i.Rows[0].Series);
        var compared = 0;
        var columns = 0;
        foreach (var column in sheet.Columns.Where(c => c != "A" && sheet[names, c].Length > 0))
        {
            if (!byName.TryGetValue(sheet[names - 1, column], out var series))
            {
                continue;
            }

            columns++;
            for (var row = first; row <= sheet.Rows && sheet[row, "A"].Length == 4; row++)
            {
                var year = int.Parse(sheet[row, "A"], System.Globalization.CultureInfo.InvariantCulture);
                if (sheet.Number(row, column) is { } carbon)
                {
                    Assert.True(series[year].TryGetNumber(out var megatonnes));
                    Assert.Equal(carbon * 3.664, megatonnes, Math.Abs(carbon) * 1e-12);
                    compared++;
                }
                else
                {
                    Assert.False(series[year].IsNumber);
                }
            }
        }

        Assert.Equal(byName.Count, columns);
        Assert.True(compared > 3_000, $"{columns} columns, {compared} cells");
    }

    [Fact]
    public void PublishedFile_France_SaysThatMonacoIsInIt()
    {
        var plan = Plans.Value["FRA"];

        Assert.Equal(["gcb-2022-territorial", "gcb-2022-consumption"], plan.Inventories.Select(i => i.Id));
        Assert.Contains("INCLUDING MONACO", plan.Inventories[0].BoundaryNote, StringComparison.Ordinal);
        Assert.Contains("Consumption-based", plan.Inventories[1].BoundaryNote, StringComparison.Ordinal);
        Assert.All(plan.Inventories, i => Assert.Equal(("gas", Boundary.National), (i.Scheme, i.Boundary)));
        Assert.Equal("gas:fossil-co2", plan.Inventories[0].Rows[0].Category);
        Assert.Equal(["Mt CO2"], plan.Inventories.Select(i => i.Rows[0].Series.Unit.Symbol).Distinct());
        Assert.Contains(Whole.Value.Diagnostics, d => d.Id == "LS2307");
    }

    [Fact]
    public void PublishedFile_GroupsAndBunkers_AreLeftOutWithReasons()
    {
        var result = Whole.Value;
        var reasons = result.Loss.LeftOut.ToDictionary(l => l.Reason.Id, l => l.Rows);

        // 235 columns on each sheet.
        Assert.Equal(470, result.Loss.RowsRead);
        Assert.Equal(2 * 14, reasons["import.left-out.group"]);
        Assert.Equal(2, reasons["import.left-out.bunkers"]);
        Assert.Equal(2, reasons["import.left-out.not-a-place"]);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity != Severity.Note);
        Assert.Equal(218, Plans.Value.Count);
    }

    [Fact]
    public void PublishedFile_CountriesAndBunkers_AddUpToTheWorld()
    {
        var sheet = PlainSheet.Read(Fossil, "Territorial Emissions");
        double Column(string name, int row) =>
            sheet.Number(row, sheet.Columns.Single(c => c != "A" && sheet[12, c] == name)) ?? 0;
        for (var row = 13; row <= 184; row++)
        {
            var year = int.Parse(sheet[row, "A"], System.Globalization.CultureInfo.InvariantCulture);
            var countries = Plans.Value.Values.Sum(p =>
                p.Inventories[0].Rows[0].Series[year].TryGetNumber(out var megatonnes)
                && p.Inventories[0].Id == "gcb-2022-territorial"
                    ? megatonnes
                    : 0
            );
            var world =
                Column("World", row)
                - Column("Bunkers", row)
                - Column("Statistical Difference", row)
                - Column("Kosovo", row);
            // Until 1989 the file's own columns miss its world by up to 2.8 Mt C (in 1972, 0.06 %), which its column of
            // statistical differences does not hold.
            Assert.Equal(world * 3.664, countries, year < 1990 ? 2.8 * 3.664 : 1e-4 * world);
        }
    }

    [Fact]
    public void FossilCO2_OfTheLargestEmitters_IsNearEdgars()
    {
        const int Year = 2021;
        var edgar = Imported
            .File(PublisherData.RequireFile("edgar/EDGAR_2024_GHG_booklet_2024.xlsx"))
            .Plans.Select(Imported.Plan)
            .ToDictionary(p => p.Codes["iso3166-1-alpha3"]);
        var largest = edgar
            .Where(e => Plans.Value.ContainsKey(e.Key))
            .Select(e => (e.Key, Edgar: EdgarCO2(e.Value, Year)))
            .OrderByDescending(e => e.Edgar)
            .Take(20)
            .ToList();

        Assert.Equal(20, largest.Count);
        var far = new List<string>();
        foreach (var (code, megatonnes) in largest)
        {
            Assert.True(Plans.Value[code].Inventories[0].Rows[0].Series[Year].TryGetNumber(out var other));
            var apart = Math.Abs(other - megatonnes) / megatonnes;
            if (apart > Bound(code))
            {
                far.Add(FormattableString.Invariant($"{code} EDGAR {megatonnes:0.0} GCB {other:0.0}: {apart:P1}"));
            }
        }

        Assert.Empty(far);
    }

    /// <summary>
    /// How far the two may be apart, rounded up from what they are in these editions. Both count fossil fuels on the
    /// territory; EDGAR adds all industrial processes, lime and urea on fields, while the Global Carbon Budget has of
    /// processes only cement. The Global Carbon Budget takes the country's own report where there is one (Russia,
    /// Mexico), EDGAR the energy balances of the International Energy Agency for all; China's and Saudi Arabia's
    /// balances are revised most between the editions (2022 and 2024).
    /// </summary>
    private static double Bound(string code) =>
        code switch
        {
            "SAU" => 0.155,
            "RUS" => 0.105,
            "MEX" => 0.102,
            "CHN" => 0.092,
            "IND" => 0.065,
            "USA" => 0.055,
            "VNM" => 0.045,
            _ => 0.035,
        };

    [Fact]
    public void LandUse_Models_StandSideBySideAndDiffer()
    {
        var plans = Land.Value.Plans.Select(Imported.Plan).ToDictionary(p => p.Codes["iso3166-1-alpha3"]);
        var brazil = plans["BRA"];

        Assert.Equal(
            ["gcb-2022-land-blue", "gcb-2022-land-hn2017", "gcb-2022-land-oscar"],
            brazil.Inventories.Select(i => i.Id)
        );
        Assert.All(brazil.Inventories, i => Assert.Equal(Boundary.NationalWithLand, i.Boundary));
        Assert.All(brazil.Inventories, i => Assert.Equal("gas:land-use-co2", i.Rows[0].Category));
        Assert.All(
            brazil.Inventories,
            i => Assert.Contains("The models differ", i.BoundaryNote, StringComparison.Ordinal)
        );
        var sheet = PlainSheet.Read(LandUse, "H&N2017");
        var column = sheet.Columns.Single(c => sheet[8, c] == "Brazil");
        Assert.True(brazil.Inventories[1].Rows[0].Series[2021].TryGetNumber(out var megatonnes));
        Assert.Equal(sheet.Number(181, column)!.Value * 3.664, megatonnes, 1e-9);
        Assert.Contains("Quality flag", brazil.Inventories[0].Rows[0].Note, StringComparison.Ordinal);
        Assert.DoesNotContain(Land.Value.Diagnostics, d => d.Severity != Severity.Note);
        Assert.Equal(3 * 218, Land.Value.Loss.RowsRead);
    }

    private static double EdgarCO2(Plan plan, int year) =>
        plan.Inventories[0]
            .Rows.Where(r => r.GasOf == "CO2")
            .Sum(r => r.Series[year].TryGetNumber(out var megatonnes) ? megatonnes : 0);
}
