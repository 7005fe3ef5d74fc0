// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Climate;

/// <summary>The published FaIR sets as their files lie in the publishers' data.</summary>
internal static class FairSets
{
    public const string Edition141 = "climate/fair-1.4.1";
    public const string Edition145 = "climate/fair-1.4.5";

    public static CalibrationReading Read(string folder)
    {
        var path = PublisherData.RequireFolder(folder);
        return FairFolder.Read(Directory.GetFiles(path).Select(f => Path.GetFileName(f)), n => Open(folder, n));
    }

    public static Calibration Whole(string folder)
    {
        var reading = Read(folder);
        Assert.DoesNotContain(reading.Problems, p => p.IsError);
        return reading.Calibration!;
    }

    public static TextReader? Open(string folder, string name)
    {
        var path = PublisherData.RequireFile($"{folder}/{name}");
        return File.OpenText(path);
    }
}
