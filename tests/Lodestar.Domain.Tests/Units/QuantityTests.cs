// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("1234.5 kt CO2", 1234.5, "kt CO2")]
    [InlineData("1 234.5 kt CO2", 1234.5, "kt CO2")]
    [InlineData("12\u202F000\u00A0t", 12000, "t")]
    [InlineData("1_000_000 person", 1e6, "person")]
    [InlineData("5 100 km", 5100, "km")]
    [InlineData("1000 t", 1000, "t")]
    [InlineData("-3.5 %", -3.5, "%")]
    [InlineData("−3.5 %", -3.5, "%")]
    [InlineData("80%", 80, "%")]
    [InlineData("1.2e6 t", 1.2e6, "t")]
    [InlineData("1.2 × 10^6 t", 1.2, "10^6 t")]
    [InlineData("1.2 x 10^6 t", 1.2, "10^6 t")]
    [InlineData("1.2×10⁶ t", 1.2, "10^6 t")]
    [InlineData("3 million tonnes CO2", 3, "Mt CO2")]
    [InlineData("412 kt CO2e (AR5)", 412, "kt CO2e_AR5")]
    [InlineData("7", 7, "1")]
    [InlineData("+7 h", 7, "h")]
    [InlineData("1.5kt", 1.5, "kt")]
    [InlineData("2 /yr", 2, "1/yr")]
    public void Read_NumberAndUnit_GivesBoth(string text, double value, string symbol)
    {
        var (quantity, fault) = Quantity.Read(text);

        Assert.Null(fault);
        Assert.Equal((value, symbol), (quantity!.Value.Value, quantity.Value.Unit.Symbol));
    }

    [Theory]
    [InlineData("[] kt", UnitFaultKind.MissingNumber)]
    [InlineData("[]abc", UnitFaultKind.MissingNumber)]
    [InlineData("[]-kt", UnitFaultKind.MissingNumber)]
    [InlineData("[]NaN", UnitFaultKind.MissingNumber)]
    [InlineData("[1e999] kt", UnitFaultKind.OutOfRange)]
    [InlineData("5 [kwhh]", UnitFaultKind.UnknownUnit)]
    [InlineData("[1 234,5] kt", UnitFaultKind.CommaInNumber, "1 234.5")]
    [InlineData("[1,234] kt", UnitFaultKind.CommaInNumber, "1234", "1.234")]
    [InlineData("[1,234.5] kt", UnitFaultKind.CommaInNumber, "1234.5")]
    [InlineData("[1,234,567] kt", UnitFaultKind.CommaInNumber, "1234567")]
    [InlineData("[0,5] kt", UnitFaultKind.CommaInNumber, "0.5")]
    public void Read_WithAFault_SaysWhatAndWhere(string marked, UnitFaultKind kind, params string[] suggestions)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;

        var (quantity, fault) = Quantity.Read(text);

        Assert.Null(quantity);
        Assert.Equal(kind, fault!.Kind);
        if (kind != UnitFaultKind.MissingNumber)
        {
            Assert.Equal((start, end - start), (fault.Offset, fault.Length));
        }
        if (kind == UnitFaultKind.CommaInNumber)
        {
            Assert.Equal(suggestions, fault.Suggestions);
        }
    }

    [Fact]
    public void Default_IsZeroOfOne()
    {
        Assert.Equal(new Quantity(0, Unit.One), default);
        Assert.Equal(new Quantity(0, null!), default);
        Assert.Same(Unit.One, default(Quantity).Unit);
        Assert.Equal("0", default(Quantity).ToString());
        Assert.Equal(Unit.Parse("t"), (default(Quantity) with { Unit = Unit.Parse("t") }).Unit);
    }

    [Fact]
    public void Sum_OfMultiples_IsInTheLeftUnit()
    {
        Assert.Equal(Q("1.5 kt CO2"), Q("1 kt CO2") + Q("500 t CO2"));
        Assert.Equal(Q("0.5 kt CO2"), Q("1 kt CO2") - Q("500 t CO2"));
        Assert.Equal(Q("-1 kt CO2"), -Q("1 kt CO2"));
    }

    [Theory]
    [InlineData("1 t CO2", "1 t CO2e")]
    [InlineData("1 t CO2", "1 t C")]
    [InlineData("1 t CO2", "1 t")]
    [InlineData("1 t CO2e", "1 t CO2e_AR5")]
    [InlineData("1 t CO2e_AR4", "1 t CO2e_AR5")]
    [InlineData("1 t CO2e_AR6", "1 t CO2e_AR6_20")]
    [InlineData("1 EUR", "1 EUR_2020")]
    [InlineData("1 EUR_2019", "1 EUR_2020")]
    [InlineData("1 EUR_2020", "1 USD_2020")]
    [InlineData("1 t km", "1 person km")]
    [InlineData("1 kWh", "1 kW")]
    [InlineData("1 vehicle", "1 person")]
    public void Sum_OfDifferentDimensions_IsRefused(string left, string right)
    {
        Assert.Throws<UnitMismatchException>(() => Q(left) + Q(right));
        Assert.Throws<UnitMismatchException>(() => Q(left) - Q(right));
        Assert.Throws<UnitMismatchException>(() => Q(left) < Q(right));
        Assert.Throws<UnitMismatchException>(() => Q(left).To(Q(right).Unit));
        Assert.False(Q(left).TryTo(Q(right).Unit, out var converted));
        Assert.Equal(default, converted);
    }

    [Fact]
    public void Compare_AcrossUnits_ComparesAmounts()
    {
        Assert.True(Q("1 kt") > Q("999 t"));
        Assert.True(Q("1 kt") >= Q("1000 t"));
        Assert.True(Q("1 kt") <= Q("1000 t"));
        Assert.False(Q("1 kt") < Q("1000 t"));
        Assert.NotEqual(Q("1 kt"), Q("1000 t"));
    }

    [Fact]
    public void Product_OfFactorAndActivity_SimplifiesToTonnes()
    {
        var emissions = Q("250 g CO2e/kWh") * Q("4 GWh/yr");

        Assert.Equal("g CO2e GWh/(kWh yr)", emissions.Unit.Symbol);
        Assert.Equal(Q("1000 t CO2e/yr"), emissions.Simplify());
        Assert.Equal(Q("1 kt CO2e/yr"), emissions.To(Unit.Parse("kt CO2e/yr")));
        Assert.Equal(Q("3 h"), 3 * Q("1 h"));
        Assert.Equal(Q("3 h"), Q("6 h") / 2);
        Assert.Equal(Q("2 1"), Q("6 h") / Q("3 h"));
    }

    [Theory]
    [InlineData("1234.5 kt CO2")]
    [InlineData("0.1 EUR_2020/t CO2e_AR5")]
    [InlineData("1E+21 J")]
    [InlineData("-5E-324 %")]
    [InlineData("42")]
    public void ToString_ReadsBack(string text)
    {
        Assert.Equal(text, Q(text).ToString());
        Assert.Equal(Q(text), Q(Q(text).ToString()));
    }

    private static Quantity Q(string text) => Quantity.Read(text).Quantity!.Value;
}
