// SPDX-License-Identifier: Apache-2.0
using FsCheck;
using FsCheck.Fluent;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Units;

/// <summary>Laws that hold for any unit, checked on random ones.</summary>
public sealed class UnitAlgebraTests
{
    private static readonly Unit[] Atoms = MakeAtoms();
    private static readonly Arbitrary<Unit> Units = Arb.From(UnitGen());
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Symbol_OfAnyUnit_ReadsBackToIt() =>
        Prop.ForAll(Units, unit => Unit.Read(unit.Symbol).Unit == unit).Check(Many);

    [Fact]
    public void Display_OfAnyUnit_ReadsBackToIt() =>
        Prop.ForAll(Units, unit => Unit.Read(unit.Display).Unit == unit).Check(Many);

    [Fact]
    public void Symbol_OfEveryPairOfUnits_ReadsBackToIt()
    {
        foreach (var left in Atoms)
        {
            Assert.Equal(left, Unit.Read(left.Symbol).Unit);
            Assert.Equal(left.Pow(2), Unit.Read(left.Pow(2).Symbol).Unit);
            Assert.Equal(left.Pow(-3), Unit.Read(left.Pow(-3).Display).Unit);
        }
        foreach (var left in Atoms.Where((_, i) => i % 3 == 0))
        {
            foreach (var right in Atoms.Where((_, i) => i % 5 == 0))
            {
                var (product, quotient) = (left * right, left / right);
                Assert.Equal(product, Unit.Read(product.Symbol).Unit);
                Assert.Equal(quotient, Unit.Read(quotient.Symbol).Unit);
            }
        }
    }

    [Fact]
    public void Multiply_CommutesAndAssociates() =>
        Prop.ForAll(
                Units,
                Units,
                Units,
                (a, b, c) =>
                    Holds(() =>
                        a * b == b * a
                        && (a * b).GetHashCode() == (b * a).GetHashCode()
                        && a * b * c == a * (b * c)
                        && (a * b).Scale == (b * a).Scale
                    )
            )
            .Check(Many);

    [Fact]
    public void Divide_UndoesMultiply() =>
        Prop.ForAll(
                Units,
                Units,
                (a, b) =>
                    Holds(() => a * b / b == a && a / a == Unit.One && (a / b).Pow(-1) == b / a && a.Pow(0) == Unit.One)
            )
            .Check(Many);

    [Fact]
    public void Dimension_FollowsTheAlgebra() =>
        Prop.ForAll(
                Units,
                Units,
                (a, b) =>
                    Holds(() =>
                        (a * b).Dimension == a.Dimension * b.Dimension
                        && (a / b).Dimension == a.Dimension / b.Dimension
                        && a.Dimension / a.Dimension == Dimension.None
                        && (a * b).Dimension.GetHashCode() == (b * a).Dimension.GetHashCode()
                    )
            )
            .Check(Many);

    [Fact]
    public void Factor_ThereAndBack_IsOne() =>
        Prop.ForAll(
                Units,
                Units,
                (a, b) =>
                    Holds(() =>
                    {
                        var other = a * b / b.Simplify();
                        var fits = a.TryFactorTo(other, out var factor);
                        return fits && Near(factor * other.FactorTo(a), 1) && Near(factor, a.Scale / other.Scale);
                    })
            )
            .Check(Many);

    [Fact]
    public void Simplify_OfAnyUnit_ConvertsAndStays() =>
        Prop.ForAll(
                Units,
                unit => unit.CompatibleWith(unit.Simplify()) && unit.Simplify().Simplify() == unit.Simplify()
            )
            .Check(Many);

    [Fact]
    public void Quantity_ThereAndBack_IsItself() =>
        Prop.ForAll(
                Units,
                ArbMap.Default.ArbFor<NormalFloat>(),
                (unit, value) =>
                {
                    var quantity = new Quantity(Sane(value.Get), unit);
                    return Near(quantity.Simplify().To(unit).Value, quantity.Value)
                        && Quantity.Read(quantity.ToString()).Quantity == quantity;
                }
            )
            .Check(Many);

    [Fact]
    public void Quantity_MinusThenPlus_IsItself() =>
        Prop.ForAll(
                Units,
                ArbMap.Default.ArbFor<NormalFloat>(),
                ArbMap.Default.ArbFor<NormalFloat>(),
                (unit, x, y) =>
                {
                    var a = new Quantity(Sane(x.Get), unit);
                    var b = new Quantity(Sane(y.Get), unit.Simplify());
                    var size = Math.Max(Math.Abs(a.Value), Math.Abs(b.To(unit).Value));
                    return Math.Abs((a - b + b).Value - a.Value) <= 1e-12 * size
                        && (a - a).Value == 0
                        && a + -a == new Quantity(0, unit);
                }
            )
            .Check(Many);

    [Fact]
    public void Read_OfAnyText_NeverThrows()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                text =>
                    text is null
                    || (
                        Unit.Read(text) is var unit
                        && Quantity.Read(text) is var quantity
                        && Exactly(unit, text)
                        && Exactly(quantity, text)
                    )
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        var pieces = Gen.Elements(
            "kt",
            "CO2",
            "CO2e",
            "_AR5",
            "(AR5)",
            "(",
            ")",
            "/",
            "*",
            "·",
            "^",
            "-",
            "⁻²",
            "2",
            "10",
            "1000",
            " ",
            "per",
            "EUR",
            "_2020",
            "million",
            "m",
            "HFC-",
            "134a",
            ",",
            ".",
            "€",
            "%",
            "\u00A0",
            "e",
            "t",
            "C",
            "of",
            "😀",
            "\uD83D",
            "99999999999",
            "mwh",
            "AR",
            "_",
            "x",
            "per cent",
            "½"
        );
        Prop.ForAll(
                Arb.From(pieces.ListOf().Select(list => string.Concat(list))),
                text =>
                    Exactly(Unit.Read(text), text)
                    && Exactly(Quantity.Read(text), text)
                    && Exactly(Quantity.Read("1 " + text), "1 " + text)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void Read_OfTwoHundredCharacters_EndsWithAUnitOrAFault()
    {
        foreach (
            var text in (string[])
                ["(", "m ", "10^", "kt CO2e", "x", "1 000 ", "per ", "-", "^", "²", "t of ", "tonnnnes "]
        )
        {
            var line = string.Concat(Enumerable.Repeat(text, 200))[..200];
            var reading = Unit.Read(line);
            Assert.True(reading.Unit is not null ^ reading.Fault is not null, text);
        }
    }

    [Theory]
    [InlineData("kWh", "MWh")]
    [InlineData("g CO2e GWh/kWh", "t CO2e")]
    [InlineData("kt CO2", "t CO2")]
    [InlineData("GWh/yr", "MWh/yr")]
    [InlineData("kW h", "MWh")]
    [InlineData("kWh/h", "kW")]
    [InlineData("kW h/m2", "MWh/m2")]
    [InlineData("MWh/ha", "MWh/m2")]
    [InlineData("kg CO2/(km km)", "t CO2/m2")]
    [InlineData("t km", "tkm")]
    [InlineData("passenger km", "pkm")]
    [InlineData("MEUR_2020/GWh", "EUR_2020/MWh")]
    [InlineData("kWh/MWh", "1")]
    [InlineData("%", "1")]
    [InlineData("lb", "t")]
    [InlineData("L", "m3")]
    [InlineData("g CO2e/km", "t CO2e/km")]
    public void Simplify_OfWhatPeopleMultiply_IsTidy(string text, string tidy) =>
        Assert.Equal(tidy, Unit.Parse(text).Simplify().Symbol);

    [Fact]
    public void Products_BeyondReason_AreRefused()
    {
        var giga = Unit.Parse("Gt");
        Assert.Null(giga.TryPow(64));
        Assert.Null(Unit.Parse("m").TryPow(65));
        Assert.Null(Unit.TryMultiply(Unit.Parse("m").Pow(64), Unit.Parse("m")));
        Assert.Null(Unit.TryDivide(Unit.Parse("m").Pow(-64), Unit.Parse("m")));
        Assert.Throws<OverflowException>(() => giga.Pow(64));
        Assert.Throws<OverflowException>(() => giga.Pow(int.MinValue));
        Assert.Same(Unit.One, Unit.One.Pow(int.MaxValue));
    }

    [Fact]
    public void Equality_IsByParts()
    {
        Assert.Equal(Unit.Parse("kWh m-2"), Unit.Parse("kWh/m2"));
        Assert.NotEqual(Unit.Parse("kW"), Unit.Parse("kWh/h"));
        Assert.True(Unit.Parse("kW").CompatibleWith(Unit.Parse("kWh/h")));
        Assert.NotEqual(Unit.Parse("t CO2"), Unit.Parse("t CO2e"));
        Assert.False(Unit.One.Equals(null));
        Assert.True(Unit.One != null);
    }

    private static bool Exactly(UnitReading reading, string text) =>
        reading.Unit is null
            ? Inside(reading.Fault, text)
            : reading.Fault is null && Unit.Read(reading.Unit.Symbol).Unit == reading.Unit;

    private static bool Exactly(QuantityReading reading, string text) =>
        reading.Quantity is null ? Inside(reading.Fault, text) : reading.Fault is null;

    private static bool Inside(UnitFault? fault, string text) =>
        fault is not null
        && fault.Offset >= 0
        && fault.Offset + fault.Length <= text.Length
        && fault.Suggestions.Count <= 3
        && (fault.Kind == UnitFaultKind.TooLong || fault.Text == text.Substring(fault.Offset, fault.Length));

    /// <summary>Denormal doubles lose digits in any product; they are not what these laws are about.</summary>
    private static double Sane(double value) => Math.Abs(value) < 1e-9 ? 0 : Math.Clamp(value, -1e9, 1e9);

    /// <summary>Units beyond reason are refused by an exception, which is not what these laws are about.</summary>
    private static bool Holds(Func<bool> law)
    {
        try
        {
            return law();
        }
        catch (OverflowException)
        {
            return true;
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static Unit[] MakeAtoms()
    {
        var atoms = new List<Unit>();
        foreach (var unit in UnitTable.Default.Units)
        {
            foreach (var prefix in unit.Prefixes.Prepend(""))
            {
                atoms.Add(Unit.Parse(prefix + unit.Symbol));
            }
            if (unit.Kind == "money")
            {
                atoms.Add(Unit.Parse(unit.Symbol + "_2020"));
            }
        }
        foreach (var gas in Gas.All)
        {
            atoms.Add(Unit.Parse("kt " + gas.Id));
        }
        foreach (var set in GwpSet.All)
        {
            atoms.Add(Unit.Parse("g CO2e_" + set.Symbol));
        }
        atoms.Add(Unit.Parse("t CO2e"));
        return atoms.ToArray();
    }

    private static Gen<Unit> UnitGen()
    {
        var term = from atom in Gen.Elements(Atoms) from power in Gen.Choose(-2, 2) select atom.Pow(power);
        var ten = Gen.Elements("1", "1", "1", "10^6", "10^-3").Select(Unit.Parse);
        return from count in Gen.Choose(0, 3)
            from terms in term.ListOf(count)
            from factor in ten
            select terms.Aggregate(factor, (left, right) => left * right);
    }
}
