// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class PlanFilesTests
{
    private static readonly PlanLimits Small = new()
    {
        Files = 5,
        FileBytes = 1 << 20,
        TotalBytes = 2 << 20,
    };

    [Theory]
    [InlineData("plan.yaml", true)]
    [InlineData("inventory/a b.csv", true)]
    [InlineData("data/Größe.csv", true)]
    [InlineData("", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("../x", false)]
    [InlineData("a/../x", false)]
    [InlineData("a/./x", false)]
    [InlineData("a//x", false)]
    [InlineData("a/", false)]
    [InlineData("a\\x", false)]
    [InlineData("C:/x", false)]
    [InlineData("a\u0001", false)]
    [InlineData("a\u007f", false)]
    [InlineData("nul", false)]
    [InlineData("data/Com1.csv", false)]
    [InlineData("com10.csv", true)]
    [InlineData("console.csv", true)]
    [InlineData("a.", false)]
    [InlineData("a ", false)]
    [InlineData("a /x", false)]
    [InlineData("a?", false)]
    [InlineData("u\u0308", false)]
    public void IsClean_Paths_AsDocumented(string path, bool clean) => Assert.Equal(clean, PlanPath.IsClean(path));

    [Fact]
    public void IsClean_LongPath_IsRefused()
    {
        Assert.True(PlanPath.IsClean(new string('a', 200)));
        Assert.False(PlanPath.IsClean(new string('a', 201)));
        Assert.False(PlanPath.IsClean("\ud800"));
    }

    [Fact]
    public void Zip_WrittenTwice_HasTheSameBytesAndReadsBack()
    {
        var (first, second) = (Written(Plans.Good), Written(new PlanFiles(Plans.Good.Reverse())));

        Assert.Equal(first, second);
        var reading = PlanZip.Read(new MemoryStream(first));
        Assert.Empty(reading.Diagnostics);
        AssertSame(Plans.Good, reading.Files);
        using var archive = new ZipArchive(new MemoryStream(first));
        Assert.Equal(Plans.Good.Paths, archive.Entries.Select(e => e.FullName));
    }

    [Theory]
    [InlineData("../plan.yaml", "LS1008")]
    [InlineData("/plan.yaml", "LS1008")]
    [InlineData("inventory\\a.csv", "LS1008")]
    [InlineData("C:/a.csv", "LS1008")]
    [InlineData("inventory/../../a.csv", "LS1008")]
    [InlineData("PLAN.yaml", "LS1009")]
    [InlineData(".git/config", "LS1011")]
    public void ReadZip_PathThatMayNot_IsLeftOutAndReported(string path, string id)
    {
        var reading = PlanZip.Read(Zip(("plan.yaml", "name: x"u8.ToArray()), (path, "y"u8.ToArray())));

        var found = Assert.Single(reading.Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Contains(found.Text!, path, StringComparison.Ordinal);
        Assert.Equal(["plan.yaml"], reading.Files.Paths);
    }

    [Fact]
    public void ReadZip_SymbolicLink_IsRefused()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, true))
        {
            var entry = archive.CreateEntry("inventory/link.csv");
            entry.ExternalAttributes = 0xA1FF << 16;
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        zip.Position = 0;
        var reading = PlanZip.Read(zip);

        Assert.Equal("LS1018", Assert.Single(reading.Diagnostics).Id);
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void ReadZip_OneTopFolder_IsTakenOff()
    {
        var reading = PlanZip.Read(Zip([.. Plans.Good.Select(f => ("glasgow/" + f.Key, f.Value.ToArray()))]));

        Assert.Empty(reading.Diagnostics);
        AssertSame(Plans.Good, reading.Files);
    }

    [Fact]
    public void ReadZip_NoZip_SaysSo()
    {
        Assert.Equal("LS1012", Assert.Single(PlanZip.Read(new MemoryStream("hello"u8.ToArray())).Diagnostics).Id);
        Assert.Equal("LS1012", Assert.Single(PlanZip.Read(new MemoryStream()).Diagnostics).Id);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void ReadZip_AnyByteOfAnEntryFlipped_NamesTheEntryOrGivesItUnchanged(CompressionLevel level)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(i => $"row {i * i},")));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("inventory/a.csv", level).Open();
            entry.Write(text);
        }

        var whole = zip.ToArray();
        const int Header = 30 + 15;
        var packed = BitConverter.ToInt32(whole, whole.AsSpan().IndexOf("PK\x01\x02"u8) + 20);
        var reported = 0;
        for (var at = Header; at < Header + packed; at++)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x10;
            var reading = PlanZip.Read(new MemoryStream(flipped));
            if (reading.Files.TryGet("inventory/a.csv", out var bytes))
            {
                // A few of deflate's bits carry nothing: padding, lengths of codes that are not used.
                Assert.Equal(text, bytes.ToArray());
                continue;
            }

            var fault = Assert.Single(reading.Diagnostics);
            Assert.Equal(("LS1013", "inventory/a.csv"), (fault.Id, fault.Text));
            reported++;
        }

        Assert.InRange(reported, packed * 9 / 10, packed);
    }

    [Fact]
    public void ReadZip_Bomb_StopsWhileUnpacking()
    {
        var reading = PlanZip.Read(Zip(("plan.yaml", new byte[30 << 20])));

        Assert.Equal(new Place("plan.yaml"), Assert.Single(reading.Diagnostics, d => d.Id == "LS1014").Place);
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void ReadZip_BeyondLimits_IsReported()
    {
        var big = new byte[(1 << 20) + 1];
        new Random(1).NextBytes(big);
        Assert.Equal("LS1005", Assert.Single(PlanZip.Read(Zip(("a.csv", big)), Small).Diagnostics).Id);
        Assert.Equal(
            "LS1007",
            Assert.Single(PlanZip.Read(Zip(("a", big[1..]), ("b", big[1..]), ("c", big[1..])), Small).Diagnostics).Id
        );
        Assert.Equal(
            "LS1006",
            Assert
                .Single(
                    PlanZip
                        .Read(Zip([.. Enumerable.Range(0, 9).Select(i => ($"f{i}", new byte[1]))]), Small)
                        .Diagnostics
                )
                .Id
        );
        Assert.Equal(
            "LS1006",
            Assert
                .Single(
                    PlanZip
                        .Read(Zip([.. Enumerable.Range(0, 900).Select(i => ($"f{i}", new byte[1]))]), Small)
                        .Diagnostics
                )
                .Id
        );
    }

    [Fact]
    public void Directory_WrittenAndRead_IsTheSame()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("glasgow");

        Assert.Empty(PlanDirectory.Write(Plans.Good, path));
        var reading = PlanDirectory.Read(path);

        Assert.Empty(reading.Diagnostics);
        AssertSame(Plans.Good, reading.Files);
        Assert.Empty(Directory.GetFiles(path, ".lodestar-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void WriteDirectory_OverAPlan_KeepsHiddenFilesAndRemovesOthersOnlyWhenAsked()
    {
        using var folder = new TemporaryFolder();
        PlanDirectory.Write(Plans.Good, folder.Path);
        folder.Write(".git/config", "mine");

        PlanDirectory.Write(Plans.Good.Without("targets.yaml"), folder.Path);
        Assert.True(File.Exists(folder.Combine("targets.yaml")));

        PlanDirectory.Write(Plans.Good.Without("targets.yaml"), folder.Path, removeOthers: true);
        Assert.False(File.Exists(folder.Combine("targets.yaml")));
        Assert.Equal("mine", File.ReadAllText(folder.Combine(".git/config")));
    }

    [Fact]
    public void WriteDirectory_OverSomethingElse_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("thesis.docx", "years of work");

        Assert.Equal("LS1017", Assert.Single(PlanDirectory.Write(Plans.Good, folder.Path)).Id);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Directory_WithLinks_StaysInside()
    {
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        outside.Write("secret.csv", "x");
        PlanDirectory.Write(Plans.Good.Without("data/population.csv"), folder.Path);
        Directory.CreateSymbolicLink(folder.Combine("data"), outside.Path);

        var reading = PlanDirectory.Read(folder.Path);

        Assert.Equal(("LS1010", "data"), (Assert.Single(reading.Diagnostics).Id, reading.Diagnostics[0].Text));
        Assert.Equal("LS1017", Assert.Single(PlanDirectory.Write(Plans.Good, folder.Path)).Id);
        Assert.Single(Directory.GetFileSystemEntries(outside.Path));
    }

    [Fact]
    public void ReadDirectory_HugeFile_IsRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plan.yaml", "name: x");
        using (var file = new FileStream(folder.Combine("huge.csv"), FileMode.CreateNew))
        {
            // A hole: 200 MB that no disk holds and nobody should read.
            file.SetLength(200L << 20);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = PlanDirectory.Read(folder.Path);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
        Assert.Equal(new Place("huge.csv"), Assert.Single(reading.Diagnostics, d => d.Id == "LS1005").Place);
        Assert.Equal(["plan.yaml"], reading.Files.Paths);
    }

    [Fact]
    public void ReadDirectory_Missing_SaysSo() =>
        Assert.Equal(
            "LS1015",
            Assert.Single(PlanDirectory.Read(Path.Combine(Path.GetTempPath(), "no", "such")).Diagnostics).Id
        );

    private static byte[] Written(PlanFiles files)
    {
        var zip = new MemoryStream();
        PlanZip.Write(files, zip);
        return zip.ToArray();
    }

    private static MemoryStream Zip(params (string Path, byte[] Bytes)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        zip.Position = 0;
        return zip;
    }

    private static void AssertSame(PlanFiles expected, PlanFiles actual)
    {
        Assert.Equal(expected.Paths, actual.Paths);
        Assert.All(expected.Paths, p => Assert.Equal(Plans.Text(expected, p), Plans.Text(actual, p)));
    }
}
