// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Templates;

/// <summary>Years that follow one another are one fit, so that no year between two stated ones is made up.</summary>
public static class HistoryRuns
{
    /// <summary>The runs of some years, ascending.</summary>
    public static IEnumerable<(int From, int Until)> Of(IReadOnlyList<int> years)
    {
        var from = 0;
        for (var i = 1; i <= years.Count; i++)
        {
            if (i == years.Count || years[i] != years[i - 1] + 1)
            {
                yield return (years[from], years[i - 1]);
                from = i;
            }
        }
    }
}
