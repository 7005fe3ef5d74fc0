// SPDX-License-Identifier: Apache-2.0
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

    /// <summary>The plan asked for; the first when none is named; null when the file gave none.</summary>
    public ImportedPlan? Find(string? id)
    {
        var plan = Import.Plans.FirstOrDefault(p => id is null || p.Id == id);
        return plan is not null && Edited.TryGetValue(plan.Id, out var files) ? plan with { Files = files } : plan;
    }

    public Draft With(string planId, PlanFiles files) =>
        this with
        {
            Edited = new Dictionary<string, PlanFiles>(Edited) { [planId] = files },
        };
}
