// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Words: units, gases glued or set apart, metric sets, price years and numbers.</summary>
internal sealed partial class UnitReader
{
    private const int MostWordsInName = 4;

    private Part? Word()
    {
        var start = position;
        var end = WordEnd(start);
        if (Name(start) is { } named)
        {
            return Qualified(named, start);
        }
        var word = text[start..end];
        if (table.Lexicon.Ambiguous(word) is { } meanings)
        {
            Fail(UnitFaultKind.AmbiguousUnit, start, end, meanings);
            return null;
        }
        if (table.Lexicon.Find(word) is { } atom)
        {
            position = end;
            return Qualified(new(Unit.Of(atom), atom, 0), start);
        }
        if (table.Lexicon.TryPhrase(word, out var unit))
        {
            position = end;
            return Qualified(Whole(unit!), start);
        }
        if (table.Lexicon.TryNumber(word, out var power))
        {
            position = end;
            return new(Unit.One, null, power);
        }
        if (Glued(start, end, out var part))
        {
            return part;
        }
        if (fault is null)
        {
            FailUnknown(start, end);
        }
        return null;
    }

    /// <summary>The longest name of two to four words that starts here.</summary>
    private Part? Name(int start)
    {
        Span<int> ends = stackalloc int[MostWordsInName];
        var count = 0;
        for (var p = start; count < MostWordsInName && IsWordCharacter(p); p++)
        {
            p = WordEnd(p);
            ends[count++] = p;
            if (p >= text.Length || text[p] is not (' ' or '-'))
            {
                break;
            }
        }
        for (; count > 1; count--)
        {
            if (table.Lexicon.TryPhrase(text[start..ends[count - 1]].Replace('-', ' '), out var unit))
            {
                position = ends[count - 1];
                return Whole(unit!);
            }
        }
        return null;
    }

    private static Part Whole(Unit unit) =>
        unit.Terms.Length == 1 && unit.Terms[0].Power == 1 && unit.Equals(Unit.Of(unit.Terms[0].Atom))
            ? new(unit, unit.Terms[0].Atom, 0)
            : new(unit, null, 0);

    /// <summary>What may follow a unit: a gas after a mass, a price year after a currency, an exponent.</summary>
    private Part? Qualified(Part part, int start)
    {
        if (part.Atom is { Definition.IsMass: true } mass)
        {
            part = Substance(mass) is { } of ? new(Unit.Of(of), of, 0) : part;
        }
        else if (part.Atom is { Definition.IsMoney: true } money)
        {
            part = PriceYear(money) is { } priced ? new(Unit.Of(priced), priced, 0) : part;
        }
        return fault is null ? Raised(part, start) : null;
    }

    private UnitAtom? Substance(UnitAtom mass)
    {
        var p = position;
        while (p < text.Length && text[p] == ' ')
        {
            p++;
        }
        if (p == position && p < text.Length && text[p] is '-' or '_')
        {
            p++;
        }
        else if (p > position && string.CompareOrdinal(text, p, "of ", 0, 3) == 0)
        {
            p += 3;
        }
        var substance = table.Substances.LongestAt(text, p, out var end);
        if (substance is null)
        {
            return null;
        }
        position = end;
        return substance.Gas is { } gas ? mass.WithGas(gas) : mass.WithCO2e(SetAfterCO2e());
    }

    /// <summary><c>tCO2e</c>, <c>GgCO2eq</c>, <c>MtC</c>: a unit of mass with a gas glued to it.</summary>
    private bool Glued(int start, int end, out Part? part)
    {
        for (var split = end - 1; split > start; split--)
        {
            var head = text[start..split];
            var mass =
                table.Lexicon.Find(head) ?? (table.Lexicon.TryPhrase(head, out var unit) ? Whole(unit!).Atom : null);
            var meanings = table.Lexicon.Ambiguous(head);
            if (
                (mass is not { Definition.IsMass: true } && meanings is null)
                || table.Substances.LongestAt(text, split, out _) is null
            )
            {
                continue;
            }
            part = null;
            if (meanings is not null)
            {
                Fail(UnitFaultKind.AmbiguousUnit, start, split, meanings.Select(meaning => meaning + " ").ToArray());
                return false;
            }
            position = split;
            part = Qualified(new(Unit.Of(mass!), mass, 0), start);
            return part is not null;
        }
        part = null;
        return false;
    }

    private bool AtPer() =>
        string.Compare(text, position, "per", 0, 3, StringComparison.OrdinalIgnoreCase) == 0
        && WordEnd(position) == position + 3
        && !NameStarts();

    private bool NameStarts()
    {
        var start = position;
        var found = Name(start) is not null; // per cent, per mille
        position = start;
        return found;
    }

    private bool IsWordCharacter(int at) =>
        at < text.Length
        && (
            char.IsLetter(text[at])
            || text[at] is '%' or '‰' or '°' or '€' or '£' or '$' or '¥'
            || (
                text[at] == '_'
                && at > 0
                && char.IsLetter(text[at - 1])
                && at + 1 < text.Length
                && char.IsLetter(text[at + 1])
            )
        );

    private int WordEnd(int start)
    {
        var end = start;
        while (IsWordCharacter(end))
        {
            end++;
        }
        return end;
    }
}
