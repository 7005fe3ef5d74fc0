// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.PlanFolder.Yaml;
using Lodestar.Formula.Text;

namespace Lodestar.Formats.PlanFolder.Model;

/// <summary>Turns scalars of a file into pieces: their text as it stands, so that each character has its place.</summary>
internal static class ModelPieces
{
    public static Piece Of(YamlScalar scalar, YamlFile file)
    {
        var source = file.Text.Text;
        var (start, end) = Inside(scalar, source);
        var isRaw = end > start && (scalar.Style == YamlStyle.Block || SaysTheSame(source[start..end], scalar.Value));
        return At(file, isRaw ? start : scalar.Start, isRaw ? source[start..end] : scalar.Value);
    }

    /// <summary>A piece of the text from an offset.</summary>
    public static Piece At(YamlFile file, int offset, string text)
    {
        var place = file.Text.PlaceAt(Math.Clamp(offset, 0, file.Text.Text.Length));
        return new Piece(file.Text.Path, place.Line, place.Column, text);
    }

    /// <summary>The start of a mapping or list.</summary>
    public static Piece Where(YamlNode node, YamlFile file) => At(file, node.Start, "");

    private static (int Start, int End) Inside(YamlScalar scalar, string source)
    {
        var (start, end) = (scalar.Start, scalar.End);
        switch (scalar.Style)
        {
            case YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted:
                return (start + 1, end - 1);
            case YamlStyle.Block:
                // The header with its marks and a comment is no part of the text; nor is the first indentation.
                var line = source.IndexOf('\n', start, Math.Max(0, end - start));
                start = line < 0 ? end : line + 1;
                while (start < end && char.IsWhiteSpace(source[start]))
                {
                    start++;
                }

                return (start, end);
            default:
                while (end > start && char.IsWhiteSpace(source[end - 1]))
                {
                    end--;
                }

                return (start, end);
        }
    }

    /// <summary>False where escapes, doubled quotes or marks make the text in the file another than what it says.</summary>
    private static bool SaysTheSame(string raw, string value)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < raw.Length && char.IsWhiteSpace(raw[i]))
            {
                i++;
            }

            while (j < value.Length && char.IsWhiteSpace(value[j]))
            {
                j++;
            }

            if (i == raw.Length || j == value.Length)
            {
                return i == raw.Length && j == value.Length;
            }

            if (raw[i++] != value[j++])
            {
                return false;
            }
        }
    }
}
