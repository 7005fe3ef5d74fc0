// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class ActivityRowTests
{
    private const string Emissions = "gas,I.1.1,Gas,gas,,kt CO2,60,58\noil,I.1.1,Oil,oil,,kt CO2,10,9\n";

    [Fact]
    public void Read_AnActivity_IsKeptWithoutAWord()
    {
        var reading = Read(Emissions + "burnt,I.1.1,,gas,activity,GWh,330,320\n");

        Assert.DoesNotContain(reading.Diagnostics, d => d.Place.File == "inventory/own.csv");
        var row = reading.Plan.Inventories[0].Rows[2];
        Assert.Equal((RowRole.Activity, "GWh"), (row.Role, row.Series.Unit.Symbol));
    }

    [Theory]
    [InlineData("burnt,I.1.1,,gas,activity,kt CO2,330,320", "LS1528", "F4")]
    [InlineData("burnt,I.1.1,,gas,activity,t CO2e,330,320", "LS1528", "F4")]
    [InlineData("burnt,I.2.1,,gas,activity,GWh,330,320", "LS1529", "B4")]
    [InlineData("burnt,,,gas,activity,GWh,330,320", "LS1529", "B4")]
    [InlineData("burnt,I.1.1,,coal,activity,GWh,330,320", "LS1529", "B4")]
    [InlineData("burnt,I.1.1,Wood,,activity,GWh,330,320", "LS1529", "B4")]
    [InlineData("burnt,I.1.1,,gas,activiti,GWh,330,320", "LS1304", "E4")]
    public void Read_ABadActivity_IsSaidAtItsCell(string row, string id, string cell)
    {
        var reading = Read(Emissions + row + "\n");

        var found = Assert.Single(reading.Diagnostics, d => d.Id == id);
        Assert.Equal(("inventory/own.csv", cell), (found.Place.File, found.Place.Cell));
        Assert.Equal(Severity.Error, found.Severity);
    }

    [Fact]
    public void Read_AnActivityOfAPartAndOneOfTheWhole_AreNotToldApart()
    {
        var reading = Read(Emissions + "all,I.1.1,,,activity,GWh,370,360\nburnt,I.1.1,,gas,activity,GWh,330,320\n");

        var found = Assert.Single(reading.Diagnostics, d => d.Id == "LS1530");
        Assert.Equal("B5", found.Place.Cell);
        var rows = reading.Plan.Inventories[0].Rows;
        Assert.Null(ActivityRows.Of(rows, rows[0]));
        Assert.Equal("all", ActivityRows.Of(rows, rows[1])!.Id);
    }

    [Fact]
    public void Write_AnActivity_ReadsBack()
    {
        var plan = Read(Emissions + "burnt,I.1.1,,gas,activity,GWh,330,320\n").Plan;

        var text = PlanText.InventoryCsv(plan.Inventories[0]);

        Assert.Contains("burnt,I.1.1,,gas,activity,GWh", text, StringComparison.Ordinal);
    }

    private static PlanReading Read(string rows) =>
        PlanReader.Read(
            new PlanFiles([
                File(
                    "plan.yaml",
                    """
                    format: lodestar-plan@1
                    id: testford
                    name: Testford
                    gwp_set: AR5
                    inventories:
                      - id: own
                        file: inventory/own.csv
                    """
                ),
                File("inventory/own.csv", "id,category,label,fuel,role,unit,2019,2020\n" + rows),
            ])
        );

    private static KeyValuePair<string, ReadOnlyMemory<byte>> File(string path, string text) =>
        new(path, Encoding.UTF8.GetBytes(text));
}
