// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Text;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// Our own compact form of a calibration, five tables: <c>set.csv</c> (identity, methods, fingerprints of the others),
/// <c>species.csv</c> (a row a species, blank for "not given"), <c>members.csv</c> (a row a member, a column for what
/// varies; species that share their values share the column), <c>history.csv</c> (a row a year) and <c>natural.csv</c>
/// (the years between which forcing runs straight). Numbers are written with all their digits: writing and reading
/// gives the same calibration to the last bit.
/// </summary>
public static class CalibrationTable
{
    /// <summary>The names of the five tables.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [TableNames.Set, TableNames.Species, TableNames.Members, TableNames.History, TableNames.Natural];

    /// <summary>Reads the five tables.</summary>
    /// <param name="open">Gives a table by its name; null when it is not there.</param>
    /// <returns>The calibration, or what is wrong: nothing that stands in a table is thrown.</returns>
    public static CalibrationReading Read(Func<string, TextReader?> open) => new TableReading(open).Read();

    /// <summary>The five tables as texts, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Write(Calibration calibration) =>
        [
            (TableNames.Set, Set(calibration)),
            (TableNames.Species, Species(calibration)),
            (TableNames.Members, Members(calibration)),
            (TableNames.History, History(calibration.History)),
            (TableNames.Natural, Natural(calibration.Prescribed)),
        ];

    private static string Set(Calibration calibration)
    {
        var identity = calibration.Identity;
        var prints = TablePrints.Of(calibration);
        var text = new StringBuilder("what,value\n");
        foreach (
            var (name, value) in ((string, string)[])
                [
                    ("format", "1"),
                    ("id", identity.Id),
                    ("title", identity.Title),
                    ("publisher", identity.Publisher),
                    ("edition", identity.Edition),
                    ("licence", identity.Licence),
                    ("source", identity.Source),
                    ("methane-lifetime", TableNames.Of(calibration.MethaneLifetime)),
                    ("greenhouse-forcing", TableNames.Of(calibration.GreenhouseForcing)),
                    ("species", prints.Species),
                    ("members", prints.Members),
                    ("history", prints.History),
                    ("natural", prints.Natural),
                ]
        )
        {
            text.Append(name).Append(',').Append(CsvText.Cell(value)).Append('\n');
        }

        return text.ToString();
    }

    private static string Species(Calibration calibration)
    {
        var parameters = Enum.GetValues<Parameter>()
            .Where(p => calibration.Species.Any(s => !double.IsNaN(calibration.Of(s.Name, p).Default)))
            .ToList();
        var text = new StringBuilder("name,kind,input");
        foreach (var parameter in parameters)
        {
            text.Append(',').Append(TableNames.Of(parameter));
        }

        text.Append('\n');
        foreach (var species in calibration.Species)
        {
            text.Append(CsvText.Cell(species.Name))
                .Append(',')
                .Append(TableNames.Of(species.Kind))
                .Append(',')
                .Append(TableNames.Of(species.Input));
            foreach (var parameter in parameters)
            {
                text.Append(',').Append(CsvText.Cell(calibration.Of(species.Name, parameter).Default));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Members(Calibration calibration)
    {
        var columns = Columns(calibration);
        var text = new StringBuilder("member");
        foreach (var name in TableNames.EnergyBalance)
        {
            text.Append(',').Append(name);
        }

        foreach (var (parameter, species, _) in columns)
        {
            text.Append(',').Append(CsvText.Cell($"{TableNames.Of(parameter)}: {string.Join("; ", species)}"));
        }

        text.Append('\n');
        for (var m = 0; m < calibration.Members.Count; m++)
        {
            text.Append(calibration.Members[m]);
            foreach (var value in calibration.EnergyBalance[m].Values())
            {
                text.Append(',').Append(CsvText.Cell(value));
            }

            foreach (var (_, _, values) in columns)
            {
                text.Append(',').Append(CsvText.Cell(values[m]));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What varies between members; species with the same values stand together.</summary>
    private static List<(Parameter Parameter, List<string> Species, double[] Values)> Columns(Calibration calibration)
    {
        var columns = new List<(Parameter Parameter, List<string> Species, double[] Values)>();
        foreach (var parameter in Enum.GetValues<Parameter>())
        {
            foreach (var species in calibration.Species)
            {
                if (calibration.Of(species.Name, parameter).ByMember is not { } values)
                {
                    continue;
                }

                var same = columns.FindIndex(c =>
                    c.Parameter == parameter
                    && MemoryMarshal
                        .Cast<double, long>(c.Values)
                        .SequenceEqual(MemoryMarshal.Cast<double, long>(values))
                );
                if (same >= 0)
                {
                    columns[same].Species.Add(species.Name);
                }
                else
                {
                    columns.Add((parameter, [species.Name], values));
                }
            }
        }

        return columns;
    }

    private static string History(Pathway history) =>
        YearTable.Write(
            Enumerable.Range(history.FirstYear, history.Years),
            history.FirstYear,
            [.. history.Species.Select(s => (s, (IReadOnlyList<double>)history[s].ToArray()))]
        );

    private static string Natural(IReadOnlyDictionary<string, BoundSeries> prescribed)
    {
        var first = prescribed.Values.Min(s => s.FirstYear);
        var last = prescribed.Values.Max(s => s.LastYear);
        var columns = prescribed
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (p.Key, Values: Enumerable.Range(first, last - first + 1).Select(p.Value.At).ToArray()))
            .ToList();
        return YearTable.Write(
            Straight.Corners(first, [.. columns.Select(c => c.Values)]),
            first,
            [.. columns.Select(c => (c.Key, (IReadOnlyList<double>)c.Values))]
        );
    }
}
