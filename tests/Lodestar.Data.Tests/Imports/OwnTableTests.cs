// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Inventory;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

/// <summary>Each fixture is a table as somebody might have it; its expectation is every cell of the plan it becomes.</summary>
public sealed class OwnTableTests
{
    private const string Plain = "Sector,2018,2019\nResidential,10.5,9\nTransport,20,19.25\n";

    private static readonly string[] PlainLines =
    [
        "Residential | I.1 | - | part | kt CO2e | 2018=10.5 2019=9",
        "Transport | II | - | part | kt CO2e | 2018=20 2019=19.25",
    ];

    private static readonly ImportOptions Kt = new() { Unit = "kt CO2e", PlaceName = "Testby" };

    static OwnTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Fixtures =>
        new(
            Directory
                .EnumerateFiles(Path.GetDirectoryName(Imported.Fixture("x"))!, "*.expected")
                .Select(f => Path.GetFileName(f)[..^".expected".Length])
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixture_Imported_GivesExactlyItsCells(string name)
    {
        var result = Imported.File(Imported.Fixture(name));
        var plan = Imported.Plan(result);
        List<string> got = [$"{plan.Id} | {plan.Name}", .. Imported.Lines(result)];
        if (plan.Population is { } people)
        {
            got.Add("population | " + string.Join(" ", people.Cells.Select(c => $"{c.Year}={c.Cell}")));
        }

        got.Add($"rows {result.Loss.RowsRead} used {result.Loss.RowsUsed}");
        got.AddRange(result.Loss.LeftOut.Select(l => $"left out {l.Rows}: {l.Reason.Id["import.left-out.".Length..]}"));
        got.AddRange(result.Diagnostics.Select(d => $"{d.Id} {d.Place}"));
        Golden.Match(string.Join('\n', got), $"fixtures/{name}.expected");
    }

    [Fact]
    public void Encoding_WhicheverItIs_GivesTheSameCells()
    {
        const string Text = "Bereich;2018;2019\nMüll;1,5;2\nStraßenverkehr;3;4,25\n";
        Encoding[] encodings =
        [
            new UTF8Encoding(true),
            new UTF8Encoding(false),
            new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true),
            Encoding.GetEncoding(1252),
        ];
        foreach (var encoding in encodings)
        {
            var result = Imported.Bytes([.. encoding.Preamble, .. encoding.GetBytes(Text)], Kt);
            Assert.Equal(
                [
                    "Müll | ? | - | part | kt CO2e | 2018=1.5 2019=2",
                    "Straßenverkehr | II.1 | - | part | kt CO2e | 2018=3 2019=4.25",
                ],
                Imported.Lines(result)
            );
        }
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_WhicheverItIs_IsFound(char separator) =>
        Assert.Equal(PlainLines, Imported.Lines(Imported.Text(Plain.Replace(',', separator), Kt)));

    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00a0234,5", "1234.5")]
    [InlineData("1\u2009234.5", "1234.5")]
    [InlineData("1'234.5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("0,123", "0.123")]
    [InlineData("(12.5)", "-12.5")]
    [InlineData("−12,5", "-12.5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("12.5*", "12.5")]
    public void Number_AsPeopleWriteIt_IsRead(string written, string expected)
    {
        var result = Imported.Text($"Sector\t2018\t2019\nTransport\t{written}\t7\n", Kt);

        Assert.Equal([$"Transport | II | - | part | kt CO2e | 2018={expected} 2019=7"], Imported.Lines(result));
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void Number_ThatReadsTwoWays_IsAssumedAndSaid()
    {
        var result = Imported.Text("Sector\t2018\t2019\nTransport\t1,234\t5,678\n", Kt);

        Assert.Equal(["Transport | II | - | part | kt CO2e | 2018=1234 2019=5678"], Imported.Lines(result));
        Assert.Equal(["LS2208"], Imported.Ids(result));
    }

    [Fact]
    public void Number_OneClearOneInTheTable_DecidesTheOthers()
    {
        var result = Imported.Text("Sector\t2018\t2019\nTransport\t1,234\t5,6\n", Kt);

        Assert.Equal(["Transport | II | - | part | kt CO2e | 2018=1.234 2019=5.6"], Imported.Lines(result));
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void NotationKeysAndWordsForNothing_AreKeptApart()
    {
        var result = Imported.Text(
            "Sector,2015,2016,2017,2018,2019,2020\nRail,NO,NE,IE,C,n/a,\nTransport,1,2,3,4,5,6\nAviation,IE (II.1),-,..,oops,0,0.0\n",
            Kt
        );

        Assert.Equal(
            "Rail | II.2 | - | part | kt CO2e | 2015=NO 2016=NE 2017=IE 2018=C 2019=_ 2020=_",
            Imported.Lines(result)[0]
        );
        Assert.Equal(
            "Aviation | II.4 | - | part | kt CO2e | 2015=IE:II.1 2016=_ 2017=_ 2018=_ 2019=0 2020=0",
            Imported.Lines(result)[2]
        );
        var oops = result.Diagnostics.Single(d => d.Id == "LS2010");
        Assert.Equal(("oops", "own.csv:4 [E4]"), (oops.Text, oops.Place.ToString()));
        Assert.Contains("LS2216", Imported.Ids(result));
    }

    [Fact]
    public void Unit_MissingEverywhere_IsAskedForAndNothingIsInvented()
    {
        var result = Imported.Text(Plain);

        Assert.Empty(result.Plans);
        Assert.Equal(["LS2210", "LS2217"], Imported.Ids(result));
        Assert.Equal(2, result.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.no-unit").Rows);
    }

    [Theory]
    [InlineData("kt CO2e", "kt CO2e")]
    [InlineData("ktCO2e", "kt CO2e")]
    [InlineData("tCO₂-eq", "t CO2e")]
    [InlineData("tonnes of CO2 equivalent", "t CO2e")]
    [InlineData("1000 t CO2", "kt CO2")]
    [InlineData("Mio. t CO2-Äquivalente", "Mt CO2e")]
    [InlineData("Tsd. Tonnen CO2", "kt CO2")]
    [InlineData("milliers de tonnes éq. CO2", "kt CO2e")]
    [InlineData("tusen ton CO2-ekv.", "kt CO2e")]
    [InlineData("miles de toneladas de CO2 eq", "kt CO2e")]
    [InlineData("Gg CO2", "kt CO2")]
    [InlineData("kg CO2e/yr", "kg CO2e")]
    public void Unit_InPeoplesWords_IsUnderstood(string written, string expected)
    {
        var result = Imported.Text($"Sector\tUnit\t2018\t2019\nTransport\t{written}\t1\t2\n");

        Assert.Equal(expected, Imported.Unit(Imported.Rows(result)[0]));
    }

    [Theory]
    [InlineData("Sector,GPC reference number,2018,2019\nHomes burning gas,I.1.1,1,2\nCars,II.1.1,3,4\n")]
    [InlineData("GPC,Sector,2018,2019\nI.1.1,Homes burning gas,1,2\nII.1.1,Cars,3,4\n")]
    [InlineData("Sector,Category,2018,2019\nHomes burning gas,I.1.1,1,2\nCars,II.1.1,3,4\n")]
    [InlineData(
        "sector,class,year,value\nHomes burning gas,I.1.1,2018,1\nHomes burning gas,I.1.1,2019,2\nCars,II.1.1,2018,3\nCars,II.1.1,2019,4\n"
    )]
    public void Reference_InWhicheverColumn_LeavesThePublishersNamesAsLabels(string text) =>
        Assert.Equal(
            [
                "Homes burning gas | I.1.1 | gas | part | kt CO2e | 2018=1 2019=2",
                "Cars | II.1.1 | - | part | kt CO2e | 2018=3 2019=4",
            ],
            Imported.Lines(Imported.Text(text, Kt))
        );

    [Fact]
    public void Scope_InAColumn_TellsRowsOfOneNameApart()
    {
        var result = Imported.Text(
            "Sector,Scope,2018,2019\nResidential,1,10,9\nResidential,Scope 2,4,3\nRoad,1,7,6\nWaste,3,2,1\n",
            Kt
        );

        Assert.Equal(["I.1.1", "I.1.2", "II.1.1", "III"], Imported.Rows(result).Select(r => r.Category));
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void Gases_BesideTheirSumInCO2e_AreNotCountedAgain()
    {
        var result = Imported.Text(
            "Sector,Gas,Unit,2018,2019\nRoad,CO2,t,90,80\nRoad,CH4,t,1,1\nRoad,CO2e,t,118,108\nRail,CO2,t,5,5\n"
        );

        Assert.Equal(
            ["Road | II.1 | - | part | t CO2e | 2018=118 2019=108", "Rail | II.2 | - | part | t CO2 | 2018=5 2019=5"],
            Imported.Lines(result)
        );
        Assert.Equal(2, result.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.gas-of-co2e").Rows);
    }

    [Theory]
    [InlineData("MTCO2e", "t CO2e", true)]
    [InlineData("MT CO2e", "t CO2e", true)]
    [InlineData("mtCO2e", "t CO2e", true)]
    [InlineData("MtCO2e", "Mt CO2e", false)]
    [InlineData("MMTCO2e", "Mt CO2e", false)]
    public void Unit_MT_IsMetricTonsAndSaid(string written, string unit, bool said)
    {
        var result = Imported.Text($"Sector,2018 ,2019\nRail ({written}),1,2\n");

        Assert.Equal($"Rail | II.2 | - | part | {unit} | 2018=1 2019=2", Assert.Single(Imported.Lines(result)));
        Assert.Equal(said ? ["LS2219"] : [], Imported.Ids(result));
    }

    [Theory]
    [InlineData("Total,31,30\n", Boundary.BasicPlus)]
    [InlineData("Total,30,28\n", Boundary.Basic)]
    [InlineData("", Boundary.BasicPlus)]
    public void Boundary_IsTheOneThePrintedTotalAddsUp(string total, Boundary boundary)
    {
        var result = Imported.Text("Sector,2018,2019\nHomes,10,9\nRoad,20,19\nFarming,1,2\n" + total, Kt);

        Assert.Equal(boundary, Imported.Plan(result).Inventories[0].Boundary);
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void Sector_BesideItsPart_IsNoTotalWhereThePrintedTotalCountsBoth()
    {
        var result = Imported.Text("Sector,2018,2019\nBuildings,30,28\nIndustry,9,8\nHomes,1,1\nTotal,40,37\n", Kt);

        Assert.Equal(["part", "part", "part", "total"], Imported.Lines(result).Select(l => l.Split(" | ")[3]));
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void Total_WhoseNameStandsAmongTheReferences_IsNotCounted()
    {
        var result = Imported.Text(
            "Ref,Name,2018,2019\nI.1.1,Homes,10,9\nII.1.1,Road,20,19\nTOTAL,Community wide,30,28\n",
            Kt
        );

        Assert.Equal("Community wide | total | - | total | kt CO2e | 2018=30 2019=28", Imported.Lines(result)[2]);
    }

    [Theory]
    [InlineData("City,Sector,2018,2019\nPortbury,Homes,1,2\nPortbury,Road,3,4\n")]
    [InlineData("Sector,City,2018,2019\nHomes,Portbury,1,2\nRoad,Portbury,3,4\n")]
    [InlineData(
        "Sector,Municipality,Year,Value\nHomes,Portbury,2018,1\nHomes,Portbury,2019,2\nRoad,Portbury,2018,3\nRoad,Portbury,2019,4\n"
    )]
    public void Place_InAColumn_NamesThePlanAndNoRow(string text)
    {
        var plan = Imported.Plan(Imported.Text(text, new ImportOptions { Unit = "kt CO2e" }));

        Assert.Equal(("Portbury", "Homes"), (plan.Name, plan.Inventories[0].Rows[0].Label));
    }

    [Theory]
    [InlineData("Municipality,Sector,2018,2019\nNorthtown,Homes,10,9\nSouthtown,Homes,5,4\n")]
    [InlineData("Municipality,Sector,Year,Value\nNorthtown,Homes,2018,10\nSouthtown,Homes,2018,5\n")]
    public void Places_SeveralInOneTable_AreWarnedOf(string text)
    {
        var result = Imported.Text(text, Kt);

        Assert.Equal(["LS2220"], Imported.Ids(result));
        Assert.Equal(2, Imported.Rows(result).Count);
    }

    [Theory]
    [InlineData(
        "year,sector,gas,emissions_t\n2018,Road,CO2,9\n2019,Road,CO2,8\n2018,Road,CH4,1\n2019,Road,CH4,2\n",
        "t CO2",
        "t CH4"
    )]
    [InlineData("All figures in tonnes\nSector,Gas,2018,2019\nRoad,CO2,9,8\nRoad,CH4,1,2\n", "t CO2", "t CH4")]
    [InlineData("All figures in kt CO2e\nSector,Gas,2018,2019\nRoad,CO2,9,8\nRoad,CH4,1,2\n", "kt CO2e", "kt CO2e")]
    public void Unit_OfRowsThatNameTheirGas_JoinsItToTheTablesMass(string text, string first, string second) =>
        Assert.Equal(
            [$"Road | II.1 | - | part | {first} | 2018=9 2019=8", $"Road | II.1 | - | part | {second} | 2018=1 2019=2"],
            Imported.Lines(Imported.Text(text))
        );

    [Fact]
    public void Total_IncludingOrExcludingLandUse_IsTheWholeTables()
    {
        var result = Imported.Text(
            "Sector,2018,2019\nEnergy,10,9\nLand use,-2,-1\nTotal excluding LULUCF,10,9\nTotal including LULUCF,8,8\n",
            Kt
        );

        Assert.Equal(["I", "V.2", "total", "total"], Imported.Rows(result).Select(r => r.Category));
        Assert.Empty(Imported.Ids(result));
    }

    [Fact]
    public void Duplicates_SameOnceOtherwiseNot()
    {
        var same = Imported.Text(Plain + "Transport,20,19.25\n", Kt);
        var other = Imported.Text(Plain + "Transport,20,21\n", Kt);

        Assert.Equal(PlainLines, Imported.Lines(same));
        Assert.Equal(["LS2011"], Imported.Ids(same));
        Assert.Equal([PlainLines[0]], Imported.Lines(other));
        Assert.Equal(["LS2012"], Imported.Ids(other));
        Assert.Equal(2, other.Loss.RowsLeftOut);
    }

    [Fact]
    public void Total_ThatIsNotTheSum_IsReported()
    {
        var right = Imported.Text(Plain + "Total,30.5,28.25\n", Kt);
        var wrong = Imported.Text(Plain + "Total,30.5,29.25\n", Kt);

        Assert.Empty(Imported.Ids(right));
        Assert.Equal("Total | total | - | total | kt CO2e | 2018=30.5 2019=28.25", Imported.Lines(right)[2]);
        var fault = Assert.Single(wrong.Diagnostics);
        Assert.Equal(("LS2013", 2019), (fault.Id, (int)fault.Reason.Values[1].Value));
    }

    [Fact]
    public void SectorAboveItsParts_IsTheirTotalAndNotAdded()
    {
        var result = Imported.Text("Sector,2018,2019\nTransport,30,28\nRoad,20,19\nRail,10,9\n", Kt);

        Assert.Equal("Transport | II | - | total | kt CO2e | 2018=30 2019=28", Imported.Lines(result)[0]);
        Assert.Equal(["LS2213"], Imported.Ids(result));
    }

    [Fact]
    public void Unmapped_IsKeptWithWhatItMayMean()
    {
        var result = Imported.Text("Sector,2018,2019\nResidentail,1,2\nRail,10,9\n", Kt);

        Assert.StartsWith("Residentail | ? |", Imported.Lines(result)[0], StringComparison.Ordinal);
        Assert.Equal("residential", result.Diagnostics.Single(d => d.Id == "LS2212").DidYouMean[0]);
    }

    [Theory]
    [InlineData("I.1.1 Anything", "I.1.1")]
    [InlineData("II Whatever", "II")]
    [InlineData("Commercial and institutional", "I.2")]
    [InlineData("Commercial and residential", "I")]
    [InlineData("Industry and industrial processes", "?")]
    [InlineData("Industrial processes", "IV")]
    [InlineData("Wastewater", "III.4")]
    [InlineData("Waste and wastewater", "III")]
    [InlineData("Residential electricity", "I.1.2")]
    [InlineData("Household natural gas", "I.1.1")]
    [InlineData("Private Haushalte", "I.1")]
    [InlineData("Gewerbe, Handel, Dienstleistungen", "I.2")]
    [InlineData("Schienenverkehr", "II.2")]
    [InlineData("Abwasser", "III.4")]
    [InlineData("Transport routier", "II.1")]
    [InlineData("Déchets", "III")]
    [InlineData("Vägtrafik", "II.1")]
    [InlineData("Jordbruk", "V")]
    [InlineData("Arbetsmaskiner", "II.5")]
    [InlineData("Residuos", "III")]
    [InlineData("Aviación", "II.4")]
    [InlineData("Ganadería", "V.1")]
    [InlineData("Greenhouse gases from shipping", "II.3")]
    [InlineData("Industrie hors branche énergie", "I.3")]
    [InlineData("Transport excluding aviation", "II")]
    [InlineData("Farming", "V")]
    [InlineData("VII.1 Nothing", "?")]
    public void Label_IsMappedToTheGpc(string label, string category)
    {
        var result = Imported.Text($"Sector\t2018\t2019\n{label}\t1\t2\n", Kt);

        Assert.Equal(category, Imported.Rows(result)[0].Category ?? "?");
    }

    [Fact]
    public void Sheetwords_EveryCategory_StandsInTheGpc()
    {
        var rows = EmbeddedTable.Rows("Lodestar.Formats.OwnTable.sector-names.csv");

        Assert.True(rows.Count > 700);
        Assert.All(
            rows.Where(r => r[2] == "sector"),
            r => Assert.True(Planning.Inventory.GpcTable.IsCategory(r[3]), r[0])
        );
        Assert.Empty(
            rows.GroupBy(r => (Name: NameMatch.Fold(r[0]), Kind: r[2]))
                .Where(g => g.Select(r => r[3]).Distinct().Count() > 1)
                .Select(g => g.Key.Name)
        );
    }

    [Theory]
    [InlineData("Greenhouse gas emissions of Testby, kt CO2e", "Testby")]
    [InlineData("Treibhausgasemissionen der Stadt Musterstadt (t CO2e)", "Musterstadt")]
    [InlineData("New Testby: emissions in kt CO2e", "New Testby")]
    [InlineData("Ville de Testby-sur-Lys – émissions (kt éq. CO2)", "Testby-sur-Lys")]
    [InlineData("Métropole de Testby (kt éq. CO2)", "Testby")]
    [InlineData("Testby - Community GHG emissions (tCO2e)", "Testby")]
    [InlineData("Testby city greenhouse gas emissions (kt CO2e)", "Testby")]
    public void PlaceName_IsTakenFromTheTitle(string title, string expected) =>
        Assert.Equal(
            expected,
            Imported.Plan(Imported.Text(title.Replace(",", "", StringComparison.Ordinal) + "\n" + Plain)).Name
        );

    [Fact]
    public void PlaceName_WithoutATitle_IsTakenFromTheFile() =>
        Assert.Equal(
            "Testby",
            Imported
                .Plan(Imported.Text(Plain, new ImportOptions { Unit = "kt CO2e" }, "testby_ghg_inventory_2021.csv"))
                .Name
        );

    [Fact]
    public void Unit_EveryMassAndGas_IsOneThatPlansRead()
    {
        foreach (var mass in (string[])["kg", "t", "kt", "Mt"])
        {
            foreach (var gas in (string[])["CO2", "CO2e", "CH4", "N2O"])
            {
                var result = Imported.Text(Plain, new ImportOptions { Unit = $"{mass} {gas}" });
                Assert.Equal($"{mass} {gas}", Imported.Unit(Imported.Rows(result)[0]));
            }
        }

        Assert.Equal(
            ["LS2209", "LS2210", "LS2217"],
            Imported.Ids(Imported.Text(Plain, new ImportOptions { Unit = "GWh" }))
        );
    }

    [Fact]
    public void Table_OfTooManyCells_IsRefused()
    {
        var row = new string(',', 1_999) + "\n";
        var text = string.Concat(Enumerable.Repeat(row, 1_001));

        Assert.Equal(["LS2201"], Imported.Ids(Imported.Text(text)));
    }

    [Fact]
    public void Metric_OfCO2e_IsSaidToBeAssumed() =>
        Assert.Contains("AR5", Imported.Understood(Imported.Text(Plain, Kt)), StringComparison.Ordinal);

    [Fact]
    public void Table_OfTooManySeries_IsRefusedAndCounted()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_001).Select(i => $"Place {i},1,2\n"));
        var result = Imported.Text("Sector,2018,2019\n" + rows, Kt);

        Assert.Equal(["LS2218"], Imported.Ids(result));
        Assert.Equal(10_001, result.Loss.RowsLeftOut);
    }

    [Fact]
    public void Labels_ThatMakeTheSameId_GetOnesOfTheirOwn()
    {
        var ids = Imported
            .Rows(Imported.Text("Sector,2018,2019\nRail!,1,2\nRail?,3,4\nRail,5,6\n", Kt))
            .Select(r => r.Id);

        Assert.Equal(["rail", "rail-2", "rail-3"], ids);
    }
}
