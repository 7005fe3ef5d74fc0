// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Planning.Jurisdictions;

/// <summary>Names as people type them: case, accents, hyphens and punctuation make no difference.</summary>
public static class NameFold
{
    /// <summary>"Kings Lynn &amp; West-Norfolk" → "kings lynn and west norfolk"; "Åtvidaberg" → "atvidaberg".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Lone surrogates cannot be normalised; through UTF-8 they become replacement characters first.
        foreach (var rune in Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(rune))
            {
                Append(folded, char.ToLowerInvariant(rune));
            }
            else if (rune == '&')
            {
                folded.Append(" and ");
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && rune is not ('\'' or '’')
            )
            {
                folded.Append(' ');
            }
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder folded, char letter)
    {
        switch (letter)
        {
            case 'ß':
                folded.Append("ss");
                break;
            case 'ø':
                folded.Append('o');
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case 'œ':
                folded.Append("oe");
                break;
            default:
                folded.Append(letter);
                break;
        }
    }
}
