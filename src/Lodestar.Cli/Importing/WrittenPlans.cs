// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Importing;

/// <summary>
/// Plan folders on disk, all or none: they are written apart and then moved into place, so that an end at any moment
/// leaves no half plan where somebody looks for a whole one.
/// </summary>
internal sealed class WrittenPlans(string folder)
{
    /// <summary>Null when all is written.</summary>
    public Failure? Write(EquatableList<ImportedPlan> plans, bool force, CancellationToken cancellation)
    {
        try
        {
            var there = plans.Where(p => Path.Exists(TargetOf(p)) && !IsEmptyFolder(TargetOf(p))).ToList();
            if (there.Count > 0 && !force)
            {
                return Failure.Of(ExitCode.Usage, "LS6007", ("path", DisplayOf(there[0])), ("more", there.Count - 1));
            }

            return WriteNew(plans.Except(there), cancellation) ?? WriteOver(there, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failure.Of(ExitCode.Machine, "LS6013", ("path", folder), ("what", e.Message));
        }
    }

    /// <summary>Why no new plan of this id can be written; null where it can.</summary>
    public Failure? Taken(string id)
    {
        var plan = new ImportedPlan(id, id, PlanFiles.Empty);
        return Path.Exists(TargetOf(plan)) && !IsEmptyFolder(TargetOf(plan))
            ? Failure.Of(ExitCode.Usage, "LS6007", ("path", DisplayOf(plan)), ("more", 0))
            : null;
    }

    public string DisplayOf(ImportedPlan plan) => folder is "." ? plan.Id : Path.Combine(folder, plan.Id);

    private string TargetOf(ImportedPlan plan) => Path.GetFullPath(Path.Combine(folder, plan.Id));

    private Failure? WriteNew(IEnumerable<ImportedPlan> plans, CancellationToken cancellation)
    {
        var fresh = plans.ToList();
        if (fresh.Count == 0)
        {
            return null;
        }

        // In the folder itself: a move from another file system would copy, and could be caught half-way.
        Directory.CreateDirectory(folder);
        var stage = Path.GetFullPath(
            Path.Combine(
                folder,
                string.Create(CultureInfo.InvariantCulture, $".lodestar-import-{Environment.ProcessId}")
            )
        );
        var moved = new List<string>();
        try
        {
            foreach (var plan in fresh)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Refused(PlanDirectory.Write(plan.Files, Path.Combine(stage, plan.Id))) is { } refusal)
                {
                    return refusal;
                }
            }

            cancellation.ThrowIfCancellationRequested();
            foreach (var plan in fresh)
            {
                var target = TargetOf(plan);
                if (Directory.Exists(target))
                {
                    Directory.Delete(target);
                }

                Directory.Move(Path.Combine(stage, plan.Id), target);
                moved.Add(target);
            }

            moved.Clear();
            return null;
        }
        finally
        {
            foreach (var target in moved)
            {
                Directory.Delete(target, recursive: true);
            }

            if (Directory.Exists(stage))
            {
                Directory.Delete(stage, recursive: true);
            }
        }
    }

    /// <summary>Over an existing plan only the files that the import makes are replaced; its targets and all else stay.</summary>
    private Failure? WriteOver(IEnumerable<ImportedPlan> plans, CancellationToken cancellation)
    {
        foreach (var plan in plans)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Refused(PlanDirectory.Write(plan.Files, TargetOf(plan))) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Failure? Refused(EquatableList<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error
            ? new Failure(ExitCode.Machine, error)
            : null;

    private static bool IsEmptyFolder(string path) =>
        Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();
}
