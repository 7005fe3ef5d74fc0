// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>One reading of the compact table.</summary>
internal sealed class TableReading(Func<string, TextReader?> open)
{
    private readonly ProblemList _problems = [];

    /// <summary>True for tables that a test has held against their fingerprints, which then need not be taken again.</summary>
    public bool IsTrusted { get; init; }

    private readonly Dictionary<(string Species, Parameter Parameter), ParameterValues> _values = [];

    public CalibrationReading Read()
    {
        var set = Rows(TableNames.Set) is { } about ? Words(about) : null;
        var species = Rows(TableNames.Species) is { } table ? Species(table) : [];
        var known = species.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var (ids, energyBalance) =
            Rows(TableNames.Members) is { } members && !_problems.HasErrors ? Members(members, known) : ([], []);
        var history = Years(TableNames.History);
        var natural = Years(TableNames.Natural);
        Check(known, history, natural);
        if (_problems.HasErrors || set is null || history is null || natural is null)
        {
            return new CalibrationReading(null, _problems);
        }

        string Said(string what) => set[what].Text(1);
        var calibration = new Calibration(
            new(Said("id"), Said("title"), Said("publisher"), Said("edition"), Said("licence"), Said("source")),
            species,
            ids,
            energyBalance,
            _values,
            new Pathway("history", history.Years[0], history.Columns.ToDictionary(c => c.Name, c => c.Values)),
            natural
                .EveryYear()
                .ToDictionary(n => n.Key, n => new BoundSeries(natural.Years[0], n.Value), StringComparer.Ordinal)
        )
        {
            MethaneLifetime = Word(set["methane-lifetime"], 1, TableNames.Lifetimes) ?? default,
            GreenhouseForcing = Word(set["greenhouse-forcing"], 1, TableNames.Forcings) ?? default,
        };
        if (!IsTrusted)
        {
            CheckPrints(TablePrints.Of(calibration), set);
        }

        return new CalibrationReading(_problems.HasErrors ? null : calibration, _problems);
    }

    private CsvRows? Rows(string name)
    {
        using var reader = open(name);
        return CsvRows.Read(name, reader, _problems);
    }

    private Dictionary<string, CsvRow> Words(CsvRows rows)
    {
        var words = new Dictionary<string, CsvRow>(StringComparer.Ordinal);
        for (var i = 1; i < rows.Count; i++)
        {
            words[rows[i].Text(0)] = rows[i];
        }

        foreach (
            var needed in (string[])
                [
                    "id",
                    "title",
                    "publisher",
                    "edition",
                    "licence",
                    "source",
                    "methane-lifetime",
                    "greenhouse-forcing",
                    "species",
                    "members",
                    "history",
                    "natural",
                ]
        )
        {
            if (!words.ContainsKey(needed))
            {
                _problems.Add(rows[0].Whole(Fault.ColumnMissing, ("column", needed)));
            }
        }

        return words;
    }

    private List<Species> Species(CsvRows rows)
    {
        var heading = rows[0];
        var species = new List<Species>();
        var parameters = new List<(int Cell, Parameter Parameter)>();
        for (var cell = 0; cell < heading.Count; cell++)
        {
            var text = heading.Text(cell);
            if (cell < 3 ? text != SpeciesHeading[cell] : !TableNames.Parameters.ContainsKey(text))
            {
                _problems.Add(
                    cell < 3
                        ? heading.Whole(Fault.ColumnMissing, ("column", SpeciesHeading[cell]))
                        : heading.At(cell, Fault.ParameterUnknown, ("parameter", text))
                );
                return species;
            }

            if (cell >= 3)
            {
                parameters.Add((cell, TableNames.Parameters[text]));
            }
        }

        for (var i = 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Count != heading.Count)
            {
                _problems.Add(row.Whole(Fault.RowRagged, ("expected", heading.Count), ("found", row.Count)));
            }
            else if (
                Word(row, 1, TableNames.Kinds) is { } kind
                && Word(row, 2, TableNames.Inputs) is { } input
                && Add(species, new Species(row.Text(0), kind, input), row) is { } added
            )
            {
                Values(row, added, parameters);
            }
        }

        return species;
    }

    private static readonly string[] SpeciesHeading = ["name", "kind", "input"];

    private Species? Add(List<Species> species, Species one, CsvRow row)
    {
        if (species.Exists(s => s.Name == one.Name))
        {
            _problems.Add(row.At(0, Fault.SpeciesTwice, ("species", one.Name)));
            return null;
        }

        species.Add(one);
        return one;
    }

    private void Values(CsvRow row, Species species, List<(int Cell, Parameter Parameter)> parameters)
    {
        foreach (var (cell, parameter) in parameters)
        {
            if (row.IsBlank(cell))
            {
                continue;
            }

            var fault = row.TryNumber(cell, out var value)
                ? double.IsNaN(value)
                    ? Fault.NotFinite
                    : ParameterLimits.Of(species, parameter, value)
                : Fault.NotANumber;
            if (fault is { } wrong)
            {
                _problems.Add(row.At(cell, wrong, ("species", species.Name), ("parameter", TableNames.Of(parameter))));
            }
            else
            {
                _values[(species.Name, parameter)] = new ParameterValues(value);
            }
        }
    }

    private T? Word<T>(CsvRow row, int cell, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(row.Text(cell), out var found))
        {
            return found;
        }

        _problems.Add(row.At(cell, Fault.KindUnknown) with { DidYouMean = Nearest.To(row.Text(cell), words.Keys) });
        return null;
    }

    private (int[] Ids, EnergyBalanceParameters[] EnergyBalance) Members(
        CsvRows rows,
        Dictionary<string, Species> known
    )
    {
        var heading = rows[0];
        var layers = TableNames.EnergyBalance.Count;
        for (var i = 0; i < layers; i++)
        {
            if (heading.Text(i + 1) != TableNames.EnergyBalance[i])
            {
                _problems.Add(heading.Whole(Fault.ColumnMissing, ("column", TableNames.EnergyBalance[i])));
                return ([], []);
            }
        }

        var ids = MemberColumns.Numbers(rows, _problems);
        if (ids.Length == 0)
        {
            _problems.Add(new Problem(Fault.FileEmpty, rows.File));
            return ([], []);
        }

        var whole = MemberColumns.Whole(rows, _problems);
        var energyBalance = new double[layers][];
        for (var i = 0; i < layers; i++)
        {
            var place = i;
            energyBalance[i] = MemberColumns.Of(
                rows,
                i + 1,
                ids.Length,
                whole,
                v => ParameterLimits.OfEnergyBalance(place, v),
                _problems
            );
        }

        for (var cell = layers + 1; cell < heading.Count; cell++)
        {
            Column(rows, cell, ids.Length, whole, known);
        }

        return (
            ids,
            [.. Enumerable.Range(0, ids.Length).Select(m => EnergyBalanceValues.From(c => energyBalance[c][m]))]
        );
    }

    /// <summary>"forcing-scale: CFC-11; CFC-12" is one column for two species.</summary>
    private void Column(CsvRows rows, int cell, int members, bool[] whole, Dictionary<string, Species> known)
    {
        var text = rows[0].Text(cell);
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || !TableNames.Parameters.TryGetValue(text[..colon], out var parameter))
        {
            _problems.Add(rows[0].At(cell, Fault.ParameterUnknown, ("parameter", text)));
            return;
        }

        double[]? column = null;
        foreach (var name in text[(colon + 2)..].Split("; "))
        {
            if (!known.TryGetValue(name, out var species))
            {
                _problems.Add(rows[0].At(cell, Fault.SpeciesUnknown, ("species", name)));
                return;
            }

            column ??= MemberColumns.Of(
                rows,
                cell,
                members,
                whole,
                v => double.IsNaN(v) ? Fault.NotFinite : ParameterLimits.Of(species, parameter, v),
                _problems
            );
            var shared = _values.GetValueOrDefault((name, parameter), new(double.NaN)).Default;
            _values[(name, parameter)] = new ParameterValues(shared, column);
        }
    }

    private YearTable? Years(string name) => Rows(name) is { } rows ? YearTable.Read(rows, _problems) : null;

    private void Check(Dictionary<string, Species> known, YearTable? history, YearTable? natural)
    {
        if (_problems.HasErrors || history is null || natural is null)
        {
            return;
        }

        for (var i = 1; i < history.Years.Count; i++)
        {
            if (history.Years[i] != history.Years[i - 1] + 1)
            {
                _problems.Add(
                    new Problem(Fault.YearMissing, TableNames.History)
                    {
                        Values = new Dictionary<string, object> { ["year"] = history.Years[i - 1] + 1 },
                    }
                );
                return;
            }
        }

        Same(known.Values.Where(s => s.IsEmitted), history, TableNames.History);
        Same(known.Values.Where(s => s.Input == SpeciesInput.Forcing), natural, TableNames.Natural);
        if (natural.Years[0] > history.Years[0] || natural.Years[^1] <= history.Years[^1])
        {
            _problems.Add(
                new Problem(Fault.ForcingTooShort, TableNames.Natural)
                {
                    Values = new Dictionary<string, object>
                    {
                        ["species"] = string.Join(", ", natural.Columns.Select(c => c.Name)),
                        ["first"] = history.Years[0],
                        ["last"] = history.Years[^1] + 1,
                    },
                }
            );
        }
    }

    private void Same(IEnumerable<Species> species, YearTable table, string file)
    {
        var names = species.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !table.Columns.Any(c => c.Name == n)))
        {
            _problems.Add(
                new Problem(Fault.SpeciesMissing, file)
                {
                    Values = new Dictionary<string, object> { ["species"] = name },
                }
            );
        }

        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (!names.Contains(table.Columns[c].Name))
            {
                _problems.Add(table.Heading.At(c + 1, Fault.SpeciesUnknown, ("species", table.Columns[c].Name)));
            }
        }
    }

    private void CheckPrints(TablePrints prints, Dictionary<string, CsvRow> set)
    {
        foreach (
            var (part, file, print) in ((string, string, string)[])
                [
                    ("species", TableNames.Species, prints.Species),
                    ("members", TableNames.Members, prints.Members),
                    ("history", TableNames.History, prints.History),
                    ("forcing", TableNames.Natural, prints.Natural),
                ]
        )
        {
            var said = set[part == "forcing" ? "natural" : part].Text(1);
            if (said != print)
            {
                _problems.Add(
                    new Problem(Fault.MixedSet, file)
                    {
                        Values = new Dictionary<string, object>
                        {
                            ["part"] = "table",
                            ["found"] = print,
                            ["other"] = TableNames.Set,
                            ["expected"] = said,
                        },
                    }
                );
            }
        }
    }
}
