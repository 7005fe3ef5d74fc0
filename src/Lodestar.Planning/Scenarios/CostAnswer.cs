// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.Scenarios;

/// <summary>What one scenario costs more than another, and what of it is not known.</summary>
/// <param name="Changes">One for each currency and year of prices.</param>
/// <param name="NotCounted">Measures of either scenario for which the model states no cost; they are not free.</param>
public sealed record CostAnswer(ImmutableArray<CostChange> Changes, ImmutableArray<ModelMeasure> NotCounted)
{
    // A difference that is rounding alone saves nothing.
    private const double Least = 1e-9;

    /// <summary>
    /// Extra cost for each tonne less over the last span of years, in the currency and not in millions of it; nothing is
    /// discounted. Null where no tonne is saved, a measure that makes the difference states no cost, something other than
    /// measures differs, or costs have no one total.
    /// </summary>
    public double? PerTonne { get; private init; }

    /// <summary>The tonnes less over the last span of years; below zero there are more.</summary>
    public double TonnesLess { get; private init; }

    /// <summary>What the totals of the first currency differ by over the last span of years, as shown; null where they have no one total.</summary>
    public decimal? Difference =>
        Changes is [var only] && only.Rows.Count(r => r.Depth == 0) == 1 ? only.Rows[0].Amounts[^1].Difference : null;

    /// <summary>Holds two runs of one model against each other.</summary>
    /// <param name="model">The model.</param>
    /// <param name="before">What is held against.</param>
    /// <param name="after">What is asked.</param>
    /// <param name="spans">Years of the model; the last is the one that tonnes are counted over.</param>
    /// <param name="decimals">How many decimals; null for as many as the greatest amount needs.</param>
    /// <returns>Null where no answer of the model is in money a year.</returns>
    public static CostAnswer? Of(
        PlanModel model,
        ScenarioRun before,
        ScenarioRun after,
        ImmutableArray<(int From, int To)> spans,
        int? decimals = null
    )
    {
        var changes = CostChange.Of(before, after, spans, decimals);
        if (changes.IsEmpty)
        {
            return null;
        }

        var (from, to) = spans[^1];
        var less = (before.Sum(from, to) - after.Sum(from, to)) * model.Unit.Scale / 1000;
        var whole = Math.Abs(before.Sum(from, to)) * model.Unit.Scale / 1000;
        return new CostAnswer(
            changes,
            [
                .. model.Measures.Where(m =>
                    !m.IsPriced && (after.Case.Active.Any(a => a.Measure == m) || Differs(m, before.Case, after.Case))
                ),
            ]
        )
        {
            TonnesLess = less,
            PerTonne =
                less > Least * Math.Max(1, whole) && IsWhole(model, before.Case, after.Case)
                    ? PerTonneOf(before, after, spans[^1], less)
                    : null,
        };
    }

    /// <summary>The years that costs are said for: those that something is promised for, then all until the last of them.</summary>
    /// <param name="stops">Years that something is promised for, in order.</param>
    /// <param name="from">The first year that counts.</param>
    /// <param name="last">The last year of the model.</param>
    /// <param name="zero">The year of net zero; null where none is promised.</param>
    public static ImmutableArray<(int From, int To)> Spans(IEnumerable<int> stops, int from, int last, int? zero)
    {
        const int MostYears = 3;
        var years = stops.Where(y => y >= from && y <= last).Distinct().Order().ToList();
        if (years.Count > MostYears)
        {
            years = [.. years.Take(MostYears - 1), years[^1]];
        }

        var end = zero is { } year && year >= from && year <= last ? year : last;
        return [.. (years.Count == 0 ? [end] : years).Select(y => (y, y)), (from, end)];
    }

    private static double? PerTonneOf(ScenarioRun before, ScenarioRun after, (int From, int To) span, double tonnes) =>
        before.Costs.Where(c => c.Item.PartOf is null).Select(c => c.Item).ToList() is [var total]
            ? (CostChange.Sum(after, total, span) - CostChange.Sum(before, total, span)) * CostUnit.Million / tonnes
            : null;

    /// <summary>Whether all that differs is measures whose cost is stated.</summary>
    private static bool IsWhole(PlanModel model, ScenarioCase before, ScenarioCase after) =>
        model.Measures.All(m => m.IsPriced || !Differs(m, before, after))
        && model
            .Model.Parameters.Where(p => p.IsInput)
            .All(p => Equals(before.Settings.Of(p, 0), after.Settings.Of(p, 0)));

    private static bool Differs(ModelMeasure measure, ScenarioCase before, ScenarioCase after)
    {
        var (first, second) = (Find(before), Find(after));
        return (first?.Strength ?? 0) != (second?.Strength ?? 0) || (first?.Delay ?? 0) != (second?.Delay ?? 0);

        ActiveMeasure? Find(ScenarioCase scenario) => scenario.Active.FirstOrDefault(a => a.Measure == measure);
    }
}

/// <summary>What costs are called in sentences.</summary>
public static class CostWords
{
    /// <summary>What a scenario costs more or less than another; null where costs have no one total.</summary>
    public static Message? Difference(CostAnswer answer, object after, object before)
    {
        if (answer.Difference is not { } difference)
        {
            return null;
        }

        var change = answer.Changes[0];
        var (from, to) = change.Spans[^1];
        var amount = (double)Math.Abs(difference);
        var unit = change.Unit.Millions;
        return difference switch
        {
            > 0 => Message.Of(
                "cost.more",
                ("after", after),
                ("before", before),
                ("amount", amount),
                ("unit", unit),
                ("from", from),
                ("to", to)
            ),
            < 0 => Message.Of(
                "cost.less",
                ("after", after),
                ("before", before),
                ("amount", amount),
                ("unit", unit),
                ("from", from),
                ("to", to)
            ),
            _ => Message.Of("cost.same", ("after", after), ("before", before), ("from", from), ("to", to)),
        };
    }

    /// <summary>What a tonne less costs; null where that cannot be said.</summary>
    public static Message? PerTonne(CostAnswer answer) =>
        answer.PerTonne is not { } each ? null
        : each >= 0
            ? Message.Of("cost.tonne-costs", ("amount", Math.Round(each)), ("unit", answer.Changes[0].Unit.Single))
        : Message.Of("cost.tonne-saves", ("amount", Math.Round(-each)), ("unit", answer.Changes[0].Unit.Single));

    /// <summary>Measures whose cost nobody states; null where there are none.</summary>
    public static Message? NotCounted(CostAnswer answer) =>
        answer.NotCounted.IsEmpty
            ? null
            : Message.Of("cost.not-counted", ("measures", answer.NotCounted.Select(m => m.Title).ToList()));
}
