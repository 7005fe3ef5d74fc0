// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Scenarios;
using Lodestar.Web;

namespace Lodestar.Benchmarks;

/// <summary>Scenarios of real plans: draws, a thousand generated plans, and visitors who play at once.</summary>
internal static class RunScenarios
{
    private const int Draws = 10_000;
    private const int Plans = 1_000;
    private const int PlanDraws = 1_000;
    private const int Visitors = 100;
    private const int Moves = 20;

    public static async Task RunAsync()
    {
        var files = PlanDirectory.Read(Path.Combine(Samples.Folder, "glasgow")).Files;
        City(files);
        Generated(files);
        await VisitorsAsync();
    }

    private static void City(PlanFiles files)
    {
        var reading = PlanReader.Read(files);
        using var runner = reading.Runner()!;
        var scenario = ScenarioSet.Of(reading.Plan.Scenarios, runner.Model).Planned;
        Measure.Title(
            $"A calibrated city, {runner.Model.Measures.Length} measures, {runner.Model.Model.YearCount} years"
        );
        var one = Measure.Median(50, () => runner.Run(scenario));
        Measure.Line("one run with its sectors", Measure.Milliseconds(one));
        var all = Measure.Median(3, () => runner.Draw(scenario, Chances.None, Draws));
        Measure.Line(
            $"{Draws:N0} draws",
            Measure.Milliseconds(all),
            Measure.Times(one.TotalMilliseconds * Draws / all.TotalMilliseconds, "as fast as one run after another")
        );
        var wedges = Measure.Median(3, () => PlanOutlook.WedgesOf(runner, scenario));
        Measure.Line("wedges of all its measures", Measure.Milliseconds(wedges));
    }

    /// <summary>Plans that differ in their numbers: read, checked, compiled and drawn each on its own.</summary>
    private static void Generated(PlanFiles files)
    {
        Measure.Title($"{Plans:N0} generated city plans, {PlanDraws:N0} draws each");
        Draw(files, 0);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        long most = 0;
        Parallel.For(
            0,
            Plans,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                Draw(files, i);
                InterlockedMax(ref most, GC.GetTotalMemory(forceFullCollection: false));
            }
        );
        watch.Stop();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Measure.Line(
            "all of them",
            Measure.Milliseconds(watch.Elapsed),
            $"{watch.Elapsed.TotalMilliseconds / Plans:N1} ms each"
        );
        Measure.Line(
            "memory that is kept after",
            $"{(after - before) / 1e6:N1} MB",
            $"{most / 1e6:N0} MB at most on the way"
        );
    }

    private static void Draw(PlanFiles files, int number)
    {
        var reading = PlanReader.Read(Varied(files, number));
        using var runner = reading.Runner()!;
        var scenario = ScenarioSet.Of(reading.Plan.Scenarios, runner.Model).Planned;
        if (runner.Draw(scenario, Chances.None, PlanDraws) is not { IsDrawn: true })
        {
            throw new InvalidOperationException($"Plan {number} was not drawn.");
        }
    }

    /// <summary>The same plan with other residents: every line of it changes.</summary>
    private static PlanFiles Varied(PlanFiles files, int number) =>
        new(
            files.Select(f =>
                f.Key == "data/template-people.csv"
                    ? KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)People(f.Value, number))
                    : f
            )
        );

    private static byte[] People(ReadOnlyMemory<byte> table, int number)
    {
        var lines = Encoding.UTF8.GetString(table.Span).Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var comma = lines[i].LastIndexOf(',');
            if (
                comma > 0
                && double.TryParse(
                    lines[i].AsSpan(comma + 1),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var people
                )
            )
            {
                lines[i] = FormattableString.Invariant(
                    $"{lines[i][..comma]},{Math.Round(people * (1 + (number / 1000.0)))}"
                );
            }
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static async Task VisitorsAsync()
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
                    WhatIfsPerMinute = 1_000_000,
                }
            );
            await app.StartAsync();
            await PlayAsync(new Uri(app.Urls.First()));
            await app.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task PlayAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Visitors })
        {
            BaseAddress = address,
        };
        var plan = PlanReader.Read(PlanDirectory.Read(Path.Combine(Samples.Folder, "glasgow")).Files);
        var measure = plan.Outlook!.Model.Measures[0].Id;
        await client.GetStringAsync(new Uri("/plans/glasgow/what-if", UriKind.Relative));
        Measure.Title(
            $"What if, over HTTP, client on the same machine (a lever moved: the answer's fragment as the page swaps it)"
        );
        var alone = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            alone.Add(await AskAsync(client, $"/plans/glasgow/what-if/answer?m.{measure}={i % 100}.{i}&part=quick"));
        }

        Measure.Line("one visitor, lever to answer, median", $"{Percentile(alone, 0.5):N1} ms");
        Measure.Line("one visitor, lever to answer, p95", $"{Percentile(alone, 0.95):N1} ms");
        var whole = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            whole.Add(await AskAsync(client, $"/plans/glasgow/what-if/answer?m.{measure}={i}.7"));
        }

        Measure.Line("one visitor, with odds and wedges, median", $"{Percentile(whole, 0.5):N1} ms");
        var painted = await Painting.MovesAsync(new Uri(address, "/plans/glasgow/what-if"));
        Measure.Line(
            "one visitor, lever to paint in Chromium, p95",
            painted.Count == 0 ? "no Chromium" : $"{Percentile([.. painted], 0.95):N1} ms",
            painted.Count == 0 ? null : $"median {Percentile([.. painted], 0.5):N1} ms, {painted.Count} moves"
        );
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, Visitors)
                .Select(async v =>
                {
                    var own = new List<double>();
                    for (var i = 0; i < Moves; i++)
                    {
                        own.Add(
                            await AskAsync(
                                client,
                                $"/plans/glasgow/what-if/answer?m.{measure}={i % 100}.{v}1&part=quick"
                            )
                        );
                    }

                    own.Add(await AskAsync(client, $"/plans/glasgow/what-if/answer?m.{measure}={v}.3"));
                    return own;
                })
        );
        var every = times.SelectMany(t => t).ToList();
        Measure.Line(
            $"{Visitors} visitors at once, {Moves} moves and a whole answer each",
            Measure.Milliseconds(watch.Elapsed),
            $"{every.Count:N0} answers, none refused or failed, p95 {Percentile(every, 0.95):N0} ms"
        );
    }

    private static async Task<double> AskAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode} for {path}");
        }

        await response.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Percentile(List<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private static void InterlockedMax(ref long most, long value)
    {
        var seen = Volatile.Read(ref most);
        while (value > seen && Interlocked.CompareExchange(ref most, value, seen) is var now && now != seen)
        {
            seen = now;
        }
    }
}
