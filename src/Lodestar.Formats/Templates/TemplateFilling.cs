// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lodestar.Formats.PlanFolder;
using Lodestar.Formats.PlanFolder.Writing;
using Lodestar.Planning.Peers;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Templates;

namespace Lodestar.Formats.Templates;

/// <summary>A template's files for one place, with the numbers of a calibration in them.</summary>
internal sealed partial class TemplateFilling(
    ModelTemplate template,
    Plan plan,
    ObservedGroups observed,
    TemplatePeople people,
    int now
)
{
    private const string Unverified = "unverified";
    private const string PeopleFile = "data/template-people.csv";
    private const string CalibrationFile = "model/calibration.yaml";
    private const int LastYear = 2050;
    private const int YearsAhead = 24;

    // Where no open figure for the country stands at hand.
    private const double DefaultGrid = 0.3;

    private readonly HashSet<string> _lines = [.. observed.Groups.SelectMany(g => g.Lines).Select(l => l.Id)];

    // Where the inventory states the activity, the text has the line's activity and its factor; else neither.
    private readonly HashSet<string> _stated =
    [
        .. observed.Groups.Where(g => g.Activity is not null).Select(g => g.Lines[0].Id),
    ];

    private readonly string _source = observed.Inventory.Source ?? "template-inventory";

    /// <summary>The model files and the tables they read.</summary>
    public PlanFiles Files(CalibrationNumbers numbers)
    {
        var used = template.Files.Where(f => f.Lines.Count == 0 || f.Lines.Any(_lines.Contains)).ToList();
        var values = Values(numbers, used);
        var there = _lines.Concat(_stated.Select(l => "activity:" + l)).ToHashSet(StringComparer.Ordinal);
        var heading = $"From Lodestar's template {template}: copied, and yours to edit.";
        var files = used.Select(f =>
                (Path: "model/" + f.Name, Text: $"# {heading}\n{TemplateText.Fill(f.Text, values, there)}")
            )
            .ToList();
        var read = files
            .SelectMany(f => Scale().Matches(f.Text).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);
        var scaled = read.Where(v => !_lines.Contains(v[(v.IndexOf('.', StringComparison.Ordinal) + 1)..]))
            .Order(StringComparer.Ordinal)
            .ToList();
        var calibration = new CalibrationText(observed, numbers, _source, read);
        string[] about =
        [
            heading,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Calibrated to the inventory {observed.Inventory.Id}; base year {observed.BaseYear}."
            ),
            "activity: the place over the template's default. residual: what that does not explain, never scaled away.",
            .. _stated.Count > 0
                ?
                [
                    "factor: what a unit of activity emits here, over the default's, where the inventory states the activity.",
                ]
                : Array.Empty<string>(),
            "level and trend: the years behind, fitted. From the base year on the activity stays, and measures change the rest.",
        ];
        files.Add((CalibrationFile, calibration.File(about, scaled)));
        files.AddRange(calibration.Tables());
        files.Add((PeopleFile, people.Table));
        var text = string.Concat(files.Select(f => f.Text));
        files.Add(("model/sources.yaml", Sources(heading, text)));
        return new PlanFiles(
            files.Select(f => KeyValuePair.Create(f.Path, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Text))))
        );
    }

    private Dictionary<string, string> Values(CalibrationNumbers numbers, List<TemplateFile> used)
    {
        var grid = GridFactors.Of(plan.Country);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["first"] = Text(observed.FirstYear),
            ["base"] = Text(observed.BaseYear),
            ["now"] = Text(now),
            ["last"] = Text(Math.Max(Math.Max(LastYear, plan.Horizon ?? 0), now + YearsAhead)),
            ["gas"] = observed.Gas,
            ["gwp"] = observed.Gas.Contains('_', StringComparison.Ordinal)
                ? observed.Gas[(observed.Gas.IndexOf('_', StringComparison.Ordinal) + 1)..]
                : plan.GwpSet.Report.ToString(),
            ["growth"] = CalibrationText.Number(people.GrowthPercent),
            ["counted"] = Text(people.Counts[^1].Year),
            ["people_source"] = YamlWriter.Scalar(people.Source ?? "template-people", inFlow: true),
            ["grid"] = CalibrationText.Number(grid is null ? DefaultGrid : grid.GramsPerKwh / 1000),
            ["grid_source"] = grid is null ? Unverified : "desnz-2025",
            ["electricity"] = string.Join(
                " + ",
                used.Select(f => f.Electricity).OfType<string>().DefaultIfEmpty("0 GWh/yr")
            ),
        };
        foreach (var factor in template.Factors)
        {
            values["factor." + factor.Id] = CalibrationText.Number(factor.For(observed.Gas));
        }

        foreach (var group in observed.Groups)
        {
            foreach (var (line, category) in group.LineCategories)
            {
                values["category." + line] = CalibrationText.Quoted(category);
            }
        }

        foreach (var line in template.Lines.Where(l => l.Activity is not null))
        {
            values["by_factor." + line.Id] = _stated.Contains(line.Id) ? $" * factor.{line.Id}" : "";
        }

        foreach (var line in template.Lines.Where(l => l.Share is not null || l.Split is not null))
        {
            var split = SplitOf(line);
            var moved = numbers.Shares.TryGetValue(line.Id, out var share);
            values["share." + line.Id] = CalibrationText.Number(moved ? share : line.Share?.Default ?? 1);
            values["split." + line.Id] = CalibrationText.Number(split ?? line.Split?.Default ?? 1);
            values["share_source." + line.Id] = moved ? YamlWriter.Scalar(_source, inFlow: true) : Unverified;
            values["split_source." + line.Id] = split is null ? Unverified : YamlWriter.Scalar(_source, inFlow: true);
        }

        return values;
    }

    /// <summary>What part of the energy is the split's fuel, where rows name their fuels; null where they don't.</summary>
    private double? SplitOf(TemplateLine line)
    {
        var group = observed.Groups.FirstOrDefault(g => g.Lines.Count == 1 && g.Lines[0].Id == line.Id);
        if (group is null || line.Split is not { } split || group.Rows.Any(r => r.Fuel is null))
        {
            return null;
        }

        double Energy(string fuel, bool isIt) =>
            group
                .Rows.Where(r => r.Fuel == split.Fuel == isIt)
                .Sum(r => r.Series[observed.BaseYear].TryGetNumber(out var n) ? n * r.Series.Unit.Scale : 0)
            / template.Factors.First(f => f.Id == fuel).For(observed.Gas);

        var (own, other) = (Energy(split.Fuel, true), Energy("oil", false));
        return own + other > 0 ? Math.Round(own / (own + other), 6) : null;
    }

    private string Sources(string heading, string text)
    {
        var result = new StringBuilder($"# {heading}\nsources:\n");
        foreach (var source in template.Sources.Where(s => text.Contains($"source: {s.Id}", StringComparison.Ordinal)))
        {
            Source(result, source);
        }

        if (observed.Inventory.Source is null)
        {
            Source(
                result,
                new Source("template-inventory", observed.Inventory.Title ?? observed.Inventory.Id)
                {
                    Publisher = observed.Inventory.Publisher,
                }
            );
        }

        if (people.Source is null)
        {
            Source(result, new Source("template-people", "Residents, as stated when the plan was made"));
        }

        return result.ToString();
    }

    private static void Source(StringBuilder result, Source source)
    {
        result.Append("  - id: ").Append(source.Id).Append('\n');
        foreach (
            var (key, value) in new[]
            {
                ("title", source.Title),
                ("publisher", source.Publisher),
                ("edition", source.Edition),
                ("licence", source.Licence),
                ("note", source.Note),
            }
        )
        {
            if (value is not null)
            {
                result.Append("    ").Append(key).Append(": ").Append(CalibrationText.Quoted(value)).Append('\n');
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(scale|activity|past)\.[a-z_]+")]
    private static partial Regex Scale();
}
