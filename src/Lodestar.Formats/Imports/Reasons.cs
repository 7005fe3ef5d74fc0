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
    public static Message Group { get; } = Message.Of("import.left-out.group");
    public static Message Bunkers { get; } = Message.Of("import.left-out.bunkers");
    public static Message Former { get; } = Message.Of("import.left-out.former");
    public static Message NotAPlace { get; } = Message.Of("import.left-out.not-a-place");
    public static Message UnknownArea { get; } = Message.Of("import.left-out.unknown-area");
    public static Message UnknownRow { get; } = Message.Of("import.left-out.unknown-row");
    public static Message NoFigures { get; } = Message.Of("import.left-out.no-figures");
    public static Message Checked { get; } = Message.Of("import.left-out.checked");
    public static Message Licence { get; } = Message.Of("import.left-out.licence");
}
