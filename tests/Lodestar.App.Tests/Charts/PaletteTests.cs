// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Web.Charts;

namespace Lodestar.App.Tests.Charts;

public sealed class PaletteTests
{
    public static TheoryData<Ink> Inks => [.. Palette.All.Where(i => i != Ink.Paper)];

    /// <summary>WCAG 2.2, success criterion 1.4.3: labels take the colour of their line, so every ink must carry text.</summary>
    [Theory]
    [MemberData(nameof(Inks))]
    public void Ink_OnPaper_CanBeReadInLightAndDark(Ink ink)
    {
        Assert.True(Contrast(Palette.Light(ink), Palette.Light(Ink.Paper)) >= 4.5, $"{ink} light");
        Assert.True(Contrast(Palette.Dark(ink), Palette.Dark(Ink.Paper)) >= 4.5, $"{ink} dark");
    }

    [Theory]
    [InlineData(Ink.History, "--ls-history")]
    [InlineData(Ink.Sector8, "--ls-sector-8")]
    public void Ink_OnAPage_IsACustomProperty(Ink ink, string property) =>
        Assert.Equal(property, Palette.Property(ink));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((w, i) => w * Linear(hex.Substring(1 + 2 * i, 2))).Sum();
    }

    private static double Linear(string channel)
    {
        var value = int.Parse(channel, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
