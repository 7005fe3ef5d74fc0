// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Data.Tests.Imports;

public sealed class WorkbookTests
{
    private static readonly object?[][] Table =
    [
        ["Emissions of Testby (kt CO2e)"],
        [],
        ["Sector", 2018, 2019],
        ["Residential", 1234.5, 0.1 + 0.2],
        ["Transport", "1,5", null],
        ["Waste", "NE", 3],
    ];

    private static readonly string[] Lines =
    [
        "Residential | I.1 | - | part | kt CO2e | 2018=1234.5 2019=0.30000000000000004",
        "Transport | II | - | part | kt CO2e | 2018=1.5 2019=_",
        "Waste | III | - | part | kt CO2e | 2018=NE 2019=3",
    ];

    [Fact]
    public void Workbook_WithATable_GivesItsCells()
    {
        var result = Imported.Bytes(Workbook.Of(("Data", Table)), name: "own.xlsx");

        Assert.Equal(Lines, Imported.Lines(result));
        Assert.Equal("Testby", Imported.Plan(result).Name);
        Assert.Contains("“Data”", Imported.Understood(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_WithSeveralSheets_TheFirstWithATableOrTheNamedOne()
    {
        object?[][] cover =
        [
            ["About this workbook"],
            ["It has two sheets."],
        ];
        object?[][] other =
        [
            ["Sector", 2020, 2021],
            ["Rail (kt CO2e)", 7, 8],
        ];
        var bytes = Workbook.Of(("Cover", cover), ("Data", Table), ("Other", other));

        Assert.Equal(Lines, Imported.Lines(Imported.Bytes(bytes)));
        Assert.Equal(
            ["Rail | II.2 | - | part | kt CO2e | 2020=7 2021=8"],
            Imported.Lines(Imported.Bytes(bytes, new ImportOptions { Sheet = "other" }))
        );
        var unknown = Imported.Bytes(bytes, new ImportOptions { Sheet = "Othre" });
        Assert.Equal("Other", Assert.Single(unknown.Diagnostics).DidYouMean[0]);
    }

    [Fact]
    public void Workbook_WithTwoTitlesMergedHeadsAndAUnitRow_GivesItsCells()
    {
        object?[][] rows =
        [
            ["Inventaire des émissions de gaz à effet de serre"],
            ["Ville de Testby-sur-Lys"],
            [],
            ["Secteur", "Sous-secteur", "Années"],
            [null, null, 2018, 2020],
            [null, null, "kt éq. CO2", "kt éq. CO2"],
            ["Bâtiments", "Résidentiel", 118.2, 110.1],
            [null, "Tertiaire", 88.4, 80.0],
            ["Agriculture", null, 8.0, 7.9],
            ["Industrie hors branche énergie", null, 29.9, 28.8],
            ["Total", null, 244.5, 226.8],
            ["Source : Atmo, juin 2021"],
        ];
        var result = Imported.Bytes(Workbook.Of(("GES", rows)), name: "inventaire.xlsx");

        Assert.Equal("Testby-sur-Lys", Imported.Plan(result).Name);
        Assert.Equal(
            [
                "Résidentiel | I.1 | - | part | kt CO2e | 2018=118.2 2020=110.1",
                "Tertiaire | I.2 | - | part | kt CO2e | 2018=88.4 2020=80",
                "Agriculture | V | - | part | kt CO2e | 2018=8 2020=7.9",
                "Industrie hors branche énergie | I.3 | - | part | kt CO2e | 2018=29.9 2020=28.8",
                "Total | total | - | total | kt CO2e | 2018=244.5 2020=226.8",
            ],
            Imported.Lines(result)
        );
        Assert.Empty(Imported.Ids(result));
        Assert.Contains("The unit is kt CO2e.", Imported.Understood(result), StringComparison.Ordinal);
    }

    [Fact]
    public void CellFault_OfAWorkbook_NamesSheetAndCell()
    {
        object?[][] rows =
        [
            ["Sector", 2018, 2019],
            ["Rail (kt CO2e)", 7, "seven"],
        ];
        var result = Imported.Bytes(Workbook.Of(("Data", rows)));

        Assert.Equal("Data!C2", result.Diagnostics.Single(d => d.Id == "LS2010").Place.Cell);
    }

    [Fact]
    public void WorkbookBomb_IsRefusedBeforeItIsParsed()
    {
        var parts = new (string, byte[])[] { ("xl/worksheets/sheet1.xml", new byte[40 << 20]) };
        var bytes = Workbook.Zip(parts);
        Assert.True(bytes.Length < 100_000);

        var result = Imported.Bytes(bytes, name: "own.xlsx");

        Assert.Equal(["LS2006"], Imported.Ids(result));
    }

    [Fact]
    public void WorkbookOfManyParts_IsRefused()
    {
        var parts = Enumerable.Range(0, 5_001).Select(i => ($"xl/part{i}.xml", "x"));

        Assert.Equal(["LS2006"], Imported.Ids(Imported.Bytes(Workbook.Zip(parts))));
    }

    [Fact]
    public void Workbook_DamagedOrLocked_IsSaid()
    {
        var bytes = Workbook.Zip([("xl/workbook.xml", "<not xml"), ("[Content_Types].xml", "")]);
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        Assert.Equal(["LS2007"], Imported.Ids(Imported.Bytes(bytes)));
        Assert.Equal(["LS2007"], Imported.Ids(Imported.Bytes(old)));
    }

    [Fact]
    public void Workbook_WithADocumentTypeOfEntities_IsNotExpanded()
    {
        var good = Workbook.Of(("Data", Table));
        const string Bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><workbook>&b;</workbook>";
        using var memory = new MemoryStream();
        memory.Write(good);
        using (
            var zip = new System.IO.Compression.ZipArchive(
                memory,
                System.IO.Compression.ZipArchiveMode.Update,
                leaveOpen: true
            )
        )
        {
            zip.GetEntry("xl/workbook.xml")!.Delete();
            using var entry = zip.CreateEntry("xl/workbook.xml").Open();
            entry.Write(System.Text.Encoding.UTF8.GetBytes(Bomb));
        }

        Assert.Equal(["LS2007"], Imported.Ids(Imported.Bytes(memory.ToArray())));
    }
}
