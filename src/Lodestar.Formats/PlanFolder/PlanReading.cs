// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Model;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Scenarios;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder;

/// <summary>The files that could be taken in, and what could not.</summary>
public sealed record FilesReading(PlanFiles Files, EquatableList<Diagnostic> Diagnostics);

/// <summary>A plan as far as it could be read, with every fault found: one does not hide another.</summary>
public sealed class PlanReading
{
    private readonly Lazy<CheckedModel> _model;
    private readonly Lazy<PlanOutlook?> _outlook;

    internal PlanReading(Plan plan, PlanFiles files, EquatableList<Diagnostic> diagnostics)
    {
        (Plan, Files, Diagnostics) = (plan, files, diagnostics);
        _model = new(() => CheckedModel.Of(ModelReader.Read(files)));
        _outlook = new(() =>
        {
            using var runner = Runner();
            return runner is null ? null : PlanOutlook.Of(plan, runner);
        });
    }

    public Plan Plan { get; }

    public PlanFiles Files { get; }

    public EquatableList<Diagnostic> Diagnostics { get; }

    /// <summary>The model of the folder, read and checked; without text where it has none. Takes milliseconds once.</summary>
    public CheckedModel Model => _model.Value;

    /// <summary>
    /// Where the plan's scenarios lead; null without a sound model of emissions, or where it is too large to be run while
    /// somebody waits. Takes tenths of a second once.
    /// </summary>
    public PlanOutlook? Outlook => ModelReader.IsIn(Files) ? _outlook.Value : null;

    /// <summary>Whether asking for <see cref="Outlook"/> takes no time.</summary>
    public bool IsRun => _outlook.IsValueCreated || !ModelReader.IsIn(Files);

    /// <summary>The plan's model, ready to be run; to be disposed of. Null where <see cref="Outlook"/> is for want of a model.</summary>
    public ScenarioRunner? Runner() =>
        Model is { Model: { } model, Text: { } text } && PlanModel.Of(Plan, model, text, UnitOf(Plan)) is { } found
            ? new ScenarioRunner(found)
            : null;

    /// <summary>What scenarios.yaml names that the model does not have, or that can't be; nothing is run for it.</summary>
    public EquatableList<Diagnostic> ScenarioFaults()
    {
        using var runner = Runner();
        return runner is null
            ? EquatableList<Diagnostic>.Empty
            : ScenarioSet.Of(Plan.Scenarios, runner.Model).Diagnostics;
    }

    /// <summary>The same plan with what else was found wrong around it.</summary>
    public PlanReading With(EquatableList<Diagnostic> diagnostics) => new(Plan, Files, diagnostics);

    private static Unit? UnitOf(Plan plan) =>
        plan.Inventories.FirstOrDefault() is { Rows.Count: > 0 } inventory
            ? InventoryTotaller.Total(plan, inventory, inventory.Boundary).Unit
            : null;

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>Bounds on what a folder or zip may hold; beyond them reading stops with a diagnostic.</summary>
public sealed record PlanLimits
{
    public static PlanLimits Default { get; } = new();

    public int Files { get; init; } = 2_000;
    public long FileBytes { get; init; } = 32L << 20;
    public long TotalBytes { get; init; } = 128L << 20;
}
