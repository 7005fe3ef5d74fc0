// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanMerging;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Cli.Library;

/// <summary>What an import does to one place's folder.</summary>
/// <param name="Folder">Name of the folder below the one for all.</param>
/// <param name="Files">The whole plan afterwards.</param>
internal sealed record AddedPlace(
    string Folder,
    string PlanId,
    string Name,
    PlanFiles Before,
    PlanFiles Files,
    EquatableList<Message> Changes,
    EquatableList<Diagnostic> Diagnostics
)
{
    public bool IsNew => Before.Count == 0;

    public bool Changed => ChangedFiles.Count > 0;

    /// <summary>The files to write; those that stay as they are need no touch.</summary>
    public PlanFiles ChangedFiles =>
        new(Files.Where(f => !Before.TryGet(f.Key, out var then) || !then.Span.SequenceEqual(f.Value.Span)));
}

/// <summary>Every place of an import with the folder it goes to, worked out before anything is written.</summary>
internal sealed record Added(IReadOnlyList<AddedPlace> Places, IReadOnlyList<string> NotInFile)
{
    public static Added Of(
        string folder,
        IEnumerable<ImportedPlan> plans,
        IReadOnlyList<GroupMember>? members,
        CancellationToken cancellation
    )
    {
        var shelf = new PlanShelf();
        var there = new Dictionary<string, PlanFiles>(StringComparer.Ordinal);
        foreach (var name in Folders(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var files = PlanDirectory.Read(Path.Combine(folder, name)).Files;
            there.Add(name, files);
            shelf.Put(name, PlanReader.Read(files).Plan);
        }

        var places = new Dictionary<string, AddedPlace>(StringComparer.Ordinal);
        var found = new HashSet<GroupMember>();
        foreach (var imported in plans)
        {
            cancellation.ThrowIfCancellationRequested();
            var plan = PlanReader.Read(imported.Files).Plan;
            if (members is not null)
            {
                if (members.FirstOrDefault(m => m.Is(plan)) is not { } member)
                {
                    continue;
                }

                found.Add(member);
            }

            var name = shelf.FolderOf(plan);
            var fresh = imported;
            if (name is null)
            {
                name = shelf.FreeFolder(plan);
                fresh = name == plan.Id ? imported : Renamed(imported, name);
            }

            var before = places.GetValueOrDefault(name);
            var files = before?.Files ?? there.GetValueOrDefault(name) ?? PlanFiles.Empty;
            var merge = PlanMerge.Merge(files, fresh);
            shelf.Put(name, PlanReader.Read(merge.Files).Plan);
            places[name] = new AddedPlace(
                name,
                PlanReader.Read(merge.Files).Plan.Id,
                imported.Name,
                there.GetValueOrDefault(name) ?? PlanFiles.Empty,
                merge.Files,
                (before?.Changes ?? EquatableList<Message>.Empty).Concat(merge.Changes).ToEquatableList(),
                (before?.Diagnostics ?? EquatableList<Diagnostic>.Empty).Concat(merge.Diagnostics).ToEquatableList()
            );
        }

        var missing = members?.Where(m => !found.Contains(m)).Select(m => m.Name) ?? [];
        return new Added([.. places.Values], [.. missing]);
    }

    private static ImportedPlan Renamed(ImportedPlan plan, string id) =>
        plan with
        {
            Id = id,
            Files = PlanEditor.Set(plan.Files, "plan.yaml", "id", id).Files,
        };

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .Where(d => File.Exists(Path.Combine(d, "plan.yaml")))
                .Select(d => Path.GetFileName(d))
                .Order(StringComparer.Ordinal)
            : [];
}
