// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class MutationTests
{
    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            ":",
            "- ",
            "\n",
            "\r",
            "\t",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            "|\n",
            ">",
            "#",
            "&a ",
            "*a",
            "!x ",
            "? ",
            "%",
            "---\n",
            "...",
            "\0",
            "é",
            "\\u",
            "2005",
            "1e999",
            "-",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
        [0xEF, 0xBB, 0xBF],
        [0xE2, 0x80, 0xA8],
    ];

    [Fact]
    public void Read_MutatedFiles_NeverThrows()
    {
        var random = new Random(20261122);
        var paths = Plans.Good.Paths.ToArray();
        for (var i = 0; i < 1_000; i++)
        {
            var path = paths[random.Next(paths.Length)];
            Assert.True(Plans.Good.TryGet(path, out var bytes));
            var mutated = Mutated(bytes.ToArray(), random);

            var reading = PlanReader.Read(Plans.Good.With(path, mutated));

            Assert.NotNull(reading.Plan);
            foreach (var diagnostic in reading.Diagnostics)
            {
                Assert.NotEmpty(Texts.Catalog.Render(diagnostic.Reason));
            }
        }
    }

    [Fact]
    public void Read_MutatedTargetsOfEveryKind_NeverThrows()
    {
        var random = new Random(3110);
        for (var i = 0; i < 1_000; i++)
        {
            var mutated = Mutated(System.Text.Encoding.UTF8.GetBytes(Plans.EveryKind), random);

            var reading = PlanReader.Read(Plans.Good.With("targets.yaml", mutated));

            // What was read is resolved as well, since a number may have gone astray in a place that is still YAML.
            _ = Assessor.Assess(reading.Plan, new DateOnly(2026, 11, 22));
            foreach (var diagnostic in reading.Diagnostics)
            {
                Assert.NotEmpty(Texts.Catalog.Render(diagnostic.Reason));
            }

            Assert.NotEmpty(PlanText.TargetsYaml(reading.Plan.Targets));
        }
    }

    [Fact]
    public void ReadZip_MutatedZips_NeverThrows()
    {
        var random = new Random(7);
        using var zip = new MemoryStream();
        PlanZip.Write(Plans.Good, zip);
        for (var i = 0; i < 500; i++)
        {
            using var mutated = new MemoryStream(Mutated(zip.ToArray(), random));
            Assert.NotNull(PlanReader.Read(PlanZip.Read(mutated).Files).Plan);
        }
    }

    internal static byte[] Mutated(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (var n = random.Next(1, 6); n > 0 && list.Count > 4; n--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0:
                    list.RemoveRange(at, Math.Min(random.Next(1, 12), list.Count - at));
                    break;
                case 1:
                    list.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2:
                    list[at] = (byte)random.Next(256);
                    break;
                default:
                    var length = Math.Min(random.Next(1, 40), list.Count - at);
                    list.InsertRange(random.Next(list.Count), list.GetRange(at, length));
                    break;
            }
        }

        return [.. list];
    }
}
