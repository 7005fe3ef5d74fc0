// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>Reads variables, those of measures too.</summary>
internal sealed class VariableReader(ModelTables tables, IReadOnlyCollection<string> sources)
{
    /// <summary>A variable from its entry under a key of the owner.</summary>
    public VariableText Read(ModelMap owner, string key, YamlEntry entry)
    {
        var text = ModelPieces.Of(entry.Key, owner.File);
        var (name, axes, isSound) = Named(text);
        if (!isSound)
        {
            owner.File.Fault(ModelFaults.NameBrackets, entry.Key);
        }

        var variable = new VariableText(name) { Axes = axes, IsBroken = !isSound };
        switch (entry.Value)
        {
            case { IsNothing: true }:
                return variable;
            case YamlScalar scalar:
                return variable with { Value = ModelPieces.Of(scalar, owner.File) };
            case YamlMap:
                var map = owner.Entry(key, entry)!;
                variable = Filled(variable, map);
                return variable with { IsBroken = variable.IsBroken || map.IsBroken };
            case var other:
                owner.Wrong(other, "plan-part.formula-or-mapping");
                return variable with { IsBroken = true };
        }
    }

    private VariableText Filled(VariableText variable, ModelMap map)
    {
        _ = map.Reader.Choice("grade");
        var category = map.Piece("category");
        if (category is not null && !PlanCategories.IsKnown(category.Text))
        {
            map.File.Fault(Faults.UnknownCategory, map.Node("category")!, PlanCategories.Suggest(category.Text));
        }

        var (value, table) = (map.Node("value"), (TableText?)null);
        if (value is YamlMap nested)
        {
            table = ModelTables.Nested(nested, map);
        }
        else if (map.Node("data") is YamlScalar name)
        {
            table = tables.Named(name, map.File);
            variable = variable with { IsBroken = variable.IsBroken || table is null };
        }
        else if (map.Node("data") is { } other)
        {
            map.Wrong(other, "plan-part.value");
        }

        return variable with
        {
            Unit = map.Piece("unit"),
            Value = value is YamlMap ? null : map.Piece("value"),
            Initial = map.Piece("initial"),
            Data = table,
            Between = map.Piece("between"),
            Before = map.Piece("before"),
            After = map.Piece("after"),
            Absent = map.Piece("absent"),
            Kind = map.Piece("kind"),
            SumsToOne = map.Piece("sums_to_one"),
            Range = RangeOf(map),
            Fitted = map.Flag("fitted") == true ? map.Piece("fitted") : null,
            Vary = map.Pieces("vary"),
            Stock = map.Submap("stock") is { } stock ? StockOf(stock, map) : null,
            Source = map.Source(sources),
            Grade = map.Piece("grade"),
            Category = category,
            IsOutcome = map.Flag("outcome") == true,
            Title = map.Piece("title"),
        };
    }

    private StockText StockOf(ModelMap map, ModelMap owner)
    {
        var stock = new StockText(map.Where)
        {
            Initial = map.Piece("initial"),
            Inflow = map.Piece("inflow"),
            Outflow = map.Piece("outflow"),
            Decay = map.Piece("decay"),
            Life = map.Piece("life"),
            Survival = SharesOf(map, "survival"),
            AgeShares = IsTable(map.Node("ages")) ? SharesOf(map, "ages") : null,
            Ages = IsTable(map.Node("ages")) ? null : map.Piece("ages"),
        };
        if (map.IsBroken)
        {
            owner.Break();
        }

        return stock;
    }

    private static bool IsTable(YamlNode? node) =>
        node is YamlMap || (node is YamlScalar scalar && scalar.Value.EndsWith(".csv", StringComparison.Ordinal));

    private TableText? SharesOf(ModelMap map, string key)
    {
        switch (map.Node(key))
        {
            case null:
                return null;
            case YamlMap nested:
                return ModelTables.Nested(nested, map);
            case YamlScalar name:
                var table = tables.Named(name, map.File);
                if (table is null)
                {
                    map.Break();
                }

                return table;
            case var other:
                map.Wrong(other, "plan-part.mapping");
                return null;
        }
    }

    private static (Piece Low, Piece High)? RangeOf(ModelMap map)
    {
        var node = map.Node("range");
        if (node is YamlList { Items: [YamlScalar { IsNothing: false } low, YamlScalar { IsNothing: false } high] })
        {
            return (ModelPieces.Of(low, map.File), ModelPieces.Of(high, map.File));
        }

        if (node is not null)
        {
            map.File.Fault(ModelFaults.RangePair, node);
        }

        return null;
    }

    /// <summary>"heat_use[fuel, era]": the name and the axes, each with its place.</summary>
    private static (Piece Name, ImmutableArray<Piece> Axes, bool IsSound) Named(Piece text)
    {
        var open = text.Text.IndexOf('[', StringComparison.Ordinal);
        var isClosed = text.Text.EndsWith(']') && text.Text.Count(c => c is '[' or ']') == 2;
        if (open < 0)
        {
            return (text, [], !text.Text.Contains(']', StringComparison.Ordinal));
        }

        var name = Part(text, 0, open);
        if (!isClosed)
        {
            return (name, [], false);
        }

        var axes = ImmutableArray.CreateBuilder<Piece>();
        var start = open + 1;
        while (start < text.Text.Length)
        {
            var end = text.Text.IndexOfAny([',', ']'], start);
            axes.Add(Part(text, start, end));
            start = end + 1;
        }

        return (name, axes.ToImmutable(), axes.All(a => a.Text.Length > 0));
    }

    /// <summary>The part without the space around it.</summary>
    private static Piece Part(Piece piece, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(piece.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(piece.Text[end - 1]))
        {
            end--;
        }

        var (line, column) = piece.At(start);
        return new Piece(piece.File, line, column, piece.Text[start..end]);
    }
}
