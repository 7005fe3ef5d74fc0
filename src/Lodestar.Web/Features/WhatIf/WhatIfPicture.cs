// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;
using Lodestar.Planning.Targets;
using Lodestar.Planning.WhatIf;
using Lodestar.Web.Charts;
using Lodestar.Web.Texts;

namespace Lodestar.Web.Features.WhatIf;

/// <summary>The picture of a what-if: counted, as the plan has it, without measures, as asked, and what is promised.</summary>
internal static class WhatIfPicture
{
    public static LinesChart Chart(WhatIfAnswer answer, OpenPlan open, MessageCatalog texts)
    {
        var outlook = open.Reading.Outlook!;
        var lines = new List<NamedLine>();
        var from = answer.From;
        if (Counted(open) is { Count: > 1 } counted)
        {
            from = Math.Min(from, counted[^1].Year);
            lines.Add(new NamedLine(texts.Of("web.what-if.line.counted"), Ink.History, counted, IsBridged: true));
        }

        if (outlook.Without.Case != answer.Plan.Case)
        {
            lines.Add(
                new NamedLine(
                    texts.Of("web.what-if.line.without"),
                    Ink.Muted,
                    Points(outlook.Without.Path, answer, from),
                    LineStyle.Dotted
                )
            );
        }

        if (!answer.Wish.IsBase)
        {
            lines.Add(
                new NamedLine(
                    texts.Render(ScenarioWords.Name(outlook.Set, answer.Plan.Case)),
                    Ink.Muted,
                    Points(answer.Plan.Path, answer, from),
                    LineStyle.Dashed
                )
            );
        }

        lines.Add(
            new NamedLine(
                answer.Wish.IsBase
                    ? texts.Render(ScenarioWords.Name(outlook.Set, answer.Plan.Case))
                    : texts.Of("web.what-if.line.asked"),
                Ink.Ink,
                Points(answer.Run.Path, answer, from),
                LineStyle.Dashed
            )
        );
        return new LinesChart(outlook.Model.Unit.Display, lines)
        {
            Stops =
            [
                .. answer.Stops.Select(s => new NamedStop(
                    texts.Of(
                        "web.what-if.stop",
                        ("year", s.Year),
                        ("amount", s.Limit),
                        ("unit", outlook.Model.Unit.Display)
                    ),
                    Ink.Path,
                    s.Year,
                    s.Limit
                )),
            ],
            Bands = answer.Run.Bands.IsEmpty
                ? []
                :
                [
                    new NamedBand(
                        Ink.Ink,
                        [
                            .. answer
                                .Run.Bands.Select((b, i) => (Year: answer.Run.FirstYear + i, b.P05, b.P95))
                                .Where(b => b.Year >= answer.From && double.IsFinite(b.P05) && double.IsFinite(b.P95))
                                .Select(b => (b.Year, b.P05, b.P95)),
                        ]
                    ),
                ],
        };
    }

    private static List<YearAmount> Points(IReadOnlyList<double> path, WhatIfAnswer answer, int from) =>
        [
            .. path.Select((amount, i) => new YearAmount(answer.Run.FirstYear + i, amount))
                .Where(p => p.Year >= from && double.IsFinite(p.Amount)),
        ];

    private static List<YearAmount>? Counted(OpenPlan open)
    {
        var (totals, outlook) = (open.Assessment.Totals, open.Reading.Outlook!);
        return totals is not null && totals.Unit.TryFactorTo(outlook.Model.Unit, out var factor)
            ?
            [
                .. totals
                    .Comparable.Where(y => y.Total.Amount is not null)
                    .Select(y => new YearAmount(y.Year, y.Total.Amount!.Value * factor)),
            ]
            : null;
    }
}
