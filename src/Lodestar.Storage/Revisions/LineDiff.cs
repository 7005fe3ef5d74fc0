// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Storage.Revisions;

/// <summary>Shortest line difference after Myers (1986), with context, bounded in the edits it looks for.</summary>
internal static class LineDiff
{
    public const int Context = 3;

    /// <summary>Beyond so many edits the search costs more than its result is worth to a reader.</summary>
    public const int MaxEdits = 1_500;

    /// <summary>
    /// The changed lines and their context. <paramref name="coarse"/> tells that the bound was met: the differing
    /// stretch is then all of the old, followed by all of the new.
    /// </summary>
    public static EquatableList<LineChange> Of(string[] old, string[] @new, out bool coarse)
    {
        var prefix = 0;
        while (prefix < old.Length && prefix < @new.Length && old[prefix] == @new[prefix])
        {
            prefix++;
        }

        var suffix = 0;
        while (
            suffix < old.Length - prefix
            && suffix < @new.Length - prefix
            && old[old.Length - 1 - suffix] == @new[@new.Length - 1 - suffix]
        )
        {
            suffix++;
        }

        var (oldEnd, newEnd) = (old.Length - suffix, @new.Length - suffix);
        var kept = Matches(old.AsSpan(prefix..oldEnd), @new.AsSpan(prefix..newEnd), out coarse);
        var script = new List<LineChange>();
        var (o, n) = (0, 0);
        for (; o < prefix; o++, n++)
        {
            script.Add(new LineChange(' ', o + 1, n + 1, old[o]));
        }

        foreach (var (keptOld, keptNew) in kept.Select(k => (k.Old + prefix, k.New + prefix)).Append((oldEnd, newEnd)))
        {
            for (; o < keptOld; o++)
            {
                script.Add(new LineChange('-', o + 1, 0, old[o]));
            }

            for (; n < keptNew; n++)
            {
                script.Add(new LineChange('+', 0, n + 1, @new[n]));
            }

            if (o < oldEnd && n < newEnd)
            {
                script.Add(new LineChange(' ', o + 1, n + 1, old[o]));
                (o, n) = (o + 1, n + 1);
            }
        }

        for (; o < old.Length; o++, n++)
        {
            script.Add(new LineChange(' ', o + 1, n + 1, old[o]));
        }

        return NearChanges(script);
    }

    private static EquatableList<LineChange> NearChanges(List<LineChange> script)
    {
        var shown = new bool[script.Count];
        for (var i = 0; i < script.Count; i++)
        {
            if (script[i].Sign != ' ')
            {
                var end = Math.Min(script.Count - 1, i + Context);
                for (var j = Math.Max(0, i - Context); j <= end; j++)
                {
                    shown[j] = true;
                }
            }
        }

        return script.Where((_, i) => shown[i]).ToEquatableList();
    }

    /// <summary>The line pairs that stay, ascending; none when the bound is met.</summary>
    private static List<(int Old, int New)> Matches(
        ReadOnlySpan<string> old,
        ReadOnlySpan<string> @new,
        out bool coarse
    )
    {
        coarse = false;
        if (old.IsEmpty || @new.IsEmpty)
        {
            return [];
        }

        var bound = Math.Min(old.Length + @new.Length, MaxEdits);
        var reach = new int[2 * bound + 3];
        var trail = new List<int[]>();
        for (var edits = 0; edits <= bound; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var down = k == -edits || (k != edits && reach[bound + k] < reach[bound + k + 2]);
                var x = down ? reach[bound + k + 2] : reach[bound + k] + 1;
                while (x < old.Length && x - k < @new.Length && x - k >= 0 && old[x] == @new[x - k])
                {
                    x++;
                }

                reach[bound + k + 1] = x;
                if (x >= old.Length && x - k >= @new.Length)
                {
                    return Trace(trail, old.Length, @new.Length);
                }
            }

            trail.Add(reach.AsSpan(bound - edits, 2 * edits + 3).ToArray());
        }

        coarse = true;
        return [];
    }

    /// <summary>Walks back from the end; <c>trail[d]</c> holds the reach after d edits on diagonals -d-1 … d+1.</summary>
    private static List<(int Old, int New)> Trace(List<int[]> trail, int x, int y)
    {
        var kept = new List<(int Old, int New)>();
        for (var edits = trail.Count; edits > 0; edits--)
        {
            var before = trail[edits - 1];
            var k = x - y;
            int Reach(int diagonal) => before[diagonal + edits];
            var down = k == -edits || (k != edits && Reach(k - 1) < Reach(k + 1));
            var fromX = Reach(down ? k + 1 : k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            var (midX, midY) = down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            while (x > midX && y > midY)
            {
                (x, y) = (x - 1, y - 1);
                kept.Add((x, y));
            }

            (x, y) = (fromX, fromY);
        }

        while (x > 0 && y > 0)
        {
            (x, y) = (x - 1, y - 1);
            kept.Add((x, y));
        }

        kept.Reverse();
        return kept;
    }
}
