// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>
/// Reads one text. Grammar: factors in a row multiply; <c>/</c> and <c>per</c> divide by every factor that follows up to the
/// next sign, so <c>g/t km</c> is g/(t km); a product sign after a division has two readings and is refused.
/// </summary>
internal sealed partial class UnitReader(UnitTable table, SourceText source, GwpSet? assumed)
{
    private readonly string text = source.Text;
    private int position;
    private UnitFault? fault;
    private (GwpSet Set, int Start, int End)? stated;

    internal UnitReading ReadAll(int start)
    {
        if (source.Original.Length > UnitTable.MaxLength)
        {
            const int Most = UnitTable.MaxLength;
            return new(null, new(UnitFaultKind.TooLong, "", Most, source.Original.Length - Most, []));
        }
        position = start;
        SkipSpaces();
        if (AtEnd)
        {
            return new(null, source.Fault(UnitFaultKind.Empty, position, position));
        }
        var unit = Product(0);
        if (unit is not null && !AtEnd)
        {
            unit = Fail(UnitFaultKind.UnbalancedParenthesis, position, position + 1);
        }
        unit = unit is null ? null : StateSet(unit);
        return new(unit, unit is null ? fault : null);
    }

    private bool AtEnd => position >= text.Length;

    private char Current => position < text.Length ? text[position] : '\0';

    private Unit? Product(int depth)
    {
        var result = Unit.One;
        bool any = false,
            divides = false;
        int fold = 0,
            pending = -1,
            last = position;
        for (SkipSpaces(); !AtEnd && Current != ')'; SkipSpaces())
        {
            var start = position;
            var divide = Current == '/' || AtPer();
            if (divide || Current is '*' or '.')
            {
                if (pending >= 0 || (!divide && !any))
                {
                    return Fail(UnitFaultKind.MissingUnit, start, start + 1);
                }
                position += divide && Current != '/' ? 3 : 1;
                if (!divide && divides)
                {
                    return FailAmbiguous(result, start, depth);
                }
                divides |= divide;
                pending = start;
                continue;
            }
            if (
                Current == '-'
                && any
                && start == last
                && position + 1 < text.Length
                && char.IsLetter(text[position + 1])
            )
            {
                position++; // person-km
            }
            if (Current == '(' && any && pending < 0 && ReadStatedSet())
            {
                continue;
            }
            if (Factor(depth) is not { } factor)
            {
                return null;
            }
            if (factor.Atom is not null && fold != 0 && table.Lexicon.WithPower(factor.Atom, fold) is { } prefixed)
            {
                (factor, fold) = (new(Unit.Of(prefixed), prefixed, 0), 0);
            }
            var unit = fold == 0 ? factor.Unit : Scaled(factor.Unit, fold);
            var next =
                unit is null ? null
                : divides ? Unit.TryDivide(result, unit)
                : Unit.TryMultiply(result, unit);
            if (next is null)
            {
                return Fail(UnitFaultKind.OutOfRange, start, position);
            }
            (result, fold, any, pending, last) = (next, factor.Fold, true, -1, position);
        }
        if (pending >= 0 || !any)
        {
            return Fail(
                UnitFaultKind.MissingUnit,
                pending >= 0 ? pending : position,
                pending >= 0 ? pending + 1 : position
            );
        }
        if (fold == 0)
        {
            return result;
        }
        var scaled =
            Scaled(Unit.One, fold) is not { } ten ? null
            : divides ? Unit.TryDivide(result, ten)
            : Unit.TryMultiply(result, ten);
        return scaled ?? Fail(UnitFaultKind.OutOfRange, 0, position);
    }

    private static Unit? Scaled(Unit unit, int power) =>
        Unit.TenToThe(power) is { } ten ? Unit.TryMultiply(ten, unit) : null;

    private Part? Factor(int depth)
    {
        var c = Current;
        if (c == '(')
        {
            return Nested(depth);
        }
        if (char.IsAsciiDigit(c))
        {
            return Number();
        }
        if (IsWordCharacter(position))
        {
            return Word();
        }
        var length = char.IsHighSurrogate(c) && position + 1 < text.Length ? 2 : 1;
        Fail(UnitFaultKind.UnexpectedCharacter, position, position + length);
        return null;
    }

    private Part? Nested(int depth)
    {
        var open = position;
        if (depth == UnitTable.MaxDepth)
        {
            Fail(UnitFaultKind.TooDeep, open, open + 1);
            return null;
        }
        position++;
        var inner = Product(depth + 1);
        if (inner is null)
        {
            return null;
        }
        if (Current != ')')
        {
            Fail(UnitFaultKind.UnbalancedParenthesis, open, open + 1);
            return null;
        }
        position++;
        return Raised(new(inner, null, 0), open);
    }

    /// <summary>Applies the exponent that follows, if any.</summary>
    private Part? Raised(Part factor, int start)
    {
        var before = position;
        if (Exponent(canBeGlued: factor.Atom is not null) is not { } exponent)
        {
            return null;
        }
        if (before == position)
        {
            return factor;
        }
        if (factor.Unit.TryPow(exponent) is { } raised)
        {
            return new(raised, exponent == 1 ? factor.Atom : null, 0);
        }
        Fail(UnitFaultKind.OutOfRange, start, position);
        return null;
    }

    private Unit? FailAmbiguous(Unit left, int start, int depth)
    {
        SkipSpaces();
        var end = position;
        IReadOnlyList<string> readings = [];
        if (!AtEnd && Current is not (')' or '/' or '*') && Factor(depth) is { } right)
        {
            end = position;
            var (below, above) = (Unit.TryDivide(left, right.Unit), Unit.TryMultiply(left, right.Unit));
            readings = below is null || above is null ? [] : [below.Symbol, above.Symbol];
        }
        // The readings replace the text from its start, since the parentheses go around what stands before the sign.
        fault = null;
        return Fail(UnitFaultKind.AmbiguousProduct, depth == 0 ? 0 : start, end, depth == 0 ? readings : []);
    }

    private Unit? Fail(UnitFaultKind kind, int start, int end, IReadOnlyList<string>? suggestions = null)
    {
        fault ??= source.Fault(kind, start, Math.Min(end, text.Length), suggestions);
        return null;
    }

    private Unit? StateSet(Unit unit)
    {
        if (stated is not { } said)
        {
            return assumed is null ? unit : unit.AssumeGwpSet(assumed);
        }
        var result = unit.AssumeGwpSet(said.Set);
        return result.Equals(unit) ? Fail(UnitFaultKind.UnexpectedCharacter, said.Start, said.End) : result;
    }

    private void SkipSpaces()
    {
        while (Current == ' ')
        {
            position++;
        }
    }

    private bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    /// <summary>A factor; with its atom where a gas, a prefix or an exponent may still join; or the power of ten of a number.</summary>
    private readonly record struct Part(Unit Unit, UnitAtom? Atom, int Fold);
}
