// SPDX-License-Identifier: Apache-2.0
using Lodestar.Storage.Revisions;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Web;

public sealed class AddressTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/plans/glasgow")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/plans/glasgow")]
    public async Task Head_OfWhatGetAnswers_IsAnsweredWithoutABody(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await site.Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task PlanPage_StoredUnderAnotherId_LinksToItself()
    {
        var folder = Repository.Path("samples/glasgow");
        (string, string)[] files =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))),
        ];
        Assert.IsType<SaveOutcome.Saved>(await site.SaveAsync("another-glasgow", null, files));

        var page = await site.PageAsync("/plans/another-glasgow");

        var links = page.QuerySelectorAll("a[href^='/plans/'], a[href^='/api/v1/plans/']")
            .Select(a => a.GetAttribute("href")!);
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.Contains("/plans/another-glasgow", l, StringComparison.Ordinal));
    }
}
