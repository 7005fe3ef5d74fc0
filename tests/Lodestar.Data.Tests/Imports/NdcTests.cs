// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed class NdcTests
{
    private const string Registry = "ndcs-registry/ndcs.csv";
    private const string Quantified = "ndc-realisations/table-s1.csv";

    private const string Small = """
        GHG emissions (excl. LULUCF),MtCO2eq GWP AR6,NDCs as of 18th November 2021,,,,,
         ,1990,2010,2019,2025 upper,2025 lower,2030 upper,2030 lower
        Sweden,73.1,66.1,52.9,45,45,36,30.5
        Intl. Aviation,259.6,457.4,627.9,627.9,627.9,627.9,627.9

        """;

    [Fact]
    public void Registry_EveryDocument_IsASourceOfItsParty()
    {
        var path = PublisherData.RequireFile(Registry);
        var result = Imported.File(path);
        var rows = TextTable.Read(path);
        var plans = result.Plans.Select(Imported.Plan).ToDictionary(p => Countries.Find(p.Country)!.Alpha3);

        // 741 documents of 196 parties in the file; the European Union is a group.
        Assert.Equal((741, 195), (rows.Count, plans.Count));
        Assert.Equal(741, result.Loss.RowsRead);
        Assert.Equal(
            rows.Count(r => r["code"] == "EUU"),
            result.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.group").Rows
        );
        foreach (var party in rows.Where(r => r["code"] != "EUU").GroupBy(r => r["code"]))
        {
            var sources = plans[party.Key].Sources;
            var documents = party.DistinctBy(r => string.Join('|', r.Values)).ToList();
            Assert.Equal(documents.Select(r => r["title"]), sources.Select(s => s.Title));
            Assert.Equal(documents.Select(r => r["encodedAbsUrl"]), sources.Select(s => s.Url ?? ""));
            Assert.Equal(
                documents.Select(r => r["submissionDate"]),
                sources.Select(s => s.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")
            );
            Assert.Equal(sources.Count, sources.Select(s => s.Id).Distinct().Count());
        }

        Assert.All(plans.Values, p => Assert.Empty(p.Targets));
        Assert.All(plans.Values, p => Assert.Empty(p.Inventories));
    }

    [Fact]
    public void Registry_Namibia_IsNoMissingValue()
    {
        var result = Imported.File(PublisherData.RequireFile(Registry), new ImportOptions { Only = ["NA"] });

        Assert.Equal("Namibia", Assert.Single(result.Plans).Name);
    }

    [Fact]
    public void Registry_AddressesThatAreNoHttps_AreNamedAndLeftOut()
    {
        var result = Imported.Text(
            "code,party,title,fileType,language,version,status,submissionDate,encodedAbsUrl,originalFilename\n"
                + "SWE,Sweden,First,NDC,English,1,Active,2016-11-23,javascript:alert(1),a.pdf\n"
                + "SWE,Sweden,Second,NDC,English,2,Active,23.11.2016,https://unfccc.int/b.pdf,a.pdf\n"
                + "ZZZ,Nowhere,First,NDC,English,1,Active,2016-11-23,https://unfccc.int/c.pdf,c.pdf\n"
        );

        Assert.Equal(["LS2542", "LS2544", "LS2545"], Imported.Ids(result));
        var sources = Imported.Plan(result).Sources;
        Assert.Equal(["ndc-a", "ndc-a-2"], sources.Select(s => s.Id));
        Assert.Equal([null, "https://unfccc.int/b.pdf"], sources.Select(s => s.Url));
        Assert.Equal("NDC, English, Active, version 1", sources[0].Note);
    }

    [Fact]
    public void Quantified_EveryCountry_IsAsTheTableHasIt()
    {
        var path = PublisherData.RequireFile(Quantified);
        var result = Imported.File(path);
        var plans = result.Plans.Select(Imported.Plan).ToDictionary(p => p.Country!);
        var rows = File.ReadAllLines(path).Skip(2).Where(l => l.Trim(' ', ',').Length > 0).ToList();
        var checkedRows = 0;
        foreach (var line in rows.Where(l => !l.StartsWith("Intl.", StringComparison.Ordinal) && !l.Contains('"')))
        {
            var cells = line.Split(',');
            if (Countries.FindByName(cells[0]) is not { } country)
            {
                continue;
            }

            var plan = plans[country.Alpha2];
            var history = plan.Inventories.Single().Rows.Single().Series;
            Assert.Equal("Mt CO2e_AR6", history.Unit.Symbol);
            Assert.Equal(cells[1..4], new[] { 1990, 2010, 2019 }.Select(y => history[y].ToString()));
            var milestones = plan.Targets.Single().Versions.Single().Milestones;
            if (line.Contains("- ", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.Equal([2025, 2030], milestones.Select(m => m.Year));
            Assert.Equal([cells[4], cells[6]], milestones.Select(m => Amount(m.Level)));
            Assert.Equal(
                [cells[5], cells[7]],
                milestones.Select(m => m.Conditional is { } deeper ? Amount(deeper) : Amount(m.Level))
            );
            checkedRows++;
        }

        Assert.Equal(2, result.Loss.LeftOut.Single(l => l.Reason.Id == "import.left-out.international").Rows);
        Assert.Equal(plans.Count, result.Loss.RowsUsed);
        Assert.True(checkedRows > 180, $"{checkedRows} rows");
        // The Philippines' lower level and both of Timor-Leste for 2030 lie below zero.
        Assert.Equal(["LS2558", "LS2558", "LS2558"], result.Diagnostics.Select(d => d.Id));
        Assert.Equal("335", Amount(plans["PH"].Targets.Single().Versions.Single().Milestones[1].Level));
        Assert.Null(plans["PH"].Targets.Single().Versions.Single().Milestones[1].Conditional);
        Assert.Equal([2025], plans["TL"].Targets.Single().Versions.Single().Milestones.Select(m => m.Year));
    }

    [Fact]
    public void Quantified_SmallTable_IsLevelsWithTheirConditionalPart()
    {
        var plan = Imported.Plan(Imported.Text(Small));

        Assert.Equal(("sweden", JurisdictionKind.Country, "SE"), (plan.Id, plan.Kind, plan.Country));
        var version = plan.Targets.Single().Versions.Single();
        Assert.Equal(("ndc-2030", "2021-11-18"), (plan.Targets.Single().Id, version.StatedText));
        Assert.Equal(TargetKind.FixedLevel, version.Kind);
        Assert.Null(version.Milestones[0].Conditional);
        Assert.Equal("30.5", Amount(version.Milestones[1].Conditional!));
        Assert.NotNull(version.Milestones[1].Condition);
        Assert.Equal(Boundary.National, plan.Inventories.Single().Boundary);
        Assert.Equal(new DateOnly(2021, 11, 18), plan.Sources.Single().Published);
    }

    [Theory]
    [InlineData("GWP AR6", "GWP AR4", "LS2551")]
    [InlineData("excl. LULUCF", "all", "LS2551")]
    [InlineData("NDCs as of 18th November 2021", "NDCs as of late 2021", "LS2554")]
    [InlineData("2025 lower", "2025 min", "LS2552")]
    [InlineData("Sweden", "Swedonia", "LS2555")]
    [InlineData("36,30.5", "30.5,36", "LS2557")]
    [InlineData("73.1", "n/a", "LS2010")]
    [InlineData("Intl. Aviation,259.6", "Schweden,1", "LS2555")]
    [InlineData("Intl. Aviation,259.6", "Sweden,1", "LS2556")]
    public void Quantified_TableWithAFault_NamesIt(string from, string to, string id)
    {
        var result = Imported.Text(
            Small.Replace(from, to, StringComparison.Ordinal),
            new ImportOptions { Format = "ndc-quantified" }
        );

        Assert.Contains(id, Imported.Ids(result));
    }

    [Fact]
    public void MutatedCopies_OfBothLayouts_NeverThrow()
    {
        var random = new Random(20211118);
        var list = Encoding.UTF8.GetBytes(
            "code,party,title,fileType,language,version,status,submissionDate,encodedAbsUrl,originalFilename\n"
                + "SWE,Sweden,First,NDC,English,1,Active,2016-11-23,https://unfccc.int/a.pdf,a.pdf\n"
                + "EUU,European Union (EU),First,NDC,English,1,Active,2016-11-23,https://unfccc.int/b.pdf,b.pdf\n"
        );
        var table = Encoding.UTF8.GetBytes(Small);
        for (var i = 0; i < 1_000; i++)
        {
            Say(Mutations.Of(list, random), "ndc-registry");
            Say(Mutations.Of(table, random), "ndc-quantified");
        }

        static void Say(byte[] bytes, string format)
        {
            using var stream = new MemoryStream(bytes);
            Mutations.AssertSays(Importer.Import(stream, "x.csv", new ImportOptions { Format = format }));
        }
    }

    private static string Amount(Level level) =>
        ((Level.Fixed)level).Amount.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
