// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Testing;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Planning;

/// <summary>Small plans to test with, and the tables that stand beside the tests.</summary>
internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static YearSeries Series(string unit, params ReadOnlySpan<(int Year, string Cell)> cells)
    {
        var list = new List<YearCell>();
        foreach (var (year, text) in cells)
        {
            Assert.True(Cell.TryRead(text, out var cell), text);
            list.Add(new YearCell(year, cell));
        }

        return new YearSeries(Unit.Parse(unit), list);
    }

    public static InventoryRow Row(
        string id,
        string? category,
        string unit,
        params ReadOnlySpan<(int Year, string Cell)> cells
    ) => new(id, category, Series(unit, cells), new Place("inventory/a.csv", 2));

    public static InventoryRecord Inventory(params InventoryRow[] rows) =>
        new("a", "inventory/a.csv") { Rows = rows.ToEquatableList() };

    public static Plan Plan(InventoryRecord inventory, params TargetVersion[] versions) =>
        new()
        {
            Id = "testby",
            Name = "Testby",
            Inventories = EquatableList.Of(inventory),
            Targets =
                versions.Length == 0
                    ? EquatableList<Target>.Empty
                    : EquatableList.Of(new Target("t", versions.ToEquatableList())),
            Files = EquatableList.Of("plan.yaml", "inventory/a.csv", "targets.yaml"),
        };

    /// <summary>One row, kt CO2, category I, from a table "year,kt" beside the tests.</summary>
    public static InventoryRecord InventoryFrom(string table)
    {
        var cells = Table(table).Select(r => (int.Parse(r["year"], CultureInfo.InvariantCulture), r["kt"])).ToArray();
        return Inventory(Row("all", "I", "kt CO2", cells));
    }

    public static TargetVersion MadeUpTarget =>
        new("v", TargetKind.FixedLevel, new Place("targets.yaml", 3))
        {
            Stated = new DateOnly(2019, 6, 1),
            Milestones = EquatableList.Of(
                new Milestone("m2030", 2030, new Level.Fixed(Quantity(400, "kt CO2")), new Place("targets.yaml", 7))
            ),
            NetZeroYear = 2045,
            Residual = new Level.Fixed(Quantity(50, "kt CO2")),
        };

    public static TargetVersion GlasgowTarget =>
        new("v", TargetKind.BaseYear, new Place("targets.yaml", 3))
        {
            Stated = new DateOnly(2021, 12, 31),
            BaseYear = 2006,
            Milestones = EquatableList.Of(
                new Milestone("m2020", 2020, new Level.Cut(0.3), new Place("targets.yaml", 7))
            ),
            NetZeroYear = 2030,
            Residual = new Level.Fixed(Quantity(0, "kt CO2")),
        };

    public static Quantity Quantity(double value, string unit) => new(value, Unit.Parse(unit));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name)
    {
        var lines = File.ReadAllLines(Repository.Path($"tests/Lodestar.Domain.Tests/Planning/Tables/{name}"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .ToList();
        var head = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => head.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }
}
