// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;
using Lodestar.Planning.Assessment;

namespace Lodestar.Benchmarks;

/// <summary>
/// 1,000 plans from bytes to verdict. The peer reads the same bytes with the same two libraries into plain lists and
/// stops there: what parsing alone costs.
/// </summary>
internal static class AssessPlans
{
    private const int Plans = 1000;
    private static readonly DateOnly Date = new(2026, 11, 22);

    public static void Run()
    {
        var plans = Variations().Take(Plans).ToList();
        var bytes = plans.Sum(p => p.Sum(f => (long)f.Value.Length));
        Measure.Title(
            $"{Plans} plans assessed end to end ({bytes / 1e6:N1} MB of files: the samples, each row scaled so that no two are alike)"
        );

        var findings = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var one = Measure.Median(5, () => findings = plans.Sum(Assess));
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / 6.0 / Plans;
        var both = Measure.Median(5, () => findings = plans.AsParallel().Sum(Assess));
        var peer = Measure.Median(5, () => findings = plans.Sum(ParseOnly));

        Measure.Line("peer: CsvHelper and YamlDotNet, parse only, one thread", Measure.Milliseconds(peer));
        Measure.Line("Lodestar, one thread", Measure.Milliseconds(one), Measure.Times(one / peer, "the peer"));
        Measure.Line("Lodestar, all processors", Measure.Milliseconds(both), Measure.Times(both / peer, "the peer"));
        Measure.Line(
            "a plan, one thread",
            string.Create(CultureInfo.InvariantCulture, $"{one.TotalMicroseconds / Plans:N0} µs")
        );
        Measure.Line("allocated a plan", string.Create(CultureInfo.InvariantCulture, $"{allocated / 1024:N0} KiB"));
        GC.KeepAlive(findings);
    }

    private static int Assess(PlanFiles files) => Assessor.Assess(PlanReader.Read(files).Plan, Date).Findings.Count;

    private static int ParseOnly(PlanFiles files)
    {
        var parsed = 0;
        foreach (var (path, content) in files)
        {
            if (path.EndsWith(".yaml", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(new MemoryStream(content.ToArray()), Encoding.UTF8);
                var parser = new YamlDotNet.Core.Parser(reader);
                while (parser.MoveNext())
                {
                    parsed++;
                }
            }
            else if (path.EndsWith(".csv", StringComparison.Ordinal))
            {
                using var csv = CsvHelper.CsvReader.Create(content);
                while (csv.Read())
                {
                    for (var i = 0; i < csv.FieldCount; i++)
                    {
                        parsed += csv.GetString(i).Length;
                    }
                }
            }
        }

        return parsed;
    }

    /// <summary>The samples over and over, every number of the inventory multiplied by a factor of its own.</summary>
    private static IEnumerable<PlanFiles> Variations()
    {
        var samples = Samples.All();
        for (var i = 0; ; i++)
        {
            var files = samples[i % samples.Count];
            var factor = 1 + i / 10_000.0;
            foreach (var path in files.Paths.Where(p => p.StartsWith("inventory/", StringComparison.Ordinal)).ToList())
            {
                files.TryGet(path, out var content);
                files = files.With(path, Scale(content, factor));
            }

            yield return files;
        }
    }

    private static byte[] Scale(ReadOnlyMemory<byte> content, double factor)
    {
        var lines = Encoding.UTF8.GetString(content.Span).Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            for (var c = 0; c < cells.Length; c++)
            {
                if (
                    cells[c].Contains('.', StringComparison.Ordinal)
                    && double.TryParse(cells[c], CultureInfo.InvariantCulture, out var number)
                )
                {
                    cells[c] = (number * factor).ToString("F3", CultureInfo.InvariantCulture);
                }
            }

            lines[i] = string.Join(',', cells);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
