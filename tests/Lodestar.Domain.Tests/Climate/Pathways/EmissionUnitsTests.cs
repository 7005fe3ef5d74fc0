// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Problems;

namespace Lodestar.Domain.Tests.Climate.Pathways;

/// <summary>Factors worked by hand from molar masses: C 12.011, N 14.007, S 32.07, CO2 44.009, N2O 44.013.</summary>
public sealed class EmissionUnitsTests
{
    [Theory]
    [InlineData("CO2 FFI", "Gt CO2/yr", 1)]
    [InlineData("CO2 FFI", "Mt CO2/yr", 1e-3)]
    [InlineData("CO2 AFOLU", "MtCO2 / yr", 1e-3)]
    [InlineData("CO2 FFI", "GtC/yr", 3.664058)] // 44.009 / 12.011
    [InlineData("CO2 FFI", "Pg C yr-1", 3.664058)]
    [InlineData("CO2 AFOLU", "Mt C/a", 3.664058e-3)]
    [InlineData("CH4", "Tg CH4 yr^-1", 1)]
    [InlineData("CH4", "kt CH4/yr", 1e-3)]
    [InlineData("N2O", "kt N2O/yr", 1e-3)]
    [InlineData("N2O", "Mt N/yr", 1.571107)] // 44.013 / 28.014
    [InlineData("N2O", "Tg N2O-N/yr", 1.571107)]
    [InlineData("Sulfur", "Mt S/yr", 1.997786)] // 64.069 / 32.07
    [InlineData("NOx", "Mt NO2 / yr", 1)]
    [InlineData("NOx", "Mt NO/yr", 1.533227)] // 46.006 / 30.006
    [InlineData("NOx", "Mt N/yr", 3.284501)] // 46.006 / 14.007
    [InlineData("NH3", "Mt N/yr", 1.215892)] // 17.031 / 14.007
    [InlineData("CO", "Mt CO per year", 1)]
    [InlineData("VOC", "Mt NMVOC/yr", 1)]
    [InlineData("BC", "Gg BC/yr", 1e-3)]
    [InlineData("OC", "Mt C/yr", 1)]
    [InlineData("HFC-134a", "kt HFC134a/yr", 1)]
    [InlineData("HFC-4310mee", "kt HFC43-10/yr", 1)]
    [InlineData("HFC-4310mee", "kt HFC4310/yr", 1)]
    [InlineData("c-C4F8", "t cC4F8/yr", 1e-3)]
    public void Read_AUnit_ConvertsByMolarMass(string species, string unit, double factor)
    {
        var read = EmissionUnits.Read(unit, SomeSpecies.Named(species));

        Assert.Null(read.Fault);
        Assert.Equal(1, read.Factor / factor, 1e-6);
    }

    [Theory]
    [InlineData("CO2 FFI", "Mt CO2", Fault.UnitUnknown)]
    [InlineData("CO2 FFI", "ppm", Fault.UnitUnknown)]
    [InlineData("CO2 FFI", "mt CO2/yr", Fault.UnitUnknown)]
    [InlineData("CO2 FFI", "Mt/yr", Fault.UnitUnknown)]
    [InlineData("CO2 FFI", "", Fault.UnitUnknown)]
    [InlineData("CH4", "Mt CO2-equiv/yr", Fault.UnitOfEquivalents)]
    [InlineData("SF6", "Mt CO2e/yr", Fault.UnitOfEquivalents)]
    [InlineData("HFC-134a", "kt HFC134a-equiv/yr", Fault.UnitOfEquivalents)]
    [InlineData("HFC-134a", "kt HFC125/yr", Fault.UnitOfOtherSubstance)]
    [InlineData("CH4", "Mt CO2/yr", Fault.UnitOfOtherSubstance)]
    [InlineData("NOx", "Mt NOx/yr", Fault.UnitAmbiguous)]
    public void Read_AUnitThatIsNone_IsRefused(string species, string unit, Fault fault)
    {
        var read = EmissionUnits.Read(unit, SomeSpecies.Named(species));

        Assert.Equal(fault, read.Fault);
        Assert.True(double.IsNaN(read.Factor));
    }

    [Fact]
    public void Understood_UnitsOfEverySpecies_AreReadBack() =>
        Assert.All(
            SomeSpecies.All.Where(s => s.IsEmitted),
            s => Assert.All(EmissionUnits.Understood(s), u => Assert.Null(EmissionUnits.Read(u, s).Fault))
        );
}
