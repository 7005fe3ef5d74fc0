// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Reports;

/// <summary>Every finding of the lodestar test, and what would switch on those that are open.</summary>
internal static class PaperFindings
{
    public static PaperSection Of(PaperInput input)
    {
        var findings = input.Assessment.Findings;
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperParagraph(Message.Of("report.findings.lead")));
        blocks.Add(
            new PaperTable(
                Message.Of("report.findings.table", ("rules", input.Assessment.RuleSet)),
                [
                    new(Message.Of("report.column.finding"), Width: 2),
                    new(Message.Of("report.column.verdict"), Width: 2),
                    new(Message.Of("report.column.sentence"), Width: 6),
                    new(Message.Of("report.column.number"), true, 2),
                    new(Message.Of("report.column.threshold"), true, 2),
                ],
                [
                    .. findings.Select(f => new PaperRow([
                        Name(f),
                        Message.Of(Verdicts.TextId(f.Verdict)),
                        f.Sentence,
                        f.Number,
                        f.Threshold,
                    ])),
                ]
            )
        );
        var open = findings.Where(f => f.Needs.Count > 0).ToList();
        if (open.Count > 0)
        {
            blocks.Add(new PaperHeading(Message.Of("report.findings.open")));
            blocks.Add(
                new PaperList([
                    .. open.Select(f => Message.Of("report.findings.needs", ("finding", Name(f)), ("files", f.Needs))),
                ])
            );
        }

        return new PaperSection("findings", Message.Of("report.findings"), blocks.ToImmutable()) { OnNewPage = true };
    }

    public static Message Name(Finding finding) => Message.Of($"finding.{finding.Id}.name");
}
