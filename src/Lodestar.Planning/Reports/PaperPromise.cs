// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Reports;

/// <summary>What was promised, by when, in tonnes.</summary>
internal static class PaperPromise
{
    public static PaperSection Of(PaperInput input)
    {
        var assessment = input.Assessment;
        var title = Message.Of("report.promise");
        if (assessment.Target is not { } target)
        {
            return new PaperSection("promise", title, [new PaperParagraph(Message.Of("headline.promise.none"))]);
        }

        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        if (Name(input, target) is { } name)
        {
            blocks.Add(new PaperParagraph(name, PaperTone.Lead));
        }

        if (target.StatedAs is { } stated)
        {
            blocks.Add(new PaperParagraph(Message.Of("report.promise.stated", ("stated", stated))));
        }

        foreach (var id in (string[])["scope", "form", "milestones"])
        {
            blocks.Add(new PaperParagraph(assessment.FindingOf(id).Sentence));
        }

        if (assessment.Milestones.Count > 0 && assessment.Totals is { } totals)
        {
            blocks.Add(Table(assessment.Milestones, totals.Unit.Display));
        }

        if (assessment.Path is { } path)
        {
            blocks.Add(
                new PaperParagraph(
                    path.Derived
                        ? Message.Of("report.promise.derived", ("year", path.StartYear ?? assessment.Date.Year))
                        : Message.Of("report.promise.published"),
                    PaperTone.Note
                )
            );
            if (path.ResidualAssumedZero)
            {
                blocks.Add(new PaperParagraph(Message.Of("report.promise.no-residual"), PaperTone.Note));
            }
        }

        return new PaperSection("promise", title, blocks.ToImmutable());
    }

    private static string? Name(PaperInput input, TargetVersion version) =>
        version.Title ?? input.Plan.Targets.FirstOrDefault(t => t.Versions.Contains(version))?.Title;

    private static PaperTable Table(IReadOnlyList<ResolvedMilestone> milestones, string unit)
    {
        var decimals = PaperView.Decimals(milestones.Max(m => Math.Max(Math.Abs(m.Amount), Math.Abs(m.OnPath ?? 0))));
        object? Shown(double? amount) =>
            amount is { } value && Rounding.Of(value, decimals) is { } rounded ? new Figure(rounded, decimals) : null;
        return new PaperTable(
            Message.Of("report.promise.table", ("unit", unit)),
            [
                new(Message.Of("report.column.year")),
                new(Message.Of("report.column.promised"), true),
                new(Message.Of("report.column.on-path"), true),
                new(Message.Of("report.column.inventoried"), true),
            ],
            [
                .. milestones.Select(m => new PaperRow([
                    m.IsNetZero ? Message.Of("report.year.net-zero", ("year", m.Year)) : m.Year,
                    Shown(m.Amount),
                    Shown(m.OnPath),
                    Shown(m.Inventoried),
                ])),
            ]
        );
    }
}
