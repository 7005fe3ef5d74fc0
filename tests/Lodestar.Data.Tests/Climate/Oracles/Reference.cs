// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate.Oracles;

/// <summary>Which copy of a reference output a test reads.</summary>
public enum Copy
{
    /// <summary>The thinned one of the repository.</summary>
    Thinned,

    /// <summary>The whole one among the publishers' data.</summary>
    Whole,
}

/// <summary>A table of reference outputs, by column name.</summary>
internal sealed class Reference
{
    private readonly CsvRows _rows;
    private readonly Dictionary<string, int> _columns = [];

    private Reference(CsvRows rows)
    {
        _rows = rows;
        for (var c = 0; c < rows[0].Count; c++)
        {
            _columns[rows[0].Text(c)] = c;
        }
    }

    public int Count => _rows.Count - 1;

    /// <param name="folder">Where it lies among the whole ones.</param>
    public static string PathOf(Copy copy, string folder, string name) =>
        copy == Copy.Thinned
            ? Repository.Path($"tests/oracles/climate/{name}")
            : PublisherData.RequireFile($"climate/reference/{folder}/{name}");

    public static Reference Read(Copy copy, string folder, string name)
    {
        var path = PathOf(copy, folder, name);
        List<Problem> problems = [];
        var rows = CsvRows.Of(name, File.ReadAllText(path), problems);
        Assert.Empty(problems);
        return new Reference(rows!);
    }

    /// <summary>The largest tables have more cells than an input may have: one scenario after the other.</summary>
    public static IEnumerable<Reference> ReadByScenario(Copy copy, string folder, string name)
    {
        var lines = File.ReadAllLines(PathOf(copy, folder, name));
        foreach (var scenario in lines.Skip(1).GroupBy(l => l[..l.IndexOf(',', StringComparison.Ordinal)]))
        {
            List<Problem> problems = [];
            var rows = CsvRows.Of(name, string.Join('\n', scenario.Prepend(lines[0])), problems);
            Assert.Empty(problems);
            yield return new Reference(rows!);
        }
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public IEnumerable<string> Columns => _columns.Keys;

    public string Text(int row, string column) => _rows[row + 1].Text(_columns[column]);

    public int Whole(int row, string column) => (int)Number(row, column);

    /// <summary>NaN for a blank cell.</summary>
    public double Number(int row, string column)
    {
        var at = _columns[column];
        if (_rows[row + 1].IsBlank(at))
        {
            return double.NaN;
        }

        Assert.True(_rows[row + 1].TryNumber(at, out var value), $"{column} of row {row} is no number.");
        return value;
    }

    public IEnumerable<int> Rows => Enumerable.Range(0, Count);
}

/// <summary>The largest difference of a comparison and where it lies.</summary>
internal sealed class Worst(double tolerance)
{
    public double Difference { get; private set; }
    public string Where { get; private set; } = "nothing was compared";
    public int Count { get; private set; }

    /// <summary>Compares where the reference has a number.</summary>
    public void Absolute(double expected, double actual, string where)
    {
        if (double.IsNaN(expected))
        {
            return;
        }

        Count++;
        var difference = Math.Abs(expected - actual);
        if (Count == 1 || !(difference <= Difference))
        {
            Difference = difference;
            Where = FormattableString.Invariant($"{where}: {expected} in the reference, {actual} here");
        }
    }

    public void Relative(double expected, double actual, string where) =>
        Absolute(
            double.IsNaN(expected) ? expected : 0,
            expected == 0 ? actual : (actual - expected) / expected,
            FormattableString.Invariant($"{where} (relative; {expected} and {actual})")
        );

    public void Holds() =>
        Assert.True(Count > 0 && Difference <= tolerance, $"{Difference:g3} is above {tolerance:g3}. {Where}");
}
