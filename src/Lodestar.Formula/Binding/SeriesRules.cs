// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Kernels;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>What stands between, before and after the years a table gives.</summary>
internal sealed record SeriesRules(
    string? Between,
    bool HoldsBefore,
    string? After,
    double AfterRate,
    bool IsAbsentZero
)
{
    private static readonly string[] Betweens = ["linear", "step", "growth"];
    private static readonly string[] Afters = ["hold", "trend", "grow(…)"];

    /// <summary>Null when a word could not be understood.</summary>
    public static SeriesRules? Read(VariableText text, ProblemBag bag)
    {
        var between = Word(text.Between, Betweens, bag);
        var before = Word(text.Before, ["hold"], bag);
        var absent = Word(text.Absent, ["0"], bag);
        var (after, rate) = AfterOf(text.After, bag);
        return between is "" || before is "" || absent is "" || after is ""
            ? null
            : new SeriesRules(between, before is not null, after, rate, absent is not null);
    }

    private static string? Word(Piece? piece, string[] words, ProblemBag bag)
    {
        if (piece is null || words.Contains(piece.Text.Trim()))
        {
            return piece?.Text.Trim();
        }

        bag.Add(
            new Problem(Fault.UnknownWord, Span.Of(piece))
            {
                Values = [("text", piece.Text), ("words", string.Join(", ", words))],
                Suggestions = Nearest.To(piece.Text, words),
            }
        );
        return "";
    }

    private static (string?, double) AfterOf(Piece? piece, ProblemBag bag)
    {
        if (piece is null || !piece.Text.Contains('(', StringComparison.Ordinal))
        {
            return (Word(piece, Afters, bag), 0);
        }

        var parsed = Parser.Parse(piece, bag);
        if (
            parsed is CallExpression { Function.Name: "grow", Arguments: [{ Name: null, Value: var argument }] }
            && Rate(argument) is { } rate
        )
        {
            return ("grow", rate);
        }

        if (parsed is not Unreadable)
        {
            Word(piece, Afters, bag);
        }

        return ("", 0);
    }

    private static double? Rate(Expression expression)
    {
        if (expression is PrefixExpression { Operator: "-" } minus)
        {
            return -Rate(minus.Operand);
        }

        if (expression is not NumberExpression number)
        {
            return null;
        }

        if (number.Unit is not { } text)
        {
            return number.Value;
        }

        var unit = Unit.Read(text.Text).Unit;
        return unit is null ? null
            : unit.Dimension.IsDimensionless ? number.Value * unit.Scale
            : unit.TryFactorTo(Unit.Parse("1/yr"), out var factor) ? number.Value * factor
            : null;
    }

    /// <summary>Fills every year of the model from the years that are given; false after saying what lacks.</summary>
    public bool Fill(
        SortedDictionary<int, double> points,
        ModelScope scope,
        string cells,
        Piece where,
        Span<double> into,
        int stride
    )
    {
        var years = points.Keys.ToArray();
        var span = Text.Span.Of(where);
        if (years[0] > scope.FirstYear && !HoldsBefore)
        {
            scope.Bag.Add(Fault.YearsBefore, span, ("cells", cells), ("first", years[0]), ("from", scope.FirstYear));
            return false;
        }

        if (years[^1] < scope.LastYear && (After is null || (After == "trend" && years.Length < 2)))
        {
            scope.Bag.Add(Fault.YearsAfter, span, ("cells", cells), ("last", years[^1]), ("to", scope.LastYear));
            return false;
        }

        for (var i = 0; i < scope.YearCount; i++)
        {
            var year = scope.FirstYear + i;
            if (points.TryGetValue(year, out var value))
            {
                into[i * stride] = value;
                continue;
            }

            var next = Array.FindIndex(years, y => y > year);
            if (next < 0)
            {
                into[i * stride] = Beyond(points, years, year);
            }
            else if (next == 0)
            {
                into[i * stride] = points[years[0]];
            }
            else if (Within(points, years[next - 1], years[next], year) is { } inner)
            {
                into[i * stride] = inner;
            }
            else
            {
                var fault = Between is null ? Fault.YearGap : Fault.GrowthFromZero;
                scope.Bag.Add(
                    fault,
                    span,
                    ("cells", cells),
                    ("year", year),
                    ("from", years[next - 1]),
                    ("to", years[next])
                );
                return false;
            }
        }

        return true;
    }

    private double? Within(SortedDictionary<int, double> points, int from, int to, int year)
    {
        var (a, b) = (points[from], points[to]);
        var share = (double)(year - from) / (to - from);
        return Between switch
        {
            "linear" => a + ((b - a) * share),
            "step" => a,
            "growth" when a > 0 && b > 0 => a * Elementary.Power(b / a, share),
            _ => null,
        };
    }

    private double Beyond(SortedDictionary<int, double> points, int[] years, int year)
    {
        var last = points[years[^1]];
        var over = year - years[^1];
        return After switch
        {
            "grow" => last * Elementary.Power(1 + AfterRate, over),
            "trend" when years.Length > 1 => last + ((last - points[years[^2]]) / (years[^1] - years[^2]) * over),
            _ => last,
        };
    }
}
