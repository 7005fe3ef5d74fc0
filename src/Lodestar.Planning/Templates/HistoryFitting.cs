// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Templates;

/// <summary>
/// Fits the years behind: observed(t) ≈ shape(t) · level · exp(trend · (t − base)), by the plan language's own fitting
/// (<see cref="Fitting"/>), on all but the last three years that the inventory states.
/// </summary>
internal static class HistoryFitting
{
    // Two numbers are fitted, so that fewer years would be met by any line.
    private const int FewestFitted = 2;

    /// <summary>The steepest trend, in either direction, as the exponent of e a year.</summary>
    public const double SteepestTrend = 0.5;

    /// <summary>The fit of a group; null where the inventory has too few years.</summary>
    /// <param name="group">What was observed.</param>
    /// <param name="baseYear">The year in which the level holds.</param>
    /// <param name="shapeOf">What the template gives for a year at level 1, in kilotonnes.</param>
    /// <returns>Level, trend and errors.</returns>
    public static HistoryFit? Of(ObservedGroup group, int baseYear, Func<int, double> shapeOf)
    {
        var known = group.UsableYears(baseYear).ToList();
        var shapes = known.Select(y => shapeOf(y.Year)).ToList();
        if (
            known.Count < FewestFitted + CalibrationReport.HeldOutYears
            || shapes.Any(s => s == 0 || !double.IsFinite(s))
        )
        {
            return null;
        }

        var factors = known.Select((y, i) => y.Amount / shapes[i]).ToList();
        var fitted = known.Count - CalibrationReport.HeldOutYears;
        var (low, high) = LevelRange(factors[..fitted]);
        var model = Model(known, shapes, fitted, baseYear, low, high);
        var result = Fitting.Of(model, Settings.None);
        var level = result.Values.Single(v => v.Parameter.Name == "level").Value;
        var trend = result.Values.Single(v => v.Parameter.Name == "trend").Value;
        var years = known
            .Select(
                (y, i) =>
                    new FitYear(
                        y.Year,
                        0,
                        shapes[i] * level * Math.Exp(trend * (y.Year - baseYear)),
                        y.Amount,
                        i >= fitted
                    )
            )
            .ToList();
        return new HistoryFit(
            level,
            trend,
            known.Take(fitted).Select(y => y.Year).ToEquatableList(),
            known.Skip(fitted).Select(y => y.Year).ToEquatableList(),
            FitError.Of(years.Where(y => !y.IsHeldOut)),
            FitError.Of(years.Where(y => y.IsHeldOut))
        );
    }

    /// <summary>The ends within which a level is sought: the level is that of the base year, which the trend leads to.</summary>
    public static (double Low, double High) LevelRange(IEnumerable<double> factors)
    {
        var sizes = factors.Select(Math.Abs).ToList();
        return (0, 10 * sizes.Max());
    }

    private static BoundModel Model(
        List<YearAmount> known,
        List<double> shapes,
        int fitted,
        int baseYear,
        double low,
        double high
    )
    {
        var years = known.Take(fitted).Select(y => y.Year).ToList();
        var start = Math.Clamp(known[fitted - 1].Amount / shapes[fitted - 1], low, high);
        var text = new ModelText(Piece.Of("history"))
        {
            Time = new TimeText(Number(years[0]), Number(Math.Max(years[^1], baseYear))),
            Variables =
            [
                Table("shape", years.Select((y, i) => (y, shapes[i]))),
                Table("observed", years.Select((y, i) => (y, known[i].Amount))),
                Fitted("level", "1", start, low, high),
                Fitted("trend", "1/yr", 0, -SteepestTrend, SteepestTrend),
                new VariableText(Piece.Of("modelled"))
                {
                    Unit = Piece.Of("kt/yr"),
                    Value = Piece.Of(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"shape * level * exp(trend * (year - {baseYear}) * 1 yr)"
                        )
                    ),
                    IsOutcome = true,
                },
            ],
            Fits =
            [
                .. HistoryRuns
                    .Of(years)
                    .Select(r => new FitText(Piece.Of("modelled"), Piece.Of("observed"))
                    {
                        From = Number(r.From),
                        Until = Number(r.Until),
                    }),
            ],
        };
        var binding = Binder.Bind(text);
        return binding.Model
            ?? throw new InvalidOperationException(string.Join("; ", binding.Problems.Select(p => p.Fault.ToString())));
    }

    private static VariableText Table(string name, IEnumerable<(int Year, double Value)> cells) =>
        new(Piece.Of(name))
        {
            Unit = Piece.Of("kt/yr"),
            Data = new TableText(Piece.Of(name))
            {
                Heading = [Piece.Of("year"), Piece.Of("value")],
                Rows = [.. cells.Select(c => ImmutableArray.Create(Number(c.Year), Number(c.Value)))],
            },
            Between = Piece.Of("linear"),
            Before = Piece.Of("hold"),
            After = Piece.Of("hold"),
        };

    private static VariableText Fitted(string name, string unit, double value, double low, double high) =>
        new(Piece.Of(name))
        {
            Unit = Piece.Of(unit),
            Kind = Piece.Of("intensity"),
            Value = Number(value),
            Range = (Number(low), Number(high)),
            Fitted = Piece.Of("yes"),
        };

    private static Piece Number(double value) => Piece.Of(value.ToString("R", CultureInfo.InvariantCulture));
}
