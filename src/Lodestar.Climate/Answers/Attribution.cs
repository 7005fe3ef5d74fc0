// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Climate.Answers;

/// <summary>
/// The warming that one emitter's path causes within the world's: by two methods, which differ because forcing is not
/// proportional to emissions. Both count what is emitted from the first year of <c>part</c> on.
/// </summary>
/// <param name="FirstYear">1 January of the first band.</param>
/// <param name="WithAndWithout">
/// The world's warming less its warming without the part, K: what these emissions add to a world that emits the rest.
/// </param>
/// <param name="ShareOfForcing">
/// The part's share of each gas's forcing, year by year, through the energy balance, K: an equal share for equal tonnes.
/// </param>
public sealed record Attribution(int FirstYear, IReadOnlyList<Band> WithAndWithout, IReadOnlyList<Band> ShareOfForcing)
{
    public int LastYear => FirstYear + WithAndWithout.Count - 1;

    /// <summary>Works out both methods for a part of the world's emissions, from the calibration's history on.</summary>
    /// <param name="world">Emissions of the world with the part in them; reaches over the years of the part.</param>
    /// <param name="part">Emissions of the emitter, in the world's units, from the first year after the history.</param>
    /// <param name="worldRun">The world's run, with concentrations, forcing and detail, if at hand.</param>
    public static Attribution Of(Ensemble ensemble, Pathway world, Pathway part, EnsembleRun? worldRun = null)
    {
        var with =
            worldRun ?? ensemble.Project(world, new() { Keep = Keep.Concentrations | Keep.Forcing | Keep.Detail });
        var without = ensemble.Project(Less(world, part));
        var last = part.LastYear + 1;
        var shares = ForcingShare.Of(ensemble, with, part);
        var (difference, share) = (new List<Band>(), new List<Band>());
        for (var year = with.FirstYear; year <= last; year++)
        {
            var a = with.Temperature.At(year);
            var b = without.Temperature.At(year);
            var delta = new double[a.Length];
            for (var m = 0; m < delta.Length; m++)
            {
                delta[m] = a[m] - b[m];
            }

            difference.Add(Band.Of(delta));
            share.Add(Band.Of(shares[year - with.FirstYear]));
        }

        return new(with.FirstYear, difference, share);
    }

    /// <summary>The world without a part; years and species that the part lacks stay.</summary>
    public static Pathway Less(Pathway world, Pathway part)
    {
        var rest = world;
        foreach (var species in part.Species)
        {
            rest = rest.With(
                species,
                (year, emitted) => part.In(species, year) is var own && double.IsNaN(own) ? emitted : emitted - own
            );
        }

        return rest;
    }
}
