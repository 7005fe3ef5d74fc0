// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

public sealed class UnitFaultTests
{
    [Theory]
    [InlineData("[kwhh]", UnitFaultKind.UnknownUnit, "kWh")]
    [InlineData("[tonnnes]", UnitFaultKind.UnknownUnit, "tonnes")]
    [InlineData("Mt[CO3]", UnitFaultKind.UnknownGas, "CO2")]
    [InlineData("kt [CO3]/yr", UnitFaultKind.UnknownGas, "CO2")]
    [InlineData("kt [HFC134b]/yr", UnitFaultKind.UnknownGas, "HFC134a")]
    [InlineData("kWh/[persn]", UnitFaultKind.UnknownUnit, "person")]
    [InlineData("[mWh]/yr", UnitFaultKind.UnknownUnit, "MWh")]
    [InlineData("[mW]", UnitFaultKind.UnknownUnit, "MW")]
    [InlineData("[Wkh]", UnitFaultKind.UnknownUnit, "kWh")]
    [InlineData("[megawatthuors]", UnitFaultKind.UnknownUnit, "megawatthours")]
    [InlineData("g/[kwhh] yr", UnitFaultKind.UnknownUnit, "kWh")]
    [InlineData("[Nm3]", UnitFaultKind.UnknownUnit, "nmi")]
    [InlineData("[kWp]", UnitFaultKind.UnknownUnit, "kWh")]
    [InlineData("[MM]", UnitFaultKind.UnknownUnit, "mm")]
    [InlineData("t/yr [CO2e]", UnitFaultKind.GasWithoutMass, "t CO2e")]
    [InlineData("[xyzzy]", UnitFaultKind.UnknownUnit, null)]
    [InlineData("kt CO2e_[AR9]", UnitFaultKind.UnknownGwpSet, "AR4")]
    [InlineData("kt CO2e ([AR9])", UnitFaultKind.UnknownGwpSet, "AR4")]
    [InlineData("kt CO2e ([GWP100])", UnitFaultKind.UnknownGwpSet, null)]
    [InlineData("[ton] CO2", UnitFaultKind.AmbiguousUnit, "t")]
    [InlineData("[tons]", UnitFaultKind.AmbiguousUnit, "t")]
    [InlineData("[MT]CO2e", UnitFaultKind.AmbiguousUnit, "t ")]
    [InlineData("[mt] CO2", UnitFaultKind.AmbiguousUnit, "t")]
    [InlineData("[$]/t", UnitFaultKind.AmbiguousUnit, "USD")]
    [InlineData("[gal]", UnitFaultKind.AmbiguousUnit, "gal_US")]
    [InlineData("[kWh/m2·yr]", UnitFaultKind.AmbiguousProduct, "kWh/(m2 yr)")]
    [InlineData("[kWh/m2*yr]", UnitFaultKind.AmbiguousProduct, "kWh/(m2 yr)")]
    [InlineData("[CO2e]/kWh", UnitFaultKind.GasWithoutMass, "t CO2e")]
    [InlineData("[methane]", UnitFaultKind.GasWithoutMass, "t methane")]
    [InlineData("m3 [CH4]", UnitFaultKind.GasWithoutMass, "t CH4")]
    [InlineData("kt[!]", UnitFaultKind.UnexpectedCharacter, null)]
    [InlineData("kt [😀]", UnitFaultKind.UnexpectedCharacter, null)]
    [InlineData("kt CO2 [(AR5)]", UnitFaultKind.UnexpectedCharacter, null)]
    [InlineData("[(]kWh", UnitFaultKind.UnbalancedParenthesis, null)]
    [InlineData("kWh[)]", UnitFaultKind.UnbalancedParenthesis, null)]
    [InlineData("kWh[/]", UnitFaultKind.MissingUnit, null)]
    [InlineData("kWh/[/]m2", UnitFaultKind.MissingUnit, null)]
    [InlineData("[*]kWh", UnitFaultKind.MissingUnit, null)]
    [InlineData("kWh/([])", UnitFaultKind.MissingUnit, null)]
    [InlineData("m[^0.5]", UnitFaultKind.BadExponent, null)]
    [InlineData("m[^]", UnitFaultKind.BadExponent, null)]
    [InlineData("m[^]x", UnitFaultKind.BadExponent, null)]
    [InlineData("m[^99]", UnitFaultKind.BadExponent, null)]
    [InlineData("(m[^(0.5]))", UnitFaultKind.BadExponent, null)]
    [InlineData("m[^(2]", UnitFaultKind.BadExponent, null)]
    [InlineData("[(m^60)^2]", UnitFaultKind.OutOfRange, null)]
    [InlineData("m[^0]", UnitFaultKind.BadExponent, null)]
    [InlineData("[12] t", UnitFaultKind.BadMultiplier, null)]
    [InlineData("[2020] EUR", UnitFaultKind.BadMultiplier, null)]
    [InlineData("EUR_[1066]", UnitFaultKind.BadPriceYear, null)]
    [InlineData("EUR[2]", UnitFaultKind.BadPriceYear, null)]
    [InlineData("([Gt^60])^2", UnitFaultKind.OutOfRange, null)]
    [InlineData("[]", UnitFaultKind.Empty, null)]
    [InlineData("month", UnitFaultKind.UnknownUnit, null)]
    public void Read_WithAFault_SaysWhatAndWhere(string marked, UnitFaultKind kind, string? first)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var start = Math.Max(marked.IndexOf('[', StringComparison.Ordinal), 0);
        var end = marked.Contains(']', StringComparison.Ordinal)
            ? marked.IndexOf(']', StringComparison.Ordinal) - 1
            : text.Length;

        var (unit, fault) = Unit.Read(text);

        Assert.Null(unit);
        Assert.Equal(
            (kind, text[start..end], start, end - start),
            (fault!.Kind, fault.Text, fault.Offset, fault.Length)
        );
        Assert.Equal(first, fault.Suggestions.Count == 0 ? null : fault.Suggestions[0]);
        Assert.True(fault.Suggestions.Count <= 3);
    }

    [Fact]
    public void Read_EmptyOrSpace_IsEmpty()
    {
        Assert.Equal(UnitFaultKind.Empty, Unit.Read("").Fault!.Kind);
        Assert.Equal(UnitFaultKind.Empty, Unit.Read(" \u00A0 ").Fault!.Kind);
    }

    [Fact]
    public void Read_TooLong_SaysFromWhere()
    {
        var fault = Unit.Read(new string('m', 1_000_000)).Fault!;

        Assert.Equal((UnitFaultKind.TooLong, UnitTable.MaxLength), (fault.Kind, fault.Offset));
    }

    [Fact]
    public void Read_NestedToTheLimit_IsRead()
    {
        Assert.Equal("m", Unit.Read(new string('(', 16) + "m" + new string(')', 16)).Unit!.Symbol);
        Assert.Equal(UnitFaultKind.TooDeep, Unit.Read(new string('(', 17) + "m" + new string(')', 17)).Fault!.Kind);
        Assert.Equal(UnitFaultKind.TooDeep, Unit.Read(new string('(', 200)).Fault!.Kind);
    }

    [Fact]
    public void Read_RaisedDigitsBeforeAFault_PlacesItInTheOriginal()
    {
        var fault = Unit.Read("kWh·m⁻²·yrr⁻¹").Fault!;

        Assert.Equal(("yrr", 8, 3), (fault.Text, fault.Offset, fault.Length));
        Assert.Contains("yr", fault.Suggestions);
    }

    [Theory]
    [InlineData("kwhh")]
    [InlineData("tonnnes")]
    [InlineData("kt CO3")]
    [InlineData("mWh")]
    [InlineData("gal")]
    [InlineData("MTCO2e")]
    [InlineData("kWh/m2·yr")]
    [InlineData("CO2e/kWh")]
    [InlineData("kt CO2e_AR9")]
    public void Suggestions_PutInPlace_Read(string text)
    {
        var fault = Unit.Read(text).Fault!;

        Assert.NotEmpty(fault.Suggestions);
        foreach (var suggestion in fault.Suggestions)
        {
            var repaired = text[..fault.Offset] + suggestion + text[(fault.Offset + fault.Length)..];
            Assert.Null(Unit.Read(repaired).Fault);
        }
    }

    [Fact]
    public void Parse_NotAUnit_ThrowsWithThePlace()
    {
        var thrown = Assert.Throws<FormatException>(() => Unit.Parse("g/kwhh"));

        Assert.Contains("UnknownUnit at 2", thrown.Message, StringComparison.Ordinal);
    }
}
