// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads asks.yaml, against the measures and sources that the plan has.</summary>
internal sealed partial class AsksReader(YamlFile file, Plan plan, PlanUnits units)
{
    private readonly HashSet<string> _measures = plan.Measures.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = plan.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    public EquatableList<Ask> Read() =>
        PlanYamlReader.Root(file, ControlKeys.Asks) is { } root
            ? new Identified<Ask>(file, "asks").Read(root, AskOf)
            : EquatableList<Ask>.Empty;

    private Ask AskOf(MapReader item, string id)
    {
        var since = item.DateOrYear("since");
        var unlocks = item.Submap("unlocks");
        var ask = new Ask(id, item.Text("title") ?? id, item.Place)
        {
            Description = item.Text("description"),
            Addressee = item.Text("addressee") is { Length: > 0 } addressee ? addressee : null,
            AddresseeLevel = PowersReader.Level(item, "level"),
            AddresseePlace = item.Matching("place", ValueForm.Text, Faults.BadPlaceCode, IsPlace),
            Instrument = item.Choice("instrument") is { } instrument
                ? (AskInstrument)(instrument + 1)
                : AskInstrument.NotStated,
            Status = item.Choice("status") is { } status ? (AskStatus)(status + 1) : AskStatus.NotStated,
            Since = since?.Date,
            SinceYearOnly = since?.YearOnly ?? false,
            Measures = MeasuresOf(item),
            Sectors = PlanLists.Categories(item, "sectors") ?? EquatableList<string>.Empty,
            Unlocks = unlocks is null ? null : UnlocksOf(unlocks),
            Kind = unlocks?.Choice("kind") is { } kind ? (ValueKind)(kind + 1) : ValueKind.NotStated,
            Allies = AlliesOf(item),
            Source = item.Reference("source", Faults.UnknownSource, _sources),
        };
        Check(item, ask);
        return ask;
    }

    private void Check(MapReader item, Ask ask)
    {
        if (ask.Addressee is null && ask.Status is not (AskStatus.NotStated or AskStatus.Draft))
        {
            item.Fault(Faults.AskedOfNobody, "status");
        }

        if (UnlockedCuts.Above(plan, ask) is { } above)
        {
            item.Fault(
                Faults.UnlocksAboveEffect,
                "unlocks",
                ("year", above.Year),
                ("unlocks", above.Unlocked),
                ("effect", above.Reported)
            );
        }
    }

    private EquatableList<string> MeasuresOf(MapReader item)
    {
        var words = item.Words("measures", ValueForm.Words) ?? [];
        foreach (var word in words.Where(w => !_measures.Contains(w.Value)))
        {
            file.Fault(Faults.UnknownMeasure, word, DidYouMean.Find(word.Value, _measures));
        }

        return words.Select(w => w.Value).Where(_measures.Contains).Distinct().ToEquatableList();
    }

    private EquatableList<string> AlliesOf(MapReader item)
    {
        var words = item.Words("allies", ValueForm.Words) ?? [];
        foreach (var word in words.Where(w => !IsPlace(w.Value)))
        {
            file.Fault(Faults.BadPlaceCode, word);
        }

        return words.Select(w => w.Value).Where(IsPlace).Distinct().ToEquatableList();
    }

    /// <summary>A year below zero is left out: an ask that raises emissions unlocks no cut.</summary>
    private YearSeries? UnlocksOf(MapReader map)
    {
        if (YearNumbers.Read(map, units) is not { } series)
        {
            return null;
        }

        var cells = series.Cells.Where(c => !(c.Cell.TryGetNumber(out var number) && number < 0)).ToList();
        if (cells.Count < series.Cells.Length && map.Map["values"] is YamlMap values)
        {
            foreach (var entry in values.Entries)
            {
                if (entry.Value is YamlScalar value && PlanNumbers.TryRead(value.Value, out var number) && number < 0)
                {
                    file.Fault(Faults.NegativeUnlocks, value, null, ("year", entry.Key.Value));
                }
            }
        }

        return cells.Count == 0 ? null : new YearSeries(series.Unit, cells);
    }

    /// <summary>A code of ISO 3166-1 or 3166-2, or an id.</summary>
    private static bool IsPlace(string text) => PlanIds.IsValid(text) || Code().IsMatch(text);

    [GeneratedRegex("^[A-Z]{2}(-[A-Z0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
