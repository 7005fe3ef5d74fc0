// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Nodes;
using Lodestar.Formats.Imports;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Plans;
using Lodestar.Testing;

namespace Lodestar.App.Tests.Cli;

public sealed class LibraryTests : IDisposable
{
    private const string Quantified = """
        GHG emissions (excl. LULUCF),MtCO2eq GWP AR6,NDCs as of 18th November 2021,,,,,
         ,1990,2010,2019,2025 upper,2025 lower,2030 upper,2030 lower
        Chile,52.7,96.1,115.4,104.3,104.3,95,95
        Sweden,73.1,66.1,52.9,45,45,36,30.5
        Intl. Aviation,259.6,457.4,627.9,627.9,627.9,627.9,627.9

        """;

    private const string Documents = """
        code,party,title,fileType,language,version,status,submissionDate,encodedAbsUrl,originalFilename
        SWE,Sweden,First NDC,NDC,English,1,Active,2016-11-23,https://unfccc.int/a.pdf,a.pdf

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Formats_ListsEveryOneWithItsFile()
    {
        var ran = await LodestarProgram.CallAsync("library", "formats");
        var json = JsonNode.Parse((await LodestarProgram.CallAsync("library", "formats", "--json")).Out)!.AsArray();

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(FormatNames.Ids.Order(), json.Select(f => (string)f!["id"]!).Order());
        Assert.All(json, f => Assert.StartsWith("https://", (string)f!["url"]!, StringComparison.Ordinal));
        Assert.DoesNotContain("No description", ran.Out, StringComparison.Ordinal);
        Assert.Contains("https://zerotracker.net/", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_UnknownFormat_EndsWithThreeAndNamesTheClosest()
    {
        var ran = await LodestarProgram.CallAsync("library", "add", "ntz", _folder.Write("a.csv", "a"));

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("LS6030", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean nzt?", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("library", "add")]
    [InlineData("library", "ad", "edgar", "x")]
    [InlineData("library", "add", "edgar", "x", "--onyl", "a")]
    public async Task Library_GivenWrongly_EndsWithThreeAndPointsToItsHelp(params string[] args)
    {
        var ran = await LodestarProgram.CallAsync(args);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("lodestar library", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_HelpOfBoth_EndsWithExamples()
    {
        foreach (var command in new[] { "add", "formats" })
        {
            var ran = await LodestarProgram.CallAsync("library", command, "--help");

            Assert.Equal(0, ran.ExitCode);
            Assert.Contains($"  lodestar library {command}", ran.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("cli.", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Add_TwoFilesOfOnePlace_MeetInOneFolder()
    {
        var table = _folder.Write("table-s1.csv", Quantified);
        var list = _folder.Write("ndcs.csv", Documents);

        var first = await AddAsync("auto", table);
        var second = await AddAsync("ndc-registry", list);
        var again = await AddAsync("ndc-registry", list);

        Assert.True(first.ExitCode == 0, first.Out + first.Error);
        Assert.Contains("2 places: 2 new, 0 changed, 0 as before.", first.Out, StringComparison.Ordinal);
        Assert.Contains("1 place: 0 new, 1 changed, 0 as before.", second.Out, StringComparison.Ordinal);
        Assert.Contains("1 place: 0 new, 0 changed, 1 as before.", again.Out, StringComparison.Ordinal);
        Assert.Equal(["chile", "sweden"], Names());
        var sweden = Plan("sweden");
        Assert.Equal(["ndc-quantified-2021", "ndc-a"], sweden.Sources.Select(s => s.Id));
        Assert.Single(sweden.Targets);
    }

    [Fact]
    public async Task Add_IntoAPlanThatCannotBeEdited_LeavesItAndEndsWithTwo()
    {
        var broken = "format: lodestar-plan@1\nid: sweden\nname: Sweden\nkind: country\ncountry: SE\nsources: [\n";
        _folder.Write("plans/sweden/plan.yaml", broken);

        var ran = await AddAsync("ndc-quantified", _folder.Write("table-s1.csv", Quantified));

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal(broken, await File.ReadAllTextAsync(_folder.Combine("plans/sweden/plan.yaml")));
        Assert.Equal(["chile", "sweden"], Names());
    }

    [Fact]
    public async Task Add_FolderThatCannotBeMade_EndsWithFour()
    {
        var file = _folder.Write("table-s1.csv", Quantified);

        var ran = await LodestarProgram.CallAsync(
            "library",
            "add",
            "auto",
            file,
            "--into",
            Path.Combine(file, "plans")
        );

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("LS6013", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_FileOfNoFormat_WritesNothing()
    {
        var ran = await AddAsync("edgar", _folder.Write("poem.txt", "Roses are red\nViolets are blue\n"));

        Assert.Equal(2, ran.ExitCode);
        Assert.False(Directory.Exists(_folder.Combine("plans")));
    }

    [Fact]
    public async Task Add_Save_MakesARevisionOnce()
    {
        var file = _folder.Write("table-s1.csv", Quantified);
        string[] save = ["--save", "--data", _folder.Combine("store")];

        var first = await AddAsync("auto", file, save);
        var second = await AddAsync("auto", file, save);
        var history = await LodestarProgram.CallAsync("history", "sweden", "--data", _folder.Combine("store"));

        Assert.Contains("Saved 2 revisions; 0 as before.", first.Out, StringComparison.Ordinal);
        Assert.Contains("Saved 0 revisions; 2 as before.", second.Out, StringComparison.Ordinal);
        Assert.Contains("Add auto from table-s1.csv", history.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Json_SaysWhatChangedWhere()
    {
        var ran = await AddAsync("auto", _folder.Write("table-s1.csv", Quantified), "--json", "--only", "SWE");

        var json = JsonNode.Parse(ran.Out)!;
        var place = json["places"]!.AsArray().Single()!;
        Assert.Equal(("sweden", true), ((string)place["planId"]!, (bool)place["isNew"]!));
        Assert.NotEmpty(place["changes"]!.AsArray());
        Assert.Equal(3, (int)json["loss"]!["rowsRead"]!);
    }

    [Theory]
    [InlineData("nzt", "net-zero-tracker/snapshot_2022-12-20_13-07-14.xlsx", "alliance", 23)]
    [InlineData("nzt", "net-zero-tracker/snapshot_2022-12-20_13-07-14.xlsx", "coalition", 28)]
    [InlineData("ndc-registry", "ndcs-registry/ndcs.csv", "coalition", 28)]
    [InlineData("ndc-quantified", "ndc-realisations/table-s1.csv", "coalition", 28)]
    [InlineData("edgar", "edgar/EDGAR_2024_GHG_booklet_2024.xlsx", "coalition", 26)]
    [InlineData("gcb", "gcb2022/National_Fossil_Carbon_Emissions_2022v1.0.xlsx", "coalition", 28)]
    [InlineData("smhi", "smhi-sweden/smhi_lansrapport_co2_2024-04-18.xlsx", "alliance", 1)]
    [InlineData("uk-la", "uk-la-emissions/local_authority_emissions.csv", "alliance", 2)]
    public async Task Add_GroupOfAPublishersFile_IsEveryMemberThatItHas(
        string format,
        string file,
        string group,
        int count
    )
    {
        var ran = await AddAsync(format, PublisherData.RequireFile(file), "--only", group);

        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Equal(count, Names().Count());
        Assert.DoesNotContain("LS2014", ran.Out, StringComparison.Ordinal);
        Assert.Equal(count is 28 or 23, !ran.Out.Contains("Not in this file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_SeveralPublishersOfTheCoalition_StandSideBySide()
    {
        foreach (
            var (format, file) in new[]
            {
                ("edgar", "edgar/EDGAR_2024_GHG_booklet_2024.xlsx"),
                ("nzt", "net-zero-tracker/snapshot_2022-12-20_13-07-14.xlsx"),
                ("ndc-quantified", "ndc-realisations/table-s1.csv"),
                ("ndc-registry", "ndcs-registry/ndcs.csv"),
            }
        )
        {
            var ran = await AddAsync(format, PublisherData.RequireFile(file), "--only", "coalition");
            Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        }

        Assert.Equal(28, Names().Count());
        var withLongSeries = 0;
        foreach (var name in Names())
        {
            var reading = PlanReader.Read(PlanDirectory.Read(_folder.Combine($"plans/{name}")).Files);
            Assert.DoesNotContain(reading.Diagnostics, d => d.Severity == Severity.Error);
            // EDGAR has 26 of them as countries of their own; Andorra is one of those that it lacks.
            withLongSeries += reading.Plan.Inventories[0].Rows.Any(r => r.Series.NumberYears.Count() > 50) ? 1 : 0;
            Assert.Contains(reading.Plan.Targets, t => t.Id == "ndc-2030");
            Assert.True(reading.Plan.Sources.Count >= 3, name);
        }

        Assert.Equal(26, withLongSeries);
    }

    [Fact]
    public async Task Validate_OwnFolder_NamesWhatLeadsNowhereAndEndsWithTwoForErrors()
    {
        _folder.Write("own/sources.yaml", "sources:\n  - {id: mine, title: Mine}\n");
        _folder.Write(
            "own/alliances/league.yaml",
            """
            id: league
            name: {en: League, fr: Ligue}
            mark: verified
            as_of: 2026-01-01
            sources: [mine]
            members:
              - {place: SE, mark: verified}
              - {place: atlantis}
            """
        );

        var warned = await LodestarProgram.CallAsync("library", "validate", _folder.Combine("own"));
        _folder.Write("own/frameworks/ours.yaml", "id: ours\nversion: 1.9\nname: Ours\nmark: seed\nareas: []\n");
        var failed = await LodestarProgram.CallAsync("library", "validate", _folder.Combine("own"));
        var shipped = await LodestarProgram.CallAsync("library", "validate");

        Assert.Equal(0, warned.ExitCode);
        Assert.Contains("LS1380", warned.Out, StringComparison.Ordinal);
        Assert.Contains("LS1384", warned.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("LS1316", warned.Out, StringComparison.Ordinal);
        Assert.Equal(2, failed.ExitCode);
        Assert.Contains("LS1385", failed.Out, StringComparison.Ordinal);
        Assert.Equal(0, shipped.ExitCode);
        Assert.DoesNotContain("LS1", shipped.Out, StringComparison.Ordinal);
    }

    private Plan Plan(string name) => PlanReader.Read(PlanDirectory.Read(_folder.Combine($"plans/{name}")).Files).Plan;

    private IEnumerable<string> Names() =>
        Directory
            .EnumerateFileSystemEntries(_folder.Combine("plans"))
            .Select(p => Path.GetFileName(p))
            .Order(StringComparer.Ordinal);

    private Task<Ran> AddAsync(string format, string file, params string[] more) =>
        LodestarProgram.CallAsync(["library", "add", format, file, "--into", _folder.Combine("plans"), .. more]);
}
