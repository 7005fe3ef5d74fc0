// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Scenarios;
using Lodestar.Web.Features;

namespace Lodestar.Web.Components.Scenarios;

/// <summary>What one scenario costs more than another. Nothing is rounded, and nothing is discounted.</summary>
/// <param name="FirstYear">The year of the first amounts.</param>
/// <param name="From">The first year of the sums.</param>
/// <param name="To">The last year of the sums; it counts.</param>
/// <param name="Items">Each total before its parts.</param>
/// <param name="ExtraPerTonne">Extra cost for a tonne less, both from <paramref name="From"/> to <paramref name="To"/>, in the currency; null where no tonne is saved, where a measure that makes the difference states no cost, or where more than measures differs.</param>
/// <param name="NotCounted">Ids of measures for which the model states no cost: they are not free.</param>
public sealed record CostContract(
    int FirstYear,
    int From,
    int To,
    IReadOnlyList<CostItemContract> Items,
    double? ExtraPerTonne,
    IReadOnlyList<string> NotCounted
)
{
    internal static CostContract? Of(CostAnswer? answer, ScenarioRun before, ScenarioRun after)
    {
        if (answer is null)
        {
            return null;
        }

        var (from, to) = answer.Changes[0].Spans[^1];
        return new CostContract(
            after.FirstYear,
            from,
            to,
            [
                .. before.Costs.Zip(
                    after.Costs,
                    (b, a) => CostItemContract.Of(b, a, from - after.FirstYear, to - from + 1)
                ),
            ],
            answer.PerTonne is { } each ? Json.Finite(each) : null,
            [.. answer.NotCounted.Select(m => m.Id)]
        );
    }
}

/// <summary>What one thing costs.</summary>
/// <param name="Id">The answer of the model: "cost.vehicles".</param>
/// <param name="PartOf">The total that it is part of; null for a total.</param>
/// <param name="Unit">Amounts are in millions of it, a year: "EUR_2020".</param>
/// <param name="Amounts">By year, as asked.</param>
/// <param name="Before">By year, in what it is held against.</param>
/// <param name="Sum">From the first to the last year of the sums, as asked.</param>
/// <param name="SumBefore">The same in what it is held against.</param>
/// <param name="Extra">What is asked less what it is held against.</param>
public sealed record CostItemContract(
    string Id,
    string Title,
    string? PartOf,
    string Unit,
    IReadOnlyList<double?> Amounts,
    IReadOnlyList<double?> Before,
    double Sum,
    double SumBefore,
    double Extra
)
{
    internal static CostItemContract Of(CostPath before, CostPath after, int skip, int take)
    {
        var (first, second) = (before.Amounts.Skip(skip).Take(take).Sum(), after.Amounts.Skip(skip).Take(take).Sum());
        return new CostItemContract(
            after.Item.Name,
            after.Item.Title,
            after.Item.PartOf,
            after.Item.Unit.Symbol,
            [.. after.Amounts.Select(Json.Finite)],
            [.. before.Amounts.Select(Json.Finite)],
            second,
            first,
            second - first
        );
    }
}
