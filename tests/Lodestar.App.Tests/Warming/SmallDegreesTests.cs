// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Warming;
using Lodestar.Web.Texts;

namespace Lodestar.App.Tests.Warming;

public sealed class SmallDegreesTests
{
    [Theory]
    [InlineData(0.234, "0.23 °C")]
    [InlineData(0.0959, "0.096 °C")]
    [InlineData(0.0304, "30 thousandths of a degree")]
    [InlineData(0.00171, "1.7 thousandths of a degree")]
    [InlineData(0.00000171, "1.7 millionths of a degree")]
    [InlineData(0.000002, "2.0 millionths of a degree")]
    [InlineData(0.000000171, "170 billionths of a degree")]
    [InlineData(-0.0000054, "−5.4 millionths of a degree")]
    [InlineData(0, "0 billionths of a degree")]
    public void Amount_OfAnySize_HasTwoDigitsInAUnitThatFits(double kelvin, string text)
    {
        var unit = SmallDegrees.For(kelvin);

        Assert.Equal(text, $"{unit.Number(kelvin, WebTexts.English)} {WebTexts.English.Render(Message.Of(unit.Id))}");
    }

    /// <summary>A tonne of CO2 warms by some 10⁻¹³ K and a large country by some tenths: from a kilotonne on, all is told.</summary>
    [Fact]
    public void Amount_OfWhatAnyPlaceCauses_NeverReadsAsNothing()
    {
        for (var exponent = -10.0; exponent < 0.4; exponent += 0.01)
        {
            var kelvin = Math.Pow(10, exponent);

            var text = SmallDegrees.For(kelvin).Number(kelvin, WebTexts.English);

            Assert.Contains(text, c => c is >= '1' and <= '9');
            Assert.True(text.Length <= 5, text);
        }
    }

    /// <summary>The low end of a range may lie far below the unit that its middle sets.</summary>
    [Fact]
    public void Number_FarBelowItsUnit_IsStillText() =>
        Assert.NotEmpty(SmallDegrees.For(1e-9).Number(3e-32, WebTexts.English));
}
