// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Templates;
using Lodestar.Units;

namespace Lodestar.Formats.Templates;

/// <summary>Reads the templates that come with this version. They are part of the program: a fault in one is a bug, and throws.</summary>
public static class TemplateReader
{
    private const string Manifest = "template.yaml";
    private const string FactorsFile = "factors.yaml";

    private static readonly Lazy<EquatableList<ModelTemplate>> Read = new(() =>
        LibraryReader
            .Templates.Paths.Where(p => p.EndsWith("/" + Manifest, StringComparison.Ordinal))
            .Select(p => Template(p[..^Manifest.Length]))
            .ToEquatableList()
    );

    /// <summary>All of them, by id.</summary>
    public static EquatableList<ModelTemplate> All => Read.Value;

    /// <summary>The template of an id; null where there is none.</summary>
    public static ModelTemplate? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    private static ModelTemplate Template(string folder)
    {
        var root = Map(folder + Manifest);
        var factors = Map(FactorsFile);
        return new ModelTemplate(Text(root, "template"), (int)Number(Text(root, "version")), Title(root))
        {
            Lines = Items(root, "lines").Select(Line).ToEquatableList(),
            Files = Items(root, "files")
                .Select(f => new TemplateFile(
                    Text(f, "file"),
                    Encoding.UTF8.GetString(Bytes(folder + Text(f, "file")).Span),
                    Words(f, "lines"),
                    Optional(f, "electricity")
                ))
                .ToEquatableList(),
            Sources = Items(factors, "sources")
                .Select(s => new Source(Text(s, "id"), Text(s, "title"))
                {
                    Publisher = Optional(s, "publisher"),
                    Edition = Optional(s, "edition"),
                    Licence = Optional(s, "licence"),
                    Note = Optional(s, "note"),
                })
                .ToEquatableList(),
            Factors = Items(factors, "factors")
                .Select(f => new EmissionFactor(
                    Text(f, "id"),
                    Number(Text(f, "co2")),
                    Number(Text(f, "co2e")),
                    Text(f, "unit"),
                    Text(f, "source")
                ))
                .ToEquatableList(),
        };
    }

    private static TemplateLine Line(YamlMap map)
    {
        var ratio = Words(map, "ratio");
        var factors = map["factor_ratio"] is null ? null : Words(map, "factor_ratio");
        return new TemplateLine(Text(map, "id"), Title(map), Words(map, "categories"))
        {
            Shared = Words(map, "shared"),
            Fuels = Words(map, "fuels"),
            Least = Number(ratio[0]),
            Most = Number(ratio[1]),
            LeastFactor = factors is null ? 1 : Number(factors[0]),
            MostFactor = factors is null ? 1 : Number(factors[1]),
            Activity = map["activity"] is YamlMap activity
                ? new LineActivity(Text(activity, "variable"), Unit.Parse(Text(activity, "unit")))
                : null,
            NeedsOtherGases = Optional(map, "needs") is "CO2e",
            Share = map["share"] is YamlMap share
                ? new MovingShare(
                    Number(Text(share, "default")),
                    Number(Text(share, "least")),
                    Number(Text(share, "most"))
                )
                : null,
            Split = map["split"] is YamlMap split
                ? new FuelSplit(Text(split, "fuel"), Number(Text(split, "default")))
                : null,
        };
    }

    private static YamlMap Map(string path)
    {
        var log = new FaultLog();
        var file = YamlFile.Read(TextFile.Read(path, Bytes(path), log), log);
        return file.Root as YamlMap ?? throw new InvalidOperationException(path);
    }

    private static ReadOnlyMemory<byte> Bytes(string path) =>
        LibraryReader.Templates.TryGet(path, out var bytes) ? bytes : throw new InvalidOperationException(path);

    private static IEnumerable<YamlMap> Items(YamlMap map, string key) =>
        (map[key] as YamlList)?.Items.Cast<YamlMap>() ?? [];

    private static EquatableList<string> Words(YamlMap map, string key) =>
        (map[key] as YamlList)?.Items.Cast<YamlScalar>().Select(s => s.Value).ToEquatableList()
        ?? EquatableList<string>.Empty;

    private static string? Optional(YamlMap map, string key) => (map[key] as YamlScalar)?.Value;

    private static string Text(YamlMap map, string key) =>
        Optional(map, key) ?? throw new InvalidOperationException(key);

    private static LocalText Title(YamlMap map)
    {
        var titles = (YamlMap)map["title"]!;
        return new LocalText(Text(titles, "en"), EquatableList.Of(("fr", Text(titles, "fr"))));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
