// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Lodestar.Planning.Series;

/// <summary>What a year's cell holds. The GPC's notation keys are kinds of their own, never zero.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing was stated.</summary>
    Missing = 0,

    /// <summary>A number.</summary>
    Number,

    /// <summary>NO: the activity does not occur here.</summary>
    NotOccurring,

    /// <summary>NE: it occurs, and nobody has estimated it.</summary>
    NotEstimated,

    /// <summary>IE: counted in another category, which the cell may name.</summary>
    IncludedElsewhere,

    /// <summary>C: known, and confidential.</summary>
    Confidential,
}

/// <summary>
/// One year's value: a number, a notation key, or missing. There is no conversion to or from <see cref="double"/>:
/// reading a number asks for it by name. <c>default</c> is <see cref="Missing"/>.
/// </summary>
public readonly record struct Cell
{
    /// <summary>No quantity of this world is larger, and sums and products of smaller ones stay finite.</summary>
    public const double Largest = 1e100;

    private readonly double _number;

    private Cell(CellKind kind, double number, string? where)
    {
        Kind = kind;
        _number = number;
        Where = where;
    }

    public static Cell Missing => default;

    public static Cell NotOccurring { get; } = new(CellKind.NotOccurring, 0, null);

    public static Cell NotEstimated { get; } = new(CellKind.NotEstimated, 0, null);

    public static Cell Confidential { get; } = new(CellKind.Confidential, 0, null);

    public CellKind Kind { get; }

    /// <summary>For <see cref="CellKind.IncludedElsewhere"/>: the category that holds it, when stated.</summary>
    public string? Where { get; }

    public bool IsNumber => Kind == CellKind.Number;

    /// <summary>
    /// True when the total may be too low for want of this cell: missing, not estimated, confidential. "Not occurring"
    /// and "included elsewhere" are answers, not gaps.
    /// </summary>
    public bool IsGap => Kind is CellKind.Missing or CellKind.NotEstimated or CellKind.Confidential;

    /// <summary>A finite number. Throws <see cref="ArgumentOutOfRangeException"/> for NaN and infinities: those are no data.</summary>
    public static Cell Of(double number) =>
        double.IsFinite(number)
            ? new Cell(CellKind.Number, number, null)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A cell holds a finite number.");

    public static Cell IncludedElsewhere(string? where = null) => new(CellKind.IncludedElsewhere, 0, where);

    public bool TryGetNumber(out double number)
    {
        number = _number;
        return IsNumber;
    }

    /// <summary>
    /// The cell with its number multiplied (a unit conversion); keys and missing stay what they are, and a number too
    /// large to hold is missing.
    /// </summary>
    public Cell Scale(double factor)
    {
        var scaled = _number * factor;
        return !IsNumber ? this
            : double.IsFinite(scaled) ? Of(scaled)
            : Missing;
    }

    /// <summary>
    /// Reads the invariant notation of plan files: a number with a decimal point, NO, NE, C, IE, IE:I.1.1, or nothing.
    /// False when the text is none of these; <paramref name="cell"/> is then missing.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Cell cell)
    {
        text = text.Trim();
        cell = default;
        switch (text)
        {
            case "":
                return true;
            case "NO":
                cell = NotOccurring;
                return true;
            case "NE":
                cell = NotEstimated;
                return true;
            case "C":
                cell = Confidential;
                return true;
            case "IE":
                cell = IncludedElsewhere();
                return true;
        }

        if (text.StartsWith("IE:", StringComparison.Ordinal) && text.Length is > 3 and <= 64)
        {
            cell = IncludedElsewhere(text[3..].Trim().ToString());
            return true;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest)
        {
            cell = Of(number);
            return true;
        }

        return false;
    }

    /// <summary>The text that <see cref="TryRead"/> reads back to an equal cell.</summary>
    public override string ToString() =>
        Kind switch
        {
            CellKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
            CellKind.NotOccurring => "NO",
            CellKind.NotEstimated => "NE",
            CellKind.Confidential => "C",
            CellKind.IncludedElsewhere => Where is null ? "IE" : $"IE:{Where}",
            _ => "",
        };
}
