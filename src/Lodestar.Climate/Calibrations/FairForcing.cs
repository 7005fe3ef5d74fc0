// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// The prescribed forcing of a set, in W m⁻² by 1 January. Years that the file leaves out lie on straight lines. All
/// scenarios of the file have to say the same, for natural forcing does not depend on what people do.
/// </summary>
internal static class FairForcing
{
    /// <param name="history">What the forcing has to cover, with the 1 January after its last year.</param>
    public static Dictionary<string, BoundSeries> Of(
        FairSeries series,
        FairSpecies species,
        Pathway? history,
        ICollection<Problem> problems
    )
    {
        var forcing = new Dictionary<string, BoundSeries>(StringComparer.Ordinal);
        foreach (var one in species.Species.Where(s => s.Input == SpeciesInput.Forcing))
        {
            var lines = series.Lines.Where(l => l.Variable == one.Name).ToList();
            if (lines.Count == 0)
            {
                problems.Add(
                    new Problem(Fault.SpeciesMissing, species.File)
                    {
                        Values = new Dictionary<string, object> { ["species"] = one.Name },
                    }
                );
                continue;
            }

            var other = lines.Find(l => !l.Values.AsSpan().SequenceEqual(lines[0].Values));
            if (other is not null)
            {
                problems.Add(other.Row.At(series.VariableCell, Fault.ForcingDiffers, ("species", one.Name)));
                continue;
            }

            if (Filled(series, lines[0]) is { } filled && Covers(filled, history))
            {
                forcing[one.Name] = filled;
            }
            else
            {
                problems.Add(
                    lines[0]
                        .Row.Whole(
                            Fault.ForcingTooShort,
                            ("species", one.Name),
                            ("first", history?.FirstYear ?? series.Years[0]),
                            ("last", history is null ? series.Years[^1] : history.LastYear + 1)
                        )
                );
            }
        }

        return forcing;
    }

    private static bool Covers(BoundSeries series, Pathway? history) =>
        history is null || (series.FirstYear <= history.FirstYear && series.LastYear > history.LastYear);

    private static BoundSeries? Filled(FairSeries series, FairLine line)
    {
        var given = Enumerable.Range(0, line.Values.Length).Where(i => !double.IsNaN(line.Values[i])).ToList();
        return given.Count == 0
            ? null
            : new BoundSeries(
                series.Years[given[0]],
                Straight.EveryYear([.. given.Select(i => series.Years[i])], [.. given.Select(i => line.Values[i])])
            );
    }
}
