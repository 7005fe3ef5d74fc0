// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Yaml;

namespace Lodestar.Formats.PlanFolder.Editing;

/// <summary>
/// What a YAML file states, without its notation. An edit is made here too, and the edited file must state the same.
/// </summary>
internal sealed class YamlFacts
{
    private string? _word;
    private List<(string Key, YamlFacts Value)>? _entries;
    private List<YamlFacts>? _items;

    public static YamlFacts Of(YamlNode? node) =>
        node switch
        {
            null or { IsNothing: true } => new YamlFacts(),
            YamlScalar scalar => new YamlFacts { _word = scalar.Value },
            YamlMap map => new YamlFacts { _entries = [.. map.Entries.Select(e => (e.Key.Value, Of(e.Value)))] },
            YamlList list => new YamlFacts { _items = [.. list.Items.Select(Of)] },
            _ => throw new InvalidOperationException($"No facts in {node.GetType().Name}."),
        };

    public static YamlFacts Pairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new() { _entries = [.. pairs.Select(p => (p.Key, Word(p.Value)))] };

    public static YamlFacts Word(string word) => new() { _word = word };

    public void Set(ReadOnlySpan<string> path, string value)
    {
        if (path.Length == 0)
        {
            (_word, _entries, _items) = (value, null, null);
            return;
        }

        Below(path[0]).Set(path[1..], value);
    }

    public void AddItem(ReadOnlySpan<string> path, YamlFacts item)
    {
        if (path.Length > 0)
        {
            Below(path[0]).AddItem(path[1..], item);
            return;
        }

        (_items ??= []).Add(item);
        (_word, _entries) = (null, null);
    }

    public void Remove(ReadOnlySpan<string> path)
    {
        if (path.Length > 1)
        {
            Below(path[0]).Remove(path[1..]);
            return;
        }

        var name = path[0];
        _entries?.RemoveAll(e => e.Key == name);
        _items?.RemoveAll(i => i.Id == name);
    }

    public bool Says(YamlFacts other)
    {
        if (IsNothing || other.IsNothing)
        {
            return IsNothing && other.IsNothing;
        }

        return (_word, other._word, _items, other._items, _entries, other._entries) switch
        {
            ({ } a, { } b, _, _, _, _) => a == b,
            (_, _, { } a, { } b, _, _) => a.Count == b.Count && a.Zip(b).All(p => p.First.Says(p.Second)),
            (_, _, _, _, { } a, { } b) => a.Count == b.Count
                && a.Zip(b).All(p => p.First.Key == p.Second.Key && p.First.Value.Says(p.Second.Value)),
            _ => false,
        };
    }

    /// <summary>An empty list or mapping states as little as no text at all.</summary>
    private bool IsNothing => _word is null && _entries is not { Count: > 0 } && _items is not { Count: > 0 };

    private string? Id => _entries?.Find(e => e.Key == "id").Value?._word;

    private YamlFacts Below(string name)
    {
        if (_items?.Find(i => i.Id == name) is { } item)
        {
            return item;
        }

        _entries ??= [];
        var found = _entries.Find(e => e.Key == name).Value;
        if (found is null)
        {
            found = new YamlFacts();
            _entries.Add((name, found));
        }

        return found;
    }
}
