// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// FaIR's species file: a row a species, with its name, type and input mode and a column a parameter, in any order.
/// "nan" and blank cells stand for "not given".
/// </summary>
public sealed class FairSpecies
{
    private FairSpecies(string file, IReadOnlyList<Species> species, Dictionary<(string, Parameter), double> values) =>
        (File, Species, Values) = (file, species, values);

    public string File { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Species> Species { get; }

    /// <summary>Every parameter that is given.</summary>
    public IReadOnlyDictionary<(string Species, Parameter Parameter), double> Values { get; }

    /// <summary>Reads the file; what is wrong goes to <paramref name="problems"/>.</summary>
    /// <param name="reader">Null when there is no such file.</param>
    /// <returns>Null when the table cannot be read at all; rows with errors are left out.</returns>
    public static FairSpecies? Read(string file, TextReader? reader, ICollection<Problem> problems) =>
        CsvRows.Read(file, reader, problems) is { } rows ? Read(rows, problems) : null;

    internal static FairSpecies? Read(CsvRows rows, ICollection<Problem> problems)
    {
        if (Heading.Of(rows[0], problems) is not { } heading)
        {
            return null;
        }

        var species = new List<Species>();
        var values = new Dictionary<(string, Parameter), double>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new HashSet<SpeciesKind>();
        for (var i = 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Count != rows[0].Count)
            {
                problems.Add(row.Whole(Fault.RowRagged, ("expected", rows[0].Count), ("found", row.Count)));
                continue;
            }

            if (One(row, heading, problems) is not { } one)
            {
                continue;
            }

            if (!seen.Add(one.Name) || (!kinds.Add(one.Kind) && !FairNames.CanRepeat(one.Kind)))
            {
                problems.Add(row.At(heading.Name, Fault.SpeciesTwice, ("species", one.Name)));
                continue;
            }

            species.Add(one);
            ReadValues(row, heading, one, values, problems);
        }

        return new FairSpecies(rows.File, species, values);
    }

    private static Species? One(CsvRow row, Heading heading, ICollection<Problem> problems)
    {
        var name = row.Text(heading.Name);
        if (name.Length == 0)
        {
            problems.Add(row.At(heading.Name, Fault.SpeciesUnknown, ("species", "")));
            return null;
        }

        return
            Word(row, heading.Type, FairNames.Kinds, problems) is { } kind
            && Word(row, heading.Input, FairNames.Inputs, problems) is { } input
            ? new Species(name, kind, input)
            : null;
    }

    private static T? Word<T>(CsvRow row, int cell, FrozenDictionary<string, T> words, ICollection<Problem> problems)
        where T : struct
    {
        var text = row.Text(cell);
        if (words.TryGetValue(text, out var found))
        {
            return found;
        }

        problems.Add(row.At(cell, Fault.KindUnknown) with { DidYouMean = Nearest.To(text, words.Keys) });
        return null;
    }

    private static void ReadValues(
        CsvRow row,
        Heading heading,
        Species species,
        Dictionary<(string, Parameter), double> values,
        ICollection<Problem> problems
    )
    {
        var needed = ParameterLimits.Needed(species);
        foreach (var (cell, parameter, name) in heading.Parameters)
        {
            var value = double.NaN;
            if (!row.IsBlank(cell) && !row.TryNumber(cell, out value))
            {
                problems.Add(row.At(cell, Fault.NotANumber, ("species", species.Name), ("parameter", name)));
                continue;
            }

            var fault = double.IsNaN(value)
                ? needed.Contains(parameter) && !IsOfSum(species, parameter)
                    ? Fault.NotFinite
                    : null
                : ParameterLimits.Of(species, parameter, value);
            if (fault is { } wrong)
            {
                problems.Add(row.At(cell, wrong, ("species", species.Name), ("parameter", name)));
            }
            else if (!double.IsNaN(value))
            {
                values[(species.Name, parameter)] = value;
            }
        }
    }

    /// <summary>CO2 takes its emissions from fossil fuels and land use and needs none of its own.</summary>
    private static bool IsOfSum(Species species, Parameter parameter) =>
        species.Kind == SpeciesKind.CarbonDioxide && parameter == Parameter.BaselineEmissions;

    private sealed record Heading(
        int Name,
        int Type,
        int Input,
        IReadOnlyList<(int Cell, Parameter Parameter, string Name)> Parameters
    )
    {
        public static Heading? Of(CsvRow row, ICollection<Problem> problems)
        {
            var (name, type, input) = (-1, -1, -1);
            var parameters = new List<(int Cell, Parameter Parameter, string Name)>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var sound = true;
            for (var cell = 0; cell < row.Count; cell++)
            {
                var text = row.Text(cell);
                if (!seen.Add(text))
                {
                    problems.Add(row.At(cell, Fault.ColumnTwice, ("column", text)));
                    sound = false;
                }
                else if (FairNames.Parameters.TryGetValue(text, out var parameter))
                {
                    parameters.Add((cell, parameter, text));
                }
                else if (text is "name" or "type" or "input_mode")
                {
                    (name, type, input) =
                        text == "name" ? (cell, type, input)
                        : text == "type" ? (name, cell, input)
                        : (name, type, cell);
                }
                else if (!FairNames.SaidByKind.Contains(text))
                {
                    problems.Add(
                        row.At(cell, Fault.ParameterUnknown, ("parameter", text)) with
                        {
                            DidYouMean = Nearest.To(text, FairNames.Parameters.Keys),
                        }
                    );
                }
            }

            foreach (var needed in Missing(row, parameters))
            {
                problems.Add(row.Whole(Fault.ColumnMissing, ("column", needed)));
                sound = false;
            }

            return sound ? new Heading(name, type, input, parameters) : null;
        }

        private static IEnumerable<string> Missing(
            CsvRow row,
            List<(int Cell, Parameter Parameter, string Name)> parameters
        )
        {
            var headings = Enumerable.Range(0, row.Count).Select(c => row.Text(c)).ToHashSet(StringComparer.Ordinal);
            foreach (var column in (string[])["name", "type", "input_mode"])
            {
                if (!headings.Contains(column))
                {
                    yield return column;
                }
            }

            var given = parameters.Select(p => p.Parameter).ToHashSet();
            foreach (var (column, parameter) in FairNames.Parameters.OrderBy(p => p.Value))
            {
                if (ParameterLimits.NeededBySome.Contains(parameter) && !given.Contains(parameter))
                {
                    yield return column;
                }
            }
        }
    }
}
