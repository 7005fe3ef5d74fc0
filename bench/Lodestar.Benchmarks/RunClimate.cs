// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Benchmarks;

/// <summary>
/// The ensemble of 841 members. Peers: the same equations one number at a time in the same run; and Python FaIR 2.2.3 as
/// it was timed on two shared processors of the same family (61 species, one thread, noise off and on), whose figures
/// stand here since the machine need not have it.
/// </summary>
internal static class RunClimate
{
    private const int Repeats = 9;

    /// <summary>CPU seconds of Python FaIR for 841 members, 350 years, one scenario; with noise the second.</summary>
    private const double FairSeconds = 6.3;
    private const double FairNoisySeconds = 6.7;
    private const double FairMegabytes = 1330;

    public static void Run()
    {
        Measure.Title("Climate: 841 members of calibration 1.4.1, all 61 species");
        var watch = Stopwatch.StartNew();
        var calibration = Calibration.Shipped;
        Measure.Line("reading the shipped set, first time", Measure.Milliseconds(watch.Elapsed));
        watch.Restart();
        var ensemble = new Ensemble(calibration);
        Measure.Line("making it ready (matrices of every member)", Measure.Milliseconds(watch.Elapsed));
        watch.Restart();
        _ = ensemble.History;
        Measure.Line("history 1750–2022, first run in the process", Measure.Milliseconds(watch.Elapsed));

        var pathways = WorldPathways
            .Shipped.Select(p => calibration.History.Then(p.Pathway.Between(2023, 2099)))
            .ToArray();
        Pathway[] eight = [.. Enumerable.Range(0, 8).Select(i => pathways[i % pathways.Length])];
        var noise = new CountedNoise(calibration, 1);
        foreach (var (threads, noisy) in new[] { (1, false), (2, false), (1, true), (2, true) })
        {
            var options = new RunOptions { Threads = threads, Noise = noisy ? noise : null };
            var what = $"350 years, {threads} thread{(threads == 1 ? "" : "s")}, noise {(noisy ? "on" : "off")}";
            var fair = noisy ? FairNoisySeconds : FairSeconds;
            Line($"{what}, 1 pathway", () => ensemble.Run(pathways[0], options), fair, 1);
            Line(
                $"{what}, 8 pathways",
                () =>
                {
                    foreach (var pathway in eight)
                    {
                        ensemble.Run(pathway, options);
                    }
                },
                fair,
                8
            );
        }

        var slow = Measure.Median(3, () => ensemble.RunOneByOne(pathways[0], new() { Threads = 1 }));
        var fast = Measure.Median(Repeats, () => ensemble.Run(pathways[0], new() { Threads = 1 }));
        Measure.Line("the same, one number at a time, 1 thread", Measure.Milliseconds(slow));
        Measure.Line("lanes against it", "", Measure.Times(slow / fast, "as fast"));

        var future = WorldPathways.Default.Pathway.Between(2023, 2099);
        foreach (var threads in new[] { 1, 2 })
        {
            var taken = Measure.Median(31, () => ensemble.Project(future, new() { Threads = threads }));
            Measure.Line(
                $"a question, 2023→2100, {threads} thread{(threads == 1 ? "" : "s")}",
                Measure.Milliseconds(taken)
            );
        }

        var outlook = Measure.Median(
            Repeats,
            () => WarmingOutlook.Of(ensemble.Project(future), 2023, 2100, [1.5, 1.7, 2.0])
        );
        Measure.Line("the same with percentiles, odds and peak", Measure.Milliseconds(outlook));
        var part = new Pathway(
            "part",
            2023,
            new Dictionary<string, double[]> { ["CO2 FFI"] = Enumerable.Repeat(0.01, 77).ToArray() }
        );
        var attribution = Measure.Median(Repeats, () => Attribution.Of(ensemble, future, part));
        Measure.Line("a place's part, both methods", Measure.Milliseconds(attribution));
        var budget = Measure.Median(3, () => RemainingBudget.Of(ensemble, WorldPathways.Default.Pathway));
        Measure.Line("remaining budgets, every limit and likelihood", Measure.Milliseconds(budget));
        Memory(ensemble, pathways[0]);
    }

    private static void Line(string what, Action run, double fairSeconds, int pathways)
    {
        run();
        var process = Process.GetCurrentProcess();
        var (cpu, wall) = (new double[Repeats], new double[Repeats]);
        for (var i = 0; i < Repeats; i++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            run();
            wall[i] = watch.Elapsed.TotalMilliseconds;
            process.Refresh();
            cpu[i] = (process.TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(cpu);
        Array.Sort(wall);
        var used = cpu[Repeats / 2];
        Measure.Line(
            what,
            string.Create(CultureInfo.InvariantCulture, $"{wall[Repeats / 2]:N1} ms"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{used:N1} ms CPU, {fairSeconds * pathways * 1000 / used:N0} × less than Python FaIR's {fairSeconds * pathways:N1} s"
            )
        );
    }

    private static void Memory(Ensemble ensemble, Pathway pathway)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var run = ensemble.Run(pathway);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        GC.KeepAlive(run);
        Measure.Line(
            "memory: held by set and ensemble, new for a run of 350 years",
            string.Create(CultureInfo.InvariantCulture, $"{before / 1e6:N0} + {allocated / 1e6:N0} MB"),
            string.Create(CultureInfo.InvariantCulture, $"Python FaIR {FairMegabytes:N0} MB")
        );
    }
}
