// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Assessment;

/// <summary>The answer where nothing is stated: an open question, with the files that would switch the finding on.</summary>
internal static class NotStatedFinding
{
    public static Finding Of(FindingEntry entry, Plan plan)
    {
        var missing = entry
            .Needs.Where(n => !plan.Files.Any(f => f == n || f.StartsWith(n, StringComparison.Ordinal)))
            .ToEquatableList();
        // A finding that is on may find its files there and nothing in them; it still names them.
        var needs = missing.Count == 0 && entry.IsOn ? entry.Needs : missing;
        return new Finding(entry.Id, Verdict.NotStated, Sentence(entry, needs), Message.Of($"finding.{entry.Id}.rule"))
        {
            Needs = needs,
        };
    }

    private static Message Sentence(FindingEntry entry, EquatableList<string> needs)
    {
        if (needs.Count == 0)
        {
            return Message.Of("finding.not-computed");
        }

        return Message.Of(entry.IsOn ? "finding.needs" : "finding.awaits", ("files", needs));
    }
}
