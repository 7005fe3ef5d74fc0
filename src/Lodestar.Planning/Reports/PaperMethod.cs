// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.Reports;

/// <summary>How each number came about, what it rests on, and what it takes to make it again.</summary>
internal static class PaperMethod
{
    private const int MostDrivers = 5;

    public static PaperSection Of(PaperInput input, PaperView? view)
    {
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperParagraph(Message.Of("report.method.lead")));
        blocks.Add(Again(input, view));
        if (view is not null)
        {
            Odds(blocks, view);
            Fits(blocks, view);
        }

        blocks.Add(new PaperHeading(Message.Of("report.method.findings")));
        foreach (var finding in input.Assessment.Findings.Where(f => FindingTable.Of(f.Id).IsOn))
        {
            blocks.Add(new PaperHeading(PaperFindings.Name(finding), 3));
            blocks.Add(new PaperParagraph(finding.Rule));
            if (finding.Working.Count > 0)
            {
                blocks.Add(Working(finding));
            }
        }

        if (input.Assessment.Doubts.Count > 0)
        {
            blocks.Add(new PaperHeading(Message.Of("report.method.doubts")));
            blocks.Add(new PaperList([.. input.Assessment.Doubts.Select(d => (object)d.Reason).Distinct()]));
        }

        return new PaperSection("method", Message.Of("report.method"), blocks.ToImmutable()) { OnNewPage = true };
    }

    private static PaperTable Again(PaperInput input, PaperView? view)
    {
        var rows = new List<PaperRow>
        {
            new([Message.Of("report.method.date"), input.Assessment.Date]),
            new([Message.Of("report.method.hash"), input.Hash]),
            new([Message.Of("report.method.version"), input.Version]),
            new([Message.Of("report.method.rules"), input.Assessment.RuleSet]),
            new([Message.Of("report.method.gwp"), input.Plan.GwpSet.Id]),
        };
        if (view is not null)
        {
            rows.Add(new([Message.Of("report.method.model"), view.Outlook.Model.Emissions.Name]));
            rows.Add(
                new([
                    Message.Of("report.method.draws"),
                    view.Outlook.Expected.IsDrawn ? ScenarioRunner.DrawCount : Message.Of("report.method.not-drawn"),
                ])
            );
            rows.Add(new([Message.Of("report.method.seed"), (int)ScenarioRunner.Seed]));
        }

        return new PaperTable(
            Message.Of("report.method.table"),
            [new(Message.Of("report.column.what"), Width: 2), new(Message.Of("report.column.value"), Width: 4)],
            [.. rows]
        );
    }

    private static void Odds(ImmutableArray<PaperBlock>.Builder blocks, PaperView view)
    {
        blocks.Add(new PaperHeading(Message.Of("report.method.odds")));
        blocks.Add(new PaperParagraph(Message.Of("report.method.runs")));
        blocks.Add(new PaperParagraph(PaperOdds.Basis(view)));
        if (view.Outlook.Trust is { } trust)
        {
            if (trust.WeakestGrade is { } grade)
            {
                blocks.Add(
                    new PaperParagraph(
                        Message.Of(
                            "report.method.weakest",
                            ("grade", Grade(grade)),
                            (
                                "inputs",
                                trust.Weakest.Take(MostDrivers).Select(v => (object)(v.Title ?? v.Name)).ToList()
                            )
                        )
                    )
                );
            }

            blocks.Add(
                new PaperParagraph(Message.Of("report.method.delivery", ("share", new Share(trust.DeliveryShare))))
            );
            if (trust.Drivers.Length > 0)
            {
                blocks.Add(
                    new PaperTable(
                        Message.Of("report.method.drivers"),
                        [
                            new(Message.Of("report.column.input"), Width: 3),
                            new(Message.Of("report.column.grade"), Width: 2),
                            new(Message.Of("report.column.share"), true),
                        ],
                        [
                            .. trust
                                .Drivers.Take(MostDrivers)
                                .Select(d => new PaperRow([
                                    d.Variable.Title ?? d.Variable.Name,
                                    Grade(d.Variable.Grade),
                                    new Share(Math.Round(d.Share, 3)),
                                ])),
                        ]
                    )
                );
            }
        }

        blocks.Add(
            new PaperParagraph(
                view.Outlook.Chances.InventoryError is > 0 and var error
                    ? Message.Of("report.method.inventory", ("share", new Share(error)))
                    : Message.Of("report.method.inventory.none")
            )
        );
        if (view.Outlook.Wedges is not null)
        {
            blocks.Add(new PaperHeading(Message.Of("report.method.effects")));
            blocks.Add(new PaperParagraph(Message.Of("report.method.shapley")));
            blocks.Add(new PaperParagraph(Message.Of("report.method.rounding")));
        }
    }

    private static void Fits(ImmutableArray<PaperBlock>.Builder blocks, PaperView view)
    {
        blocks.Add(new PaperHeading(Message.Of("report.method.fit")));
        if (view.Outlook.Fits.IsEmpty)
        {
            blocks.Add(new PaperParagraph(Message.Of("report.method.fit.none")));
            return;
        }

        static object? Error(FitError? error) =>
            error is { RelativeRmse: var relative } && double.IsFinite(relative) ? new Share(relative) : null;
        static object Years(FitReport fit, bool heldOut)
        {
            var years = fit.Years.Where(y => y.IsHeldOut == heldOut).Select(y => y.Year).ToList();
            return years.Count == 0 ? Message.Of("report.none")
                : years[0] == years[^1] ? years[0]
                : Message.Of("report.years", ("first", years[0]), ("last", years[^1]));
        }

        blocks.Add(
            new PaperTable(
                Message.Of("report.method.fit.table"),
                [
                    new(Message.Of("report.column.line"), Width: 3),
                    new(Message.Of("report.column.fitted"), Width: 2),
                    new(Message.Of("report.column.error-in"), true),
                    new(Message.Of("report.column.held-out"), Width: 2),
                    new(Message.Of("report.column.error-out"), true),
                ],
                [
                    .. view.Outlook.Fits.Select(f => new PaperRow([
                        f.Fit.Of.Title ?? f.Fit.Of.Name,
                        Years(f, false),
                        Error(FitError.Of(f.Years.Where(y => !y.IsHeldOut))),
                        Years(f, true),
                        Error(f.HeldOut),
                    ])),
                ]
            )
        );
    }

    private static PaperTable Working(Finding finding) =>
        new(
            Message.Of("report.method.working", ("finding", PaperFindings.Name(finding))),
            [
                new(Message.Of("report.column.step"), Width: 4),
                new(Message.Of("report.column.formula"), Width: 4),
                new(Message.Of("report.column.result"), true, 2),
            ],
            [
                .. finding.Working.Select(w => new PaperRow([
                    w.Note is { } note ? Message.Of("report.noted", ("what", w.Label), ("note", note)) : w.Label,
                    w.Formula is { } formula ? formula : "",
                    w.Result ?? "",
                ])),
            ]
        );

    private static Message Grade(string? grade) =>
        Message.Of(
            grade switch
            {
                "default" => "report.grade.default",
                "estimated" => "report.grade.estimated",
                "modelled" => "report.grade.modelled",
                "reported" => "report.grade.reported",
                "observed" => "report.grade.observed",
                _ => "report.grade.none",
            }
        );
}
