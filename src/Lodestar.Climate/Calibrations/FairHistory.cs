// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// The emission history of a set. Its files carry scenarios that share one past: the history ends with the last year up
/// to which all scenarios of the file give the same number for every species, or with the file when it has one scenario.
/// </summary>
internal static class FairHistory
{
    /// <returns>Null when there is no history or a species has none.</returns>
    public static Pathway? Of(FairSeries series, FairSpecies species, ICollection<Problem> problems)
    {
        var years = series.Years;
        for (var i = 1; i < years.Count; i++)
        {
            if (years[i] != years[i - 1] + 1)
            {
                problems.Add(series.First.At(series.FirstCell + i, Fault.YearMissing, ("year", years[i - 1] + 1)));
                return null;
            }
        }

        if (Scenarios(series, species, problems) is not { } scenarios)
        {
            return null;
        }

        var shared = scenarios.Values.ToList();
        var count = SharedYears(shared, years.Count);
        if (count == 0)
        {
            problems.Add(series.Lines[0].Row.Whole(Fault.NoCommonPast, ("choices", string.Join(", ", scenarios.Keys))));
            return null;
        }

        var history = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var one in species.Species.Where(s => s.IsEmitted))
        {
            if (!shared[0].TryGetValue(one.Name, out var line))
            {
                problems.Add(
                    new Problem(Fault.SpeciesMissing, species.File)
                    {
                        Values = new Dictionary<string, object> { ["species"] = one.Name },
                    }
                );
                continue;
            }

            var blank = Array.FindIndex(line.Values, 0, count, double.IsNaN);
            if (blank >= 0)
            {
                problems.Add(
                    line.Row.At(
                        series.FirstCell + blank,
                        Fault.YearMissing,
                        ("species", one.Name),
                        ("year", years[blank])
                    )
                );
            }

            history[one.Name] = line.Values[..count];
        }

        return history.Count == 0 || history.Values.Any(v => !Array.TrueForAll(v, double.IsFinite))
            ? null
            : new Pathway("history", years[0], history);
    }

    private static Dictionary<string, Dictionary<string, FairLine>>? Scenarios(
        FairSeries series,
        FairSpecies species,
        ICollection<Problem> problems
    )
    {
        var known = species.Species.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var scenarios = new Dictionary<string, Dictionary<string, FairLine>>(StringComparer.Ordinal);
        var sound = true;
        foreach (var line in series.Lines)
        {
            if (!known.TryGetValue(line.Variable, out var one))
            {
                problems.Add(
                    line.Row.At(series.VariableCell, Fault.SpeciesUnknown, ("species", line.Variable)) with
                    {
                        DidYouMean = Nearest.To(line.Variable, known.Keys),
                    }
                );
                sound = false;
                continue;
            }

            if (series.UnitCell >= 0 && Plain(line.Row.Text(series.UnitCell)) != Plain(one.EmissionUnit))
            {
                problems.Add(
                    line.Row.At(
                        series.UnitCell,
                        Fault.UnitUnknown,
                        ("species", one.Name),
                        ("unit", line.Row.Text(series.UnitCell)),
                        ("expected", one.EmissionUnit)
                    )
                );
                sound = false;
            }

            if (!scenarios.TryGetValue(line.Scenario, out var lines))
            {
                scenarios[line.Scenario] = lines = new(StringComparer.Ordinal);
            }

            if (!lines.TryAdd(line.Variable, line))
            {
                problems.Add(line.Row.At(series.VariableCell, Fault.SpeciesTwice, ("species", line.Variable)));
                sound = false;
            }
        }

        return sound ? scenarios : null;
    }

    private static string Plain(string unit) =>
        unit.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int SharedYears(List<Dictionary<string, FairLine>> scenarios, int years)
    {
        var shared = years;
        foreach (var other in scenarios.Skip(1))
        {
            foreach (var (species, line) in scenarios[0])
            {
                var values = other.TryGetValue(species, out var found) ? found.Values : [];
                var same = 0;
                while (same < Math.Min(shared, values.Length) && line.Values[same].Equals(values[same]))
                {
                    same++;
                }

                shared = Math.Min(shared, same);
            }
        }

        return shared;
    }
}
