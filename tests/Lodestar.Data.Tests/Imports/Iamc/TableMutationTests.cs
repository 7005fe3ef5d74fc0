// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Lodestar.Formats.Imports;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports.Iamc;

/// <summary>Tables with rows, columns and cells moved, lost, doubled or overwritten: diagnostics or plans, never an exception.</summary>
public sealed class TableMutationTests
{
    private static readonly string[] Odd =
    [
        "",
        "NA",
        "NO,NE",
        "-",
        "1e400",
        "1E99",
        "NaN",
        "\"",
        "2020",
        "total",
        "World",
        "SE",
        "4",
        "3.A",
        "\0",
        "é",
        "kt",
        "5 %",
        "12,5",
        "Emissions|CO2",
        "Emissions",
        "WEM",
        "99999999999999999999",
    ];

    private const string Country = """
        Table 10,,,,,
        Party,CRT category code,Category,Gas,Unit,2020,2021
        SE,1,Energy,CO2,kt,100,90
        SE,1.A,Fuel combustion,CO2,kt,95,85
        SE,1.B,Fugitive,CO2,kt,5,5
        SE,3,Agriculture,CH4,kt,1,NO
        SE,4,LULUCF,CO2,kt,-30,-31
        SE,5,Waste,CH4,kt CO2 eq,2,"NE,IE"
        SE,,Total (without LULUCF),CO2,kt,100,90
        NA,,Memo items,,,,
        NA,,International bunkers,CO2,kt,8,9

        """;

    private const string Projection = """
        code,category,gas,unit,scenario,2030,2040
        3,Agriculture,GHG,kt CO2 eq,With measures,10,9
        3,Agriculture,GHG,kt CO2 eq,With additional measures,8,5
        5,Waste,GHG,kt CO2 eq,WEM,1,1

        """;

    private const string Measures = """
        Name of mitigation action,Status,Sectors affected,Gases affected,Start year,Implementing entity,Impact 2030 (kt CO2 eq)
        Carbon tax,Implemented,Energy,"CO2, CH4",1991,Ministry of Finance,1200
        Peat rule,Planned,Bogs,CO2,2026,Agency,NE

        """;

    private const string Long = """
        Model;Scenario;Region;Variable;Unit;Year;Value
        M;A;SWE;Emissions|CO2;Mt CO2/yr;2020;50
        M;A;SWE;Emissions|CO2;Mt CO2/yr;2030;40
        M;A;World;Emissions|Kyoto Gases;Mt CO2-equiv/yr;2030;40

        """;

    [Theory]
    [InlineData("country")]
    [InlineData("projection")]
    [InlineData("measures")]
    [InlineData("iamc-long")]
    [InlineData("iamc-wide")]
    public void MutatedTables_GiveDiagnosticsOrPlans_NeverAnException(string layout)
    {
        var (text, format) = layout switch
        {
            "country" => (Country, "country-table"),
            "projection" => (Projection, "country-table"),
            "measures" => (Measures, "country-table"),
            "iamc-long" => (Long, "iamc"),
            _ => (
                string.Join('\n', File.ReadLines(PublisherData.RequireFile("pyam-data/tutorial_data.csv")).Take(40)),
                "iamc"
            ),
        };
        var random = new Random(11);
        var (plans, faults) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var options = new ImportOptions
            {
                Format = i % 2 == 0 ? format : null,
                PlaceName = i % 3 == 0 ? null : "Sweden",
                Only = format == "iamc" ? ["World"] : [],
                Scheme = i % 5 == 0 ? "crt" : null,
            };
            var result = Importer.Import(
                new MemoryStream(Encoding.UTF8.GetBytes(Change(text, random))),
                "mutated.csv",
                options
            );
            Assert.Equal(result.Loss.RowsRead, result.Loss.RowsUsed + result.Loss.RowsLeftOut);
            Assert.True(result.Plans.Count > 0 || result.HasErrors || result.Loss.RowsLeftOut > 0);
            plans += result.Plans.Count;
            faults += result.HasErrors ? 1 : 0;
        }

        Assert.True(plans > 50 && faults > 50, $"{plans} plans, {faults} refused");
    }

    private static string Change(string text, Random random)
    {
        var separator = text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var rows = text.Split('\n').Select(l => l.Split(separator).ToList()).ToList();
        for (var c = random.Next(1, 5); c > 0; c--)
        {
            var (row, other) = (random.Next(rows.Count), random.Next(rows.Count));
            var column = random.Next(rows.Max(r => r.Count));
            switch (random.Next(9))
            {
                case 0:
                    rows.RemoveAt(row);
                    break;
                case 1:
                    rows.Insert(other, [.. rows[row]]);
                    break;
                case 2:
                    rows.ForEach(r =>
                        r.RemoveRange(Math.Min(column, r.Count), Math.Min(1, Math.Max(0, r.Count - column)))
                    );
                    break;
                case 3:
                    rows.ForEach(r => r.Insert(Math.Min(column, r.Count), Odd[random.Next(Odd.Length)]));
                    break;
                case 4:
                    (rows[row], rows[other]) = (rows[other], rows[row]);
                    break;
                case 5:
                    rows = [.. rows.Take(row + 1)];
                    break;
                default:
                    if (column < rows[row].Count)
                    {
                        rows[row][column] = Odd[random.Next(Odd.Length)];
                    }

                    break;
            }

            if (rows.Count == 0)
            {
                return "";
            }
        }

        return string.Join('\n', rows.Select(r => string.Join(separator, r)));
    }
}
