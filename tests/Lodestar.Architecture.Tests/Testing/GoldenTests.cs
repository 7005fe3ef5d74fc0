// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;
using Xunit.Sdk;

namespace Lodestar.Architecture.Tests.Testing;

public sealed class GoldenTests
{
    [Fact]
    public void Match_SameTextWithOtherLineEnds_Passes() => Golden.Match("one\r\ntwo\r\nthree", "lines.golden.txt");

    [Fact]
    public void Match_OtherText_ShowsTheFirstDifferenceInItsSurroundings()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Compare("one\n2\nthree\n", "one\ntwo\nthree\n"));
        Assert.Contains("First difference at line 2:\n    one\n  - two\n  - three\n", failure.Message);
        Assert.Contains("  + 2\n  + three\n", failure.Message);
    }

    [Fact]
    public void Match_ShorterText_ShowsWhatIsMissing()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Compare("one\n", "one\ntwo\n"));
        Assert.Contains("First difference at line 2:\n    one\n  - two\n", failure.Message);
    }

    private static void Compare(string actual, string expected)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1", "Every text is accepted now.");
        using var folder = new TemporaryFolder();
        Golden.Match(actual, folder.Write("expected.txt", expected));
    }

    [Fact]
    public void Match_NoFile_SaysHowToWriteIt()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1", "Every text is accepted now.");
        using var folder = new TemporaryFolder();
        var failure = Assert.ThrowsAny<XunitException>(() => Golden.Match("one", folder.Combine("absent.txt")));
        Assert.Contains("does not exist; ACCEPT_GOLDEN=1 writes it", failure.Message);
    }
}
