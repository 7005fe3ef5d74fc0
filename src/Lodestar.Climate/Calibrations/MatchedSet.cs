// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Climate.Calibrations;

/// <summary>
/// Whether parts belong together. Members, species, history and natural forcing that were not calibrated together give
/// a present-day CO2 that is off by up to 10 ppm without any other sign that something is wrong.
/// </summary>
internal static partial class MatchedSet
{
    /// <summary>Largest relative difference between a baseline and the first year of the history that it was taken from.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Files that name their edition have to name the same one.</summary>
    public static void CheckEditions(IEnumerable<string> files, ICollection<Problem> problems)
    {
        (string File, string Edition)? first = null;
        foreach (var file in files)
        {
            if (Edition().Match(file) is not { Success: true } match)
            {
                continue;
            }

            first ??= (file, match.Value);
            if (first.Value.Edition != match.Value)
            {
                problems.Add(Mixed(file, "edition", match.Value, first.Value.File, first.Value.Edition));
            }
        }
    }

    /// <summary>
    /// Where one part is that of a published set, all have to be. The members may be an excerpt.
    /// </summary>
    /// <returns>The published set; null for a set of one's own.</returns>
    public static KnownSet? CheckParts(
        SetParts parts,
        (string Species, string History, string Forcing, string Members) files,
        ICollection<Problem> problems
    )
    {
        (string Name, string File, List<KnownSet> Of)[] known =
        [
            ("members", files.Members, [.. KnownSets.All.Where(k => k.HasMembers(parts.Members))]),
            ("species", files.Species, [.. KnownSets.All.Where(k => k.Parts.Species == parts.Species)]),
            ("history", files.History, [.. KnownSets.All.Where(k => k.Parts.History == parts.History)]),
            ("forcing", files.Forcing, [.. KnownSets.All.Where(k => k.Parts.Forcing == parts.Forcing)]),
        ];
        if (Array.Find(known, k => k.Of.Count == 1) is not { File: not null } anchor)
        {
            return null;
        }

        var set = anchor.Of[0];
        foreach (var (name, file, of) in known)
        {
            if (!of.Contains(set))
            {
                var found = of.Count > 0 ? of[0].Identity.Id : "";
                problems.Add(Mixed(file, name, found, anchor.File, set.Identity.Id));
            }
        }

        return set;
    }

    /// <summary>
    /// Baselines of short-lived species, CH4 and N2O are the first year of the history that a set was calibrated with.
    /// </summary>
    public static void CheckBaselines(FairSpecies species, Pathway history, string file, ICollection<Problem> problems)
    {
        foreach (var one in species.Species.Where(s => s.IsEmitted))
        {
            if (
                one.Kind is not (SpeciesKind.ShortLived or SpeciesKind.Methane or SpeciesKind.NitrousOxide)
                || !species.Values.TryGetValue((one.Name, Parameter.BaselineEmissions), out var baseline)
                || baseline == 0
            )
            {
                continue;
            }

            var first = history[one.Name][0];
            if (Math.Abs(first - baseline) > Tolerance * baseline)
            {
                problems.Add(
                    new Problem(Fault.MixedSet, file)
                    {
                        Values = new Dictionary<string, object>
                        {
                            ["part"] = "baseline",
                            ["found"] = first,
                            ["other"] = species.File,
                            ["expected"] = baseline,
                            ["species"] = one.Name,
                            ["year"] = history.FirstYear,
                        },
                    }
                );
            }
        }
    }

    /// <summary>
    /// "part" says what does not fit (members, species, history, forcing, edition), "found" the set it is of (blank when
    /// it is of none that is known), "other" the file it does not fit and "expected" that file's set.
    /// </summary>
    private static Problem Mixed(string file, string part, string found, string other, string expected) =>
        new(Fault.MixedSet, file)
        {
            Values = new Dictionary<string, object>
            {
                ["part"] = part,
                ["found"] = found,
                ["other"] = other,
                ["expected"] = expected,
            },
        };

    [GeneratedRegex(@"(?<![\d.])\d+\.\d+\.\d+(?![\d.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Edition();
}
