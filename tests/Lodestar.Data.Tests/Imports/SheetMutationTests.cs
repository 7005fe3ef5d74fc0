// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Data.Tests.Imports;

/// <summary>
/// A thousand damaged copies of each layout, the same ones every time: each gives plans that read back without a fault,
/// or diagnostics, and never an exception.
/// </summary>
public sealed class SheetMutationTests
{
    private const int Copies = 1_000;

    private static readonly MessageCatalog Texts = MessageCatalog.Load("en", typeof(Importer).Assembly);

    private static readonly object?[] Odd =
    [
        null,
        "",
        " ",
        "NaN",
        "1e999",
        "1,5",
        "12.5",
        "Alla",
        "Sweden",
        "FRA",
        "World",
        "CO2",
        "QF",
        "Enhet: ton/år",
        "All values in million tonnes of carbon per year",
        "multiply the values below by 0",
        "multiply the values below by 3.67",
        "#REF!",
        -1,
        0,
        1990,
        2021,
        1e300,
        1e-300,
        "\uFFFD\u200B",
        "Å\u0308",
        new string('x', 40_000),
    ];

    [Theory]
    [InlineData("edgar")]
    [InlineData("gcb")]
    [InlineData("gcb-land")]
    [InlineData("smhi")]
    public void DamagedCopies_OfALayout_GivePlansOrDiagnostics(string format)
    {
        var withPlans = 0;
        for (var seed = 0; seed < Copies; seed++)
        {
            var random = new Random(seed);
            var layout = format switch
            {
                "edgar" => SheetLayouts.Edgar(),
                "gcb" => SheetLayouts.Fossil(),
                "gcb-land" => SheetLayouts.Land(),
                _ => SheetLayouts.Smhi(),
            };
            for (var change = random.Next(1, 6); change > 0 && layout.Sheets.Count > 0; change--)
            {
                Damage(layout, random);
            }

            if (layout.Sheets.Count == 0)
            {
                continue;
            }

            var options = new ImportOptions
            {
                Format = random.Next(4) > 0 ? format : null,
                OpenOnly = random.Next(2) == 0,
                Only = random.Next(3) == 0 ? ["Sweden"] : [],
            };
            ImportResult result;
            try
            {
                result = Imported.Bytes(layout.Bytes(), options, "damaged.xlsx");
                foreach (var plan in result.Plans.Where(_ => options.Format is not null))
                {
                    Imported.Plan(plan);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{format}, copy {seed}: {e.Message}", e);
            }

            withPlans += result.Plans.Count > 0 ? 1 : 0;
            foreach (var sentence in result.Diagnostics.SelectMany(d => new[] { d.Reason, d.Fix ?? d.Reason }))
            {
                Assert.DoesNotContain("import.", Texts.Render(sentence), StringComparison.Ordinal);
            }
        }

        // Damage that left nothing to read would show little: most copies still give plans.
        Assert.InRange(withPlans, Copies / 4, Copies - 1);
    }

    private static void Damage(SheetLayout layout, Random random)
    {
        var at = random.Next(layout.Sheets.Count);
        var (name, rows) = layout.Sheets[at];
        var row = rows.Count == 0 ? -1 : random.Next(rows.Count);
        var column = random.Next(8);
        switch (random.Next(14))
        {
            case 0:
                layout.Sheets.RemoveAt(at);
                break;
            case 1:
                layout.Sheets[at] = (random.Next(2) == 0 ? name.ToUpperInvariant() : "Blad1", rows);
                break;
            case 2 when row >= 0:
                rows.RemoveAt(row);
                break;
            case 3 when row >= 0:
                rows.Insert(random.Next(rows.Count), rows[row]);
                break;
            case 4 when row >= 0:
                var moved = rows[row];
                rows.RemoveAt(row);
                rows.Insert(random.Next(rows.Count + 1), moved);
                break;
            case 5:
                foreach (var cells in rows.Where(r => r.Count > column))
                {
                    cells.RemoveAt(column);
                }

                break;
            case 6:
                foreach (var cells in rows.Where(r => r.Count > column))
                {
                    cells.Insert(column, random.Next(5) == 0 ? 7 : null);
                }

                break;
            case 7:
                var other = random.Next(8);
                foreach (var cells in rows.Where(r => r.Count > Math.Max(column, other)))
                {
                    (cells[column], cells[other]) = (cells[other], cells[column]);
                }

                break;
            case 8 when row >= 0 && rows[row].Count > 0:
                var cell = random.Next(rows[row].Count);
                rows[row][cell] = rows[row][cell] is string ? 3 : $"{rows[row][cell]}";
                break;
            case 9:
                rows.InsertRange(
                    random.Next(rows.Count + 1),
                    [
                        [],
                        [null],
                        [],
                        [],
                    ]
                );
                break;
            case 10:
                layout.Sheets.Add((name, rows));
                break;
            case 11 when row >= 0:
                rows.RemoveRange(row, rows.Count - row);
                break;
            default:
                if (row >= 0 && rows[row].Count > 0)
                {
                    rows[row][random.Next(rows[row].Count)] = Odd[random.Next(Odd.Length)];
                }

                break;
        }
    }
}
