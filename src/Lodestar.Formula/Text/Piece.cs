// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Formula.Text;

/// <summary>
/// A run of text of a model as it stands in its file, so that every fault can be shown where it is. Line breaks and the
/// indentation after them are part of the text, which makes the place of each character exact.
/// </summary>
/// <param name="File">The path of the file in the plan folder.</param>
/// <param name="Line">The line of the first character, from 1; 0 when the piece stands in no file.</param>
/// <param name="Column">The column of the first character, from 1.</param>
/// <param name="Text">The text, without the quotes around it.</param>
/// <param name="Cell">The cell of a table in spreadsheet notation ("D14"); null elsewhere.</param>
public sealed record Piece(string File, int Line, int Column, string Text, string? Cell = null)
{
    /// <summary>A piece that stands in no file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The piece.</returns>
    public static Piece Of(string text) => new("", 0, 0, text);

    /// <summary>Where a character of the text stands.</summary>
    /// <param name="offset">From 0 to the length of the text.</param>
    /// <returns>The line and the column, from 1.</returns>
    public (int Line, int Column) At(int offset)
    {
        var (line, start) = (Line, -1);
        for (var i = 0; i < Math.Min(offset, Text.Length); i++)
        {
            if (Text[i] == '\n')
            {
                (line, start) = (line + 1, i);
            }
        }

        return start < 0 ? (line, Column + offset) : (line, offset - start);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A part of a piece.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Start">Where the part starts in it, from 0.</param>
/// <param name="Length">How long the part is.</param>
public readonly record struct Span(Piece Piece, int Start, int Length)
{
    /// <summary>The whole of a piece.</summary>
    /// <param name="piece">A piece.</param>
    /// <returns>The span.</returns>
    public static Span Of(Piece piece) => new(piece, 0, piece.Text.Length);

    /// <summary>The text of the part.</summary>
    public string Text => Piece.Text.Substring(Start, Length);

    /// <summary>The smallest span over both; both lie in one piece.</summary>
    /// <param name="other">A span of the same piece.</param>
    /// <returns>The span.</returns>
    public Span To(Span other)
    {
        var start = Math.Min(Start, other.Start);
        return new(Piece, start, Math.Max(Start + Length, other.Start + other.Length) - start);
    }
}
