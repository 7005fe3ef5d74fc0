// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// Reads a calibration as FaIR and fair-calibrate publish it: a file of members, a species file, emissions and natural
/// forcing, under any names. Which file is which is told by its heading; parts that do not belong together are refused.
/// </summary>
public static class FairFolder
{
    /// <param name="names">The files of the folder; those that are none of the four are passed over.</param>
    /// <param name="open">Gives a file as text; null when it is not there. Files are opened twice.</param>
    /// <returns>The calibration, or what is wrong: nothing that stands in a file is thrown.</returns>
    public static CalibrationReading Read(IEnumerable<string> names, Func<string, TextReader?> open)
    {
        var problems = new ProblemList();
        var files = FairFiles.Read(names, open, problems);
        var species = files.Species is { } rows ? FairSpecies.Read(rows, problems) : null;
        if (problems.HasErrors || species is null || files.Emissions is null || files.Forcing is null)
        {
            return new CalibrationReading(null, problems);
        }

        MatchedSet.CheckEditions(
            [.. files.Members.Select(m => m.File), species.File, files.Emissions.File, files.Forcing.File],
            problems
        );
        CheckKinds(species, problems);
        var members = FairMembers.Read(files.Members, species.Species, problems);
        var history = FairSeries.Read(files.Emissions, midYear: true, problems) is { } emissions
            ? FairHistory.Of(emissions, species, problems)
            : null;
        var forcing = FairSeries.Read(files.Forcing, midYear: false, problems) is { } series
            ? FairForcing.Of(series, species, history, problems)
            : null;
        if (problems.HasErrors || members is null || history is null || forcing is null)
        {
            return new CalibrationReading(null, problems);
        }

        var parts = Parts(species, members, history, forcing);
        var known = MatchedSet.CheckParts(
            parts,
            (species.File, files.Emissions.File, files.Forcing.File, files.Members[0].File),
            problems
        );
        if (known is null)
        {
            MatchedSet.CheckBaselines(species, history, files.Emissions.File, problems);
        }

        return problems.HasErrors
            ? new CalibrationReading(null, problems)
            : new CalibrationReading(Whole(Identity(known, parts), species, members, history, forcing), problems);
    }

    /// <summary>What a set's parts look like, without a check whether they belong together.</summary>
    internal static SetParts Parts(
        FairSpecies species,
        FairMembers members,
        Pathway history,
        IReadOnlyDictionary<string, BoundSeries> forcing
    ) =>
        new(
            Fingerprint.Of(species.Species, species.Values),
            Fingerprint.Of(history),
            Fingerprint.Of(forcing),
            Fingerprint.OfEach(members.Ids, members.EnergyBalance, members.Values)
        );

    private static void CheckKinds(FairSpecies species, ProblemList problems)
    {
        foreach (
            var kind in (SpeciesKind[])
                [
                    SpeciesKind.FossilCarbonDioxide,
                    SpeciesKind.LandUseCarbonDioxide,
                    SpeciesKind.CarbonDioxide,
                    SpeciesKind.Methane,
                    SpeciesKind.NitrousOxide,
                ]
        )
        {
            if (!species.Species.Any(s => s.Kind == kind))
            {
                var name = FairNames.Kinds.First(k => k.Value == kind).Key;
                problems.Add(
                    new Problem(Fault.SpeciesMissing, species.File)
                    {
                        Values = new Dictionary<string, object> { ["species"] = name },
                    }
                );
            }
        }
    }

    private static CalibrationIdentity Identity(KnownSet? known, SetParts parts)
    {
        var print = Fingerprint.Written(
            Fingerprint.Of([parts.Species, parts.History, parts.Forcing, .. parts.Members])
        )[..8];
        if (known is null)
        {
            return new($"own-{print}", $"own-{print}", "", "", "", "");
        }

        var whole = Fingerprint.Of(parts.Members.Select(m => (ulong)(uint)m)) == Fingerprint.Of(known.Parts.Members);
        return whole ? known.Identity : known.Identity with { Id = $"{known.Identity.Id}-excerpt-{print}" };
    }

    private static Calibration Whole(
        CalibrationIdentity identity,
        FairSpecies species,
        FairMembers members,
        Pathway history,
        Dictionary<string, BoundSeries> forcing
    )
    {
        var values = species.Values.ToDictionary(v => v.Key, v => new ParameterValues(v.Value));
        foreach (var (key, column) in members.Values)
        {
            var own = new ParameterValues(values.GetValueOrDefault(key, new(double.NaN)).Default, column);
            values[key] = own.IsShared ? new ParameterValues(column[0]) : own;
        }

        return new Calibration(identity, species.Species, members.Ids, members.EnergyBalance, values, history, forcing);
    }
}
