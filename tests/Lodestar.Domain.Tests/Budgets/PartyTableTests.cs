// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Testing;

namespace Lodestar.Domain.Tests.Budgets;

/// <summary>The shipped tables, derived again from the publishers' own files. ACCEPT_GOLDEN=1 rewrites them.</summary>
public sealed class PartyTableTests
{
    private const string Tables = "../../../src/Lodestar.Planning/Budgets/Tables/";
    private const string Fossil = "gcb2022/National_Fossil_Carbon_Emissions_2022v1.0.xlsx";
    private const string Global = "gcb2022/Global_Carbon_Budget_2022v1.0.xlsx";
    private const string Edgar = "edgar/EDGAR_2024_GHG_booklet_2024.xlsx";

    // The Global Carbon Budget's own factor; it rounds 44/12 from unrounded atomic weights.
    private const double CO2PerCarbon = 3.664;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    // EDGAR keeps some areas together. Product per person is then that of the area.
    private static readonly Dictionary<string, string> EdgarAreas = new()
    {
        ["SSD"] = "SDN",
        ["SRB"] = "SCG",
        ["MNE"] = "SCG",
        ["CUW"] = "ANT",
        ["SXM"] = "ANT",
    };

    [Fact]
    public void Parties_DerivedAgain_AreTheShippedTable()
    {
        var emissions = TerritorialEmissions();
        var population = Population();
        var product = ProductPerPerson();
        var text = new StringBuilder("alpha2,gdp_per_person,before_1990");
        for (var year = 1990; year <= 2021; year++)
        {
            text.Append(Plain, $",co2_{year}");
        }

        for (var year = 1990; year <= 2023; year++)
        {
            text.Append(Plain, $",people_{year}");
        }

        text.Append('\n');
        foreach (var country in Countries.All)
        {
            if (
                !emissions.TryGetValue(country.Alpha2, out var co2)
                || !population.TryGetValue(country.Alpha3, out var people)
            )
            {
                continue;
            }

            double? gdp = product.TryGetValue(EdgarAreas.GetValueOrDefault(country.Alpha3, country.Alpha3), out var g)
                ? g
                : null;
            text.Append(country.Alpha2)
                .Append(',')
                .Append(gdp?.ToString("0", Plain))
                .Append(',')
                .Append(Mt(co2.Where(y => y.Key < 1990).Sum(y => y.Value)));
            for (var year = 1990; year <= 2021; year++)
            {
                text.Append(',').Append(co2.TryGetValue(year, out var amount) ? Mt(amount) : "");
            }

            for (var year = 1990; year <= 2023; year++)
            {
                text.Append(',').Append(people[year].ToString("0", Plain));
            }

            text.Append('\n');
        }

        Golden.Match(text.ToString(), Tables + "parties.csv");
    }

    [Fact]
    public void WorldSplit_DerivedAgain_IsTheShippedTable()
    {
        var rows = PlainWorkbook.Read(PublisherData.RequireFile(Fossil), "Territorial Emissions");
        var (world, bunkers) = (Cell(rows, "World", 2021), Cell(rows, "Bunkers", 2021));
        var budget = PlainWorkbook.Read(PublisherData.RequireFile(Global), "Global Carbon Budget");
        var column = budget
            .Single(r => r.GetValueOrDefault(0) == "Year")
            .Single(c => c.Value == "land-use change emissions")
            .Key;
        var land = Enumerable
            .Range(2012, 10)
            .Average(y => Number(budget.Single(r => r.GetValueOrDefault(0) == y.ToString(Plain))[column]));
        string Row(string item, double gt, string years) =>
            string.Create(
                Plain,
                $"{item},{gt:0.0000},{years},Global Carbon Project,Global Carbon Budget 2022 v1.0,CC BY 4.0\n"
            );
        Golden.Match(
            "item,gt_co2,years,publisher,edition,licence\n"
                + Row("fossil", world * CO2PerCarbon / 1000, "2021")
                + Row("bunkers", bunkers * CO2PerCarbon / 1000, "2021")
                + Row("land-use", land * CO2PerCarbon, "2012–2021"),
            Tables + "world-split.csv"
        );
    }

    [Fact]
    public void Parties_TheTable_HoldsAllButASliverOfWhatIsNotBunkers()
    {
        var rows = PlainWorkbook.Read(PublisherData.RequireFile(Fossil), "Territorial Emissions");
        var countries = (Cell(rows, "World", 2021) - Cell(rows, "Bunkers", 2021)) * CO2PerCarbon;
        var held = PartyWorld.Shipped.Co2.Tonnes / 1e6;
        Assert.InRange(held / countries, 0.985, 1);
    }

    [Theory]
    // People of the World Bank's file; product per person from EDGAR's two ratios, in thousands of dollars.
    [InlineData("SE", 38, 10.55e6, 65.6)]
    [InlineData("IN", 2700, 1438e6, 9.19)]
    [InlineData("US", 5000, 334.9e6, 72.9)]
    public void Parties_LargeCountries_HaveTheirKnownSize(string code, double mt, double people, double thousands)
    {
        var party = PartyWorld.Shipped.Find(code)!;
        Assert.Equal(mt, party.Co2In(2021).Tonnes / 1e6, mt * 0.08);
        Assert.Equal(people, party.PeopleIn(2023), people * 0.01);
        Assert.Equal(thousands, party.GdpPerPerson!.Value / 1000, thousands * 0.01);
    }

    [Fact]
    public void Parties_Namibia_IsNoMissingValue() => Assert.NotNull(PartyWorld.Shipped.Find("NA"));

    private static string Mt(double megatonnes) => megatonnes.ToString("0.####", Plain);

    /// <summary>Mt CO2 by alpha-2 code and year.</summary>
    private static Dictionary<string, Dictionary<int, double>> TerritorialEmissions()
    {
        var rows = PlainWorkbook.Read(PublisherData.RequireFile(Fossil), "Territorial Emissions");
        var head = Head(rows);
        var result = new Dictionary<string, Dictionary<int, double>>();
        foreach (var (column, name) in head)
        {
            if (Countries.FindByName(name) is not { } country)
            {
                continue;
            }

            result[country.Alpha2] = YearRows(rows)
                .Where(r => r.Cells.ContainsKey(column))
                .ToDictionary(r => r.Year, r => Number(r.Cells[column]) * CO2PerCarbon);
        }

        return result;
    }

    private static double Cell(List<Dictionary<int, string>> rows, string column, int year) =>
        Number(YearRows(rows).Single(r => r.Year == year).Cells[Head(rows).Single(c => c.Value == column).Key]);

    // The row of names stands right above the first year, under one of other spellings.
    private static Dictionary<int, string> Head(List<Dictionary<int, string>> rows) =>
        rows[rows.FindIndex(r => r.GetValueOrDefault(0) == "1850") - 1];

    private static IEnumerable<(int Year, Dictionary<int, string> Cells)> YearRows(
        List<Dictionary<int, string>> rows
    ) =>
        rows.SkipWhile(r => r.GetValueOrDefault(0) != "1850")
            .Where(r => r.ContainsKey(0))
            .Select(r => (int.Parse(r[0], Plain), r));

    private static Dictionary<string, Dictionary<int, double>> Population() =>
        File.ReadLines(PublisherData.RequireFile("population/population.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Select(f => (Code: f[^3], Year: int.Parse(f[^2], Plain), People: Number(f[^1])))
            .GroupBy(f => f.Code)
            .ToDictionary(g => g.Key, g => g.ToDictionary(f => f.Year, f => f.People))
            .Concat(TaiwanFromEdgar())
            .ToDictionary(p => p.Key, p => p.Value);

    /// <summary>The World Bank lists no Taiwan; EDGAR's total over its figure per person gives it.</summary>
    private static IEnumerable<KeyValuePair<string, Dictionary<int, double>>> TaiwanFromEdgar()
    {
        var total = EdgarSheet("GHG_totals_by_country")["TWN"];
        var perPerson = EdgarSheet("GHG_per_capita_by_country")["TWN"];
        yield return new(
            "TWN",
            perPerson.Where(y => y.Key >= 1990).ToDictionary(y => y.Key, y => total[y.Key] / y.Value * 1e6)
        );
    }

    /// <summary>$ per person in 2023: t per person over kg per $, the two ratios of EDGAR; no emission enters.</summary>
    private static Dictionary<string, double> ProductPerPerson()
    {
        var perPerson = EdgarSheet("GHG_per_capita_by_country");
        var perProduct = EdgarSheet("GHG_per_GDP_by_country");
        return perProduct
            .Where(c => c.Value.GetValueOrDefault(2023) > 0 && perPerson.ContainsKey(c.Key))
            .ToDictionary(c => c.Key, c => perPerson[c.Key][2023] / c.Value[2023] * 1000);
    }

    private static Dictionary<string, Dictionary<int, double>> EdgarSheet(string sheet)
    {
        var rows = PlainWorkbook.Read(PublisherData.RequireFile(Edgar), sheet);
        var years = rows[0].Where(c => c.Key > 1).ToDictionary(c => c.Key, c => int.Parse(c.Value, Plain));
        return rows.Skip(1)
            .Where(r => r.ContainsKey(0))
            .ToDictionary(
                r => r[0],
                r => r.Where(c => years.ContainsKey(c.Key)).ToDictionary(c => years[c.Key], c => Number(c.Value))
            );
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, Plain);
}
