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
}
