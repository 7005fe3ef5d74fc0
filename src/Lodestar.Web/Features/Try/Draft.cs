// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Web.Features.Try;

/// <summary>A file somebody tries out: its bytes as they came, and what was understood of them. Nothing of it is saved.</summary>
/// <param name="Token">Cannot be guessed; whoever has the address has the draft.</param>
public sealed record Draft(
    string Token,
    string FileName,
    ReadOnlyMemory<byte> Bytes,
    ImportOptions Options,
    ImportResult Import
)
{
    /// <summary>Plans with what their reader added (a target), by id; others are as imported.</summary>
    public IReadOnlyDictionary<string, PlanFiles> Edited { get; init; } = new Dictionary<string, PlanFiles>();

    /// <summary>Plans as they were before the measure taken over last, by id: one step back.</summary>
    public IReadOnlyDictionary<string, AdoptedStep> Adopted { get; init; } = new Dictionary<string, AdoptedStep>();

    /// <summary>Plans that were read once, by their files: looking again costs nothing.</summary>
    private ConditionalWeakTable<PlanFiles, PlanReading> Readings { get; } = [];

    /// <summary>What was understood of a plan's files.</summary>
    public PlanReading Read(PlanFiles files) => Readings.GetValue(files, f => PlanReader.Read(f));

    /// <summary>The plan asked for; the first when none is named; null when the file gave none.</summary>
    public ImportedPlan? Find(string? id)
    {
        var plan = Import.Plans.FirstOrDefault(p => id is null || p.Id == id);
        return plan is not null && Edited.TryGetValue(plan.Id, out var files) ? plan with { Files = files } : plan;
    }

    /// <summary>With other files of a plan; what was taken over before can then no longer be undone alone.</summary>
    public Draft With(string planId, PlanFiles files) =>
        this with
        {
            Edited = new Dictionary<string, PlanFiles>(Edited) { [planId] = files },
            Adopted = Adopted.Where(a => a.Key != planId).ToDictionary(),
        };

    /// <summary>With a measure taken over into a plan.</summary>
    public Draft WithAdopted(string planId, PlanFiles before, PlanFiles after, string measure) =>
        With(planId, after) with
        {
            Adopted = new Dictionary<string, AdoptedStep>(Adopted) { [planId] = new AdoptedStep(before, measure) },
        };
}

/// <summary>A measure that was taken over last.</summary>
/// <param name="Before">The plan's files before it.</param>
/// <param name="Measure">Its id in the plan.</param>
public sealed record AdoptedStep(PlanFiles Before, string Measure);
