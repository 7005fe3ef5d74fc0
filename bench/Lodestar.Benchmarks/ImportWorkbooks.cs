// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Lodestar.Formats.Imports;

namespace Lodestar.Benchmarks;

/// <summary>
/// Publishers' workbooks from bytes to plan folders. The peer opens the same bytes with ExcelDataReader, asks for every
/// cell and stops there: no checks, no plans, no report.
/// </summary>
internal static class ImportWorkbooks
{
    private static readonly (string Name, string Path)[] Files =
    [
        ("all of EDGAR", "edgar/EDGAR_2024_GHG_booklet_2024.xlsx"),
        ("all of SMHI", "smhi-sweden/smhi_lansrapport_co2_2024-04-18.xlsx"),
    ];

    public static void Run()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var data =
            Environment.GetEnvironmentVariable("LODESTAR_DATA") ?? Path.Combine(Samples.Root(), "../shared/data");
        foreach (var (name, relative) in Files)
        {
            var path = Path.Combine(data, relative);
            if (!File.Exists(path))
            {
                Measure.Title($"{name}: the publisher's file is not here, so nothing was measured");
                continue;
            }

            var bytes = File.ReadAllBytes(path);
            Measure.Title($"{name} ({bytes.Length / 1e6:N1} MB workbook)");
            long cells = 0;
            var peer = Measure.Median(3, () => cells = Peer(bytes));
            var plans = 0;
            var own = Measure.Median(3, () => plans = Import(bytes, path));
            var (allocated, peak) = Memory(() => Plans(bytes, path));
            Measure.Line(
                $"peer: ExcelDataReader, {cells.ToString("N0", CultureInfo.InvariantCulture)} cells",
                Measure.Milliseconds(peer)
            );
            Measure.Line($"Lodestar, {plans} plans", Measure.Milliseconds(own), Measure.Times(own / peer, "the peer"));
            Measure.Line("allocated an import", Mebibytes(allocated));
            Measure.Line("live after it, with all plans held", Mebibytes(peak));
        }
    }

    private static int Import(byte[] bytes, string path) => Plans(bytes, path).Plans.Count;

    private static ImportResult Plans(byte[] bytes, string path)
    {
        using var stream = new MemoryStream(bytes);
        return Importer.Import(stream, path);
    }

    private static (long Allocated, long Live) Memory(Func<object> action)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var kept = action();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return (allocated, live);
    }

    private static string Mebibytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MiB");

    private static long Peer(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        long cells = 0;
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    cells += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        } while (reader.NextResult());

        return cells;
    }
}
