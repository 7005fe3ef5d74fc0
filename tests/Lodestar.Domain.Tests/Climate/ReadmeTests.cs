// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Climate;

/// <summary>The lines that the library's README shows, compiled here and compared with it.</summary>
public sealed partial class ReadmeTests
{
    private const string Readme = "src/Lodestar.Climate/README.md";

    [Fact]
    public void FirstLines_OfTheReadme_PrintWhatItSays()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        // readme
        var ensemble = new Ensemble(Calibration.Shipped);
        var world = WorldPathways.Default.Pathway.Between(2023, 2100);
        var halved = world.With("CO2 FFI", (year, gigatonnes) => year < 2030 ? gigatonnes : gigatonnes / 2);

        foreach (var pathway in new[] { world, halved })
        {
            var run = ensemble.Project(pathway);
            var warming = run.WarmingBand(2100);
            output.WriteLine(
                $"{warming.P50:F1} °C ({warming.P05:F1}–{warming.P95:F1}), above 2 °C: {run.OddsAbove(2, 2100):P0}"
            );
        }
        // end of readme

        Assert.Equal(Fences()[1], output.ToString().Trim());
    }

    [Fact]
    public void FirstLines_OfTheReadme_AreThoseCompiledHere()
    {
        var source = File.ReadAllText(Repository.Path("tests/Lodestar.Domain.Tests/Climate/ReadmeTests.cs"));
        var start = source.IndexOf("// readme\n", StringComparison.Ordinal) + "// readme\n".Length;
        var lines = source[start..source.IndexOf("// end of readme", StringComparison.Ordinal)];

        Assert.Equal(Words(Fences()[0]), Words(lines));
        Assert.InRange(Fences()[0].Split('\n').Count(l => l.Trim().Length > 1), 1, 10);
    }

    private static string[] Fences() =>
        [.. Fence().Matches(File.ReadAllText(Repository.Path(Readme))).Select(m => m.Groups[1].Value.Trim())];

    private static string Words(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"```(?:csharp)?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
