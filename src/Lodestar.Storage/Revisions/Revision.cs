// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Storage.Revisions;

/// <summary>A stored state of a plan folder.</summary>
/// <param name="Id">Content address: SHA-256 in lower-case hex over manifest, parent, plan, number, time, author and message.</param>
/// <param name="Number">1, 2, 3 … within the plan.</param>
/// <param name="Author">An opaque id, resolved outside the folder; null when not known.</param>
public sealed record Revision(
    string Id,
    string PlanId,
    int Number,
    string? Parent,
    DateTimeOffset SavedAt,
    string? Author,
    string Message
);

/// <summary>Who saves and why.</summary>
public sealed record RevisionNote(string Message, string? Author = null);

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <summary>Durable: it is on disk before this is returned.</summary>
    public sealed record Saved(Revision Revision) : SaveOutcome;

    /// <summary>The files equal those of the current revision; nothing was written.</summary>
    public sealed record Unchanged(Revision Current) : SaveOutcome;

    /// <summary>
    /// Somebody saved the same files in between; nothing was written. The changes lead from what they saved to what
    /// this save would have put in its place.
    /// </summary>
    public sealed record Conflict(Revision Current, EquatableList<FileChange> Changes) : SaveOutcome;
}

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One file's difference between two revisions; line changes for text files.</summary>
public sealed record FileChange(string Path, ChangeKind Kind, EquatableList<LineChange> Lines)
{
    /// <summary>Why the lines are not all that could be said: binary, too large, too different, line ends only.</summary>
    public Message? Note { get; init; }
}

/// <summary>A line of a difference: '+' added, '-' removed, ' ' context; numbers from 1, 0 where the side has none.</summary>
public readonly record struct LineChange(char Sign, int OldLine, int NewLine, string Text);
