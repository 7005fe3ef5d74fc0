// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Hdf5;
using Lodestar.Testing;

namespace Lodestar.Data.Tests.Imports.Hdf5;

public sealed class Hdf5FileTests
{
    private static byte[] Primap =>
        File.ReadAllBytes(PublisherData.RequireFile("primap-hist/primap2_multisource_2018-2022.nc"));

    [Fact]
    public void PublishedFile_Datasets_AreThoseOfTheFile()
    {
        var file = Hdf5File.Open(Primap);

        Assert.Equal(26, file.Datasets.Count);
        Assert.Equal([5L, 24, 216, 1, 17], file.Datasets["CO2"].Shape);
        Assert.Equal("CO2 * gigagram / a", file.Datasets["CO2"].Attributes["units"].Text);
        Assert.Equal("days since 1750-01-01", file.Datasets["time"].Attributes["units"].Text);
        Assert.Equal("version=2,h5netcdf=1.3.0,hdf5=1.12.2,h5py=3.10.0", file.Attributes["_NCProperties"].Text);
        // h5dump -d /time
        Assert.Equal([97885, 98250, 98615, 98981, 99346], file.Datasets["time"].ReadNumbers());
        var areas = file.Datasets["area (ISO3)"].ReadTexts();
        Assert.Equal((216, "ABW", "NAM", "ZWE"), (areas.Length, areas[0], areas[138], areas[^1]));
    }

    /// <summary>Figures of h5dump 1.10.8: <c>h5dump -d /CO2 -s "y,c,a,0,s" -c 1,1,1,1,1 -m %.17g</c>.</summary>
    [Theory]
    [InlineData("CO2", "SWE", "M.0.EL", 2022, 13, 39191.197999999997)]
    [InlineData("CO2", "SWE", "0", 2018, 13, 4193.7758000000003)]
    [InlineData("CO2", "SWE", "M.LULUCF", 2022, 13, -40759.258000000002)]
    [InlineData("CO2", "SWE", "2.C", 2021, 13, 2951.8416)]
    [InlineData("CO2", "SWE", "1.B.2", 2022, 13, 0.0)]
    [InlineData("CO2", "AFG", "0", 2018, 13, 22137.507000000001)]
    public void PublishedFile_Cells_AreThoseOfH5dump(
        string gas,
        string area,
        string category,
        int year,
        int source,
        double expected
    )
    {
        var file = Hdf5File.Open(Primap);
        var a = Array.IndexOf(file.Datasets["area (ISO3)"].ReadTexts(), area);
        var c = Array.IndexOf(file.Datasets["category (IPCC2006_PRIMAP)"].ReadTexts(), category);
        var all = file.Datasets[gas].ReadNumbers();
        var one = file.Datasets[gas].ReadNumbers([year - 2018, c, a, 0, source], [1, 1, 1, 1, 1]);

        Assert.Equal(expected, Assert.Single(one));
        Assert.Equal(expected, all[(((year - 2018) * 24 + c) * 216 + a) * 17 + source]);
    }
}
