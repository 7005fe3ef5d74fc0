// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Data.Tests.Imports;

/// <summary>A small CSV file as rows by heading, to hold imports against.</summary>
internal static class TextTable
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        using var csv = new SeparatedText(new StreamReader(path), ',', 4096);
        csv.Read();
        var heading = csv.Record.ToList();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(heading.Zip(csv.Record).ToDictionary(p => p.First, p => p.Second));
        }

        return rows;
    }
}
