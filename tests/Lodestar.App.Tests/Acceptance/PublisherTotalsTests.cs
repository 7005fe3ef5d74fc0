// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Revisions;
using Lodestar.Testing;
using Lodestar.Units;

namespace Lodestar.App.Tests.Acceptance;

/// <summary>
/// Publishers' workbooks all the way through (import → revision → API) against the totals they print. The file's own
/// numbers are read by a plain XML reader, so that nothing of ours stands on both sides.
/// </summary>
public sealed class PublisherTotalsTests
{
    private const double RelativeTolerance = 1e-12;
    private const string EdgarFile = "edgar/EDGAR_2024_GHG_booklet_2024.xlsx";
    private const string SmhiFile = "smhi-sweden/smhi_lansrapport_co2_2024-04-18.xlsx";

    /// <summary>The 212 lines of the totals sheet less AIR, SEA, EU27, GLOBAL TOTAL, SCG and ANT, which are no countries.</summary>
    [Fact]
    public async Task Edgar_TotalsByCountryGasAndYear_EqualTheSheets()
    {
        var path = PublisherData.RequireFile(EdgarFile);
        var totals = PlainSheet.Read(path, "GHG_totals_by_country");
        var sectors = PlainSheet.Read(path, "GHG_by_sector_and_country");
        var gases = ByGas(sectors);
        await using var site = await RunningSite.WithAsync(o => o);
        var plans = await SaveAllAsync(site, path, new ImportOptions());
        Assert.Equal(206, plans.Count);

        var compared = 0;
        for (var row = 2; row <= totals.Rows; row++)
        {
            if (!plans.TryGetValue(totals[row, "A"], out var plan))
            {
                continue;
            }

            using var inventory = await InventoryAsync(site, plan);
            var unit = Unit.Parse(inventory.RootElement.GetProperty("unit").GetString()!);
            var factor = unit.FactorTo(Unit.Parse("Mt CO2e_AR5"));
            var whole = Values(inventory.RootElement.GetProperty("years"), factor);
            foreach (var (year, column) in totals.Years(1))
            {
                Same(totals.Number(row, column)!.Value, whole[year], $"{plan} {year}");
                compared++;
            }

            foreach (var gas in inventory.RootElement.GetProperty("gases").EnumerateArray())
            {
                var code = gas.GetProperty("code").GetString()!;
                foreach (var (year, amount) in Values(gas.GetProperty("years"), factor))
                {
                    Same(gases[(totals[row, "A"], code, year)], amount, $"{plan} {code} {year}");
                    compared++;
                }
            }
        }

        Assert.True(compared >= 206 * 54 * 4, $"{compared} numbers were compared.");
    }

    [Fact]
    public async Task Smhi_Stockholm_HasThePublishedTonnes()
    {
        var path = PublisherData.RequireFile(SmhiFile);
        await using var site = await RunningSite.WithAsync(o => o);
        await SaveAllAsync(site, path, new ImportOptions { Only = ["Stockholm"] });

        using var inventory = await InventoryAsync(site, "stockholm");
        var unit = Unit.Parse(inventory.RootElement.GetProperty("unit").GetString()!);
        var tonnes = Values(inventory.RootElement.GetProperty("years"), unit.FactorTo(Unit.Parse("t CO2")));

        Assert.Equal(2_073_176, Math.Round(tonnes[1990]));
        Assert.Equal(942_806, Math.Round(tonnes[2022]));
    }

    private static void Same(double printed, double through, string what) =>
        Assert.True(
            Math.Abs(through - printed) <= RelativeTolerance * Math.Abs(printed),
            string.Create(CultureInfo.InvariantCulture, $"{what}: {through:R} and {printed:R}")
        );

    private static Dictionary<int, double> Values(JsonElement years, double factor) =>
        years
            .EnumerateArray()
            .Where(y => y.TryGetProperty("value", out _))
            .ToDictionary(y => y.GetProperty("year").GetInt32(), y => y.GetProperty("value").GetDouble() * factor);

    private static Dictionary<(string Code, string Gas, int Year), double> ByGas(PlainSheet sheet)
    {
        var sums = new Dictionary<(string, string, int), double>();
        var years = sheet.Years(1);
        for (var row = 2; row <= sheet.Rows; row++)
        {
            var gas = sheet[row, "A"].Replace("GWP_100_AR5_", "", StringComparison.Ordinal);
            foreach (var (year, column) in years)
            {
                var key = (sheet[row, "C"], gas, year);
                sums[key] = sums.GetValueOrDefault(key) + (sheet.Number(row, column) ?? 0);
            }
        }

        return sums;
    }

    private static async Task<JsonDocument> InventoryAsync(RunningSite site, string plan) =>
        JsonDocument.Parse(
            await site.Http.GetStringAsync(new Uri($"/api/v1/plans/{plan}/inventory", UriKind.Relative))
        );

    /// <summary>Plan ids by alpha-3 code, or by their own id where there is no code.</summary>
    private static async Task<Dictionary<string, string>> SaveAllAsync(
        RunningSite site,
        string path,
        ImportOptions options
    )
    {
        await using var stream = File.OpenRead(path);
        var imported = Importer.Import(stream, Path.GetFileName(path), options);
        var ids = new Dictionary<string, string>();
        await using var scope = site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RevisionStore>();
        foreach (var plan in imported.Plans)
        {
            Assert.IsType<SaveOutcome.Saved>(
                await store.SaveAsync(plan.Id, plan.Files, new RevisionNote("Imported"), null)
            );
            var codes = PlanReader.Read(plan.Files).Plan.Codes;
            ids.Add(codes.GetValueOrDefault("iso3166-1-alpha3", plan.Id), plan.Id);
        }

        return ids;
    }
}
