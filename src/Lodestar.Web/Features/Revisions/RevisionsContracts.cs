// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Features.Revisions;

/// <summary>A plan's history, newest first.</summary>
public sealed record RevisionListContract(IReadOnlyList<RevisionContract> Revisions);

/// <summary>What changed from one revision to another, file by file.</summary>
public sealed record DiffContract(
    RevisionContract From,
    RevisionContract To,
    IReadOnlyList<FileChangeContract> Changes
);

/// <summary>Who saves and why. Author is an opaque id.</summary>
public sealed record NoteContract(string? Message, string? Author);
