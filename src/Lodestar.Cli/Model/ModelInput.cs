// SPDX-License-Identifier: Apache-2.0
using Lodestar.Cli.PlanInputs;
using Lodestar.Cli.Terminals;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Cli.Model;

/// <summary>A model as somebody names it on the command line: a plan folder, a zip of one, or one YAML file.</summary>
internal sealed class ModelInput(Shell shell)
{
    private const int MostBeside = 2_000;
    private static readonly string[] Endings = [".yaml", ".csv"];
    private static readonly string[] FoldersBeside = ["", "data/", "modules/"];

    private string _folder = "";

    /// <summary>What the command ends with if nothing else goes wrong.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Fine;

    /// <summary>What was said about the model.</summary>
    public List<Diagnostic> Told { get; } = [];

    /// <summary>The model; null where it can't run, and the reasons have been said on standard error.</summary>
    public CheckedModel? Read(string path)
    {
        if (!TryRead(path, out var model, out var folder, out var failure))
        {
            Fail(failure!);
            return null;
        }

        if (model.Text is null && model.Diagnostics.All(d => d.Severity != Severity.Error))
        {
            Fail(Failure.Of(Cli.ExitCode.Usage, "LS6060", ("path", path)));
            return null;
        }

        _folder = folder;
        Tell(model.Diagnostics);
        return model.Model is null ? null : model;
    }

    /// <summary>Says diagnostics on standard error; an error among them decides the exit code.</summary>
    public void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Told.Add(diagnostic);
            DiagnosticLines.Write(shell, shell.Complain, _folder, diagnostic);
            if (diagnostic.Severity == Severity.Error)
            {
                ExitCode = Cli.ExitCode.PlanErrors;
            }
        }
    }

    public void Fail(Failure failure) => ExitCode = CommandLine.Fail(shell, failure);

    private static bool TryRead(string path, out CheckedModel model, out string folder, out Failure? failure)
    {
        model = null!;
        folder = path;
        if (File.Exists(path) && path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !IsPlan(path))
        {
            return TryFile(path, out model, out folder, out failure);
        }

        if (!PlanInput.TryFiles(path, out var files, out failure))
        {
            return false;
        }

        var read = CheckedModel.Of(ModelReader.Read(files.Files));
        model = read with
        {
            Diagnostics = files
                .Diagnostics.Where(d => d.Severity == Severity.Error)
                .Concat(read.Diagnostics)
                .ToEquatableList(),
        };
        return true;
    }

    private static bool IsPlan(string path) => Path.GetFileName(path) == PlanInput.PlanFile;

    private static bool TryFile(string path, out CheckedModel model, out string folder, out Failure? failure)
    {
        (model, failure) = (null!, null);
        var full = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(full)!;
        folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : "";
        try
        {
            var files = Beside(directory, Path.GetFileName(full));
            model = CheckedModel.Of(ModelReader.ReadFile(files, Path.GetFileName(full)));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = Failure.Of(Cli.ExitCode.Machine, "LS6003", ("path", path), ("what", e.Message));
            return false;
        }
    }

    /// <summary>The file, and the tables and modules it may name.</summary>
    private static PlanFiles Beside(string directory, string name)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            [name] = File.ReadAllBytes(Path.Combine(directory, name)),
        };
        var total = 0L;
        foreach (var folder in FoldersBeside.Where(f => Directory.Exists(Path.Combine(directory, f))))
        {
            var entries = new DirectoryInfo(Path.Combine(directory, folder)).EnumerateFiles();
            foreach (var file in entries.Where(f => Endings.Contains(f.Extension)).Take(MostBeside))
            {
                var path = folder + file.Name;
                total += file.Length;
                if (total <= PlanLimits.Default.TotalBytes && PlanPath.IsClean(path) && !files.ContainsKey(path))
                {
                    files.Add(path, File.ReadAllBytes(file.FullName));
                }
            }
        }

        return new PlanFiles(files.Where(f => PlanPath.IsClean(f.Key)));
    }
}
