// SPDX-License-Identifier: Apache-2.0
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Revisions;
using Lodestar.Testing;
using Lodestar.Web;
using Lodestar.Web.Hosting;

namespace Lodestar.App.Tests.Web;

/// <summary>The site on a free port with its own empty data folder, and three of the samples that ship.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private WebApplication? _app;

    private static readonly string[] Samples = ["glasgow", "manchester", "nottingham"];

    private static readonly Lazy<string> Three = new(CopySamples);

    /// <summary>Three cities: enough for most pages, and quick to save. Tests of all that ships name the folder themselves.</summary>
    public static string PlansFolder => Three.Value;

    public ManualTime Time { get; } = new();

    public HttpClient Http { get; private set; } = new();

    public Uri Root => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public ValueTask InitializeAsync() =>
        StartAsync(
            new WebOptions
            {
                DataDirectory = _data.Path,
                SamplesDirectory = PlansFolder,
                Url = "http://127.0.0.1:0",
                Time = Time,
                ChangesPerMinute = 10_000,
            }
        );

    /// <summary>A site with other options; the data folder and the port stay this fixture's.</summary>
    public static async Task<RunningSite> WithAsync(Func<WebOptions, WebOptions> change)
    {
        var site = new RunningSite();
        var options = new WebOptions
        {
            DataDirectory = site._data.Path,
            Url = "http://127.0.0.1:0",
            Time = site.Time,
        };
        await site.StartAsync(change(options));
        return site;
    }

    public async Task<IHtmlDocument> PageAsync(string path, int status = 200)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        return await ParseAsync(response);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Saves a folder of files (path, text) as a plan.</summary>
    public async Task<SaveOutcome> SaveAsync(string id, string? parent, params (string Path, string Text)[] files)
    {
        await using var scope = Services.CreateAsyncScope();
        var folder = new PlanFiles(
            files.Select(f => new KeyValuePair<string, ReadOnlyMemory<byte>>(
                f.Path,
                System.Text.Encoding.UTF8.GetBytes(f.Text)
            ))
        );
        return await scope
            .ServiceProvider.GetRequiredService<RevisionStore>()
            .SaveAsync(id, folder, new RevisionNote("Saved by a test"), parent);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    private static string CopySamples()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "three-samples");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var sample in Samples)
        {
            var from = Repository.Path($"samples/{sample}");
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder, sample, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to, overwrite: true);
            }
        }

        return folder;
    }

    private async ValueTask StartAsync(WebOptions options)
    {
        _app = await WebHost.CreateAsync(options);
        await _app.StartAsync();
        Http.Dispose();
        var cookies = new CookieContainer();
        var handler = new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = cookies };
        Http = new HttpClient(new LanguageForgotten(cookies, handler)) { BaseAddress = Root };
    }

    /// <summary>
    /// Forgets the language that a visitor chose: the tests of a class share this client and run in any order, so none may
    /// decide what another reads.
    /// </summary>
    private sealed class LanguageForgotten(CookieContainer cookies, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in cookies.GetAllCookies().Where(c => c.Name == LanguageChoice.Cookie))
            {
                cookie.Expired = true;
            }

            return response;
        }
    }
}
