// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Pathways;

/// <summary>
/// Makes a world pathway one that a calibration can run: history up to its last year, then the pathway, harmonised
/// species by species, and the background's emissions for species that it lacks. Without that, aerosol forcing would
/// jump where history ends, and gases that nobody stated would stop.
/// </summary>
public static class Filling
{
    /// <summary>A pathway may start this many years after history; a straight line bridges them.</summary>
    public const int LongestBridge = 10;

    /// <param name="own">The world's emissions as someone states them.</param>
    /// <param name="background">Stands in for species that are missing; null refuses them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last year asked for is not after history.</exception>
    public static JoinReading Join(Pathway own, Calibration calibration, Pathway? background, JoinOptions options) =>
        Join(own, calibration.History, calibration.Species, background, options);

    /// <inheritdoc cref="Join(Pathway, Calibration, Pathway?, JoinOptions)"/>
    /// <param name="history">Emissions of every emitted species up to the last historical year.</param>
    public static JoinReading Join(
        Pathway own,
        Pathway history,
        IReadOnlyList<Species> species,
        Pathway? background,
        JoinOptions options
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.LastYear, history.LastYear);
        var problems = new ProblemList();
        var joins = new List<SpeciesJoin>();
        var emissions = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var checkedPathways = new Dictionary<Pathway, bool>(ReferenceEqualityComparer.Instance);
        foreach (var one in species.Where(s => s.IsEmitted))
        {
            var from =
                own.Has(one.Name) ? own
                : background?.Has(one.Name) == true ? background
                : null;
            if (from is null)
            {
                problems.Add(
                    new Problem(Fault.SpeciesMissing, options.File)
                    {
                        Values = new Dictionary<string, object> { ["species"] = one.Name },
                    }
                );
                continue;
            }

            if (!checkedPathways.TryGetValue(from, out var reaches))
            {
                reaches = Reaches(from, history.LastYear, options, problems);
                checkedPathways.Add(from, reaches);
            }

            if (reaches)
            {
                var source = ReferenceEquals(from, own) ? JoinSource.Own : JoinSource.Background;
                joins.Add(Join(from, history, one, source, options.LastYear, emissions));
            }
        }

        return problems.HasErrors
            ? new JoinReading(null, problems)
            : new JoinReading(new JoinedPathway(new Pathway(own.Name, history.FirstYear, emissions), joins), problems);
    }

    private static SpeciesJoin Join(
        Pathway from,
        Pathway history,
        Species species,
        JoinSource source,
        int lastYear,
        Dictionary<string, double[]> emissions
    )
    {
        var joint = history.LastYear;
        var historical = history.In(species.Name, joint);
        var own = from.In(species.Name, joint);
        if (source == JoinSource.Own && from.FirstYear == joint + 1)
        {
            // A pathway that starts in the first year ahead has no year to be bridged: that year is held against history.
            own = from[species.Name][0];
        }

        var method = double.IsNaN(own) ? Later(from, joint, source) : Harmonisation.Of(species.Name, historical, own);
        var after = new double[lastYear - joint];
        for (var year = joint + 1; year <= lastYear; year++)
        {
            var held = Math.Min(year, from.LastYear);
            after[year - joint - 1] =
                year < from.FirstYear
                    ? Bridge(year, joint, historical, from.FirstYear, from[species.Name][0])
                    : method.Apply(from.In(species.Name, held), year, historical, own, joint);
        }

        emissions[species.Name] = [.. history[species.Name], .. after];
        return new SpeciesJoin(
            species.Name,
            species.EmissionUnit,
            source,
            method,
            historical,
            own,
            from.LastYear < lastYear ? from.LastYear : null
        );
    }

    /// <summary>A background that begins where history ends was made to go on from it.</summary>
    private static Harmonisation Later(Pathway from, int joint, JoinSource source) =>
        source == JoinSource.Background && from.FirstYear == joint + 1
            ? new(HarmonisationKind.None)
            : new(HarmonisationKind.Bridge, from.FirstYear);

    private static double Bridge(int year, int joint, double historical, int first, double value) =>
        historical + ((value - historical) * (year - joint) / (first - joint));

    private static bool Reaches(Pathway pathway, int joint, JoinOptions options, ProblemList problems)
    {
        var early = pathway.LastYear < options.LastYear && options.PastTheEnd == PastTheEnd.Refuse;
        if (pathway.LastYear > joint && pathway.FirstYear <= joint + LongestBridge && !early)
        {
            return true;
        }

        problems.Add(
            new Problem(Fault.YearsNotCovered, options.File)
            {
                Values = new Dictionary<string, object>
                {
                    ["first"] = pathway.FirstYear,
                    ["last"] = pathway.LastYear,
                    ["asked"] = string.Create(CultureInfo.InvariantCulture, $"{joint + 1}–{options.LastYear}"),
                },
            }
        );
        return false;
    }
}
