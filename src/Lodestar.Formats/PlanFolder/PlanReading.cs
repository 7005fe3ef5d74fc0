// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanFolder;

/// <summary>The files that could be taken in, and what could not.</summary>
public sealed record FilesReading(PlanFiles Files, EquatableList<Diagnostic> Diagnostics);

/// <summary>A plan as far as it could be read, with every fault found: one does not hide another.</summary>
public sealed record PlanReading(Plan Plan, PlanFiles Files, EquatableList<Diagnostic> Diagnostics)
{
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
