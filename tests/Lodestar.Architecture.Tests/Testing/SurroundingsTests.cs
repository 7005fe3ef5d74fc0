// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;
using Xunit.Sdk;

namespace Lodestar.Architecture.Tests.Testing;

public sealed class SurroundingsTests
{
    [Fact]
    public void Repository_Path_LeadsToItsFiles() => Assert.True(File.Exists(Repository.Path("Directory.Build.props")));

    [Fact]
    public void ManualTime_StandsStillUntilMoved()
    {
        var time = new ManualTime();
        var start = time.GetTimestamp();
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), time.GetUtcNow());

        time.Advance(TimeSpan.FromHours(36));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), time.GetLocalNow());
        Assert.Equal(TimeSpan.FromHours(36), time.GetElapsedTime(start));
    }

    [Fact]
    public void TemporaryFolder_Disposed_TakesItsFilesWithIt()
    {
        string path;
        using (var folder = new TemporaryFolder())
        {
            path = folder.Write("inner/note.txt", "text");
            Assert.Equal("text", File.ReadAllText(path));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(Path.GetDirectoryName(path))));
    }

    [Fact]
    public void Needs_Node_IsThere() => Assert.True(File.Exists(Needs.Node()));

    [Fact]
    public void PublisherData_AbsentFile_SkipsOrInCiFailsWithTheReason()
    {
        var outcome = OutcomeOf(() => PublisherData.RequireFile("no-such-publisher/no-such-file.csv"));
        Assert.Equal(Environment.GetEnvironmentVariable("CI") == "true", outcome is FailException);
        Assert.Contains("no-such-publisher/no-such-file.csv", outcome?.Message);
    }

    // Record.Exception lets a skip through, which would skip the test that looks for it.
    private static Exception? OutcomeOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception outcome) when (outcome is SkipException or FailException)
        {
            return outcome;
        }
    }
}
