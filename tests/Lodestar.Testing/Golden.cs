// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Lodestar.Testing;

/// <summary>
/// Compares a text with a file kept beside the test. Review the difference, then accept it by running the test
/// once with <c>ACCEPT_GOLDEN=1</c>. CI never accepts.
/// </summary>
public static class Golden
{
    private const int Context = 3;

    /// <param name="actual">What the code produced. Line ends and a missing last line end make no difference.</param>
    /// <param name="relative">The file, relative to the folder of the calling test's source file.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    public static void Match(string actual, string relative, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(FolderOf(caller), relative);
        var got = Normalise(actual);
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, got);
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"{path} does not exist; ACCEPT_GOLDEN=1 writes it. The text was:\n{got}");
        }

        var expected = Normalise(File.ReadAllText(path));
        if (got != expected)
        {
            Assert.Fail($"{path} says otherwise; ACCEPT_GOLDEN=1 accepts the new text.\n{Difference(expected, got)}");
        }
    }

    private static bool Accepting => !Absence.InCi && Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1";

    // A build with mapped source paths writes "/_/" for the repository root.
    private static string FolderOf(string caller) =>
        Path.GetDirectoryName(
            caller.StartsWith("/_/", StringComparison.Ordinal) ? Repository.Path(caller[3..]) : caller
        )!;

    private static string Normalise(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.EndsWith('\n') ? lines : lines + "\n";
    }

    private static string Difference(string expected, string got)
    {
        var (wanted, had) = (expected.Split('\n'), got.Split('\n'));
        var first = 0;
        while (first < wanted.Length && first < had.Length && wanted[first] == had[first])
        {
            first++;
        }

        var report = new StringBuilder().Append("First difference at line ").Append(first + 1).Append(":\n");
        for (var line = Math.Max(0, first - Context); line < first; line++)
        {
            report.Append("    ").Append(wanted[line]).Append('\n');
        }

        Append(report, "  - ", wanted, first);
        Append(report, "  + ", had, first);
        return report.ToString();
    }

    private static void Append(StringBuilder report, string mark, string[] lines, int first)
    {
        foreach (var line in lines.Skip(first).Take(Context))
        {
            report.Append(mark).Append(line).Append('\n');
        }
    }
}
