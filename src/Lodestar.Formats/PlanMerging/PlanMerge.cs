// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanMerging;

/// <summary>The files after a merge and what it changed; nothing changed leaves the files as they were, byte for byte.</summary>
public sealed record PlanMergeResult(
    PlanFiles Files,
    EquatableList<Message> Changes,
    EquatableList<Diagnostic> Diagnostics
)
{
    /// <summary>False when an edit could not be made; the files are then those from before.</summary>
    public bool Done => Diagnostics.All(d => d.Severity != Severity.Error);
}

/// <summary>
/// Puts what an import made of a place beside what its plan holds already. Edits change only their own bytes, so that
/// comments, order and everything written by hand stay. What the same publisher issued anew replaces its older edition;
/// what another publisher says stands beside it. Merging the same thing twice changes nothing.
/// </summary>
public static class PlanMerge
{
    /// <summary>Never throws on what the files hold: a plan that cannot be edited comes back as it was, with the reason.</summary>
    public static PlanMergeResult Merge(PlanFiles existing, ImportedPlan fresh)
    {
        if (!existing.TryGet(PlanNames.Plan, out _))
        {
            var all = fresh.Files.Aggregate(existing, (files, f) => files.With(f.Key, f.Value));
            return new PlanMergeResult(
                all,
                EquatableList.Of(Message.Of("import.merge.new-plan", ("name", fresh.Name))),
                EquatableList<Diagnostic>.Empty
            );
        }

        var (before, incoming) = (PlanReader.Read(existing).Plan, PlanReader.Read(fresh.Files).Plan);
        var ids = new MergeIds(before, incoming, existing.Paths);
        var merging = new Merging(existing, before, ids.Apply());
        foreach (var (from, to) in ids.Renamed)
        {
            merging.NoteRenamed(from, to);
        }

        merging.PlanFacts();
        merging.Sources();
        merging.Inventories();
        merging.Projections();
        merging.Targets();
        merging.Measures();
        merging.Series("population", PlanNames.Population, p => p.Population);
        merging.Series("gdp", PlanNames.Gdp, p => p.Gdp);
        return merging.Result();
    }
}
