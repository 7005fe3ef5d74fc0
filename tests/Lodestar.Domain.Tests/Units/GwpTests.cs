// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

public sealed class GwpTests
{
    // Printed tables of the reports: SAR, AR4, AR5 without feedback, AR6 for 100 years, AR6 for 20 years. NaN: not listed there.
    private static readonly (string Gas, double Sar, double Ar4, double Ar5, double Ar6, double Ar6Of20)[] Published =
    [
        ("CO2", 1, 1, 1, 1, 1),
        ("CH4", 21, 25, 28, 27.9, 81.2),
        ("N2O", 310, 298, 265, 273, 273),
        ("HFC23", 11700, 14800, 12400, 14600, 12400),
        ("HFC32", 650, 675, 677, 771, 2690),
        ("HFC41", 150, double.NaN, 116, 135, 485),
        ("HFC125", 2800, 3500, 3170, 3740, 6740),
        ("HFC134", 1000, double.NaN, 1120, 1260, 3900),
        ("HFC134a", 1300, 1430, 1300, 1530, 4140),
        ("HFC143", 300, double.NaN, 328, 364, 1300),
        ("HFC143a", 3800, 4470, 4800, 5810, 7840),
        ("HFC152", double.NaN, double.NaN, 16, 21.5, 77.6),
        ("HFC152a", 140, 124, 138, 164, 591),
        ("HFC161", double.NaN, double.NaN, 4, 4.84, 17.4),
        ("HFC227ea", 2900, 3220, 3350, 3600, 5850),
        ("HFC236cb", double.NaN, double.NaN, 1210, 1350, 3750),
        ("HFC236ea", double.NaN, double.NaN, 1330, 1500, 4420),
        ("HFC236fa", 6300, 9810, 8060, 8690, 7450),
        ("HFC245ca", 560, double.NaN, 716, 787, 2680),
        ("HFC245fa", double.NaN, 1030, 858, 962, 3170),
        ("HFC365mfc", double.NaN, 794, 804, 914, 2920),
        ("HFC4310mee", 1300, 1640, 1650, 1600, 3960),
        ("CF4", 6500, 7390, 6630, 7380, 5300),
        ("C2F6", 9200, 12200, 11100, 12400, 8940),
        ("C3F8", 7000, 8830, 8900, 9290, 6770),
        ("cC4F8", 8700, 10300, 9540, 10200, 7400),
        ("C4F10", 7000, 8860, 9200, 10000, 7300),
        ("C5F12", 7500, 9160, 8550, 9220, 6680),
        ("C6F14", 7400, 9300, 7910, 8620, 6260),
        ("C7F16", double.NaN, double.NaN, 7820, 8410, 6120),
        ("C8F18", double.NaN, double.NaN, 7620, 8260, 6010),
        ("C10F18", double.NaN, double.NaN, 7190, 7480, 5480),
        ("cC3F6", double.NaN, double.NaN, 9200, double.NaN, double.NaN),
        ("SF6", 23900, 22800, 23500, 25200, 18300),
        ("NF3", double.NaN, 17200, 16100, 17400, 13400),
        ("SO2F2", double.NaN, double.NaN, 4090, 4630, 7510),
        ("SF5CF3", double.NaN, 17700, 17400, 18500, 13900),
        ("CFC11", 3800, 4750, 4660, 6230, 8320),
        ("CFC12", 8100, 10900, 10200, 12500, 12700),
        ("HCFC22", 1500, 1810, 1760, 1960, 5690),
    ];

    // IPCC AR4 WGI table 2.14 and AR5 WGI table 8.A.1, 20 years.
    private static readonly (string Gas, double Ar4Of20, double Ar5Of20)[] PublishedOf20 =
    [
        ("CO2", 1, 1),
        ("CH4", 72, 84),
        ("N2O", 289, 264),
        ("HFC23", 12000, 10800),
        ("HFC32", 2330, 2430),
        ("HFC125", 6350, 6090),
        ("HFC134a", 3830, 3710),
        ("HFC143a", 5890, 6940),
        ("HFC152a", 437, 506),
        ("HFC227ea", 5310, 5360),
        ("HFC236fa", 8100, 6940),
        ("HFC245fa", 3380, 2920),
        ("HFC365mfc", 2520, 2660),
        ("HFC4310mee", 4140, 4310),
        ("SF6", 16300, 17500),
        ("NF3", 12300, 12800),
        ("CF4", 5210, 4880),
        ("C2F6", 8630, 8210),
        ("C3F8", 6310, 6640),
        ("cC4F8", 7310, 7110),
        ("C4F10", 6330, 6870),
        ("C5F12", 6510, 6350),
        ("C6F14", 6600, 5890),
    ];

    [Fact]
    public void Gwp_OfEachGas_IsThePublishedValue()
    {
        foreach (var (id, sar, ar4, ar5, ar6, ar6Of20) in Published)
        {
            var gas = Gas.Find(id)!;
            Assert.Equal(sar, GwpSet.SAR.Gwp(gas) ?? double.NaN);
            Assert.Equal(ar4, GwpSet.AR4.Gwp(gas) ?? double.NaN);
            Assert.Equal(ar5, GwpSet.AR5.Gwp(gas) ?? double.NaN);
            Assert.Equal(ar6, GwpSet.AR6.Gwp(gas) ?? double.NaN);
            Assert.Equal(ar6Of20, GwpSet.AR6Of20.Gwp(gas) ?? double.NaN);
        }
        foreach (var (id, ar4, ar5) in PublishedOf20)
        {
            Assert.Equal(ar4, GwpSet.AR4Of20.Gwp(Gas.Find(id)!));
            Assert.Equal(ar5, GwpSet.AR5Of20.Gwp(Gas.Find(id)!));
        }
    }

    [Fact]
    public void EveryKyotoGas_HasAPublishedValueToCompareWith()
    {
        var tested = Published.Select(row => row.Gas).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Gas.All.Where(gas => gas.IsKyoto && !tested.Contains(gas.Id)).Select(gas => gas.Id));
    }

    [Theory]
    [InlineData("AR4-100", 25.0, 25.0, 25.0)]
    [InlineData("AR4-20", 72.0, 72.0, 72.0)]
    [InlineData("AR5-100", 28.0, 30.0, 28.0)]
    [InlineData("AR5-20", 84.0, 85.0, 84.0)]
    [InlineData("AR6-100", 27.9, 29.8, 27.0)]
    [InlineData("AR6-20", 81.2, null, null)]
    public void Gwp_OfMethane_TellsOriginsApartWhereTheReportDoes(
        string set,
        double unspecified,
        double? fossil,
        double? nonFossil
    )
    {
        var gwp = GwpSet.Find(set)!;

        Assert.Equal(unspecified, gwp.Gwp(Gas.CH4));
        Assert.Equal(fossil, gwp.Gwp(Gas.CH4, MethaneOrigin.Fossil));
        Assert.Equal(nonFossil, gwp.Gwp(Gas.CH4, MethaneOrigin.NonFossil));
        Assert.NotNull(gwp.SourceOf(Gas.CH4));
        Assert.Equal(gwp.Gwp(Gas.N2O), gwp.Gwp(Gas.N2O, MethaneOrigin.Fossil));
    }

    [Fact]
    public void Gwp_OfWhatWarmsNotOrIsNotListed_IsNullNotZero()
    {
        foreach (var set in GwpSet.All)
        {
            Assert.Null(set.Gwp(Gas.C));
            Assert.Null(set.Gwp(Gas.Find("SO2")!));
            Assert.Null(set.SourceOf(Gas.C));
            Assert.All(Gas.All, gas => Assert.True(set.Gwp(gas) is null or > 0));
        }
        Assert.Null(GwpSet.AR4.Gwp(Gas.Find("HFC41")!));
    }

    [Theory]
    [InlineData("AR5", "AR5-100")]
    [InlineData("ar5", "AR5-100")]
    [InlineData("AR5-100", "AR5-100")]
    [InlineData("AR6 GWP20", "AR6-20")]
    [InlineData("GWP100 AR4", "AR4-100")]
    [InlineData("AR4GWP100", "AR4-100")]
    [InlineData("GWP-20 AR6", "AR6-20")]
    [InlineData("IPCC AR6", "AR6-100")]
    [InlineData("SAR", "SAR-100")]
    [InlineData("GWP100", null)]
    [InlineData("AR9", null)]
    [InlineData("AR5/AR6", null)]
    [InlineData("", null)]
    public void Find_BySpelling_GivesTheSet(string text, string? id) => Assert.Equal(id, GwpSet.Find(text)?.Id);

    [Fact]
    public void ToCO2e_OfMassAndFlow_NamesTheSet()
    {
        Assert.Equal(Q("28 kt CO2e_AR5"), GwpSet.AR5.ToCO2e(Q("1 kt CH4")));
        Assert.Equal(Q("30 kt CO2e_AR5/yr"), GwpSet.AR5.ToCO2e(Q("1 kt CH4/yr"), MethaneOrigin.Fossil));
        Assert.Equal(Q("1 Mt CO2e_AR6_20"), GwpSet.AR6Of20.ToCO2e(Q("1 Mt CO2")));
        Assert.True(
            GwpSet.AR4.TryToCO2e(Unit.Parse("g N2O/km"), MethaneOrigin.Unspecified, out var unit, out var factor)
        );
        Assert.Equal(("g CO2e_AR4/km", 298.0), (unit.Symbol, factor));
    }

    [Theory]
    [InlineData("1 t CO2e")]
    [InlineData("1 t")]
    [InlineData("1 t C")]
    [InlineData("1 EUR_2020/t CO2")]
    [InlineData("1 t CO2/t CH4")]
    [InlineData("1 t SO2")]
    public void ToCO2e_OfAnythingElse_IsRefused(string text)
    {
        Assert.Throws<UnitMismatchException>(() => GwpSet.AR5.ToCO2e(Q(text)));
        Assert.False(GwpSet.AR5.TryToCO2e(Q(text).Unit, MethaneOrigin.Unspecified, out var unit, out var factor));
        Assert.Equal((null, 0.0), (unit, factor));
    }

    [Fact]
    public void Read_WithAnAssumedSet_StatesItWhereTheTextDoesNot()
    {
        Assert.Equal("kt CO2e_AR5/yr", Unit.Read("kt CO2e/yr", GwpSet.AR5).Unit!.Symbol);
        Assert.Equal("kt CO2e_AR4/yr", Unit.Read("kt CO2e_AR4/yr", GwpSet.AR5).Unit!.Symbol);
        Assert.Equal("kt CO2e_AR4/yr", Unit.Read("kt CO2e/yr (AR4)", GwpSet.AR5).Unit!.Symbol);
        Assert.Equal("kt CO2", Unit.Read("kt CO2", GwpSet.AR5).Unit!.Symbol);
        Assert.Equal("t CO2e_AR6", Unit.Parse("t CO2e").AssumeGwpSet(GwpSet.AR6).Symbol);
        Assert.Equal("3 t CO2e_AR6", Quantity.Read("3 t CO2e", GwpSet.AR6).Quantity.ToString());
    }

    private static Quantity Q(string text) => Quantity.Read(text).Quantity!.Value;
}
