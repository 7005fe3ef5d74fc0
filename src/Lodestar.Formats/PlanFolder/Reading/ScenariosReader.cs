// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Reads scenarios.yaml. What its names mean is judged with the model (<see cref="ScenarioSet"/>).</summary>
internal sealed class ScenariosReader(YamlFile file, IReadOnlySet<string> sources)
{
    public EquatableList<Scenario> Read() =>
        PlanYamlReader.Root(file, ScenarioKeys.Scenarios) is { } root
            ? new Identified<Scenario>(file, "scenarios").Read(root, ScenarioOf)
            : EquatableList<Scenario>.Empty;

    private Scenario ScenarioOf(MapReader item, string id)
    {
        var measures = item.OneOrMore("measures");
        var choice = measures
            .Select(m => ScenarioKeys.Choices.ToList().IndexOf(m.Value))
            .FirstOrDefault(c => c >= 0, -1);
        return new Scenario(id, item.Text("title") ?? id, item.Place)
        {
            Kind = item.Choice("kind") is { } kind ? (ScenarioKind)(kind + 1) : ScenarioKind.NotStated,
            Description = item.Text("description"),
            BasedOn = item.Text("based_on") is { Length: > 0 } on ? new Named(on, "", item.PlaceOf("based_on")) : null,
            Choice = (MeasureChoice)(choice + 1),
            Measures = Names(measures.Where(m => !ScenarioKeys.Choices.Contains(m.Value))),
            Without = Names(item.OneOrMore("without")),
            Strengths = Pairs(item, "strength"),
            Starts = Pairs(item, "start"),
            Settings = Pairs(item, "settings"),
            Source = item.Reference("source", Faults.UnknownSource, [.. sources]),
        };
    }

    private EquatableList<Named> Names(IEnumerable<YamlScalar> words) =>
        words.Select(w => new Named(w.Value, "", file.PlaceOf(w))).ToEquatableList();

    private EquatableList<Named> Pairs(MapReader item, string key) =>
        item.Pairs(key, ValueForm.Settings)
            .Select(p => new Named(p.Key.Value, p.Value.Value, file.PlaceOf(p.Key)))
            .ToEquatableList();
}
