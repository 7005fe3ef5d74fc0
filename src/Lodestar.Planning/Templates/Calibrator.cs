// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Templates;

/// <summary>
/// Holds a template against an inventory, line by line. The gap between what the defaults give and what the inventory
/// states is split: activity (a ratio within the line's range, or a share that moves where the range ends), factor
/// (within a range too, and only where the inventory states the activity) and boundary (what remains, a line of its
/// own). Nothing is scaled that no cause is named for.
/// </summary>
public static class Calibrator
{
    // Each line is linear in its own ratio and reads those of earlier lines alone, so that few passes settle all.
    private const int MostPasses = 6;
    private const double Settled = 1e-13;

    // Below this a residual is the rounding of additions.
    private const double Rounding = 1e-9;

    /// <summary>Calibrates.</summary>
    /// <param name="observed">The inventory, as the template's lines see it.</param>
    /// <param name="build">The template with these numbers in it; its measures are without effect up to the base year.</param>
    /// <param name="cancellation">Looked at while models run.</param>
    /// <returns>The report, and the numbers to write.</returns>
    public static (CalibrationReport Report, CalibrationNumbers Numbers) Of(
        ObservedGroups observed,
        Func<CalibrationNumbers, BoundModel> build,
        CancellationToken cancellation = default
    )
    {
        var groups = observed.Groups.Where(g => g.Lines.Count > 0).ToList();
        var numbers = new CalibrationNumbers();
        var run = new BaseRun(build(numbers), observed.BaseYear, cancellation);
        var bottomUp = groups.ToDictionary(g => g.Id, run.InBaseYear);
        var shares = MovedShares(
            groups,
            g => g.Activity is { } stated ? stated / run.ActivityOf(g) : g.In(observed.BaseYear)!.Value / bottomUp[g.Id]
        );
        var ratios = groups.ToDictionary(g => g.Id, _ => 1.0);
        numbers = numbers with { Shares = shares.ToDictionary(s => s.Key, s => s.Value.To) };
        for (var pass = 0; pass < MostPasses; pass++)
        {
            run = new BaseRun(build(numbers with { Ratios = ratios }), observed.BaseYear, cancellation);
            var next = groups.ToDictionary(
                g => g.Id,
                g =>
                    g.Activity is { } stated
                        ? Ratio(g, ratios[g.Id] * stated / run.ActivityOf(g), ratios[g.Id])
                        : Ratio(g, ratios[g.Id] * g.In(observed.BaseYear)!.Value / run.InBaseYear(g), ratios[g.Id])
            );
            var change = groups.Max(g => Math.Abs((next[g.Id] / ratios[g.Id]) - 1));
            ratios = next;
            if (change <= Settled)
            {
                break;
            }
        }

        numbers = numbers with { Ratios = ratios };
        run = new BaseRun(build(numbers), observed.BaseYear, cancellation);
        var implied = groups
            .Where(g => g.Activity is not null)
            .ToDictionary(
                g => g.Id,
                g => Implied(g, g.In(observed.BaseYear)!.Value, run.InBaseYear(g), run.ActivityOf(g))
            );
        var factors = groups.Where(g => g.Activity is not null).ToDictionary(g => g.Id, g => Factor(g, implied[g.Id]));
        var byActivity = factors.Keys.ToDictionary(id => id, id => run.InBaseYear(groups.Single(g => g.Id == id)));
        if (factors.Count > 0)
        {
            numbers = numbers with { Factors = factors };
            run = new BaseRun(build(numbers), observed.BaseYear, cancellation);
        }

        var histories = new Dictionary<string, HistoryFit>();
        foreach (var group in groups)
        {
            if (HistoryFitting.Of(group, observed.BaseYear, y => run.In(group, y) / ratios[group.Id]) is { } fit)
            {
                histories.Add(group.Id, fit);
            }
        }

        var residuals = groups
            .Select(g =>
                (g.Id, Left: g.In(observed.BaseYear)!.Value - run.InBaseYear(g), Whole: g.In(observed.BaseYear))
            )
            .Where(r => Math.Abs(r.Left) > Rounding * Math.Abs(r.Whole!.Value))
            .ToDictionary(r => r.Id, r => r.Left);
        numbers = numbers with { Histories = histories, Residuals = residuals };
        var lines = observed.Groups.Select(g =>
        {
            var stated = g.In(observed.BaseYear)!.Value;
            return g.Lines.Count == 0
                ? new CalibratedLine(g, stated, 0) { Residual = stated }
                : new CalibratedLine(g, stated, bottomUp[g.Id])
                {
                    FactorGap = byActivity.TryGetValue(g.Id, out var before) ? run.InBaseYear(g) - before : null,
                    Factor = factors.GetValueOrDefault(g.Id, 1),
                    WantedFactor = implied.GetValueOrDefault(g.Id),
                    Ratio = ratios[g.Id],
                    Share = shares.TryGetValue(g.Lines[0].Id, out var moved) ? moved : null,
                    Residual = residuals.GetValueOrDefault(g.Id),
                    History = histories.GetValueOrDefault(g.Id),
                };
        });
        return (new CalibrationReport(observed, lines.ToEquatableList()), numbers);
    }

    /// <summary>Shares whose line would need an activity outside its range; they then give the line at the default activity.</summary>
    private static Dictionary<string, (double From, double To)> MovedShares(
        IEnumerable<ObservedGroup> groups,
        Func<ObservedGroup, double> wantedOf
    )
    {
        var moved = new Dictionary<string, (double, double)>();
        foreach (var group in groups)
        {
            var line = group.Lines[0];
            var wanted = wantedOf(group);
            if (group.Lines.Count == 1 && line.Share is { } share && (wanted < line.Least || wanted > line.Most))
            {
                moved[line.Id] = (share.Default, Math.Clamp(share.Default * wanted, share.Least, share.Most));
            }
        }

        return moved;
    }

    private static double Ratio(ObservedGroup group, double wanted, double now)
    {
        if (!double.IsFinite(wanted) || wanted <= 0)
        {
            return now;
        }

        return Math.Clamp(wanted, group.Lines.Min(l => l.Least), group.Lines.Max(l => l.Most));
    }

    /// <summary>
    /// What an activity emits here over what it emits by the defaults. The stated activity is taken, not the calibrated
    /// one: where the ratio ends at its range the rest is boundary, and no factor makes up for it.
    /// </summary>
    private static double? Implied(ObservedGroup group, double stated, double modelled, double activity)
    {
        var wanted = stated / group.Activity!.Value / (modelled / activity);
        return double.IsFinite(wanted) && wanted > 0 ? wanted : null;
    }

    private static double Factor(ObservedGroup group, double? implied) =>
        implied is { } wanted ? Math.Clamp(wanted, group.Lines[0].LeastFactor, group.Lines[0].MostFactor) : 1;

    /// <summary>A run in which nothing is drawn and no measure is on.</summary>
    private sealed class BaseRun
    {
        private readonly BoundModel _model;
        private readonly int _baseYear;
        private readonly InterpretedRun _run;

        public BaseRun(BoundModel model, int baseYear, CancellationToken cancellation)
        {
            (_model, _baseYear) = (model, baseYear);
            var off = model.Parameters.Where(p => p.IsSwitch).Aggregate(Settings.None, (s, p) => s.With(p, 0));
            _run = InterpretedRun.Of(model, off.Lane(model), cancellation);
        }

        public double InBaseYear(ObservedGroup group) => In(group, _baseYear);

        /// <summary>The activity of a group of one line in the base year.</summary>
        public double ActivityOf(ObservedGroup group) =>
            _run.Values(_model.Find(group.Lines[0].Activity!.Variable)!)[_baseYear - _model.FirstYear];

        public double In(ObservedGroup group, int year)
        {
            var sum = 0.0;
            foreach (var line in group.Lines)
            {
                sum += _run.Values(_model.Find(EmissionsOf(line.Id))!)[year - _model.FirstYear];
            }

            return sum;
        }
    }

    /// <summary>The variable that holds a line's emissions.</summary>
    public static string EmissionsOf(string line) => "emissions." + line;
}
