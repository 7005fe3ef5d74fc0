// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Storage.Revisions;

/// <summary>The difference of two plan folders, stored or not.</summary>
public static class PlanDiff
{
    /// <summary>By path; files that are the same on both sides are left out.</summary>
    public static EquatableList<FileChange> Between(PlanFiles old, PlanFiles @new)
    {
        var changes = new List<FileChange>();
        foreach (var path in old.Paths.Union(@new.Paths).Order(StringComparer.Ordinal))
        {
            var before = old.TryGet(path, out var oldBytes) ? oldBytes.ToArray() : null;
            var after = @new.TryGet(path, out var newBytes) ? newBytes.ToArray() : null;
            if (before is null || after is null || !before.AsSpan().SequenceEqual(after))
            {
                changes.Add(FileDiff.Of(path, before, after));
            }
        }

        return changes.ToEquatableList();
    }
}
