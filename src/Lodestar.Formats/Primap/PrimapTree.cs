// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.Primap;

/// <summary>What becomes of one category of one gas of one area.</summary>
internal enum PrimapRole
{
    /// <summary>Holds no number.</summary>
    Blank,

    /// <summary>Counted.</summary>
    Part,

    /// <summary>The sum of parts, kept beside them.</summary>
    Total,

    /// <summary>Finer than a part whose amount it does not make up.</summary>
    TooFine,
}

/// <summary>A sum that the file states, and what its parts come to.</summary>
internal sealed record PrimapSum(string Category, IReadOnlyList<string> Parts);

/// <summary>
/// Decides which categories are counted, so that no parent is counted beside its children: a category goes into its
/// children where they make it up in every year within the rounding of the figures, else it is itself the part.
/// </summary>
internal sealed class PrimapTree
{
    public const string WithLand = "0";
    public const string WithoutLand = "M.0.EL";
    public const string Land = "M.LULUCF";
    public const string Agriculture = "M.AG";
    public const string AgricultureAndLand = "3";

    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, List<string>> _children;
    private readonly Dictionary<string, PrimapRole> _roles = new(StringComparer.Ordinal);
    private readonly Func<int, int, double> _number;
    private readonly int _years;
    private readonly PrimapRounding _rounding;

    private PrimapTree(
        IReadOnlyList<string> categories,
        int years,
        Func<int, int, double> number,
        PrimapRounding rounding
    )
    {
        _index = categories.Index().GroupBy(c => c.Item).ToDictionary(g => g.Key, g => g.First().Index);
        _children = categories
            .Distinct()
            .Where(c => c.Contains('.', StringComparison.Ordinal) && !c.StartsWith("M.", StringComparison.Ordinal))
            .GroupBy(c => c[..c.LastIndexOf('.')])
            .ToDictionary(g => g.Key, g => g.ToList());
        (_years, _number, _rounding) = (years, number, rounding);
    }

    /// <summary>Sums that the file states and that were held against their parts.</summary>
    public List<PrimapSum> Sums { get; } = [];

    /// <param name="categories">The file's codes.</param>
    /// <param name="years">How many years.</param>
    /// <param name="number">The number of year and category; NaN is missing.</param>
    /// <param name="rounding">How the figures are rounded.</param>
    public static PrimapTree Of(
        IReadOnlyList<string> categories,
        int years,
        Func<int, int, double> number,
        PrimapRounding rounding
    )
    {
        var tree = new PrimapTree(categories, years, number, rounding);
        tree.Decide();
        return tree;
    }

    public PrimapRole RoleOf(string category) => _roles.GetValueOrDefault(category, PrimapRole.Blank);

    private void Decide()
    {
        foreach (var category in _index.Keys.Where(HasNumbers))
        {
            _roles[category] = PrimapRole.TooFine;
        }

        // Agriculture and land are told apart where the file does: land is no part of the national total.
        var halves = HasNumbers(Agriculture) || HasNumbers(Land);
        string[] tops = halves ? ["1", "2", Agriculture, Land, "4", "5"] : ["1", "2", AgricultureAndLand, "4", "5"];
        foreach (var top in tops.Where(t => _index.ContainsKey(t)))
        {
            Expand(top);
        }

        if (halves && HasNumbers(AgricultureAndLand))
        {
            State(AgricultureAndLand, [Agriculture, Land]);
        }

        // Where agriculture and land are one, the total without land cannot be held against anything.
        var stated = tops.Where(HasNumbers).ToList();
        var isMixed = stated.Contains(AgricultureAndLand);
        State(WithoutLand, isMixed ? [] : stated.Where(t => t != Land).ToList());
        State(WithLand, stated);
        if (stated.Count == 0 && (HasNumbers(WithoutLand) ? WithoutLand : WithLand) is var only && HasNumbers(only))
        {
            // A total without anything below it is all there is to count.
            _roles[only] = PrimapRole.Part;
        }
    }

    private void State(string total, List<string> parts)
    {
        if (HasNumbers(total))
        {
            _roles[total] = PrimapRole.Total;
            if (parts.Count > 0)
            {
                Sums.Add(new PrimapSum(total, parts));
            }
        }
    }

    private void Expand(string category)
    {
        var children = _children.GetValueOrDefault(category, []).Where(HasNumbers).ToList();
        if (children.Count == 0 || !MakeUp(category, children))
        {
            if (HasNumbers(category))
            {
                _roles[category] = PrimapRole.Part;
            }

            return;
        }

        State(category, children);
        foreach (var child in children)
        {
            Expand(child);
        }
    }

    private bool MakeUp(string category, List<string> children)
    {
        for (var year = 0; year < _years; year++)
        {
            var whole = Number(year, category);
            var parts = children.Select(c => Number(year, c)).Where(n => !double.IsNaN(n)).ToList();
            if (!double.IsNaN(whole) && (parts.Count == 0 || !_rounding.Agrees(whole, parts)))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasNumbers(string category) =>
        _index.ContainsKey(category) && Enumerable.Range(0, _years).Any(y => !double.IsNaN(Number(y, category)));

    private double Number(int year, string category) => _number(year, _index[category]);
}

/// <summary>How many digits the figures of a source keep, and so how far a sum may be from its parts.</summary>
internal sealed class PrimapRounding
{
    private const int MostDigits = 9;
    private const int Sample = 2000;

    // Figures pass through single precision on their way.
    private const double SinglePrecision = 2.4e-7;

    private readonly int _digits;

    private PrimapRounding(int digits) => _digits = digits;

    /// <summary>Significant digits that all figures keep to; 9 where they keep to no fewer.</summary>
    public int Digits => _digits;

    public static PrimapRounding Of(IEnumerable<double> figures)
    {
        var digits = 1;
        foreach (var figure in figures.Where(f => double.IsFinite(f) && f != 0).Take(Sample))
        {
            while (digits < MostDigits && Math.Abs(figure - Rounded(figure, digits)) > 1e-9 * Math.Abs(figure))
            {
                digits++;
            }
        }

        return new PrimapRounding(digits);
    }

    public bool Agrees(double whole, IReadOnlyList<double> parts) =>
        Math.Abs(whole - parts.Sum()) <= Tolerance(whole, parts);

    public double Tolerance(double whole, IReadOnlyList<double> parts) =>
        HalfUnit(whole) + parts.Sum(HalfUnit) + SinglePrecision * parts.Append(whole).Max(Math.Abs);

    private double HalfUnit(double figure) =>
        figure == 0 ? 0 : 0.5 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(figure))) + 1 - _digits);

    private static double Rounded(double figure, int digits)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(figure))) + 1 - digits);
        return Math.Round(figure / unit) * unit;
    }
}
