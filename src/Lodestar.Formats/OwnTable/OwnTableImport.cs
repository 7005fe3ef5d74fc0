// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.OwnTable;

/// <summary>A plain table of a place's own, as text or as a workbook.</summary>
internal static class OwnTableImport
{
    public static ImportResult ReadText(BoundedStream input, string file, ImportOptions options)
    {
        var faults = new DiagnosticBag();
        var understood = new List<Message>();
        var grid = TextTable.Read(input, file, faults, understood);
        return grid is null
            ? Result(null, new LossCounter(), faults, understood)
            : Read([grid], file, options, faults, understood);
    }

    public static ImportResult ReadWorkbook(Stream bytes, BoundedStream input, string file, ImportOptions options)
    {
        var faults = new DiagnosticBag();
        var sheets = WorkbookTable.Read(bytes, input, file, options.Sheet, faults);
        return sheets.Count == 0
            ? Result(null, new LossCounter(), faults, [])
            : Read(sheets, file, options, faults, []);
    }

    private static ImportResult Read(
        List<TableGrid> grids,
        string file,
        ImportOptions options,
        DiagnosticBag faults,
        List<Message> understood
    )
    {
        foreach (var grid in grids)
        {
            var heard = new List<Message>(understood);
            var found = new DiagnosticBag();
            var loss = new LossCounter();
            if (TableLayout.Read(grid, found, heard, loss) is not { Rows.Count: > 0 } rows)
            {
                continue;
            }

            if (grid.Sheet is { } sheet)
            {
                var others = grids.Where(g => g != grid).Select(g => g.Sheet!).ToArray();
                heard.Add(
                    others.Length == 0
                        ? Message.Of("import.table.sheet", ("sheet", sheet))
                        : Message.Of("import.table.sheet-of-many", ("sheet", sheet), ("others", others))
                );
            }

            var plan = new OwnTablePlan(grid, rows, options, found, heard, loss).Build();
            return Result(plan, loss, found, heard);
        }

        var rowsRead = grids.Sum(g => (long)g.Rows.Count);
        var lost = new LossCounter();
        lost.LeaveOut(Reasons.NoYear, rowsRead, [new Place(file)]);
        faults.Add(rowsRead == 0 ? ImportFaults.Empty(file) : ImportFaults.NoYears(file));
        return Result(null, lost, faults, understood);
    }

    private static ImportResult Result(
        ImportedPlan? plan,
        LossCounter loss,
        DiagnosticBag faults,
        List<Message> understood
    ) =>
        new(plan is null ? EquatableList<ImportedPlan>.Empty : EquatableList.Of(plan), loss.ToReport(), faults.ToList())
        {
            Understood = understood.ToEquatableList(),
        };
}
