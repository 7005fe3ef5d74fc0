// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;

namespace Lodestar.Cli.Terminals;

/// <summary>What a stretch of text is; a terminal with colours shows it by one, never by colour alone.</summary>
internal enum Tone
{
    Plain = 0,
    Strong,
    Quiet,
    Good,
    Doubtful,
    Bad,
    Added,
    Removed,
}

/// <summary>A stretch of text in one tone.</summary>
internal readonly record struct Ink(string Text, Tone Tone = Tone.Plain)
{
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternate.")]
    public static implicit operator Ink(string text) => new(text);

    /// <summary>The escape sequence's parameters; empty for plain text.</summary>
    public string Ansi =>
        Tone switch
        {
            Tone.Strong => "1",
            Tone.Quiet => "2",
            Tone.Good or Tone.Added => "32",
            Tone.Doubtful => "33",
            Tone.Bad or Tone.Removed => "31",
            _ => "",
        };

    /// <summary>
    /// The text without control characters: a plan by somebody else must not be able to steer the terminal of its
    /// reader, nor to break one line of output into two.
    /// </summary>
    public static string Printable(string text) =>
        text.Any(Steers) ? string.Concat(text.Select(c => Steers(c) ? (c is '\n' or '\t' ? ' ' : '\uFFFD') : c)) : text;

    // Besides C0 and C1 the characters that turn the direction of writing, with which text can pose as other text.
    private static bool Steers(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
