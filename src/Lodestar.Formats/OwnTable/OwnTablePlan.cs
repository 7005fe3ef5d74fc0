// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.OwnTable;

/// <summary>Makes the plan of a table whose rows have been found.</summary>
internal sealed class OwnTablePlan(
    TableGrid grid,
    TableRows table,
    ImportOptions options,
    DiagnosticBag faults,
    List<Message> understood,
    LossCounter loss
)
{
    /// <summary>What a column of sub-sectors says of a sector that has none.</summary>
    private static readonly HashSet<string> EveryWord = new(StringComparer.OrdinalIgnoreCase)
    {
        "all",
        "alle",
        "alla",
        "tous",
        "toutes",
        "todos",
        "todas",
    };

    private const string SourceId = "own-table";

    /// <summary>The largest national inventories have some hundred rows; a list of ten thousand is something else.</summary>
    private const int MostRows = 10_000;

    private readonly List<(TableRow Row, LabelReading Reading)> _population = [];
    private readonly List<TableSeries> _series = [];
    private readonly List<TableRow> _withoutUnit = [];

    /// <summary>Null when no row could be used; the faults say why.</summary>
    public ImportedPlan? Build()
    {
        if (table.Rows.Count > MostRows)
        {
            faults.Add(ImportFaults.TooManyRows(grid.File, table.Rows.Count, MostRows));
            loss.LeaveOut(
                Reasons.TooMany,
                table.Rows.Sum(r => (long)r.Lines.Count),
                table.Rows.SelectMany(r => r.Lines)
            );
            return null;
        }

        var units = new TableUnits(table, grid.File, options, faults, understood);
        var rows = WithoutGasesOfCO2e(Single(table.Rows), units);
        var format = FormatOf(rows);
        var reader = new CellReader(format, faults);
        foreach (var row in rows)
        {
            Take(row, units, reader, format);
        }

        if (units.AssumedGasUsed)
        {
            faults.Add(ImportFaults.GasAssumed(grid.File));
        }

        if (_withoutUnit.Count > 0)
        {
            faults.Add(ImportFaults.NoUnit(_withoutUnit[0].Place, _withoutUnit.Count));
        }

        if (_series.Count == 0)
        {
            faults.Add(ImportFaults.NothingUsed(grid.File));
            foreach (var (row, _) in _population)
            {
                loss.LeaveOut(Reasons.NotEmissions, row.Lines.Count, row.Lines);
            }

            return null;
        }

        if (units.MetricTonsRead)
        {
            faults.Add(ImportFaults.MetricTons(grid.File));
        }

        if (table.Places.Count > 1)
        {
            faults.Add(ImportFaults.SeveralPlaces(grid.File, table.Places));
        }

        SayUnits();
        TableTotals.FindParents(_series, faults);
        TableTotals.PlaceBareTotals(_series);
        TableTotals.Check(_series, faults);
        var population = Population(reader);
        if (reader.Absent.Count > 0)
        {
            faults.Add(ImportFaults.AbsentWords(grid.File, [.. reader.Absent.Keys], reader.Absent.Values.Sum()));
        }

        return Draft(population).ToPlan();
    }

    // Rows that say the same twice are used once; rows that contradict each other are used not at all.
    private List<TableRow> Single(IReadOnlyList<TableRow> rows)
    {
        var kept = new List<TableRow>();
        foreach (var group in rows.GroupBy(r => r.Key))
        {
            var first = group.First();
            var others = group.Skip(1).ToList();
            if (
                others.All(o =>
                    o.Cells.Select(c => (c.Year, c.Cell)).SequenceEqual(first.Cells.Select(c => (c.Year, c.Cell)))
                )
            )
            {
                kept.Add(first);
                foreach (var other in others)
                {
                    loss.LeaveOut(Reasons.Repeated, other.Lines.Count, other.Lines);
                    faults.Add(ImportFaults.RepeatedRow(other.Place, first.Place.Line, other.Label));
                }

                continue;
            }

            faults.Add(ImportFaults.DisputedRow(others[0].Place, first.Place.Line, first.Label));
            foreach (var row in group)
            {
                loss.LeaveOut(Reasons.Disputed, row.Lines.Count, row.Lines);
            }
        }

        return kept;
    }

    // A row in CO2e beside rows of its gases is their sum: counting all would count twice.
    private List<TableRow> WithoutGasesOfCO2e(List<TableRow> rows, TableUnits units)
    {
        var held = new HashSet<TableRow>(ReferenceEqualityComparer.Instance);
        var groups = rows.GroupBy(r =>
        {
            var section = SectorNames.NamesSector(r.Section) ? r.Section : "";
            return (section, NameMatch.Fold(UnitText.WithoutUnit(r.Label)), r.Reference, r.Fuel, r.Scope);
        });
        foreach (var group in groups)
        {
            var whole = group.Any(r => IsIn(r, "CO2e"));
            foreach (var row in group)
            {
                if (whole && group.Key.Item2.Length > 0 && (IsIn(row, "CO2") || IsIn(row, "CH4") || IsIn(row, "N2O")))
                {
                    loss.LeaveOut(Reasons.GasOfCO2e, row.Lines.Count, row.Lines);
                    LeftOut(row, Reasons.GasOfCO2e);
                    held.Add(row);
                }
            }
        }

        return [.. rows.Where(r => !held.Contains(r))];

        bool IsIn(TableRow row, string gas) => units.Of(row)?.EndsWith(' ' + gas, StringComparison.Ordinal) ?? false;
    }

    private void LeftOut(TableRow row, Message reason) =>
        Understand(
            Message.Of("import.table.row-left-out", ("label", ImportFaults.Short(row.Label)), ("reason", reason))
        );

    // Many rows may share a name; what is taken of it is said once.
    private void Understand(Message message)
    {
        if (!understood.Contains(message))
        {
            understood.Add(message);
        }
    }

    private void SayUnits()
    {
        var all = _series.Select(s => s.Unit).Distinct().ToArray();
        understood.Add(
            all.Length == 1
                ? Message.Of("import.table.unit", ("unit", all[0]))
                : Message.Of("import.table.units", ("units", all))
        );
    }

    private NumberFormat FormatOf(List<TableRow> rows)
    {
        var texts = rows.SelectMany(r => r.Cells)
            .Where(c => c.Cell.Number is null && !c.Cell.IsBlank)
            .Select(c => c.Cell.Text);
        var format = NumberText.Weigh(texts, grid.CommaLikely);
        var mark = Message.Of(format.DecimalMark == ',' ? "import.mark.comma" : "import.mark.point");
        understood.Add(Message.Of("import.table.decimal", ("mark", mark)));
        if (format.Assumed)
        {
            faults.Add(ImportFaults.DecimalMarkAssumed(grid.File, mark));
        }

        return format;
    }

    private void Take(TableRow row, TableUnits units, CellReader reader, NumberFormat format)
    {
        if (row.Label.Length == 0 && row.Reference.Length == 0)
        {
            loss.LeaveOut(Reasons.NoLabel, row.Lines.Count, row.Lines);
            faults.Add(ImportFaults.RowWithoutLabel(row.Place));
            return;
        }

        var reading = SectorNames.Read(row.Label, row.Reference, row.Section, row.Fuel, row.Scope);
        if (WhyNot(row, reading) is { } reason)
        {
            loss.LeaveOut(reason, row.Lines.Count, row.Lines);
            LeftOut(row, reason);
        }
        else if (reading.Kind == LabelKind.Population)
        {
            _population.Add((row, reading));
        }
        else if (units.Of(row) is not { } unit)
        {
            loss.LeaveOut(Reasons.NoUnit, row.Lines.Count, row.Lines);
            _withoutUnit.Add(row);
        }
        else
        {
            loss.Use(row.Lines.Count);
            AddSeries(row, reading, unit, reader, format);
        }
    }

    private static Message? WhyNot(TableRow row, LabelReading reading)
    {
        if (reading.Kind == LabelKind.PerPerson || UnitText.IsPerPerson(row.Unit))
        {
            return Reasons.PerPerson;
        }

        var filled = row.Cells.Where(c => !c.Cell.IsBlank).ToList();
        if (
            reading.Kind == LabelKind.Percentage
            || UnitText.IsPercent(row.Unit)
            || (filled.Count > 0 && filled.All(c => c.Cell.Text.Contains('%', StringComparison.Ordinal)))
        )
        {
            return Reasons.Percentage;
        }

        if (reading.Kind == LabelKind.Population)
        {
            return null;
        }

        return reading.Kind == LabelKind.Other || TableUnits.IsNoEmission(row) ? Reasons.NotEmissions
            : reading is { Kind: LabelKind.Total, Category: "total" } && SectorNames.IsSubtotal(row.Label)
                ? Reasons.Subtotal
            : null;
    }

    private void AddSeries(TableRow row, LabelReading reading, string unit, CellReader reader, NumberFormat format)
    {
        var bare = reading.Kind == LabelKind.Total && !SectorNames.NamesSector(row.Label);
        var label = LabelOf(row, reading, bare);

        var cells = row.Cells.Select(c => new YearCell(
            c.Year,
            reader.Read(c),
            new Provenance(SourceId, Kind: ValueKind.Reported)
        ));
        _series.Add(
            new TableSeries(row.Place, label, unit, cells.ToEquatableList())
            {
                Category = reading.Category,
                Fuel = reading.Fuel,
                IsTotal = reading.Kind == LabelKind.Total,
                IsBareTotal = bare && reading.Category != "total",
                Note = row.Note,
                Guessed = reading.By == MatchedBy.Name && reading.Category != "total",
                Decimals = row
                    .Cells.Where(c => !c.Cell.IsBlank)
                    .Select(c =>
                        NumberText.Decimals(
                            c.Cell.Text,
                            c.Cell.Number is null ? format : new NumberFormat('.', false, 0)
                        )
                    )
                    .DefaultIfEmpty()
                    .Max(),
            }
        );
        if (reading.Category is null)
        {
            faults.Add(ImportFaults.Unmapped(row.Place, label, SectorNames.Nearest(row.Label)));
        }
        else if (reading.Kind == LabelKind.Total)
        {
            Understand(Message.Of("import.table.total", ("label", ImportFaults.Short(label))));
        }
        else if (reading.By == MatchedBy.Name)
        {
            Understand(
                Message.Of(
                    "import.table.mapped",
                    ("label", ImportFaults.Short(label)),
                    ("category", reading.Category),
                    ("name", GpcTable.Name(reading.Category))
                )
            );
        }
    }

    /// <summary>The publisher's own name, with the heading it stands under where it says too little alone.</summary>
    private static string LabelOf(TableRow row, LabelReading reading, bool bare)
    {
        var name = SectorNames.WithoutReference(UnitText.WithoutUnit(row.Label));
        var section = SectorNames.WithoutReference(UnitText.WithoutUnit(row.Section));
        if (name.Length == 0)
        {
            return row.Label.Length > 0 ? row.Label
                : section.Length > 0 && row.Reference.Length > 0 ? $"{section} {row.Reference}"
                : row.Reference;
        }

        if (section.Length == 0 || (bare && !SectorNames.IsSubtotal(row.Label)))
        {
            return name;
        }

        if (SectorNames.IsElsewhere(row.Section, reading))
        {
            return name;
        }

        var understoodAlone =
            reading.By == MatchedBy.Reference
                ? SectorNames.NamesCategory(name, reading.Category)
                : SectorNames.NamesSector(name)
                    || (UnitText.Whole(row.Section) is not null && !SectorNames.NamesSector(section));
        return understoodAlone ? name
            : EveryWord.Contains(name) ? section
            : $"{section}: {name}";
    }

    private EquatableList<YearCell> Population(CellReader reader)
    {
        foreach (var (row, _) in _population.Skip(1))
        {
            loss.LeaveOut(Reasons.SecondPopulation, row.Lines.Count, row.Lines);
        }

        if (_population.Count == 0)
        {
            return EquatableList<YearCell>.Empty;
        }

        var (first, _) = _population[0];
        loss.Use(first.Lines.Count);
        var factor = SectorNames.CountsThousands(first.Label + " " + first.Unit) ? 1000 : 1;
        understood.Add(
            Message.Of("import.table.population", ("label", ImportFaults.Short(first.Label)), ("factor", factor))
        );
        return first
            .Cells.Select(c => new YearCell(
                c.Year,
                Scaled(reader.Read(c), factor),
                new Provenance(SourceId, Kind: ValueKind.Reported)
            ))
            .ToEquatableList();
    }

    private static Cell Scaled(Cell cell, int factor) =>
        cell.TryGetNumber(out var number) && double.IsFinite(number * factor)
            ? Cell.Of(Math.Round(number * factor, 6))
            : cell;

    private PlanDraft Draft(EquatableList<YearCell> population)
    {
        var name =
            options.PlaceName?.Trim() is { Length: > 0 } stated ? stated
            : table.Place.Any(char.IsLetter) ? table.Place
            : PlaceName.Guess(table.Titles, grid.File);
        if (name != options.PlaceName?.Trim())
        {
            understood.Add(Message.Of("import.table.place", ("name", ImportFaults.Short(name))));
        }

        var perGas = _series
            .GroupBy(s => s.Label, StringComparer.Ordinal)
            .Where(g => g.Select(s => s.Unit).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var ids = new UniqueIds();
        var rows = new List<DraftRow>();
        foreach (var series in _series)
        {
            // Rows of one name and several gases tell the gas in their ids.
            var gas = series.Unit[(series.Unit.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            rows.Add(series.ToRow(ids.Take(perGas.Contains(series.Label) ? $"{series.Label} {gas}" : series.Label)));
        }

        var gases = rows.Select(r => r.Unit[(r.Unit.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Distinct().ToList();
        if (gases.Contains("CO2e"))
        {
            understood.Add(Message.Of("import.table.metric", ("set", Units.GwpSet.AR5.Id)));
        }

        var boundary = TableTotals.LeadingBoundary(_series);
        if (boundary == Boundary.BasicPlus)
        {
            understood.Add(Message.Of("import.table.basic-plus"));
        }

        var stem = grid.File.Contains('.', StringComparison.Ordinal)
            ? grid.File[..grid.File.LastIndexOf('.')]
            : grid.File;
        var title = table.Titles.FirstOrDefault() ?? (stem.Length > 0 ? stem : name);
        var inventory = new DraftInventory(PlanIds.Slug(stem), ImportFaults.Short(title), rows.ToEquatableList())
        {
            Boundary = boundary,
            Gases = gases.Contains("CO2e") ? EquatableList<string>.Empty : gases.ToEquatableList(),
        };
        return new PlanDraft(
            PlanIds.Slug(name),
            ImportFaults.Short(name),
            inventory,
            new Source(SourceId, $"Table {ImportFaults.Short(grid.File)}")
        )
        {
            Population = population,
        };
    }
}
