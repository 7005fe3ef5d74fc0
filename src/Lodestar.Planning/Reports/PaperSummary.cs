// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Series;

namespace Lodestar.Planning.Reports;

/// <summary>The page that everybody reads: how much, what was promised, whether it adds up, what is lacking.</summary>
internal static class PaperSummary
{
    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var assessment = input.Assessment;
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.AddRange(assessment.Headline.Select(m => new PaperParagraph(m, PaperTone.Lead)));
        blocks.Add(new PaperHeading(Message.Of("report.summary.adds-up")));
        blocks.Add(
            new PaperParagraph(
                Message.Of(
                    "report.summary.verdict",
                    ("verdict", Message.Of(Verdicts.TextId(assessment.Holds))),
                    ("sentence", assessment.FindingOf("pace").Sentence)
                )
            )
        );
        if (view is { Stops.Count: > 0 })
        {
            blocks.Add(Gaps(view));
            blocks.Add(new PaperParagraph(PaperOdds.Basis(view), PaperTone.Note));
        }
        else
        {
            blocks.Add(new PaperParagraph(Missing(input, view)));
        }

        blocks.Add(new PaperParagraph(Counts(assessment)));
        return new PaperSection("summary", Message.Of("report.summary"), blocks.ToImmutable());
    }

    /// <summary>Why there is nothing computed to show.</summary>
    public static Message Missing(PaperInput input, PaperView? view) =>
        view is not null
            ? Message.Of(input.Assessment.IsModelled ? "report.missing.stops" : "report.missing.promise")
            : Message.Of(input.HasModel ? "report.missing.model-faulty" : "report.missing.model");

    private static PaperTable Gaps(PaperView view)
    {
        var run = view.Outlook.Expected;
        var decimals = PaperView.Decimals(run.Path.Max(Math.Abs));
        return new PaperTable(
            Message.Of("report.gaps.caption", ("scenario", view.Name(run)), ("unit", view.Unit)),
            [
                new(Message.Of("report.column.year")),
                new(Message.Of("report.column.expected"), true),
                new(Message.Of("report.column.limit"), true),
                new(Message.Of("report.column.gap"), true),
                new(Message.Of("report.column.odds"), Width: 2),
            ],
            [
                .. view.Stops.Select(s =>
                {
                    var expected = Rounding.Of(run.At(s.Year)!.Value, decimals) ?? 0;
                    var limit = Rounding.Of(s.Limit, decimals) ?? 0;
                    return new PaperRow([
                        s.IsNetZero ? Message.Of("report.year.net-zero", ("year", s.Year)) : s.Year,
                        new Figure(expected, decimals),
                        new Figure(limit, decimals),
                        new Figure(expected - limit, decimals),
                        run.AtMost(s.Year, s.Limit) is { } odds ? OddsSaid.Of(odds, view.IsFirm) : null,
                    ]);
                }),
            ]
        );
    }

    private static Message Counts(PlanAssessment assessment)
    {
        int Count(Verdict verdict) => assessment.Findings.Count(f => f.Verdict == verdict);
        return Message.Of(
            "report.summary.counts",
            ("findings", assessment.Findings.Count),
            ("met", Count(Verdict.Met)),
            ("partly", Count(Verdict.Partly)),
            ("unmet", Count(Verdict.Unmet)),
            ("open", Count(Verdict.NotStated))
        );
    }
}
