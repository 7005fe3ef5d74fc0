// SPDX-License-Identifier: Apache-2.0
using Lodestar.Testing;

namespace Lodestar.Architecture.Tests.Sources;

public sealed class SourceTreeTests
{
    private readonly IReadOnlyList<SourceFile> files = SourceTree.Load();

    [Fact]
    public void Repository_EveryFile_KeepsTheRules() => Violations.AssertNone(SourceRules.Check(files));

    [Fact]
    public void Load_ThisRepository_SeesSourcesTestsAndScripts()
    {
        Assert.Contains(files, file => file.Area == "src" && file.Is(".cs"));
        Assert.Contains(files, file => file.Area == "src" && file.Is(".csproj"));
        Assert.Contains(files, file => file.Area == "tests" && file.Is("/SourceTreeTests.cs"));
        Assert.Contains(files, file => file.Path == ".ci/run");
        Assert.Contains(files, file => file.Path == "Directory.Packages.props");
    }

    [Fact]
    public void Load_BuiltAndBinaryFiles_AreLeftOut()
    {
        using var folder = new TemporaryFolder();
        folder.Write("src/A/A.cs", "a");
        folder.Write("src/A/obj/B.cs", "b");
        folder.Write("src/A/picture.bin", "\0");
        folder.Write("data/raw.csv", "c");
        folder.Write("src/data/small.csv", "d");
        folder.Write(".git", "gitdir: elsewhere");

        Assert.Equal(["src/A/A.cs", "src/data/small.csv"], SourceTree.Load(folder.Path).Select(file => file.Path));
    }
}
