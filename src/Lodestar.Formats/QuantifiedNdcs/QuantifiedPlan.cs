// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.QuantifiedNdcs;

/// <summary>A column of figures: a year of history, or one end of the range of a target year.</summary>
internal sealed record QuantifiedColumn(string Name, int Year, bool? Upper)
{
    public static IReadOnlyList<QuantifiedColumn> All { get; } =
    [
        new("1990", 1990, null),
        new("2010", 2010, null),
        new("2019", 2019, null),
        new("2025 upper", 2025, true),
        new("2025 lower", 2025, false),
        new("2030 upper", 2030, true),
        new("2030 lower", 2030, false),
    ];

    public static QuantifiedColumn? Find(string heading) =>
        All.FirstOrDefault(c => c.Name.Equals(heading, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One country's row.</summary>
internal sealed record QuantifiedNdc(
    Country Country,
    string Name,
    IReadOnlyDictionary<QuantifiedColumn, double> Values,
    Place Place
);

/// <summary>The plan of one row: three points of history, and the levels of 2025 and 2030.</summary>
internal static class QuantifiedPlan
{
    private const string SourceId = "ndc-quantified-2021";
    private const string InventoryId = "ndc-quantified-history";
    private const string Publisher = "Climate Resource; University of Melbourne (M. Meinshausen et al.)";

    private const string Condition =
        "The lower end of the quantified range: what depends on conditions, or the more ambitious end of a range that the "
        + "contribution itself states. The table does not tell the two apart.";

    private const string Boundary =
        "All greenhouse gases without land use, land-use change and forestry, and without international aviation and "
        + "shipping, as quantified for 1990, 2010 and 2019.";

    private static readonly Unit Megatonnes = Unit.Parse("Mt CO2e_AR6");

    public static Plan Of(QuantifiedNdc row, DateOnly? asOf, DiagnosticBag faults)
    {
        var plan = CountryPlan.Of(row.Country);
        return plan with
        {
            GwpSet = GwpSet.AR6,
            Inventories = History(row, asOf) is { } history
                ? EquatableList.Of(history)
                : EquatableList<InventoryRecord>.Empty,
            Targets = TargetOf(row, asOf, faults) is { } target
                ? EquatableList.Of(target)
                : EquatableList<Target>.Empty,
            Sources = EquatableList.Of(
                new Source(SourceId, "Quantified nationally determined contributions, table S1")
                {
                    Publisher = Publisher,
                    Edition = asOf is { } date
                        ? string.Create(CultureInfo.InvariantCulture, $"NDCs as of {date:d MMMM yyyy}")
                        : null,
                    Published = asOf,
                    Licence = "Apache-2.0",
                    Note =
                        $"Row {row.Name}. Mt CO2e by the metrics of AR6, without land use. The upper level is taken as "
                        + "unconditional, the lower one as conditional or more ambitious.",
                }
            ),
        };
    }

    private static InventoryRecord? History(QuantifiedNdc row, DateOnly? asOf)
    {
        var cells = row
            .Values.Where(v => v.Key.Upper is null)
            .Select(v => new YearCell(
                v.Key.Year,
                Cell.Of(v.Value),
                new Provenance(SourceId, Kind: ValueKind.Estimated)
            ))
            .ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var file = $"inventory/{InventoryId}.csv";
        return new InventoryRecord(InventoryId, file)
        {
            Title = "Greenhouse gases without land use, as quantified with the contributions",
            Publisher = Publisher,
            Boundary = Planning.Inventory.Boundary.National,
            BoundaryNote = Boundary,
            Gases = EquatableList.Of("CO2e"),
            Published = asOf,
            Source = SourceId,
            Rows = EquatableList.Of(
                new InventoryRow("ghg", null, new YearSeries(Megatonnes, cells), new Place(file))
                {
                    Label = "Greenhouse gases without land use",
                }
            ),
        };
    }

    private static Target? TargetOf(QuantifiedNdc row, DateOnly? asOf, DiagnosticBag faults)
    {
        var milestones = row
            .Values.Keys.Where(c => c.Upper is true)
            .Select(c => MilestoneOf(row, c, faults))
            .OrderBy(m => m.Year)
            .ToEquatableList();
        if (milestones.Count == 0)
        {
            return null;
        }

        var version = new TargetVersion(
            asOf is { } date ? string.Create(CultureInfo.InvariantCulture, $"ndc-{date:yyyy-MM-dd}") : "ndc-quantified",
            TargetKind.FixedLevel,
            row.Place
        )
        {
            Title = "Nationally determined contribution as quantified",
            Stated = asOf,
            Inventory = row.Values.Keys.Any(c => c.Upper is null) ? InventoryId : null,
            Scope = new TargetScope
            {
                Gases = EquatableList.Of("CO2e"),
                InternationalTransport = Stated.No,
                InternationalAviation = Stated.No,
                InternationalShipping = Stated.No,
            },
            Milestones = milestones,
            Source = SourceId,
        };
        return new Target("ndc-2030", EquatableList.Of(version)) { Title = "Nationally determined contribution" };
    }

    private static Milestone MilestoneOf(QuantifiedNdc row, QuantifiedColumn upper, DiagnosticBag faults)
    {
        var level = row.Values[upper];
        var lower = row
            .Values.Where(v => v.Key.Upper is false && v.Key.Year == upper.Year)
            .Select(v => (double?)v.Value)
            .FirstOrDefault();
        if (lower > level)
        {
            faults.Add(ImportFaults.QndcReversed(row.Place, row.Name, upper.Year, level, lower.Value));
            lower = null;
        }

        var deeper = lower < level ? new Level.Fixed(new Quantity(lower.Value, Megatonnes)) : null;
        return new Milestone(
            string.Create(CultureInfo.InvariantCulture, $"m{upper.Year}"),
            upper.Year,
            new Level.Fixed(new Quantity(level, Megatonnes)),
            row.Place
        )
        {
            Source = SourceId,
            Conditional = deeper,
            Condition = deeper is null ? null : Condition,
        };
    }
}
