// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lodestar.Web.Texts;

/// <summary>Tables as files: a head, then a row a thing, blank where nothing is stated; numbers as machines read them.</summary>
internal static class CsvLines
{
    public static string Write(IEnumerable<string> head, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', head).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>As a download.</summary>
    public static FileContentHttpResult File(string name, IEnumerable<string> head, IEnumerable<object?[]> rows) =>
        TypedResults.File(Encoding.UTF8.GetBytes(Write(head, rows)), "text/csv; charset=utf-8", name);

    private static string Cell(object? value)
    {
        var text = value is DateOnly day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A cell of a spreadsheet that begins so would be worked out as a formula; a number may have its sign.
        if (value is string && text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
