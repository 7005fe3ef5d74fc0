// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Data.Tests.Imports;

/// <summary>Faults as files grow them: cells and rows moved, doubled, emptied, filled with something else.</summary>
internal static class Mutations
{
    private static readonly MessageCatalog Catalog = MessageCatalog.Load("en", typeof(Importer).Assembly);

    private static readonly object?[] Odd =
    [
        null,
        "",
        " ",
        "NA",
        "n/a",
        "Not Specified",
        "-1",
        "1e999",
        "1,234",
        "2050.5",
        "99999",
        "1899",
        "0",
        "Åland",
        "\u202E",
        "\uD800",
        new string('x', 5_000),
        "CO₂e",
        -1e300,
        1e29,
        2030,
        0.5,
    ];

    public static void Apply(object?[][] rows, Random random)
    {
        for (var n = random.Next(1, 8); n > 0; n--)
        {
            var row = random.Next(rows.Length);
            var column = random.Next(Math.Max(1, rows[row].Length));
            switch (random.Next(5))
            {
                case 0 when column < rows[row].Length:
                    rows[row][column] = Odd[random.Next(Odd.Length)];
                    break;
                case 1:
                    rows[row] = [.. rows[row].Skip(random.Next(1, 4))];
                    break;
                case 2:
                    rows[row] = [.. rows[row], .. rows[random.Next(rows.Length)].Take(3)];
                    break;
                case 3:
                    rows[row] = [.. rows[random.Next(rows.Length)]];
                    break;
                case 4 when column < rows[row].Length:
                    (rows[row][column], rows[0][random.Next(Math.Max(1, rows[0].Length - 1))]) = (
                        rows[0].Length > 0 ? rows[0][0] : null,
                        rows[row][column]
                    );
                    break;
            }

            if (rows[0].Length == 0)
            {
                rows[0] = ["x"];
            }
        }
    }

    /// <summary>Bytes of a text with pieces cut out, doubled, moved or replaced.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (var n = random.Next(1, 8); n > 0 && list.Count > 8; n--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0:
                    list.RemoveRange(at, Math.Min(random.Next(1, 30), list.Count - at));
                    break;
                case 1:
                    list.InsertRange(at, ",\"\n\r\t;'\0NA-1e999"u8[random.Next(12)..].ToArray());
                    break;
                case 2:
                    list[at] = (byte)random.Next(256);
                    break;
                default:
                    var length = Math.Min(random.Next(1, 200), list.Count - at);
                    list.InsertRange(random.Next(list.Count), list.GetRange(at, length));
                    break;
            }
        }

        return [.. list];
    }

    /// <summary>Every sentence of a result can be written, and its plans can be read.</summary>
    public static void AssertSays(ImportResult result)
    {
        foreach (var message in result.Diagnostics.SelectMany(d => new[] { d.Reason, d.Fix ?? d.Reason }))
        {
            Assert.DoesNotContain("{", Catalog.Render(message), StringComparison.Ordinal);
        }

        foreach (var plan in result.Plans)
        {
            Assert.Equal(plan.Id, Formats.PlanFolder.PlanReader.Read(plan.Files).Plan.Id);
        }
    }
}
