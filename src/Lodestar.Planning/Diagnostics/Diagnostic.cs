// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Diagnostics;

/// <summary>How much a diagnostic matters: an error leaves something out, a warning doubts it, a note explains it.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>
/// What a person should know about their input. <paramref name="Id"/> is stable ("LS1203"), <paramref name="Reason"/>
/// says what is wrong and <paramref name="Fix"/> what to do about it.
/// </summary>
public sealed record Diagnostic(string Id, Severity Severity, Place Place, Message Reason, Message? Fix = null)
{
    /// <summary>What the reader most likely meant, best first; empty when nothing comes close.</summary>
    public EquatableList<string> DidYouMean { get; init; } = EquatableList<string>.Empty;

    /// <summary>The offending text as it stands in the file; null when nothing stands there.</summary>
    public string? Text { get; init; }
}

/// <summary>
/// Where something stands: a file of the plan folder, and in it a line and column (both from 1) and, for tables, the
/// cell in spreadsheet notation ("D14"). Zero and null mean "not known".
/// </summary>
public sealed record Place(string File, int Line = 0, int Column = 0, string? Cell = null)
{
    /// <summary>The folder as a whole.</summary>
    public static Place Folder { get; } = new("");

    public override string ToString() =>
        (File.Length == 0 ? "." : File)
        + (Line > 0 ? $":{Line}" : "")
        + (Line > 0 && Column > 0 ? $":{Column}" : "")
        + (Cell is null ? "" : $" [{Cell}]");
}
