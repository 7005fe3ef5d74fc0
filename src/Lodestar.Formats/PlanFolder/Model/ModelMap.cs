// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Text;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>
/// Reads one mapping of a model file by its table of keys into pieces. What has another shape is reported and left out;
/// <see cref="IsBroken"/> then says so.
/// </summary>
internal sealed class ModelMap
{
    private readonly KeyTable _table;

    public ModelMap(YamlMap map, KeyTable table, YamlFile file)
    {
        (Map, _table, File) = (map, table, file);
        Reader = new MapReader(map, table, file);
    }

    public YamlMap Map { get; }

    public YamlFile File { get; }

    /// <summary>For what is read as in every other file; it has said which keys are unknown or missing.</summary>
    public MapReader Reader { get; }

    /// <summary>True once something was reported that leaves a part out.</summary>
    public bool IsBroken { get; private set; }

    public Piece Where => ModelPieces.Where(Map, File);

    public bool Has(string key) => Node(key) is not null;

    /// <summary>yes or no; null when neither stands there, which is reported unless nothing does.</summary>
    public bool? Flag(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Value: "yes" or "true" }:
                return true;
            case YamlScalar { Value: "no" or "false" }:
                return false;
            case var other:
                File.Fault(Faults.UnknownChoice, other, null, ("choices", "yes, no"));
                return null;
        }
    }

    /// <summary>The id of a source, where any are declared; an unknown one is doubted.</summary>
    public Piece? Source(IReadOnlyCollection<string> known)
    {
        var piece = Piece("source");
        if (piece is not null && known.Count > 0 && !known.Contains(piece.Text))
        {
            File.Fault(Faults.UnknownSource, Node("source")!, DidYouMean.Find(piece.Text, known));
        }

        return piece;
    }

    /// <summary>A single value of any form.</summary>
    public Piece? Piece(string key) =>
        Node(key) switch
        {
            null => null,
            YamlScalar scalar => ModelPieces.Of(scalar, File),
            var other => Wrong(other, "plan-part.value"),
        };

    /// <summary>A list of single values, or one.</summary>
    public ImmutableArray<Piece> Pieces(string key) => Node(key) is { } node ? PiecesOf(node) : [];

    public ModelMap? Submap(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMap map:
                return new ModelMap(map, _table.Find(key)!.Keys!, File);
            case var other:
                Wrong(other, "plan-part.mapping");
                return null;
        }
    }

    /// <summary>The mappings of a list; anything else in it is reported.</summary>
    public IEnumerable<ModelMap> Items(string key)
    {
        var node = Node(key);
        foreach (
            var item in node is YamlList list ? list.Items
            : node is null ? []
            : [node]
        )
        {
            if (item is YamlMap map)
            {
                yield return new ModelMap(map, _table.Find(key)!.Keys!, File);
            }
            else
            {
                Wrong(item, "plan-part.mapping");
            }
        }
    }

    /// <summary>The entries of a mapping with free names.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlMap map:
                return map.Entries;
            case var other:
                Wrong(other, "plan-part.mapping");
                return [];
        }
    }

    /// <summary>The mapping of an entry, by the table of the key it stands under; null for its short form and for nothing.</summary>
    public ModelMap? Entry(string key, YamlEntry entry) =>
        entry.Value is YamlMap map ? new ModelMap(map, _table.Find(key)!.Keys!, File) : null;

    public ImmutableArray<Piece> PiecesOf(YamlNode node)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            if (item is YamlScalar { IsNothing: false } scalar)
            {
                pieces.Add(ModelPieces.Of(scalar, File));
            }
            else
            {
                Wrong(item, "plan-part.word");
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>Reports a shape that can't be read here.</summary>
    public Piece? Wrong(YamlNode node, string wanted)
    {
        IsBroken = true;
        File.Fault(Faults.WrongShape, node, null, ("wanted", Message.Of(wanted)));
        return null;
    }

    /// <summary>Says that a part within it, whose fault is reported, is left out.</summary>
    public void Break() => IsBroken = true;

    /// <summary>Reports another fault that leaves a part out.</summary>
    public void Fault(FaultKind kind, YamlNode node, params ReadOnlySpan<(string, object)> values)
    {
        IsBroken = true;
        File.Fault(kind, node, null, values);
    }

    /// <summary>What stands at a key; null for nothing. A key that the table lacks is a bug.</summary>
    public YamlNode? Node(string key) =>
        _table.Find(key) is null ? throw new InvalidOperationException($"{_table.Name} has no key '{key}'.") : Map[key];
}
