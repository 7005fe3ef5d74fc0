// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Problems;
using Lodestar.Formula.Text;

namespace Lodestar.Formula.Binding;

/// <summary>
/// Puts a model and its modules into one list. A module sees its own names alone; what it needs from outside stands
/// under <c>with</c>, in the words of who uses it. Axes are shared by name: those of the user hold.
/// </summary>
internal sealed class Modules(ProblemBag bag)
{
    /// <summary>Modules within modules.</summary>
    private const int MostDepth = 8;

    private const int MostVariables = 20_000;

    /// <summary>Modules of a model, each counted as often as it is used.</summary>
    private const int MostModules = 500;

    private int _modules;
    private bool _isFull;

    public List<AxisText> Axes { get; } = [];

    public List<Symbol> Symbols { get; } = [];

    public List<(MeasureText Measure, string Prefix)> Measures { get; } = [];

    public List<(Piece Check, ImmutableArray<string> Prefixes)> Checks { get; } = [];

    public List<(CorrelationText Correlation, string Prefix)> Correlations { get; } = [];

    public List<(FitText Fit, ImmutableArray<string> Prefixes)> Fits { get; } = [];

    public void Add(ModelText model) => Add(model, "", 0, []);

    private void Add(
        ModelText model,
        string prefix,
        int depth,
        Dictionary<string, (Piece Value, ImmutableArray<string> In)> with
    )
    {
        foreach (var axis in model.Axes)
        {
            if (prefix.Length == 0 || Axes.All(a => a.Name.Text != axis.Name.Text))
            {
                Axes.Add(axis);
            }
        }

        ImmutableArray<string> own = [prefix];
        foreach (var variable in model.Variables)
        {
            var symbol = with.Remove(variable.Name.Text, out var given)
                ? new Symbol(
                    prefix + variable.Name.Text,
                    variable with
                    {
                        Value = given.Value,
                        Data = null,
                        Stock = null,
                        Initial = null,
                        Range = null,
                        Fitted = null,
                        Vary = [],
                    },
                    given.In
                )
                {
                    IsUsed = true,
                }
                : new Symbol(prefix + variable.Name.Text, variable, own);
            Add(symbol);
        }

        foreach (var (name, value) in with)
        {
            bag.Add(
                new Problem(Fault.UnknownInModule, Span.Of(value.Value))
                {
                    Values = [("name", name), ("module", model.Name.Text)],
                    Suggestions = Nearest.To(name, model.Variables.Select(v => v.Name.Text)),
                }
            );
        }

        foreach (var measure in model.Measures)
        {
            Measures.Add((measure, prefix));
            var inside = prefix + MeasureBinder.PrefixOf(measure);
            foreach (var variable in measure.Variables)
            {
                Add(new Symbol(inside + variable.Name.Text, variable, [inside, prefix]) { IsUsed = true });
            }
        }

        Checks.AddRange(model.Checks.Select(c => (c, own)));
        Fits.AddRange(model.Fits.Select(f => (f, own)));
        Correlations.AddRange(model.Correlations.Select(c => (c, prefix)));
        foreach (var use in model.Uses)
        {
            if (use.Text is null)
            {
                continue;
            }

            // Whoever uses the module that was one too many has nothing to add to that.
            if (_isFull)
            {
                return;
            }

            if (depth == MostDepth)
            {
                bag.Add(Fault.ModulesTooDeep, Span.Of(use.Model), ("most", MostDepth));
                return;
            }

            _modules++;
            _isFull = _modules > MostModules || Symbols.Count > MostVariables;
            if (_isFull)
            {
                var (most, what) = _modules > MostModules ? (MostModules, "modules") : (MostVariables, "variables");
                bag.Add(Fault.TooMany, Span.Of(use.Model), ("most", most), ("what", what));
                return;
            }

            var inner = new Dictionary<string, (Piece, ImmutableArray<string>)>(StringComparer.Ordinal);
            foreach (var (name, value) in use.With)
            {
                inner[name.Text.Trim()] = (value, own);
            }

            Add(use.Text, prefix + use.As.Text + ".", depth + 1, inner);
        }
    }

    private void Add(Symbol symbol)
    {
        Symbols.Add(symbol);
        if (symbol.Text.Stock is { } stock)
        {
            Symbols.AddRange(
                StockBinder
                    .Parts(stock)
                    .Select(part => new Symbol(
                        symbol.Name + "." + part,
                        new VariableText(symbol.Text.Name),
                        symbol.Prefixes
                    )
                    {
                        IsPart = true,
                    })
            );
        }
    }
}
