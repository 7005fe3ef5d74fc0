// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Formats.PlanFolder.Yaml;

namespace Lodestar.Formats.PlanMerging;

/// <summary>Writes a part of one YAML file anew, for another one: as lines of an item, or in braces.</summary>
internal static class YamlCopy
{
    /// <summary>The item of a list in block notation, with its dash.</summary>
    public static IReadOnlyList<string> Item(YamlNode item) => [.. Dashed(item)];

    /// <summary>The same in braces and brackets, on one line.</summary>
    public static string Flow(YamlNode node) =>
        node switch
        {
            YamlMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Key(e)}: {Flow(e.Value)}"))}}}",
            YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
            YamlScalar { IsNothing: false } scalar => YamlWriter.Scalar(scalar.Value, inFlow: true),
            _ => "null",
        };

    private static IEnumerable<string> Dashed(YamlNode item)
    {
        if (item is not YamlMap { IsFlow: false, Entries.Count: > 0 } map)
        {
            return [$"- {Flow(item)}"];
        }

        return map.Entries.SelectMany(Entry).Select((line, i) => (i == 0 ? "- " : "  ") + line);
    }

    private static IEnumerable<string> Entry(YamlEntry entry) =>
        entry.Value switch
        {
            YamlMap { IsFlow: false, Entries.Count: > 0 } map =>
            [
                $"{Key(entry)}:",
                .. map.Entries.SelectMany(Entry).Select(Indented),
            ],
            YamlList { IsFlow: false, Items.Count: > 0 } list =>
            [
                $"{Key(entry)}:",
                .. list.Items.SelectMany(Dashed).Select(Indented),
            ],
            YamlScalar { IsNothing: false } scalar => [$"{Key(entry)}: {YamlWriter.Scalar(scalar.Value)}"],
            _ => [$"{Key(entry)}: {Flow(entry.Value)}"],
        };

    private static string Indented(string line) => "  " + line;

    private static string Key(YamlEntry entry) => YamlWriter.Scalar(entry.Key.Value, inFlow: true);
}
