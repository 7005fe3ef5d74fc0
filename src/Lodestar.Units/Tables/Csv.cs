// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>The project's own small tables: comma-separated, quotes doubled, <c>#</c> lines are notes, first row names the columns.</summary>
internal sealed class Csv
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private Csv(List<string[]> records)
    {
        for (var i = 0; i < records[0].Length; i++)
        {
            columns.Add(records[0][i], i);
        }
        Rows = records.Skip(1).Select(cells => new Row(this, cells)).ToArray();
    }

    internal IReadOnlyList<Row> Rows { get; }

    internal static Csv Parse(string text)
    {
        var records = new List<string[]>();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0 && trimmed[0] != '#')
            {
                records.Add(SplitLine(trimmed));
            }
        }
        return new(records);
    }

    private static string[] SplitLine(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        cells.Add(cell.ToString());
        return cells.ToArray();
    }

    internal readonly record struct Row(Csv Table, string[] Cells)
    {
        internal string this[string column] => Cells[Table.columns[column]];

        internal string[] List(string column, char separator = ';') =>
            this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
