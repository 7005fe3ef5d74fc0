// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Imports;

/// <summary>Why a row is left out, for the loss report.</summary>
internal static class Reasons
{
    public static Message NotAskedFor { get; } = Message.Of("import.left-out.not-asked-for");
    public static Message NoPlace { get; } = Message.Of("import.left-out.no-place");
    public static Message NoYear { get; } = Message.Of("import.left-out.no-year");
    public static Message Repeated { get; } = Message.Of("import.left-out.repeated");
    public static Message Disputed { get; } = Message.Of("import.left-out.disputed");
    public static Message PerPerson { get; } = Message.Of("import.left-out.per-person");
    public static Message Percentage { get; } = Message.Of("import.left-out.percentage");
    public static Message NotEmissions { get; } = Message.Of("import.left-out.not-emissions");
    public static Message Footnote { get; } = Message.Of("import.left-out.footnote");
    public static Message HeadingAgain { get; } = Message.Of("import.left-out.heading-again");
    public static Message NoLabel { get; } = Message.Of("import.left-out.no-label");
    public static Message NoUnit { get; } = Message.Of("import.left-out.no-unit");
    public static Message Subtotal { get; } = Message.Of("import.left-out.subtotal");
    public static Message GasOfCO2e { get; } = Message.Of("import.left-out.gas-of-co2e");
    public static Message TooMany { get; } = Message.Of("import.left-out.too-many");
    public static Message SecondPopulation { get; } = Message.Of("import.left-out.second-population");
}
