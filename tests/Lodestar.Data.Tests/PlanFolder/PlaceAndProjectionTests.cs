// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Projections;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class PlaceAndProjectionTests
{
    private const string Page = """
        format: lodestar-plan@1
        id: utopia
        name: Utopia
        kind: country
        names: {fr: Utopie}
        parents: {EU: 1995-2020, UN: 1946-, X: always}
        coordinates: 55.5, -4.25
        gdp: data/gdp.csv
        inventories:
          - {id: national, file: inventory/national.csv, categories: crt, boundary: national}
        projections:
          - {id: outlook, file: projections/outlook.csv, categories: crt, published: 2024-12-30}
        """;

    private const string Inventory = """
        id,category,gas,unit,2020
        enteric,3.A,CH4,Mt CO2e_AR5,2
        forest,4.A,CO2,Mt CO2,-1
        bunkers,1.D,CO2,Mt CO2,9
        """;

    private const string Projection = """
        id,category,gas,scenario,unit,2025,2030
        all,total,,WEM,Mt CO2e,10,8
        cows,crt:3.A,CH4,wam,Mt CO2e_AR5,2,1
        """;

    private const string Gdp = "id,unit,2020,2030\ngdp,MEUR_2020,100,120\n";

    private const string Measures = """
        measures:
          - id: feed
            title: Feed additives
            status: adopted
            sectors: [crt:3.A]
            gases: [CH4]
            start: 2024
            end: 2040
            effect: {unit: kt CO2e, values: {2025: 10, 2030: 40}, against: WEM}
        """;

    [Fact]
    public void Read_CountryWithProjections_YieldsEverythingStated()
    {
        var reading = Read();

        Assert.Empty(reading.Diagnostics);
        var plan = reading.Plan;
        Assert.Equal("Utopie", plan.NameIn("fr-CA"));
        Assert.Equal("Utopia", plan.NameIn("de"));
        Assert.Equal([new Parent("EU", 1995, 2020), new Parent("UN", 1946), new Parent("X")], plan.Parents);
        Assert.Equal(new Coordinates(55.5, -4.25), plan.Coordinates);
        Assert.True(plan.Gdp!.Unit.Dimension.IsMoney(out var prices));
        Assert.Equal(2020, prices);
        Assert.Equal(["crt:3.A", "crt:4.A", "crt:1.D"], plan.Inventories[0].Rows.Select(r => r.Category));
        Assert.Equal("CH4", plan.Inventories[0].Rows[0].GasOf);
        var rows = plan.Projections[0].Rows;
        Assert.Equal([ProjectionScenario.WEM, ProjectionScenario.WAM], rows.Select(r => r.Scenario));
        Assert.Equal("crt:3.A", rows[1].Category);
        var measure = Assert.Single(plan.Measures);
        Assert.Equal((MeasureStatus.Adopted, "WEM", 2024), (measure.Status, measure.Against, measure.StartYear));
        Assert.Equal(Cell.Of(40), measure.Effect![2030]);
    }

    /// <summary>3.A is enteric fermentation in one scheme and all livestock in the other; 4 is land in one and waste in the other.</summary>
    [Theory]
    [InlineData("crt", 2.0, 1.0)]
    [InlineData("ipcc2006", 1.0, 1.0)]
    public void Total_SameDigitsInTwoSchemes_CountWhatTheSchemeSays(string scheme, double without, double with)
    {
        var page = Page.Replace(
            "categories: crt, boundary",
            $"categories: {scheme}, boundary",
            StringComparison.Ordinal
        );
        var inventory = Inventory.Replace("1.D", "M.BK", StringComparison.Ordinal);
        var plan = Read(page, scheme == "crt" ? Inventory : inventory).Plan;

        var national = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.National);
        var withLand = InventoryTotaller.Total(plan, plan.Inventories[0], Boundary.NationalWithLand);

        // 2 Mt of 3.A; 4.A is a sink of 1 Mt on land (CRT), or 1 Mt less of waste (IPCC 2006); bunkers enter neither.
        Assert.Equal(without, national[2020].Amount!.Value * national.Unit.FactorTo(Unit.Parse("Mt CO2e_AR5")), 12);
        Assert.Equal(with, withLand[2020].Amount!.Value * withLand.Unit.FactorTo(Unit.Parse("Mt CO2e_AR5")), 12);
    }

    [Fact]
    public void Files_OfAReadPlan_ReadBackTheSame()
    {
        var plan = Read().Plan;

        var again = PlanReader.Read(PlanText.Files(plan));

        Assert.Empty(again.Diagnostics);
        Assert.Equal(Said(plan), Said(again.Plan));
    }

    [Theory]
    [InlineData("coordinates: 55.5, -4.25", "coordinates: 95, -4.25", "LS1332")]
    [InlineData("coordinates: 55.5, -4.25", "coordinates: north of here", "LS1332")]
    [InlineData("EU: 1995-2020", "EU: 2020-1995", "LS1331")]
    [InlineData("EU: 1995-2020", "EU: lately", "LS1331")]
    [InlineData("fr: Utopie", "French: Utopie", "LS1333")]
    [InlineData("gdp: data/gdp.csv", "gdp: data/money.csv", "LS1318")]
    [InlineData("categories: crt, boundary", "categories: unfccc, boundary", "LS1304")]
    [InlineData("categories: crt, boundary", "boundary", "LS1330")]
    public void Read_FaultyPage_SaysWhatAndKeepsTheRest(string good, string bad, string id)
    {
        var reading = Read(Page.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(reading.Diagnostics, d => d.Id == id && d.Place.Line > 0);
        Assert.Equal("Utopia", reading.Plan.Name);
        Assert.Single(reading.Plan.Measures);
    }

    [Fact]
    public void Read_NominalGdp_IsRefusedWithTheReason()
    {
        var reading = Read(gdp: Gdp.Replace("MEUR_2020", "MEUR", StringComparison.Ordinal));

        Assert.Null(reading.Plan.Gdp);
        Assert.Contains(reading.Diagnostics, d => d.Id == "LS1522" && d.Severity == Severity.Error);
    }

    [Fact]
    public void Read_RowWithoutScenario_IsKeptAndReported()
    {
        var reading = Read(projection: Projection.Replace("WEM", "WME", StringComparison.Ordinal));

        Assert.Equal(ProjectionScenario.NotStated, reading.Plan.Projections[0].Rows[0].Scenario);
        Assert.Contains(reading.Diagnostics, d => d.Id == "LS1521" && d.DidYouMean.Contains("WEM"));
    }

    private static PlanReading Read(
        string page = Page,
        string inventory = Inventory,
        string projection = Projection,
        string gdp = Gdp
    ) =>
        PlanReader.Read(
            Plans.Files(
                ("plan.yaml", page + "\n"),
                ("inventory/national.csv", inventory + "\n"),
                ("projections/outlook.csv", projection + "\n"),
                ("data/gdp.csv", gdp),
                ("measures/measures.yaml", Measures + "\n")
            )
        );

    private static string Said(Plan plan) =>
        string.Join(
            "\n",
            plan.Names.Select(n => $"{n.Key} {n.Value}")
                .Concat(plan.Parents.Select(p => p.ToString()))
                .Append(plan.Coordinates.ToString() ?? "")
                .Concat(plan.Gdp!.Cells.Select(c => $"{c.Year} {c.Cell} {plan.Gdp.Unit.Symbol}"))
                .Concat(
                    plan.Projections.SelectMany(p =>
                        p.Rows.Select(r =>
                            $"{p.Id} {p.File} {p.Scheme} {p.Published} {r.Id} {r.Scenario} {r.Category} {r.Gas} "
                            + $"{r.Series.Unit.Symbol} {string.Join(' ', r.Series.Cells.Select(c => $"{c.Year}={c.Cell}"))}"
                        )
                    )
                )
                .Concat(
                    plan.Measures.Select(m =>
                        $"{m.Id} {m.Title} {m.Status} {string.Join(' ', m.Sectors)} {string.Join(' ', m.Gases)} {m.StartYear} "
                        + $"{m.EndYear} {m.Against} {m.Effect!.Unit.Symbol} "
                        + string.Join(' ', m.Effect.Cells.Select(c => $"{c.Year}={c.Cell}"))
                    )
                )
        );
}
