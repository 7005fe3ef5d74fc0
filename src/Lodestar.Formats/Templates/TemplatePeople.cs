// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Templates;

/// <summary>How many people a place has had, and how fast that grew.</summary>
/// <param name="Counts">By year, ascending; at least one.</param>
/// <param name="Source">The id of a source; null where it is the maker of the plan who says so.</param>
internal sealed record TemplatePeople(IReadOnlyList<(int Year, double People)> Counts, string? Source)
{
    private const int GrowthYears = 10;
    private const double MostGrowth = 0.02;

    public static TemplatePeople? Of(Plan plan, double? stated)
    {
        if (plan.Population is { } series && series.NumberYears.Any())
        {
            var counts = series
                .Cells.Where(c => c.Cell.IsNumber)
                .Select(c => (c.Year, c.Cell.TryGetNumber(out var n) ? n * series.Unit.Scale : 0))
                .Where(c => c.Item2 > 0)
                .ToList();
            if (counts.Count > 0)
            {
                return new TemplatePeople(counts, series.ProvenanceOf(counts[^1].Year).Source);
            }
        }

        if (stated is { } people)
        {
            return new TemplatePeople([(LastInventoryYear(plan), people)], null);
        }

        return plan is { Kind: JurisdictionKind.Country, Country: { } country } && Populations.Of(country) is { } figure
            ? new TemplatePeople([(figure.Year, figure.People)], null)
            : null;
    }

    /// <summary>The mean yearly growth of the last ten years counted, in per cent, held to 2 % either way; 0 where one year is counted.</summary>
    public double GrowthPercent
    {
        get
        {
            var (last, first) = (Counts[^1], Counts.First(c => c.Year >= Counts[^1].Year - GrowthYears));
            return last.Year == first.Year
                ? 0
                : Math.Round(
                    100
                        * Math.Clamp(
                            Math.Log(last.People / first.People) / (last.Year - first.Year),
                            -MostGrowth,
                            MostGrowth
                        ),
                    3
                );
        }
    }

    public string Table =>
        "year,value\n"
        + string.Concat(Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Year},{c.People}\n")));

    private static int LastInventoryYear(Plan plan) =>
        plan
            .Inventories.SelectMany(i => i.Rows.Where(r => r.Role != RowRole.Activity))
            .SelectMany(r => r.Series.NumberYears)
            .DefaultIfEmpty(2000)
            .Max();
}
