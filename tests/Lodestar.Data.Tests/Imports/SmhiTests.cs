// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Testing;
using Lodestar.Units;

namespace Lodestar.Data.Tests.Imports;

public sealed class SmhiTests
{
    private static readonly Lazy<ImportResult> Whole = new(() => Imported.File(Published));

    private static readonly Lazy<List<Plan>> Plans = new(() => [.. Whole.Value.Plans.Select(Imported.Plan)]);

    private static string Published => PublisherData.RequireFile("smhi-sweden/smhi_lansrapport_co2_2024-04-18.xlsx");

    private static ImportOptions Only(params string[] names) => new() { Only = names };

    [Fact]
    public void PublishedFile_Stockholm_IsAsPublished()
    {
        var plan = Imported.Plan(Imported.File(Published, Only("Stockholm")));

        Assert.Equal(
            ("stockholm", "Stockholm", "SE", JurisdictionKind.City),
            (plan.Id, plan.Name, plan.Country, plan.Kind)
        );
        var inventory = Assert.Single(plan.Inventories);
        Assert.Equal(("smhi-2024-co2", new DateOnly(2024, 4, 18)), (inventory.Id, inventory.Published));
        Assert.Equal(Boundary.Territorial, inventory.Boundary);
        var total = inventory.Rows.Single(r => r.Category == "total").Series;
        Assert.Equal("2073176.02195445", total[1990].ToString());
        Assert.Equal("942805.894974512", total[2022].ToString());
        Assert.Equal([1990, 2000, 2005, 2010, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022], total.NumberYears);
        Assert.False(total[1995].IsNumber);
        Assert.Equal(2_073_176, Amount(plan, 1990), 1.0);
        Assert.Equal(942_806, Amount(plan, 2022), 1.0);
    }

    [Fact]
    public void PublishedFile_EveryPlaceAndYear_SubSectorsAddUpToThePrintedTotal()
    {
        Assert.Equal(290 + 21 + 1, Plans.Value.Count);
        var far = new List<string>();
        foreach (var plan in Plans.Value)
        {
            foreach (var year in plan.Inventories[0].Rows.Single(r => r.Category == "total").Series.NumberYears)
            {
                var apart = Amount(plan, year) - Printed(plan, year);
                if (Math.Abs(apart - Waste(plan, year)) > Bound(plan, year))
                {
                    far.Add($"{plan.Name} {year}");
                }

                if (Math.Abs(Waste(plan, year)) > 1 && year is not (2005 or (>= 2018 and <= 2021)))
                {
                    far.Add($"{plan.Name} {year}, waste");
                }
            }
        }

        Assert.Empty(far);
        Assert.Contains(Whole.Value.Diagnostics, d => d.Id == "LS2351");
    }

    [Fact]
    public void PublishedFile_Waste_StandsAtThePlantThatBurnsIt()
    {
        // The plant for hazardous waste at Kumla: as a sub-sector it stands there in all years but 2022, while the row of
        // its sector is spread over all municipalities by area in 2005 and from 2018.
        var kumla = Plans.Value.Single(p => p.Id == "kumla");
        var nation = Plans.Value.Single(p => p.Id == "sweden");
        foreach (var year in new[] { 1990, 2000, 2005, 2010, 2015, 2016, 2017, 2018, 2019, 2020, 2021 })
        {
            var row = kumla.Inventories[0].Rows.Single(r => r.Id == "hazardous-waste").Series[year];
            Assert.True(row.TryGetNumber(out var here));
            Assert.Equal(0, Waste(nation, year), 1e-6);
            Assert.True(
                nation.Inventories[0].Rows.Single(r => r.Id == "waste").Series[year].TryGetNumber(out var whole)
            );
            Assert.Equal(whole, here, 1.0);
        }
    }

    /// <summary>By how much the parts of waste exceed the printed row of waste.</summary>
    private static double Waste(Plan plan, int year)
    {
        var rows = plan.Inventories[0].Rows.Where(r => r.Category?.StartsWith("III", StringComparison.Ordinal) == true);
        return rows.Sum(r =>
            r.Series[year].TryGetNumber(out var tonnes) ? (r.Role == RowRole.Part ? tonnes : -tonnes) : double.NaN
        );
    }

    /// <summary>
    /// Tonnes by which all but waste may miss the printed total, as found in the file: the nation agrees to a thousandth
    /// of a gram, shares rounded on the way leave 0.3 t a municipality and 1.1 t a county. Transport misses by up to 0.3 % in 1990
    /// and 2000 (562 t on Gotland), and a row of its own makes that good.
    /// </summary>
    private static double Bound(Plan plan, int year) =>
        plan.Kind switch
        {
            JurisdictionKind.Country => 1e-6,
            JurisdictionKind.City => 0.4,
            _ => 1.2,
        };

    [Fact]
    public void PublishedFile_Municipalities_AddUpToCountiesAndNation()
    {
        var sheet = PlainSheet.Read(Published, "Koldioxid (CO2)");
        var byCounty = new Dictionary<string, (double Printed, double Sum)>();
        var nation = 0.0;
        for (var row = 7; row <= sheet.Rows; row++)
        {
            if (sheet[row, "A"] != "Alla")
            {
                continue;
            }

            var (county, municipality, tonnes) = (sheet[row, "C"], sheet[row, "D"], sheet.Number(row, "P")!.Value);
            var before = byCounty.GetValueOrDefault(county);
            if (county == "Alla")
            {
                nation = tonnes;
            }
            else
            {
                byCounty[county] =
                    municipality == "Alla" ? (tonnes, before.Sum) : (before.Printed, before.Sum + tonnes);
            }
        }

        Assert.Equal(21, byCounty.Count);
        foreach (var (county, (printed, sum)) in byCounty)
        {
            var plan = Plans.Value.Single(p => p.Name == county);
            Assert.Equal(printed, Printed(plan, 2022));
            Assert.Equal(printed, sum, 2.0);
        }

        Assert.Equal(nation, Printed(Plans.Value.Single(p => p.Id == "sweden"), 2022));
        // What is in no county (ships, aircraft, part of hazardous waste): 253,285 t of 36 Mt in 2022.
        Assert.Equal(253_285, nation - byCounty.Values.Sum(c => c.Printed), 1.0);
        Assert.Contains(Whole.Value.Diagnostics, d => d.Id == "LS2352");
    }

    [Fact]
    public void PublishedFile_EveryCell_IsInItsPlanOrAccountedFor()
    {
        var sheet = PlainSheet.Read(Published, "Koldioxid (CO2)");
        var result = Whole.Value;

        Assert.Equal(sheet.Rows - 6, result.Loss.RowsRead);
        Assert.Equal(
            new Dictionary<string, long>
            {
                // International transport has three rows a place, printed totals that equal no GPC code three too.
                ["import.left-out.bunkers"] = 312 * 3,
                ["import.left-out.checked"] = 312 * 3,
            },
            result.Loss.LeftOut.ToDictionary(l => l.Reason.Id, l => l.Rows)
        );
        var stated = Plans
            .Value.SelectMany(p => p.Inventories[0].Rows)
            .Where(r => r.Id != "transport-unsplit")
            .Sum(r => r.Series.NumberYears.Count());
        Assert.Equal(result.Loss.RowsUsed * 12, stated);
        // The printed totals hold no international transport that could be told from the file: its rows are all zero.
        for (var row = 7; row <= sheet.Rows; row++)
        {
            if (sheet[row, "A"] == "Utrikes transporter")
            {
                Assert.All(sheet.Years(5), y => Assert.Equal(0, sheet.Number(row, y.Column)));
            }
        }
    }

    [Fact]
    public void PublishedFile_EveryMunicipality_LiesInACountyWithACode()
    {
        var counties = Plans.Value.Where(p => p.Kind == JurisdictionKind.Region).Select(p => p.Codes["iso3166-2"]);

        Assert.Equal(21, counties.Distinct().Count());
        Assert.DoesNotContain(Whole.Value.Diagnostics, d => d.Id is "LS2353" or "LS2312" or "LS2013");
    }

    [Theory]
    [InlineData("Stockholm", "stockholm", JurisdictionKind.City)]
    [InlineData("Stockholms län", "stockholms-lan", JurisdictionKind.Region)]
    [InlineData("SE-AB", "stockholms-lan", JurisdictionKind.Region)]
    [InlineData("Sverige", "sweden", JurisdictionKind.Country)]
    [InlineData("Sweden", "sweden", JurisdictionKind.Country)]
    [InlineData("goteborg", "goteborg", JurisdictionKind.City)]
    public void Place_AskedFor_IsFound(string asked, string id, JurisdictionKind kind)
    {
        var plan = Imported.Plan(Imported.File(Published, Only(asked)));

        Assert.Equal((id, kind), (plan.Id, plan.Kind));
    }

    [Fact]
    public void Kumla_WhosePlantIsSpreadAway_IsWarnedOf()
    {
        var result = Imported.File(Published, Only("Kumla"));

        var waste = Assert.Single(result.Diagnostics, d => d.Id == "LS2351" && d.Severity == Severity.Warning);
        Assert.Contains(
            waste.Reason.Values,
            v => v.Value is int[] years && years.SequenceEqual([2005, 2018, 2019, 2020, 2021])
        );
    }

    private static double Printed(Plan plan, int year) =>
        plan.Inventories[0].Rows.Single(r => r.Category == "total").Series[year].TryGetNumber(out var tonnes)
            ? tonnes
            : double.NaN;

    private static double Amount(Plan plan, int year)
    {
        var totals = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.Territorial);
        return totals[year].Amount!.Value * totals.Unit.FactorTo(Unit.Parse("t CO2"));
    }
}
