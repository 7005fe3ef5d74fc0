// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.App.Tests.Charts;

/// <summary>Places to draw: one like Glasgow, one with a milestone ahead, one that rises, one with holes in its record.</summary>
internal static class Places
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly Unit Kilotonnes = Unit.Parse("kt CO2");

    /// <summary>Totals 2005 to 2020; net zero in 2030; the 2020 milestone is past.</summary>
    public static Plan Glasgow(params (int Year, double Kilotonnes)[] milestones) =>
        Of("glasgow", "Glasgow", GlasgowRows(), 2030, milestones.Length == 0 ? [(2020, 2706)] : milestones);

    public static Plan WithoutTarget() => Of("glasgow", "Glasgow", GlasgowRows(), null, []);

    public static Plan Rising() =>
        Of(
            "upville",
            "Upville",
            [Row("homes", "I.1", 2005, [.. Enumerable.Range(0, 16).Select(i => Cell.Of(900 + i * 12.5))])],
            2045,
            [(2030, 700)]
        );

    public static Plan WithHoles() =>
        Of(
            "holes",
            "Holes",
            [
                Row("homes", "I.1", 2005, [.. Numbers(500, 490, 480, 470, 460, 450, 440)]),
                Row(
                    "road",
                    "II.1",
                    2005,
                    [
                        Cell.Of(300),
                        Cell.Of(290),
                        Cell.NotEstimated,
                        Cell.Missing,
                        Cell.Of(280),
                        Cell.Of(275),
                        Cell.Of(270),
                    ]
                ),
                Row("air", "II.4", 2005, [.. Enumerable.Repeat(Cell.NotOccurring, 7)]),
            ],
            2040,
            []
        );

    public static Plan Of(
        string id,
        string name,
        InventoryRow[] rows,
        int? netZero,
        (int Year, double Kilotonnes)[] milestones
    )
    {
        var version = new TargetVersion($"{id}-2021", TargetKind.FixedLevel, Place.Folder)
        {
            Stated = new DateOnly(2021, 6, 15),
            NetZeroYear = netZero,
            Milestones = milestones
                .Select(m => new Milestone(
                    $"m{m.Year}",
                    m.Year,
                    new Level.Fixed(new Quantity(m.Kilotonnes, Kilotonnes)),
                    Place.Folder
                ))
                .ToEquatableList(),
        };
        var inventory = new InventoryRecord("la", "inventory/la.csv")
        {
            Publisher = "UK Government",
            Source = "uk-la",
            Rows = rows.ToEquatableList(),
        };
        return new Plan
        {
            Id = id,
            Name = name,
            BaseYear = 2006,
            Inventories = EquatableList.Of(inventory),
            Targets =
                netZero is null && milestones.Length == 0
                    ? EquatableList<Target>.Empty
                    : EquatableList.Of(new Target("net-zero", EquatableList.Of(version))),
            Sources = EquatableList.Of(
                new Source("uk-la", "UK local authority carbon dioxide emissions")
                {
                    Publisher = "UK Government",
                    Edition = "2005 to 2020",
                }
            ),
        };
    }

    public static InventoryRow Row(string id, string? category, int from, Cell[] cells) =>
        new(id, category, new YearSeries(Kilotonnes, cells.Select((c, i) => new YearCell(from + i, c))), Place.Folder);

    public static Cell[] Numbers(params double[] values) => [.. values.Select(Cell.Of)];

    // Shaped like the publisher's figures: the sum falls from 3,874 kt in 2005 to 1,839 kt in 2020.
    private static InventoryRow[] GlasgowRows()
    {
        double[] homes = [1408, 1400, 1355, 1350, 1229, 1306, 1135, 1212, 1172, 993, 961, 885, 830, 815, 782, 771];
        double[] shops = [1180, 1188, 1140, 1126, 985, 1016, 917, 990, 926, 778, 690, 545, 487, 456, 420, 375];
        double[] industry = [338, 330, 322, 309, 262, 271, 239, 238, 229, 208, 187, 158, 147, 141, 135, 128];
        double[] road = [880, 878, 879, 850, 829, 815, 797, 787, 776, 783, 789, 793, 786, 776, 763, 523];
        double[] rail = [40, 42, 40, 41, 40, 39, 38, 39, 38, 37, 36, 36, 34, 31, 30, 22];
        double[] land = [28, 28, 27, 27, 25, 25, 25, 24, 24, 24, 23, 22, 22, 21, 21, 20];
        return
        [
            Row("homes", "I.1", 2005, Numbers(homes)),
            Row("shops", "I.2", 2005, Numbers(shops)),
            Row("industry", "I.3", 2005, Numbers(industry)),
            Row("road", "II.1", 2005, Numbers(road)),
            Row("rail", "II.2", 2005, Numbers(rail)),
            Row("land", "I.5", 2005, Numbers(land)),
        ];
    }
}
