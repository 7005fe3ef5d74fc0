// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Lodestar.Formats.PlanFolder.Model;
using Lodestar.Formats.Templates;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Model;

namespace Lodestar.Data.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly ConcurrentDictionary<(string, string), TemplatedPlan> Made = new();

    public static TheoryData<string, string> Cases =>
        new()
        {
            { "city", "CO2" },
            { "city", "CO2e_AR5" },
            { "city", "CO2e_AR6" },
            { "country", "CO2" },
            { "country", "CO2e_AR5" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Template_Filled_ChecksWithoutAWord(string id, string gas)
    {
        var made = Whole(id, gas);

        var check = CheckedModel.Of(ModelReader.Read(made.Files));

        Assert.Empty(check.Diagnostics);
        Assert.NotNull(check.Model);
        Assert.All(made.Diagnostics, d => Assert.True(d.Severity < Severity.Error, d.Id));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Template_AThousandDraws_AreFinite(string id, string gas)
    {
        var outlook = ModelOutlook.Of(Place.Model(Whole(id, gas)), TestContext.Current.CancellationToken);

        Assert.NotNull(outlook);
        Assert.True(outlook.IsFinite);
        Assert.Contains(outlook.Paths, p => p.Variable.Name == "emissions.total");
    }

    /// <summary>The sum is made here anew, over everything that has a category.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Total_IsTheSumOfWhatHasACategory(string id, string gas)
    {
        var model = Place.Model(Whole(id, gas));
        var run = InterpretedRun.Of(model, Settings.None.Lane(model), TestContext.Current.CancellationToken);
        var lines = model.Variables.Where(v => v.Category is not null).ToList();
        var total = model.Find("emissions.total")!;

        for (var year = 0; year < model.YearCount; year++)
        {
            var sum = lines.Sum(l => run.Values(l)[year]);
            Assert.Equal(sum, run.Values(total)[year], 1e-12 * Math.Abs(sum));
        }

        Assert.True(lines.Count >= (id == "city" ? 18 : 7), $"{lines.Count} lines");
    }

    [Fact]
    public void Population_OfZeroAlone_IsNone_AndWhatIsStatedIsTaken()
    {
        var template = TemplateReader.Find("city")!;
        var files = Place.Plan(template, "CO2", ("I.1", 100.0));
        var text = System.Text.Encoding.UTF8;
        var plan = text.GetString(files.First(f => f.Key == "plan.yaml").Value.Span) + "\npopulation: population.csv\n";
        files = files
            .With("plan.yaml", text.GetBytes(plan))
            .With("population.csv", text.GetBytes("year,value\n2020,0\n"));

        var none = TemplatePlan.Make(files, template, Place.Wishes with { Population = null });
        var stated = TemplatePlan.Make(files, template, Place.Wishes);

        Assert.Contains(none.Diagnostics, d => d.Id == "LS3909");
        Assert.NotNull(stated.Report);
    }

    [Fact]
    public void Scenarios_ThatAreReplaced_AreSaid_AndAFaultySourceBreaksNothing()
    {
        var template = TemplateReader.Find("city")!;
        var files = Place.Plan(template, "CO2", ("I.1", 100.0));
        var text = System.Text.Encoding.UTF8;
        var plan = text.GetString(files.First(f => f.Key == "plan.yaml").Value.Span)
            .Replace("    title: Own", "    title: Own\n    source: \"SMHI, 2024\"", StringComparison.Ordinal);
        files = files.With("plan.yaml", text.GetBytes(plan)).With("scenarios.yaml", text.GetBytes("scenarios: []\n"));

        var made = TemplatePlan.Make(files, template, Place.Wishes);

        Assert.Contains(made.Diagnostics, d => d.Id == "LS3914");
        Assert.NotNull(made.Report);
    }

    [Theory]
    [InlineData("city", 15)]
    [InlineData("country", 15)]
    public void Measures_AreEnough_AndEachChangesTheTotal(string id, int least)
    {
        var model = Place.Model(Whole(id, "CO2e_AR5"));
        var measures = model.Parameters.Where(p => p.IsSwitch).Select(p => p.Name["measures.".Length..]).ToList();
        var without = Place.Value(model, "emissions.total", 2050);

        Assert.True(measures.Count >= least, $"{measures.Count} measures");
        Assert.All(
            measures,
            m => Assert.True(Place.Value(model, "emissions.total", 2050, m) < without, $"{m} cuts nothing")
        );
    }

    [Fact]
    public void Files_SayWhereTheyAreFrom_AndStayShort()
    {
        var made = Whole("city", "CO2e_AR5");

        foreach (var (path, bytes) in made.Files.Where(f => f.Key.StartsWith("model/", StringComparison.Ordinal)))
        {
            var lines = System.Text.Encoding.UTF8.GetString(bytes.Span).Split('\n');
            Assert.StartsWith("# From Lodestar's template city@1", lines[0], StringComparison.Ordinal);
            Assert.True(lines.Length <= 500, path);
        }
    }

    /// <summary>What stands in a template's file for somebody to fill is filled in every file that is written.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Files_HoldNothingUnfilled(string id, string gas) =>
        Assert.All(
            Whole(id, gas).Files,
            f =>
                Assert.DoesNotContain("{{", System.Text.Encoding.UTF8.GetString(f.Value.Span), StringComparison.Ordinal)
        );

    /// <summary>Every number of a template has a source and a grade, but for what is worked out.</summary>
    [Theory]
    [InlineData("city")]
    [InlineData("country")]
    public void Numbers_HaveASourceAndAGrade(string id)
    {
        var model = ModelReader.Read(Whole(id, "CO2e_AR5").Files).Model!;
        var given = model.Variables.Where(v =>
            v.Data is not null || v.Stock is null && v.Value is { } value && !value.Text.Any(char.IsLetter)
        );

        Assert.All(given, v => Assert.True(v.Source is not null && v.Grade is not null, v.Name.Text));
    }

    /// <summary>A plan whose inventory is what the template itself gives, so that every line is there at its own size.</summary>
    internal static TemplatedPlan Whole(string id, string gas) =>
        Made.GetOrAdd(
            (id, gas),
            _ =>
            {
                var template = TemplateReader.Find(id)!;
                var first = Make(template, gas, Place.Rows(template, l => l.Id == "land" ? -10 : 20));
                var own = first
                    .Report!.Lines.Where(l => l.Group.Lines.Count > 0)
                    .ToDictionary(l => l.Group.Id, l => l.BottomUp);
                return Make(template, gas, Place.Rows(template, l => own.GetValueOrDefault(l.Id, 3)));
            }
        );

    private static TemplatedPlan Make(ModelTemplate template, string gas, (string, double)[] rows) =>
        TemplatePlan.Make(Place.Plan(template, gas, rows), template, Place.Wishes);
}
