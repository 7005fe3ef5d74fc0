// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Revisions;
using Lodestar.Testing;
using Microsoft.VisualBasic.FileIO;

namespace Lodestar.App.Tests.Acceptance;

/// <summary>
/// Every area and year of the publisher's file, all the way through: import → revision → API, against the totals that
/// the file itself prints. Both add the same numbers in another order, so they may differ in the last binary digits.
/// </summary>
public sealed class UkTotalsTests
{
    private const double RelativeTolerance = 1e-12;
    private const string File = "uk-la-emissions/local_authority_emissions.csv";

    [Fact]
    public async Task Totals_ThroughImportRevisionAndApi_EqualTheFilesOwnSums()
    {
        var path = PublisherData.RequireFile(File);
        var printed = Printed(path);
        await using var site = await RunningSite.WithAsync(o => o);
        await using var stream = System.IO.File.OpenRead(path);
        var imported = Importer.Import(stream, Path.GetFileName(path));
        Assert.Equal(imported.Loss.RowsRead, imported.Loss.RowsUsed + imported.Loss.RowsLeftOut);
        Assert.Equal(printed.Keys.Select(k => k.Area).Distinct().Count(), imported.Plans.Count);

        var compared = 0;
        foreach (var plan in imported.Plans)
        {
            var code = await SaveAsync(site, plan);
            using var inventory = JsonDocument.Parse(
                await site.Http.GetStringAsync(new Uri($"/api/v1/plans/{plan.Id}/inventory", UriKind.Relative))
            );
            Assert.Equal("kt CO2", inventory.RootElement.GetProperty("unit").GetString());
            foreach (var year in inventory.RootElement.GetProperty("years").EnumerateArray())
            {
                var expected = printed[(code, year.GetProperty("year").GetInt32())];
                var actual = year.GetProperty("value").GetDouble();
                Assert.True(
                    Math.Abs(actual - expected) <= RelativeTolerance * expected,
                    $"{plan.Id} {year}: not {expected}"
                );
                compared++;
            }
        }

        Assert.Equal(printed.Count, compared);
    }

    private static async Task<string> SaveAsync(RunningSite site, ImportedPlan plan)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var saved = await scope
            .ServiceProvider.GetRequiredService<RevisionStore>()
            .SaveAsync(plan.Id, plan.Files, new RevisionNote("Imported"), null);
        Assert.IsType<SaveOutcome.Saved>(saved);
        return PlanReader.Read(plan.Files).Plan.Codes["uk-la"];
    }

    private static Dictionary<(string Area, int Year), double> Printed(string path)
    {
        // A reader of the framework's own, so that nothing of ours stands on both sides of the comparison.
        using var csv = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var head = csv.ReadFields()!;
        var (area, year, total) = (
            Array.IndexOf(head, "local-authority-code"),
            Array.IndexOf(head, "Year"),
            Array.IndexOf(head, "Total Emissions:kt CO2")
        );
        var printed = new Dictionary<(string, int), double>();
        while (csv.ReadFields() is { } row)
        {
            printed.Add(
                (row[area], int.Parse(row[year], CultureInfo.InvariantCulture)),
                double.Parse(row[total], CultureInfo.InvariantCulture)
            );
        }

        return printed;
    }
}
