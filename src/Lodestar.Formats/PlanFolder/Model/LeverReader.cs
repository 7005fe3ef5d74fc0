// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>Reads the measures that are levers of the model.</summary>
internal sealed class LeverReader(VariableReader variables, IReadOnlyCollection<string> sources)
{
    /// <summary>Whether a measure has an operation at all: one with a reported effect alone is no lever.</summary>
    public static bool IsLever(ModelMap item) => item.Has("effects") || ModelKeys.Operations.Any(item.Has);

    /// <summary>A measure; null when nothing of it can be read.</summary>
    public MeasureText? Read(ModelMap item, Piece id)
    {
        var effects = OperationsOf(item).ToList();
        foreach (var several in item.Items("effects"))
        {
            var found = OperationsOf(several).ToList();
            if (several.Map.Entries.Count(e => ModelKeys.Operations.Contains(e.Key.Value)) != 1)
            {
                several.Fault(
                    ModelFaults.OperationWanted,
                    several.Map,
                    ("choices", string.Join(", ", ModelKeys.Operations))
                );
            }

            effects.AddRange(found);
        }

        var read = effects.OfType<EffectText>().ToImmutableArray();
        if (effects.Count == 0 && !item.IsBroken && !item.Has("effects"))
        {
            item.Fault(ModelFaults.OperationWanted, item.Map, ("choices", string.Join(", ", ModelKeys.Operations)));
        }

        return read.Length == 0
            ? null
            : new MeasureText(id)
            {
                Title = item.Piece("title"),
                Effects = read,
                Ramp = RampOf(item),
                Variables = [.. item.Entries("cost").Select(e => variables.Read(item, "cost", e))],
                Controller = item.Piece("controller"),
                Source = item.Source(sources),
                IsOn = item.Flag("active") != false,
            };
    }

    private static IEnumerable<EffectText?> OperationsOf(ModelMap item)
    {
        foreach (var entry in item.Map.Entries)
        {
            if (ModelKeys.Operations.Contains(entry.Key.Value) && !entry.Value.IsNothing)
            {
                yield return item.Submap(entry.Key.Value) is { } map
                    ? EffectOf(map, ModelPieces.Of(entry.Key, item.File))
                    : null;
            }
        }
    }

    /// <summary>An operation; null when what it needs is missing, which is reported.</summary>
    private static EffectText? EffectOf(ModelMap map, Piece operation)
    {
        var isShift = operation.Text == "shift";
        return map.Piece("of") is { } of && map.Piece("amount") is { } amount
            ? new EffectText(operation, of)
            {
                Amount = amount,
                Where = map.Piece("where"),
                From = isShift ? map.Pieces("from") : [],
                To = isShift ? map.Piece("to") : null,
                Ramp = RampOf(map),
            }
            : null;
    }

    private static RampText? RampOf(ModelMap map) =>
        map.Submap("ramp") is { } ramp
            ? new RampText(ramp.Where)
            {
                From = ramp.Piece("from"),
                To = ramp.Piece("to"),
                Until = ramp.Piece("until"),
                Shape = ramp.Piece("shape"),
            }
            : null;
}
