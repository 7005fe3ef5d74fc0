// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Syntax;
using Lodestar.Formula.Text;
using Lodestar.Units;

namespace Lodestar.Formula.Binding;

/// <summary>What came of a model: itself where it can run, and everything that is to be said about it.</summary>
/// <param name="Model">Null when there are errors.</param>
/// <param name="Problems">Errors and warnings in the order they were found.</param>
public sealed record BindingResult(BoundModel? Model, IReadOnlyList<Problem> Problems);

/// <summary>Checks a model and gives its formulas their meaning.</summary>
public static partial class Binder
{
    /// <summary>The most years a model may have.</summary>
    public const int MostYears = 500;

    /// <summary>The most values, over all variables, cells and years, of one run.</summary>
    public const long MostValues = 30_000_000;

    /// <summary>The most numbers one run may compute on the way to its values.</summary>
    public const long MostWork = 2_000_000_000;

    private const int MostLabels = 4096;
    private const int MostAxes = 64;

    /// <summary>Never throws on what a model states.</summary>
    /// <param name="text">The model as its files state it.</param>
    /// <returns>The model and its problems.</returns>
    public static BindingResult Bind(ModelText text)
    {
        var bag = new ProblemBag();
        var modules = new Modules(bag);
        modules.Add(text);
        var scope = Years(text, bag);
        var hasYears = scope is not null;
        // Without years the rest is checked all the same.
        scope ??= new ModelScope(2000, 2, bag);
        Axes(modules, scope);
        Symbols(modules, scope);

        var binder = new VariableBinder(scope);
        foreach (var symbol in modules.Symbols)
        {
            binder.Declare(symbol);
        }

        foreach (var symbol in modules.Symbols.Where(s => !s.IsPart).OrderBy(s => s.Text.Stock is not null))
        {
            binder.Define(symbol);
        }

        var measures = new MeasureBinder(scope);
        foreach (var (measure, prefix) in modules.Measures)
        {
            measures.Bind(measure, prefix);
        }

        measures.Apply();
        foreach (var act in scope.Later)
        {
            act();
        }

        var checks = Checks(modules, scope);
        var correlations = Correlated(modules, scope);
        var fits = new FitBinder(scope).Bind(modules.Fits);
        var strata = bag.HasErrors ? null : Ordering.Of(scope.Variables, bag);
        if (bag.HasErrors || !hasYears || strata is not { } order)
        {
            return new BindingResult(null, bag.Problems);
        }

        var outcomes = Outcomes(modules, scope);
        Unused(modules, scope, measures, outcomes);
        if (!IsAffordable(scope, text))
        {
            return new BindingResult(null, bag.Problems);
        }

        var model = new BoundModel
        {
            Name = text.Name.Text,
            FirstYear = scope.FirstYear,
            YearCount = scope.YearCount,
            Axes = [.. scope.Axes],
            Variables = [.. scope.Variables],
            Parameters = [.. scope.Parameters],
            Correlations = correlations,
            Checks = checks,
            Fits = fits,
            Strata = order,
            Outcomes = outcomes,
            LaneAxis = scope
                .Axes.Where(a => a.Count >= Lanes.Width && !scope.HiddenAxes.Contains(a))
                .MaxBy(a => a.Count),
        };
        return new BindingResult(model, bag.Problems);
    }

    private static ModelScope? Years(ModelText text, ProblemBag bag)
    {
        if (text.Time is not { } time)
        {
            bag.Add(Fault.YearsMissing, Span.Of(text.Name));
            return null;
        }

        foreach (var piece in new[] { time.From, time.To })
        {
            if (TableBinder.YearOf(piece.Text.Trim()) is null)
            {
                bag.Add(Fault.BadYears, Span.Of(piece), ("text", piece.Text));
                return null;
            }
        }

        var (from, to) = (
            TableBinder.YearOf(time.From.Text.Trim())!.Value,
            TableBinder.YearOf(time.To.Text.Trim())!.Value
        );
        if (to < from || to - from >= MostYears)
        {
            bag.Add(Fault.BadYears, Span.Of(time.To), ("text", $"{from}–{to}"));
            return null;
        }

        return new ModelScope(from, to - from + 1, bag);
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*$")]
    private static partial Regex NamePattern();

    private static bool IsName(string text) =>
        text.Length <= 128 && NamePattern().IsMatch(text) && !Lexer.Keywords.Contains(text) && text != "year";

    private static void Axes(Modules modules, ModelScope scope)
    {
        var bag = scope.Bag;
        foreach (var text in modules.Axes)
        {
            var name = text.Name.Text.Trim();
            if (!IsName(name))
            {
                bag.Add(Fault.BadName, Span.Of(text.Name), ("name", name));
                continue;
            }

            if (scope.FindAxis(name) is not null)
            {
                bag.Add(Fault.DeclaredTwice, Span.Of(text.Name), ("name", name));
                continue;
            }

            if (text.Labels.Length == 0)
            {
                bag.Add(Fault.AxisEmpty, Span.Of(text.Name), ("axis", name));
                continue;
            }

            if (text.Labels.Length > MostLabels || scope.Axes.Count >= MostAxes)
            {
                var (most, what) = text.Labels.Length > MostLabels ? (MostLabels, "labels") : (MostAxes, "axes");
                bag.Add(Fault.TooMany, Span.Of(text.Name), ("most", most), ("what", what));
                continue;
            }

            var labels = text.Labels.Select(l => l.Text.Trim()).ToImmutableArray();
            foreach (var twice in text.Labels.GroupBy(l => l.Text.Trim()).Where(g => g.Count() > 1))
            {
                bag.Add(Fault.DeclaredTwice, Span.Of(twice.Last()), ("name", twice.Key));
            }

            var axis = scope.AddAxis(name, labels);
            foreach (var (set, members) in text.Sets)
            {
                var flags = new bool[labels.Length];
                foreach (var member in members)
                {
                    if (LabelOf(axis, member, bag) is { } label)
                    {
                        flags[label] = true;
                    }
                }

                scope.AddSet(axis, set.Text.Trim(), [.. flags]);
            }
        }

        foreach (var text in modules.Axes)
        {
            if (scope.FindAxis(text.Name.Text.Trim()) is { } axis)
            {
                Mappings(text, axis, scope);
            }
        }
    }

    private static void Mappings(AxisText text, Axis axis, ModelScope scope)
    {
        foreach (var (name, pairs) in text.Mappings)
        {
            if (scope.FindAxis(name.Text.Trim()) is not { } to)
            {
                scope.Bag.Add(
                    new Problem(Fault.UnknownAxis, Span.Of(name))
                    {
                        Values = [("name", name.Text)],
                        Suggestions = Nearest.To(name.Text, scope.AxisNames),
                    }
                );
                continue;
            }

            var map = Enumerable.Repeat(-1, axis.Count).ToArray();
            foreach (var (label, of) in pairs)
            {
                if (LabelOf(axis, label, scope.Bag) is { } from && LabelOf(to, of, scope.Bag) is { } belongs)
                {
                    map[from] = belongs;
                }
            }

            var missing = axis.Labels.Where((_, i) => map[i] < 0).ToList();
            if (missing.Count > 0)
            {
                scope.Bag.Add(
                    Fault.CellsMissing,
                    Span.Of(name),
                    ("count", missing.Count),
                    ("of", axis.Count),
                    ("cells", string.Join("; ", missing.Take(3)))
                );
                continue;
            }

            scope.AddMapping(axis, to, [.. map]);
        }
    }

    private static int? LabelOf(Axis axis, Piece piece, ProblemBag bag)
    {
        var label = axis.Labels.IndexOf(piece.Text.Trim());
        if (label >= 0)
        {
            return label;
        }

        bag.Add(
            new Problem(Fault.UnknownLabel, Span.Of(piece))
            {
                Values = [("label", piece.Text), ("axis", axis.Name)],
                Suggestions = Nearest.To(piece.Text, axis.Labels),
            }
        );
        return null;
    }

    private static void Symbols(Modules modules, ModelScope scope)
    {
        foreach (var symbol in modules.Symbols)
        {
            if (!IsName(symbol.Name))
            {
                scope.Bag.Add(Fault.BadName, Span.Of(symbol.Text.Name), ("name", symbol.Text.Name.Text));
            }
            else if (scope.FindAxis(symbol.Name) is not null || !scope.Symbols.TryAdd(symbol.Name, symbol))
            {
                scope.Bag.Add(Fault.DeclaredTwice, Span.Of(symbol.Text.Name), ("name", symbol.Name));
            }
        }
    }

    private static ImmutableArray<BoundCheck> Checks(Modules modules, ModelScope scope)
    {
        var checks = ImmutableArray.CreateBuilder<BoundCheck>();
        foreach (var (piece, prefixes) in modules.Checks)
        {
            if (new ExpressionBinder(scope, prefixes).Bind(piece) is not { } value)
            {
                continue;
            }

            if (!value.Unit.Dimension.IsDimensionless || value.Extent != Extent.Neutral)
            {
                scope.Bag.Add(Fault.ChecksNothing, Span.Of(piece));
                continue;
            }

            checks.Add(new BoundCheck(scope.Add(piece.Text, value), Span.Of(piece), CheckKind.Stated));
        }

        foreach (var symbol in modules.Symbols.Where(s => !s.IsPart))
        {
            if (symbol.Variable is not { } variable)
            {
                continue;
            }

            var span = Span.Of(symbol.Text.Name);
            var self = new VariableValue(variable);
            if (variable.SumsToOne is { } axis && variable.Body is not TableValue && variable.Axes.Contains(axis))
            {
                var sum = Nodes.Reduce(Reduction.Sum, self, axis).To(Unit.One);
                var off = Nodes.Unary(UnaryOperation.Abs, Nodes.Subtract(sum, Nodes.Number(1)));
                var closes = Nodes.Binary(BinaryOperation.LessOrEqual, off, Nodes.Number(1e-6), Unit.One);
                checks.Add(Check(closes, symbol.Name + ".closes", CheckKind.SharesClose));
            }

            if (symbol.Text.Stock is not null)
            {
                // What is no number is said on its own.
                var stands = Nodes.Unary(
                    UnaryOperation.Not,
                    Nodes.Binary(BinaryOperation.Less, self, new Constant(-1e-9, variable.Unit), Unit.One)
                );
                checks.Add(Check(stands, symbol.Name + ".stands", CheckKind.StockStands));
            }

            BoundCheck Check(BoundExpression node, string name, CheckKind kind) =>
                new(scope.Add(name, new Value(node, Extent.Neutral, span)), span, kind);
        }

        return checks.ToImmutable();
    }

    private static ImmutableArray<CorrelatedGroup> Correlated(Modules modules, ModelScope scope) =>
        new CorrelationBinder(scope).Bind(modules.Correlations);

    private static ImmutableArray<BoundVariable> Outcomes(Modules modules, ModelScope scope)
    {
        var stated = scope.Variables.Where(v => v is { IsOutcome: true, IsHidden: false }).ToImmutableArray();
        return stated.Length > 0
            ? stated
            :
            [
                .. modules
                    .Symbols.Where(s => s is { IsUsed: false, IsPart: false, Variable: not null })
                    .Select(s => s.Variable!)
                    .OrderBy(v => v.Index),
            ];
    }

    private static void Unused(
        Modules modules,
        ModelScope scope,
        MeasureBinder measures,
        ImmutableArray<BoundVariable> outcomes
    )
    {
        if (!outcomes.Any(o => o.IsOutcome))
        {
            return;
        }

        // A module offers more than each of its users needs.
        var unused = modules.Symbols.Where(s =>
            s is { IsUsed: false, IsPart: false, Variable.IsOutcome: false, Prefixes: [""] }
        );
        foreach (var symbol in unused.Where(s => !HasUsedPart(s, scope)))
        {
            scope.Bag.Add(Fault.UnusedVariable, Span.Of(symbol.Text.Name), ("name", symbol.Name));
        }

        measures.SayWithoutEffect(Ordering.NeededBy(outcomes));
    }

    private static bool HasUsedPart(Symbol symbol, ModelScope scope) =>
        symbol.Text.Stock is { } stock
        && StockBinder.Parts(stock).Any(part => scope.Symbols[symbol.Name + "." + part].IsUsed);

    private static bool IsAffordable(ModelScope scope, ModelText text)
    {
        var values = scope.Variables.Sum(v => (double)v.Cells * scope.YearCount);
        var work = Work.Of(scope.Variables, scope.YearCount);
        if (values <= MostValues && work <= MostWork)
        {
            return true;
        }

        scope.Bag.Add(
            Fault.TooMuchWork,
            Span.Of(text.Name),
            ("most", (values > MostValues ? MostValues : MostWork).ToString("N0", CultureInfo.InvariantCulture))
        );
        return false;
    }
}
