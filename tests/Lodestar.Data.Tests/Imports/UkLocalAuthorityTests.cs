// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.UkLocalAuthority;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed class UkLocalAuthorityTests
{
    private static readonly string Small = Imported.Fixture("uk-la-testby.csv");

    private static string Published => PublisherData.RequireFile("uk-la-emissions/local_authority_emissions.csv");

    private static ImportOptions Only(params string[] names) => new() { Only = names };

    [Fact]
    public void PublishedFile_EveryAreaAndYear_PartsAddUpToTheFilesOwnSums()
    {
        var result = Imported.File(Published);

        Assert.Equal(394, result.Plans.Count);
        Assert.Equal(6304, result.Loss.RowsUsed);
        Assert.Equal(0, result.Loss.RowsLeftOut);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity != Planning.Diagnostics.Severity.Note);
        var checkedYears = 0;
        foreach (var imported in result.Plans)
        {
            var rows = Imported.Plan(imported).Inventories[0].Rows;
            foreach (var total in rows.Where(r => r.Role == RowRole.StatedTotal))
            {
                foreach (var (year, cell, _) in total.Series.Cells)
                {
                    var sum = rows.Where(r =>
                            r.Role == RowRole.Part
                            && (total.Category == "total" || GpcTable.IsWithin(r.Category!, total.Category!))
                        )
                        .Sum(r => r.Series[year].TryGetNumber(out var number) ? number : 0);
                    Assert.True(cell.TryGetNumber(out var printed));
                    Assert.True(
                        Math.Abs(printed - sum) < 1e-6,
                        $"{imported.Name} {year} {total.Label}: {printed} and {sum}"
                    );
                    checkedYears++;
                }
            }
        }

        Assert.Equal(394 * 16 * 6, checkedYears);
    }

    [Fact]
    public void PublishedFile_Glasgow_IsAsPublished()
    {
        var result = Imported.File(Published, Only("Glasgow"));
        var plan = Imported.Plan(result);

        Assert.Equal(
            ("glasgow", "Glasgow", "GB", JurisdictionKind.City),
            (plan.Id, plan.Name, plan.Country, plan.Kind)
        );
        Assert.Equal("GLG", plan.Codes["uk-la"]);
        Assert.Equal(176.3559, plan.Area!.Value.Value);
        Assert.Equal("635640", plan.Population![2020].ToString());
        var rows = plan.Inventories[0].Rows;
        Assert.Equal("1838.8378794173323", rows.Single(r => r.Category == "total").Series[2020].ToString());
        Assert.Equal("531.1800458664159", rows.Single(r => r.Id == "domestic-gas").Series[2020].ToString());
        Assert.Equal("0", rows.Single(r => r.Id == "waste-other").Series[2020].ToString());
        Assert.Equal(["CO2"], plan.Inventories[0].Gases);
        Assert.Null(plan.Inventories[0].Published ?? plan.Sources[0].Published);
        Assert.Contains("Glasgow City Council", plan.Sources[0].Note, StringComparison.Ordinal);
        Assert.Equal((16, 6304 - 16), (result.Loss.RowsUsed, result.Loss.RowsLeftOut));
    }

    [Fact]
    public void PublishedFile_CombinedAuthorities_AreTheTwelveThatAreSumsOfOthers()
    {
        var result = Imported.File(Published);
        var plans = result.Plans.Select(Imported.Plan).ToDictionary(p => p.Codes["uk-la"]);

        Assert.Equal(
            ["CPCA", "GLA", "GMCA", "LCR", "NECA", "NTCA", "SCR", "TVCA", "WECA", "WMCA", "WYCA", "YNYC"],
            plans
                .Where(p => p.Value.Kind == JurisdictionKind.CombinedAuthority)
                .Select(p => p.Key)
                .Order(StringComparer.Ordinal)
        );
        var sums = plans.Keys.Where(c => UkAreas.MembersOf(c).Count > 0).ToList();
        Assert.Equal(33, sums.Count);
        foreach (var code in sums)
        {
            for (var year = 2005; year <= 2020; year++)
            {
                var whole = Total(plans[code], year);
                Assert.Equal(whole, UkAreas.MembersOf(code).Sum(m => Total(plans[m], year)), whole * 1e-9);
            }

            Assert.Contains("Never add", plans[code].Inventories[0].BoundaryNote, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PublishedFile_NoOtherArea_IsTheSumOfTheRest()
    {
        // Each area's people counted once, without the sums, is the country: no overlap is left unmarked.
        var plans = Imported.File(Published).Plans.Select(Imported.Plan).ToList();
        var people = plans
            .Where(p => UkAreas.MembersOf(p.Codes["uk-la"]).Count == 0)
            .Sum(p => p.Population![2020].TryGetNumber(out var number) ? number : 0);

        // Mid-2020 estimate of the Office for National Statistics: 67,081 thousand.
        Assert.Equal(67_081_000, people, 1_000.0);
    }

    [Theory]
    [InlineData("Testby", "TBY")]
    [InlineData("testby city council", "TBY")]
    [InlineData("tbw", "TBW")]
    [InlineData("Testby on Water", "TBW")]
    [InlineData("Mere", "SAM")]
    [InlineData("Testshire", "TCCA")]
    public void Area_AskedForByNameOrCode_IsFound(string asked, string code)
    {
        var result = Imported.File(Small, Only(asked));

        Assert.Equal(code, Imported.Plan(result).Codes["uk-la"]);
        Assert.Equal((12, 3, 9), (result.Loss.RowsRead, result.Loss.RowsUsed, result.Loss.RowsLeftOut));
    }

    [Fact]
    public void Area_Misspelled_IsReportedWithWhatWasMeant()
    {
        var result = Imported.File(Small, Only("Testbey"));

        Assert.Empty(result.Plans);
        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal("LS2014", fault.Id);
        Assert.Equal("Testby", fault.DidYouMean[0]);
        Assert.Equal(12, result.Loss.RowsLeftOut);
    }

    [Fact]
    public void Area_FittingSeveral_IsNotGuessed()
    {
        var result = Imported.File(Small, Only("Council"));

        Assert.Empty(result.Plans);
        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal(("LS2015", 3), (fault.Id, fault.DidYouMean.Count));
    }

    [Fact]
    public void CombinedAuthority_OfASmallFile_IsToldByItsName()
    {
        var plan = Imported.Plan(Imported.File(Small, Only("TCCA")));

        Assert.Equal(JurisdictionKind.CombinedAuthority, plan.Kind);
        Assert.Equal("Testshire Combined Authority", plan.Name);
    }

    [Fact]
    public void BlankCell_IsMissingAndNotZero()
    {
        var text = File.ReadAllText(Small)
            .Replace("2018,TBY,Testby City Council,2.5,", "2018,TBY,Testby City Council,,", StringComparison.Ordinal);
        var row = Imported.Rows(Imported.Text(text, Only("TBY"))).Single(r => r.Id == "industry-electricity");

        Assert.Equal(Planning.Series.CellKind.Missing, row.Series[2018].Kind);
        Assert.True(row.Series[2019].IsNumber);
    }

    [Fact]
    public void PrintedTotal_ThatIsNotTheSum_IsReported()
    {
        var text = File.ReadAllText(Small)
            .Replace(
                "2018,TBY,Testby City Council,2.5,",
                "2018,TBY,Testby City Council,2.6,",
                StringComparison.Ordinal
            );
        var result = Imported.Text(text, Only("TBY"));

        Assert.Equal(
            ["Testby City Council: Industry total", "Testby City Council: All sectors"],
            result.Diagnostics.Where(d => d.Id == "LS2013").Select(d => d.Reason.Values[0].Value)
        );
    }

    [Fact]
    public void RepeatedRows_SameOnceOtherwiseNot()
    {
        var lines = File.ReadAllLines(Small);
        var same = Imported.Text(string.Join('\n', lines.Append(lines[1])), Only("TBY"));
        var other = Imported.Text(
            string.Join('\n', lines.Append(lines[1].Replace("2.5,", "7.5,", StringComparison.Ordinal))),
            Only("TBY")
        );

        Assert.Equal(["LS2011"], Imported.Ids(same));
        Assert.Equal(
            (3, 1),
            (same.Loss.RowsUsed, same.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.repeated").Rows)
        );
        Assert.Equal(["LS2012"], Imported.Ids(other));
        Assert.Equal(
            (2, 2),
            (other.Loss.RowsUsed, other.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.disputed").Rows)
        );
        Assert.Equal([2019, 2020], Imported.Rows(other)[0].Series.NumberYears);
    }

    [Theory]
    [InlineData("Glasgow City Council", "Glasgow")]
    [InlineData("City of Edinburgh Council", "Edinburgh")]
    [InlineData("City of Bradford Metropolitan District Council", "Bradford")]
    [InlineData("City and County of Swansea Council", "Swansea")]
    [InlineData("London Borough of Hammersmith & Fulham", "Hammersmith & Fulham")]
    [InlineData("City of London Corporation", "City of London Corporation")]
    [InlineData("Greater London Authority", "Greater London Authority")]
    [InlineData("The Highland Council", "Highland")]
    [InlineData("North Somerset  Council", "North Somerset")]
    [InlineData("Comhairle nan Eilean Siar", "Comhairle nan Eilean Siar")]
    [InlineData("Council of the Isles of Scilly", "Isles of Scilly")]
    public void ShortName_DropsTheKindOfCouncil(string official, string expected) =>
        Assert.Equal(expected, UkAreas.ShortName(official));

    [Fact]
    public void Mapping_EveryPart_HasAReferenceAndEveryTotalItsParts()
    {
        Assert.All(UkColumns.All.Where(c => c.Role == UkRole.Part), c => Assert.NotNull(GpcTable.Find(c.Category!)));
        Assert.All(
            UkColumns.All.Where(c => c.Role is UkRole.Total or UkRole.Check),
            c => Assert.DoesNotContain(-1, c.Parts)
        );
        Assert.All(UkColumns.All.Where(c => c.Role is UkRole.Total or UkRole.Check), c => Assert.NotEmpty(c.Parts));
        var counted = UkColumns.All.Single(c => c.Id == "total").Parts.Select(p => UkColumns.All[p].Id);
        Assert.Equal(UkColumns.All.Where(c => c.Role == UkRole.Part).Select(c => c.Id), counted);
    }

    private static double Total(Plan plan, int year) =>
        plan.Inventories[0].Rows.Single(r => r.Category == "total").Series[year].TryGetNumber(out var number)
            ? number
            : 0;
}
