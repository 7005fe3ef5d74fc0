// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

public sealed class UnitTableTests
{
    private const string Header = "symbol,kind,dimension,factor,prefixes,display,symbols,names,order,source\n";

    [Fact]
    public void FromCsv_OwnUnits_AreReadBesideTheOtherTables()
    {
        var table = Load("smoot,length,length,1.7018,k,,,smoots,1,\"Harvard Bridge, 1958\"\n");

        var (unit, fault) = table.Read("ksmoot/smoot");

        Assert.Null(fault);
        Assert.Equal(1000, unit!.Scale, 1e-9);
        Assert.Equal("Harvard Bridge, 1958", table.Units[0].Source);
        Assert.Null(UnitTable.Default.Read("smoot").Unit);
    }

    [Theory]
    [InlineData("units.csv", Header + "m,length,length,1,,,,,1,test\nm,length,length,2,,,,,1,test\n")]
    [InlineData("units.csv", Header + "m,length,length,1,,,,metre,1,test\nft,length,length,0.3048,,,,metre,1,test\n")]
    [InlineData("units.csv", Header + "m,length,length,one,,,,,1,test\n")]
    [InlineData("gases.csv", "id,family,name,display,aliases,source\nCH4,CH4,methane,CH4,,t\nN2O,N2O,methane,N2O,,t\n")]
    [InlineData("gwp.csv", "set,gas,origin,value,source\nAR5-100,CH4,mars,28,t\n")]
    [InlineData("phrases.csv", "spelling,unit\nfurlong,kwhh\n")]
    [InlineData("phrases.csv", "spelling,unit\nkm,m\n")]
    public void FromCsv_ATableThatContradictsItself_IsRefused(string name, string text) =>
        Assert.Throws<FormatException>(() => UnitTable.FromCsv(new Dictionary<string, string> { [name] = text }));

    [Fact]
    public void FindersAndSuggestions_OfTheDefaultTable_AreThoseOfTheStatics()
    {
        Assert.Same(Gas.CH4, UnitTable.Default.FindGas("methane"));
        Assert.Same(GwpSet.AR6Of20, UnitTable.Default.FindGwpSet("AR6-20"));
        Assert.Null(UnitTable.Default.FindGas(new string('x', 1000)));
        Assert.Null(UnitTable.Default.FindGwpSet(new string('x', 1000)));
        Assert.Equal(UnitTable.Default.Gases, Gas.All);
        Assert.Equal(UnitTable.Default.GwpSets, GwpSet.All);
    }

    private static UnitTable Load(string rows) =>
        UnitTable.FromCsv(
            new Dictionary<string, string> { ["units.csv"] = Header + rows, ["phrases.csv"] = "spelling,unit\n" }
        );
}
