// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Binding;

namespace Lodestar.Domain.Tests.Formula.Compile;

/// <summary>Models in short, for messages of tests.</summary>
internal static class Shown
{
    public static string Of(BoundModel model) =>
        string.Join(
            "\n",
            model.Strata.SelectMany(
                (s, i) =>
                    s.Select(v =>
                        $"{i}: {v.Name}[{Axes(v.Axes)}] = {Of(v.Body)}{(v.First is { } first ? $"  first {Of(first)}" : "")}"
                    )
            )
        )
        + $"\nlane axis {model.LaneAxis?.Name}, {model.YearCount} years, axes {string.Join(' ', model.Axes.Select(a => $"{a.Name}:{a.Count}"))}";

    public static string Of(BoundExpression expression) =>
        expression switch
        {
            Constant c => c.Value.ToString("R", CultureInfo.InvariantCulture),
            YearNumber => "year",
            AgeNumber => "age",
            ParameterValue p => $"{p.Parameter.Name}[{Axes(p.Axes)}]",
            TableValue t => $"table{(t.Table.IsYearly ? "@" : "")}[{Axes(t.Axes)}]",
            VariableValue v => v.Variable.Name,
            PreviousValue p => $"previous({p.Variable.Name}, {(p.Before is { } before ? Of(before) : "-")})",
            YearValue y => $"at({y.Variable.Name}, {y.Year})",
            OverYears o => $"{o.Reduction}({o.Variable.Name} {o.From}..{o.To})",
            Survivors s => $"survivors({s.Inflow.Name}, {Of(s.Curve)})",
            UnaryExpression u => $"{u.Operation}({Of(u.Operand)})",
            BinaryExpression b => $"{b.Operation}({Of(b.Left)}, {Of(b.Right)})",
            Choice c => $"if({Of(c.Condition)}, {Of(c.Then)}, {Of(c.Else)})",
            ReductionExpression r => $"{r.Reduction}({Of(r.Body)} over {Axes(r.Over)})",
            Pick p => $"{Of(p.Body)}[{p.Axis}={p.Label}]",
            Remap r => $"{Of(r.Body)}[{r.From}=({string.Join(',', r.Map)})[{r.To}]]",
            LabelFlag f => $"flag({f.Axis})",
            _ => expression.GetType().Name,
        };

    private static string Axes(ImmutableArray<Axis> axes) => string.Join(',', axes.Select(a => a.Name));
}
