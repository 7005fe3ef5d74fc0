// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli;

/// <summary>Why a command cannot go on, and the exit code it ends with.</summary>
internal sealed record Failure(int ExitCode, Diagnostic Diagnostic)
{
    /// <summary>Reason and fix are the texts of the diagnostic's id.</summary>
    public static Failure Of(int exitCode, string id, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(
            exitCode,
            new Diagnostic(
                id,
                Severity.Error,
                new Place("lodestar"),
                Message.Of($"{id}.reason", values),
                Message.Of($"{id}.fix", values)
            )
        );

    public Failure Near(string word, IEnumerable<string> candidates) =>
        this with
        {
            Diagnostic = Diagnostic with { DidYouMean = Closest.To(word, candidates).ToEquatableList() },
        };
}
