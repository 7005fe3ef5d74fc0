// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lodestar.Benchmarks;

/// <summary>
/// Times the peers' versions of the city model in the same run: NumPy (needs python3 with numpy; LODESTAR_PYTHON names
/// another python) and SDEverywhere's JavaScript (needs node and npm). They stand in the folder LODESTAR_BENCH names, by
/// default beside the data of the tests; a copy is made, and districts added by the peers' own generator.
/// </summary>
internal static partial class CityPeers
{
    /// <summary>Milliseconds of one run and of 10,000 draws; null for a peer that is not to be had here.</summary>
    /// <param name="NumPySingle">NumPy, one run.</param>
    /// <param name="NumPyDraws">NumPy, 10,000 draws.</param>
    /// <param name="JavaScript">SDEverywhere to JavaScript, one run.</param>
    public sealed record Times(double? NumPySingle, double? NumPyDraws, double? JavaScript);

    public static Times Measure(int districts)
    {
        var source = Environment.GetEnvironmentVariable("LODESTAR_BENCH") ?? Path.Combine("..", "shared", "bench");
        if (!File.Exists(Path.Combine(source, "city_numpy.py")))
        {
            Benchmarks.Measure.Line("peers", $"no folder {source}: LODESTAR_BENCH names it");
            return new Times(null, null, null);
        }

        var folder = Directory.CreateTempSubdirectory("lodestar-peers-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(source))
            {
                // Written anew: a copy would keep a file that nobody may write.
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
            }

            var python = Environment.GetEnvironmentVariable("LODESTAR_PYTHON") ?? "python3";
            if (districts != 10 && Run(folder, python, "gen_city.py", $"{districts}") is null)
            {
                Benchmarks.Measure.Line("peers", $"no {python}: they have ten districts without it");
                return new Times(null, null, null);
            }

            var numPy = Run(folder, python, "city_numpy.py", districts > 10 ? "250" : "1000");
            var javaScript =
                Run(folder, "npm", "install", "--no-audit", "--no-fund") is not null
                && Run(folder, "node", "sde_generate.mjs", "city.mdl", "cityspec.json", "out/city", "generateJS")
                    is not null
                    ? Run(folder, "node", "sde_run.mjs", districts > 10 ? "100" : "1000")
                    : null;
            return new Times(
                Number(numPy, SingleRun()),
                Number(numPy, ManyDraws()) * 1000,
                Number(javaScript, BestRun())
            );
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double? Number(string? text, Regex pattern) =>
        text is not null && pattern.Match(text) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>What a program prints; null when it is not there or fails.</summary>
    private static string? Run(string folder, string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? text : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"single run best cpu ms ([\d.]+)")]
    private static partial Regex SingleRun();

    [GeneratedRegex(@"MC N=10000 .*best cpu ([\d.]+) s")]
    private static partial Regex ManyDraws();

    [GeneratedRegex(@"best ([\d.]+) ms\s*$")]
    private static partial Regex BestRun();
}
