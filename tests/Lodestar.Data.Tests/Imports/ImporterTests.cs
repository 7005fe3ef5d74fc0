// SPDX-License-Identifier: Apache-2.0
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Data.Tests.Imports;

public sealed class ImporterTests
{
    private static readonly byte[] UkFile = File.ReadAllBytes(Imported.Fixture("uk-la-testby.csv"));

    public static TheoryData<byte[], string> Refused =>
        new()
        {
            { "%PDF-1.7 x"u8.ToArray(), "import.kind.pdf" },
            { [0x89, 0x50, 0x4E, 0x47, 0x0D], "import.kind.image" },
            { [0x1F, 0x8B, 8, 0], "import.kind.archive" },
            { "  <!DOCTYPE html><html>"u8.ToArray(), "import.kind.html" },
            { "<?xml version='1.0'?><a/>"u8.ToArray(), "import.kind.xml" },
            { "{\"a\": 1}"u8.ToArray(), "import.kind.json" },
            { "[{\"a\": 1}]"u8.ToArray(), "import.kind.json" },
            { "SQLite format 3\0"u8.ToArray(), "import.kind.database" },
            { [1, 2, 0, 4, 5, 0, 0, 7], "import.kind.binary" },
            {
                Workbook.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")]),
                "import.kind.ods"
            },
            { Workbook.Zip([("word/document.xml", "")]), "import.kind.document" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void File_OfAnotherKind_IsNamedWhateverItsExtension(byte[] bytes, string kind)
    {
        var fault = Assert.Single(Imported.Bytes(bytes, name: "table.csv").Diagnostics);

        Assert.Equal(("LS2003", kind + ".fix"), (fault.Id, fault.Fix!.Id));
        Assert.Equal(kind, Assert.IsType<Planning.Messages.Message>(fault.Reason.Values[0].Value).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n \n")]
    public void File_WithNothingInIt_IsSaidToBeEmpty(string text) =>
        Assert.Equal(["LS2001"], Imported.Ids(Imported.Text(text)));

    [Fact]
    public void Zip_OfOneTable_IsThatTable()
    {
        var zip = Workbook.Zip([
            ("folder/own.csv", "Sector,2018,2019\nRail (t CO2e),1,2\n"),
            ("folder/read.me", "hello"),
        ]);

        Assert.Equal(["Rail | II.2 | - | part | t CO2e | 2018=1 2019=2"], Imported.Lines(Imported.Bytes(zip)));
    }

    [Fact]
    public void Zip_OfManyTablesOrNone_IsNotGuessedAt()
    {
        Assert.Equal(["LS2005"], Imported.Ids(Imported.Bytes(Workbook.Zip([("a.csv", "x"), ("b.csv", "y")]))));
        Assert.Equal(["LS2004"], Imported.Ids(Imported.Bytes(Workbook.Zip([("a.md", "x")]))));
        Assert.Equal(["LS2007"], Imported.Ids(Imported.Bytes("PK\x03\x04 and then nothing of the kind"u8.ToArray())));
    }

    [Fact]
    public void Zip_OfAPlanFolder_IsThatPlan()
    {
        var plan = Imported.Bytes(UkFile, new ImportOptions { Only = ["Testby"] }).Plans[0];
        using var zip = new MemoryStream();
        PlanZip.Write(plan.Files, zip);

        var back = Assert.Single(Imported.Bytes(zip.ToArray()).Plans);

        Assert.Equal((plan.Id, plan.Name), (back.Id, back.Name));
        Assert.Equal(
            plan.Files.Select(f => (f.Key, Encoding.UTF8.GetString(f.Value.Span))),
            back.Files.Select(f => (f.Key, Encoding.UTF8.GetString(f.Value.Span)))
        );
    }

    [Fact]
    public void Stream_OfTwoHundredMegabytes_IsReadNoFurtherThanTheLimit()
    {
        foreach (var start in (byte[][])[UkFile, "Sector,2018,2019\nRail (t CO2e),1,2\n"u8.ToArray()])
        {
            using var endless = new GrowingStream(start, 200L << 20);
            var result = Imported.Checked(
                Importer.Import(endless, "large.csv", new ImportOptions { MaxBytes = 2 << 20 })
            );

            Assert.Equal(["LS2002"], Imported.Ids(result));
            Assert.InRange(endless.BytesRead, 2 << 20, (2 << 20) + 1);
        }
    }

    [Fact]
    public void Stream_OfManyAreasOfWhichOneIsWanted_IsReadInSmallSteps()
    {
        using var large = new GrowingStream(UkFile, 24L << 20);
        var result = Imported.Checked(Importer.Import(large, "large.csv", new ImportOptions { Only = ["Sample"] }));

        Assert.Equal("Sample, Mere and Fen", Assert.Single(result.Plans).Name);
        Assert.True(result.Loss.RowsRead > 50_000);
        Assert.Equal(3, result.Loss.RowsUsed);
        Assert.InRange(large.LargestRead, 1, 64 << 10);
    }

    [Fact]
    public void Progress_IsReportedByBytesToTheEnd()
    {
        var reports = new List<ImportProgress>();
        using var stream = new GrowingStream(UkFile, 3 << 20);

        Importer.Import(stream, "large.csv", new ImportOptions { Only = ["Sample"] }, new Reports(reports.Add));

        Assert.InRange(reports.Count, 8, 20);
        Assert.Equal(reports.OrderBy(r => r.BytesRead), reports);
        Assert.True(reports[^1].BytesRead >= 3 << 20);
        Assert.True(reports[^1].RowsRead > 1_000);
    }

    [Fact]
    public void Cancelled_StopsWithinFewRows()
    {
        using var cancel = new CancellationTokenSource();
        using var stream = new GrowingStream(UkFile, 50L << 20);
        var progress = new Reports(_ => cancel.Cancel());

        Assert.Throws<OperationCanceledException>(() =>
            Importer.Import(stream, "large.csv", null, progress, cancel.Token)
        );
        Assert.InRange(stream.BytesRead, 1, 1 << 20);
    }

    [Fact]
    public void MutatedFiles_NeverThrowAndAlwaysAddUp()
    {
        byte[][] seeds =
        [
            UkFile,
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(Imported.Fixture("x"))!)
                .Where(f =>
                    !f.EndsWith(".expected", StringComparison.Ordinal) && !f.Contains("uk-la", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
            Workbook.Of(
                (
                    "Data",
                    [
                        ["Sector", 2018, 2019],
                        ["Rail (kt CO2e)", 7, 8.5],
                    ]
                )
            ),
            Workbook.Zip([("own.csv", "Sector,2018,2019\nRail (t CO2e),1,2\n")]),
        ];
        var random = new Random(20221220);
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = Mutate(seeds[i % seeds.Length], random);
            var result = Imported.Checked(
                Importer.Import(
                    new MemoryStream(bytes),
                    "mutated.csv",
                    new ImportOptions { Unit = i % 2 == 0 ? "t CO2e" : null }
                )
            );
            foreach (var plan in result.Plans)
            {
                Assert.NotNull(PlanReader.Read(plan.Files).Plan);
            }
        }
    }

    [Fact]
    public void RandomTables_AlwaysAddUp()
    {
        var cell = Gen.Elements(
            "",
            "2018",
            "2019",
            "Total",
            "Residential",
            "kt CO2e",
            "1,5",
            "1.234,5",
            "NE",
            "n/a",
            "x",
            "\"",
            "Population",
            "%",
            "year",
            "value",
            "12"
        );
        var rows = from width in Gen.Choose(1, 6) from table in Gen.ListOf(Gen.ArrayOf(cell, width)) select table;
        Prop.ForAll(
                rows.ToArbitrary(),
                table =>
                {
                    var text = string.Join('\n', table.Select(r => string.Join(';', r)));
                    var result = Importer.Import(new MemoryStream(Encoding.UTF8.GetBytes(text)), "random.csv");
                    return result.Loss.RowsRead == result.Loss.RowsUsed + result.Loss.RowsLeftOut
                        && result.Loss.LeftOut.All(l => l.Rows > 0)
                        && (result.Plans.Count > 0 || result.HasErrors);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 200)).ToArray());
                    break;
                case 3:
                    bytes.Insert(at, ",;\"\n\t.\0|"u8[random.Next(8)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private sealed class Reports(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }

    /// <summary>A file that goes on with rows of new areas for as long as asked, made as it is read.</summary>
    private sealed class GrowingStream(byte[] start, long length) : Stream
    {
        private byte[] _now = start;
        private int _at;
        private int _area;

        public long BytesRead { get; private set; }

        public int LargestRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_at == _now.Length)
            {
                if (BytesRead >= length)
                {
                    return 0;
                }

                _now = Encoding.UTF8.GetBytes(
                    $"2020,X{_area},Other Place {_area++},1.25,2,3,4,{new string('0', 300)}1,2,3,4,5\n"
                );
                _at = 0;
            }

            var count = Math.Min(buffer.Length, _now.Length - _at);
            _now.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            BytesRead += count;
            LargestRead = Math.Max(LargestRead, buffer.Length);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
