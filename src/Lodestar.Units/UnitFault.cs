// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>What is wrong with the text of a unit or quantity, and where. Data only: sentences live with the caller.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Text">The offending part of the text as it was written; empty at the end of the text.</param>
/// <param name="Offset">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Suggestions">Up to three replacements for <paramref name="Text"/>, the likeliest first; may be empty.</param>
public sealed record UnitFault(
    UnitFaultKind Kind,
    string Text,
    int Offset,
    int Length,
    IReadOnlyList<string> Suggestions
);
