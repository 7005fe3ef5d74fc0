// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder.Keys;
using Lodestar.Formats.PlanFolder.Reading;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Planning.Targets;
using Lodestar.Units;

namespace Lodestar.Formats.PlanFolder;

/// <summary>The canonical text of each file of a plan folder, for plans that are new. Reading it back gives an equal plan.</summary>
public static class PlanText
{
    /// <summary>All files of a plan: plan.yaml, its inventories, and what else it has.</summary>
    public static PlanFiles Files(Plan plan)
    {
        var files = new List<KeyValuePair<string, ReadOnlyMemory<byte>>> { File(PlanNames.Plan, PlanYaml(plan)) };
        files.AddRange(plan.Inventories.Select(i => File(i.File, InventoryCsv(i))));
        if (plan.Population is { } population)
        {
            files.Add(File(PlanNames.Population, PopulationCsv(population)));
        }

        if (plan.Gdp is { } gdp)
        {
            files.Add(File(PlanNames.Gdp, CsvWriter.Single("gdp", gdp)));
        }

        files.AddRange(plan.Projections.Select(p => File(p.File, CsvWriter.Projection(p.Rows))));
        if (plan.Measures.Count > 0)
        {
            files.Add(File(PlanNames.Measures, MeasureText.Yaml(plan.Measures)));
        }

        if (plan.Asks.Count > 0)
        {
            files.Add(File(PlanNames.Asks, ControlText.Asks(plan.Asks)));
        }

        if (plan.Targets.Count > 0)
        {
            files.Add(File(PlanNames.Targets, TargetsYaml(plan.Targets)));
        }

        if (plan.Frameworks.Count > 0)
        {
            files.Add(File(PlanNames.Framework, FrameworkText.Yaml(plan.Frameworks)));
        }

        return new PlanFiles(files);
    }

    /// <summary>plan.yaml; names data/population.csv when the plan has a population.</summary>
    public static string PlanYaml(Plan plan)
    {
        var yaml = new YamlWriter();
        yaml.Entry("format", PlanNames.Format);
        yaml.Entry("id", plan.Id);
        yaml.Entry("name", plan.Name);
        yaml.Entry("kind", TargetText.Word(PlanKeys.Kinds, (int)plan.Kind));
        yaml.Entry("country", plan.Country);
        if (plan.Codes.Count > 0)
        {
            var codes = plan.Codes.OrderBy(c => c.Key, StringComparer.Ordinal);
            yaml.Pairs("codes", codes.Select(c => (c.Key, c.Value)));
        }

        if (plan.Names.Count > 0)
        {
            yaml.Pairs("names", plan.Names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, n.Value)));
        }

        if (plan.Parents.Count > 0)
        {
            yaml.Pairs("parents", plan.Parents.Select(p => (p.Code, PlaceKeysReader.Text(p))));
        }

        yaml.Entry("coordinates", plan.Coordinates is { } at ? PlaceKeysReader.Text(at) : null);
        yaml.Entry("base_year", plan.BaseYear);
        yaml.Entry("horizon", plan.Horizon);
        yaml.Entry("gwp_set", PlanKeys.GwpSets.FirstOrDefault(s => plan.GwpSet.Equals(GwpSet.Find(s))));
        yaml.Entry("currency", plan.Currency);
        yaml.Entry("area", TargetText.Amount(plan.Area));
        yaml.Entry("population", plan.Population is null ? null : PlanNames.Population);
        yaml.Entry("gdp", plan.Gdp is null ? null : PlanNames.Gdp);
        WriteCycles(yaml, plan.Cycles);
        WriteInventories(yaml, plan);
        WriteProjections(yaml, plan);
        ControlText.Powers(yaml, plan.Powers);
        if (plan.Sources.Count > 0)
        {
            yaml.Open("sources");
            foreach (var source in plan.Sources)
            {
                Write(yaml, source);
            }

            yaml.Close();
        }

        return yaml.ToString();
    }

    /// <summary>The item of an inventory as it stands in plan.yaml's list.</summary>
    internal static string InventoryItem(InventoryRecord inventory)
    {
        var yaml = new YamlWriter();
        yaml.Open("inventories");
        Write(yaml, inventory);
        var text = yaml.ToString();
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Wide where each row has one provenance, else long.</summary>
    public static string InventoryCsv(InventoryRecord inventory) => CsvWriter.Inventory(inventory.Rows);

    public static string PopulationCsv(YearSeries population) => CsvWriter.Single("people", population);

    public static string TargetsYaml(IEnumerable<Target> targets)
    {
        var yaml = new YamlWriter();
        yaml.Open("targets");
        foreach (var target in targets)
        {
            TargetText.Write(yaml, target);
        }

        return yaml.ToString();
    }

    private static KeyValuePair<string, ReadOnlyMemory<byte>> File(string path, string text) =>
        new(path, Encoding.UTF8.GetBytes(text));

    private static void WriteCycles(YamlWriter yaml, Cycles cycles)
    {
        var pairs = new List<(string, string)>();
        if (TargetText.Years(cycles.InventoryYears) is { } inventory)
        {
            pairs.Add(("inventory", inventory));
        }

        if (TargetText.Years(cycles.TargetYears) is { } targets)
        {
            pairs.Add(("targets", targets));
        }

        if (pairs.Count > 0)
        {
            yaml.Pairs("cycles", pairs);
        }
    }

    private static void WriteInventories(YamlWriter yaml, Plan plan)
    {
        if (plan.Inventories.Count == 0)
        {
            yaml.Words("inventories", []);
            return;
        }

        yaml.Open("inventories");
        foreach (var inventory in plan.Inventories)
        {
            Write(yaml, inventory);
        }

        yaml.Close();
    }

    private static void WriteProjections(YamlWriter yaml, Plan plan)
    {
        if (plan.Projections.Count == 0)
        {
            return;
        }

        yaml.Open("projections");
        foreach (var projection in plan.Projections)
        {
            yaml.OpenItem();
            yaml.Entry("id", projection.Id);
            yaml.Entry("file", projection.File);
            yaml.Entry("title", projection.Title);
            yaml.Entry("publisher", projection.Publisher);
            yaml.Entry("published", projection.Published);
            yaml.Entry("categories", projection.Scheme);
            yaml.Entry("boundary_note", projection.BoundaryNote);
            yaml.Entry("source", projection.Source);
            yaml.Close();
        }

        yaml.Close();
    }

    private static void Write(YamlWriter yaml, InventoryRecord inventory)
    {
        yaml.OpenItem();
        yaml.Entry("id", inventory.Id);
        yaml.Entry("file", inventory.File);
        yaml.Entry("title", inventory.Title);
        yaml.Entry("publisher", inventory.Publisher);
        yaml.Entry("protocol", inventory.Protocol);
        yaml.Entry("categories", inventory.Scheme);
        yaml.Entry("boundary", PlanKeys.Boundaries[(int)inventory.Boundary]);
        yaml.Entry("boundary_note", inventory.BoundaryNote);
        if (inventory.Gases.Count > 0)
        {
            yaml.Words("gases", inventory.Gases);
        }

        yaml.Entry("published", inventory.Published);
        yaml.Entry("source", inventory.Source);
        yaml.Close();
    }

    private static void Write(YamlWriter yaml, Source source)
    {
        yaml.OpenItem();
        yaml.Entry("id", source.Id);
        yaml.Entry("title", source.Title);
        yaml.Entry("publisher", source.Publisher);
        yaml.Entry("edition", source.Edition);
        yaml.Entry("published", source.Published);
        yaml.Entry("licence", source.Licence);
        yaml.Entry("url", source.Url);
        yaml.Entry("retrieved", source.Retrieved);
        yaml.Entry("note", source.Note);
        yaml.Close();
    }
}
