// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Lodestar.Testing;

/// <summary>Programs a test runs. Absent: the test is skipped with a reason, in CI it fails.</summary>
public static class Needs
{
    private const int OldestNode = 20;

    private static readonly Lazy<(string? Path, string Reason)> FoundChromium = new(FindChromium);
    private static readonly Lazy<(string? Path, string Reason)> FoundNode = new(FindNode);

    /// <summary>Path of a Chromium: <c>LODESTAR_CHROMIUM</c>, else the first of the usual names on the PATH.</summary>
    public static string Chromium() => OrReport(FoundChromium.Value);

    /// <summary>Path of a Node that is at least version 20: <c>LODESTAR_NODE</c>, else <c>node</c> on the PATH.</summary>
    public static string Node() => OrReport(FoundNode.Value);

    private static string OrReport((string? Path, string Reason) found)
    {
        if (found.Path is null)
        {
            Absence.Report(found.Reason);
        }

        return found.Path;
    }

    private static (string? Path, string Reason) FindChromium() =>
        Find("LODESTAR_CHROMIUM", "chromium", "chromium-browser", "google-chrome");

    private static (string? Path, string Reason) FindNode()
    {
        var (path, reason) = Find("LODESTAR_NODE", "node");
        if (path is null)
        {
            return (null, reason);
        }

        var version = VersionOf(path);
        return version >= OldestNode
            ? (path, "")
            : (null, $"Node {OldestNode} or newer is needed; {path} is version {version}.");
    }

    private static (string? Path, string Reason) Find(string variable, params string[] names)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? (named, "") : (null, $"{variable} names {named}, which does not exist.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd" } : [""];
        var found = (
            from name in names
            from folder in folders
            where folder.Length > 0
            from ending in endings
            select Path.Combine(folder, name + ending)
        ).FirstOrDefault(File.Exists);
        return found is null
            ? (null, $"None of {string.Join(", ", names)} is on the PATH, and {variable} is not set.")
            : (found, "");
    }

    private static int VersionOf(string node)
    {
        using var process = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true });
        var text = process?.StandardOutput.ReadToEnd().Trim().TrimStart('v') ?? "";
        return Version.TryParse(text, out var version) ? version.Major : 0;
    }
}
