// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Templates;

/// <summary>Several texts as one.</summary>
public static class LocalTexts
{
    /// <summary>The texts with semicolons between them, in each of their languages.</summary>
    public static LocalText Joined(IReadOnlyList<LocalText> texts) =>
        new(
            string.Join("; ", texts.Select(t => t.Text)),
            texts
                .SelectMany(t => t.Others)
                .Select(o => o.Language)
                .Distinct()
                .Select(n => (n, string.Join(n == "fr" ? "\u202f; " : "; ", texts.Select(t => t.In(n)))))
                .ToEquatableList()
        );
}
