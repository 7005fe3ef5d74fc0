// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Series;

namespace Lodestar.Data.Tests.PlanFolder;

public sealed class BadInputTests
{
    private const string Table = "inventory/la-subset.csv";

    [Theory]
    // Keys and values: file, what stands there, what is written instead, id, line, column.
    [InlineData("plan.yaml", "kind: city", "kind: citty", "LS1304", 4, 7, "city")]
    [InlineData("plan.yaml", "horizon: 2045", "horizont: 2045", "LS1301", 8, 1, "horizon")]
    [InlineData("plan.yaml", "base_year: 2006", "base_year: 206", "LS1309", 7, 12, null)]
    [InlineData("plan.yaml", "id: glasgow", "id: Glasgow City", "LS1305", 2, 5, "glasgow-city")]
    [InlineData("plan.yaml", "176.36 km2", "176.36 kmm2", "LS1311", 11, 7, null)]
    [InlineData("plan.yaml", "176.36 km2", "176.36 kWh", "LS1312", 11, 7, null)]
    [InlineData("plan.yaml", "country: GB", "country: UKX", "LS1324", 5, 10, null)]
    [InlineData("plan.yaml", "currency: GBP", "currency: £", "LS1325", 10, 11, null)]
    [InlineData("plan.yaml", "inventory: 1 yr", "inventory: yearly", "LS1315", 13, 21, null)]
    [InlineData("plan.yaml", "source: uk-la-2022", "source: uk-la-2021", "LS1316", 23, 13, "uk-la-2022")]
    [InlineData("plan.yaml", "published: 2022-06-30", "published: 30.6.2022", "LS1307", 22, 16, null)]
    [InlineData("plan.yaml", "published: 2022-06-30", "published: 2022-06-31", "LS1308", 22, 16, null)]
    [InlineData("plan.yaml", "https://www.gov.uk/", "javascript:alert(1)", "LS1326", 31, 10, null)]
    [InlineData(
        "plan.yaml",
        "file: inventory/la-subset.csv",
        "file: inventory/la-subsett.csv",
        "LS1318",
        16,
        11,
        "inventory/la-subset.csv"
    )]
    [InlineData("plan.yaml", "file: inventory/la-subset.csv", "file: ../secret.csv", "LS1319", 16, 11, null)]
    [InlineData("plan.yaml", "lodestar-plan@1", "lodestar-plan@9", "LS1320", 1, 9, null)]
    [InlineData("plan.yaml", "horizon: 2045", "horizon: 1990", "LS1409", 8, 10, null)]
    [InlineData("plan.yaml", "gases: [CO2]", "gases: CO2", "LS1303", 21, 12, null)]
    [InlineData("plan.yaml", "gases: [CO2]", "gases: [CO3]", "LS1322", 21, 13, "CO2")]
    [InlineData("targets.yaml", "stated: 2021-06-15", "note: x", "LS1301", 7, 9, null)]
    [InlineData("targets.yaml", "stated: 2021-06-15", "stated:", "LS1405", 5, 9, null)]
    [InlineData("targets.yaml", "cut: 30 %", "cut: 0.3", "LS1313", 19, 42, "30 %")]
    [InlineData("targets.yaml", "cut: 30 %", "cut: 300 %", "LS1314", 19, 42, null)]
    [InlineData("targets.yaml", "level: 1500 kt CO2", "level: 1 500 kt CO2", "LS1327", 20, 44, "1500 kt CO2")]
    [InlineData("targets.yaml", "level: 1500 kt CO2", "level: 1500", "LS1310", 20, 44, null)]
    [InlineData("targets.yaml", "level: 1500 kt CO2", "note: x", "LS1323", 20, 13, null)]
    [InlineData("targets.yaml", "inventory: la-subset", "inventory: la-subsets", "LS1317", 11, 20, "la-subset")]
    [InlineData("targets.yaml", "net_zero_year: 2030", "net_zero_year: 2005", "LS1404", 21, 24, null)]
    [InlineData("targets.yaml", "net_zero_year: 2030", "net_zero_year: 2024", "LS1403", 20, 31, null)]
    [InlineData("targets.yaml", "year: 2025", "year: 2019", "LS1401", 20, 31, null)]
    [InlineData("targets.yaml", "year: 2025", "year: 2020", "LS1402", 20, 31, null)]
    [InlineData("targets.yaml", "id: m2025", "id: m2020", "LS1306", 20, 18, null)]
    [InlineData("targets.yaml", "residual: 0 kt CO2", "residual: 5 %", "LS1408", 22, 19, null)]
    [InlineData("targets.yaml", "sectors: all", "sectors: [i.1]", "LS1321", 13, 21, "I.1")]
    // Notation.
    [InlineData("plan.yaml", "country: GB", "\tcountry: GB", "LS1202", 5, 1, null)]
    [InlineData("plan.yaml", "country: GB", "country: &c GB", "LS1203", 5, 10, null)]
    [InlineData("plan.yaml", "country: GB", "country: *c", "LS1203", 5, 10, null)]
    [InlineData("plan.yaml", "country: GB", "country: !!str GB", "LS1204", 5, 10, null)]
    [InlineData("plan.yaml", "country: GB", "kind: region", "LS1206", 5, 1, null)]
    [InlineData("plan.yaml", "country: GB", "country: \"GB", "LS1201", 5, 10, null)]
    [InlineData("plan.yaml", "country: GB", "? [a, b]\n: GB", "LS1209", 5, 3, null)]
    public void Read_BadValue_NamesItsPlaceAndGuess(
        string file,
        string old,
        string text,
        string id,
        int line,
        int column,
        string? guess
    )
    {
        var reading = PlanReader.Read(Plans.Changed(file, old, text));

        var found = Assert.Single(reading.Diagnostics, d => d.Id == id && d.Place.Line == line);
        Assert.Equal(new Place(file, line, column), found.Place);
        if (guess is not null)
        {
            Assert.Contains(guess, found.DidYouMean);
        }

        Assert.Equal("Glasgow", reading.Plan.Name);
        Assert.Equal(3, reading.Plan.Inventories.Sum(i => i.Rows.Count));
    }

    [Theory]
    [InlineData("696.66", "\"1 234,5\"", "LS1327", "L2", "1234.5")]
    [InlineData("696.66", "\"1,234\"", "LS1327", "L2", "1234")]
    [InlineData("696.66", "n/a", "LS1508", "L2", "NE")]
    [InlineData("696.66", "ne", "LS1508", "L2", "NE")]
    [InlineData("696.66", "NaN", "LS1508", "L2", null)]
    [InlineData("IE:II.1.1", "IE:II.9.9", "LS1321", "N3", null)]
    [InlineData(",I.1.1,", ",I.1.l,", "LS1321", "B2", "I.1.1")]
    [InlineData("Domestic gas,gas,,kt CO2,", "Domestic gas,gas,,kt CO9,", "LS1311", "F2", null)]
    [InlineData("Domestic gas,gas,,kt CO2,", "Domestic gas,gas,,kWh,", "LS1520", "F2", null)]
    [InlineData("Domestic gas,gas,,kt CO2,", "Domestic gas,gas,,,", "LS1511", "F2", null)]
    [InlineData("rail,II", "domestic-gas,II", "LS1510", "A3", null)]
    [InlineData("rail,II", ",II", "LS1509", "A3", null)]
    [InlineData("rail,II", "Rail,II", "LS1305", "A3", "rail")]
    [InlineData("high", "hihg", "LS1304", "H2", "high")]
    [InlineData("5 %", "5", "LS1313", "I2", null)]
    [InlineData("uk-la-2022,high", "uk-la-2012,high", "LS1316", "G2", "uk-la-2022")]
    [InlineData("\"Rail, all\"", "\"Rail\" all", "LS1513", "C3", null)]
    [InlineData("\"Rail, all\"", "\"Rail", "LS1512", "C3", null)]
    [InlineData("696.66,665.61", "696.66,665.61,1", "LS1507", "O2", null)]
    [InlineData("sectors,,total", "sectors,,", "LS1518", "B4", null)]
    [InlineData(",2007", ",2006", "LS1505", "N1", null)]
    [InlineData(",2007", ",3007", "LS1309", "N1", null)]
    [InlineData(",2007", ",FY2007", "LS1506", "N1", "2007")]
    [InlineData(",note,", ",notte,", "LS1503", "K1", "note")]
    [InlineData(",note,", ",label,", "LS1504", "K1", null)]
    [InlineData(",note,", ",value,", "LS1514", "K1", null)]
    public void Read_BadCell_NamesItsCellAndKeepsTheRest(string old, string text, string id, string cell, string? guess)
    {
        var reading = PlanReader.Read(Plans.Changed(Table, old, text));

        var found = Assert.Single(reading.Diagnostics, d => d.Id == id && d.Place.Cell == cell);
        Assert.Equal(int.Parse(cell[1..], System.Globalization.CultureInfo.InvariantCulture), found.Place.Line);
        if (guess is not null)
        {
            Assert.Contains(guess, found.DidYouMean);
        }

        Assert.Contains(reading.Plan.Inventories[0].Rows, r => r.Series.NumberYears.Any());
    }

    [Fact]
    public void Read_BadCell_IsMissingAndNeverZero()
    {
        var row = PlanReader.Read(Plans.Changed(Table, "696.66", "6.9.6")).Plan.Inventories[0].Rows[0];

        Assert.Equal(CellKind.Missing, row.Series[2005].Kind);
        Assert.Equal(Cell.Of(665.61), row.Series[2006]);
    }

    [Theory]
    [InlineData(";", "plan-part.semicolons")]
    [InlineData("\t", "plan-part.tabs")]
    public void Read_OtherSeparator_PointsToTheImporter(string separator, string name)
    {
        var table = "id;category;unit;2005\ngas;I.1.1;kt CO2;1,5\n".Replace(";", separator, StringComparison.Ordinal);

        var found = Plans.Single(PlanReader.Read(Plans.With(Table, table)), "LS1501");

        Assert.Equal(new Place(Table, 1), found.Place);
        Assert.Contains(found.Reason.Values, v => v.Value.Equals(Message.Of(name)));
    }

    [Theory]
    [InlineData("id,2005\ngas,1\n", "unit")]
    [InlineData("unit,2005\nkt CO2,1\n", "id")]
    [InlineData("id,unit\ngas,kt CO2\n", "year")]
    [InlineData("id,unit,year\ngas,kt CO2,2005\n", "value")]
    public void Read_MissingColumn_NamesIt(string table, string column)
    {
        var found = Plans.Single(PlanReader.Read(Plans.With(Table, table)), "LS1502");

        Assert.Contains(found.Reason.Values, v => v.Value.Equals(column));
        Assert.Equal(1, found.Place.Line);
    }

    [Fact]
    public void Read_Utf8Mark_IsAccepted()
    {
        var files = Plans.Good;
        foreach (var path in files.Paths.ToArray())
        {
            files = files.With(path, Plans.Bytes("\uFEFF" + Plans.Text(files, path)));
        }

        var reading = PlanReader.Read(files);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Plans.Said(PlanReader.Read(Plans.Good).Plan), Plans.Said(reading.Plan));
    }

    [Fact]
    public void Read_WindowsLineEnds_ReadTheSame()
    {
        var files = Plans.Good;
        foreach (var path in files.Paths.ToArray())
        {
            files = files.With(
                path,
                Plans.Bytes(Plans.Text(files, path).Replace("\n", "\r\n", StringComparison.Ordinal))
            );
        }

        var reading = PlanReader.Read(files);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Plans.Said(PlanReader.Read(Plans.Good).Plan), Plans.Said(reading.Plan));
    }

    [Theory]
    [InlineData("utf-16", true, "UTF-16 LE", 1)]
    [InlineData("utf-16BE", true, "UTF-16 BE", 1)]
    [InlineData("utf-16", false, "UTF-16 LE", 1)]
    [InlineData("iso-8859-1", false, "Windows-1252", 2)]
    public void Read_OtherEncoding_SaysWhatItLooksLikeAndReadsOn(string name, bool mark, string looksLike, int line)
    {
        var encoding = Encoding.GetEncoding(name);
        var table = "id,label,unit,2005\ngas,Wärme,kt CO2,1.5\n";
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(table)];

        var reading = PlanReader.Read(Plans.Good.With(Table, bytes));

        var found = Plans.Single(reading, "LS1101");
        Assert.Equal(new Place(Table, line), found.Place);
        Assert.Contains(found.Reason.Values, v => v.Value.Equals(looksLike));
        Assert.Equal("Wärme", reading.Plan.Inventories[0].Rows[0].Label);
    }

    [Fact]
    public void Read_Binary_IsNotText()
    {
        var bytes = Enumerable.Range(0, 4000).Select(i => (byte)(i * 31 % 256)).ToArray();

        Assert.Equal(Table, Plans.Single(PlanReader.Read(Plans.Good.With(Table, bytes)), "LS1102").Place.File);
    }

    [Fact]
    public void Read_AliasBomb_IsRefusedQuickly()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            var last = $"*a{i - 1}";
            bomb.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(last, 9))}]\n"
            );
        }

        var reading = PlanReader.Read(Plans.With("plan.yaml", bomb.ToString()));

        Assert.Contains(reading.Diagnostics, d => d.Id == "LS1203" && d.Place == new Place("plan.yaml", 1, 5));
        Assert.Contains(reading.Diagnostics, d => d.Id == "LS1000");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Read_DeepNesting_StopsAtTheBound(string open)
    {
        var deep = "name: x\nsources: \n  " + string.Concat(Enumerable.Repeat(open, 20_000));

        var reading = PlanReader.Read(Plans.With("plan.yaml", deep));

        Assert.Equal("plan.yaml", Plans.Single(reading, "LS1207").Place.File);
        Assert.Equal("x", reading.Plan.Name);
    }

    [Fact]
    public void Read_TooManyNodes_StopsAtTheBound()
    {
        var many = "name: x\ncodes:\n" + string.Concat(Enumerable.Range(0, 150_000).Select(i => $"  k{i}: {i}\n"));

        var reading = PlanReader.Read(Plans.With("plan.yaml", many));

        Plans.Single(reading, "LS1208");
        Assert.Equal("x", reading.Plan.Name);
    }

    [Fact]
    public void Read_SecondDocument_IsLeftOut() =>
        Assert.Equal(
            "LS1205",
            Assert.Single(PlanReader.Read(Plans.With("plan.yaml", Plans.PlanYaml + "---\nid: other\n")).Diagnostics).Id
        );

    [Fact]
    public void Read_SyntaxFault_KeepsWhatStandsBeforeAndAfter()
    {
        var reading = PlanReader.Read(Plans.Changed("plan.yaml", "horizon: 2045", "horizon: ]2045["));

        Assert.Equal(new Place("plan.yaml", 8, 10), Plans.Single(reading, "LS1201").Place);
        Assert.Equal(2006, reading.Plan.BaseYear);
        Assert.Equal("GBP", reading.Plan.Currency);
        Assert.Single(reading.Plan.Sources);
    }

    [Fact]
    public void Read_UnknownAndUnlistedFiles_AreNoted()
    {
        var files = Plans
            .Good.With("notes.txt", Plans.Bytes("x"))
            .With("model/heat.yaml", Plans.Bytes("x"))
            .With("inventory/other.csv", Plans.Bytes("id,unit,2005\nx,t CO2,1\n"));

        var reading = PlanReader.Read(files);

        Assert.Equal(["LS1004", "LS1003"], reading.Diagnostics.Select(d => d.Id));
        Assert.Equal(["la-subset", "other"], reading.Plan.Inventories.Select(i => i.Id));
        Assert.False(reading.HasErrors);
    }

    [Fact]
    public void Read_WithoutPlanYaml_TakesTheInventoriesThatAreThere()
    {
        var reading = PlanReader.Read(Plans.Good.Without("plan.yaml").With("Plan.yml", Plans.Bytes("x")));

        Assert.Equal(Place.Folder, Plans.Single(reading, "LS1001").Place);
        Assert.Equal(["Plan.yml"], Plans.Single(reading, "LS1001").DidYouMean);
        Assert.Equal("la-subset", Assert.Single(reading.Plan.Inventories).Id);
    }

    [Fact]
    public void Read_FloodOfFaults_IsCountedNotListed()
    {
        var table = "id,unit,2005\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"r{i},kt CO2,bad\n"));

        var diagnostics = PlanReader.Read(Plans.With(Table, table)).Diagnostics;

        Assert.Equal(100, diagnostics.Count(d => d.Id == "LS1508"));
        Assert.Contains(diagnostics.Single(d => d.Id == "LS1000").Reason.Values, v => v.Value.Equals(4_900));
    }

    [Fact]
    public void Read_NoBaseYearAnywhere_IsReported()
    {
        var files = Plans
            .Changed("plan.yaml", "base_year: 2006\n", "")
            .With(
                "targets.yaml",
                Plans.Bytes(
                    "targets:\n  - id: t\n    versions:\n      - {id: v, kind: base-year, stated: 2020-01-01}\n"
                )
            );

        Assert.Equal(new Place("targets.yaml", 4, 9), Plans.Single(PlanReader.Read(files), "LS1406").Place);
    }
}
