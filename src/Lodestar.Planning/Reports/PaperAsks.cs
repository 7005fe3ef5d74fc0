// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Control;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Reports;

/// <summary>What the place needs others to decide.</summary>
internal static class PaperAsks
{
    public static PaperSection Of(PaperInput input)
    {
        var title = Message.Of("report.asks");
        var plan = input.Plan;
        var control = new PaperParagraph(input.Assessment.FindingOf("control").Sentence);
        return plan.Asks.Count == 0
            ? new PaperSection("asks", title, [control, new PaperParagraph(Message.Of("report.asks.none"))])
            : new PaperSection(
                "asks",
                title,
                [
                    control,
                    new PaperTable(
                        Message.Of("report.asks.table"),
                        [
                            new(Message.Of("report.column.ask"), Width: 4),
                            new(Message.Of("report.column.addressee"), Width: 2),
                            new(Message.Of("report.column.instrument"), Width: 2),
                            new(Message.Of("report.column.status"), Width: 2),
                        ],
                        [
                            .. plan.Asks.Select(a => new PaperRow([
                                a.Title,
                                a.Addressee ?? (object)Message.Of(ControlWords.TextId(a.AddresseeLevel)),
                                Message.Of(ControlWords.TextId(a.Instrument)),
                                Message.Of(ControlWords.TextId(a.Status)),
                            ])),
                        ]
                    ),
                ]
            );
    }
}
