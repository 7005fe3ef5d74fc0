// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lodestar.Formats.Imports;

/// <summary>Compares names with numbers in them as people do: "v2.4.2" before "v2.10".</summary>
internal sealed partial class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (Parts().Matches(x ?? ""), Parts().Matches(y ?? ""));
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var left = a[i].ValueSpan;
            var right = b[i].ValueSpan;
            var order =
                char.IsAsciiDigit(left[0])
                && char.IsAsciiDigit(right[0])
                && ulong.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
                && ulong.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? m.CompareTo(n)
                    : left.CompareTo(right, StringComparison.Ordinal);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Count.CompareTo(b.Count);
    }

    [GeneratedRegex("[0-9]+|[^0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
