// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Reports;

/// <summary>What the plan costs more than doing nothing, as far as its model states prices.</summary>
internal static class PaperCosts
{
    // How far a part stands to the right of its total.
    private const string Step = "\u2003";

    /// <summary>The blocks; none where the model states no cost.</summary>
    public static IEnumerable<PaperBlock> Of(PaperView view)
    {
        var (before, after) = (view.Outlook.Without, view.Outlook.Planned);
        var spans = CostAnswer.Spans(
            view.Stops.Select(s => s.Year),
            view.From,
            view.LastYear,
            view.Stops.LastOrDefault(s => s.IsNetZero)?.Year
        );
        if (before == after || CostAnswer.Of(view.Outlook.Model, before, after, spans) is not { } cost)
        {
            yield break;
        }

        yield return new PaperHeading(Message.Of("report.cost"));
        if (CostWords.Difference(cost, view.Name(after), view.Name(before)) is { } difference)
        {
            yield return new PaperParagraph(difference, PaperTone.Lead);
        }

        foreach (var change in cost.Changes)
        {
            yield return Table(view, change, before, after);
        }

        if (CostWords.PerTonne(cost) is { } tonne)
        {
            yield return new PaperParagraph(tonne);
        }

        if (CostWords.NotCounted(cost) is { } missing)
        {
            yield return new PaperParagraph(missing);
        }

        yield return new PaperParagraph(Message.Of("cost.what"), PaperTone.Note);
    }

    private static PaperTable Table(PaperView view, CostChange change, ScenarioRun before, ScenarioRun after) =>
        new(
            Message.Of("report.cost.table", ("unit", change.Unit.Millions)),
            [
                new(Message.Of("report.column.what"), Width: 3),
                .. change.Spans.Select(s => new PaperColumn(
                    s.From == s.To
                        ? Message.Of("report.cost.more-in", ("year", s.From))
                        : Message.Of("report.cost.more-from", ("from", s.From), ("to", s.To)),
                    true
                )),
                new(Sum(view.Name(after), change), true),
                new(Sum(view.Name(before), change), true),
            ],
            [
                .. change.Shown.Select(row => new PaperRow(
                    [
                        Message.Of(
                            "report.cost.item",
                            ("step", string.Concat(Enumerable.Repeat(Step, row.Depth))),
                            ("item", row.Item is { } item ? item.Title : Message.Of("cost.other"))
                        ),
                        .. row.Amounts.Select(a => (object?)new Figure(a.Difference, change.Decimals)),
                        new Figure(row.Amounts[^1].After, change.Decimals),
                        new Figure(row.Amounts[^1].Before, change.Decimals),
                    ],
                    row.Depth == 0
                )),
            ]
        );

    private static Message Sum(Message scenario, CostChange change) =>
        Message.Of(
            "report.cost.sum",
            ("scenario", scenario),
            ("from", change.Spans[^1].From),
            ("to", change.Spans[^1].To)
        );
}
