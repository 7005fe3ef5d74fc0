// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Testing;

/// <summary>Publishers' own files, as downloaded. Their licences and size keep them out of the repository.</summary>
public static class PublisherData
{
    private const string Variable = "LODESTAR_DATA";

    /// <summary>The folder named by <c>LODESTAR_DATA</c>, else <c>shared/data</c> beside the repository.</summary>
    public static string Root =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Repository.Path("../shared/data");

    /// <summary>Whether the file is there, for a test that has something to say either way.</summary>
    public static bool HasFile(string relative) => File.Exists(Path.Combine(Root, relative));

    /// <summary>Path of a publisher's file. Absent: the test is skipped with a reason, in CI it fails.</summary>
    public static string RequireFile(string relative)
    {
        var path = Path.Combine(Root, relative);
        if (!File.Exists(path))
        {
            Absence.Report(
                $"The publisher's file {relative} is not in {Root}; {Variable} names the folder to look in."
            );
        }

        return path;
    }

    /// <summary>Path of a folder of publishers' files. Absent: the test is skipped with a reason, in CI it fails.</summary>
    public static string RequireFolder(string relative)
    {
        var path = Path.Combine(Root, relative);
        if (!Directory.Exists(path))
        {
            Absence.Report(
                $"The publisher's folder {relative} is not in {Root}; {Variable} names the folder to look in."
            );
        }

        return path;
    }
}
