// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.OwnTable;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.CountryTables;

/// <summary>
/// Cells of national tables: numbers, and the notation keys NO, NE, NA, IE, C and FX, alone or together. Of several keys the
/// one that leaves most open stands for all: NE and FX (a flexibility was used), then C, then IE, then NO and NA.
/// </summary>
internal sealed class CountryCells(NumberFormat format, DiagnosticBag faults)
{
    private static readonly string[] WeakestFirst = ["NE", "FX", "C", "IE", "NO", "NA"];
    private static readonly string[] Nothing = ["-", "–", "—", "..", "...", "…", ":", "n/a", "n.a.", "N/A"];

    /// <summary>Keys met that a plan has no cell for, or several in one cell, with how often.</summary>
    public SortedDictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>True for a text that is keys and nothing else.</summary>
    public static bool IsKeys(string text) => Split(text) is { Length: > 0 } keys && keys.All(WeakestFirst.Contains);

    public Cell Read(GridCell cell, Place place)
    {
        if (cell.Number is { } number)
        {
            return Math.Abs(number) <= Cell.Largest ? Cell.Of(number) : Cell.Missing;
        }

        var text = cell.Text.Trim();
        if (text.Length == 0 || Nothing.Contains(text))
        {
            return Cell.Missing;
        }

        if (IsKeys(text))
        {
            var keys = Split(text);
            if (keys.Length > 1 || keys[0] is "NA" or "FX")
            {
                var met = string.Join(',', keys);
                Keys[met] = Keys.GetValueOrDefault(met) + 1;
            }

            return CellOf(Array.Find(WeakestFirst, keys.Contains)!);
        }

        if (NumberText.TryRead(text, format, out var read) && Math.Abs(read) <= Cell.Largest)
        {
            return Cell.Of(read);
        }

        faults.Add(ImportFaults.NotANumber(place, text));
        return Cell.Missing;
    }

    private static Cell CellOf(string key) =>
        key switch
        {
            "NO" or "NA" => Cell.NotOccurring,
            "IE" => Cell.IncludedElsewhere(),
            "C" => Cell.Confidential,
            _ => Cell.NotEstimated,
        };

    private static string[] Split(string text) =>
        text.Length > 24 ? [] : text.Split([',', '/', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
}
