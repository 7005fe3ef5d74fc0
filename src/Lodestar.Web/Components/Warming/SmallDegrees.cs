// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Web.Components.Warming;

/// <summary>
/// The unit for warming that one place causes: a country's is hundredths of a degree, a city's millionths. Numbers of one
/// table share a unit, in which the largest has one to three digits before the point.
/// </summary>
internal sealed record SmallDegrees(string Id, double PerKelvin)
{
    private static readonly SmallDegrees[] Units =
    [
        new("web.warming.unit.degree", 1),
        new("web.warming.unit.thousandth", 1e3),
        new("web.warming.unit.millionth", 1e6),
        new("web.warming.unit.billionth", 1e9),
    ];

    /// <summary>What a double can be rounded to.</summary>
    private const int MostDecimals = 15;

    /// <param name="largest">K, the sign does not matter.</param>
    public static SmallDegrees For(double largest)
    {
        var size = Math.Abs(largest);
        // A tenth of a degree is known to everybody; below that a tenth of the next unit is still one of ten.
        return Array.Find(Units, u => size * u.PerKelvin >= (u.PerKelvin == 1 ? 0.095 : 0.95)) ?? Units[^1];
    }

    /// <summary>Two significant digits: more would claim a precision that no ensemble has.</summary>
    public string Number(double kelvin, MessageCatalog texts)
    {
        var value = Two(kelvin * PerKelvin);
        var size = Math.Abs(value);
        return texts.Numbers.Fixed(
            value,
            size is 0 or >= 10 ? 0
                : size >= 1 ? 1
                : Math.Min(MostDecimals, 1 - (int)Math.Floor(Math.Log10(size)))
        );
    }

    private static double Two(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return Math.Round(value / power, MidpointRounding.AwayFromZero) * power;
    }
}
