// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.Importing;
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Templates;

/// <summary>Where a new plan's inventory comes from: a plan folder, a zip of one, or a file that the importers know.</summary>
internal static class NewSource
{
    /// <summary>The plan; null where there is none, and the reason unless it has been said.</summary>
    public static (PlanFiles? Files, Failure? Failure) Read(
        Shell shell,
        NewWishes wishes,
        CancellationToken cancellation
    )
    {
        var path = wishes.From;
        if (Directory.Exists(path) || Path.GetFileName(path) == PlanInput.PlanFile || IsPlanZip(path))
        {
            return PlanInput.TryFiles(path, out var files, out var failure) ? (files.Files, null) : (null, failure);
        }

        var (file, missing) = ImportCommand.Open(shell, path);
        if (file is null)
        {
            return (null, missing);
        }

        using (file)
        {
            return Imported(shell, file, wishes, cancellation);
        }
    }

    private static (PlanFiles?, Failure?) Imported(
        Shell shell,
        Stream file,
        NewWishes wishes,
        CancellationToken cancellation
    )
    {
        var name = wishes.From == ImportWishes.StandardInput ? "stdin" : Path.GetFileName(wishes.From);
        var options = new ImportOptions { Only = wishes.Only, PlaceName = wishes.Title ?? wishes.Name };
        var result = ImportProgressView.Show(
            shell,
            name,
            progress => Importer.Import(file, name, options, progress, cancellation)
        );
        if (result.Plans.Count == 1)
        {
            return (result.Plans[0].Files, null);
        }

        if (result.Plans.Count > 1)
        {
            var names = result.Plans.Select(p => p.Name).ToList();
            return (
                null,
                Failure
                    .Of(ExitCode.Usage, "LS6081", ("file", name), ("count", names.Count))
                    .Near(wishes.Title ?? wishes.Name, names)
            );
        }

        foreach (var diagnostic in result.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            DiagnosticLines.Write(shell, shell.Complain, wishes.From, diagnostic);
        }

        return (null, null);
    }

    private static bool IsPlanZip(string path)
    {
        try
        {
            if (!File.Exists(path) || !path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            using var stream = File.OpenRead(path);
            return PlanZip.Read(stream).Files.TryGet(PlanInput.PlanFile, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
