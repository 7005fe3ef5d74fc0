// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Editing;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanMerging;

/// <summary>One merge: the files as they grow, what changed, and what to know about it.</summary>
/// <param name="existing">The files from before.</param>
/// <param name="before">The plan they hold.</param>
/// <param name="fresh">What comes in, under ids that fit.</param>
internal sealed class Merging(PlanFiles existing, Plan before, Plan fresh)
{
    private readonly PlanFiles _existing = existing;
    private static readonly string[] Words = ["kind", "country", "currency", "area", "coordinates"];
    private static readonly string[] Maps = ["codes", "names", "parents"];

    private readonly PlanFiles _incoming = PlanText.Files(fresh);
    private readonly List<Message> _changes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private PlanFiles _files = existing;

    public PlanMergeResult Result() =>
        new(
            _diagnostics.Exists(d => d.Severity == Severity.Error) ? _existing : _files,
            _changes.ToEquatableList(),
            _diagnostics.ToEquatableList()
        );

    public void NoteRenamed(string from, string to)
    {
        // Known from an earlier merge: nothing new to say.
        if (!PlanHas(to))
        {
            _diagnostics.Add(ImportFaults.MergeRenamed(from, to));
        }
    }

    /// <summary>Facts of the place itself are filled in where nothing is stated; what is stated stays.</summary>
    public void PlanFacts()
    {
        if (RootOf(_incoming, PlanNames.Plan) is not { } page)
        {
            return;
        }

        foreach (var key in Words)
        {
            if (page[key] is YamlScalar word)
            {
                Fill([key], word.Value);
            }
        }

        foreach (var key in Maps)
        {
            foreach (var entry in (page[key] as YamlMap)?.Entries ?? [])
            {
                if (entry.Value is YamlScalar { IsNothing: false } word)
                {
                    Fill([key, entry.Key.Value], word.Value);
                }
            }
        }
    }

    public void Sources()
    {
        foreach (var (id, item) in ItemsOf(_incoming, PlanNames.Plan, "sources"))
        {
            var now = fresh.Sources.First(s => s.Id == id);
            var then = before.Sources.FirstOrDefault(s => s.Id == id);
            if (then is null)
            {
                Add(PlanNames.Plan, "sources", id, item, Message.Of("import.merge.source", ("title", now.Title)));
            }
            else if (MergeIds.Of(now).IsNewerThan(MergeIds.Of(then)))
            {
                Update(PlanNames.Plan, "sources", id, item);
                _changes.Add(Message.Of("import.merge.source-newer", ("title", now.Title)));
            }
        }
    }

    public void Inventories()
    {
        foreach (var (id, item) in ItemsOf(_incoming, PlanNames.Plan, "inventories"))
        {
            var now = fresh.Inventories.First(i => i.Id == id);
            var then = before.Inventories.FirstOrDefault(i => i.Id == id);
            var newer = then is not null && MergeIds.Of(fresh, now).IsNewerThan(MergeIds.Of(before, then));
            Table("inventories", id, item, now.File, now.Title ?? id, then is not null, newer);
        }
    }

    public void Projections()
    {
        foreach (var (id, item) in ItemsOf(_incoming, PlanNames.Plan, "projections"))
        {
            var now = fresh.Projections.First(p => p.Id == id);
            var then = before.Projections.FirstOrDefault(p => p.Id == id);
            var newer = then is not null && MergeIds.Of(fresh, now).IsNewerThan(MergeIds.Of(before, then));
            Table("projections", id, item, now.File, now.Title ?? id, then is not null, newer);
        }
    }

    public void Targets()
    {
        foreach (var (id, item) in ItemsOf(_incoming, PlanNames.Targets, "targets"))
        {
            var now = fresh.Targets.First(t => t.Id == id);
            if (before.Targets.FirstOrDefault(t => t.Id == id) is not { } then)
            {
                Add(
                    PlanNames.Targets,
                    "targets",
                    id,
                    item,
                    Message.Of("import.merge.target", ("title", now.Title ?? id))
                );
                continue;
            }

            var versions = new MergeVersions(before, then, fresh, now);
            foreach (var (old, node) in ItemsOf(item, "versions"))
            {
                if (versions.IdFor(old) is { } version)
                {
                    AddVersion(id, version, node, now.Title ?? id);
                }
                else if (versions.IsHeldBack(old))
                {
                    _diagnostics.Add(ImportFaults.MergeKept(PlanNames.Targets, $"{id}/{old}"));
                }
            }
        }
    }

    public void Measures()
    {
        foreach (var (id, item) in ItemsOf(_incoming, PlanNames.Measures, "measures"))
        {
            var now = fresh.Measures.First(m => m.Id == id);
            if (before.Measures.FirstOrDefault(m => m.Id == id) is not { } then)
            {
                Add(PlanNames.Measures, "measures", id, item, Message.Of("import.merge.measure", ("title", now.Title)));
                continue;
            }

            var newer = Edition
                .Of(fresh.FindSource(now.Source))
                .IsNewerThan(Edition.Of(before.FindSource(then.Source)));
            if (newer)
            {
                Update(then.Place.File, "measures", id, item);
                _changes.Add(Message.Of("import.merge.measure-newer", ("title", now.Title)));
            }
        }
    }

    /// <summary>A plan has one series of people and one of its product: a second source's is not mixed into it.</summary>
    public void Series(string key, string path, Func<Plan, YearSeries?> of)
    {
        if (of(fresh) is not { } now || !_incoming.TryGet(path, out var bytes))
        {
            return;
        }

        if (of(before) is not { } then)
        {
            if (_files.TryGet(path, out _))
            {
                _diagnostics.Add(ImportFaults.MergeKept(path, key));
                return;
            }

            _files = _files.With(path, bytes);
            Try(PlanEditor.Set(_files, PlanNames.Plan, key, path));
            _changes.Add(Message.Of("import.merge.series", ("path", path)));
            return;
        }

        if (Same(now, then))
        {
            return;
        }

        var (mine, theirs) = (EditionOf(fresh, now), EditionOf(before, then));
        if (mine.IsFromPublisherOf(theirs) && mine.IsNewerThan(theirs) && _files.TryGet(path, out _))
        {
            _files = _files.With(path, bytes);
            _changes.Add(Message.Of("import.merge.series-newer", ("path", path)));
        }
        else
        {
            _diagnostics.Add(ImportFaults.MergeKept(path, key));
        }
    }

    private static Edition EditionOf(Plan plan, YearSeries series) =>
        Edition.Of(plan.FindSource(series.Cells.Select(c => c.Provenance.Source).FirstOrDefault(s => s is not null)));

    private static bool Same(YearSeries a, YearSeries b) =>
        a.Unit.Equals(b.Unit)
        && a.Cells.Select(c => (c.Year, c.Cell)).SequenceEqual(b.Cells.Select(c => (c.Year, c.Cell)));

    private void Table(string list, string id, YamlMap item, string path, string title, bool isThere, bool newer)
    {
        _incoming.TryGet(path, out var bytes);
        if (!isThere)
        {
            _files = _files.With(path, bytes);
            Add(PlanNames.Plan, list, id, item, Message.Of("import.merge.table", ("title", title), ("path", path)));
        }
        else if (newer)
        {
            _files = _files.With(path, bytes);
            Update(PlanNames.Plan, list, id, item);
            _changes.Add(Message.Of("import.merge.table-newer", ("title", title), ("path", path)));
        }
        else if (!SaysTheSame(path, bytes))
        {
            _diagnostics.Add(ImportFaults.MergeKept(path, id));
        }
    }

    private bool SaysTheSame(string path, ReadOnlyMemory<byte> bytes) =>
        _files.TryGet(path, out var then)
        && (
            then.Span.SequenceEqual(bytes.Span)
            || before.Inventories.Any(i =>
                i.File == path
                && fresh.Inventories.Any(f =>
                    f.Id == i.Id
                    && f.Rows.Count == i.Rows.Count
                    && f.Rows.Zip(i.Rows).All(r => r.First.Id == r.Second.Id && Same(r.First.Series, r.Second.Series))
                )
            )
        );

    private void Fill(string[] keys, string value)
    {
        if (RootOf(_files, PlanNames.Plan) is not { } page)
        {
            return;
        }

        YamlNode? node = page;
        foreach (var key in keys)
        {
            node = (node as YamlMap)?[key];
        }

        if (node is null)
        {
            var path = string.Join('/', keys);
            if (Try(PlanEditor.Set(_files, PlanNames.Plan, path, value)))
            {
                _changes.Add(Message.Of("import.merge.fact", ("key", path), ("value", value)));
            }
        }
        else if (node is YamlScalar word && word.Value != value && keys.Length > 1)
        {
            _diagnostics.Add(ImportFaults.MergeDiffers(PlanNames.Plan, string.Join('/', keys), word.Value, value));
        }
    }

    private void Add(string file, string list, string id, YamlMap item, Message change)
    {
        if (!_files.TryGet(file, out _))
        {
            _files = _files.With(file, default);
        }

        if (Try(Listed(file, [list], id, item)))
        {
            _changes.Add(change);
        }
    }

    private void AddVersion(string target, string id, YamlMap node, string title)
    {
        if (Try(Listed(PlanNames.Targets, ["targets", target, "versions"], id, WithId(node, id))))
        {
            _changes.Add(Message.Of("import.merge.version", ("title", title), ("id", id)));
        }
    }

    private PlanEdit Listed(string file, string[] path, string id, YamlMap item)
    {
        var lines = YamlCopy.Item(item);
        var facts = YamlEditing.ItemOf(string.Join('\n', lines) + "\n");
        return YamlEditing.Make(
            _files,
            file,
            (editing, expected) =>
            {
                expected.AddItem(path, facts);
                return editing.AddItem(path, id, lines, YamlCopy.Flow(item));
            }
        );
    }

    /// <summary>Every key that the newer edition states; keys that it does not state, and where the file lies, stay.</summary>
    private void Update(string file, string list, string id, YamlMap item)
    {
        foreach (var entry in item.Entries.Where(e => e.Key.Value is not ("id" or "file")))
        {
            var path = $"{list}/{id}/{entry.Key.Value}";
            var keys = path.Split('/');
            if (entry.Value is YamlScalar { IsNothing: false } word)
            {
                Try(PlanEditor.Set(_files, file, path, word.Value));
            }
            else if (!YamlFacts.Of(NodeAt(_files, file, keys)).Says(YamlFacts.Of(entry.Value)))
            {
                Replace(file, path, entry.Value);
            }
        }
    }

    /// <summary>A list of words, as gases are; anything deeper stays and is named.</summary>
    private void Replace(string file, string path, YamlNode value)
    {
        var keys = path.Split('/');
        if (value is not YamlList list || list.Items.Exists(i => i is not YamlScalar))
        {
            _diagnostics.Add(ImportFaults.MergeKept(file, path));
            return;
        }

        if (NodeAt(_files, file, keys) is not null && !Try(PlanEditor.Remove(_files, file, path)))
        {
            return;
        }

        foreach (var word in list.Items.Cast<YamlScalar>())
        {
            Try(
                YamlEditing.Make(
                    _files,
                    file,
                    (editing, expected) =>
                    {
                        expected.AddItem(keys, YamlFacts.Word(word.Value));
                        return editing.AddItem(keys, null, YamlCopy.Item(word), YamlCopy.Flow(word));
                    }
                )
            );
        }
    }

    private bool Try(PlanEdit edit)
    {
        _files = edit.Files;
        _diagnostics.AddRange(edit.Diagnostics);
        return edit.Done;
    }

    private bool PlanHas(string id) =>
        before.Sources.Any(s => s.Id == id)
        || before.Inventories.Any(i => i.Id == id)
        || before.Projections.Any(p => p.Id == id)
        || before.Targets.Any(t => t.Id == id)
        || before.Measures.Any(m => m.Id == id);

    private static YamlMap WithId(YamlMap node, string id)
    {
        var copy = new YamlMap(node.Start, node.IsFlow) { End = node.End };
        foreach (var entry in node.Entries)
        {
            copy.Add(
                entry.Key,
                entry.Key.Value == "id" ? new YamlScalar(entry.Value.Start, id, YamlStyle.Plain) : entry.Value
            );
        }

        return copy;
    }

    private static YamlMap? RootOf(PlanFiles files, string path) =>
        files.TryGet(path, out var bytes)
            ? YamlFile.Read(TextFile.Read(path, bytes, new FaultLog()), new FaultLog()).Root as YamlMap
            : null;

    private static YamlNode? NodeAt(PlanFiles files, string file, string[] keys)
    {
        YamlNode? node = RootOf(files, file);
        foreach (var key in keys)
        {
            node = node switch
            {
                YamlMap map => map[key],
                YamlList list => list.Items.Find(i => IdOf(i) == key),
                _ => null,
            };
        }

        return node;
    }

    private static IEnumerable<(string Id, YamlMap Item)> ItemsOf(PlanFiles files, string file, string list) =>
        RootOf(files, file) is { } root ? ItemsOf(root, list) : [];

    private static IEnumerable<(string Id, YamlMap Item)> ItemsOf(YamlMap map, string list) =>
        ((map[list] as YamlList)?.Items ?? []).OfType<YamlMap>().Select(m => (IdOf(m) ?? "", m));

    private static string? IdOf(YamlNode node) => (node as YamlMap)?["id"] is YamlScalar id ? id.Value : null;
}
