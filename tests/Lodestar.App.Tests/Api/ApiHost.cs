// SPDX-License-Identifier: Apache-2.0
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage;
using Lodestar.Storage.Sqlite;
using Lodestar.Testing;
using Lodestar.Web.Features;

namespace Lodestar.App.Tests.Api;

/// <summary>The API alone on a real server: Kestrel on a free port, SQLite in a folder of its own, a clock that stands.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private ApiHost(WebApplication app, TemporaryFolder folder, HttpClient client) =>
        (_app, _folder, Client) = (app, folder, client);

    public HttpClient Client { get; }

    public static async Task<ApiHost> StartAsync()
    {
        var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 1 << 20);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualTime());
        builder.Services.AddSingleton(SqliteDatabase.Options(folder.Combine("lodestar.db")));
        builder.Services.AddScoped<LodestarDb>();
        builder.Services.AddLodestarApi();
        var app = builder.Build();
        app.MapLodestarApi();
        app.MapGet("/a-page", () => "not for machines");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await SqliteDatabase.OpenAsync(scope.ServiceProvider.GetRequiredService<LodestarDb>());
        }

        await app.StartAsync();
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return new ApiHost(app, folder, client);
    }

    /// <summary>A host with the plan of <see cref="Folder"/> stored.</summary>
    public static async Task<ApiHost> WithGlasgowAsync()
    {
        var host = await StartAsync();
        using var response = await host.PostAsync("/api/v1/plans?fileName=glasgow.zip", Zip(Folder()));
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return host;
    }

    public static PlanFiles Folder(string targets = Targets) =>
        new([
            new("plan.yaml", Encoding.UTF8.GetBytes(PlanYaml)),
            new("targets.yaml", Encoding.UTF8.GetBytes(targets)),
            new("inventory/la.csv", Encoding.UTF8.GetBytes(Inventory)),
            new("page.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>")),
        ]);

    public static byte[] Zip(PlanFiles files)
    {
        using var zip = new MemoryStream();
        PlanZip.Write(files, zip);
        return zip.ToArray();
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body) => Client.PostAsync(path, Raw(body));

    public async Task<HttpResponseMessage> PutAsync(string path, byte[] body, string? match)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = Raw(body) };
        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        return await Client.SendAsync(request);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static ByteArrayContent Raw(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    private const string PlanYaml = """
        format: lodestar-plan@1
        id: glasgow
        name: Glasgow
        kind: city
        country: GB
        base_year: 2006
        gwp_set: AR5
        inventories:
          - id: la
            file: inventory/la.csv
            publisher: UK Government
            boundary: basic
            gases: [CO2]
            source: uk-la
        sources:
          - id: uk-la
            title: UK local authority carbon dioxide emissions
            publisher: UK Government
            edition: 2005 to 2020
        """;

    public const string Targets = """
        targets:
          - id: net-zero
            versions:
              - id: net-zero-2021
                kind: fixed-level
                stated: 2021-06-15
                milestones:
                  - {id: m2025, year: 2025, level: 1100 kt CO2}
                net_zero_year: 2030
        """;

    private const string Inventory = """
        id,category,label,fuel,role,unit,2014,2015,2016,2017,2018,2019,2020
        homes,I.1.1,Homes,gas,,kt CO2,993,961,885,830,815,782,771
        shops,I.2.1,Shops,,,kt CO2,778,690,545,487,456,420,375
        road,II.1.1,Road,diesel,,kt CO2,783,789,793,786,776,763,523
        rail,II.2.1,Rail,diesel,,kt CO2,NE,,36,34,IE:II.1.1,30,22
        air,II.4.1,Air,,,kt CO2,NO,NO,NO,NO,NO,NO,NO
        """;
}
