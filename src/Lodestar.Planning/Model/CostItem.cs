// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Model;

/// <summary>A currency and the year of its prices.</summary>
/// <param name="Currency">"EUR".</param>
/// <param name="PriceYear">Null where none is stated: amounts of another year are then another unit.</param>
public sealed record CostUnit(string Currency, int? PriceYear)
{
    /// <summary>How many of the currency amounts are counted in.</summary>
    public const double Million = 1e6;

    /// <summary>"EUR_2020", as plans have it.</summary>
    public string Symbol => PriceYear is { } year ? FormattableString.Invariant($"{Currency}_{year}") : Currency;

    /// <summary>"million EUR of 2020".</summary>
    public Message Millions =>
        PriceYear is { } year
            ? Message.Of("cost.millions-of-year", ("currency", Currency), ("year", year))
            : Message.Of("cost.millions", ("currency", Currency));

    /// <summary>"EUR of 2020".</summary>
    public Message Single =>
        PriceYear is { } year
            ? Message.Of("cost.money-of-year", ("currency", Currency), ("year", year))
            : Message.Of("cost.money", ("currency", Currency));
}

/// <summary>An answer of a model in money a year.</summary>
/// <param name="Variable">Its cells are added up.</param>
/// <param name="Unit">The currency; amounts are in millions of it.</param>
/// <param name="Factor">From the variable's unit to millions a year.</param>
/// <param name="PartOf">The name of the answer that reads it, which is taken to be its total; null where none does, or several do.</param>
public sealed record CostItem(BoundVariable Variable, CostUnit Unit, double Factor, string? PartOf)
{
    private static readonly Unit OneYear = Units.Unit.Parse("yr");

    public string Name => Variable.Name;

    public string Title => Variable.Title ?? Variable.Name;

    /// <summary>The answers of a model that are money a year, each total before its parts.</summary>
    internal static ImmutableArray<CostItem> Of(BoundModel model, ILookup<string, string> links)
    {
        var found = model.Outcomes.Where(o => !o.IsHidden).Select(o => Read(o)).OfType<CostItem>().ToList();
        var byName = found.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var placed = found
            .Select(item =>
                links[item.Name].Where(byName.ContainsKey).Distinct(StringComparer.Ordinal).ToList() is [var one]
                && byName[one].Unit == item.Unit
                    ? item with
                    {
                        PartOf = one,
                    }
                    : item
            )
            .ToList();
        return [.. placed.Where(i => i.PartOf is null).SelectMany(i => WithParts(i, placed))];
    }

    /// <summary>The names of all that costs are worked out from.</summary>
    internal static HashSet<string> Reads(ILookup<string, string> links, ImmutableArray<CostItem> costs)
    {
        var reads = links
            .SelectMany(l => l.Select(to => (From: l.Key, To: to)))
            .ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        var reached = costs.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var waiting = new Stack<string>(reached);
        while (waiting.TryPop(out var at))
        {
            foreach (var next in reads[at].Where(reached.Add))
            {
                waiting.Push(next);
            }
        }

        return reached;
    }

    private static CostItem? Read(BoundVariable answer)
    {
        var amount = answer.Unit * OneYear;
        return amount.Dimension.IsMoney(out var currency, out var year)
            ? new CostItem(answer, new CostUnit(currency!, year), amount.Scale / CostUnit.Million, null)
            : null;
    }

    // No circle: a formula does not read what reads it in the same year, and one that did would have no total to start from.
    private static IEnumerable<CostItem> WithParts(CostItem item, IReadOnlyList<CostItem> all) =>
        all.Where(i => i.PartOf == item.Name).SelectMany(i => WithParts(i, all)).Prepend(item);
}
