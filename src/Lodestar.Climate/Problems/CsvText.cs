// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Climate.Problems;

/// <summary>Writes cells of comma-separated text.</summary>
internal static class CsvText
{
    /// <summary>In quotes where the text needs them.</summary>
    public static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The shortest text that reads as the same number; blank for "not given".</summary>
    public static string Cell(double value) =>
        double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
