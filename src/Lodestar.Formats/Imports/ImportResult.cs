// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Imports;

/// <summary>How far an import has come; <paramref name="TotalBytes"/> is null when the size is not known.</summary>
public readonly record struct ImportProgress(long BytesRead, long? TotalBytes, long RowsRead);

/// <summary>A plan folder that an import made: one place, its inventory, its sources.</summary>
public sealed record ImportedPlan(string Id, string Name, PlanFiles Files)
{
    /// <summary>A plan as the files that reading gives it back from.</summary>
    internal static ImportedPlan Of(Plan plan) => new(plan.Id, plan.Name, PlanText.Files(plan));
}

/// <summary>What became of the rows of the file, so that nothing is dropped in silence: read = used + left out.</summary>
public sealed record LossReport(long RowsRead, long RowsUsed, EquatableList<LeftOut> LeftOut)
{
    public long RowsLeftOut => LeftOut.Sum(l => l.Rows);
}

/// <summary>Rows left out for one reason, with the first few places where it happened.</summary>
public sealed record LeftOut(Message Reason, long Rows, EquatableList<Place> First);

/// <summary>The plans made (none when the file could not be understood), the loss report and the diagnostics.</summary>
public sealed record ImportResult(
    EquatableList<ImportedPlan> Plans,
    LossReport Loss,
    EquatableList<Diagnostic> Diagnostics
)
{
    /// <summary>What was guessed about the file, in the reader's words: separator, encoding, decimal mark, unit, years.</summary>
    public EquatableList<Message> Understood { get; init; } = EquatableList<Message>.Empty;

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
