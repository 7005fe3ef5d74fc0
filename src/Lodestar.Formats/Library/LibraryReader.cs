// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Control;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;

namespace Lodestar.Formats.Library;

/// <summary>A library as far as it could be read, and what was at fault.</summary>
/// <param name="Stamp">Same stamp, same files.</param>
public sealed record LibraryReading(SharedLibrary Library, EquatableList<Diagnostic> Diagnostics, string Stamp);

/// <summary>Reads a folder of frameworks, practices, measures, alliances and powers (docs/library.md).</summary>
public static class LibraryReader
{
    private const string ModelFolder = "models/";
    private const string TemplateFolder = "templates/";

    private static readonly string[] Folders = ["frameworks/", "practices/", "measures/", "alliances/"];

    private static readonly Lazy<LibraryReading> ShippedLibrary = new(() => Read(ShippedFiles()));

    private static readonly Lazy<PlanFiles> ShippedModels = new(() => ShippedIn(ModelFolder));

    private static readonly Lazy<PlanFiles> ShippedTemplates = new(() => ShippedIn(TemplateFolder));

    /// <summary>The modules of the plan language that come with this version, by file name.</summary>
    internal static PlanFiles Models => ShippedModels.Value;

    /// <summary>The templates that come with this version, by path below their folder.</summary>
    internal static PlanFiles Templates => ShippedTemplates.Value;

    /// <summary>The library that comes with this version.</summary>
    public static LibraryReading Shipped => ShippedLibrary.Value;

    /// <summary>
    /// The shipped library with the files of another folder over it: its sources are added to those that ship, any other
    /// file of the same path takes the place of the shipped one. Places are known that the gazetteer or the shipped library
    /// names.
    /// </summary>
    public static LibraryReading ShippedWith(PlanFiles own)
    {
        var shipped = Shipped.Library;
        var gazetteer = new Lazy<Gazetteer>(() => Gazetteer.Of([]));
        var named = shipped
            .Practices.SelectMany(p => p.Places)
            .Concat(shipped.Alliances.SelectMany(a => a.Members.Select(m => m.Place)))
            .Concat(shipped.Alliances.SelectMany(a => a.Declarations.SelectMany(d => d.Signed)))
            .ToHashSet(StringComparer.Ordinal);
        return Read(
            new PlanFiles(ShippedFiles().Where(f => !own.TryGet(f.Key, out _)).Concat(own)),
            shipped.Sources,
            p => named.Contains(p) || gazetteer.Value.Find(p) is not null
        );
    }

    /// <summary>Never throws on what the files hold and never stops at the first fault.</summary>
    public static LibraryReading Read(PlanFiles files) => Read(files, EquatableList<Source>.Empty, null);

    private static LibraryReading Read(PlanFiles files, EquatableList<Source> more, Func<string, bool>? isPlace)
    {
        var log = new FaultLog();
        var yaml = files
            .Paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal) && !IsModel(p) && !IsTemplate(p))
            .ToDictionary(
                p => p,
                p =>
                {
                    files.TryGet(p, out var bytes);
                    return YamlFile.Read(TextFile.Read(p, bytes, log), log);
                },
                StringComparer.Ordinal
            );
        IEnumerable<YamlFile> In(string folder) =>
            yaml.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).Select(f => f.Value);

        var sources = In("sources.yaml")
            .SelectMany(f => List(f, LibraryKeys.Sources, "sources", PlanYamlReader.SourceOf));
        var known = sources.Concat(more).DistinctBy(s => s.Id).ToEquatableList();
        var ids = known.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var citing = new CitedReader(ids);
        var frameworks = In("frameworks/")
            .SelectMany(f => One(f, LibraryKeys.Framework, r => FrameworkReader.Read(r, citing)))
            .OrderBy(f => f.Id, StringComparer.Ordinal)
            .ThenByDescending(f => f.Version)
            .ToEquatableList();
        var cited = new CitedReader(ids)
        {
            Main = new SharedLibrary { Frameworks = frameworks }.MainFramework,
            IsPlace = isPlace,
        };
        foreach (var stray in files.Paths.Where(p => !IsRead(p)))
        {
            log.Add(Faults.UnknownFile, new Place(stray));
        }

        var powers = In("powers.yaml")
            .SelectMany(f => List(f, LibraryKeys.Powers, "powers", (r, id) => PowerOf(r, id, cited)))
            .ToEquatableList();
        var measureIds = In("measures/").SelectMany(IdsOf).ToHashSet(StringComparer.Ordinal);
        var measures = new MeasureLibraryReader(cited, [.. powers.Select(p => p.Id)], measureIds);
        var library = new SharedLibrary
        {
            Sources = known,
            Frameworks = frameworks,
            Practices = In("practices/")
                .SelectMany(f =>
                    List(
                        f,
                        LibraryKeys.Practices,
                        "practices",
                        (r, id) => PracticeReader.Read(r, id, cited, measureIds)
                    )
                )
                .ToEquatableList(),
            Measures = In("measures/")
                .SelectMany(f => List(f, MeasureLibraryKeys.Measures, "measures", measures.Read))
                .ToEquatableList(),
            Alliances = In("alliances/")
                .SelectMany(f => One(f, LibraryKeys.Alliance, r => AllianceReader.Read(r, cited)))
                .ToEquatableList(),
            Powers = powers,
        };
        return new LibraryReading(Once(library, log), log.ToList(), StampOf(files));
    }

    private static bool IsModel(string path) => path.StartsWith(ModelFolder, StringComparison.Ordinal);

    private static bool IsTemplate(string path) => path.StartsWith(TemplateFolder, StringComparison.Ordinal);

    // Notes beside the files are nobody's business; the map, the models and the templates are read elsewhere.
    private static bool IsRead(string path) =>
        path is "sources.yaml" or "powers.yaml"
        || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("map/", StringComparison.Ordinal)
        || IsModel(path)
        || IsTemplate(path)
        || (
            path.EndsWith(".yaml", StringComparison.Ordinal)
            && Array.Exists(Folders, f => path.StartsWith(f, StringComparison.Ordinal))
        );

    /// <summary>An id that stands in two files is reported, and the first is kept.</summary>
    private static SharedLibrary Once(SharedLibrary library, FaultLog log)
    {
        EquatableList<T> First<T>(EquatableList<T> items, Func<T, string> id, string folder)
        {
            foreach (var twice in items.GroupBy(id).Where(g => g.Skip(1).Any()))
            {
                log.Add(Faults.IdTwice, new Place(folder), twice.Key, values: [("list", folder)]);
            }

            return items.DistinctBy(id).ToEquatableList();
        }

        return library with
        {
            Frameworks = First(library.Frameworks, f => f.Key, "frameworks"),
            Practices = First(library.Practices, p => p.Id, "practices"),
            Measures = First(library.Measures, m => m.Id, "measures"),
            Alliances = First(library.Alliances, a => a.Id, "alliances"),
        };
    }

    private static EquatableList<T> List<T>(YamlFile file, KeyTable table, string key, Func<MapReader, string, T> make)
        where T : class =>
        PlanYamlReader.Root(file, table) is { } root
            ? new Identified<T>(file, key).Read(root, make)
            : EquatableList<T>.Empty;

    private static IEnumerable<T> One<T>(YamlFile file, KeyTable table, Func<MapReader, T> make) =>
        PlanYamlReader.Root(file, table) is { } root ? [make(root)] : [];

    /// <summary>Ids that stand in a list, so that its rows may name one another in any order.</summary>
    private static IEnumerable<string> IdsOf(YamlFile file) =>
        file.Root is YamlMap map && map["measures"] is YamlList list
            ? list.Items.OfType<YamlMap>().Select(m => m["id"]).OfType<YamlScalar>().Select(i => i.Value)
            : [];

    private static string StampOf(PlanFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{path}\n{bytes.Length}\n")));
            hash.AppendData(bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static Power PowerOf(MapReader item, string id, CitedReader cited) =>
        new(id, item.Local("name") ?? new LocalText(id))
        {
            Meaning = item.Local("meaning"),
            Influence = item.Choice("influence") is { } influence ? (Influence)influence : Influence.Advocate,
            Citation = cited.Read(item),
        };

    private static PlanFiles ShippedIn(string folder) =>
        new(
            ShippedFiles()
                .Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal))
                .Select(f => KeyValuePair.Create(f.Key[folder.Length..], f.Value))
        );

    private static PlanFiles ShippedFiles()
    {
        const string start = "library/";
        var assembly = typeof(LibraryReader).Assembly;
        return new PlanFiles(
            assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(start, StringComparison.Ordinal))
                .Select(n =>
                {
                    using var stream = assembly.GetManifestResourceStream(n)!;
                    using var memory = new MemoryStream();
                    stream.CopyTo(memory);
                    return KeyValuePair.Create(n[start.Length..], new ReadOnlyMemory<byte>(memory.ToArray()));
                })
        );
    }
}
