// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;

namespace Lodestar.Data.Tests.Imports;

/// <summary>Imports for tests, and what they must always keep to.</summary>
internal static class Imported
{
    public static string Fixture(string name) =>
        Testing.Repository.Path($"tests/Lodestar.Data.Tests/Imports/fixtures/{name}");

    public static ImportResult File(string path, ImportOptions? options = null)
    {
        using var stream = System.IO.File.OpenRead(path);
        return Checked(Importer.Import(stream, path, options));
    }

    public static ImportResult Text(string text, ImportOptions? options = null, string name = "own.csv") =>
        Bytes(Encoding.UTF8.GetBytes(text), options, name);

    public static ImportResult Bytes(byte[] bytes, ImportOptions? options = null, string name = "own.csv")
    {
        using var stream = new MemoryStream(bytes);
        return Checked(Importer.Import(stream, name, options));
    }

    /// <summary>Read = used + left out, and a file that fails says why.</summary>
    public static ImportResult Checked(ImportResult result)
    {
        Assert.Equal(result.Loss.RowsRead, result.Loss.RowsUsed + result.Loss.RowsLeftOut);
        Assert.True(
            result.Plans.Count > 0 || result.HasErrors || result.Loss.RowsLeftOut > 0,
            "nothing came out and nothing was said"
        );
        return result;
    }

    /// <summary>The plan of an import, as its reader sees it: without a single fault.</summary>
    public static Plan Plan(ImportedPlan imported)
    {
        var reading = PlanReader.Read(imported.Files);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Severity != Severity.Note);
        Assert.Equal(imported.Id, reading.Plan.Id);
        Assert.Equal(imported.Name, reading.Plan.Name);
        return reading.Plan;
    }

    public static Plan Plan(ImportResult result) => Plan(Assert.Single(result.Plans));

    public static EquatableList<InventoryRow> Rows(ImportResult result) => Plan(result).Inventories[0].Rows;

    /// <summary>A row in one line: label, category, role, unit and cells; what a fixture's expectation is written in.</summary>
    public static string Line(InventoryRow row) =>
        $"{row.Label} | {row.Category ?? "?"} | {row.Fuel ?? "-"} | {(row.Role == RowRole.StatedTotal ? "total" : "part")} | {Unit(row)} | "
        + string.Join(
            " ",
            row.Series.Cells.Select(c => $"{c.Year}={(c.Cell.ToString() is { Length: > 0 } text ? text : "_")}")
        );

    /// <summary>The unit as a table writes it; the reader joins the plan's own metric to it.</summary>
    public static string Unit(InventoryRow row) => row.Series.Unit.Symbol.Replace("_AR5", "", StringComparison.Ordinal);

    public static string[] Lines(ImportResult result) => [.. Rows(result).Select(Line)];

    public static string[] Ids(ImportResult result) =>
        [.. result.Diagnostics.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)];

    public static string Understood(ImportResult result)
    {
        var catalog = Planning.Messages.MessageCatalog.Load("en", typeof(Importer).Assembly);
        return string.Join('\n', result.Understood.Select(catalog.Render));
    }
}
