// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed class EdgarTests
{
    private const string Relative = "edgar/EDGAR_2024_GHG_booklet_2024.xlsx";

    private static readonly Lazy<ImportResult> Whole = new(() => Imported.File(Published));

    private static readonly Lazy<Dictionary<string, Plan>> Plans = new(() =>
        Whole.Value.Plans.Select(Imported.Plan).ToDictionary(p => p.Codes["iso3166-1-alpha3"])
    );

    private static string Published => PublisherData.RequireFile(Relative);

    private static ImportOptions Only(params string[] names) => new() { Only = names };

    [Fact]
    public void PublishedFile_EveryCountryYearAndGas_AddsUpToTheTotalsSheet()
    {
        var totals = PlainSheet.Read(Published, "GHG_totals_by_country");
        var compared = 0;
        var countries = 0;
        for (var row = 2; row <= totals.Rows; row++)
        {
            if (!Plans.Value.TryGetValue(totals[row, "A"], out var plan))
            {
                continue;
            }

            countries++;
            var inventory = plan.Inventories[0];
            var sums = InventoryTotaller.Total(plan, inventory, Boundary.National);
            foreach (var (year, column) in totals.Years(1))
            {
                var printed = totals.Number(row, column)!.Value;
                var total = sums[year];
                Assert.True(total.IsComplete, $"{plan.Name} {year} has gaps");
                var megatonnes = total.Amount!.Value * sums.Unit.FactorTo(Units.Unit.Parse("Mt CO2e_AR5"));
                Assert.True(
                    Math.Abs(megatonnes - printed) <= 1e-12 * Math.Abs(printed),
                    $"{plan.Name} {year}: {megatonnes} and {printed}"
                );
                compared++;
            }
        }

        Assert.Equal(Plans.Value.Count, countries);
        Assert.Equal((206, 206 * 54), (countries, compared));
    }

    [Fact]
    public void PublishedFile_EveryCellOfEverySectorAndGas_IsInItsPlan()
    {
        var sheet = PlainSheet.Read(Published, "GHG_by_sector_and_country");
        var sectors = new Dictionary<string, string>
        {
            ["Power Industry"] = "power",
            ["Industrial Combustion"] = "industry",
            ["Buildings"] = "buildings",
            ["Transport"] = "transport",
            ["Fuel Exploitation"] = "fuel",
            ["Processes"] = "processes",
            ["Agriculture"] = "agriculture",
            ["Waste"] = "waste",
        };
        var byGas = new Dictionary<string, int>();
        for (var row = 2; row <= sheet.Rows; row++)
        {
            if (!Plans.Value.TryGetValue(sheet[row, "C"], out var plan))
            {
                continue;
            }

            var gas = sheet[row, "A"].Replace("GWP_100_AR5_", "", StringComparison.Ordinal);
            var category = $"edgar:{sectors[sheet[row, "B"]]}";
            var found = plan.Inventories[0].Rows.SingleOrDefault(r => r.Category == category && r.GasOf == gas);
            foreach (var (year, column) in sheet.Years(1))
            {
                if (sheet.Number(row, column) is { } printed)
                {
                    Assert.True(found!.Series[year].TryGetNumber(out var number));
                    Assert.Equal(printed, number);
                    byGas[gas] = byGas.GetValueOrDefault(gas) + 1;
                }
                else if (found is not null)
                {
                    Assert.Equal(CellKind.NotOccurring, found.Series[year].Kind);
                }
            }
        }

        Assert.Equal(["CH4", "CO2", "F-gases", "N2O"], byGas.Keys.Order(StringComparer.Ordinal));
        Assert.True(byGas.Values.Min() > 3_000, string.Join(' ', byGas));
        Assert.True(byGas["CO2"] > 60_000, string.Join(' ', byGas));
    }

    [Fact]
    public void PublishedFile_Sweden_IsAsPublished()
    {
        var plan = Plans.Value["SWE"];

        Assert.Equal(
            ("sweden", "Sweden", "SE", JurisdictionKind.Country),
            (plan.Id, plan.Name, plan.Country, plan.Kind)
        );
        var inventory = Assert.Single(plan.Inventories);
        Assert.Equal(("edgar-2024-ghg", "edgar"), (inventory.Id, inventory.Scheme));
        Assert.Equal(Boundary.National, inventory.Boundary);
        Assert.Equal(["CO2", "CH4", "N2O", "F-gases"], inventory.Gases);
        var power = inventory.Rows.Single(r => r.Id == "co2-power");
        Assert.Equal(("Mt CO2", "edgar-2024-iea"), (power.Series.Unit.Symbol, power.Series.ProvenanceOf(2020).Source));
        var dung = inventory.Rows.Single(r => r.Id == "ch4-agriculture");
        Assert.Equal(
            ("Mt CO2e_AR5", "CH4", "edgar-2024"),
            (dung.Series.Unit.Symbol, dung.Gas, dung.Series.ProvenanceOf(2020).Source)
        );
        Assert.Equal("CC-BY-4.0", plan.FindSource("edgar-2024")!.Licence);
        Assert.Equal("CC-BY-NC-ND-4.0", plan.FindSource("edgar-2024-iea")!.Licence);
        Assert.Equal("2024 report, EDGAR_2024_GHG", plan.FindSource("edgar-2024")!.Edition);
    }

    [Fact]
    public void PublishedFile_Population_IsNearTheUnitedNations()
    {
        // United Nations, World Population Prospects 2022: Sweden 10,549,347 and India 1,417,173,173 in 2022 (mid-year).
        // EDGAR divides by older projections of the same publisher, which had Sweden 2.8 % lower: three per cent.
        Assert.Equal(10_549_347, People("SWE", 2022), 10_549_347 * 0.03);
        Assert.Equal(1_417_173_173, People("IND", 2022), 1_417_173_173 * 0.03);
        Assert.All(
            Plans.Value.Values.Where(p => p.Population is not null),
            p => Assert.All(p.Population!.Cells, c => Assert.True(IsWhole(c.Cell)))
        );
    }

    [Fact]
    public void PublishedFile_DerivedFigures_GiveTheRatesBack()
    {
        var rates = PlainSheet.Read(Published, "GHG_per_capita_by_country");
        var checkedCells = 0;
        for (var row = 2; row <= rates.Rows; row++)
        {
            if (!Plans.Value.TryGetValue(rates[row, "A"], out var plan))
            {
                continue;
            }

            var total = plan.Inventories[0].Rows.Single(r => r.Category == "total").Series;
            foreach (var (year, column) in rates.Years(1))
            {
                if (rates.Number(row, column) is { } rate && plan.Population![year].TryGetNumber(out var people))
                {
                    Assert.True(total[year].TryGetNumber(out var megatonnes));
                    // Whole people: half a person off at most.
                    Assert.Equal(rate, megatonnes * 1e6 / people, rate * 0.6 / people);
                    checkedCells++;
                }
            }
        }

        Assert.True(checkedCells > 10_000, $"{checkedCells}");
    }

    [Fact]
    public void Import_OfAllCountries_AllocatesWithinBoundsAndReportsProgress()
    {
        var path = Published;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var last = new ImportProgress();
        using (var stream = File.OpenRead(path))
        {
            Importer.Import(stream, path, progress: new Last(p => last = p));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(last.RowsRead > 5_000, $"{last}");
        Assert.Equal(last.TotalBytes, last.BytesRead);
        // Some 300,000 cells: text, boxed numbers, the plans' tables. Time follows from it, and is nobody's on a busy machine.
        Assert.True(allocated < 1L << 30, $"{allocated >> 20} MB");
    }

    [Fact]
    public void PublishedFile_LossReport_AccountsForEveryRow()
    {
        var result = Whole.Value;
        var rows = new[]
        {
            "GHG_totals_by_country",
            "GHG_by_sector_and_country",
            "GHG_per_GDP_by_country",
            "GHG_per_capita_by_country",
            "LULUCF_macroregions",
        }.Sum(s => PlainSheet.Read(Published, s).Cells.Keys.Select(c => c.Row).Distinct().Count() - 1);

        Assert.Equal(rows, result.Loss.RowsRead);
        var reasons = result.Loss.LeftOut.ToDictionary(l => l.Reason.Id, l => l.Rows);
        Assert.Equal(
            [
                "import.left-out.bunkers",
                "import.left-out.former",
                "import.left-out.group",
                "import.left-out.no-figures",
            ],
            reasons.Keys.Order(StringComparer.Ordinal)
        );
        var groups = Assert.Single(result.Diagnostics, d => d.Id == "LS2308");
        Assert.Contains(
            groups.Reason.Values,
            v => v.Value is string[] names && names.Contains("Serbia and Montenegro")
        );
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity != Severity.Note);
        Assert.False(Plans.Value.ContainsKey("SCG"));
        Assert.True(Plans.Value.ContainsKey("NAM"));
        Assert.Equal("NA", Plans.Value["NAM"].Country);
    }

    [Theory]
    [InlineData("ESP", "Andorra")]
    [InlineData("FRA", "Monaco")]
    [InlineData("CHE", "Liechtenstein")]
    [InlineData("ITA", "San Marino")]
    [InlineData("ISR", "Palestine")]
    [InlineData("SDN", "South Sudan")]
    public void CombinedCountry_IsSaidToHoldTheOther(string code, string other)
    {
        var plan = Plans.Value[code];

        Assert.Contains(other, plan.Inventories[0].BoundaryNote, StringComparison.Ordinal);
        Assert.Contains("Never add", plan.Inventories[0].BoundaryNote, StringComparison.Ordinal);
        Assert.Equal(6, Whole.Value.Diagnostics.Count(d => d.Id == "LS2307"));
    }

    [Fact]
    public void OpenOnly_LeavesOutCombustionAndSaysSo()
    {
        var result = Imported.File(Published, new ImportOptions { Only = ["Sweden"], OpenOnly = true });
        var plan = Imported.Plan(result);
        var rows = plan.Inventories[0].Rows;

        Assert.Equal(
            ["co2-agriculture", "co2-processes", "co2-waste"],
            rows.Where(r => r.GasOf == "CO2").Select(r => r.Id).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(rows, r => r.Role == RowRole.StatedTotal);
        Assert.All(plan.Sources, s => Assert.Equal("CC-BY-4.0", s.Licence));
        Assert.Contains("fuel combustion is left out", plan.Inventories[0].BoundaryNote, StringComparison.Ordinal);
        Assert.Equal(6, result.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.licence").Rows);
        Assert.Contains(result.Diagnostics, d => d.Id == "LS2320");
        Assert.NotNull(plan.Population);
    }

    [Theory]
    [InlineData("SWE")]
    [InlineData("se")]
    [InlineData("Suède")]
    public void Country_AskedForByAnyNameOrCode_IsFound(string asked) =>
        Assert.Equal("sweden", Imported.Plan(Imported.File(Published, Only(asked))).Id);

    [Theory]
    [InlineData("Spain and Andorra", "ESP")]
    [InlineData("NA", "NAM")]
    public void Country_AskedForAsTheFileHasIt_IsFound(string asked, string code) =>
        Assert.Equal(code, Imported.Plan(Imported.File(Published, Only(asked))).Codes["iso3166-1-alpha3"]);

    [Theory]
    [InlineData("EU27", "LS2311")]
    [InlineData("Global total", "LS2311")]
    [InlineData("Swedn", "LS2014")]
    public void Area_ThatIsNoCountryOfTheFile_IsReported(string asked, string id)
    {
        var result = Imported.File(Published, Only(asked));

        Assert.Empty(result.Plans);
        Assert.Contains(result.Diagnostics, d => d.Id == id && d.Severity == Severity.Error);
    }

    private static double People(string code, int year) =>
        Plans.Value[code].Population![year].TryGetNumber(out var people) ? people : double.NaN;

    private static bool IsWhole(Cell cell) => cell.TryGetNumber(out var number) && number == Math.Floor(number);

    private sealed class Last(Action<ImportProgress> take) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => take(value);
    }
}
