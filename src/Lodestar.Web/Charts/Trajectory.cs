// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Web.Charts;

/// <summary>What the trajectory chart and its table show, in one unit; no pixels yet.</summary>
internal sealed record Trajectory(PlanAssessment Assessment, Unit Unit, IReadOnlyList<HistoryYear> History)
{
    /// <summary>The long-term path; empty when there is none.</summary>
    public IReadOnlyList<YearAmount> Path { get; private init; } = [];

    public bool PathDerived { get; private init; }

    public IReadOnlyList<ResolvedMilestone> Milestones { get; private init; } = [];

    /// <summary>Straight from the last inventory to the next milestone and to the net-zero year.</summary>
    public IReadOnlyList<RequiredPace> Required { get; private init; } = [];

    /// <summary>The best pace there has been, outside the flagged years where that can be told.</summary>
    public AchievedPace? Best { get; private init; }

    /// <summary>Where the best pace leads from the last inventory, year by year.</summary>
    public IReadOnlyList<YearAmount> Continued { get; private init; } = [];

    /// <summary>By year: what is lacking where a milestone or the net-zero year falls.</summary>
    public IReadOnlyList<ChartGap> Gaps { get; private init; } = [];

    public YearAmount? Last => Assessment.Pace is { } pace ? In(pace.Last, pace.Unit) : LastOf(History);

    public int FirstYear { get; private init; }

    public int LastYear { get; private init; }

    public int? NetZeroYear => Milestones.Where(m => m.IsNetZero).Select(m => (int?)m.Year).LastOrDefault();

    public IEnumerable<double> Amounts =>
        History
            .Select(h => h.Amount)
            .OfType<double>()
            .Concat(Path.Select(p => p.Amount))
            .Concat(Milestones.Select(m => m.Amount))
            .Concat(Continued.Select(c => c.Amount));

    /// <summary>Null when there is no number to draw.</summary>
    public static Trajectory? Of(PlanAssessment assessment)
    {
        if (assessment.Totals is not { LastYear: not null } totals)
        {
            return null;
        }

        var unit = ChartUnit.For(totals.Unit, totals.Years.Max(y => y.Total.Amount ?? 0));
        var factor = totals.Unit.FactorTo(unit);
        HistoryYear[] history =
        [
            .. totals
                .Years.SkipWhile(y => y.Total.Amount is null)
                .Select(y => new HistoryYear(
                    y.Year,
                    y.Total.Amount * factor,
                    y.Total.Gaps,
                    totals.ComparableAmount(y.Year) is not null
                )),
        ];
        var facts = new Trajectory(assessment, unit, history)
        {
            Path = assessment.Path is { } path ? [.. path.Points.Select(p => In(p, path.Unit, unit))] : [],
            PathDerived = assessment.Path?.Derived ?? false,
            Milestones = [.. assessment.Milestones.Select(m => m with { Amount = m.Amount * factor })],
        };
        return facts.WithPace(assessment.Pace);
    }

    public double? ContinuedIn(int year) =>
        Continued.Where(c => c.Year == year).Select(c => (double?)c.Amount).FirstOrDefault();

    public double? PathIn(int year) => Path.Count == 0 ? null : new LongTermPath(Unit, PathDerived, new(Path)).At(year);

    private Trajectory WithPace(PaceResult? pace)
    {
        var lastYear = History[^1].Year;
        int[] ahead = [.. Milestones.Select(m => m.Year), .. Path.Select(p => p.Year)];
        var end = ahead.Append(lastYear).Max();
        int[] starts = [History[0].Year, .. Milestones.Select(m => m.Year), .. Path.Select(p => p.Year)];
        var facts = this with { FirstYear = starts.Min(), LastYear = end };
        if (pace is null)
        {
            return facts;
        }

        facts = facts with { Required = [.. RequiredOf(pace)], Best = pace.BestUnflagged ?? pace.Best };
        if (facts.Best is not { } best || In(pace.Last, pace.Unit) is not { Amount: > 0 } from || end <= from.Year)
        {
            return facts;
        }

        facts = facts with
        {
            Continued =
            [
                .. Enumerable
                    .Range(0, end - from.Year + 1)
                    .Select(n => new YearAmount(from.Year + n, from.Amount * Math.Pow(1 - best.Rate, n))),
            ],
        };
        return facts with { Gaps = [.. facts.GapsAhead(from.Year)] };
    }

    private IEnumerable<RequiredPace> RequiredOf(PaceResult pace)
    {
        foreach (var required in (RequiredPace?[])[pace.ToNextMilestone, pace.ToNetZero])
        {
            if (required is not null)
            {
                yield return required with
                {
                    From = In(required.From, pace.Unit),
                    To = In(required.To, pace.Unit),
                    TonnesPerYear = required.TonnesPerYear * pace.Unit.FactorTo(Unit),
                };
            }
        }
    }

    // Only what a page can be asked about: the next stop and the last one.
    private IEnumerable<ChartGap> GapsAhead(int after)
    {
        var stops = Milestones.Where(m => m.Year > after && m.Year >= Assessment.Date.Year).ToArray();
        foreach (var stop in stops.Where((_, i) => i == 0 || i == stops.Length - 1))
        {
            var led = ContinuedIn(stop.Year);
            if (led is { } amount && amount > stop.Amount * (1 + 1e-9) && amount - stop.Amount > 1e-9)
            {
                yield return new ChartGap(stop.Year, stop.Amount, amount, stop.IsNetZero);
            }
        }
    }

    private YearAmount In(YearAmount amount, Unit unit) => In(amount, unit, Unit);

    private static YearAmount In(YearAmount amount, Unit from, Unit to) =>
        amount with
        {
            Amount = amount.Amount * from.FactorTo(to),
        };

    private static YearAmount? LastOf(IReadOnlyList<HistoryYear> history) =>
        history
            .Where(h => h is { Comparable: true, Amount: not null })
            .Select(h => (YearAmount?)new(h.Year, h.Amount!.Value))
            .LastOrDefault();
}

/// <summary>
/// A year of the inventory: its total, null when there is none, how many rows it lacks, and whether it may be held
/// against the other years.
/// </summary>
internal readonly record struct HistoryYear(int Year, double? Amount, int Gaps, bool Comparable);

/// <summary>What is lacking in a year between what was promised and where the best pace leads.</summary>
internal readonly record struct ChartGap(int Year, double Promised, double Led, bool IsNetZero)
{
    public double Amount => Led - Promised;
}
