// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder.Reading;

namespace Lodestar.Formats.PlanFolder.Tables;

/// <summary>Which column holds what: the known names, and the years of a wide table.</summary>
internal sealed partial class SeriesColumns
{
    public const string Id = "id";
    public const string Unit = "unit";
    public const string Year = "year";
    public const string Value = "value";

    /// <summary>The columns of a wide table before its years, in the order they are written.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        Id,
        "category",
        "label",
        "fuel",
        "gas",
        "scenario",
        "role",
        Unit,
        "source",
        "quality",
        "uncertainty",
        "kind",
        "note",
    ];

    private readonly Dictionary<string, int> _named = new(StringComparer.OrdinalIgnoreCase);

    public SortedDictionary<int, int> Years { get; } = [];

    public bool IsLong { get; private set; }

    /// <summary>How many columns the header names.</summary>
    public int Count { get; private init; }

    public int? this[string name] => _named.TryGetValue(name, out var column) ? column : null;

    /// <summary>Null when the columns without which nothing can be read are missing; the reasons are reported.</summary>
    public static SeriesColumns? Read(CsvTable table, FaultLog log)
    {
        var header = table.Records[0];
        var columns = new SeriesColumns { Count = header.Fields.Count };
        for (var i = 0; i < header.Fields.Count; i++)
        {
            columns.Take(table, header, i, log);
        }

        return columns.IsComplete(table, header, log) ? columns : null;
    }

    private void Take(CsvTable table, CsvRecord header, int i, FaultLog log)
    {
        var name = header.Fields[i].Text.Trim();
        var place = table.PlaceOf(header, i);
        if (name.Length > 0 && name.All(char.IsAsciiDigit))
        {
            if (!PlanNumbers.TryReadYear(name, out var year))
            {
                log.Add(Faults.BadYear, place, name, values: MapReader.YearBounds);
            }
            else if (!Years.TryAdd(year, i))
            {
                log.Add(Faults.YearColumnTwice, place, name);
            }
        }
        else if (Known(name))
        {
            if (!_named.TryAdd(name, i))
            {
                log.Add(Faults.ColumnTwice, place, name);
            }
        }
        else if (YearInside().Match(name) is { Success: true } match)
        {
            log.Add(Faults.YearAsText, place, name, [match.Value]);
        }
        else if (name.Length > 0)
        {
            log.Add(Faults.UnknownColumn, place, name, DidYouMean.Find(name, [.. Names, Year, Value]));
        }
    }

    private static bool Known(string name) =>
        Names.Append(Year).Append(Value).Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool IsComplete(CsvTable table, CsvRecord header, FaultLog log)
    {
        var place = table.PlaceOf(header);
        var complete = true;
        foreach (var name in new[] { Id, Unit }.Where(n => this[n] is null))
        {
            Missing(name);
        }

        IsLong = Years.Count == 0 && (this[Year] is not null || this[Value] is not null);
        if (Years.Count > 0 && (this[Year] ?? this[Value]) is { } extra)
        {
            log.Add(Faults.WideAndLong, table.PlaceOf(header, extra), header.Fields[extra].Text);
        }
        else if (IsLong)
        {
            foreach (var name in new[] { Year, Value }.Where(n => this[n] is null))
            {
                Missing(name);
            }
        }
        else if (Years.Count == 0)
        {
            Missing(Year);
        }

        return complete;

        void Missing(string name)
        {
            var similar = header.Fields.Select(f => f.Text).Where(t => !Known(t));
            log.Add(
                Faults.MissingColumn,
                place,
                didYouMean: DidYouMean.Find(name, similar),
                values: [("column", name)]
            );
            complete = false;
        }
    }

    [GeneratedRegex(@"(?<!\d)(1[89]|20|21)\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInside();
}
