// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Editing;

/// <summary>One edit of one YAML file.</summary>
internal sealed class YamlEditing
{
    private readonly PlanFiles _files;
    private readonly string _path;
    private readonly YamlFile _file;
    private readonly YamlSplicer _splicer;
    private readonly FaultLog _log;

    private YamlEditing(PlanFiles files, string path, YamlFile file, FaultLog log) =>
        (_files, _path, _file, _splicer, _log) = (files, path, file, new YamlSplicer(file), log);

    /// <summary>Makes an edit; the files as they were where it can't be made.</summary>
    public static PlanEdit Make(PlanFiles files, string path, Func<YamlEditing, YamlFacts, IEnumerable<Splice>?> edit)
    {
        var log = new FaultLog();
        if (!files.TryGet(path, out var bytes))
        {
            log.Add(Faults.EditNoFile, Place.Folder, path);
            return new PlanEdit(files, log.ToList());
        }

        var reading = new FaultLog();
        var text = TextFile.Read(path, bytes, reading);
        var file = YamlFile.Read(text, reading);
        if (!text.IsExact || !file.IsSound)
        {
            log.Add(Faults.EditFaulty, new Place(path));
            return new PlanEdit(files, log.ToList());
        }

        var expected = YamlFacts.Of(file.Root);
        var editing = new YamlEditing(files, path, file, log);
        return edit(editing, expected) is { } splices
            ? editing.Kept(splices, expected)
            : new PlanEdit(files, log.ToList());
    }

    public IEnumerable<Splice>? Set(string[] path, string value)
    {
        if (Walk(path) is not { } way)
        {
            return null;
        }

        if (way.Rest.Length > 0)
        {
            return AddAt(way, path, Nested(way.Rest, value), FlowNested(way.Rest, YamlWriter.Scalar(value, true)));
        }

        return way is { Entry: { } entry, Node: YamlScalar old }
            ? [_splicer.Replace(entry, old, value, way.InFlow)]
            : Fail(Faults.EditNoPlace, string.Join('/', path));
    }

    /// <param name="path">The list.</param>
    /// <param name="id">The item's id, which must be new; null when it has none.</param>
    /// <param name="lines">The item in block notation, with its dash.</param>
    /// <param name="flow">The item in braces; null when it is too large for that.</param>
    public IEnumerable<Splice>? AddItem(string[] path, string? id, IReadOnlyList<string> lines, string? flow)
    {
        if (Walk(path) is not { } way)
        {
            return null;
        }

        if (way.Rest.Length > 0)
        {
            return AddAt(way, path, Nested(way.Rest, lines), flow is null ? null : FlowNested(way.Rest, $"[{flow}]"));
        }

        if (way.Node is YamlList list && id is not null && Find(list, id) >= 0)
        {
            return Fail(Faults.EditTaken, id);
        }

        return way switch
        {
            { Node: YamlList { IsFlow: true } } when flow is null => Fail(Faults.EditUnsafe, string.Join('/', path)),
            { Node: YamlList { Items.Count: > 0 } filled } => [_splicer.AddItem(filled, lines, flow ?? "")],
            { Node: YamlList or { IsNothing: true }, Entry: { } entry } when !way.InFlow || flow is not null =>
                _splicer.Fill(entry, lines, $"[{flow}]", way.InFlow),
            _ => Fail(Faults.EditNoPlace, string.Join('/', path)),
        };
    }

    public IEnumerable<Splice>? Remove(string[] path)
    {
        if (Walk(path) is not { } way)
        {
            return null;
        }

        if (way.Rest.Length > 0 || path.Length == 0)
        {
            return Fail(Faults.EditNotThere, string.Join('/', path));
        }

        Splice? splice = way.Parent switch
        {
            YamlMap map => _splicer.Remove(map, way.Entry!),
            YamlList list => _splicer.Remove(list, Find(list, path[^1])),
            _ => null,
        };
        return splice is { } found ? [found] : Fail(Faults.EditUnsafe, string.Join('/', path));
    }

    public IEnumerable<Splice>? Fail(FaultKind kind, string text)
    {
        _log.Add(kind, new Place(_path), text);
        return null;
    }

    /// <summary>True when the path leads to something in a file that can be read.</summary>
    public static bool Has(PlanFiles files, string path, string[] keys)
    {
        var log = new FaultLog();
        return files.TryGet(path, out var bytes)
            && YamlFile.Read(TextFile.Read(path, bytes, log), log) is var file
            && new YamlEditing(files, path, file, log).Walk(keys) is { Rest.Length: 0 };
    }

    /// <summary>What an item says that is written as a list of one.</summary>
    public static YamlFacts ItemOf(string text)
    {
        var log = new FaultLog();
        var list = (YamlList)YamlFile.Read(new TextFile("", text, false, true), log).Root!;
        return YamlFacts.Of(list.Items[0]);
    }

    private sealed record Way(YamlNode? Parent, YamlEntry? Entry, YamlNode? Node, string[] Rest, bool InFlow);

    /// <summary>Follows the path as far as it exists; null, with a fault, where it can't go on.</summary>
    private Way? Walk(string[] path)
    {
        var way = new Way(null, null, _file.Root, path, false);
        for (var i = 0; i < path.Length; i++)
        {
            var inFlow = way.InFlow || way.Node is YamlMap { IsFlow: true } or YamlList { IsFlow: true };
            switch (way.Node)
            {
                case YamlMap map when map.Find(path[i]) is { } entry:
                    way = new Way(map, entry, entry.Value, path[(i + 1)..], inFlow);
                    break;
                case YamlList list when Find(list, path[i]) is var index and >= 0:
                    way = new Way(list, null, list.Items[index], path[(i + 1)..], inFlow);
                    break;
                case YamlMap or null or { IsNothing: true }:
                    return way;
                default:
                    Fail(way.Node is YamlList ? Faults.EditNotThere : Faults.EditNoPlace, path[i]);
                    return null;
            }
        }

        return way;
    }

    private IEnumerable<Splice>? AddAt(Way way, string[] path, IReadOnlyList<string> lines, string? flow)
    {
        var intoFlow = way.InFlow || way.Node is YamlMap { IsFlow: true };
        if (intoFlow && flow is null)
        {
            return Fail(Faults.EditUnsafe, string.Join('/', path));
        }

        return way switch
        {
            { Node: YamlMap { IsFlow: true, Entries.Count: 0 }, Entry: { } entry, InFlow: false } => _splicer.Fill(
                entry,
                lines,
                $"{{{flow}}}",
                false
            ),
            { Node: YamlMap map } => [_splicer.AddEntry(map, lines, flow ?? "")],
            { Entry: { } entry } => _splicer.Fill(entry, lines, $"{{{flow}}}", way.InFlow),
            { Parent: null } => [_splicer.Append(lines)],
            _ => Fail(Faults.EditNoPlace, string.Join('/', path)),
        };
    }

    private PlanEdit Kept(IEnumerable<Splice> splices, YamlFacts expected)
    {
        var text = Splice.Apply(_file.Text.Text, splices);
        var bytes = _file.Text.Encode(text);
        var check = new FaultLog();
        var again = YamlFile.Read(TextFile.Read(_path, bytes, check), check);
        if (again.IsSound && YamlFacts.Of(again.Root).Says(expected))
        {
            return new PlanEdit(_files.With(_path, bytes), EquatableList<Diagnostic>.Empty);
        }

        _log.Add(Faults.EditUnsafe, new Place(_path));
        return new PlanEdit(_files, _log.ToList());
    }

    private static int Find(YamlList list, string id) =>
        list.Items.FindIndex(i => i is YamlMap map && map["id"] is YamlScalar scalar && scalar.Value == id);

    private static IReadOnlyList<string> Nested(string[] keys, string value) =>
        [.. Keys(keys[..^1]), $"{Spaces(keys.Length - 1)}{YamlWriter.Scalar(keys[^1])}: {YamlWriter.Scalar(value)}"];

    private static IReadOnlyList<string> Nested(string[] keys, IReadOnlyList<string> lines) =>
        [.. Keys(keys), .. lines.Select(l => Spaces(keys.Length) + l)];

    private static IEnumerable<string> Keys(string[] keys) =>
        keys.Select((k, level) => $"{Spaces(level)}{YamlWriter.Scalar(k)}:");

    /// <summary>Keys within keys in braces, with a text that is already written for there.</summary>
    private static string FlowNested(string[] keys, string text)
    {
        for (var i = keys.Length - 1; i > 0; i--)
        {
            text = $"{{{YamlWriter.Scalar(keys[i], inFlow: true)}: {text}}}";
        }

        return $"{YamlWriter.Scalar(keys[0], inFlow: true)}: {text}";
    }

    private static string Spaces(int level) => new(' ', 2 * level);
}
