// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Storage.Revisions;

/// <summary>Two sets of edits on one state, joined file by file.</summary>
internal sealed record ThreeWayMerge(Manifest Merged, IReadOnlyList<string> Conflicts)
{
    public static ThreeWayMerge Of(Manifest origin, Manifest mine, Manifest theirs)
    {
        var merged = new List<KeyValuePair<string, string>>();
        var conflicts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in mine.Paths.Union(theirs.Paths).Union(origin.Paths))
        {
            var (was, my, their) = (origin[path], mine[path], theirs[path]);
            if (my != their && my != was && their != was)
            {
                conflicts.Add(path);
            }

            if ((my == was ? their : my) is { } kept)
            {
                merged.Add(KeyValuePair.Create(path, kept));
            }
        }

        conflicts.UnionWith(Clashes(merged.Select(m => m.Key), mine, theirs));
        return new ThreeWayMerge(new Manifest(merged), [.. conflicts]);
    }

    // One adds "data", the other "data/x.csv"; or "A.csv" and "a.csv": each set is fine, both together fit no disk.
    private static IEnumerable<string> Clashes(IEnumerable<string> merged, Manifest mine, Manifest theirs)
    {
        var byFolded = merged.ToLookup(p => p.ToUpperInvariant());
        foreach (var group in byFolded)
        {
            var rivals = group.AsEnumerable();
            for (var slash = group.Key.IndexOf('/'); slash > 0; slash = group.Key.IndexOf('/', slash + 1))
            {
                rivals = rivals.Concat(byFolded[group.Key[..slash]]);
            }

            var clash = rivals.ToList();
            if (clash.Count > 1 && !clash.All(p => mine[p] is not null) && !clash.All(p => theirs[p] is not null))
            {
                foreach (var path in clash)
                {
                    yield return path;
                }
            }
        }
    }
}
