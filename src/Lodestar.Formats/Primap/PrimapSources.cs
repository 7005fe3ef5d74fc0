// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.Primap;

/// <summary>One source of the file: its words along the source axes ("PRIMAP-hist_v2.5_final_nr, HISTCR").</summary>
internal sealed record PrimapSource(string Label, IReadOnlyDictionary<string, int> At)
{
    /// <summary>The scenario that puts what countries report first.</summary>
    public const string CountryReported = "HISTCR";

    public bool IsPrimapHist => Label.Contains("PRIMAP-hist", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds the source to import.</summary>
internal static class PrimapSources
{
    private const int MostSources = 1000;
    private const int Shown = 12;

    /// <summary>Every combination along the source axes; an axis with one word that others do not need is left out of the label.</summary>
    public static List<PrimapSource> All(PrimapFile file)
    {
        List<PrimapSource> sources = [new("", new Dictionary<string, int>())];
        foreach (var axis in file.SourceAxes)
        {
            var isSilent = axis.Length == 1 && axis.Name is "provenance" or "model";
            sources =
            [
                .. sources
                    .SelectMany(s =>
                        axis.Words.Select(
                            (word, i) =>
                                new PrimapSource(
                                    isSilent ? s.Label
                                        : s.Label.Length == 0 ? word
                                        : $"{s.Label}, {word}",
                                    new Dictionary<string, int>(s.At) { [axis.Name] = i }
                                )
                        )
                    )
                    .Take(MostSources),
            ];
        }

        return sources;
    }

    /// <summary>
    /// The source asked for, by its whole name or by words of it (of several editions of PRIMAP-hist the newest); without a
    /// wish the newest that puts country reports first, or the only one. Null with a fault that lists them.
    /// </summary>
    public static PrimapSource? Choose(List<PrimapSource> sources, string? asked, string file, DiagnosticBag faults)
    {
        var wanted = asked?.Trim() is { Length: > 0 } typed ? typed : null;
        if (wanted is null && sources.Count == 1)
        {
            return sources[0];
        }

        var folded = NameMatch.Fold(wanted ?? PrimapSource.CountryReported);
        var whole = sources.Find(s => NameMatch.Fold(s.Label) == folded);
        var found = whole is not null
            ? [whole]
            : sources.Where(s => NameMatch.ContainsWords(NameMatch.Fold(s.Label), folded)).ToList();
        if (
            found.Count == 1
            || (found.Count > 1 && found.TrueForAll(s => s.IsPrimapHist && ScenarioOf(s) == ScenarioOf(found[0])))
        )
        {
            return found.MaxBy(s => s.Label, NaturalOrder.Instance);
        }

        var labels = (found.Count > 1 ? found : sources).Select(s => s.Label).ToList();
        var near = wanted is null ? [] : NameMatch.Nearest(wanted, labels).ToList();
        faults.Add(ImportFaults.PrimapSource(file, wanted, sources.Count, near.Concat(labels).Distinct().Take(Shown)));
        return null;
    }

    private static string ScenarioOf(PrimapSource source) => source.Label[(source.Label.LastIndexOf(' ') + 1)..];
}
