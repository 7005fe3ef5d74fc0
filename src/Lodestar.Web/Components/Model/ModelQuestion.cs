// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Declarations;
using Lodestar.Formula.Explain;
using Lodestar.Planning.Model;

namespace Lodestar.Web.Components.Model;

/// <summary>One value of a model that somebody asks about.</summary>
/// <param name="Labels">A label for each axis of the variable, by place.</param>
public sealed record ModelQuestion(BoundVariable Variable, int Year, ImmutableArray<int> Labels)
{
    /// <summary>The labels as an address has them.</summary>
    public string At => string.Join(',', Variable.Axes.Zip(Labels, (a, l) => a.Labels[l]));

    /// <summary>The value that an address names; what it leaves out is the usual. Null where there is none such.</summary>
    public static ModelQuestion? Find(ModelOutlook outlook, string? variable, string? year, string? at)
    {
        var model = outlook.Model;
        var found = string.IsNullOrEmpty(variable) ? outlook.Headline.Variable : model.Find(variable);
        var when = model.FirstYear + model.YearCount - 1;
        if (
            !string.IsNullOrEmpty(year)
            && !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out when)
        )
        {
            return null;
        }

        return found is null || when < model.FirstYear || when >= model.FirstYear + model.YearCount ? null
            : LabelsOf(found, at) is { } labels ? new ModelQuestion(found, when, labels)
            : null;
    }

    /// <summary>The variables that can be asked about, answers first.</summary>
    public static IEnumerable<BoundVariable> Variables(ModelOutlook outlook) =>
        outlook
            .Paths.Select(p => p.Variable)
            .Concat(outlook.Model.Variables.Where(v => v is { IsHidden: false, Span: not null }))
            .Distinct();

    public Fact Explain(ModelOutlook outlook, ModelText text) =>
        Explanation.Of(outlook.Model, text, outlook.Central, outlook.Numbers.AsSpan(), Variable, Labels, Year, 1);

    /// <summary>The query of the page for a value that a fact names.</summary>
    public static string QueryOf(Fact fact)
    {
        var labels = string.Join(',', fact.Labels.Select(l => l.Label ?? l.Axis.Labels[0]));
        return FormattableString.Invariant(
            $"variable={Uri.EscapeDataString(fact.Name)}&year={fact.ToYear ?? fact.Year}{(labels.Length == 0 ? "" : $"&at={Uri.EscapeDataString(labels)}")}"
        );
    }

    private static ImmutableArray<int>? LabelsOf(BoundVariable variable, string? at)
    {
        if (string.IsNullOrEmpty(at))
        {
            return [.. variable.Axes.Select(_ => 0)];
        }

        var names = at.Split(',');
        if (names.Length != variable.Axes.Length)
        {
            // A form keeps the labels of the variable before.
            return [.. variable.Axes.Select(_ => 0)];
        }

        ImmutableArray<int> labels = [.. variable.Axes.Zip(names, (a, n) => a.Labels.IndexOf(n))];
        return labels.Contains(-1) ? [.. variable.Axes.Select(_ => 0)] : labels;
    }
}
