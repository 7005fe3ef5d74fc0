// SPDX-License-Identifier: Apache-2.0
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

/// <summary>
/// A value for every unit of the table from a source that is not the table: published conversion factors, at seven or more
/// significant digits where the publisher prints them, exact values otherwise.
/// </summary>
public sealed class UnitScaleTests
{
    private const double Tolerance = 1e-12;

    // symbol, how many of the reference unit, the reference unit, where the figure is printed.
    private static readonly (
        string Symbol,
        double Value,
        string Reference,
        string Source,
        double Tolerance
    )[] Published =
    [
        ("%", 0.01, "1", "SI Brochure 5.4.7", Tolerance),
        ("permille", 0.001, "1", "ISO 80000-1", Tolerance),
        ("ppm", 1e-6, "1", "NIST SP 811 7.10.3", Tolerance),
        ("ppb", 1e-9, "1", "NIST SP 811 7.10.3", Tolerance),
        ("g", 0.001, "kg", "SI Brochure table 2", Tolerance),
        ("t", 1000, "kg", "NIST SP 811 B.8: metric ton 1.0 E+03 kg", Tolerance),
        ("lb", 0.45359237, "kg", "NIST SP 811 B.8 footnote 22: exact", Tolerance),
        (
            "short_ton",
            907.18474,
            "kg",
            "NIST SP 811 App. B footnote: 2000 lb = 907.18474 kg; printed 9.071847 E+02",
            Tolerance
        ),
        (
            "long_ton",
            1016.0469088,
            "kg",
            "UK Weights and Measures Act: 1016.0469088 kg; NIST SP 811 B.8 prints 1.016047 E+03",
            Tolerance
        ),
        ("J", 1, "kg m2/s2", "SI Brochure table 4", Tolerance),
        ("Wh", 3600, "J", "NIST SP 811 B.8: 3.6 E+03 J", Tolerance),
        ("cal", 4.1868, "J", "NIST SP 811 B.8: calorie (IT) 4.1868 J", Tolerance),
        ("cal_th", 4.184, "J", "NIST SP 811 B.8: calorie (th) 4.184 J", Tolerance),
        ("toe", 41.868, "GJ", "IEA unit converter: 1 toe = 41.868 GJ; 11.63 MWh", Tolerance),
        (
            "tce",
            29.3076,
            "GJ",
            "IEA Energy Statistics Manual annex 3: 1 tce = 7 Gcal = 29.3076 GJ (printed 29.31)",
            Tolerance
        ),
        (
            "BTU",
            1055.05585262,
            "J",
            "NIST SP 811 B.8 footnote 9: British thermal unit (IT) 1.055 055 852 62 E+03 J",
            Tolerance
        ),
        ("MMBTU", 293.0710702, "kWh", "EIA: 1 kWh = 3412.14163312794 Btu (IT)", 1e-9),
        (
            "therm",
            105505585.262,
            "J",
            "Council Directive 80/181/EEC: 1 therm = 105.505585262 MJ; NIST SP 811 B.8 prints 1.055 06 E+08",
            Tolerance
        ),
        ("quad", 1.05505585262, "EJ", "NIST SP 811 B.8: quad (10^15 Btu IT) 1.055056 E+18 J", Tolerance),
        ("W", 1, "J/s", "SI Brochure table 4", Tolerance),
        ("tkm", 1e6, "kg m", "product: 1000 kg by 1000 m", Tolerance),
        ("pkm", 1000, "person m", "product: 1000 m", Tolerance),
        ("vkm", 1000, "vehicle m", "product: 1000 m", Tolerance),
        ("person", 1, "person", "count", Tolerance),
        ("passenger", 1, "person", "count", Tolerance),
        ("vehicle", 1, "vehicle", "count", Tolerance),
        ("household", 1, "household", "count", Tolerance),
        ("dwelling", 1, "dwelling", "count", Tolerance),
        ("building", 1, "building", "count", Tolerance),
        ("job", 1, "job", "count", Tolerance),
        ("trip", 1, "trip", "count", Tolerance),
        ("head", 1, "head", "count", Tolerance),
        ("ha", 10000, "m2", "NIST SP 811 B.8: 1.0 E+04 m2", Tolerance),
        (
            "acre",
            4046.8564224,
            "m2",
            "international acre: 4046.8564224 m2; the US survey acre is 4046.872610",
            Tolerance
        ),
        ("L", 0.001, "m3", "NIST SP 811 B.8: 1.0 E-03 m3", Tolerance),
        ("gal_US", 3.785411784, "L", "NIST Handbook 44 App. C: exact; NIST SP 811 prints 3.785412 E-03 m3", Tolerance),
        ("gal_UK", 4.54609, "L", "NIST SP 811 B.8: 4.54609 E-03 m3, exact", Tolerance),
        ("bbl", 158.987294928, "L", "EIA: 42 US gallons; NIST SP 811 prints 1.589873 E-01 m3", Tolerance),
        ("m", 1, "m", "SI Brochure table 2", Tolerance),
        ("ft", 0.3048, "m", "NIST SP 811 B.8: exact", Tolerance),
        ("mi", 1609.344, "m", "NIST SP 811 B.8: exact", Tolerance),
        ("nmi", 1852, "m", "NIST SP 811 B.8: exact", Tolerance),
        ("K", 1, "K", "SI Brochure table 2", Tolerance),
        ("s", 1, "s", "SI Brochure table 2", Tolerance),
        ("min", 60, "s", "SI Brochure table 8", Tolerance),
        ("h", 3600, "s", "SI Brochure table 8", Tolerance),
        ("d", 86400, "s", "SI Brochure table 8", Tolerance),
        ("wk", 604800, "s", "7 x 86400 s", Tolerance),
        ("yr", 31536000, "s", "NIST SP 811 B.8: year (365 days) 3.1536 E+07 s", Tolerance),
    ];

    [Fact]
    public void EveryUnit_HasAPublishedValue()
    {
        var tested = Published.Select(row => row.Symbol).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            UnitTable
                .Default.Units.Where(unit => unit.Kind != "money" && !tested.Contains(unit.Symbol))
                .Select(unit => unit.Symbol)
        );
        Assert.Equal(Published.Length, UnitTable.Default.Units.Count(unit => unit.Kind != "money"));
    }

    [Fact]
    public void EveryUnit_AgreesWithItsPublishedValue()
    {
        foreach (var (symbol, value, reference, source, tolerance) in Published)
        {
            var factor = Unit.Parse(symbol).FactorTo(Unit.Parse(reference));
            Assert.True(
                Math.Abs((factor / value) - 1) <= tolerance,
                $"{symbol}: {factor:R} {reference}, not {value:R} ({source})"
            );
        }
    }

    [Fact]
    public void EveryCurrency_IsItsOwnDimension()
    {
        var dimensions = new HashSet<Dimension>();
        foreach (var currency in UnitTable.Default.Units.Where(unit => unit.Kind == "money"))
        {
            Assert.Equal(3, currency.Symbol.Length);
            Assert.Equal(1, Unit.Parse(currency.Symbol).Scale);
            Assert.True(dimensions.Add(Unit.Parse(currency.Symbol).Dimension), currency.Symbol);
            Assert.True(dimensions.Add(Unit.Parse(currency.Symbol + "_2020").Dimension), currency.Symbol);
            Assert.True(dimensions.Add(Unit.Parse(currency.Symbol + "_2021").Dimension), currency.Symbol);
        }
    }

    [Fact]
    public void EveryUnit_StatesItsSource() =>
        Assert.All(UnitTable.Default.Units, unit => Assert.NotEmpty(unit.Source));

    [Theory]
    [InlineData("kWh/h", "kW", 1)]
    [InlineData("MWh/yr", "W", 114.15525114155251)] // 1e6/8760
    [InlineData("kW yr", "kWh", 8760)]
    [InlineData("TWh", "PJ", 3.6)]
    [InlineData("Mtoe", "TWh", 11.63)] // IEA unit converter
    [InlineData("t km", "tkm", 1)]
    [InlineData("passenger km", "pkm", 1)]
    [InlineData("MEUR_2020/GWh", "EUR_2020/MWh", 1000)]
    [InlineData("kg CO2/GJ", "g CO2/kWh", 3.6)]
    [InlineData("kWh/(m2 yr)", "W/m2", 0.11415525114155251)]
    [InlineData("L/100 km", "m2", 1e-8)]
    [InlineData("mi/gal_US", "km/L", 0.425143707430272)] // 1.609344/3.785411784
    [InlineData("km/h", "m/s", 0.27777777777777779)]
    [InlineData("people/km2", "person/ha", 0.01)]
    [InlineData("%/yr", "1/yr", 0.01)]
    public void FactorTo_DerivedUnits_AgreesWithHandCalculation(string from, string to, double factor) =>
        Assert.Equal(factor, Unit.Parse(from).FactorTo(Unit.Parse(to)), 1e-14 * factor);

    [Theory]
    [InlineData("g", "t", 1e-6)]
    [InlineData("g", "kt", 1e-9)]
    [InlineData("t", "Mt", 1e-6)]
    [InlineData("Gg CO2e", "kt CO2e", 1)]
    [InlineData("Mg", "t", 1)]
    [InlineData("Wh", "TWh", 1e-12)]
    [InlineData("g CO2e/kWh", "t CO2e/GWh", 1)]
    [InlineData("g CO2e GWh/kWh", "t CO2e", 1)]
    [InlineData("10^3 t", "kt", 1)]
    [InlineData("ug/m3", "g/km3", 1000)]
    public void FactorTo_DecimalMultiples_IsExact(string from, string to, double factor)
    {
        Assert.Equal(factor, Unit.Parse(from).FactorTo(Unit.Parse(to)));
    }
}
