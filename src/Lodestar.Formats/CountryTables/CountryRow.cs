// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.CountryTables;

/// <summary>One series of a table: an area, a category or total, a gas, and for projections the scenario.</summary>
internal sealed record CountryRow(
    string Area,
    string? Code,
    string Name,
    RowSubject Subject,
    CountryUnit Unit,
    ProjectionScenario? Scenario,
    Place Place
)
{
    public SortedDictionary<int, Cell> Cells { get; } = [];

    /// <summary>Rows of the file that went into it.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Half of the last digit printed: how far rounding may carry one of its numbers.</summary>
    public double HalfUnit { get; set; }

    public bool IsTotal => Subject is RowSubject.Total or RowSubject.TotalWithLand;

    public bool IsMemo => Subject is RowSubject.Bunkers or RowSubject.Biomass;

    public double? Number(int year) => Cells.TryGetValue(year, out var cell) && cell.TryGetNumber(out var n) ? n : null;

    public IEnumerable<int> NumberYears => Cells.Where(c => c.Value.IsNumber).Select(c => c.Key);
}

/// <summary>What becomes of a row.</summary>
internal enum CountryRole
{
    Part,
    Total,
    TooFine,
    NoFigures,
}

/// <summary>A sum whose parts do not come to it.</summary>
internal sealed record CountryGap(CountryRow Row, int Year, double Printed, double Sum);

/// <summary>
/// Decides which rows of one gas and scenario are counted: a category goes into those below it where they make it up in
/// every year within the rounding of what is printed, else it is itself the part.
/// </summary>
internal sealed class CountryTree
{
    private const double Noise = 1e-6;

    private readonly Dictionary<string, CountryRow> _rows;
    private readonly Dictionary<string, List<CountryRow>> _below = new(StringComparer.Ordinal);
    private readonly Dictionary<CountryRow, CountryRole> _roles = new(ReferenceEqualityComparer.Instance);

    /// <param name="rows">Rows with codes, each code once.</param>
    public CountryTree(IReadOnlyCollection<CountryRow> rows)
    {
        _rows = rows.ToDictionary(r => r.Code!);
        var tops = new List<CountryRow>();
        foreach (var row in rows)
        {
            _roles[row] = CountryRole.TooFine;
            if (Above(row.Code!) is { } above)
            {
                (_below.TryGetValue(above, out var list) ? list : _below[above] = []).Add(row);
            }
            else
            {
                tops.Add(row);
            }
        }

        foreach (var top in tops)
        {
            Expand(top);
        }
    }

    public List<CountryGap> Gaps { get; } = [];

    public CountryRole RoleOf(CountryRow row) => _roles[row];

    /// <summary>The first year in which parts do not come to a printed sum; null when they do in all.</summary>
    public static CountryGap? GapOf(CountryRow whole, IReadOnlyCollection<CountryRow> parts)
    {
        foreach (var year in whole.NumberYears)
        {
            var printed = whole.Number(year)!.Value;
            var numbers = parts.Select(p => (Row: p, Number: p.Number(year))).Where(p => p.Number is not null).ToList();
            var sum = numbers.Sum(n => n.Number!.Value);
            var slack =
                whole.HalfUnit
                + numbers.Sum(n => n.Row.HalfUnit)
                + Noise * numbers.Select(n => Math.Abs(n.Number!.Value)).Append(Math.Abs(printed)).Max();
            if (numbers.Count == 0 ? printed != 0 : Math.Abs(printed - sum) > slack)
            {
                return new CountryGap(whole, year, printed, sum);
            }
        }

        return null;
    }

    private void Expand(CountryRow row)
    {
        var below = _below.GetValueOrDefault(row.Code!, []);
        if (below.Count == 0)
        {
            _roles[row] = CountryRole.Part;
            return;
        }

        var gap = GapOf(row, below);
        if (gap is not null)
        {
            _roles[row] = CountryRole.Part;
            Gaps.Add(gap);
            return;
        }

        _roles[row] = row.NumberYears.Any() ? CountryRole.Total : CountryRole.NoFigures;
        foreach (var child in below)
        {
            Expand(child);
        }
    }

    /// <summary>The nearest code above that has a row; agriculture and land of IPCC 2006 are the halves of its sector 3.</summary>
    private string? Above(string code)
    {
        if (code is "M.AG" or "M.LULUCF")
        {
            return _rows.ContainsKey("3") && !_rows.Keys.Any(k => k.StartsWith("3.", StringComparison.Ordinal))
                ? "3"
                : null;
        }

        while (code.LastIndexOf('.') is var dot and > 0)
        {
            code = code[..dot];
            if (_rows.ContainsKey(code))
            {
                return code;
            }
        }

        return null;
    }
}
