// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.PlanMerging;

/// <summary>
/// Which versions of a target are new. A version is never overwritten: what a newer edition says differently becomes a
/// version of its own behind the old one.
/// </summary>
internal sealed class MergeVersions(Plan before, Target then, Plan fresh, Target now)
{
    private readonly HashSet<string> _taken = [.. then.Versions.Select(v => v.Id)];

    /// <summary>The id under which to add a version; null when it is there already, or is held back.</summary>
    public string? IdFor(string id)
    {
        var version = Fresh(id);
        if (IsThere(version) || IsHeldBack(id))
        {
            return null;
        }

        var free = PlanIds.Unique(id, _taken);
        _taken.Add(free);
        return free;
    }

    /// <summary>
    /// True for a version whose id is taken by one that says something else, in the same edition or a newer one: then
    /// somebody has edited it.
    /// </summary>
    public bool IsHeldBack(string id)
    {
        var version = Fresh(id);
        return !IsThere(version)
            && then.Versions.FirstOrDefault(v => v.Id == id) is { } old
            && !Edition.Of(fresh.FindSource(version.Source)).IsNewerThan(Edition.Of(before.FindSource(old.Source)));
    }

    private TargetVersion Fresh(string id) => now.Versions.First(v => v.Id == id);

    private bool IsThere(TargetVersion version) => then.Versions.Any(v => Says(v).Equals(Says(version)));

    /// <summary>What a version states, without its id, its place in a file, and the edition that it was taken from.</summary>
    private static TargetVersion Says(TargetVersion version) =>
        version with
        {
            Id = "",
            Place = Place.Folder,
            Source = null,
            Milestones = version
                .Milestones.Select(m => m with { Id = "", Place = Place.Folder, Source = null })
                .ToEquatableList(),
            Baseline = null,
            Path = null,
        };
}
