// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Storage.Revisions;
using Lodestar.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Lodestar.Benchmarks;

/// <summary>
/// 600 places, each page rendered once from nothing, against a static file of the same server; and the pages that show
/// them all.
/// </summary>
internal static class RenderPlaces
{
    private const int Count = 600;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("lodestar-bench-");
        try
        {
            await using var app = await WebHost.CreateAsync(
                new WebOptions { DataDirectory = data.FullName, Url = "http://127.0.0.1:0" }
            );
            await SaveAsync(app.Services);
            await app.StartAsync();
            await MeasureAsync(new Uri(app.Urls.First()));
            await app.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task SaveAsync(IServiceProvider services)
    {
        var samples = Samples.All();
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RevisionStore>();
        for (var i = 0; i < Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"place-{i:000}");
            var files = samples[i % samples.Count];
            var own = PlanReader.Read(files).Plan;
            var renamed = files.Select(f =>
                f.Key != "plan.yaml"
                    ? f
                    : KeyValuePair.Create<string, ReadOnlyMemory<byte>>(
                        f.Key,
                        Encoding.UTF8.GetBytes(
                            Encoding
                                .UTF8.GetString(f.Value.Span)
                                .Replace($"id: {own.Id}", $"id: {id}", StringComparison.Ordinal)
                                .Replace($"name: {own.Name}", $"name: {own.Name} {i}", StringComparison.Ordinal)
                        )
                    )
            );
            await store.SaveAsync(id, new PlanFiles(renamed), new RevisionNote("Bench"), null);
        }
    }

    private static async Task MeasureAsync(Uri address)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 8 }
        )
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        Measure.Title($"{Count} places over HTTP, client on the same machine");
        var style = await ServePages.StyleSheetAsync(client);
        await TimeAsync(client, Enumerable.Repeat(style, Count));
        var file = Count / (await TimeAsync(client, Enumerable.Repeat(style, Count))).TotalSeconds;
        Measure.Line($"peer: static file {style}", PerSecond(file));
        var pages = Enumerable
            .Range(0, Count)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"/plans/place-{i:000}"));
        var first = Count / (await TimeAsync(client, pages)).TotalSeconds;
        Measure.Line(
            "every place's page, rendered for the first time",
            PerSecond(first),
            Measure.Times(first / file, "the static file's rate")
        );
        foreach (
            var path in new[] { "/places", "/places?view=table", "/places?scale=absolute&sort=emissions&order=desc" }
        )
        {
            var cold = await TimeAsync(client, [path]);
            Measure.Line($"{path}, first time", Measure.Milliseconds(cold));
            var warm = await TimeAsync(client, Enumerable.Repeat(path, 200));
            Measure.Line($"{path}, known", PerSecond(200 / warm.TotalSeconds));
        }
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient client, IEnumerable<string> paths)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (path, cancellation) =>
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null, cancellation);
            }
        );
        return watch.Elapsed;
    }

    private static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:N0} /s");
}
