// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;

namespace Lodestar.Data.Tests.Imports;

/// <summary>Each trap of the publishers' workbooks, one at a time, in small workbooks of their layouts.</summary>
public sealed class SheetCheckTests
{
    private const string Totals = "GHG_totals_by_country";
    private const string Sectors = "GHG_by_sector_and_country";
    private const string Territorial = "Territorial Emissions";
    private const string Consumption = "Consumption Emissions";
    private const string Smhi = "Koldioxid (CO2)";

    /// <summary>Name → format, what is done to a sound workbook, the diagnostic, whether plans still come.</summary>
    private static readonly Dictionary<
        string,
        (string Format, Action<SheetLayout> Change, string Id, Severity Severity, bool Plans)
    > Cases = new()
    {
        ["edgar: heading moved"] = (
            "edgar",
            l =>
                l[Totals]
                    .InsertRange(
                        0,
                        [
                            [],
                            ["A title"],
                        ]
                    ),
            "LS2302",
            Severity.Note,
            true
        ),
        ["edgar: heading gone"] = ("edgar", l => l[Sectors].RemoveAt(0), "LS2301", Severity.Error, false),
        ["edgar: column renamed"] = ("edgar", l => l[Sectors][0][1] = "Sektor", "LS2301", Severity.Error, false),
        ["edgar: sheet gone"] = ("edgar", l => l.Rename(Sectors, "Other"), "LS2300", Severity.Error, false),
        ["edgar: totals gone"] = ("edgar", l => l.Rename(Totals, "Other"), "LS2300", Severity.Error, true),
        ["edgar: no unit said"] = ("edgar", l => l["info"].RemoveRange(2, 2), "LS2303", Severity.Warning, true),
        ["edgar: another unit"] = (
            "edgar",
            l => l["info"][3][0] = "values in GHG_by_sector_and_country sheet are expressed in kt CO2eq/yr",
            "LS2304",
            Severity.Error,
            false
        ),
        ["edgar: no edition"] = ("edgar", l => l["info"].RemoveAt(0), "LS2305", Severity.Warning, true),
        ["edgar: number as text"] = ("edgar", l => l[Sectors][1][4] = "10", "LS2306", Severity.Note, true),
        ["edgar: no number"] = ("edgar", l => l[Sectors][1][4] = "ten", "LS2010", Severity.Warning, true),
        ["edgar: combined country"] = ("edgar", _ => { }, "LS2307", Severity.Note, true),
        ["edgar: groups among countries"] = ("edgar", _ => { }, "LS2308", Severity.Note, true),
        ["edgar: unknown area"] = ("edgar", l => l[Totals][1][0] = "ZZZ", "LS2309", Severity.Warning, true),
        ["edgar: code of another country"] = (
            "edgar",
            l => Each(l, r => r.Contains("NAM"), r => r[r.IndexOf("Namibia")] = "Norway"),
            "LS2310",
            Severity.Warning,
            true
        ),
        ["edgar: unknown sector"] = ("edgar", l => l[Sectors][1][1] = "Bakeries", "LS2312", Severity.Warning, true),
        ["edgar: blank rows at the foot"] = (
            "edgar",
            l =>
                l[Totals]
                    .AddRange([
                        [],
                        [],
                        [null, null],
                    ]),
            "LS2313",
            Severity.Note,
            true
        ),
        ["edgar: country without total"] = ("edgar", l => l[Totals].RemoveAt(1), "LS2314", Severity.Warning, true),
        ["edgar: sum that does not add up"] = ("edgar", l => l[Sectors][1][4] = 11, "LS2013", Severity.Warning, true),
        ["edgar: year twice"] = ("edgar", l => l[Totals][0][3] = 2020, "LS2317", Severity.Warning, true),
        ["edgar: row twice"] = ("edgar", l => l[Sectors].Add(l[Sectors][1]), "LS2011", Severity.Note, true),
        ["edgar: row twice, figures differ"] = (
            "edgar",
            l => l[Sectors].Add([.. l[Sectors][1][..4], 1, 2, 3]),
            "LS2012",
            Severity.Error,
            true
        ),
        ["edgar: no year of prices"] = (
            "edgar",
            l => l["citations and references"].RemoveAt(1),
            "LS2321",
            Severity.Warning,
            true
        ),
        ["edgar: two metrics"] = (
            "edgar",
            l => l[Sectors][4][0] = "GWP_100_AR6_F-gases",
            "LS2322",
            Severity.Warning,
            true
        ),
        ["edgar: empty"] = (
            "edgar",
            l =>
                l.Sheets.ForEach(s =>
                    s.Rows.RemoveRange(1, s.Name.StartsWith("GHG", StringComparison.Ordinal) ? s.Rows.Count - 1 : 0)
                ),
            "LS2315",
            Severity.Error,
            false
        ),
        ["gcb: heading moved"] = ("gcb", l => l[Territorial].Insert(4, ["A note."]), "LS2302", Severity.Note, true),
        ["gcb: names gone"] = ("gcb", l => l[Territorial].RemoveRange(10, 2), "LS2330", Severity.Error, true),
        ["gcb: sheet gone"] = ("gcb", l => l.Rename(Consumption, "Other"), "LS2300", Severity.Error, true),
        ["gcb: another unit"] = (
            "gcb",
            l => l[Territorial][1][1] = "All values in million tonnes of CO2 per year.",
            "LS2304",
            Severity.Error,
            true
        ),
        ["gcb: no unit said"] = ("gcb", l => l[Territorial][1][1] = "A note.", "LS2303", Severity.Warning, true),
        ["gcb: no factor"] = (
            "gcb",
            l =>
            {
                l[Territorial][1][1] = "All values in million tonnes of carbon per year.";
                l[Territorial][2][1] = "A note.";
            },
            "LS2331",
            Severity.Warning,
            true
        ),
        ["gcb: factor differs"] = (
            "gcb",
            l => l[Territorial][2][1] = "1MtC = 1 million tonne of carbon = 3.667 million tonnes of CO2",
            "LS2332",
            Severity.Warning,
            true
        ),
        ["gcb: factor wrong"] = (
            "gcb",
            l =>
                l[Territorial][1][1] =
                    "All values in million tonnes of carbon per year. To convert, multiply the values below by 12.011",
            "LS2333",
            Severity.Error,
            true
        ),
        ["gcb: unknown area"] = ("gcb", l => l[Territorial][11][1] = "Atlantis", "LS2309", Severity.Warning, true),
        ["gcb: groups among countries"] = ("gcb", _ => { }, "LS2308", Severity.Note, true),
        ["gcb: combined country"] = ("gcb", _ => { }, "LS2307", Severity.Note, true),
        ["gcb: number as text"] = ("gcb", l => l[Territorial][13][1] = "10", "LS2306", Severity.Note, true),
        ["gcb: blank rows at the foot"] = (
            "gcb",
            l =>
                l[Territorial]
                    .AddRange([
                        [],
                        [],
                    ]),
            "LS2313",
            Severity.Note,
            true
        ),
        ["gcb: row without year"] = ("gcb", l => l[Territorial][13][0] = "soon", "LS2016", Severity.Error, true),
        ["gcb: year twice"] = ("gcb", l => l[Territorial][13][0] = 1990, "LS2012", Severity.Error, true),
        ["gcb: no edition"] = ("gcb", l => l.Sheets.RemoveAt(0), "LS2305", Severity.Warning, true),
        ["gcb-land: former state"] = ("gcb-land", _ => { }, "LS2308", Severity.Note, true),
        ["smhi: heading moved"] = ("smhi", l => l[Smhi].Insert(3, ["Obs"]), "LS2302", Severity.Note, true),
        ["smhi: heading gone"] = ("smhi", l => l[Smhi].RemoveAt(5), "LS2350", Severity.Error, false),
        ["smhi: sheet gone"] = ("smhi", l => l.Rename(Smhi, "Metan (CH4)"), "LS2300", Severity.Error, false),
        ["smhi: another unit"] = ("smhi", l => l[Smhi][2][0] = "Enhet: kg/år", "LS2304", Severity.Error, false),
        ["smhi: no unit said"] = ("smhi", l => l[Smhi][2][0] = "", "LS2303", Severity.Warning, true),
        ["smhi: no date"] = ("smhi", l => l[Smhi][0][1] = "Länsrapport", "LS2305", Severity.Warning, true),
        ["smhi: unknown sector"] = ("smhi", l => l[Smhi][8][1] = "Rymdfart", "LS2312", Severity.Warning, true),
        ["smhi: sectors do not add up"] = ("smhi", l => l[Smhi][6][4] = 321, "LS2013", Severity.Warning, true),
        ["smhi: sub-sectors do not add up"] = ("smhi", l => l[Smhi][20][4] = 90, "LS2351", Severity.Warning, true),
        ["smhi: more in the nation"] = (
            "smhi",
            l =>
            {
                l[Smhi][6][6] = 290;
                l[Smhi][10][6] = 190;
            },
            "LS2352",
            Severity.Note,
            true
        ),
        ["smhi: unknown county"] = (
            "smhi",
            l => Each(l, r => r.Contains("Skåne län"), r => r[2] = "Skane och Blekinge"),
            "LS2353",
            Severity.Warning,
            true
        ),
        ["smhi: another substance"] = ("smhi", l => l[Smhi][5][6] = "CH4", "LS2354", Severity.Warning, true),
        ["smhi: number as text"] = ("smhi", l => l[Smhi][8][4] = "80", "LS2306", Severity.Note, true),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trap_InASmallWorkbook_IsNamed(string name)
    {
        var (format, change, id, severity, plans) = Cases[name];
        var layout = Sound(format);
        change(layout);

        var result = Imported.Bytes(layout.Bytes(), new ImportOptions { Format = format }, "small.xlsx");

        Assert.Contains(result.Diagnostics, d => d.Id == id && d.Severity == severity);
        Assert.Equal(plans, result.Plans.Count > 0);
        foreach (var plan in result.Plans)
        {
            Imported.Plan(plan);
        }
    }

    [Theory]
    [InlineData("edgar", 3)]
    [InlineData("gcb", 2)]
    [InlineData("gcb-land", 2)]
    [InlineData("smhi", 4)]
    public void SoundWorkbook_IsRecognisedByItsSheets_AndHasNoFault(string format, int plans)
    {
        var result = Imported.Bytes(Sound(format).Bytes(), name: "any-name.bin");

        Assert.Equal(plans, result.Plans.Count);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity != Severity.Note);
        Assert.DoesNotContain(result.Diagnostics, d => d.Id is "LS2302");
    }

    [Fact]
    public void HeadingThatMoved_ChangesNoFigure()
    {
        foreach (var format in new[] { "edgar", "gcb", "gcb-land", "smhi" })
        {
            var moved = Sound(format);
            foreach (var (_, rows) in moved.Sheets)
            {
                rows.Insert(0, ["Downloaded by somebody"]);
            }

            Assert.Equal(Figures(Sound(format)), Figures(moved));
        }
    }

    [Fact]
    public void Subscripts_InSheetsUnitsAndSubstances_AreTheSameWords()
    {
        var smhi = SheetLayouts.Smhi().Rename(Smhi, "Koldioxid (CO₂)");
        smhi["Koldioxid (CO₂)"][5][4] = "CO₂";
        Assert.Equal(Figures(SheetLayouts.Smhi()), Figures(smhi));

        var edgar = SheetLayouts.Edgar();
        edgar["info"][3][0] = "values in GHG_by_sector_and_country sheet are expressed in Mt CO₂eq/yr";
        edgar[Sectors][1][0] = "CO₂";
        edgar[Sectors][3][0] = "GWP_100_AR5_CH₄";
        Assert.Equal(Figures(SheetLayouts.Edgar()), Figures(edgar));
    }

    [Fact]
    public void BlankCell_IsNotOccurring_OnlyWhereTheTotalShowsIt()
    {
        var layout = SheetLayouts.Edgar();
        var methane = Imported.Plan(Only(layout, "SWE")).Inventories[0].Rows.Single(r => r.Id == "ch4-waste").Series;
        Assert.Equal("NO", methane[2022].ToString());

        // 10 t more in the printed total: something is missing, and nobody can say where.
        layout[Totals][1][4] = 19.5;
        var doubtful = Only(layout, "SWE");
        Assert.Equal(
            "",
            Imported.Plan(doubtful).Inventories[0].Rows.Single(r => r.Id == "ch4-waste").Series[2022].ToString()
        );
        Assert.Contains(doubtful.Diagnostics, d => d.Id == "LS2013" && d.Place.Cell == "GHG_totals_by_country!E2");
    }

    [Fact]
    public void DerivedFigures_ByHand()
    {
        // 13.5 Mt at 5 t a person are 2.7 million people; at 0.1 t per thousand dollars 135 thousand million dollars.
        var import = Only(SheetLayouts.Edgar(), "SWE");
        Assert.Equal("2700000", Imported.Plan(import).Population![2020].ToString());
        Assert.Contains("edgar-2030-population", Imported.Plan(import).Sources.Select(s => s.Id));
        Assert.Equal("edgar-2030-ghg", Imported.Plan(import).Inventories[0].Id);
    }

    [Fact]
    public void Carbon_TimesTheStatedFactor_ByHand()
    {
        var layout = SheetLayouts.Fossil();
        layout[Territorial][1][1] =
            "All values in million tonnes of carbon per year. For CO2, multiply the values below by 3.66";
        layout[Territorial][2][1] = "1MtC = 1 million tonne of carbon = 3.66 million tonnes of CO2";
        var result = Imported.Bytes(layout.Bytes(), new ImportOptions { Only = ["Sweden"] });
        var series = Imported.Plan(result).Inventories[0].Rows[0].Series;

        // 10 Mt C x 3.66 = 36.6 Mt CO2; 1990 is blank before the first figure, so the series begins in 1991.
        Assert.Equal(
            ["36.6", "32.94"],
            series.Cells.Select(c => c.Cell.ToString()[..Math.Min(5, c.Cell.ToString().Length)])
        );
        Assert.Equal(1991, series.Cells[0].Year);
        Assert.Contains(result.Diagnostics, d => d.Id == "LS2332");
    }

    private static SheetLayout Sound(string format) =>
        format switch
        {
            "edgar" => SheetLayouts.Edgar(),
            "gcb" => SheetLayouts.Fossil(),
            "gcb-land" => SheetLayouts.Land(),
            _ => SheetLayouts.Smhi(),
        };

    private static ImportResult Only(SheetLayout layout, string place) =>
        Imported.Bytes(layout.Bytes(), new ImportOptions { Only = [place] });

    private static string[] Figures(SheetLayout layout) =>
        [
            .. Imported
                .Bytes(layout.Bytes())
                .Plans.Select(Imported.Plan)
                .SelectMany(p => p.Inventories.SelectMany(i => i.Rows).Select(r => $"{p.Id}: {r.Id} {Cells(r)}")),
        ];

    private static string Cells(InventoryRow row) =>
        string.Join(' ', row.Series.Cells.Select(c => $"{c.Year}={c.Cell}"));

    private static void Each(SheetLayout layout, Func<List<object?>, bool> which, Action<List<object?>> change)
    {
        foreach (var row in layout.Sheets.SelectMany(s => s.Rows).Where(which))
        {
            change(row);
        }
    }
}
