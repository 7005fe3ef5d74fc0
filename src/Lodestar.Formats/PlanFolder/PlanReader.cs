// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Library;
using Lodestar.Formats.PlanFolder.Adoption;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Library;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;

namespace Lodestar.Formats.PlanFolder;

/// <summary>Reads a plan from its files (docs/plan-folder.md).</summary>
public static class PlanReader
{
    /// <summary>Never throws on what the files hold and never stops at the first fault.</summary>
    /// <param name="library">What the plan may name; the shipped one when left out.</param>
    public static PlanReading Read(PlanFiles files, SharedLibrary? library = null)
    {
        library ??= LibraryReader.Shipped.Library;
        var log = new FaultLog();
        var powers = new PowersReader(library.Powers.Select(p => p.Id).ToHashSet(StringComparer.Ordinal));
        var page = ReadPage(files, powers, log);
        var plan = page.Plan with { Files = new EquatableList<string>(files.Paths) };
        var sources = plan.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var tables = new InventoryReader(page.Units, sources, log);

        plan = plan with
        {
            Inventories = plan
                .Inventories.Select(i => i with { Rows = RowsOf(i.File, i.Scheme, files, tables, log) })
                .Concat(Unlisted(plan, files, tables, log))
                .ToEquatableList(),
        };
        if (plan.Inventories.Count == 0)
        {
            // A place may be known by its targets alone; a plan that names no source of anything has forgotten its own.
            var kind =
                plan.Sources.Count > 0 ? Faults.NoInventory with { Severity = Severity.Note } : Faults.NoInventory;
            log.Add(kind, Place.Folder);
        }

        if (PopulationFile(page, files, log) is { } population && files.TryGet(population, out var bytes))
        {
            plan = plan with { Population = tables.Population(TextFile.Read(population, bytes, log)) };
        }

        if (page.GdpFile is { } gdp && files.TryGet(gdp, out bytes))
        {
            plan = plan with { Gdp = tables.Gdp(TextFile.Read(gdp, bytes, log)) };
        }

        plan = plan with
        {
            Projections = ProjectionsOf(plan, files, new ProjectionReader(page.Units, sources, log), log),
            Measures = MeasuresOf(files, page.Units, sources, powers, log),
        };

        // Its rows are read where they are shown; here their faults are.
        MeasureObservations.Read(files, plan, log);

        if (files.TryGet(PlanNames.Asks, out bytes))
        {
            var yaml = YamlFile.Read(TextFile.Read(PlanNames.Asks, bytes, log), log);
            plan = plan with { Asks = new AsksReader(yaml, plan, page.Units).Read() };
        }

        if (files.TryGet(PlanNames.Scenarios, out bytes))
        {
            var yaml = YamlFile.Read(TextFile.Read(PlanNames.Scenarios, bytes, log), log);
            plan = plan with { Scenarios = new ScenariosReader(yaml, sources).Read() };
        }

        if (files.TryGet(PlanNames.Actions, out bytes))
        {
            var yaml = YamlFile.Read(TextFile.Read(PlanNames.Actions, bytes, log), log);
            plan = plan with { Actions = new ActionsReader(yaml, sources).Read() };
        }

        if (files.TryGet(PlanNames.Targets, out bytes))
        {
            var yaml = YamlFile.Read(TextFile.Read(PlanNames.Targets, bytes, log), log);
            plan = plan with { Targets = new TargetsReader(yaml, plan, page.Units).Read() };
        }

        if (files.TryGet(PlanNames.Framework, out bytes))
        {
            var yaml = YamlFile.Read(TextFile.Read(PlanNames.Framework, bytes, log), log);
            var frameworks = new FrameworkStatementReader(yaml, library, sources);
            plan = plan with { Frameworks = frameworks.Read() };
        }

        NoteUnknown(plan, files, log);
        return new PlanReading(plan, files, log.ToList());
    }

    private static PlanPage ReadPage(PlanFiles files, PowersReader powers, FaultLog log)
    {
        if (files.TryGet(PlanNames.Plan, out var bytes))
        {
            return PlanYamlReader.Read(YamlFile.Read(TextFile.Read(PlanNames.Plan, bytes, log), log), files, powers);
        }

        var near = files.Paths.Where(p =>
            p.EndsWith("plan.yaml", StringComparison.OrdinalIgnoreCase)
            || p.EndsWith("plan.yml", StringComparison.OrdinalIgnoreCase)
        );
        log.Add(Faults.PlanMissing, Place.Folder, didYouMean: [.. near.Take(3)]);
        return PlanPage.Empty;
    }

    private static EquatableList<InventoryRow> RowsOf(
        string path,
        string? scheme,
        PlanFiles files,
        InventoryReader tables,
        FaultLog log
    ) =>
        files.TryGet(path, out var bytes)
            ? tables.Rows(TextFile.Read(path, bytes, log), scheme)
            : EquatableList<InventoryRow>.Empty;

    private static IEnumerable<InventoryRecord> Unlisted(
        Plan plan,
        PlanFiles files,
        InventoryReader tables,
        FaultLog log
    )
    {
        var listed = plan.Inventories.Select(i => i.File).ToHashSet(StringComparer.Ordinal);
        var taken = plan.Inventories.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var path in files.Paths.Where(p => PlanNames.IsInventory(p) && !listed.Contains(p)))
        {
            log.Add(Faults.UnlistedFile, new Place(path));
            var id = PlanIds.Unique(PlanIds.Slug(Path.GetFileNameWithoutExtension(path)), taken);
            taken.Add(id);
            yield return new InventoryRecord(id, path) { Rows = RowsOf(path, null, files, tables, log) };
        }
    }

    /// <summary>The projections that plan.yaml lists, and any other table of the folder, which is noted.</summary>
    private static EquatableList<ProjectionRecord> ProjectionsOf(
        Plan plan,
        PlanFiles files,
        ProjectionReader tables,
        FaultLog log
    )
    {
        var listed = plan.Projections.Select(p => p.File).ToHashSet(StringComparer.Ordinal);
        var taken = plan.Projections.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var all = plan.Projections.ToList();
        foreach (var path in files.Paths.Where(p => PlanNames.IsProjection(p) && !listed.Contains(p)))
        {
            log.Add(Faults.UnlistedFile, new Place(path));
            var id = PlanIds.Unique(PlanIds.Slug(Path.GetFileNameWithoutExtension(path)), taken);
            taken.Add(id);
            all.Add(new ProjectionRecord(id, path));
        }

        return all.Select(p =>
                files.TryGet(p.File, out var bytes)
                    ? p with
                    {
                        Rows = tables.Rows(TextFile.Read(p.File, bytes, log), p.Scheme),
                    }
                    : p
            )
            .ToEquatableList();
    }

    private static EquatableList<ReportedMeasure> MeasuresOf(
        PlanFiles files,
        PlanUnits units,
        HashSet<string> sources,
        PowersReader powers,
        FaultLog log
    )
    {
        var measures = new List<ReportedMeasure>();
        foreach (var path in files.Paths.Where(PlanNames.IsMeasures))
        {
            files.TryGet(path, out var bytes);
            var yaml = YamlFile.Read(TextFile.Read(path, bytes, log), log);
            foreach (var measure in new MeasuresReader(yaml, units, sources, powers).Read())
            {
                // One id in two files would make one measure of two in every answer.
                var id = PlanIds.Unique(measure.Id, measures.Select(m => m.Id).ToHashSet(StringComparer.Ordinal));
                if (id != measure.Id)
                {
                    log.Add(Faults.IdTwice, measure.Place, measure.Id, values: [("list", "measures")]);
                }

                measures.Add(measure with { Id = id });
            }
        }

        return new EquatableList<ReportedMeasure>(measures);
    }

    private static string? PopulationFile(PlanPage page, PlanFiles files, FaultLog log)
    {
        if (page.PopulationFile is not null || !files.TryGet(PlanNames.Population, out _))
        {
            return page.PopulationFile;
        }

        log.Add(Faults.UnlistedFile, new Place(PlanNames.Population));
        return PlanNames.Population;
    }

    private static void NoteUnknown(Plan plan, PlanFiles files, FaultLog log)
    {
        var read = plan.Inventories.Select(i => i.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in files.Paths.Where(p => !PlanNames.IsKnown(p) && !read.Contains(p) && p[0] != '.'))
        {
            log.Add(Faults.UnknownFile, new Place(path));
        }
    }
}
