// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Hdf5;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports.Primap;

public sealed class PrimapTests
{
    private const string File = "primap-hist/primap2_multisource_2018-2022.nc";

    private static readonly Lazy<ImportResult> All = new(() => Import());

    private static ImportResult Import(string? source = null, params string[] only) =>
        Imported.File(PublisherData.RequireFile(File), new ImportOptions { Only = only, Source = source });

    [Fact]
    public void PublishedFile_EveryCountry_BecomesAPlanOfTheCountryReportedSource()
    {
        var result = All.Value;

        Assert.Equal(207, result.Plans.Count + Without(result));
        Assert.Contains("PRIMAP-hist_v2.5_final_nr, HISTCR", Imported.Understood(result), StringComparison.Ordinal);
        // 216 areas, 24 categories, 21 entities, 17 sources.
        Assert.Equal(216L * 24 * 21 * 17, result.Loss.RowsRead);
        Assert.Empty(result.Diagnostics);
        // ANNEXI, ANT, AOSIS, BASIC, EARTH, EU27BX, LDC, NONANNEXI, UMBRELLA: nine areas, 24 categories, 9 entities.
        Assert.Equal(9L * 24 * 9, result.Loss.LeftOut.Single(l => l.Reason.Id == "import.primap.left-out.group").Rows);
    }

    /// <summary>Totals without land use, CO2 in kt, as h5dump 1.10.8 prints them.</summary>
    [Theory]
    [InlineData("SWE", 41253.462, 40536.299, 36284.816, 38524.786, 39191.198)]
    public void PublishedFile_TotalOfCO2_IsTheFilesOwn(string code, params double[] expected)
    {
        var plan = Imported.Plan(Import(null, code));
        var parts = plan.Inventories[0].Rows.Where(r => r.Role == RowRole.Part && r.GasOf == "CO2" && !IsLand(r));

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], parts.Sum(r => Number(r, 2018 + i)), 0.01);
        }
    }

    [Fact]
    public void PublishedFile_Sweden_KeepsPartsTotalsAndGasesApart()
    {
        var plan = Imported.Plan(Import(null, "Sweden"));
        var inventory = plan.Inventories[0];

        Assert.Equal(
            ("sweden", "Sweden", "SE", JurisdictionKind.Country),
            (plan.Id, plan.Name, plan.Country, plan.Kind)
        );
        Assert.Equal(("ipcc2006", Boundary.National), (inventory.Scheme, inventory.Boundary));
        Assert.Equal(
            ["CO2", "CH4", "N2O", "SF6", "NF3", "HFCs", "PFCs"],
            inventory.Gases.OrderBy(g => Array.IndexOf(new[] { "CO2", "CH4", "N2O", "SF6", "NF3", "HFCs", "PFCs" }, g))
        );
        var co2 = inventory.Rows.Where(r => r.GasOf == "CO2").ToList();
        Assert.Equal(
            ["1.A", "1.B.1", "1.B.2", "1.B.3", "1.C", "2.A", "2.B", "2.C", "2.D", "2.H", "4", "M.AG", "M.LULUCF"],
            co2.Where(r => r.Role == RowRole.Part).Select(r => r.Category!["ipcc2006:".Length..])
        );
        Assert.Equal(
            ["1", "1.B", "2", "3"],
            co2.Where(r => r.Role == RowRole.StatedTotal && r.Category != "total")
                .Select(r => r.Category!["ipcc2006:".Length..])
        );
        Assert.Equal("kt CO2e_AR5", inventory.Rows.First(r => r.Gas == "HFCs").Series.Unit.Symbol);
        Assert.Equal("kt CH4", inventory.Rows.First(r => r.GasOf == "CH4").Series.Unit.Symbol);
    }

    /// <summary>The totals of all gases, converted by the table of gases, are the file's own KYOTOGHG in AR5.</summary>
    [Fact]
    public void PublishedFile_EveryCountry_TotallerGivesTheFilesKyotoBasket()
    {
        var file = Hdf5File.Open(System.IO.File.ReadAllBytes(PublisherData.RequireFile(File)));
        var areas = file.Datasets["area (ISO3)"].ReadTexts();
        var categories = file.Datasets["category (IPCC2006_PRIMAP)"].ReadTexts();
        var kyoto = file.Datasets["KYOTOGHG (AR5GWP100)"].ReadNumbers();
        var compared = 0;
        foreach (var imported in All.Value.Plans)
        {
            var plan = Imported.Plan(imported);
            var area = Array.IndexOf(areas, plan.Codes["iso3166-1-alpha3"]);
            foreach (
                var (boundary, category) in new[] { (Boundary.National, "M.0.EL"), (Boundary.NationalWithLand, "0") }
            )
            {
                var totals = InventoryTotaller.Total(
                    plan,
                    plan.Inventories[0],
                    boundary,
                    into: Units.Unit.Parse("kt CO2e_AR5")
                );
                for (var y = 0; y < 5; y++)
                {
                    var expected = kyoto[((y * 24 + Array.IndexOf(categories, category)) * 216 + area) * 17 + 13];
                    if (double.IsNaN(expected))
                    {
                        continue;
                    }

                    var total = totals[2018 + y].Amount ?? 0;
                    Assert.True(
                        Math.Abs(total - expected) <= 1e-6 * Math.Max(Size(plan, 2018 + y), Math.Abs(expected)),
                        $"{plan.Name} {2018 + y} {category}: {total} and {expected}"
                    );
                    compared++;
                }
            }
        }

        Assert.True(compared > 2000, $"{compared} compared");
    }

    [Theory]
    [InlineData("CRF 2023", "CRF 2023, 230926")]
    [InlineData("HISTTP", "PRIMAP-hist_v2.5_final_nr, HISTTP")]
    [InlineData("primap-hist v2.4.2 final nr, histcr", "PRIMAP-hist_v2.4.2_final_nr, HISTCR")]
    [InlineData("EDGAR 7.0", "EDGAR 7.0, HISTORY")]
    public void Source_AskedForByName_IsTaken(string asked, string expected) =>
        Assert.Equal(expected, Imported.Plan(Import(asked, "DEU")).Sources[0].Edition);

    [Theory]
    [InlineData("EDGAR 8.0", "EDGAR 7.0, HISTORY")]
    [InlineData("CRF", "CRF 2022, 230510")]
    public void Source_UnknownOrUnclear_ListsWhatThereIs(string asked, string first)
    {
        var result = Import(asked, "DEU");

        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal(("LS2414", first), (fault.Id, fault.DidYouMean[0]));
        Assert.Empty(result.Plans);
    }

    /// <summary>No source of the file makes the importer count a parent beside its children.</summary>
    [Theory]
    [InlineData("Andrew cement")]
    [InlineData("CDIAC 2020")]
    [InlineData("CEDS 2020")]
    [InlineData("CRF 2022")]
    [InlineData("CRF 2023")]
    [InlineData("EDGAR 7.0")]
    [InlineData("EDGAR-HYDE 1.4")]
    [InlineData("EI 2023")]
    [InlineData("FAOSTAT 2022")]
    [InlineData("Houghton")]
    [InlineData("MATCH")]
    [InlineData("HISTTP")]
    [InlineData("RCP hist")]
    [InlineData("UNFCCC NAI")]
    public void EverySource_Parts_AreNeverInsideEachOther(string source)
    {
        var result = Import(source);

        foreach (var plan in result.Plans.Select(p => Imported.Plan(p)))
        {
            foreach (
                var gas in plan.Inventories[0]
                    .Rows.Where(r => r.Role == RowRole.Part && r.Category is not null)
                    .GroupBy(r => r.GasOf)
            )
            {
                var codes = gas.Select(r => r.Category!).ToList();
                Assert.Equal(codes.Count, codes.Distinct().Count());
                Assert.DoesNotContain(
                    codes,
                    c => codes.Exists(o => o != c && c.StartsWith(o + ".", StringComparison.Ordinal))
                );
            }
        }
    }

    [Fact]
    public void Group_AskedFor_IsRefusedWithTheReason()
    {
        var fault = Assert.Single(Import(null, "EU27BX").Diagnostics);

        Assert.Equal(("LS2417", Severity.Error), (fault.Id, fault.Severity));
    }

    [Fact]
    public void OtherNetcdf_IsNamedForWhatItLacks()
    {
        var result = Imported.File(Imported.Fixture("hdf5-old.h5"));

        Assert.Equal(["LS2410"], Imported.Ids(result));
    }

    private static int Without(ImportResult result)
    {
        var made = result.Plans.Select(p => Imported.Plan(p).Codes["iso3166-1-alpha3"]).ToHashSet();
        using var stream = new MemoryStream(System.IO.File.ReadAllBytes(PublisherData.RequireFile(File)));
        return Hdf5File
            .Open(stream.ToArray())
            .Datasets["area (ISO3)"]
            .ReadTexts()
            .Count(a => Planning.Jurisdictions.Countries.Find(a) is { } c && !made.Contains(c.Alpha3));
    }

    private static bool IsLand(InventoryRow row) => Categories.PartOf(row.Category!) == CategoryPart.Land;

    private static double Size(Plan plan, int year) =>
        plan.Inventories[0]
            .Rows.Where(r => r.Role == RowRole.Part)
            .Sum(r =>
                Math.Abs(Number(r, year))
                * (
                    r.GasOf is "SF6" or "NF3" ? 23500
                    : r.GasOf == "N2O" ? 265
                    : r.GasOf == "CH4" ? 28
                    : 1
                )
            );

    private static double Number(InventoryRow row, int year) =>
        row.Series[year].TryGetNumber(out var number) ? number : 0;
}
