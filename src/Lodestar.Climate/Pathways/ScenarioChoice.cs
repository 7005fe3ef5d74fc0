// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>Which rows of an emissions file belong to the scenario and region that are wanted.</summary>
internal static class ScenarioChoice
{
    private const char Divider = '/';

    /// <summary>Names by which scenarios can be asked for, in the order of the file.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<(string Model, string Scenario)> runs)
    {
        var all = runs.Distinct().ToList();
        var often = all.GroupBy(r => r.Scenario, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(r => often.Contains(r.Scenario) ? $"{r.Model}{Divider}{r.Scenario}" : r.Scenario)];
    }

    /// <summary>The one scenario that is meant; null with an error when none is or several are.</summary>
    public static (string Model, string Scenario)? Choose(
        string file,
        IReadOnlyList<(string Model, string Scenario)> runs,
        string? wanted,
        ProblemList problems
    )
    {
        var all = runs.Distinct().ToList();
        var meant = wanted is null ? all : Meant(all, wanted, StringComparison.Ordinal);
        if (meant.Count == 0)
        {
            meant = Meant(all, wanted!, StringComparison.OrdinalIgnoreCase);
        }

        if (meant.Count == 1)
        {
            return meant[0];
        }

        var names = Names(all);
        problems.Add(
            new Problem(Fault.ScenarioUnclear, file)
            {
                Text = wanted,
                Values = new Dictionary<string, object> { ["choices"] = names.Take(20).ToArray() },
                DidYouMean = wanted is null ? [] : Nearest.To(wanted, names),
            }
        );
        return null;
    }

    private static List<(string Model, string Scenario)> Meant(
        List<(string Model, string Scenario)> all,
        string wanted,
        StringComparison how
    ) => [.. all.Where(r => r.Scenario.Equals(wanted, how) || $"{r.Model}{Divider}{r.Scenario}".Equals(wanted, how))];
}
