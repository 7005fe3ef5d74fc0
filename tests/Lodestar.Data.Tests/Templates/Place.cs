// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.Templates;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Templates;

namespace Lodestar.Data.Tests.Templates;

/// <summary>An invented place of a hundred thousand people whose inventory a test writes.</summary>
internal static class Place
{
    public const int People = 100_000;
    public const int BaseYear = 2024;

    public static readonly TemplateWishes Wishes = new("testford", 2026) { Population = People };

    /// <summary>A plan whose inventory has these rows of one year.</summary>
    public static PlanFiles Plan(
        ModelTemplate template,
        string gas,
        params (string Category, double Kilotonnes)[] rows
    ) => Plan(template, gas, [BaseYear], [.. rows.Select(r => (r.Category, new[] { r.Kilotonnes }))]);

    public static PlanFiles Plan(
        ModelTemplate template,
        string gas,
        int[] years,
        params (string Category, double[] Kilotonnes)[] rows
    )
    {
        var isCity = template.Id == "city";
        var table = new StringBuilder($"id,category,unit,{string.Join(',', years)}\n");
        foreach (var (i, row) in rows.Index())
        {
            var cells = row.Kilotonnes.Select(k => k.ToString("R", CultureInfo.InvariantCulture));
            table.Append(CultureInfo.InvariantCulture, $"row-{i},{row.Category},kt {gas},{string.Join(',', cells)}\n");
        }

        var plan = $$"""
            format: lodestar-plan@1
            id: testford
            name: Testford
            kind: {{(isCity ? "city" : "country")}}
            country: XX
            gwp_set: AR5
            inventories:
              - id: own
                file: inventory/own.csv
                title: Own
                boundary: {{(isCity ? "basic+" : "national+land")}}
            """;
        return new PlanFiles([File("plan.yaml", plan), File("inventory/own.csv", table.ToString())]);
    }

    /// <summary>A row for each line of a template, by its first category.</summary>
    public static (string, double)[] Rows(ModelTemplate template, Func<TemplateLine, double> kilotonnes) =>
        [.. template.Lines.Select(l => (l.Categories[0], kilotonnes(l)))];

    public static BoundModel Model(TemplatedPlan made)
    {
        var check = CheckedModel.Of(ModelReader.Read(made.Files));
        Assert.True(check.Model is not null, string.Join("; ", check.Diagnostics.Select(d => $"{d.Id} {d.Place}")));
        return check.Model;
    }

    /// <summary>A variable in a year, with some measures on and nothing drawn.</summary>
    public static double Value(BoundModel model, string variable, int year, params string[] measures)
    {
        var settings = model
            .Parameters.Where(p => p.IsSwitch)
            .Aggregate(Settings.None, (s, p) => s.With(p, measures.Contains(p.Name["measures.".Length..]) ? 1 : 0));
        var run = InterpretedRun.Of(model, settings.Lane(model));
        return run.Values(model.Find(variable)!)[year - model.FirstYear];
    }

    private static KeyValuePair<string, ReadOnlyMemory<byte>> File(string path, string text) =>
        new(path, Encoding.UTF8.GetBytes(text));
}
