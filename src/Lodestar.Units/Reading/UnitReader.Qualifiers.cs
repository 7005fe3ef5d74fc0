// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>What qualifies a unit: the metric set of CO2e and the price year of money.</summary>
internal sealed partial class UnitReader
{
    private const int FirstPriceYear = 1900;
    private const int LastPriceYear = 2199;

    /// <summary><c>_AR5</c>, <c> AR6 GWP20</c>, <c> (AR5-100)</c>; null when the text says none.</summary>
    private GwpSet? SetAfterCO2e()
    {
        if (ReadStatedSet(out var set))
        {
            return set;
        }
        var p = position;
        while (p < text.Length && text[p] == ' ')
        {
            p++;
        }
        var apart = p > position;
        if (p < text.Length && text[p] is '_' or '-' or ',')
        {
            (p, apart) = (p + 1, true);
        }
        if (!apart || !NamesSet(p))
        {
            return null;
        }
        Span<int> ends = stackalloc int[3];
        var runs = 0;
        for (var q = p; runs < ends.Length && q < text.Length && char.IsAsciiLetterOrDigit(text[q]); q++)
        {
            while (q < text.Length && char.IsAsciiLetterOrDigit(text[q]))
            {
                q++;
            }
            ends[runs++] = q;
            if (q >= text.Length || text[q] is not (' ' or '_' or '-'))
            {
                break;
            }
        }
        for (var run = runs; run > 0; run--)
        {
            if (table.Sets.Find(text.AsSpan(p, ends[run - 1] - p)) is { } found)
            {
                position = ends[run - 1];
                return found;
            }
        }
        FailSet(p, ends[0]);
        return null;
    }

    private bool ReadStatedSet()
    {
        var start = position;
        if (!ReadStatedSet(out var set))
        {
            return false;
        }
        if (set is not null)
        {
            stated = (set, start, position);
        }
        return true;
    }

    /// <summary>A metric set in parentheses. True also for one that does not exist, which is a fault.</summary>
    private bool ReadStatedSet(out GwpSet? set)
    {
        set = null;
        var open = position;
        while (open < text.Length && text[open] == ' ')
        {
            open++;
        }
        var close = open < text.Length && text[open] == '(' ? text.IndexOf(')', open) : -1;
        var inner = open + 1;
        while (inner < close && text[inner] == ' ')
        {
            inner++;
        }
        // (SAR)^2 is a currency squared.
        var raised = close + 1 < text.Length && text[close + 1] == '^';
        if (close < 0 || raised || !NamesSet(inner))
        {
            return false;
        }
        set = table.Sets.Find(text.AsSpan(inner, close - inner));
        position = close + 1;
        if (set is null)
        {
            FailSet(inner, close);
        }
        return true;
    }

    /// <summary>Whether a metric set is meant here: AR, SAR, TAR or GWP, before its number is looked at.</summary>
    private bool NamesSet(int at)
    {
        foreach (var head in (ReadOnlySpan<string>)["AR", "SAR", "TAR", "GWP", "IPCC"])
        {
            var after = at + head.Length;
            if (string.Compare(text, at, head, 0, head.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return after >= text.Length || !char.IsLetter(text[after]) || head == "IPCC";
            }
        }
        return false;
    }

    private void FailSet(int start, int end) =>
        Fail(UnitFaultKind.UnknownGwpSet, start, end, Suggester.Sets(text[start..end], table.GwpSets));

    /// <summary><c>EUR_2020</c>, <c>EUR2020</c>, <c>EUR (2020)</c>; null when the text says none.</summary>
    private UnitAtom? PriceYear(UnitAtom money)
    {
        var p = position;
        while (p < text.Length && text[p] == ' ')
        {
            p++;
        }
        var parenthesis = p < text.Length && text[p] == '(' && IsDigit(p + 1);
        if (!parenthesis && (p != position || !(IsDigit(p) || (Current == '_' && IsDigit(p + 1)))))
        {
            return null;
        }
        var start = p + (parenthesis || text[p] == '_' ? 1 : 0);
        var (end, year) = (start, 0);
        for (; IsDigit(end); end++)
        {
            year = Math.Min((year * 10) + (text[end] - '0'), 100_000);
        }
        var closed = !parenthesis || (end < text.Length && text[end] == ')');
        if (!closed || year is < FirstPriceYear or > LastPriceYear)
        {
            Fail(UnitFaultKind.BadPriceYear, start, end);
            return null;
        }
        position = end + (parenthesis ? 1 : 0);
        return money.InPricesOf(year);
    }
}
