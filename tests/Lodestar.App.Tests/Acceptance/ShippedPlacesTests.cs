// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.App.Tests.Web;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Testing;
using Microsoft.VisualBasic.FileIO;

namespace Lodestar.App.Tests.Acceptance;

/// <summary>The site with everything that ships, as a new user starts it.</summary>
public sealed class ShippedSite : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Site = await RunningSite.WithAsync(o =>
            o with
            {
                SamplesDirectory = Repository.Path("samples"),
                ChangesPerMinute = 10_000,
            }
        );

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Every country of the coalition and every city of the alliance has a page, and its numbers their sources.</summary>
public sealed partial class ShippedPlacesTests(ShippedSite shipped) : IClassFixture<ShippedSite>
{
    private static readonly string[] Closed = ["-NC", "-ND", "NonCommercial", "NoDerivatives"];

    public static TheoryData<string> Folders =>
        new(Directory.EnumerateDirectories(Repository.Path("samples")).Select(d => Path.GetFileName(d)!).Order());

    /// <summary>The rows of CDP are for checks alone and are left out, as their own column says.</summary>
    [Theory]
    [InlineData("cnc_country_targets_nzt2022.csv", 28)]
    [InlineData("cnca_city_targets.csv", 23)]
    public async Task EveryPlaceOfTheLists_HasAPage(string file, int count)
    {
        var places = Rows(PublisherData.RequireFile(file))
            .Where(r => !r.TryGetValue("source", out var source) || source.StartsWith("NZT", StringComparison.Ordinal))
            .Select(r => r["name"])
            .ToList();
        Assert.Equal(count, places.Count);
        var plans = Plans();

        foreach (var place in places)
        {
            var name = place.Split(", ")[0];
            var plan = Assert.Single(plans, p => p.Name == name);
            var page = await shipped.Site.PageAsync($"/plans/{plan.Id}");
            Assert.Contains(name, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            // Timor-Leste states none, and its page says so.
            Assert.True(plan.Targets.Count > 0 || name == "Timor-Leste", name);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryFigureThatShips_NamesAnOpenSource(string folder)
    {
        var reading = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{folder}")).Files);
        var plan = reading.Plan;

        Assert.DoesNotContain(reading.Diagnostics, d => d.Severity == Severity.Error);
        Assert.All(
            plan.Sources,
            s => Assert.DoesNotContain(Closed, c => s.Licence?.Contains(c, StringComparison.Ordinal) == true)
        );
        foreach (var inventory in plan.Inventories)
        {
            Assert.All(
                inventory.Rows.SelectMany(r => r.Series.Cells.Where(c => c.Cell.IsNumber)),
                c =>
                {
                    var source = plan.FindSource(c.Provenance.Source ?? inventory.Source);
                    Assert.NotNull(source);
                    Assert.NotNull(source.Publisher);
                    Assert.NotNull(source.Licence);
                }
            );
        }

        foreach (var version in plan.Targets.SelectMany(t => t.Versions))
        {
            Assert.NotNull(plan.FindSource(version.Source)?.Licence);
        }
    }

    /// <summary>No page errs, and every reference to a source inside a page leads to one that stands there.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public async Task EveryPage_Opens_AndItsReferencesLeadSomewhere(string folder)
    {
        var id = PlanReader.Read(PlanDirectory.Read(Repository.Path($"samples/{folder}")).Files).Plan.Id;
        foreach (
            var path in new[] { $"/plans/{id}", $"/plans/{id}/budget", $"/plans/{id}/history", $"/plans/{id}?lang=fr" }
        )
        {
            var page = await shipped.Site.PageAsync(path);

            Assert.DoesNotContain("Something broke", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotMatch(MessageId(), page.Body.TextContent);
            var broken = page.QuerySelectorAll("a[href^='#']")
                .Select(a => a.GetAttribute("href")![1..])
                .Where(anchor => anchor.Length > 0 && page.GetElementById(anchor) is null)
                .ToList();
            Assert.Empty(broken);
        }
    }

    [Fact]
    public async Task Overview_ListsEveryPlaceThatShips()
    {
        var names = Plans().Select(p => p.Name).ToHashSet();
        for (var number = 1; number <= 10 && names.Count > 0; number++)
        {
            var part = await shipped.Site.PageAsync($"/places?view=table&page={number}");
            names.RemoveWhere(n => part.Body!.TextContent.Contains(n, StringComparison.Ordinal));
        }

        Assert.Empty(names);
    }

    private static List<Plan> Plans() =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Path("samples"))
                .Select(d => PlanReader.Read(PlanDirectory.Read(d).Files).Plan),
        ];

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var csv = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var head = csv.ReadFields()!;
        while (csv.ReadFields() is { } row)
        {
            yield return head.Zip(row).ToDictionary(p => p.First, p => p.Second);
        }
    }

    // What a page shows when a text is missing: the id itself.
    [GeneratedRegex(@"\b(web|chart|finding|working|import|plan-folder|boundary|category)\.[a-z0-9-]+\.[a-z]")]
    private static partial Regex MessageId();
}
