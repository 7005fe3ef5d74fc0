// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>What plan.yaml says: the plan without rows and targets, and the tables of people and money it names.</summary>
internal sealed record PlanPage(Plan Plan, string? PopulationFile, string? GdpFile, PlanUnits Units)
{
    public static PlanPage Empty { get; } =
        new(new Plan { Id = "plan", Name = "Unnamed plan" }, null, null, new PlanUnits(GwpSet.AR5));
}

/// <summary>Reads plan.yaml.</summary>
internal static class PlanYamlReader
{
    public static PlanPage Read(YamlFile file, PlanFiles files, PowersReader powers)
    {
        if (Root(file, PlanKeys.Plan) is not { } page)
        {
            return PlanPage.Empty;
        }

        var format = page.Format("format");
        if (format is not null && format != PlanNames.Format)
        {
            page.Fault(Faults.UnknownFormat, "format", ("known", PlanNames.Format));
        }

        var set = page.Choice("gwp_set") is { } choice
            ? GwpSet.Find(PlanKeys.GwpSets[choice]) ?? GwpSet.AR5
            : GwpSet.AR5;
        var units = new PlanUnits(set);
        var name = page.Text("name");
        var id = page.Id("id");
        var sources = new Identified<Source>(file, "sources").Read(page, SourceOf);
        var known = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var plan = new Plan
        {
            Id = PlanIds.Slug(id ?? name ?? PlanPage.Empty.Plan.Id),
            Name = name ?? id ?? PlanPage.Empty.Plan.Name,
            Kind = page.Choice("kind") is { } kind ? (JurisdictionKind)(kind + 1) : JurisdictionKind.NotStated,
            Country = page.Matching("country", ValueForm.Country, Faults.BadCountry, c => IsCapitals(c, 2)),
            Codes = page.Pairs("codes", ValueForm.Codes)
                .ToDictionary(p => p.Key.Value, p => p.Value.Value, StringComparer.Ordinal),
            Names = PlaceKeysReader.Names(page),
            Parents = PlaceKeysReader.Parents(page),
            Coordinates = PlaceKeysReader.Coordinates(page),
            BaseYear = page.Year("base_year"),
            Horizon = page.Year("horizon"),
            GwpSet = set,
            Currency = page.Matching("currency", ValueForm.Currency, Faults.BadCurrency, c => IsCapitals(c, 3)),
            Area = page.Area("area", units),
            Cycles = CyclesOf(page, units),
            Sources = sources,
        };
        plan = plan with
        {
            Inventories = InventoriesOf(page, file, files, known),
            Projections = ProjectionsOf(page, file, files, known),
            Powers = powers.Held(page, known),
        };
        if (plan.Horizon < plan.BaseYear)
        {
            page.Fault(Faults.HorizonBeforeBase, "horizon", ("base", plan.BaseYear.Value));
        }

        return new PlanPage(plan, TableOf(page, "population", files), TableOf(page, "gdp", files), units);
    }

    /// <summary>The mapping that a file consists of; reports another shape.</summary>
    public static MapReader? Root(YamlFile file, KeyTable table)
    {
        switch (file.Root)
        {
            case YamlMap map:
                return new MapReader(map, table, file);
            case null or { IsNothing: true }:
                return new MapReader(new YamlMap(0, false), table, file);
            case var other:
                file.Fault(Faults.WrongShape, other, null, ("wanted", Message.Of("plan-part.mapping")));
                return null;
        }
    }

    private static EquatableList<InventoryRecord> InventoriesOf(
        MapReader page,
        YamlFile file,
        PlanFiles files,
        HashSet<string> sources
    )
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        return new Identified<InventoryRecord>(file, "inventories").Read(
            page,
            (item, id) =>
            {
                var record = InventoryOf(item, id, sources);
                CheckFile(item, record.File, files);
                if (record.File.Length > 0 && !named.Add(record.File))
                {
                    item.Fault(Faults.FileNamedTwice, "file");
                    return record with { File = "" };
                }

                return record;
            }
        );
    }

    private static InventoryRecord InventoryOf(MapReader item, string id, HashSet<string> sources) =>
        new(id, item.Path("file") ?? "")
        {
            Title = item.Text("title"),
            Publisher = item.Text("publisher"),
            Protocol = item.Text("protocol"),
            Scheme = SchemeOf(item),
            BoundaryNote = item.Text("boundary_note"),
            Boundary = item.Choice("boundary") is { } boundary ? (Boundary)boundary : Boundary.Basic,
            Gases = PlanLists.Gases(item, "gases") ?? EquatableList<string>.Empty,
            Published = item.Date("published"),
            Source = item.Reference("source", Faults.UnknownSource, sources),
        };

    private static EquatableList<ProjectionRecord> ProjectionsOf(
        MapReader page,
        YamlFile file,
        PlanFiles files,
        HashSet<string> sources
    )
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        return new Identified<ProjectionRecord>(file, "projections").Read(
            page,
            (item, id) =>
            {
                var path = item.Path("file") ?? "";
                CheckFile(item, path, files);
                if (path.Length > 0 && !named.Add(path))
                {
                    item.Fault(Faults.FileNamedTwice, "file");
                    path = "";
                }

                return new ProjectionRecord(id, path)
                {
                    Title = item.Text("title"),
                    Publisher = item.Text("publisher"),
                    Published = item.Date("published"),
                    BoundaryNote = item.Text("boundary_note"),
                    Scheme = SchemeOf(item),
                    Source = item.Reference("source", Faults.UnknownSource, sources),
                };
            }
        );
    }

    private static string? SchemeOf(MapReader item) =>
        item.Choice("categories") is > 0 and { } scheme ? PlanKeys.Schemes[scheme] : null;

    public static Source SourceOf(MapReader item, string id) =>
        new(id, item.Text("title") ?? id)
        {
            Publisher = item.Text("publisher"),
            Edition = item.Text("edition"),
            Published = item.Date("published"),
            Licence = item.Text("licence"),
            Url = item.Matching("url", ValueForm.Url, Faults.BadUrl, IsWebAddress),
            Retrieved = item.Date("retrieved"),
            Note = item.Text("note"),
        };

    private static Cycles CyclesOf(MapReader page, PlanUnits units) =>
        page.Submap("cycles") is { } cycles
            ? new Cycles(cycles.SpanYears("inventory", units), cycles.SpanYears("targets", units))
            : new Cycles();

    private static string? TableOf(MapReader page, string key, PlanFiles files)
    {
        var path = page.Path(key);
        if (path is null)
        {
            return null;
        }

        return CheckFile(page, path, files, key) ? path : null;
    }

    private static bool CheckFile(MapReader item, string path, PlanFiles files, string key = "file")
    {
        if (path.Length == 0)
        {
            return false;
        }

        if (!PlanPath.IsClean(path))
        {
            item.Fault(Faults.BadPath, key);
            return false;
        }

        if (files.TryGet(path, out _))
        {
            return true;
        }

        var near = DidYouMean.Find(path, files.Paths.Where(p => p.EndsWith(".csv", StringComparison.Ordinal)));
        item.File.Fault(Faults.NoSuchFile, item.Map[key]!, near);
        return false;
    }

    private static bool IsCapitals(string text, int length) =>
        text.Length == length && text.All(char.IsAsciiLetterUpper);

    /// <summary>Pages link to it, so it must be an address of the web and nothing that a browser would run.</summary>
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http");
}
