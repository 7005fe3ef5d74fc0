// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;

namespace Lodestar.Formula.Chance;

/// <summary>Values given to parameters, in place of what they would be. Immutable.</summary>
public sealed class Settings
{
    private readonly ImmutableDictionary<Parameter, ImmutableArray<double>> _values;

    private Settings(ImmutableDictionary<Parameter, ImmutableArray<double>> values) => _values = values;

    /// <summary>Nothing is set.</summary>
    public static Settings None { get; } = new(ImmutableDictionary<Parameter, ImmutableArray<double>>.Empty);

    /// <summary>These settings and one more, which takes the place of an earlier one.</summary>
    /// <param name="parameter">What is set.</param>
    /// <param name="value">Its value in every cell, in its unit.</param>
    /// <returns>The settings.</returns>
    public Settings With(Parameter parameter, double value) => new(_values.SetItem(parameter, [value]));

    /// <summary>These settings and one more, cell by cell.</summary>
    /// <param name="parameter">What is set.</param>
    /// <param name="values">A value for each of its cells, in its unit.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentException">There are not as many values as cells.</exception>
    public Settings With(Parameter parameter, ReadOnlySpan<double> values) =>
        values.Length == parameter.Cells
            ? new(_values.SetItem(parameter, [.. values]))
            : throw new ArgumentException(
                $"{parameter} has {parameter.Cells} cells, not {values.Length}.",
                nameof(values)
            );

    /// <summary>The value set for a cell of a parameter.</summary>
    /// <param name="parameter">A parameter.</param>
    /// <param name="cell">The cell, from 0.</param>
    /// <returns>The value; null where none is set.</returns>
    public double? Of(Parameter parameter, int cell) =>
        _values.TryGetValue(parameter, out var values) ? values[values.Length == 1 ? 0 : cell] : null;

    /// <summary>The numbers of a lane in which nothing is drawn: what is set, and the centre of everything else.</summary>
    /// <param name="model">A model.</param>
    /// <returns>In the order of <see cref="Lanes.Offsets"/>.</returns>
    public double[] Lane(BoundModel model) =>
        [.. model.Parameters.SelectMany(p => Enumerable.Range(0, p.Cells).Select(cell => Of(p, cell) ?? p.Central))];

    /// <summary>Whether a parameter is set.</summary>
    /// <param name="parameter">A parameter.</param>
    /// <returns>True when it has a value here.</returns>
    public bool Has(Parameter parameter) => _values.ContainsKey(parameter);
}
