// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Lodestar.Benchmarks;

/// <summary>Start-up of `lodestar assess` on one sample, against a program of the same runtime that does nothing.</summary>
internal static class StartUp
{
    private const int Times = 11;

    public static void Run()
    {
        Measure.Title($"Start-up of `lodestar assess` (median of {Times})");
        var self = typeof(StartUp).Assembly.Location;
        var lodestar = Path.Combine(Path.GetDirectoryName(self)!, "lodestar.dll");
        var nothing = Measure.Median(Times, () => Start(self, "nothing"));
        var assess = Measure.Median(
            Times,
            () => Start(lodestar, "assess", Path.Combine(Samples.Folder, "glasgow"), "--date", "2026-11-22")
        );
        Measure.Line("peer: an empty program", Measure.Milliseconds(nothing));
        Measure.Line(
            "lodestar assess samples/glasgow",
            Measure.Milliseconds(assess),
            Measure.Times(assess / nothing, "the empty program")
        );
    }

    private static void Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
