// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Lodestar.Formats.PlanFolder;

namespace Lodestar.Data.Crasher;

/// <summary>Files that anyone who knows the seed can write again, so that what was saved can be checked to the byte.</summary>
public static class SeededFiles
{
    public static PlanFiles Of(int seed)
    {
        var random = new Random(seed);
        // Now and then more than a page, so that commits of many frames and checkpoints are hit too.
        var noise = new byte[random.Next(10) == 0 ? random.Next(60_000) : random.Next(3_000)];
        random.NextBytes(noise);
        var text = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"format: lodestar-plan@1\nid: crash\nname: Save {seed}\n")
        );
        return new PlanFiles([
            new("plan.yaml", text),
            new("data/noise.bin", noise),
            new("data/always.csv", "id,unit,2020\nall,person,1\n"u8.ToArray()),
        ]);
    }
}
