// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Lodestar.Climate.Problems;

/// <summary>Reads texts that come from outside without trusting their length.</summary>
internal static class BoundedText
{
    /// <summary>The whole text; null when it is longer than <paramref name="most"/> characters.</summary>
    public static string? Read(TextReader reader, int most)
    {
        var text = new StringBuilder();
        var block = new char[1 << 16];
        for (int read; (read = reader.Read(block, 0, block.Length)) > 0; )
        {
            text.Append(block, 0, read);
            if (text.Length > most)
            {
                return null;
            }
        }

        return text.ToString();
    }

    /// <summary>The first line without its end, or its first <paramref name="most"/> characters.</summary>
    public static string Line(TextReader reader, int most)
    {
        var text = new StringBuilder();
        for (int read; text.Length < most && (read = reader.Read()) is >= 0 and not '\n' and not '\r'; )
        {
            text.Append((char)read);
        }

        return text.ToString();
    }
}
