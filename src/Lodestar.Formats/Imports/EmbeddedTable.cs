// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Imports;

/// <summary>A small CSV table that ships inside the assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows below the heading, each as long as the heading.</summary>
    public static List<string[]> Rows(string name)
    {
        using var stream =
            typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var csv = new SeparatedText(new StreamReader(stream), ',', longestField: 4096);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. csv.Record]);
        }

        return rows[1..];
    }
}
