// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Planning.Assessment;

/// <summary>Every finding of the lodestar test: its code, its docs page, whether it is on, and the files it reads.</summary>
public static class FindingTable
{
    /// <summary>In the order of DESIGN §5, which is the order of every assessment.</summary>
    public static IReadOnlyList<FindingEntry> All { get; } =
    [
        .. EmbeddedTable
            .Read("Assessment.Tables.findings.csv")
            .Select(r => new FindingEntry(
                r["id"],
                r["state"] == "on",
                r["code"],
                r["docs"],
                r["needs"].Split(';').ToEquatableList()
            )),
    ];

    /// <summary>Throws <see cref="InvalidOperationException"/> for an id that is no finding: a bug.</summary>
    public static FindingEntry Of(string id) => All.First(f => f.Id == id);
}

/// <summary>One row of the table. <paramref name="Needs"/> names files, and folders with a trailing slash.</summary>
public sealed record FindingEntry(string Id, bool IsOn, string Code, string Docs, EquatableList<string> Needs);
