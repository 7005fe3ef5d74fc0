// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>Years as people write them: 2005–2008, 2011.</summary>
internal static class YearSpans
{
    public static string Of(IReadOnlyList<int> ascending)
    {
        var spans = new List<string>();
        for (var i = 0; i < ascending.Count; i++)
        {
            var first = ascending[i];
            while (i + 1 < ascending.Count && ascending[i + 1] == ascending[i] + 1)
            {
                i++;
            }

            spans.Add(
                ascending[i] == first
                    ? FormattableString.Invariant($"{first}")
                    : FormattableString.Invariant($"{first}–{ascending[i]}")
            );
        }

        return string.Join(", ", spans);
    }
}
