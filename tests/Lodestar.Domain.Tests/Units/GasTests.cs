// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

public sealed class GasTests
{
    [Theory]
    [InlineData("CO2", "CO2")]
    [InlineData("co2", "CO2")]
    [InlineData("CO₂", "CO2")]
    [InlineData("carbon dioxide", "CO2")]
    [InlineData("methane", "CH4")]
    [InlineData("Methane", "CH4")]
    [InlineData("HFC-134a", "HFC134a")]
    [InlineData("R-134a", "HFC134a")]
    [InlineData("HFC-43-10mee", "HFC4310mee")]
    [InlineData("sulfur hexafluoride", "SF6")]
    [InlineData("PFC-14", "CF4")]
    [InlineData("C", "C")]
    [InlineData("c", null)]
    [InlineData("CO2e", null)]
    [InlineData("CO3", null)]
    [InlineData("", null)]
    public void Find_BySpelling_IgnoresCaseAndHyphens(string text, string? id) => Assert.Equal(id, Gas.Find(text)?.Id);

    [Fact]
    public void Suggest_ForANearMiss_NamesTheGas()
    {
        Assert.Contains("HFC134a", Gas.Suggest("HFC134b"));
        Assert.Contains("CO2", Gas.Suggest("CO3"));
        Assert.Empty(Gas.Suggest("unobtainium"));
    }

    [Fact]
    public void All_IdsAreUniqueAndFindable()
    {
        Assert.Equal(Gas.All.Count, Gas.All.Select(gas => gas.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Gas.All, gas => Assert.Same(gas, Gas.Find(gas.Id)));
        Assert.All(Gas.All, gas => Assert.Same(gas, Gas.Find(gas.Display)));
        Assert.All(Gas.All, gas => Assert.Same(gas, Gas.Find(gas.Name)));
        Assert.All(Gas.All, gas => Assert.NotEmpty(gas.Source));
    }

    [Fact]
    public void Mass_OfEachGas_IsADimensionOfItsOwn()
    {
        var dimensions = new HashSet<Dimension> { Unit.Parse("t").Dimension, Unit.Parse("t CO2e").Dimension };
        foreach (var gas in Gas.All)
        {
            var unit = Unit.Parse("kt " + gas.Id);
            Assert.True(dimensions.Add(unit.Dimension), gas.Id);
            Assert.True(unit.Dimension.TryGetGasMass(out var found));
            Assert.Same(gas, found);
            Assert.Equal(unit, Unit.Read("kt " + gas.Display).Unit);
            Assert.Equal(unit, Unit.Read("kt" + gas.Id).Unit);
            Assert.Equal(1e6, unit.Scale);
        }
        foreach (var set in GwpSet.All)
        {
            var unit = Unit.Parse("kt CO2e_" + set.Symbol);
            Assert.True(dimensions.Add(unit.Dimension), set.Id);
            Assert.True(unit.Dimension.IsCO2eMass(out var found));
            Assert.Same(set, found);
        }
    }

    [Fact]
    public void Dimension_OfAFlow_CarriesItsGas()
    {
        var flow = Unit.Parse("kt CH4/yr").Dimension;

        Assert.False(flow.TryGetGasMass(out _));
        Assert.True(flow.TryGetCarriedGas(out var gas));
        Assert.Same(Gas.CH4, gas);
        Assert.False(Unit.Parse("t CO2/t CH4").Dimension.TryGetCarriedGas(out _));
        Assert.False(Unit.Parse("EUR/t CO2").Dimension.TryGetCarriedGas(out _));
        Assert.True(Unit.Parse("EUR/t CO2e_AR5").Dimension.CarriesCO2e(out var set));
        Assert.Same(GwpSet.AR5, set);
        Assert.True(Unit.Parse("t CO2e").Dimension.IsCO2eMass(out var none));
        Assert.Null(none);
        Assert.False(flow.CarriesCO2e(out _));
        Assert.Equal("mass:CH4 time^-1", flow.ToString());
        Assert.Equal(-1, flow.PowerOf("time"));
    }

    [Fact]
    public void Carbon_ToCO2AndBack_IsExactly44To12()
    {
        Assert.Equal(44.0 / 12.0, Carbon.CO2PerCarbon);
        Assert.Equal(Q("44 Mt CO2/yr"), Carbon.ToCO2(Q("12 MtC/yr")));
        Assert.Equal(Q("12 Mt C/yr"), Carbon.ToCarbon(Q("44 Mt CO2/yr")));
        Assert.Throws<UnitMismatchException>(() => Carbon.ToCO2(Q("1 t CO2")));
        Assert.Throws<UnitMismatchException>(() => Carbon.ToCO2(Q("1 t")));
        Assert.Throws<UnitMismatchException>(() => Carbon.ToCarbon(Q("1 t CO2e")));
        Assert.Throws<UnitMismatchException>(() => Carbon.ToCarbon(Q("1 EUR/t CO2")));
    }

    private static Quantity Q(string text) => Quantity.Read(text).Quantity!.Value;
}
