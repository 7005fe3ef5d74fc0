// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Reports;

/// <summary>How likely the promise is kept.</summary>
internal static class PaperOdds
{
    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var title = Message.Of("report.odds");
        var sentence = new PaperParagraph(input.Assessment.FindingOf("odds").Sentence);
        if (view is not { Stops.Count: > 0 } || !view.Outlook.Expected.IsDrawn)
        {
            return new PaperSection("odds", title, [sentence]);
        }

        return new PaperSection(
            "odds",
            title,
            [sentence, Table(view), new PaperParagraph(Basis(view), PaperTone.Note)]
        );
    }

    /// <summary>Why odds are percentages, or words.</summary>
    public static Message Basis(PaperView view) =>
        view.Outlook.Trust is { } trust
            ? Message.Of(
                trust.IsFirm ? "report.odds.firm" : "report.odds.words",
                ("share", new Share(trust.UnverifiedShare))
            )
            : Message.Of("report.odds.none");

    private static PaperTable Table(PaperView view)
    {
        var runs = new[] { view.Outlook.Expected, view.Outlook.Planned }.Distinct().ToList();
        var decimals = PaperView.Decimals(view.Stops.Max(s => Math.Abs(s.Limit)));
        return new PaperTable(
            Message.Of("report.odds.table", ("unit", view.Unit), ("draws", ScenarioRunner.DrawCount)),
            [
                new(Message.Of("report.column.year"), Width: 2),
                new(Message.Of("report.column.limit"), true),
                .. runs.Select(r => new PaperColumn(view.Name(r), Width: 2)),
            ],
            [
                .. view.Stops.Select(s => new PaperRow([
                    s.IsNetZero ? Message.Of("report.year.net-zero", ("year", s.Year)) : s.Year,
                    Rounding.Of(s.Limit, decimals) is { } limit ? new Figure(limit, decimals) : null,
                    .. runs.Select(r =>
                        r.AtMost(s.Year, s.Limit) is { } odds ? (object?)OddsSaid.Of(odds, view.IsFirm) : null
                    ),
                ])),
            ]
        );
    }
}
