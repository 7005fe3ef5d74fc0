// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using Lodestar.Formats.Hdf5;
using Lodestar.Formats.Imports;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports.Hdf5;

/// <summary>
/// Small files made with h5import and h5repack 1.10.8: "group/numbers" is 1 to 12 as doubles in three rows, "whole" the same as
/// big-endian integers of two bytes, "names" three strings.
/// </summary>
public sealed class Hdf5SmallTests
{
    private static byte[] Small(string name) => File.ReadAllBytes(Imported.Fixture($"hdf5-{name}.h5"));

    /// <summary>Symbol tables and deflate; shuffle, deflate and Fletcher32.</summary>
    [Theory]
    [InlineData("old")]
    [InlineData("old-fs")]
    public void SmallFile_InEveryLayout_GivesItsNumbers(string name)
    {
        var file = Hdf5File.Open(Small(name));

        Assert.Equal(["group/numbers", "names", "whole"], file.Datasets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([3L, 4], file.Datasets["group/numbers"].Shape);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (double)i), file.Datasets["group/numbers"].ReadNumbers());
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (double)i), file.Datasets["whole"].ReadNumbers());
        Assert.Equal(["one", "two", "three"], file.Datasets["names"].ReadTexts());
        Assert.Equal([6.0, 7, 10, 11], file.Datasets["group/numbers"].ReadNumbers([1, 1], [2, 2]));
    }

    [Fact]
    public void CompactData_InTheNewestGroups_IsRead()
    {
        var file = Hdf5File.Open(Small("new-compact"));

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (double)i), file.Datasets["whole"].ReadNumbers());
        Assert.Equal(["one", "two", "three"], file.Datasets["names"].ReadTexts());
    }

    /// <summary>The newest format keeps one chunk without an index, which is read, and several in one that is not.</summary>
    [Fact]
    public void NewestIndexes_ReadWhereTheyAreSimple_NamedWhereNot()
    {
        var file = Hdf5File.Open(Small("new-fs"));

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (double)i), file.Datasets["whole"].ReadNumbers());
        var fault = Assert.Throws<Hdf5Fault>(() => file.Datasets["group/numbers"].ReadNumbers());
        Assert.Equal("LS2401", fault.Id);
    }

    [Fact]
    public void Checksum_ThatDoesNotFit_IsDamage()
    {
        var bytes = Small("old-fs");
        var chunks = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            // A changed byte in a chunk breaks the packing or the checksum; elsewhere it may change the shape.
            var copy = (byte[])bytes.Clone();
            copy[at] ^= 0x10;
            try
            {
                Hdf5File.Open(copy).Datasets["whole"].ReadNumbers();
            }
            catch (Hdf5Fault fault)
            {
                chunks += fault.Reason.Values.Any(v =>
                    v.Value is Planning.Messages.Message { Id: "import.hdf5.checksum" }
                )
                    ? 1
                    : 0;
            }
            catch (KeyNotFoundException)
            {
                // The name of the dataset was hit.
            }
        }

        Assert.True(chunks > 3, $"{chunks}");
    }

    [Theory]
    [InlineData("old", 1000)]
    [InlineData("old-fs", 1000)]
    [InlineData("new-compact", 1000)]
    [InlineData("new-fs", 1000)]
    public void MutatedSmallFiles_GiveDiagnosticsAndNothingElse(string name, int copies) =>
        Mutate(Small(name), copies, 17);

    /// <summary>Half of the changes hit the first kilobytes, where the structure of the file is named.</summary>
    [Fact]
    public void MutatedPublishedFile_IsReadOrRefused_NeverAnException()
    {
        var bytes = File.ReadAllBytes(PublisherData.RequireFile("primap-hist/primap2_multisource_2018-2022.nc"));
        var random = new Random(4);
        var refused = 0;
        for (var i = 0; i < 1000; i++)
        {
            var copy = i % 10 == 9 ? bytes[..random.Next(bytes.Length)] : (byte[])bytes.Clone();
            Change(copy, random, i % 2 == 0 ? Math.Min(8192, copy.Length) : copy.Length);
            if (i % 50 == 0)
            {
                // The whole importer; what it makes of numbers that changed is its business.
                var result = Importer.Import(
                    new MemoryStream(copy),
                    "mutated.nc",
                    new ImportOptions { Only = ["SWE"] }
                );
                Assert.True(result.HasErrors || result.Plans.Count == 1);
                continue;
            }

            var bag = new DiagnosticBag();
            Hdf5Reading.Guard(
                "f",
                bag,
                () =>
                {
                    var file = Hdf5File.Open(copy);
                    file.Datasets.GetValueOrDefault("area (ISO3)")?.ReadTexts();
                    if (file.Datasets.GetValueOrDefault("CO2") is { Shape.Count: 5 } dataset)
                    {
                        dataset.ReadNumbers([0, 0, 0, 0, 0], [.. dataset.Shape.Select(s => Math.Min(s, 2))]);
                    }

                    return "read";
                }
            );
            refused += bag.ToList().Count;
        }

        Assert.InRange(refused, 50, 949);
    }

    private static void Mutate(byte[] bytes, int copies, int seed)
    {
        var random = new Random(seed);
        var faults = 0;
        for (var i = 0; i < copies; i++)
        {
            var copy = i % 10 == 9 ? bytes[..random.Next(bytes.Length)] : (byte[])bytes.Clone();
            Change(copy, random, copy.Length);
            var bag = new DiagnosticBag();
            Hdf5Reading.Guard(
                "f",
                bag,
                () =>
                {
                    foreach (var dataset in Hdf5File.Open(copy).Datasets.Values)
                    {
                        dataset.ReadNumbers();
                        dataset.ReadTexts();
                    }

                    return "read";
                }
            );
            faults += bag.ToList().Count;
        }

        Assert.InRange(faults, copies / 10, copies);
    }

    private static int Change(byte[] bytes, Random random, int within)
    {
        var changes = random.Next(1, 6);
        for (var c = 0; c < changes && bytes.Length > 8; c++)
        {
            var at = random.Next(Math.Min(within, bytes.Length - 8));
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), ulong.MaxValue >> random.Next(64));
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), random.Next(bytes.Length));
                    break;
            }
        }

        return changes;
    }
}
