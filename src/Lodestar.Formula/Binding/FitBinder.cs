// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Binding;

/// <summary>Gives fits their variables and years.</summary>
internal sealed class FitBinder(ModelScope scope)
{
    public ImmutableArray<BoundFit> Bind(IEnumerable<(FitText Fit, ImmutableArray<string> Prefixes)> texts)
    {
        var fits = ImmutableArray.CreateBuilder<BoundFit>();
        foreach (var (text, prefixes) in texts)
        {
            var (of, to) = (VariableOf(text.Of, prefixes), VariableOf(text.To, prefixes));
            var (from, until) = (YearOf(text.From, 0), YearOf(text.Until, scope.YearCount - 1));
            var test = YearOf(text.Test, until ?? 0);
            if (of is null || to is null || from is null || until is null || test is null)
            {
                continue;
            }

            if (until < from || test < until)
            {
                scope.Bag.Add(
                    Fault.FitYears,
                    Span.Of(text.Until ?? text.Test ?? text.From ?? text.Of),
                    ("from", from.Value + scope.FirstYear),
                    ("until", until.Value + scope.FirstYear),
                    ("test", test.Value + scope.FirstYear)
                );
                continue;
            }

            if (WeightOf(text.Weight) is { } weight && Match(text, of, to) is { } factor)
            {
                fits.Add(new BoundFit(of, to, factor, from.Value, until.Value, test.Value, weight));
            }
        }

        return fits.ToImmutable();
    }

    private double? Match(FitText text, BoundVariable of, BoundVariable to)
    {
        (string, object)[] names = [("of", of.Name), ("to", to.Name)];
        if (!to.Unit.TryFactorTo(of.Unit, out var factor))
        {
            scope.Bag.Add(
                Fault.FitUnits,
                Span.Of(text.To),
                [.. names, ("left", of.Unit.Symbol), ("right", to.Unit.Symbol)]
            );
            return null;
        }

        if (!of.Axes.SequenceEqual(to.Axes))
        {
            scope.Bag.Add(Fault.FitAxes, Span.Of(text.To), names);
            return null;
        }

        return factor;
    }

    private BoundVariable? VariableOf(Piece name, ImmutableArray<string> prefixes)
    {
        if (scope.Find(name.Text.Trim(), prefixes) is { } symbol)
        {
            symbol.IsUsed = true;
            return symbol.Variable;
        }

        scope.Bag.Add(
            new Problem(Fault.UnknownName, Span.Of(name))
            {
                Values = [("name", name.Text)],
                Suggestions = Nearest.To(name.Text, scope.Symbols.Keys),
            }
        );
        return null;
    }

    private int? YearOf(Piece? text, int otherwise)
    {
        if (text is null)
        {
            return otherwise;
        }

        if (TableBinder.YearOf(text.Text.Trim()) is not { } year)
        {
            scope.Bag.Add(Fault.BadYears, Span.Of(text), ("text", text.Text));
            return null;
        }

        if (year < scope.FirstYear || year > scope.LastYear)
        {
            scope.Bag.Add(
                Fault.YearOutside,
                Span.Of(text),
                ("year", year),
                ("from", scope.FirstYear),
                ("to", scope.LastYear)
            );
            return null;
        }

        return year - scope.FirstYear;
    }

    private double? WeightOf(Piece? text)
    {
        if (text is null)
        {
            return 1;
        }

        if (
            double.TryParse(text.Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && double.IsFinite(weight)
            && weight >= 0
        )
        {
            return weight;
        }

        scope.Bag.Add(Fault.FitWeight, Span.Of(text), ("text", text.Text));
        return null;
    }
}
