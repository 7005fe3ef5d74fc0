// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning;

/// <summary>Reads the project's own small tables: comma-separated, one header line, quotes around fields with commas.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string resource)
    {
        using var stream =
            typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Lodestar.Planning.{resource}")
            ?? throw new InvalidOperationException($"The table {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var head = Split(reader.ReadLine() ?? "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var fields = Split(line);
            if (fields.Count != head.Count)
            {
                throw new InvalidOperationException(
                    $"{resource}: '{line}' has {fields.Count} fields, not {head.Count}."
                );
            }

            yield return head.Zip(fields).ToDictionary(p => p.First, p => p.Second);
        }
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
