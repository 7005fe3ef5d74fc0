// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formats.PlanFolder.Yaml;

/// <summary>
/// Finds values that a comma has cut in two: within braces and square brackets YAML ends a plain value at a comma, so that
/// <c>{value: normal(112, 8)}</c> reads as "normal(112" and a stray "8)". The parts are joined again, and reported, since
/// every other reader of YAML takes them apart.
/// </summary>
internal static class FlowCommas
{
    /// <summary>The entries of a flow mapping as they were meant.</summary>
    public static IEnumerable<YamlEntry> Joined(
        IReadOnlyList<YamlEntry> entries,
        string source,
        Action<YamlScalar> report
    )
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var last = End(i, entries.Count, k => Part(entries[k], isFirst: k == i));
            if (last == i)
            {
                yield return entries[i];
                continue;
            }

            var joined = Scalar(
                entries[i].Value.Start,
                Math.Max(entries[last].Key.End, entries[last].Value.End),
                source
            );
            report(joined);
            yield return new YamlEntry(entries[i].Key, joined);
            i = last;
        }

        string? Part(YamlEntry entry, bool isFirst) =>
            entry is { Key.Style: YamlStyle.Plain, Value: YamlScalar { Style: YamlStyle.Plain } value }
                ? isFirst
                    ? value.Value
                    : entry.Key.Value + value.Value
                : null;
    }

    /// <summary>The items of a flow list as they were meant.</summary>
    public static IEnumerable<YamlNode> Joined(IReadOnlyList<YamlNode> items, string source, Action<YamlScalar> report)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var last = End(i, items.Count, k => items[k] is YamlScalar { Style: YamlStyle.Plain } s ? s.Value : null);
            if (last == i)
            {
                yield return items[i];
                continue;
            }

            var joined = Scalar(items[i].Start, items[last].End, source);
            report(joined);
            yield return joined;
            i = last;
        }
    }

    /// <summary>The part in which the parentheses of the first are all closed; the first itself where they never are.</summary>
    private static int End(int first, int count, Func<int, string?> part)
    {
        var open = 0;
        for (var i = first; i < count && part(i) is { } text; i++)
        {
            open += text.Count(c => c == '(') - text.Count(c => c == ')');
            if (open <= 0)
            {
                return open == 0 ? i : first;
            }
        }

        return first;
    }

    private static YamlScalar Scalar(int start, int end, string source) =>
        new(start, source[start..end].TrimEnd(), YamlStyle.Plain) { End = end };
}
