// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.Imports;

namespace Lodestar.Benchmarks;

/// <summary>
/// A table of scenarios with a million values. The peer reads the same bytes with CsvHelper and turns each value into a
/// number; Lodestar imports the file: heading, regions, variables, units, and the loss report.
/// </summary>
internal static class ReadIamc
{
    private const int Rows = 10_000;
    private const int Years = 100;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("lodestar-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "scenarios.csv");
            Write(path);
            Measure.Title(
                $"{Rows * Years:N0} values of scenarios in one file ({new FileInfo(path).Length / 1e6:N1} MB, wide layout)"
            );
            var sum = 0.0;
            var peer = Measure.Median(3, () => sum = Peer(path));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            long rows = 0;
            var own = Measure.Median(3, () => rows = Import(path));
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / 4.0;

            Measure.Line("peer: CsvHelper, every value to a number", Measure.Milliseconds(peer));
            Measure.Line("Lodestar, import", Measure.Milliseconds(own), Measure.Times(own / peer, "the peer"));
            Measure.Line(
                "allocated an import",
                string.Create(CultureInfo.InvariantCulture, $"{allocated / 1048576:N1} MiB")
            );
            GC.KeepAlive((sum, rows));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Import(string path)
    {
        using var stream = File.OpenRead(path);
        var result = Importer.Import(stream, path, new ImportOptions { Only = ["World"], MaxBytes = 1L << 30 });
        return result.Loss.RowsRead == Rows
            ? result.Loss.RowsUsed
            : throw new InvalidOperationException("Rows are lost.");
    }

    private static double Peer(string path)
    {
        using var csv = CsvHelper.CsvReader.Create(File.ReadAllBytes(path));
        var sum = 0.0;
        var isHeading = true;
        while (csv.Read())
        {
            for (var i = 5; i < csv.FieldCount && !isHeading; i++)
            {
                sum += double.Parse(csv.GetString(i), CultureInfo.InvariantCulture);
            }

            isHeading = false;
        }

        return sum;
    }

    private static void Write(string path)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.Write("Model,Scenario,Region,Variable,Unit");
        for (var year = 0; year < Years; year++)
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $",{2001 + year}"));
        }

        file.Write('\n');
        // One row in a hundred is of the region asked for, as in a file of a scenario database.
        var random = new Random(1);
        for (var row = 0; row < Rows; row++)
        {
            var region = row % 100 == 0 ? "World" : $"R10REGION{row % 10}";
            file.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MODEL {row / 1000},scenario {row},{region},Emissions|CO2,Mt CO2/yr"
                )
            );
            for (var year = 0; year < Years; year++)
            {
                file.Write(string.Create(CultureInfo.InvariantCulture, $",{random.NextDouble() * 40_000:F4}"));
            }

            file.Write('\n');
        }
    }
}
