// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Targets;

namespace Lodestar.Web.Features.Compare;

/// <summary>What places are held against each other by.</summary>
public enum ComparisonMeasure
{
    /// <summary>Tonnes a year.</summary>
    Total,

    /// <summary>Tonnes a year per person of that year.</summary>
    Person,

    /// <summary>Percent of one common year.</summary>
    Index,
}

/// <summary>One place's line and goals in the measure's unit (tonnes, tonnes per person, or percent of the common year).</summary>
public sealed record ComparedPlace(
    PlannedPlace Place,
    IReadOnlyList<YearAmount> Values,
    IReadOnlyList<YearAmount> Goals
);

/// <summary>Two to six places on one scale.</summary>
/// <param name="Year">For an index: the year that is 100; null where no place has figures.</param>
/// <param name="Years">Years that could be it: those of two or more places (of one, where there is but one).</param>
public sealed record Comparison(
    ComparisonMeasure Measure,
    int? Year,
    IReadOnlyList<int> Years,
    IReadOnlyList<ComparedPlace> Places
)
{
    public const int Most = 6;

    private const int EarliestUsual = 1990;

    /// <summary>Without a year asked for (or one nobody has) the earliest since 1990 that most of the places have.</summary>
    public static Comparison Of(IReadOnlyList<PlannedPlace> places, ComparisonMeasure measure, int? year)
    {
        var counts = places
            .SelectMany(p => p.Plan.Years.Where(y => y.Tonnes > 0).Select(y => y.Year))
            .CountBy(y => y)
            .Where(c => c.Value >= Math.Min(2, places.Count))
            .OrderBy(c => c.Key)
            .ToList();
        int? usual =
            counts.Count == 0
                ? null
                : counts
                    .OrderBy(c => c.Key < EarliestUsual)
                    .ThenByDescending(c => c.Value)
                    .ThenBy(c => c.Key)
                    .Select(c => c.Key)
                    .First();
        var chosen = year is { } asked && counts.Any(c => c.Key == asked) ? asked : usual;
        return new Comparison(
            measure,
            chosen,
            [.. counts.Select(c => c.Key)],
            [.. places.Select(p => LineOf(p, measure, chosen))]
        );
    }

    private static ComparedPlace LineOf(PlannedPlace place, ComparisonMeasure measure, int? year)
    {
        var plan = place.Plan;
        switch (measure)
        {
            case ComparisonMeasure.Person:
                // A goal of zero is zero whoever many people there will be; any other is not known per person.
                return new(
                    place,
                    [
                        .. plan
                            .Years.Where(y => y.PerPerson is not null)
                            .Select(y => new YearAmount(y.Year, y.PerPerson!.Value)),
                    ],
                    [.. plan.Milestones.Where(m => m.Tonnes == 0).Select(m => new YearAmount(m.Year, 0))]
                );
            case ComparisonMeasure.Index:
                var start = plan
                    .Years.Where(y => y.Year == year && y.Tonnes > 0)
                    .Select(y => y.Tonnes)
                    .FirstOrDefault();
                return start == 0
                    ? new(place, [], [])
                    : new(
                        place,
                        [.. plan.Years.Select(y => new YearAmount(y.Year, 100 * y.Tonnes / start))],
                        [.. plan.Milestones.Select(m => new YearAmount(m.Year, 100 * m.Tonnes / start))]
                    );
            default:
                return new(
                    place,
                    [.. plan.Years.Select(y => new YearAmount(y.Year, y.Tonnes))],
                    [.. plan.Milestones.Select(m => new YearAmount(m.Year, m.Tonnes))]
                );
        }
    }
}
