// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Climate;

/// <summary>The words of warming.</summary>
public static class WarmingWords
{
    /// <summary>
    /// A change of temperature, in the largest of °C and its thousandths, millionths and billionths that leaves a whole
    /// part: from a hundredth of a degree on, degrees read easily.
    /// </summary>
    /// <param name="kelvin">K.</param>
    public static Message Amount(double kelvin) =>
        Math.Abs(kelvin) switch
        {
            0 or >= 0.01 => Message.Of("climate.amount.degrees", ("value", kelvin)),
            >= 1e-3 => Message.Of("climate.amount.thousandths", ("value", kelvin * 1e3)),
            >= 1e-6 => Message.Of("climate.amount.millionths", ("value", kelvin * 1e6)),
            _ => Message.Of("climate.amount.billionths", ("value", kelvin * 1e9)),
        };

    /// <summary>A background's name within a sentence: "medium emissions"; text of one's own stands for itself.</summary>
    /// <param name="id">Id of a world pathway.</param>
    public static object Background(string id) =>
        id switch
        {
            "verylow" => Message.Of("climate.background.verylow"),
            "verylow-overshoot" => Message.Of("climate.background.verylow-overshoot"),
            "low" => Message.Of("climate.background.low"),
            "medium-extension" => Message.Of("climate.background.medium-extension"),
            "high-extension" => Message.Of("climate.background.high-extension"),
            _ => id,
        };
}
