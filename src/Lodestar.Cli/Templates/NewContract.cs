// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Templates;
using Lodestar.Formula.Answers;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Templates;
using Lodestar.Web.Features;

namespace Lodestar.Cli.Templates;

/// <summary><c>lodestar new --json</c>.</summary>
internal sealed record NewContract(
    string Folder,
    string Template,
    string Inventory,
    int BaseYear,
    string Unit,
    IReadOnlyList<LineContract> Lines,
    IReadOnlyList<LeftOutContract> LeftOut,
    IReadOnlyList<DiagnosticContract> Diagnostics
)
{
    public static NewContract From(ModelTemplate template, string folder, TemplatedPlan made, MessageCatalog texts)
    {
        var observed = made.Report!.Observed;
        return new NewContract(
            folder,
            template.ToString(),
            observed.Inventory.Id,
            observed.BaseYear,
            $"kt {observed.Gas}",
            [.. made.Report.Lines.Select(l => LineContract.From(l, texts.Language))],
            [
                .. observed.LeftOut.Select(l => new LeftOutContract(
                    l.Line.Id,
                    l.Line.Title.In(texts.Language),
                    l.Reason.ToString()
                )),
            ],
            [.. made.Diagnostics.Select(d => DiagnosticContract.From(d, texts))]
        );
    }
}

/// <summary>A line beside the inventory.</summary>
internal sealed record LineContract(
    string Id,
    string Title,
    string Category,
    double Inventory,
    double BottomUp,
    double? FactorGap,
    double? FactorRatio,
    double ActivityRatio,
    double ActivityGap,
    double Residual,
    double ResidualShare,
    bool Flagged,
    double? Trend,
    double? FittedError,
    double? HeldOutError,
    IReadOnlyList<int> HeldOutYears
)
{
    public static LineContract From(CalibratedLine line, string language) =>
        new(
            line.Group.Id,
            line.Group.Title.In(language),
            line.Group.Category,
            line.Inventory,
            line.BottomUp,
            line.FactorGap,
            line.FactorGap is null ? null : line.Factor,
            line.Ratio,
            line.ActivityGap,
            line.Residual,
            line.ResidualShare,
            line.IsFlagged,
            line.History?.Trend,
            Relative(line.History?.Fitted),
            Relative(line.History?.HeldOut),
            [.. line.History?.HeldOutYears ?? EquatableList<int>.Empty]
        );

    private static double? Relative(FitError? error) =>
        error is null || !double.IsFinite(error.RelativeRmse) ? null : error.RelativeRmse;
}

/// <summary>A line of the template that is not in the plan, and why.</summary>
internal sealed record LeftOutContract(string Id, string Title, string Reason);
