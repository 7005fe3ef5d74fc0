// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Data.Tests.Imports.CountryTables;

public sealed class CountryTableTests
{
    private const string Crt = """
        Category code,Category,Gas,Unit,2020,2021
        1,Energy,CO2,kt,100,90
        1.A,Fuel combustion,CO2,kt,95,85
        1.A.3,Transport,CO2,kt,40,38
        1.A.4,Other sectors,CO2,kt,55,47
        1.B,Fugitive,CO2,kt,5,5
        3,Agriculture,CO2,kt,1,1
        4,LULUCF,CO2,kt,-30,-31
        5,Waste,CO2,kt,2,2
        ,Total (without LULUCF),CO2,kt,103,93
        ,Total (with LULUCF),CO2,kt,73,62

        """;

    private static ImportResult Import(
        string text,
        string? scheme = null,
        string? place = "SE",
        string format = "country-table"
    ) =>
        Imported.Text(
            text,
            new ImportOptions
            {
                Scheme = scheme,
                PlaceName = place,
                Format = format,
            },
            "sweden.csv"
        );

    private static InventoryTotals Totals(ImportResult result, Boundary boundary)
    {
        var plan = Imported.Plan(result);
        return InventoryTotaller.Total(plan, plan.Inventories[0], boundary);
    }

    /// <summary>Hand-worked: without land 40 + 55 + 5 + 1 + 2 = 103, with land 103 − 30 = 73.</summary>
    [Fact]
    public void ReportingTable_CountsEachTonneOnceAndKeepsLandApart()
    {
        var result = Import(Crt);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(103, Totals(result, Boundary.National)[2020].Amount!.Value, 1e-9);
        Assert.Equal(73, Totals(result, Boundary.NationalWithLand)[2020].Amount!.Value, 1e-9);
        Assert.Equal(
            ["crt:1.A.3", "crt:1.A.4", "crt:1.B", "crt:3", "crt:4", "crt:5"],
            Imported.Rows(result).Where(r => r.Role == RowRole.Part).Select(r => r.Category)
        );
        Assert.Contains("3 Agriculture", Imported.Understood(result), StringComparison.Ordinal);
    }

    /// <summary>
    /// The same digits: as IPCC 2006, 3 counts with its land and 4 is waste, so the national total is 1 + 3 + 4 = 10 + 20 + 5;
    /// as reporting tables, 4 is land and stays outside: 10 + 20.
    /// </summary>
    [Theory]
    [InlineData("ipcc2006", 35, "ipcc2006:4", 35)]
    [InlineData("crt", 30, "crt:4", 35)]
    public void SameDigits_InBothSchemes_GiveDifferentSectors(
        string scheme,
        double total,
        string category,
        double withLand
    )
    {
        var result = Import("code,gas,unit,2020\n1,CO2,kt,10\n3,CO2,kt,20\n4,CO2,kt,5\n", scheme);

        Assert.Equal(total, Totals(result, Boundary.National)[2020].Amount);
        Assert.Equal(withLand, Totals(result, Boundary.NationalWithLand)[2020].Amount);
        Assert.Contains(category, Imported.Rows(result).Select(r => r.Category));
    }

    [Fact]
    public void Scheme_StatedNowhere_IsRefusedWithBothReadings()
    {
        var result = Import("code,gas,unit,2020\n1,CO2,kt,10\n3,CO2,kt,20\n4,CO2,kt,5\n");

        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal("LS2431", fault.Id);
        Assert.Equal(["ipcc2006", "crt"], fault.DidYouMean);
        Assert.Empty(result.Plans);
    }

    [Theory]
    [InlineData("code,name,gas,unit,2020\n3,\"Agriculture, forestry and other land use\",CO2,kt,1\n", "ipcc2006:3")]
    [InlineData("code,category,gas,unit,2020\n3,AFOLU,CO2,kt,1\n4,Waste,CO2,kt,1\n", "ipcc2006:3")]
    [InlineData("code,category,gas,unit,2020\n3,Agriculture,CO2,kt,1\n", "crt:3")]
    [InlineData("category,gas,unit,2020\n5. Waste,CO2,kt,1\n", "crt:5")]
    [InlineData("category,gas,unit,2020\n4.G Harvested wood products,CO2,kt,1\n", "crt:4.G")]
    [InlineData("CRT category code,gas,unit,2020\n3A,CH4,kt,1\n", "crt:3.A")]
    [InlineData("IPCC 2006 category code,gas,unit,2020\n3.A.1,CH4,kt,1\n", "ipcc2006:3.A.1")]
    [InlineData("Tables of the Common Reporting Format,,,\ncode,gas,unit,2020\n4,CO2,kt,1\n", "crt:4")]
    [InlineData("scheme,code,gas,unit,2020\nIPCC2006,4,CO2,kt,1\n", "ipcc2006:4")]
    public void Scheme_SaidByHeadingTitleColumnOrNames_IsTaken(string text, string first) =>
        Assert.Equal(first, Imported.Rows(Import(text))[0].Category);

    [Fact]
    public void Scheme_NamesOfBoth_IsRefused() =>
        Assert.Equal(
            ["LS2432"],
            Imported.Ids(Import("code,category,gas,unit,2020\n3,AFOLU,CO2,kt,1\n4,LULUCF,CO2,kt,1\n"))
        );

    [Theory]
    [InlineData("NO", CellKind.NotOccurring)]
    [InlineData("NA", CellKind.NotOccurring)]
    [InlineData("NE", CellKind.NotEstimated)]
    [InlineData("IE", CellKind.IncludedElsewhere)]
    [InlineData("C", CellKind.Confidential)]
    [InlineData("FX", CellKind.NotEstimated)]
    [InlineData("NO,NE", CellKind.NotEstimated)]
    [InlineData("NO,IE", CellKind.IncludedElsewhere)]
    [InlineData("\"NE,NO,IE,NA\"", CellKind.NotEstimated)]
    [InlineData("C/NO", CellKind.Confidential)]
    [InlineData("", CellKind.Missing)]
    public void NotationKeys_AloneOrTogether_TakeTheOneThatLeavesMostOpen(string written, CellKind expected)
    {
        var quoted = written.Contains(',') && written[0] != '"' ? $"\"{written}\"" : written;
        var row = Imported.Rows(Import($"code,category,gas,unit,2020,2021\n3,Agriculture,CH4,kt,{quoted},5\n"))[0];

        Assert.Equal(expected, row.Series[2020].Kind);
    }

    [Fact]
    public void CountryColumn_NaIsNamibia()
    {
        var result = Import(
            "Party,code,category,gas,unit,2020\nNA,5,Waste,CH4,kt,1\nSE,5,Waste,CH4,kt,2\nEU27,5,Waste,CH4,kt,3\n",
            place: null
        );

        Assert.Equal(["namibia", "sweden"], result.Plans.Select(p => p.Id).Order(StringComparer.Ordinal));
        Assert.Equal(1, result.Loss.RowsLeftOut);
    }

    [Fact]
    public void Country_StatedNowhere_IsAskedFor() =>
        Assert.Equal(["LS2434"], Imported.Ids(Import("code,category,gas,unit,2020\n5,Waste,CH4,kt,1\n", place: null)));

    [Fact]
    public void FinerRows_ThatDoNotMakeUpTheRowAbove_AreNotCountedBesideIt()
    {
        var result = Import(
            Crt.Replace("1.A.3,Transport,CO2,kt,40,38", "1.A.3,Transport,CO2,kt,30,38", StringComparison.Ordinal)
        );

        Assert.Equal(["LS2435"], Imported.Ids(result));
        Assert.Equal(103, Totals(result, Boundary.National)[2020].Amount!.Value, 1e-9);
    }

    [Fact]
    public void PrintedTotal_ThatIsNotTheSum_IsReported() =>
        Assert.Equal(["LS2013"], Imported.Ids(Import(Crt.Replace(",103,93", ",113,93", StringComparison.Ordinal))));

    [Fact]
    public void MemoItems_AreNeverInTheTotal()
    {
        var result = Import(
            Crt
                + ",Memo items,,,,\n,International bunkers,CO2,kt,8,9\n,Aviation,CO2,kt,5,6\n,CO2 emissions from biomass,CO2,kt,3,3\n"
        );

        Assert.Equal(103, Totals(result, Boundary.National)[2020].Amount!.Value, 1e-9);
        Assert.Equal(2, Imported.Rows(result).Count(r => r.Category == "crt:1.D"));
    }

    [Fact]
    public void LongLayout_WithGasesInEquivalents_KeepsTheGas()
    {
        var result = Import(
            "code;category;gas;unit;year;value\n5;Waste;CH4;kt CO2 eq;2020;28,5\n5;Waste;CH4;kt CO2 eq;2021;27,5\n2;IPPU;HFCs;kt CO2 eq;2020;3,5\n"
        );

        Assert.Equal(
            ["crt:5 CH4 kt CO2e_AR5 28.5 27.5", "crt:2 HFCs kt CO2e_AR5 3.5"],
            Imported
                .Rows(result)
                .Select(r =>
                    $"{r.Category} {r.GasOf} {r.Series.Unit.Symbol} {string.Join(' ', r.Series.Cells.Where(c => c.Cell.IsNumber).Select(c => c.Cell))}"
                )
        );
    }

    [Fact]
    public void Projections_ByScenarioColumnsOrColumn_BecomeProjections()
    {
        const string Columns =
            "code,category,gas,unit,year,WEM,WAM\n3,Agriculture,GHG,kt CO2 eq,2030,10,8\n3,Agriculture,GHG,kt CO2 eq,2040,9,5\n";
        const string Rows =
            "code,category,gas,unit,scenario,2030,2040\n3,Agriculture,GHG,kt CO2 eq,With measures,10,9\n3,Agriculture,GHG,kt CO2 eq,With additional measures,8,5\n";
        foreach (var text in new[] { Columns, Rows })
        {
            var plan = Plan(Import(text));

            Assert.Empty(plan.Inventories);
            Assert.Equal(
                [(ProjectionScenario.WEM, "10 9"), (ProjectionScenario.WAM, "8 5")],
                plan.Projections.Single()
                    .Rows.Select(r =>
                        (r.Scenario, string.Join(' ', r.Series.Cells.Where(c => c.Cell.IsNumber).Select(c => c.Cell)))
                    )
            );
        }
    }

    [Fact]
    public void ProjectionTable_TitleSaysTheScenario()
    {
        var plan = Plan(
            Import(
                "Table 8: projections with additional measures,,,\ncode,category,gas,unit,2030\n3,Agriculture,GHG,kt CO2 eq,8\n"
            )
        );

        Assert.Equal(ProjectionScenario.WAM, plan.Projections.Single().Rows.Single().Scenario);
    }

    [Fact]
    public void Measures_OfATable5_AreReportedMeasures()
    {
        const string Table =
            "Name of mitigation action,Description,Objectives,Type of instrument,Status,Sectors affected,Gases affected,Start year of implementation,Implementing entity,Estimate of mitigation impact 2025 (kt CO2 eq),Estimate of mitigation impact 2030 (kt CO2 eq)\n"
            + "Carbon tax,A tax on fuels,Less oil,Fiscal,Implemented,Energy; Transport,\"CO2, CH4\",1991,Ministry of Finance,1000,1200\n"
            + "Peat rule,,,Regulatory,Planned,Bogs,CO2,2026,Environment agency,NE,50\n";
        var measures = Plan(Import(Table)).Measures;

        Assert.Equal(["Carbon tax", "Peat rule"], measures.Select(m => m.Title));
        Assert.Equal(
            (MeasureStatus.Implemented, 1991, "Ministry of Finance"),
            (measures[0].Status, measures[0].StartYear, measures[0].Controller)
        );
        Assert.Equal(["crt:1", "crt:1.A.3"], measures[0].Sectors);
        Assert.Equal(["CO2", "CH4"], measures[0].Gases);
        Assert.Equal([2025, 2030], measures[0].Effect!.NumberYears);
        Assert.Equal([2030], measures[1].Effect!.NumberYears);
        Assert.Equal(["LS2437"], Imported.Ids(Import(Table)));
    }

    [Fact]
    public void Workbook_OneSheetAGas_BecomesOneInventory()
    {
        object?[][] Sheet(string gas, double energy) =>
            [
                [$"TABLE 10 EMISSION TRENDS {gas}"],
                ["Sweden"],
                ["GREENHOUSE GAS SOURCE AND SINK CATEGORIES", "Unit", 2020, 2021],
                ["1. Energy", $"kt {gas}", energy, energy],
                ["5. Waste", $"kt {gas}", 2.0, "NO,IE"],
            ];
        var result = Imported.Bytes(
            Workbook.Of(("Table10s2", Sheet("CO2", 50)), ("Table10s3", Sheet("CH4", 5))),
            name: "crt.xlsx"
        );

        Assert.Equal(
            ["crt:1 CO2", "crt:5 CO2", "crt:1 CH4", "crt:5 CH4"],
            Imported.Rows(result).Select(r => $"{r.Category} {r.GasOf}")
        );
        Assert.Equal("sweden", result.Plans.Single().Id);
    }

    [Theory]
    [InlineData("CRT category code,Category,Gas,Unit,2020\n5,Waste,CH4,kt,1\n")]
    [InlineData("GREENHOUSE GAS SOURCE AND SINK CATEGORIES,Gas,Unit,2020\n5. Waste,CH4,kt,1\n")]
    [InlineData("code,category,gas,unit,year,WEM\n5,Waste,CH4,kt,2030,1\n")]
    public void Recognised_WithoutBeingNamed(string text)
    {
        var result = Imported.Text(text, new ImportOptions { PlaceName = "Sweden" });

        Assert.Single(result.Plans);
        Assert.Contains("scheme", result.Understood.Select(u => u.Id.Split('.')[^1]));
    }

    /// <summary>Faultless but for the inventory that tables of projections and measures do not have.</summary>
    private static Plan Plan(ImportResult result)
    {
        var reading = PlanReader.Read(Assert.Single(result.Plans).Files);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Severity != Severity.Note && d.Id != "LS1002");
        return reading.Plan;
    }
}
