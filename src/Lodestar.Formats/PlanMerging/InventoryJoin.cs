// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.RegularExpressions;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanMerging;

/// <summary>Rows to take from an inventory: those of some gases, or all.</summary>
/// <param name="Inventory">Its id.</param>
/// <param name="Gases">"CO2", "F-gases", …; empty takes every row.</param>
public sealed record JoinPart(string Inventory, EquatableList<string> Gases)
{
    /// <summary>Reads "edgar-2024-ghg:CH4+N2O" and "gcb-2022-territorial".</summary>
    public static JoinPart Parse(string text) =>
        text.Split(':', 2) is [var inventory, var gases]
            ? new JoinPart(inventory, gases.Split('+', StringSplitOptions.RemoveEmptyEntries).ToEquatableList())
            : new JoinPart(text, EquatableList<string>.Empty);
}

/// <summary>What the joined inventory is to be called, and what it is made of.</summary>
public sealed record JoinWishes(string Id, string Title, EquatableList<JoinPart> Parts)
{
    public string? BoundaryNote { get; init; }
}

/// <summary>
/// Makes one inventory out of rows of several, where no single publisher counts every gas openly: each row keeps its
/// own source, only years that every part counts are taken, and the parts stay beside it. It becomes the leading one.
/// </summary>
public static partial class InventoryJoin
{
    /// <summary>The files as they were where it cannot be done, with the reason. An id that is taken is refused: nothing is replaced.</summary>
    public static PlanMergeResult Join(PlanFiles files, JoinWishes wishes)
    {
        var plan = PlanReader.Read(files).Plan;
        var faults = new List<Diagnostic>();
        if (plan.Inventories.Any(i => i.Id == wishes.Id))
        {
            return Unchanged(files, [ImportFaults.JoinTaken(wishes.Id)]);
        }

        var rows = new List<InventoryRow>();
        foreach (var part in wishes.Parts)
        {
            var record = plan.Inventories.FirstOrDefault(i => i.Id == part.Inventory);
            // "Transport" without its carbon dioxide must not pass for transport.
            var withoutCO2 = part.Gases.Count > 0 && !part.Gases.Contains("CO2");
            var taken =
                record?.Rows.Where(r => Takes(part, r)).Select(r => Owned(r, record, withoutCO2)).ToList() ?? [];
            if (taken.Count == 0)
            {
                faults.Add(ImportFaults.JoinNothing(part.Inventory, part.Gases, plan.Inventories.Select(i => i.Id)));
            }

            rows.AddRange(taken);
        }

        if (faults.Count > 0)
        {
            return Unchanged(files, faults);
        }

        // Two rows of one gas in one category would count the same tonnes twice.
        if (rows.GroupBy(r => (r.Category, r.GasOf)).FirstOrDefault(g => IsTwice(g)) is { } twice)
        {
            return Unchanged(files, [ImportFaults.JoinTwice(twice.Key.Category ?? "", twice.Key.GasOf ?? "")]);
        }

        var years = CommonYears(rows);
        if (years.Count == 0)
        {
            return Unchanged(files, [ImportFaults.JoinNoYear(wishes.Parts.Select(p => p.Inventory))]);
        }

        var made = Made(plan, wishes, rows, years);
        return Written(files, plan, made);
    }

    private static bool IsTwice(IEnumerable<InventoryRow> rows) =>
        rows.Select(r => r.Id).Distinct().Count() < rows.Count()
        || rows.Select(r => r.Series.Cells.Select(c => c.Provenance.Source).FirstOrDefault()).Distinct().Count() > 1;

    private static bool Takes(JoinPart part, InventoryRow row) =>
        row.Role == RowRole.Part && (part.Gases.Count == 0 || (row.GasOf is { } gas && part.Gases.Contains(gas)));

    /// <summary>The row with the ids of its inventory, so that two parts' rows never share one, and with its source on each cell.</summary>
    private static InventoryRow Owned(InventoryRow row, InventoryRecord record, bool withoutCO2) =>
        row with
        {
            Id = $"{record.Id}-{row.Id}",
            Category = withoutCO2
                ? row.Category?.Replace("edgar:", "edgar-other:", StringComparison.Ordinal)
                : row.Category,
            Series = new YearSeries(
                row.Series.Unit,
                row.Series.Cells.Select(c =>
                    c with
                    {
                        Provenance = c.Provenance.Or(new Provenance(record.Source, Kind: ValueKind.Reported)),
                    }
                )
            ),
        };

    private static HashSet<int> CommonYears(List<InventoryRow> rows)
    {
        var years = rows[0].Series.NumberYears.ToHashSet();
        foreach (var row in rows.Skip(1))
        {
            years.IntersectWith(row.Series.Cells.Where(c => !c.Cell.IsGap).Select(c => c.Year));
        }

        return years;
    }

    private static InventoryRecord Made(Plan plan, JoinWishes wishes, List<InventoryRow> rows, HashSet<int> years)
    {
        var parts = wishes.Parts.Select(p => plan.Inventories.First(i => i.Id == p.Inventory)).ToList();
        var gases = rows.Select(r => r.GasOf).OfType<string>().Distinct().ToEquatableList();
        return new InventoryRecord(wishes.Id, $"inventory/{wishes.Id}.csv")
        {
            Title = wishes.Title,
            Publisher = string.Join("; ", parts.Select(p => p.Publisher).OfType<string>().Distinct()),
            Protocol = string.Join("; ", parts.Select(p => p.Protocol).OfType<string>().Distinct()),
            Boundary = parts[0].Boundary,
            BoundaryNote = wishes.BoundaryNote,
            Gases = gases,
            Source = parts[0].Source,
            Rows = rows.Select(r =>
                    r with
                    {
                        Series = new YearSeries(r.Series.Unit, r.Series.Cells.Where(c => years.Contains(c.Year))),
                    }
                )
                .ToEquatableList(),
        };
    }

    private static PlanMergeResult Written(PlanFiles files, Plan plan, InventoryRecord made)
    {
        var after = files.With(made.File, Encoding.UTF8.GetBytes(PlanText.InventoryCsv(made)));
        var change = Message.Of("import.merge.joined", ("inventory", made.Title!), ("file", made.File));
        files.TryGet(PlanNames.Plan, out var bytes);
        var text = Encoding.UTF8.GetString(bytes.Span);
        var heading = Heading().Match(text);
        if (!heading.Success)
        {
            return Unchanged(files, [ImportFaults.JoinNoPlace()]);
        }

        var at = heading.Index + heading.Length;
        var edited = text.Insert(at, PlanText.InventoryItem(made));
        after = after.With(PlanNames.Plan, Encoding.UTF8.GetBytes(edited));
        var read = PlanReader.Read(after).Plan;
        var kept =
            read.Inventories is [var first, ..]
            && first.Id == made.Id
            && read.Inventories.Skip(1).Select(i => i.Id).SequenceEqual(plan.Inventories.Select(i => i.Id));
        return kept
            ? new PlanMergeResult(after, EquatableList.Of(change), EquatableList<Diagnostic>.Empty)
            : Unchanged(files, [ImportFaults.JoinNoPlace()]);
    }

    private static PlanMergeResult Unchanged(PlanFiles files, IEnumerable<Diagnostic> faults) =>
        new(files, EquatableList<Message>.Empty, faults.ToEquatableList());

    [GeneratedRegex(@"^inventories:[ \t]*(#[^\n]*)?\r?\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
