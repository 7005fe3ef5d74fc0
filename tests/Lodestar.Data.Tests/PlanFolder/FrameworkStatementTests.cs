// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Framework;
using Lodestar.Planning.Library;
using Lodestar.Planning.Messages;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class FrameworkStatementTests
{
    private static readonly MessageCatalog French = MessageCatalog.Load("fr", typeof(PlanReader).Assembly);

    [Fact]
    public void Read_EveryKey_YieldsWhatIsStated()
    {
        var reading = Read(Frameworks.Yaml);

        Assert.Empty(reading.Diagnostics);
        var statement = Assert.Single(reading.Plan.Frameworks);
        Assert.Equal("small@2", statement.Framework);
        Assert.Equal(["formalize-target", "clarify-scope"], statement.Actions.Select(a => a.Action));
        var claim = statement.Find("formalize-target")!;
        Assert.Equal(
            (ActionStatus.Adopted, "Law No. 21,455: a framework", new DateOnly(2022, 6, 13), false),
            (claim.Status, claim.Says, claim.Since!.Value, claim.SinceYearOnly)
        );
        Assert.Equal(
            ("Ministry of the Environment", Confidence.Medium, "uk-la-2022"),
            (claim.Owner, claim.Confidence, claim.Source)
        );
        Assert.Equal(new Place("framework.yaml", 4, 9), claim.Place);
        Assert.Equal(
            EquatableList.Of(
                new Evidence("Ley Marco")
                {
                    Url = "https://www.bcn.cl/leychile",
                    Date = new DateOnly(2022, 6, 13),
                    Source = "uk-la-2022",
                },
                new Evidence("Explanatory report") { Date = new DateOnly(2021, 12, 31), YearOnly = true }
            ),
            claim.Evidence
        );
        var none = statement.Find("clarify-scope")!;
        Assert.Equal((ActionStatus.None, true), (none.Status, none.SinceYearOnly));
        Assert.Null(statement.Find("costed-plan"));
    }

    [Fact]
    public void Read_FrameworkWithoutVersion_IsTheNewest() =>
        Assert.Equal("small@2", Read(Changed("small@2", "small")).Plan.Frameworks[0].Framework);

    [Theory]
    [InlineData("small@2", "smal@2", "LS1360", Severity.Warning, "small@2", 2, 16)]
    [InlineData("small@2", "small@9", "LS1360", Severity.Warning, "small@1", 2, 16)]
    [InlineData("id: formalize-target", "id: formalise-target", "LS1361", Severity.Error, "formalize-target", 4, 13)]
    [InlineData("id: clarify-scope", "id: formalize-target", "LS1362", Severity.Error, null, 14, 14)]
    [InlineData(
        "says:",
        "says: x\n      - id: costed-plan\n        status: reviewed\n        owner:",
        "LS1425",
        Severity.Warning,
        null,
        5,
        17
    )]
    [InlineData("date: 2022-06-13, source", "date: 2024-01-01, source", "LS1426", Severity.Note, null, 11, 76)]
    [InlineData("since: 2022-06-13", "since: 2021", "LS1426", Severity.Note, null, 11, 76)]
    [InlineData("https://www.bcn.cl/leychile", "javascript:alert(1)", "LS1326", Severity.Warning, null, 11, 39)]
    [InlineData("date: 2021}", "date: 2021, source: nobody}", "LS1316", Severity.Warning, null, 12, 61)]
    [InlineData("status: none", "status: nothing", "LS1304", Severity.Error, null, 14, 37)]
    [InlineData("status: none", "state: none", "LS1302", Severity.Error, "state", 14, 9)]
    [InlineData("confidence: medium", "confidence: certain", "LS1304", Severity.Error, null, 9, 21)]
    public void Read_AFault_SaysWhereAndWhat(
        string old,
        string text,
        string id,
        Severity severity,
        string? meant,
        int line,
        int column
    )
    {
        var reading = Read(Changed(old, text));

        var found = Assert.Single(reading.Diagnostics, d => d.Id == id);
        Assert.Equal((severity, new Place("framework.yaml", line, column)), (found.Severity, found.Place));
        if (meant is not null)
        {
            Assert.Contains(meant, found.DidYouMean);
        }

        foreach (var texts in new[] { Texts.Catalog, French })
        {
            Assert.DoesNotContain('{', texts.Render(found.Reason) + texts.Render(found.Fix!));
        }
    }

    [Fact]
    public void Read_UnknownFramework_KeepsItsClaims()
    {
        var statement = Assert.Single(Read(Changed("small@2", "another@1")).Plan.Frameworks);

        Assert.Equal(("another@1", 2), (statement.Framework, statement.Actions.Count));
    }

    [Fact]
    public void Read_UnknownAction_LeavesItsClaimOut() =>
        Assert.Equal(
            ["clarify-scope"],
            Read(Changed("id: formalize-target", "id: formalise-target"))
                .Plan.Frameworks[0]
                .Actions.Select(a => a.Action)
        );

    [Fact]
    public void Read_ActionTwice_KeepsTheFirst()
    {
        var claim = Assert.Single(
            Read(Changed("id: clarify-scope", "id: formalize-target")).Plan.Frameworks[0].Actions
        );

        Assert.Equal(ActionStatus.Adopted, claim.Status);
    }

    [Fact]
    public void Read_FrameworkTwice_KeepsTheFirst()
    {
        var reading = Read(
            Frameworks.Yaml + "  - framework: small\n    actions: [{id: costed-plan, status: planned}]\n"
        );

        Assert.Equal("small@2", Assert.Single(reading.Plan.Frameworks).Framework);
        Assert.Equal(15, Plans.Single(reading, "LS1363").Place.Line);
    }

    [Fact]
    public void Read_EvidenceWithoutTitle_IsReportedAndShowsItsAddress()
    {
        var reading = Read(Changed("title: \"Ley Marco\", ", ""));

        Plans.Single(reading, "LS1302");
        Assert.Equal("https://www.bcn.cl/leychile", reading.Plan.Frameworks[0].Actions[0].Evidence[0].Title);
    }

    [Fact]
    public void Files_OfAReadPlan_ReadBackTheSame()
    {
        var plan = Read(Frameworks.Yaml).Plan;

        var again = PlanReader.Read(PlanText.Files(plan), Frameworks.Library);

        Assert.Empty(again.Diagnostics);
        Assert.Equal(plan.Frameworks.Select(Placeless), again.Plan.Frameworks.Select(Placeless));
    }

    [Theory]
    [InlineData("en", "## == Money: who pays ==")]
    [InlineData("fr", "## == Décisions ==")]
    public void Template_AsItIs_ClaimsNothingAndWithoutItsMarksEverything(string language, string heading)
    {
        var texts = language == "fr" ? French : Texts.Catalog;
        var template = FrameworkTemplate.Text(Frameworks.Library.FindFramework("small")!, texts);

        var empty = Read(template);
        Assert.Empty(empty.Diagnostics);
        Assert.Empty(Assert.Single(empty.Plan.Frameworks).Actions);

        var lines = template.Split('\n');
        Assert.Contains(heading, lines);
        var filled = string.Join('\n', lines.Select(l => l.StartsWith("# ", StringComparison.Ordinal) ? l[1..] : l))
            .Replace("status:\n", "status: planned\n", StringComparison.Ordinal);
        var reading = Read(filled);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(
            ["clarify-scope", "formalize-target", "costed-plan"],
            Assert.Single(reading.Plan.Frameworks).Actions.Select(a => a.Action)
        );
    }

    [Fact]
    public void Read_MutatedFile_NeverThrows()
    {
        var random = new Random(4112);
        for (var i = 0; i < 1_000; i++)
        {
            var files = Plans.Good.With(
                "framework.yaml",
                MutationTests.Mutated(Encoding.UTF8.GetBytes(Frameworks.Yaml), random)
            );

            var reading = PlanReader.Read(files, Frameworks.Library);

            var assessment = Assessor.Assess(reading.Plan, new DateOnly(2026, 11, 22));
            var view = FrameworkView.Of(
                Frameworks.Library.FindFramework("small")!,
                reading.Plan.Frameworks.FirstOrDefault(),
                assessment
            );
            Assert.Equal(3, view.Areas.SelectMany(a => a.Counts).Sum(c => c.Count));
            Assert.All(reading.Diagnostics, d => Assert.NotEmpty(Texts.Catalog.Render(d.Reason)));
        }
    }

    private static PlanReading Read(string yaml) =>
        PlanReader.Read(Plans.With("framework.yaml", yaml), Frameworks.Library);

    private static string Changed(string old, string text)
    {
        Assert.Contains(old, Frameworks.Yaml, StringComparison.Ordinal);
        return Frameworks.Yaml.Replace(old, text, StringComparison.Ordinal);
    }

    private static FrameworkStatement Placeless(FrameworkStatement statement) =>
        statement with
        {
            Place = Place.Folder,
            Actions = statement.Actions.Select(a => a with { Place = Place.Folder }).ToEquatableList(),
        };
}
