// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lodestar.Formats.PlanFolder.Reading;

namespace Lodestar.Formats.PlanFolder.Keys;

/// <summary>The JSON schemas (draft 2020-12) of the files of a plan, made from the tables that the reader reads by.</summary>
internal static class JsonSchemas
{
    private const string IdPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string AmountPattern = @"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*\S.*$";
    private const string SharePattern = @"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*%$";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's text.</summary>
    public static string Text(KeyTable table)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = table.Name + ".yaml",
        };
        var shared = Shared(table);
        foreach (var (name, value) in Map(table, shared))
        {
            schema[name] = value?.DeepClone();
        }

        if (shared.Count > 0)
        {
            schema["$defs"] = new JsonObject(
                shared.Select(t => KeyValuePair.Create(t.Name, (JsonNode?)Map(t, shared)))
            );
        }

        return schema.ToJsonString(Layout) + "\n";
    }

    /// <summary>Tables that stand in several places are written once and referred to.</summary>
    private static List<KeyTable> Shared(KeyTable table)
    {
        var counts = new Dictionary<KeyTable, int>(ReferenceEqualityComparer.Instance);
        Count(table);
        return [.. counts.Where(c => c.Value > 1).Select(c => c.Key).OrderBy(t => t.Name, StringComparer.Ordinal)];

        void Count(KeyTable at)
        {
            counts[at] = counts.GetValueOrDefault(at) + 1;
            foreach (var inner in counts[at] > 1 ? [] : at.Keys.Select(k => k.Keys).OfType<KeyTable>())
            {
                Count(inner);
            }
        }
    }

    private static JsonObject MapOrReference(KeyTable table, List<KeyTable> shared) =>
        shared.Contains(table) ? new JsonObject { ["$ref"] = "#/$defs/" + table.Name } : Map(table, shared);

    private static JsonObject Map(KeyTable table, List<KeyTable> shared)
    {
        var properties = new JsonObject();
        foreach (var key in table.Keys)
        {
            properties[key.Name] = Property(key, shared);
        }

        var map = new JsonObject
        {
            ["description"] = table.Description,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = table.Keys.Where(k => k.Required).Select(k => (JsonNode)k.Name).ToArray();
        if (required.Length > 0)
        {
            map["required"] = new JsonArray(required);
        }

        return map;
    }

    private static JsonObject Property(PlanKey key, List<KeyTable> shared)
    {
        var property = new JsonObject { ["description"] = key.Description };
        foreach (var (name, value) in Form(key, shared))
        {
            if (name != "description")
            {
                property[name] = value?.DeepClone();
            }
        }

        if (key.Example.Length > 0 && key.Example[0] is not ('[' or '{'))
        {
            property["examples"] = new JsonArray(
                key.Form == ValueForm.Year
                    ? int.Parse(key.Example, System.Globalization.CultureInfo.InvariantCulture)
                    : key.Example
            );
        }

        return property;
    }

    private static JsonObject Form(PlanKey key, List<KeyTable> shared) =>
        key.Form switch
        {
            ValueForm.Format => new JsonObject { ["const"] = PlanNames.Format },
            ValueForm.Id or ValueForm.Reference => new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = IdPattern,
                ["maxLength"] = PlanIds.MaxLength,
            },
            ValueForm.Year => Year(),
            ValueForm.DateOrYear => new JsonObject
            {
                ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["format"] = "date" }, Year()),
            },
            ValueForm.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            // A path's unit stands alone; everywhere else an emission is an amount.
            ValueForm.Emission when key.Name == "unit" => new JsonObject { ["type"] = "string" },
            ValueForm.Emission or ValueForm.Area or ValueForm.Span => Pattern(AmountPattern),
            ValueForm.Share => Pattern(SharePattern),
            ValueForm.Intensity => Pattern(AmountPattern),
            ValueForm.Words => List(new JsonObject { ["type"] = "string" }),
            ValueForm.Level => new JsonObject
            {
                ["oneOf"] = new JsonArray(Pattern(AmountPattern), MapOrReference(key.Keys!, shared)),
            },
            // YAML 1.1 readers take yes and no for booleans.
            ValueForm.Answer => new JsonObject { ["enum"] = new JsonArray("yes", "partly", "no", true, false) },
            ValueForm.Choice => new JsonObject { ["enum"] = Words(key.Choices) },
            ValueForm.Path => new JsonObject { ["type"] = "string", ["maxLength"] = PlanPath.MaxLength },
            ValueForm.Url => new JsonObject
            {
                ["type"] = "string",
                ["format"] = "uri",
                ["pattern"] = "^https?://",
            },
            ValueForm.Country => Pattern("^[A-Z]{2}$"),
            ValueForm.Currency => Pattern("^[A-Z]{3}$"),
            ValueForm.Sectors => new JsonObject
            {
                ["oneOf"] = new JsonArray(
                    new JsonObject { ["const"] = "all" },
                    List(Pattern(@"^((I|II|III|IV|V|VI)(\.\d+){0,2}|[a-z0-9]+:\S+)$"))
                ),
            },
            ValueForm.Gases or ValueForm.Categories => List(new JsonObject { ["type"] = "string" }),
            ValueForm.Coordinates => Pattern(@"^-?\d{1,2}(\.\d+)?, *-?\d{1,3}(\.\d+)?$"),
            ValueForm.Scopes => List(new JsonObject { ["enum"] = new JsonArray(1, 2, 3) }),
            ValueForm.Codes => new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number") },
            },
            ValueForm.YearNumbers => new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = Pattern(@"^\d{4}$"),
                ["additionalProperties"] = new JsonObject { ["type"] = "number" },
            },
            ValueForm.Number => new JsonObject { ["type"] = "number" },
            ValueForm.Local => new JsonObject
            {
                ["oneOf"] = new JsonArray(
                    new JsonObject { ["type"] = new JsonArray("string", "number") },
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["en"] = new JsonObject { ["type"] = "string" } },
                        ["required"] = new JsonArray("en"),
                        ["additionalProperties"] = new JsonObject { ["type"] = "string" },
                    }
                ),
            },
            ValueForm.StatedDay => new JsonObject
            {
                ["oneOf"] = new JsonArray(Pattern(@"^\d{4}(-\d{2}){0,2}$"), Year()),
            },
            ValueForm.Formula => Formula(),
            ValueForm.Formulas or ValueForm.Labels => OneOrMore(),
            ValueForm.Values or ValueForm.Shares => new JsonObject
            {
                ["type"] = new JsonArray("string", "number", "object"),
            },
            ValueForm.Pair => new JsonObject
            {
                ["type"] = "array",
                ["items"] = Formula(),
                ["minItems"] = 2,
                ["maxItems"] = 2,
            },
            ValueForm.LabelSets => FreeKeys(OneOrMore()),
            ValueForm.LabelMaps => FreeKeys(FreeKeys(Formula())),
            ValueForm.Settings => FreeKeys(Formula()),
            ValueForm.Flag => new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) },
            ValueForm.Named => FreeKeys(
                key.Short switch
                {
                    null => MapOrReference(key.Keys!, shared),
                    ValueForm.Labels => new JsonObject
                    {
                        ["anyOf"] = new JsonArray(OneOrMore(), MapOrReference(key.Keys!, shared)),
                    },
                    _ => new JsonObject { ["anyOf"] = new JsonArray(Formula(), MapOrReference(key.Keys!, shared)) },
                }
            ),
            ValueForm.Map => MapOrReference(key.Keys!, shared),
            ValueForm.List => List(MapOrReference(key.Keys!, shared)),
            // An edition such as 2022 is a text that YAML takes for a number.
            _ => new JsonObject { ["type"] = new JsonArray("string", "number") },
        };

    private static JsonObject Formula() => new() { ["type"] = new JsonArray("string", "number") };

    private static JsonObject OneOrMore() => new() { ["anyOf"] = new JsonArray(Formula(), List(Formula())) };

    private static JsonObject FreeKeys(JsonNode values) =>
        new() { ["type"] = "object", ["additionalProperties"] = values };

    private static JsonObject Year() =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = PlanNumbers.FirstYear,
            ["maximum"] = PlanNumbers.LastYear,
        };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)w)];
}
