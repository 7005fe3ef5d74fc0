// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.Iamc;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports.Iamc;

public sealed class IamcTests
{
    private const string Head = "Model,Scenario,Region,Variable,Unit,2020,2030\n";

    private static ImportResult Published(string file, params string[] only) =>
        Imported.File(PublisherData.RequireFile(file), new ImportOptions { Only = only });

    private static ImportResult Text(string text, params string[] only) =>
        Imported.Text(text, new ImportOptions { Only = only }, "scenarios.csv");

    [Fact]
    public void TutorialData_WorldAskedFor_BecomesAPlanWithTheFilesFigures()
    {
        var result = Published("pyam-data/tutorial_data.csv", "World");
        var plan = Plan(result);

        Assert.Equal(("world", "World", JurisdictionKind.NotStated), (plan.Id, plan.Name, plan.Kind));
        // tutorial_data.csv: AIM/CGE 2.1, CD-LINKS_INDCi, World, Emissions|CO2.
        var row = plan.Projections.Single(p => p.Title == "AIM/CGE 2.1|CD-LINKS_INDCi").Rows.Single();
        var line = File.ReadLines(PublisherData.RequireFile("pyam-data/tutorial_data.csv"))
            .Single(l => l.StartsWith("AIM/CGE 2.1,CD-LINKS_INDCi,World,Emissions|CO2,", StringComparison.Ordinal))
            .Split(',');
        Assert.Equal(
            line[5..].Select(double.Parse),
            row.Series.Cells.Select(c => c.Cell.TryGetNumber(out var n) ? n : 0)
        );
        Assert.Equal(("total", "CO2", "Mt CO2"), (row.Category, row.GasOf, row.Series.Unit.Symbol));
        Assert.Equal((ProjectionScenario.NotStated, "AIM/CGE 2.1|CD-LINKS_INDCi"), (row.Scenario, row.Label));
        Assert.Equal(
            File.ReadLines(PublisherData.RequireFile("pyam-data/tutorial_data.csv")).Count() - 1,
            result.Loss.RowsRead
        );
    }

    [Fact]
    public void TutorialData_NobodyAsked_MakesNoPlanOfRegionsAndSaysSo()
    {
        var result = Published("pyam-data/tutorial_data.csv");

        Assert.Empty(result.Plans);
        Assert.Equal(["LS2455"], Imported.Ids(result));
        Assert.Contains("R5ASIA", result.Diagnostics[0].DidYouMean);
    }

    [Theory]
    [InlineData("ar6-iamc/ar6_IPs_emissions.csv", 8)]
    [InlineData("ar6-iamc/cmip6-ssps-workflow-emissions.csv", 1)]
    [InlineData("ar6-iamc/history_ar6.csv", 0)]
    [InlineData("pyam-data/sankey_data.csv", 0)]
    [InlineData("pyam-data/plot_iso_data.csv", 0)]
    public void PublishedFiles_Import_WithoutAnException(string file, int least)
    {
        var result = Published(file, "World");

        var rows = result.Plans.Select(Plan).SelectMany(p => p.Projections).SelectMany(p => p.Rows);
        Assert.True(rows.Count() >= least, file);
    }

    [Theory]
    [InlineData("na_column.xlsx")]
    [InlineData("empty_meta_sheet.xlsx")]
    [InlineData("exclude_meta_sheet.xlsx")]
    [InlineData("test_RCP_database_raw_download.xlsx")]
    [InlineData("test_SSP_database_raw_download.xlsx")]
    [InlineData("test_df.xlsx")]
    public void PublishedWorkbooks_DirtyOnes_AreReadRowByRow(string file)
    {
        var result = Published($"pyam-data/{file}", "World");

        // Three rows of primary energy; in downloads two, and a copyright line.
        Assert.Equal(
            file.Contains("download", StringComparison.Ordinal) ? 2 : 3,
            result.Loss.LeftOut.Single(l => l.Reason.Id == "import.iamc.left-out.not-emissions").Rows
        );
        Assert.Equal(
            file.Contains("download", StringComparison.Ordinal) ? 1 : 0,
            result.Loss.LeftOut.Where(l => l.Reason.Id == "import.left-out.footnote").Sum(l => l.Rows)
        );
    }

    [Fact]
    public void SubAnnualColumn_IsRefusedWithTheReason() =>
        Assert.Equal(["LS2451"], Imported.Ids(Published("pyam-data/tutorial_data_subannual_time.csv")));

    [Fact]
    public void Variables_OfACountry_KeepGasSectorAndMetric()
    {
        var plan = Plan(
            Text(
                Head
                    + "M,WEM,SWE,Emissions|CO2,Mt CO2/yr,50,NA\n"
                    + "M,WEM,SWE,Emissions|CO2|Energy|Demand|Transportation,Mt CO2/yr,20,10\n"
                    + "M,WEM,Sweden,Emissions|CH4|AFOLU,Mt CH4/yr,0.1,0.09\n"
                    + "M,WEM,se,Emissions|HFC|HFC125,kt HFC125/yr,2,1\n"
                    + "M,WEM,SWE,Emissions|Kyoto Gases (AR4-GWP100),Mt CO2-equiv/yr,60,30\n"
                    + "M,WEM,SWE,Emissions|F-Gases,Mt CO2-equiv/yr,1,0.5\n"
            )
        );

        Assert.Equal(
            [
                "total | CO2 | Mt CO2 | 2020=50",
                "ipcc2006:1.A.3 | CO2 | Mt CO2 | 2020=20 2030=10",
                "total | - | Mt CO2e_AR4 | 2020=60 2030=30",
                "total | F-gases | Mt CO2e_AR5 | 2020=1 2030=0.5",
                "ipcc2006:3 | CH4 | Mt CH4 | 2020=0.1 2030=0.09",
                "total | HFC125 | kt HFC125 | 2020=2 2030=1",
            ],
            plan.Projections.Single().Rows.Select(Line)
        );
        Assert.All(plan.Projections.Single().Rows, r => Assert.Equal(ProjectionScenario.WEM, r.Scenario));
    }

    [Fact]
    public void Layouts_LongAndWide_GiveTheSame()
    {
        var wide = Plan(Text(Head + "M,A,SWE,Emissions|CO2,Mt CO2/yr,50,40\n"));
        var @long = Plan(
            Text(
                "REGION;MODEL;SCENARIO;VARIABLE;UNIT;YEAR;VALUE\nSWE;M;A;Emissions|CO2;Mt CO2/yr;2020;50\nSWE;M;A;Emissions|CO2;Mt CO2/yr;2030;40\n"
            )
        );

        Assert.Equal(wide.Projections[0].Rows.Select(Line), @long.Projections[0].Rows.Select(Line));
    }

    [Fact]
    public void RegionOfModels_ThatLooksLikeACode_IsNotTakenForTheCountry()
    {
        var result = Text(Head + "M,A,NAM,Emissions|CO2,Mt CO2/yr,5,4\nM,A,LAM,Emissions|CO2,Mt CO2/yr,5,4\n");
        var namibia = Text(Head + "M,A,NAM,Emissions|CO2,Mt CO2/yr,5,4\n");

        Assert.Contains("LS2456", Imported.Ids(result));
        Assert.Empty(result.Plans);
        Assert.Equal("namibia", Plan(namibia).Id);
    }

    [Fact]
    public void Rows_TwiceTheSameOrNot_AreUsedOnce()
    {
        var row = "M,A,SWE,Emissions|CO2,Mt CO2/yr,50,40\n";
        var result = Text(Head + row + row + row.Replace("50", "51", StringComparison.Ordinal));

        Assert.Equal(["LS2011", "LS2012"], Imported.Ids(result));
        Assert.Equal((3, 1), (result.Loss.RowsRead, result.Loss.RowsUsed));
    }

    /// <summary>The streaming reader gives what splitting each line by hand gives.</summary>
    [Fact]
    public void Table_OfPublishedFile_GivesEveryValue()
    {
        var path = PublisherData.RequireFile("ar6-iamc/ar6_IPs_emissions.csv");
        var lines = File.ReadAllLines(path);
        using var table = IamcTable.Open(new StreamReader(path), ',', "f", new DiagnosticBag())!;
        var years = lines[0].Split(',')[5..];
        for (var i = 1; i < lines.Length; i++)
        {
            Assert.True(table.Read());
            var cells = lines[i].Split(',');
            string[] named = [table.Model, table.Scenario, table.Region, table.Variable, table.Unit];
            Assert.Equal(cells[..5], named);
            Assert.Equal(years.Length, table.Values.Length);
            for (var y = 0; y < years.Length; y++)
            {
                var expected =
                    cells[5 + y].Length == 0 ? double.NaN : double.Parse(cells[5 + y], CultureInfo.InvariantCulture);
                Assert.Equal(expected, table.Values[y]);
            }
        }

        Assert.False(table.Read());
    }

    [Fact]
    public void Table_QuotedFieldsOverBufferEnds_AreWhole()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 5000; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\"M, \"\"{i}\"\"\r\nx\",S,World,\"Emissions|CO2\",Mt CO2/yr,{i},\r\n"
            );
        }

        using var table = IamcTable.Open(new StringReader(text.ToString()), ',', "f", new DiagnosticBag())!;
        for (var i = 0; i < 5000; i++)
        {
            Assert.True(table.Read());
            Assert.Equal($"M, \"{i}\"\r\nx", table.Model);
            Assert.Equal(i, table.Values[0]);
            Assert.Equal(2 + 2 * i, table.Line);
        }
    }

    [Fact]
    public void MissingQuote_EndsWithADiagnostic()
    {
        var text = Head + "\"M,A,SWE,Emissions|CO2,Mt CO2/yr,50,40\n" + new string('x', 3 << 20);

        Assert.Contains("LS2453", Imported.Ids(Text(text)));
    }

    /// <summary>The plan as its reader sees it: faultless but for the inventory that a table of scenarios does not have.</summary>
    private static Plan Plan(ImportedPlan imported)
    {
        var reading = PlanReader.Read(imported.Files);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Severity != Severity.Note && d.Id != "LS1002");
        return reading.Plan;
    }

    private static Plan Plan(ImportResult result) => Plan(Assert.Single(result.Plans));

    private static string Line(ProjectionRow row) =>
        $"{row.Category} | {row.GasOf ?? "-"} | {row.Series.Unit.Symbol} | "
        + string.Join(" ", row.Series.Cells.Where(c => c.Cell.IsNumber).Select(c => $"{c.Year}={c.Cell}"));
}
