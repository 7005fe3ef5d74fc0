// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>A model as far as its files could be read, with every fault found.</summary>
/// <param name="Model">Null when there is none.</param>
/// <param name="Sources">What its variables may name as their source: of the plan, and of the model's own files.</param>
/// <param name="Diagnostics">Faults of the files; what the formulas mean is judged by the binder.</param>
public sealed record ModelReading(
    ModelText? Model,
    EquatableList<Source> Sources,
    EquatableList<Diagnostic> Diagnostics
);

/// <summary>Reads what a model's files state (docs/plan-language.md). Never throws on what they hold.</summary>
public static class ModelReader
{
    private const string Modules = "modules/";

    /// <summary>Whether a plan folder has a model, sound or not.</summary>
    /// <param name="files">The plan.</param>
    /// <returns>True where it has a file of model/.</returns>
    public static bool IsIn(PlanFiles files) => files.Paths.Any(PlanNames.IsModel);

    /// <summary>The model of a plan folder: its files of model/, in the order of their paths, and the levers of measures/.</summary>
    /// <param name="files">The plan.</param>
    /// <returns>The model; none where the folder has no file of model/.</returns>
    public static ModelReading Read(PlanFiles files)
    {
        var log = new FaultLog();
        var paths = files.Paths.Where(PlanNames.IsModel).ToList();
        var (id, known) = Plan(files);
        var reading = new Files(files, PlanNames.ModelFolder + Modules, known, log);
        var roots = paths.Select(p => reading.Open(p, ModelKeys.Model)).OfType<ModelMap>().ToList();
        var levers = files
            .Paths.Where(PlanNames.IsMeasures)
            .Select(p => reading.Open(p, MeasureKeys.Measures))
            .OfType<ModelMap>()
            .ToList();
        if (paths.Count == 0)
        {
            return WithoutModel(levers, known);
        }

        var (draft, sources) = reading.Draft(roots);
        foreach (var measures in levers)
        {
            draft.AddMeasures(measures);
        }

        var name = new Piece(paths[0], 1, 1, id ?? Path.GetFileNameWithoutExtension(paths[0]));
        return new ModelReading(draft.ToText(name), sources, log.ToList());
    }

    /// <summary>The model of one file outside a plan folder.</summary>
    /// <param name="files">The file, the tables it names beside it, and its modules in modules/.</param>
    /// <param name="path">The file.</param>
    /// <returns>The model; none where the file holds nothing.</returns>
    public static ModelReading ReadFile(PlanFiles files, string path)
    {
        var log = new FaultLog();
        var reading = new Files(files, Modules, EquatableList<Source>.Empty, log);
        if (reading.Open(path, ModelKeys.Model) is not { } root)
        {
            log.Add(ModelFaults.NoModel, new Place(path));
            return new ModelReading(null, EquatableList<Source>.Empty, log.ToList());
        }

        var (draft, sources) = reading.Draft([root]);
        var name = new Piece(path, 1, 1, Path.GetFileNameWithoutExtension(path));
        return new ModelReading(draft.ToText(name), sources, log.ToList());
    }

    /// <summary>A lever needs a model; a plan that has none says so once.</summary>
    private static ModelReading WithoutModel(IEnumerable<ModelMap> levers, EquatableList<Source> sources)
    {
        var log = new FaultLog();
        var first = levers.SelectMany(m => m.Items("measures")).FirstOrDefault(LeverReader.IsLever);
        if (first is not null)
        {
            log.Add(ModelFaults.LeverWithoutModel, first.Reader.Place);
        }

        return new ModelReading(null, sources, log.ToList());
    }

    /// <summary>What plan.yaml says that concerns the model; its faults are the plan reader's to tell.</summary>
    private static (string? Id, EquatableList<Source> Sources) Plan(PlanFiles files)
    {
        if (!files.TryGet(PlanNames.Plan, out var bytes))
        {
            return (null, EquatableList<Source>.Empty);
        }

        var unheard = new FaultLog();
        var yaml = YamlFile.Read(TextFile.Read(PlanNames.Plan, bytes, unheard), unheard);
        return PlanYamlReader.Root(yaml, PlanKeys.Plan) is { } page
            ? (page.Id("id"), new Identified<Source>(yaml, "sources").Read(page, PlanYamlReader.SourceOf))
            : (null, EquatableList<Source>.Empty);
    }

    /// <summary>The files that one model is read from.</summary>
    private sealed class Files(PlanFiles files, string modules, EquatableList<Source> known, FaultLog log)
    {
        public ModelMap? Open(string path, KeyTable table) =>
            files.TryGet(path, out var bytes)
                ? ModelFile.Root(YamlFile.Read(TextFile.Read(path, bytes, log), log), table)
                : null;

        public (ModelDraft Draft, EquatableList<Source> Sources) Draft(IReadOnlyList<ModelMap> roots)
        {
            var sources = known.Concat(roots.SelectMany(ModelFile.Sources)).DistinctBy(s => s.Id).ToEquatableList();
            var ids = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var shelf = new ModuleShelf(files, modules, LibraryReader.Models, ids, log);
            var draft = new ModelDraft(new ModelTables(files, log), ids, shelf);
            foreach (var root in roots)
            {
                draft.Add(root);
            }

            return (draft, sources);
        }
    }
}
