// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>
/// Finds modules: NAME@N in the library, NAME in a folder of the plan. Each is read once, however often it is used.
/// </summary>
internal sealed class ModuleShelf(
    PlanFiles files,
    string folder,
    PlanFiles library,
    IReadOnlyCollection<string> sources,
    FaultLog log
)
{
    /// <summary>Modules within modules.</summary>
    public const int MostDepth = 16;

    private const string Ending = ".yaml";

    private readonly Dictionary<string, ModelText?> _read = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    /// <summary>The module; null when there is none of that name or it uses itself, which is reported.</summary>
    public ModelText? Find(YamlScalar name, YamlFile file)
    {
        if (_open.Contains(name.Value) || _open.Count >= MostDepth)
        {
            file.Fault(
                ModelFaults.ModuleCircle,
                name,
                null,
                ("chain", string.Join(" → ", _open.Append(name.Value))),
                ("most", MostDepth)
            );
            return null;
        }

        if (_read.TryGetValue(name.Value, out var known))
        {
            return known;
        }

        var isOfLibrary = name.Value.Contains('@', StringComparison.Ordinal);
        var path = isOfLibrary ? name.Value + Ending : folder + name.Value + Ending;
        var from = isOfLibrary ? library : files;
        if (!from.TryGet(path, out var bytes))
        {
            file.Fault(ModelFaults.UnknownModule, name, DidYouMean.Find(name.Value, Names()), ("folder", folder));
            return null;
        }

        _open.Add(name.Value);
        var module = Read(isOfLibrary ? "library/models/" + path : path, name.Value, bytes, from);
        _open.RemoveAt(_open.Count - 1);
        _read.Add(name.Value, module);
        return module;
    }

    private ModelText? Read(string path, string name, ReadOnlyMemory<byte> bytes, PlanFiles from)
    {
        var yaml = YamlFile.Read(TextFile.Read(path, bytes, log), log);
        if (ModelFile.Root(yaml, ModelKeys.Model) is not { } root)
        {
            return null;
        }

        var own = ModelFile.Sources(root).Select(s => s.Id);
        var draft = new ModelDraft(new ModelTables(from, log), [.. sources, .. own], this);
        draft.Add(root);
        return draft.ToText(new Piece(path, 1, 1, name));
    }

    private IEnumerable<string> Names() =>
        files
            .Paths.Where(p =>
                p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(Ending, StringComparison.Ordinal)
            )
            .Select(p => p[folder.Length..^Ending.Length])
            .Concat(library.Paths.Select(p => Path.GetFileNameWithoutExtension(p)));
}
