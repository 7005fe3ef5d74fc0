// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Targets;

namespace Lodestar.Formats.Library;

/// <summary>Reads a measure of a file of measures/ in the library.</summary>
/// <param name="cited">Reads where rows come from.</param>
/// <param name="powers">Ids of the library's powers.</param>
/// <param name="measures">Ids of all measures of the library.</param>
internal sealed class MeasureLibraryReader(
    CitedReader cited,
    IReadOnlyCollection<string> powers,
    IReadOnlyCollection<string> measures
)
{
    private static readonly string[] Levels = ["city", "region", "nation", "utility", "private", "international"];

    public LibraryMeasure Read(MapReader item, string id)
    {
        var citation = cited.Read(item);
        var role = item.Choice("role") is { } stated ? (MeasureRole)stated : MeasureRole.Acting;
        var effect = item.Submap("effect") is { } map ? EffectOf(map, citation) : null;
        if (effect is not null && role != MeasureRole.Acting)
        {
            item.Fault(Faults.EffectOfOthers, "effect", ("role", MeasureWords.Word(role)));
            effect = null;
        }

        return new LibraryMeasure(id, item.Text("code") ?? "", item.Local("title") ?? new LocalText(id))
        {
            Sectors = PlanLists.Sectors(item, "sectors") ?? EquatableList<string>.Empty,
            Mechanism = item.Choice("mechanism") is { } mechanism ? MeasureWords.Mechanisms[mechanism] : null,
            Role = role,
            Effect = effect,
            Performance = item.Submap("performance") is { } performance ? PerformanceOf(performance, citation) : null,
            EffectNote = item.Local("effect_note"),
            Life = item.Submap("life") is { } life ? LifeOf(life) : null,
            Cost = item.Submap("cost") is { } cost ? CostOf(cost, citation) : null,
            Controllers = ControllersOf(item),
            Requires = Known(item, "requires", Faults.UnknownPower, powers),
            Interactions = item.Items("interactions")
                .Select(InteractionOf)
                .OfType<MeasureInteraction>()
                .ToEquatableList(),
            Acts = item.Items("acts").Select(ActOf).OfType<MeasureAct>().ToEquatableList(),
            Reach = ReachOf(item),
            Localise = item.Answer("localise") == Stated.Yes,
            Citation = citation,
        };
    }

    /// <summary>What a practice says of the measure it is an example of; one that nobody knows is reported and kept.</summary>
    public static CarriedMeasure? Carried(
        MapReader practice,
        Citation above,
        CitedReader cited,
        IReadOnlyCollection<string> measures
    )
    {
        if (practice.Submap("measure") is not { } item)
        {
            return null;
        }

        var id = item.Reference("id", Faults.UnknownLibraryMeasure, measures);
        var effect = item.Submap("effect") is { } map
            ? new MeasureLibraryReader(cited, [], measures).EffectOf(map, above)
            : null;
        return id is { Length: > 0 } ? new CarriedMeasure(id) { Effect = effect } : null;
    }

    private MeasureEffect? EffectOf(MapReader item, Citation above)
    {
        var (low, central, high) = (item.Number("low"), item.Number("central"), item.Number("high"));
        if (low > high || low > central || central > high)
        {
            item.Fault(Faults.RangeReversed, high is null ? "central" : "high");
            return null;
        }

        if (low is null && central is null && high is null)
        {
            item.Fault(Faults.EffectWithoutNumber, "unit");
            return null;
        }

        return item.Choice("unit") is { } unit && item.Local("of") is { } of
            ? new MeasureEffect((EffectUnit)unit, of)
            {
                Low = low,
                Central = central,
                High = high,
                Citation = cited.Read(item, above),
            }
            : null;
    }

    private MeasurePerformance? PerformanceOf(MapReader item, Citation above) =>
        item.Number("value") is { } value && item.Text("unit") is { } unit && item.Local("of") is { } of
            ? new MeasurePerformance(value, unit, of)
            {
                UpTo = UpTo(item),
                InsteadOf = item.Number("instead_of"),
                Citation = cited.Read(item, above),
            }
            : null;

    private static MeasureLife? LifeOf(MapReader item)
    {
        var inHours = item.Choice("unit") == 1;
        return item.Number("value") is { } value ? new MeasureLife(value, UpTo(item), inHours) : null;
    }

    private MeasureCost CostOf(MapReader item, Citation above) =>
        new()
        {
            Value = item.Number("value"),
            UpTo = UpTo(item),
            InsteadOf = item.Number("instead_of"),
            Unit = item.Text("unit"),
            Per = item.Local("per"),
            Words = item.Local("words"),
            Citation = cited.Read(item, above),
        };

    private static double? UpTo(MapReader item)
    {
        var most = item.Number("up_to");
        if (!(most < item.Number("value")))
        {
            return most;
        }

        item.Fault(Faults.RangeReversed, "up_to");
        return null;
    }

    private static EquatableList<ControlLevel> ControllersOf(MapReader item) =>
        Known(item, "controllers", Faults.UnknownController, Levels)
            .Select(w => Array.IndexOf(Levels, w))
            .Where(i => i >= 0)
            .Select(i => (ControlLevel)(i + 1))
            .ToEquatableList();

    private MeasureInteraction? InteractionOf(MapReader item)
    {
        var with = item.Reference("with", Faults.UnknownLibraryMeasure, measures);
        var kind = item.Choice("kind");
        return with is { Length: > 0 } && kind is { } known
            ? new MeasureInteraction(with, (InteractionKind)known, item.Local("note"))
            : null;
    }

    private static MeasureAct? ActOf(MapReader item)
    {
        var (operation, of) = (item.Choice("operation"), item.Text("of"));
        if (operation is not { } known || of is not { Length: > 0 })
        {
            return null;
        }

        var act = new MeasureAct(MeasureWords.Operations[known], of)
        {
            From = CitedReader.Words(item, "from"),
            To = item.Text("to"),
            Where = item.Text("where"),
            Amount = item.Text("amount"),
        };
        if (act.Operation == "shift" && (act.From.Count == 0 || act.To is null))
        {
            item.Fault(Faults.ShiftWithoutLabels, "of");
            return null;
        }

        return act;
    }

    private static double? ReachOf(MapReader item)
    {
        var percent = item.Number("reach");
        if (percent is null or > 0 and <= 100)
        {
            return percent / 100;
        }

        item.Fault(Faults.BadReach, "reach");
        return null;
    }

    private static EquatableList<string> Known(
        MapReader item,
        string key,
        FaultKind unknown,
        IReadOnlyCollection<string> known
    )
    {
        var words = item.Words(key, PlanFolder.Keys.ValueForm.Words) ?? [];
        foreach (var word in words.Where(w => !known.Contains(w.Value)))
        {
            item.File.Fault(unknown, word, DidYouMean.Find(word.Value, known));
        }

        return words.Select(w => w.Value).Distinct().ToEquatableList();
    }
}
