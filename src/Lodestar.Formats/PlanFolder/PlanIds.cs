// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Lodestar.Formats.PlanFolder;

/// <summary>Stable ids: lower-case letters, digits and hyphens.</summary>
public static class PlanIds
{
    public const int MaxLength = 64;

    /// <summary>True for 1 to 64 of a–z, 0–9 and single hyphens inside.</summary>
    public static bool IsValid(string id)
    {
        if (id.Length is 0 or > MaxLength || id[0] == '-' || id[^1] == '-')
        {
            return false;
        }

        for (var i = 0; i < id.Length; i++)
        {
            if (!(char.IsAsciiLetterLower(id[i]) || char.IsAsciiDigit(id[i]) || (id[i] == '-' && id[i - 1] != '-')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An id made from a name: "Göteborgs Stad" → "goteborgs-stad". "item" when the name holds no usable letter.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in WithoutLoneSurrogates(name).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’')
            {
                continue;
            }

            var plain = Spelled(c);
            if (plain.Length > 0)
            {
                slug.Append(plain);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= MaxLength)
            {
                break;
            }
        }

        slug.Length = Math.Min(slug.Length, MaxLength);
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "item" : text;
    }

    /// <summary>The wanted id, or with -2, -3 … when it is taken.</summary>
    public static string Unique(string wanted, IEnumerable<string> taken)
    {
        var used = taken as IReadOnlySet<string> ?? taken.ToHashSet(StringComparer.Ordinal);
        var id = wanted;
        for (var n = 2; used.Contains(id); n++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"-{n}");
            var stem = wanted.Length + ending.Length <= MaxLength ? wanted : wanted[..(MaxLength - ending.Length)];
            id = stem.TrimEnd('-') + ending;
        }

        return id;
    }

    private static string WithoutLoneSurrogates(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));

    private static string Spelled(char c) =>
        c switch
        {
            >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
            >= 'A' and <= 'Z' => char.ToLowerInvariant(c).ToString(),
            'ß' => "ss",
            'ø' or 'Ø' => "o",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'þ' or 'Þ' => "th",
            'ı' => "i",
            '&' => "and",
            _ => "",
        };
}
