// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Data.Tests.Imports;

/// <summary>A workbook in the making: sheets with rows of cells that a test may change.</summary>
internal sealed class SheetLayout
{
    public List<(string Name, List<List<object?>> Rows)> Sheets { get; } = [];

    public SheetLayout Add(string name, params object?[][] rows)
    {
        Sheets.Add((name, [.. rows.Select(r => r.ToList())]));
        return this;
    }

    public List<List<object?>> this[string name] => Sheets.Single(s => s.Name == name).Rows;

    public SheetLayout Rename(string name, string to)
    {
        var at = Sheets.FindIndex(s => s.Name == name);
        Sheets[at] = (to, Sheets[at].Rows);
        return this;
    }

    public byte[] Bytes() => Workbook.Of([.. Sheets.Select(s => (s.Name, s.Rows.Select(r => r.ToArray()).ToArray()))]);
}

/// <summary>The publishers' layouts with figures made up: three years, a few places.</summary>
internal static class SheetLayouts
{
    private static readonly object?[] Years = [2020, 2021, 2022];

    public static SheetLayout Edgar()
    {
        var sectors = new List<object?[]> { Row("Substance", "Sector", "EDGAR Country Code", "Country", Years) };
        foreach (var (code, name) in Areas())
        {
            sectors.Add(Row("CO2", "Power Industry", code, name, 10, 9, 8));
            sectors.Add(Row("CO2", "Processes", code, name, 1, 1, 1));
            sectors.Add(Row("GWP_100_AR5_CH4", "Waste", code, name, 2, 2, null));
            sectors.Add(Row("GWP_100_AR5_F-gases", "Processes", code, name, 0.5, 0.5, 0.5));
        }

        sectors.Add([]);
        sectors.Add(Row("CO2", "Transport", "GLOBAL TOTAL", "GLOBAL TOTAL", 900, 900, 900));
        return new SheetLayout()
            .Add(
                "info",
                ["GHG emissions of all world countries, 2030 Report"],
                ["website: https://example.org/report"],
                ["values in GHG_totals_by_country sheet are expressed in Mt CO2eq/yr "],
                ["values in GHG_by_sector_and_country sheet are expressed in Mt CO2eq/yr"],
                ["values in GHG_per_GDP_by_country sheet are expressed in t CO2eq/kUSD/yr"],
                ["values in GHG_per_capita_by_countr sheet are expressed in t CO2eq/cap/yr"]
            )
            .Add(
                "citations and references",
                ["comprising F-gases version EDGAR_2030_GHG (2030)"],
                ["WB (2030), data of GDP PPP, (constant 2017 international $) (expressed in 1000 US dollar)"]
            )
            .Add(
                "GHG_totals_by_country",
                [
                    Row("EDGAR Country Code", "Country", Years),
                    .. Areas().Select(a => Row(a.Code, a.Name, 13.5, 12.5, 9.5)),
                    [],
                    Row("GLOBAL TOTAL", "GLOBAL TOTAL", 900, 900, 900),
                ]
            )
            .Add("GHG_by_sector_and_country", [.. sectors])
            .Add(
                "GHG_per_GDP_by_country",
                [
                    Row("EDGAR Country Code", "Country", Years),
                    .. Areas().Select(a => Row(a.Code, a.Name, 0.1, 0.1, 0.1)),
                ]
            )
            .Add(
                "GHG_per_capita_by_country",
                [Row("EDGAR Country Code", "Country", Years), .. Areas().Select(a => Row(a.Code, a.Name, 5, 5, 5))]
            );

        static (string Code, string Name)[] Areas() =>
            [("SWE", "Sweden"), ("ESP", "Spain and Andorra"), ("NAM", "Namibia"), ("EU27", "EU27")];
    }

    public static SheetLayout Fossil() =>
        new SheetLayout()
            .Add("Summary", ["The Global Carbon Budget 2030 is a collaborative effort"])
            .Add("Territorial Emissions", [.. Notes(9), .. Names("MtC/yr"), .. Carbon()])
            .Add("Consumption Emissions", [.. Notes(6), .. Names("MtC/yr"), .. Carbon()]);

    public static SheetLayout Land()
    {
        var layout = new SheetLayout().Add("Summary", ["The Global Carbon Budget 2030 is a collaborative effort"]);
        foreach (var model in new[] { "BLUE", "H&N2017", "OSCAR" })
        {
            layout.Add(
                model,
                [
                    .. Notes(7, first: 0),
                    Row(null, "Sweden", "France", "Netherlands Antilles", "World"),
                    Row("QF", 1, 0, 0, 1),
                    .. Carbon(),
                ]
            );
        }

        return layout;
    }

    public static SheetLayout Smhi()
    {
        var rows = new List<object?[]>
        {
            Row("Rapportnamn:", "Länsrapport, 2030-04-18"),
            Row("Emissioner av Koldioxid (CO2)"),
            Row("Enhet: ton/år"),
            Row(null, null),
            Row(null, null, null, null, Years),
            Row("Huvudsektor", "Undersektor", "Län", "Kommun", "CO2", "CO2", "CO2"),
        };
        foreach (
            var (county, municipality, many) in new[]
            {
                ("Alla", "Alla", 2),
                ("Skåne län", "Alla", 2),
                ("Skåne län", "Lund", 1),
                ("Skåne län", "Malmö", 1),
            }
        )
        {
            rows.Add(Row("Alla", "Alla", county, municipality, 160 * many, 150 * many, 140 * many));
            rows.Add(Row("Transporter", "Alla", county, municipality, 60 * many, 55 * many, 50 * many));
            rows.Add(Row("Transporter", "Personbilar", county, municipality, 40 * many, 40 * many, 30 * many));
            rows.Add(Row("Transporter", "Järnväg", county, municipality, 20 * many, 15 * many, 20 * many));
            rows.Add(Row("El och fjärrvärme", "Alla", county, municipality, 100 * many, 95 * many, 90 * many));
            rows.Add(Row("Utrikes transporter", "Alla", county, municipality, 0, 0, 0));
        }

        return new SheetLayout().Add("Koldioxid (CO2)", [.. rows]);
    }

    private static IEnumerable<object?[]> Notes(int count, int first = 1) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
                Row([
                    .. Enumerable.Repeat<object?>(null, first),
                    i switch
                    {
                        1 =>
                            "All values in million tonnes of carbon per year. For values in million tonnes of CO2 per year, multiply the values below by 3.664",
                        2 => "1MtC = 1 million tonne of carbon = 3.664 million tonnes of CO2",
                        3 => "Cite as: Somebody et al. 2030",
                        _ => "A note.",
                    },
                ])
            );

    private static IEnumerable<object?[]> Names(string unit) =>
        [
            Row(unit),
            Row(null, "SWEDEN", "FRANCE (INCLUDING MONACO)", "OECD", "World"),
            Row(null, "Sweden", "France", "OECD", "World"),
        ];

    private static IEnumerable<object?[]> Carbon() =>
        [Row(1990, null, 100, 900, 1000), Row(1991, 10, 90, 900, 1000), Row(1992, 9, 80, null, 1000)];

    private static object?[] Row(params object?[] cells) =>
        [.. cells.SelectMany(c => c is object?[] many ? many : [c])];
}
