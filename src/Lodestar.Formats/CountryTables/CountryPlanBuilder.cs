// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.CountryTables;

/// <summary>Makes the plan of a country from the rows of its tables.</summary>
internal sealed class CountryPlanBuilder(
    string file,
    SchemeReading? scheme,
    IReadOnlyList<string> said,
    LossCounter loss,
    DiagnosticBag faults
)
{
    private readonly string _id = PlanIds.Slug(
        $"{scheme?.Scheme.Id ?? "country"} {file[..(file.LastIndexOf('.') is var dot and > 0 ? dot : file.Length)]}"
    );

    /// <summary>Null when nothing of it can be used.</summary>
    public Plan? Build(Country country, IReadOnlyList<CountryRow> rows, IReadOnlyList<CountryMeasure> measures)
    {
        loss.Use(measures.Count);
        var known = Known(rows);
        var counted = known.GroupBy(r => (r.Scenario, r.Unit.Key)).SelectMany(g => Count(g.ToList(), country)).ToList();
        var inventory = InventoryOf([.. counted.Where(c => c.Row.Scenario is null)]);
        var projection = ProjectionOf([.. counted.Where(c => c.Row.Scenario is not null)]);
        if (inventory is null && projection is null && measures.Count == 0)
        {
            return null;
        }

        return CountryPlan.Of(country) with
        {
            Inventories = inventory is null ? EquatableList<InventoryRecord>.Empty : EquatableList.Of(inventory),
            Projections = projection is null ? EquatableList<ProjectionRecord>.Empty : EquatableList.Of(projection),
            Measures = measures.Select(m => m.Measure with { Source = _id }).ToEquatableList(),
            Sources = EquatableList.Of(
                new Source(_id, Title) { Note = "Publisher, edition and licence are those of the table imported." }
            ),
        };
    }

    private string Title => said.FirstOrDefault(t => t.Length > 12) ?? file;

    /// <summary>Rows of categories that the scheme has; sums of all gases give way to the gases themselves.</summary>
    private List<CountryRow> Known(IReadOnlyList<CountryRow> rows)
    {
        var known = new List<CountryRow>();
        var singles = rows.Where(r => !r.Unit.IsAggregate).Select(r => r.Scenario).ToHashSet();
        var masses = rows.Where(r => r.Unit.Unit.Dimension.TryGetGasMass(out _))
            .Select(r => (r.Scenario, r.Unit.Key))
            .ToHashSet();
        var families = rows.Where(r => r.Unit.Key is "HFCs" or "PFCs" or "SF6" or "NF3")
            .Select(r => r.Scenario)
            .ToHashSet();
        foreach (var row in rows)
        {
            var isOwnMass = row.Unit.Unit.Dimension.TryGetGasMass(out _);
            var reason =
                row.Code is not null && !scheme!.Scheme.Has(row.Code) ? CountryReasons.UnknownCode
                : row.Unit.IsAggregate && !row.IsTotal && singles.Contains(row.Scenario) ? CountryReasons.SumOfGases
                : row.Unit.Key == "F-gases" && families.Contains(row.Scenario) ? CountryReasons.SumOfGases
                : !isOwnMass && masses.Contains((row.Scenario, row.Unit.Key)) ? CountryReasons.SumOfGases
                : null;
            if (reason is null)
            {
                known.Add(row);
            }
            else
            {
                loss.LeaveOut(reason, row.Rows, [row.Place]);
            }
        }

        return known;
    }

    private List<(CountryRow Row, string? Category, bool IsPart)> Count(List<CountryRow> rows, Country country)
    {
        var coded = rows.Where(r => r.Code is not null).DistinctBy(r => r.Code).ToList();
        var tree = new CountryTree(coded);
        var counted = new List<(CountryRow, string?, bool)>();
        foreach (var row in coded)
        {
            switch (tree.RoleOf(row))
            {
                // Sums beside their parts would count twice: a projection says of no row that it is one.
                case CountryRole.Total when row.Scenario is not null:
                    loss.LeaveOut(Reasons.Subtotal, row.Rows, [row.Place]);
                    break;
                case CountryRole.Part or CountryRole.Total:
                    counted.Add((row, scheme!.Scheme.Category(row.Code!), tree.RoleOf(row) == CountryRole.Part));
                    loss.Use(row.Rows);
                    break;
                case CountryRole.TooFine:
                    loss.LeaveOut(CountryReasons.TooFine, row.Rows, [row.Place]);
                    break;
                default:
                    loss.LeaveOut(Reasons.Subtotal, row.Rows, [row.Place]);
                    break;
            }
        }

        foreach (var gap in tree.Gaps)
        {
            faults.Add(
                ImportFaults.CountryFinerDiffers(
                    gap.Row.Place,
                    $"{country.Name}: {gap.Row.Code} {gap.Row.Unit.Key}",
                    gap.Year,
                    gap.Printed,
                    gap.Sum
                )
            );
        }

        foreach (var row in rows.Where(r => r.IsMemo))
        {
            var memo = (scheme!.Scheme.Id, row.Subject) switch
            {
                (CountryScheme.Crt, _) => "crt:1.D",
                (_, RowSubject.Bunkers) => "ipcc2006:M.BK",
                _ => "ipcc2006:M.BIO",
            };
            counted.Add((row, memo, true));
            loss.Use(row.Rows);
        }

        AddTotals(rows, counted, country);
        return counted;
    }

    private void AddTotals(
        List<CountryRow> rows,
        List<(CountryRow Row, string? Category, bool IsPart)> counted,
        Country country
    )
    {
        var parts = counted.Where(c => c.IsPart && c.Category is not null).ToList();
        List<CountryRow> Of(params CategoryPart[] kinds) =>
            [.. parts.Where(p => kinds.Contains(Categories.PartOf(p.Category!))).Select(p => p.Row)];
        var isAlone = parts.Count == 0;
        foreach (var total in rows.Where(r => r.IsTotal))
        {
            // A sum of gases has no parts among the rows of one gas; the reader of the plan holds it against all of them.
            var withLand = CountryTree.GapOf(total, Of(CategoryPart.Part, CategoryPart.Land));
            var without = CountryTree.GapOf(total, Of(CategoryPart.Part));
            if (
                !isAlone
                && (
                    total.Subject == RowSubject.TotalWithLand ? withLand
                    : withLand is null ? null
                    : without
                )
                    is { } gap
            )
            {
                faults.Add(
                    ImportFaults.TotalDiffers(
                        total.Place,
                        $"{country.Name}: {total.Name}",
                        gap.Year,
                        gap.Printed,
                        gap.Sum
                    )
                );
            }

            // One total alone, of gases that no category tells apart, is all there is to count.
            var counts = isAlone && total.Subject == RowSubject.Total && !counted.Exists(c => c.Category is null);
            counted.Add((total, counts && !total.Unit.IsAggregate ? null : "total", counts && !total.Unit.IsAggregate));
            loss.Use(total.Rows);
        }
    }

    private InventoryRecord? InventoryOf(List<(CountryRow Row, string? Category, bool IsPart)> counted)
    {
        // Totals of all gases and nothing below them: the first one counts.
        if (counted.Count > 0 && !counted.Exists(c => c.IsPart))
        {
            var at = Math.Max(0, counted.FindIndex(c => c.Row.Subject == RowSubject.Total));
            counted[at] = (counted[at].Row, null, true);
        }

        if (counted.Count == 0)
        {
            return null;
        }

        var ids = new UniqueIds();
        var path = $"inventory/{_id}.csv";
        return new InventoryRecord(_id, path)
        {
            Title = Title,
            Protocol = scheme!.Scheme.Id == CountryScheme.Crt ? "UNFCCC common reporting tables" : "IPCC 2006",
            Scheme = scheme.Scheme.Id,
            Boundary = Boundary.National,
            BoundaryNote = "National territory, as the table states it.",
            Gases = counted
                .Where(c => c.IsPart)
                .Select(c => GasOf(c.Row))
                .OfType<string>()
                .Distinct()
                .ToEquatableList(),
            Source = _id,
            Rows = counted
                .Select(c => new InventoryRow(ids.Take(IdOf(c.Row)), c.Category, SeriesOf(c.Row), new Place(path))
                {
                    Role = c.IsPart ? RowRole.Part : RowRole.StatedTotal,
                    Label = NullIfBlank(c.Row.Name),
                    Gas = c.Row.Unit.Gas,
                })
                .ToEquatableList(),
        };
    }

    private ProjectionRecord? ProjectionOf(List<(CountryRow Row, string? Category, bool IsPart)> counted)
    {
        if (counted.Count == 0)
        {
            return null;
        }

        var ids = new UniqueIds();
        var path = $"projections/{_id}.csv";
        return new ProjectionRecord(_id, path)
        {
            Title = Title,
            Scheme = scheme!.Scheme.Id,
            BoundaryNote = "National territory, as the table states it.",
            Source = _id,
            Rows = counted
                .Select(c => new ProjectionRow(
                    ids.Take($"{c.Row.Scenario} {IdOf(c.Row)}"),
                    c.Row.Scenario!.Value,
                    c.Category ?? "total",
                    SeriesOf(c.Row),
                    new Place(path)
                )
                {
                    Label = NullIfBlank(c.Row.Name),
                    Gas = c.Row.Unit.Gas,
                })
                .ToEquatableList(),
        };
    }

    private YearSeries SeriesOf(CountryRow row) =>
        new(
            row.Unit.Unit,
            row.Cells.Select(c => new YearCell(c.Key, c.Value, new Provenance(_id, Kind: ValueKind.Reported)))
        );

    private static string IdOf(CountryRow row) =>
        $"{row.Code ?? row.Name} {(row.Unit.Key.Length == 0 ? "ghg" : row.Unit.Key)}";

    private static string? GasOf(CountryRow row) => row.Unit.Key.Length == 0 ? null : row.Unit.Key;

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}

/// <summary>Why rows of country tables are left out.</summary>
internal static class CountryReasons
{
    public static Message NoTable { get; } = Message.Of("import.country.left-out.no-table");
    public static Message AboveTable { get; } = Message.Of("import.country.left-out.above");
    public static Message NoCode { get; } = Message.Of("import.country.left-out.no-code");
    public static Message Memo { get; } = Message.Of("import.country.left-out.memo");
    public static Message UnknownCode { get; } = Message.Of("import.country.left-out.code");
    public static Message SumOfGases { get; } = Message.Of("import.country.left-out.sum-of-gases");
    public static Message TooFine { get; } = Message.Of("import.country.left-out.fine");
    public static Message SchemeOpen { get; } = Message.Of("import.country.left-out.scheme");
}
