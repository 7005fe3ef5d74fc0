// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Interpret;
using Lodestar.Formula.Syntax;

namespace Lodestar.Formula.Explain;

/// <summary>Says of a value of a run what it was computed from, as a tree.</summary>
public sealed class Explanation
{
    private const string WithoutMeasures = ".without_measures";

    private readonly BoundModel _model;
    private readonly InterpretedRun _run;
    private readonly double[] _parameters;
    private readonly ImmutableArray<int> _offsets;
    private readonly Dictionary<string, Statements.Statement> _stated;

    private Explanation(BoundModel model, ModelText text, InterpretedRun run, double[] parameters)
    {
        (_model, _run, _parameters) = (model, run, parameters);
        _offsets = Execute.Lanes.Offsets(model);
        _stated = Statements.Of(text);
    }

    /// <summary>Explains one value.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">What its files state.</param>
    /// <param name="run">A run of it.</param>
    /// <param name="parameters">The numbers of the run's lane.</param>
    /// <param name="variable">A variable of the model.</param>
    /// <param name="labels">A label for each of its axes, by place.</param>
    /// <param name="year">The calendar year, one of the model's.</param>
    /// <param name="depth">How many steps up to go; at least one.</param>
    /// <returns>The value and what led to it.</returns>
    public static Fact Of(
        BoundModel model,
        ModelText text,
        InterpretedRun run,
        ReadOnlySpan<double> parameters,
        BoundVariable variable,
        ImmutableArray<int> labels,
        int year,
        int depth
    )
    {
        var cell = new int[model.Axes.Length];
        foreach (var (axis, label) in variable.Axes.Zip(labels))
        {
            cell[axis.Index] = label;
        }

        var at = year - model.FirstYear;
        return new Explanation(model, text, run, parameters.ToArray()).FactOf(
            new Read(variable, null, at, at, cell),
            depth
        );
    }

    private Fact FactOf(Read read, int depth) =>
        read.Variable is { } variable ? OfVariable(read, variable, depth) : OfParameter(read, read.Parameter!);

    private Fact OfParameter(Read read, Parameter parameter) =>
        new(
            parameter.Name,
            _model.FirstYear + read.Year,
            LabelsOf(parameter.Axes, read.Cell),
            parameter.Axes.Any(a => read.Cell[a.Index] < 0)
                ? null
                : _parameters[_offsets[parameter.Index] + CellOf(parameter.Axes, read.Cell)],
            parameter.Unit,
            KindOf(parameter)
        );

    private Fact OfVariable(Read read, BoundVariable variable, int depth)
    {
        var stated = _stated.GetValueOrDefault(variable.Name);
        var isOne = read.Year == read.ToYear && variable.Axes.All(a => read.Cell[a.Index] >= 0);
        var collector = new ReadCollector();
        var body = read.Year == 0 && variable.First is { } first ? first : variable.Body;
        collector.Walk(body, read.Year, read.Cell);
        var own = collector.Reads.FirstOrDefault(r => r.Parameter is { IsSwitch: false } p && p.Name == variable.Name);
        var reads = collector
            .Reads.Where(r => r != own && r != read && r.Parameter is null or { IsInput: true } or { IsSwitch: true })
            .ToList();
        var switches = reads.Where(r => r.Parameter is { IsSwitch: true }).Select(r => r.Parameter!.Name);
        var kind =
            stated?.Text.Stock is not null ? FactKind.Stock
            : own is not null ? KindOf(own.Parameter!)
            : reads.Any(r => r.Variable is not null || r.Parameter is { IsSwitch: false }) ? FactKind.Computed
            : stated?.Text is { Data: null, Value: not null } && body is not Constant ? FactKind.Computed
            : FactKind.Given;
        var formula = FormulaOf(stated?.Text, variable, read.Year);
        return new Fact(
            variable.Name,
            _model.FirstYear + read.Year,
            LabelsOf(variable.Axes, read.Cell),
            isOne ? _run.Values(variable)[(read.Year * variable.Cells) + CellOf(variable.Axes, read.Cell)] : null,
            variable.Unit,
            kind
        )
        {
            Variable = variable,
            Stated = stated?.Text,
            Formula = formula,
            Numbers =
                formula is null || kind != FactKind.Computed || reads.Count == 0
                    ? null
                    : PutIn(formula, stated!.Prefix, reads),
            ToYear = read.Year == read.ToYear ? null : _model.FirstYear + read.ToYear,
            Without =
                switches.Any()
                && isOne
                && _model.Variables.FirstOrDefault(v => v.Name == variable.Name + WithoutMeasures) is { } plain
                    ? _run.Evaluate(new VariableValue(plain), read.Year, read.Cell)
                    : null,
            Measures = [.. switches.Distinct(StringComparer.Ordinal)],
            Inputs = depth > 0 ? [.. reads.Select(r => FactOf(r, depth - 1))] : [],
            IsCut = depth <= 0 && reads.Count > 0,
        };
    }

    private static string? FormulaOf(VariableText? text, BoundVariable variable, int year)
    {
        var piece = year == 0 && variable.First is not null ? text?.Initial ?? text?.Stock?.Initial : text?.Value;
        return piece is null
            ? null
            : string.Join(' ', piece.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static FactKind KindOf(Parameter parameter) =>
        parameter.IsSwitch ? FactKind.Switch
        : parameter.Distribution is not null ? FactKind.Uncertain
        : FactKind.Lever;

    private static ImmutableArray<(Axis, string?)> LabelsOf(ImmutableArray<Axis> axes, int[] cell) =>
        [.. axes.Select(a => (a, cell[a.Index] < 0 ? null : a.Labels[cell[a.Index]]))];

    private static int CellOf(ImmutableArray<Axis> axes, int[] labels)
    {
        var cell = 0;
        foreach (var axis in axes)
        {
            cell = (cell * axis.Count) + labels[axis.Index];
        }

        return cell;
    }

    /// <summary>
    /// The formula with a value in the place of each name that is read once, as one value; a choice of labels after a
    /// name goes with it. Null where nothing could be put in.
    /// </summary>
    private string? PutIn(string formula, string prefix, List<Read> reads)
    {
        var single = reads
            .Where(r => r.Variable is not null && r.Year == r.ToYear && r.Variable.Axes.All(a => r.Cell[a.Index] >= 0))
            .GroupBy(r => r.Variable!.Name)
            .Where(g => !g.Skip(1).Any() && reads.Count(r => r.Variable?.Name == g.Key) == 1)
            .ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        var (text, done, any) = (new StringBuilder(), 0, false);
        var tokens = Lexer.Split(formula);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (
                token.Kind != TokenKind.Name
                || tokens[Math.Min(i + 1, tokens.Count - 1)].Is("(")
                || (single.GetValueOrDefault(prefix + token.Text) ?? single.GetValueOrDefault(token.Text))
                    is not { } read
            )
            {
                continue;
            }

            any = true;
            text.Append(formula, done, token.Start - done).Append(Amount(read));
            done = token.End;
            while (i + 1 < tokens.Count && tokens[i + 1].Is("["))
            {
                while (i + 1 < tokens.Count && !tokens[i + 1].Is("]") && tokens[i + 1].Kind != TokenKind.End)
                {
                    i++;
                }

                i++;
                done = tokens[Math.Min(i, tokens.Count - 1)].End;
            }
        }

        return any ? text.Append(formula, done, formula.Length - done).ToString() : null;
    }

    private string Amount(Read read)
    {
        var variable = read.Variable!;
        var value = _run.Values(variable)[(read.Year * variable.Cells) + CellOf(variable.Axes, read.Cell)];
        var number = Written(value);
        var amount = variable.Unit.Symbol is "1" or "" ? number : $"{number} {variable.Unit.Symbol}";
        return value < 0 ? $"({amount})" : amount;
    }

    /// <summary>Six digits, without an exponent where that can be read.</summary>
    private static string Written(double value)
    {
        if (Math.Abs(value) is < 1e-4 or >= 1e15 || !double.IsFinite(value))
        {
            return value.ToString("G6", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, decimals).ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
