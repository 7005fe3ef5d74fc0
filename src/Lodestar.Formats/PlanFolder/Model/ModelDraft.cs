// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>A model as it grows from one file after another.</summary>
internal sealed class ModelDraft(ModelTables tables, IReadOnlyCollection<string> sources, ModuleShelf modules)
{
    /// <summary>Variables of one model, those of its measures with them.</summary>
    public const int MostVariables = 2_000;

    /// <summary>Labels of one axis.</summary>
    public const int MostLabels = 4_096;

    private readonly VariableReader _variables = new(tables, sources);
    private readonly List<AxisText> _axes = [];
    private readonly List<VariableText> _read = [];
    private readonly List<MeasureText> _measures = [];
    private readonly List<CorrelationText> _correlations = [];
    private readonly List<UseText> _uses = [];
    private readonly List<Piece> _checks = [];
    private readonly List<FitText> _fits = [];
    private Piece? _name;
    private TimeText? _time;
    private int _count;
    private bool _isFull;

    /// <summary>Takes in a file of model/, or a module.</summary>
    public void Add(ModelMap root)
    {
        Once(root, "model", _name is not null, () => _name = root.Piece("model"));
        Once(root, "time", _time is not null, () => _time = TimeOf(root));
        foreach (var entry in root.Entries("axes"))
        {
            AddAxis(root, entry);
        }

        foreach (var entry in root.Entries("variables").TakeWhile(e => HasRoom(root, e)))
        {
            _read.Add(_variables.Read(root, "variables", entry));
        }

        foreach (var entry in root.Entries("measures"))
        {
            if (root.Entry("measures", entry) is { } item)
            {
                AddMeasure(item, ModelPieces.Of(entry.Key, root.File), entry);
            }
            else
            {
                root.Wrong(entry.Value, "plan-part.mapping");
            }
        }

        foreach (var item in root.Items("correlations"))
        {
            if (item.Pieces("between") is { Length: > 0 } between && item.Piece("is") is { } tie)
            {
                _correlations.Add(new CorrelationText(between, tie));
            }
        }

        foreach (var item in root.Items("fits"))
        {
            if (item.Piece("of") is { } of && item.Piece("to") is { } to)
            {
                _fits.Add(
                    new FitText(of, to)
                    {
                        From = item.Piece("from"),
                        Until = item.Piece("until"),
                        Test = item.Piece("test"),
                        Weight = item.Piece("weight"),
                    }
                );
            }
        }

        foreach (var entry in root.Entries("uses"))
        {
            AddUse(root, entry);
        }

        _checks.AddRange(root.Pieces("checks"));
    }

    /// <summary>Takes in the levers among the measures of a file of measures/.</summary>
    public void AddMeasures(ModelMap root)
    {
        foreach (var item in root.Items("measures"))
        {
            if (LeverReader.IsLever(item) && item.Piece("id") is { } id && item.Map.Find("id") is { } entry)
            {
                // A hyphen would be a minus sign in a formula.
                AddMeasure(item, id with { Text = id.Text.Replace('-', '_') }, entry);
            }
        }
    }

    /// <summary>The model.</summary>
    /// <param name="name">Its name where no file states one.</param>
    public ModelText ToText(Piece name) =>
        new(_name ?? name)
        {
            Time = _time,
            Axes = [.. _axes],
            Variables = [.. _read],
            Measures = [.. _measures],
            Correlations = [.. _correlations],
            Uses = [.. _uses],
            Checks = [.. _checks],
            Fits = [.. _fits],
        };

    private void AddMeasure(ModelMap item, Piece id, YamlEntry entry)
    {
        if (new LeverReader(_variables, sources).Read(item, id) is not { } measure)
        {
            return;
        }

        if (HasRoom(item, entry, measure.Variables.Length))
        {
            _measures.Add(measure);
        }
    }

    private static void Once(ModelMap root, string key, bool isStated, Action read)
    {
        if (isStated && root.Node(key) is { } again)
        {
            root.Fault(ModelFaults.StatedTwice, again, ("key", key));
        }
        else if (!isStated)
        {
            read();
        }
    }

    private static TimeText? TimeOf(ModelMap root) =>
        root.Submap("time") is { } time && time.Piece("from") is { } from && time.Piece("to") is { } to
            ? new TimeText(from, to)
            : null;

    private void AddAxis(ModelMap root, YamlEntry entry)
    {
        var name = ModelPieces.Of(entry.Key, root.File);
        if (root.Entry("axes", entry) is not { } map)
        {
            var labelsAlone = Labels(root, entry.Value);
            _axes.Add(new AxisText(name, labelsAlone) { IsBroken = labelsAlone.IsEmpty && !IsEmptyList(entry.Value) });
            return;
        }

        var labels = map.Node("labels");
        var axis = new AxisText(name, labels is null ? [] : Labels(map, labels))
        {
            Sets = [.. map.Entries("sets").Select(s => (ModelPieces.Of(s.Key, map.File), Labels(map, s.Value)))],
            Mappings = [.. map.Entries("to").Select(t => MappingOf(map, t))],
        };
        _axes.Add(axis with { IsBroken = axis.Labels.IsEmpty && !IsEmptyList(labels) });
    }

    /// <summary>An axis without labels is a fault of its own; one whose labels can't be read has been reported.</summary>
    private static bool IsEmptyList(YamlNode? node) => node is YamlList { Items.Count: 0 };

    private static ImmutableArray<Piece> Labels(ModelMap map, YamlNode node)
    {
        if (node is YamlList { Items.Count: > MostLabels })
        {
            map.Fault(ModelFaults.TooManyLabels, node, ("most", MostLabels));
            return [];
        }

        return map.PiecesOf(node);
    }

    private static (Piece, ImmutableArray<(Piece, Piece)>) MappingOf(ModelMap map, YamlEntry entry)
    {
        var pairs = ImmutableArray.CreateBuilder<(Piece, Piece)>();
        if (entry.Value is not YamlMap inner)
        {
            map.Wrong(entry.Value, "plan-part.mapping");
        }
        else
        {
            foreach (var pair in inner.Entries)
            {
                if (pair.Value is YamlScalar { IsNothing: false } of)
                {
                    pairs.Add((ModelPieces.Of(pair.Key, map.File), ModelPieces.Of(of, map.File)));
                }
                else
                {
                    map.Wrong(pair.Value, "plan-part.word");
                }
            }
        }

        return (ModelPieces.Of(entry.Key, map.File), pairs.ToImmutable());
    }

    private void AddUse(ModelMap root, YamlEntry entry)
    {
        var name = ModelPieces.Of(entry.Key, root.File);
        if (root.Entry("uses", entry) is { } map)
        {
            if (map.Node("model") is YamlScalar model)
            {
                var with = map.Entries("with")
                    .Where(w => w.Value is YamlScalar { IsNothing: false })
                    .Select(w => (ModelPieces.Of(w.Key, map.File), ModelPieces.Of((YamlScalar)w.Value, map.File)));
                _uses.Add(Use(name, model, map.File) with { With = [.. with] });
            }
        }
        else if (entry.Value is YamlScalar { IsNothing: false } model)
        {
            _uses.Add(Use(name, model, root.File));
        }
        else
        {
            root.Wrong(entry.Value, "plan-part.mapping");
        }
    }

    private UseText Use(Piece name, YamlScalar model, YamlFile file) =>
        new(name, ModelPieces.Of(model, file), modules.Find(model, file));

    private bool HasRoom(ModelMap map, YamlEntry at, int more = 1)
    {
        _count += more;
        if (_count > MostVariables && !_isFull)
        {
            _isFull = true;
            map.File.Fault(ModelFaults.TooManyVariables, at.Key, null, ("most", MostVariables));
        }

        return !_isFull;
    }
}
