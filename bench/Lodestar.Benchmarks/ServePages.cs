// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lodestar.Web;

namespace Lodestar.Benchmarks;

/// <summary>
/// Requests a second for the plan page, against a static file of the same server over the same connections. Client and
/// server share this machine, so the ratio says more than the figure.
/// </summary>
internal static class ServePages
{
    private const int Connections = 8;
    private const int Requests = 4000;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("lodestar-bench-");
        try
        {
            await using var app = await WebHost.CreateAsync(
                new WebOptions
                {
                    DataDirectory = data.FullName,
                    SamplesDirectory = Samples.Folder,
                    Url = "http://127.0.0.1:0",
                }
            );
            await app.StartAsync();
            await MeasureAsync(new Uri(app.Urls.First()));
            await app.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri address)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = Connections,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var style = await StyleSheetAsync(client);
        Measure.Title(
            $"The plan page over HTTP ({Requests} requests over {Connections} connections, compressed, client on the same machine)"
        );
        var asset = await RateAsync(client, style);
        Measure.Line($"peer: static file {style}", PerSecond(asset));
        foreach (
            var (what, path) in new[]
            {
                ("plan page", "/plans/glasgow"),
                ("start page", "/"),
                ("assessment as JSON", "/api/v1/plans/glasgow/assessment"),
            }
        )
        {
            var rate = await RateAsync(client, path);
            Measure.Line(what, PerSecond(rate), Measure.Times(rate / asset, "the static file's rate"));
        }
    }

    private static async Task<double> RateAsync(HttpClient client, string path)
    {
        await RequestsAsync(client, path, Requests / 8);
        var watch = Stopwatch.StartNew();
        await RequestsAsync(client, path, Requests);
        return Requests / watch.Elapsed.TotalSeconds;
    }

    private static async Task RequestsAsync(HttpClient client, string path, int count)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Connections },
            async (_, cancellation) =>
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null, cancellation);
            }
        );
    }

    internal static async Task<string> StyleSheetAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", "identity");
        using var response = await client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        var end = html.IndexOf(".css\"", StringComparison.Ordinal) + 4;
        var start = html.LastIndexOf('"', end - 1) + 1;
        return html[start..end];
    }

    private static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:N0} /s");
}
