// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.LockIn;
using Lodestar.Planning.Messages;
using Lodestar.Units;

namespace Lodestar.Planning.Assessment;

/// <summary>
/// What boilers, vehicles and plants that stand or will be installed until the net-zero year still emit in it, in the
/// scenario with existing measures, and the last year in which each could be installed and be gone by then.
/// </summary>
internal static class LockInFinding
{
    private static readonly Unit Percent = Unit.Parse("%");

    public static Finding Of(AssessmentContext context)
    {
        var (least, most) = (context.Rules["lock-in.met"], context.Rules["lock-in.unmet"]);
        var rule = Message.Of("finding.lock-in.rule", ("met", new Share(least)), ("unmet", new Share(most)));
        if (context.Modelled is not { } modelled || context.Version?.NetZeroYear is not { } zero)
        {
            return NotStatedFinding.Of(FindingTable.Of("lock-in"), context.Plan) with { Rule = rule };
        }

        if (!modelled.Fits)
        {
            return Open(
                rule,
                Message.Of("finding.odds.other", ("share", new Share(modelled.Ratio)), ("year", modelled.Year))
            );
        }

        var outlook = modelled.Outlook;
        if (outlook.LockIn is null)
        {
            return Open(rule, Message.Of("finding.lock-in.too-large"));
        }

        if (
            outlook.LockIn is not { Stocks.IsEmpty: false } report
            || zero < report.FirstYear
            || zero > outlook.Model.LastYear
            || context.Totals?.ComparableAmount(modelled.Year) is not { } counted
            || counted <= 0
        )
        {
            return Open(rule, Message.Of("finding.lock-in.no-stocks"));
        }

        var carried = CarriedLine.Of(report, outlook.Model, zero);
        var lines = Lines(report, carried, zero, context.Date.Year, modelled.Factor);
        var (standing, all) = (lines.Sum(l => l.Standing), lines.Sum(l => l.All));
        var share = all / counted;
        return new Finding(
            "lock-in",
            share <= least ? Verdict.Met
                : share > most ? Verdict.Unmet
                : Verdict.Partly,
            Message.Of(
                "finding.lock-in.share",
                ("year", zero),
                ("amount", context.Amount(all)),
                ("standing", context.Amount(standing)),
                ("scenario", OddsFinding.Name(outlook.Expected))
            ),
            rule
        )
        {
            Number = new Quantity(share * 100, Percent),
            Threshold = new Quantity(least * 100, Percent),
            Years = EquatableList.Of(zero),
            Sectors = lines
                .Where(l => l.All > 0)
                .GroupBy(l => Categories.SectorOf(l.Category) ?? l.Category)
                .OrderByDescending(g => g.Sum(l => l.All))
                .Select(g => g.Key)
                .ToEquatableList(),
            Inputs = EquatableList.Of(context.LastInventoryInput()),
            Working = Working(context, LastOfStock.Of(report, outlook.Model.Model, carried, zero), lines, zero, counted)
                .ToEquatableList(),
        };
    }

    private static Finding Open(Message rule, Message sentence) =>
        new("lock-in", Verdict.NotStated, sentence, rule) { Needs = EquatableList.Of("model/") };

    private static IEnumerable<WorkingStep> Working(
        AssessmentContext context,
        ImmutableArray<LastOfStock> kinds,
        List<Line> lines,
        int zero,
        double counted
    )
    {
        foreach (var line in lines.Where(l => l.All > 0).OrderByDescending(l => l.All))
        {
            yield return new WorkingStep(
                Message.Of("working.lock-in.line", ("line", line.Name), ("year", zero)),
                Message.Of("working.lock-in.standing", ("amount", context.Amount(line.Standing))),
                context.Amount(line.All)
            );
        }

        yield return new WorkingStep(
            Message.Of("working.lock-in.share"),
            Message.Of(
                "formula.ratio",
                ("part", context.Amount(lines.Sum(l => l.All))),
                ("whole", context.Amount(counted))
            ),
            new Share(lines.Sum(l => l.All) / counted)
        );
        foreach (var group in LastOfStock.Together(kinds))
        {
            var stock = group.Key.Stock.Stock;
            yield return new WorkingStep(
                Message.Of(
                    "working.lock-in.last",
                    ("stock", stock.Title ?? stock.Name),
                    ("labels", group.Select(l => (object)l.Kind).ToEquatableList()),
                    ("year", zero)
                ),
                null,
                group.Key.Year is { } year ? year : Message.Of("working.lock-in.never")
            );
        }
    }

    /// <summary>What each line emits in a year by what stood until today, and by all that is installed until then.</summary>
    private static List<Line> Lines(
        LockInReport report,
        ImmutableArray<CarriedLine> carried,
        int zero,
        int today,
        double factor
    ) =>
        [
            .. carried.Select(c => new Line(
                c.Line.Category,
                c.Name,
                c.In(zero, report.FirstYear, Math.Min(today, zero)) * factor,
                c.In(zero, report.FirstYear, zero) * factor
            )),
        ];

    private sealed record Line(string Category, string Name, double Standing, double All);
}
