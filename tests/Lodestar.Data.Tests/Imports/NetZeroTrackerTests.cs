// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports;

public sealed partial class NetZeroTrackerTests
{
    private const string Snapshot = "net-zero-tracker/snapshot_2022-12-20_13-07-14.xlsx";

    private static readonly Lazy<ImportResult> Published = new(() =>
        Imported.File(PublisherData.RequireFile(Snapshot))
    );

    private static readonly Lazy<Dictionary<string, Plan>> Plans = new(() =>
        Published.Value.Plans.Select(Read).ToDictionary(p => p.Codes["nzt"])
    );

    private static readonly string[] Heading =
    [
        "last_updated",
        "id_code",
        "name",
        "country",
        "actor_type",
        "end_target",
        "end_target_percentage_reduction",
        "end_target_baseline_year",
        "end_target_intensity_unit",
        "end_target_baseline_emissions",
        "end_target_target_emissions",
        "end_target_bau_emissions",
        "end_target_other",
        "end_target_year",
        "end_target_text",
        "end_target_status",
        "status_date",
        "interim_target",
        "interim_target_percentage_reduction",
        "interim_target_baseline_year",
        "interim_target_intensity_unit",
        "interim_target_baseline_emissions",
        "interim_target_target_emissions",
        "interim_target_bau_emissions",
        "interim_target_other",
        "interim_target_year",
        "interim_target_text",
        "source_url",
        "gasses_coverage",
        "territorial_emissions",
        "consumption_emissions",
        "international_aviation",
        "international_shipping",
        "scope_1",
        "scope_2",
        "scope_3",
        "historical_emissions",
        "has_plan",
        "plan_options",
        "reporting_mechanism",
        "equity",
        "accountability",
        "carbon_credit_offsets",
        "carbon_credit_conditions",
        "max_emission_offset",
        "removals_targets",
        "cdr",
        "population",
        "ghg",
        "inventory_year",
    ];

    [Fact]
    public void PublishedFile_EveryPlace_IsAPlanAndEveryRowIsCounted()
    {
        var result = Published.Value;

        // Counted in the sheet: 198 countries, 713 regions, 1,177 cities, 2,001 companies. One "country" is the EU.
        Assert.Equal(197, Plans.Value.Values.Count(p => p.Kind == JurisdictionKind.Country));
        Assert.Equal(713, Plans.Value.Values.Count(p => p.Kind == JurisdictionKind.Region));
        Assert.Equal(1177, Plans.Value.Values.Count(p => p.Kind == JurisdictionKind.City));
        Assert.Equal(2001, LeftOut(result, "import.left-out.company"));
        Assert.Equal(1, LeftOut(result, "import.left-out.group"));
        Assert.Equal((4089, 2087), (result.Loss.RowsRead, result.Loss.RowsUsed));
        Assert.Equal(2087, result.Plans.Select(p => p.Id).Distinct().Count());
        Assert.All(Plans.Value.Values, p => Assert.NotNull(Countries.Find(p.Country)));
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error);
    }

    [Fact]
    public void PublishedFile_TargetsPerKindOfGoal_AreAsManyAsTheSheetHas()
    {
        var targets = Plans.Value.Values.SelectMany(p => p.Targets).ToList();

        // Counted in the sheet with a spreadsheet: 313 net zero, 108 carbon, 37 climate and 7 GHG neutral, 12 zero
        // carbon, 6 zero emissions, 2 climate positive; less the European Union's, which is climate neutral.
        Assert.Equal(484, targets.Count(t => t.Id == "net-zero"));
        Assert.Equal(0, targets.Count(t => t.Versions.Count != 1));
    }

    [Theory]
    [InlineData("cnc_country_targets_nzt2022.csv", 28)]
    [InlineData("cnca_city_targets.csv", 23)]
    public void PublishedFile_PlacesOfTheAlliances_EqualTheExtractFieldByField(string file, int count)
    {
        var table = TextTable.Read(PublisherData.RequireFile(file));
        var rows = table.Where(r => r.GetValueOrDefault("source", "NZT").StartsWith("NZT", StringComparison.Ordinal));
        var seen = 0;
        foreach (var row in rows)
        {
            var plan = Assert.Single(Plans.Value.Values, p => IsOf(p, row));
            Same(row, plan);
            seen++;
        }

        Assert.Equal(count, seen);
    }

    [Fact]
    public void PublishedFile_Glasgow_IsAsTheSheetHasIt()
    {
        var plan = Plans.Value["CIT-0053"];

        Assert.Equal(("glasgow", "Glasgow", "GB"), (plan.Id, plan.Name, plan.Country));
        var target = Assert.Single(plan.Targets);
        var version = Assert.Single(target.Versions);
        Assert.Equal(("net-zero", "net-zero-2021"), (target.Id, version.Id));
        Assert.Equal((TargetKind.BaseYear, 2006, 2030), (version.Kind, version.BaseYear, version.NetZeroYear));
        Assert.Equal(("2021", LegalForm.PolicyDocument), (version.StatedText, version.Form));
        var milestone = Assert.Single(version.Milestones);
        Assert.Equal((2020, new Level.Cut(0.3)), (milestone.Year, milestone.Level));
        Assert.Equal(Stated.Yes, version.Scope.Credits);
        Assert.Empty(version.Credits.Conditions);
        Assert.Equal(Stated.NotStated, version.Statements.Accountability);
        Assert.Equal(Stated.No, version.Statements.HistoricalEmissions);
        Assert.Equal(RemovalKind.Nature, version.Statements.Removals);
        Assert.Equal(2, version.Statements.PlanContents!.Count);
        var stated = Assert.Single(plan.Inventories);
        Assert.Equal("2660000", stated.Rows[0].Series[2016].ToString());
        Assert.Null(plan.Population);
        Assert.Equal(new DateOnly(2022, 12, 20), plan.Sources[0].Published);
    }

    [Theory]
    [InlineData("COU-0018", "LS2513")]
    [InlineData("CIT-0053", null)]
    public void PublishedFile_LevelsWithoutUnit_AreNamedAndNotTaken(string code, string? expected)
    {
        var result = Imported.File(PublisherData.RequireFile(Snapshot), new ImportOptions { Only = [code] });

        Assert.Equal(expected is not null, Imported.Ids(result).Contains("LS2513"));
        Assert.DoesNotContain(
            Read(result.Plans[0]).Targets.SelectMany(t => t.Versions).SelectMany(v => v.Milestones),
            m => m.Level is Level.Fixed
        );
    }

    [Theory]
    [InlineData("COU-0018", "chile")]
    [InlineData("CHL", "chile")]
    [InlineData("Chili", "chile")]
    [InlineData("Boston", "boston")]
    [InlineData("boston, ma", "boston")]
    [InlineData("Hamburg (region)", "hamburg-region")]
    [InlineData("London, UK", "london")]
    public void Only_ByNameOrCode_TakesThePlace(string typed, string id)
    {
        var result = Imported.File(PublisherData.RequireFile(Snapshot), new ImportOptions { Only = [typed] });

        var plan = Assert.Single(result.Plans);
        Assert.StartsWith(id, plan.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_NameOfSeveral_NamesThemAndTakesTheKindThatIsMeant()
    {
        var open = Imported.File(PublisherData.RequireFile(Snapshot), new ImportOptions { Only = ["Hamburg"] });
        var city = Imported.File(
            PublisherData.RequireFile(Snapshot),
            new ImportOptions { Only = ["Hamburg"], OnlyKind = JurisdictionKind.City }
        );

        Assert.Contains("LS2015", Imported.Ids(open));
        Assert.Equal(
            ["Hamburg (city)", "Hamburg (region)"],
            open.Diagnostics.Single(d => d.Id == "LS2015").DidYouMean.Order()
        );
        Assert.Equal(JurisdictionKind.City, Read(Assert.Single(city.Plans)).Kind);
    }

    [Fact]
    public void Row_TargetBeforeItsBase_IsNamedAndLeftOut()
    {
        var result = Sheet(
            ("end_target", "Emissions reduction target"),
            ("end_target_percentage_reduction", 40),
            ("end_target_baseline_year", 2030),
            ("end_target_year", 1990)
        );

        Assert.Contains("LS2510", Imported.Ids(result));
        Assert.Empty(Version(result).Milestones);
        Assert.Null(Version(result).BaseYear);
    }

    [Theory]
    [InlineData("per 10,000RMB of GDP", "LS2511", IntensityBasis.Gdp)]
    [InlineData("per capita", null, IntensityBasis.Person)]
    [InlineData("per nominal GDP", "LS2522", null)]
    [InlineData("CO2", "LS2512", null)]
    public void Row_Intensity_IsPerPersonOrPerRealGdpOrNoNumber(string unit, string? fault, IntensityBasis? basis)
    {
        var result = Sheet(
            ("end_target", "Emissions intensity target"),
            ("end_target_percentage_reduction", 60),
            ("end_target_baseline_year", 2005),
            ("end_target_intensity_unit", unit),
            ("end_target_year", 2030)
        );

        string?[] found = [.. Imported.Ids(result).Where(id => id is "LS2511" or "LS2512" or "LS2522")];
        Assert.Equal(fault is null ? [] : [fault], found);
        var version = Version(result);
        Assert.Equal(basis, version.IntensityBasis);
        Assert.Equal(basis is null ? [] : [new Level.Cut(0.6)], version.Milestones.Select(m => m.Level));
        Assert.Equal(basis is not null, version.Kind == TargetKind.Intensity);
    }

    [Theory]
    [InlineData(39_873_000, 500_000, false)]
    [InlineData(2_660_000, 1_667_000, true)]
    [InlineData(2_660, 1_667_000, false)]
    public void Row_TotalOutOfProportionToPeople_IsNamedAndLeftOut(double tonnes, double people, bool taken)
    {
        // 39.873 Mt of half a million people are 79.7 t each; one more tonne in a hundred passes the bound of 80.
        var result = Sheet(("ghg", tonnes * (taken ? 1 : 1.01)), ("inventory_year", 2016), ("population", people));

        Assert.Equal(!taken, Imported.Ids(result).Contains("LS2521"));
        Assert.Equal(taken ? 1 : 0, Read(result.Plans[0]).Inventories.Count);
    }

    [Fact]
    public void PublishedFile_RaleighsBaseYear1007_IsNamedAndItsCutLeftOut()
    {
        var result = Imported.File(PublisherData.RequireFile(Snapshot), new ImportOptions { Only = ["Raleigh"] });

        Assert.Superset(new HashSet<string> { "LS2507", "LS2523" }, Imported.Ids(result).ToHashSet());
        Assert.Equal("Emissions reduction target: 80 % (2050)", Version(result).Title);
        Assert.Empty(Version(result).Milestones);
    }

    [Fact]
    public void Row_PercentageInText_IsNamedAndNotTaken()
    {
        var result = Sheet(
            ("end_target", "Net zero"),
            ("end_target_year", 2045),
            ("end_target_text", "emissions of at most 5 % and a cut by 95% against 1990")
        );

        var note = result.Diagnostics.Single(d => d.Id == "LS2516");
        Assert.Equal(["5 %", "95 %"], (string[])note.Reason.Values.Single(v => v.Name == "found").Value);
        Assert.Empty(Version(result).Milestones);
    }

    [Theory]
    [InlineData("Yes", "Yes", Stated.Yes)]
    [InlineData("No", "No", Stated.No)]
    [InlineData("Yes", "No", Stated.Partly)]
    [InlineData("Yes", "Not Specified", Stated.Partly)]
    [InlineData("No", "Not Specified", Stated.NotStated)]
    [InlineData("", "Not Specified", Stated.NotStated)]
    public void Row_AviationAndShipping_AreInternationalTransportTogether(string air, string sea, Stated expected)
    {
        var result = Sheet(
            ("end_target", "Net zero"),
            ("end_target_year", 2045),
            ("international_aviation", air),
            ("international_shipping", sea)
        );

        Assert.Equal(expected, Version(result).Scope.InternationalTransport);
    }

    [Fact]
    public void Row_InterimAgainstAnotherBase_IsATargetOfItsOwn()
    {
        var result = Sheet(
            ("end_target", "Emissions reduction target"),
            ("end_target_percentage_reduction", 80),
            ("end_target_baseline_year", 1990),
            ("end_target_year", 2050),
            ("interim_target", "Reduction v. BAU"),
            ("interim_target_percentage_reduction", 20.5),
            ("interim_target_year", 2030)
        );

        var targets = Read(result.Plans[0]).Targets;
        Assert.Equal(["end-target", "interim-target"], targets.Select(t => t.Id));
        Assert.Equal([TargetKind.BaseYear, TargetKind.BelowBaseline], targets.Select(t => t.Versions.Single().Kind));
        Assert.Equal(new Level.Cut(0.205), targets[1].Versions.Single().Milestones.Single().Level);
    }

    [Fact]
    public void Heading_BelowANote_IsFound()
    {
        var moved = Workbook.Of(
            (
                "Sheet1",
                [
                    ["A note"],
                    [],
                    Heading,
                    Row([("end_target", "No target")]),
                ]
            )
        );

        Assert.Equal("Testby", Assert.Single(Imported.Bytes(moved, Nzt).Plans).Name);
    }

    [Fact]
    public void Heading_WithoutItsColumns_IsNamed()
    {
        var other = Workbook.Of(
            (
                "Sheet1",
                [
                    ["a", "b"],
                    [1, 2],
                ]
            )
        );

        Assert.Contains("LS2500", Imported.Ids(Imported.Bytes(other, Nzt)));
    }

    [Fact]
    public void MutatedCopies_NeverThrow()
    {
        var random = new Random(20221220);
        for (var i = 0; i < 1_000; i++)
        {
            object?[][] rows =
            [
                [.. Heading],
                Row([("end_target", "Net zero"), ("end_target_year", 2050), ("ghg", 1e6), ("inventory_year", 2019)]),
                Row([
                    ("id_code", "CIT-2"),
                    ("end_target", "Reduction v. BAU"),
                    ("end_target_percentage_reduction", 30),
                    ("end_target_year", 2030),
                ]),
            ];
            Mutations.Apply(rows, random);

            var result = Imported.Bytes(Workbook.Of(("Sheet1", rows)), Nzt);

            Mutations.AssertSays(result);
        }
    }

    private static readonly ImportOptions Nzt = new() { Format = "nzt" };

    private static ImportResult Sheet(params (string Column, object Value)[] cells) =>
        Imported.Bytes(Workbook.Of(("Sheet1", [Heading, Row(cells)])));

    private static object?[] Row(IEnumerable<(string Column, object Value)> cells)
    {
        var row = new object?[Heading.Length];
        (string, object)[] all =
        [
            ("last_updated", "2022-12-01 10:00:00"),
            ("id_code", "CIT-1"),
            ("name", "Testby"),
            ("country", "GBR"),
            ("actor_type", "City"),
            .. cells,
        ];
        foreach (var (column, value) in all)
        {
            row[Array.IndexOf(Heading, column)] = value;
        }

        return row;
    }

    private static TargetVersion Version(ImportResult result) =>
        Read(Assert.Single(result.Plans)).Targets.Single().Versions.Single();

    /// <summary>Blank dates of the sheet stay blank, so that the reader asks for them; nothing else may be amiss.</summary>
    private static Plan Read(ImportedPlan imported)
    {
        var reading = Formats.PlanFolder.PlanReader.Read(imported.Files);
        var amiss = reading.Diagnostics.Where(d => d.Severity != Severity.Note && d.Id is not "LS1405").ToList();
        Assert.True(amiss.Count == 0, $"{imported.Id}: {string.Join(", ", amiss.Select(d => $"{d.Id} {d.Place}"))}");
        return reading.Plan;
    }

    private static long LeftOut(ImportResult result, string reason) =>
        result.Loss.LeftOut.Single(l => l.Reason.Id == reason).Rows;

    private static bool IsOf(Plan plan, Dictionary<string, string> row) =>
        row["country"] == Countries.Find(plan.Country)!.Alpha3
        && (
            row.ContainsKey("source")
                ? plan.Kind == JurisdictionKind.City && row["name"].Split(", ")[0] == plan.Name
                : plan.Kind == JurisdictionKind.Country
        );
}
