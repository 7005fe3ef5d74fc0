// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Model;

namespace Lodestar.Web.Components.Model;

/// <summary>A plan's model and what it says, or what keeps it from saying anything.</summary>
/// <param name="Checked">The model; without text where the plan has none.</param>
/// <param name="Outlook">Null without a sound model, or where it is too large to be run while somebody waits.</param>
/// <param name="Faults">Of the files and of the run.</param>
public sealed record ModelCase(CheckedModel Checked, ModelOutlook? Outlook, EquatableList<Diagnostic> Faults)
{
    public bool IsStated => Checked.Text is not null;

    public bool IsTooLarge => Checked.Model is not null && Outlook is null;

    /// <summary>Null where nothing can be drawn or told.</summary>
    public ModelOutlook? Shown => Outlook is { IsFinite: true } ? Outlook : null;

    /// <summary>The observations that an answer is beside; null where there are none.</summary>
    public static FitReport? FitOf(ModelOutlook outlook, BoundVariable variable) =>
        outlook.Fits.FirstOrDefault(f => f.Fit.Of == variable);
}
