// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Kernels;

namespace Lodestar.Formula.Chance;

/// <summary>How draws are spread.</summary>
public enum Design
{
    /// <summary>Each on its own. A longer run begins with the draws of a shorter one.</summary>
    Random,

    /// <summary>
    /// Latin hypercube (McKay, Beckman and Conover 1979): of n equally likely intervals of a number each holds one draw.
    /// In a correlated group it holds for the scores before they are mixed, so for the group's first parameter alone.
    /// </summary>
    LatinHypercube,
}

/// <summary>
/// A lane a draw. Each uncertain parameter has its own stream of random numbers by its name: adding, removing or
/// reordering other parameters changes none of its draws, nor do threads. What is certain is central; what is set is as
/// set in every draw.
/// </summary>
public sealed class Draws : ILaneValues
{
    /// <summary>The share nearest to 1.</summary>
    private const double GreatestShare = 1 - (1.0 / (1UL << 53));

    private readonly ImmutableArray<Parameter> _parameters;
    private readonly Design _design;
    private readonly Settings _settings;
    private readonly RandomNumbers[] _streams;

    /// <summary>By parameter: the group it is in, its row there, and the streams of the group's parameters; null for none.</summary>
    private readonly Mixture?[] _mixtures;

    /// <summary>Draws of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="count">How many draws; at least one.</param>
    /// <param name="seed">Runs with the same seed have the same draws.</param>
    /// <param name="design">How they are spread.</param>
    /// <param name="settings">Values that are set.</param>
    public Draws(BoundModel model, int count, ulong seed, Design design, Settings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (_parameters, Count, _design, _settings) = (model.Parameters, count, design, settings);
        _streams = [.. _parameters.Select(p => RandomNumbers.Of(seed, p.Name))];
        _mixtures = new Mixture?[_parameters.Length];
        foreach (var group in model.Correlations)
        {
            var factor =
                Correlation.Factor(group.Correlation)
                ?? throw new ArgumentException("A correlation of the model is impossible.", nameof(model));
            var streams = group.Parameters.Select(p => _streams[p.Index]).ToArray();
            for (var row = 0; row < streams.Length; row++)
            {
                _mixtures[group.Parameters[row].Index] = new(factor, row, streams);
            }
        }
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public void Fill(int first, Span<double> into)
    {
        var at = 0;
        foreach (var parameter in _parameters)
        {
            for (var cell = 0; cell < parameter.Cells; cell++)
            {
                var block = into.Slice(at, Lanes.Width);
                if (!IsDrawn(parameter))
                {
                    block.Fill(Value(parameter, 0, cell));
                }
                else
                {
                    for (var lane = 0; lane < Lanes.Width; lane++)
                    {
                        block[lane] = Value(parameter, Math.Min(first + lane, Count - 1), cell);
                    }
                }

                at += Lanes.Width;
            }
        }
    }

    /// <summary>Whether a parameter differs from draw to draw: it has a distribution and is not set.</summary>
    /// <param name="parameter">A parameter of the model.</param>
    /// <returns>True when it does.</returns>
    public bool IsDrawn(Parameter parameter) => parameter.Distribution is not null && !_settings.Has(parameter);

    /// <summary>The value of a cell of a parameter in one draw.</summary>
    /// <param name="parameter">A parameter of the model.</param>
    /// <param name="draw">The draw, from 0.</param>
    /// <param name="cell">The cell, from 0.</param>
    /// <returns>The value in the unit of the parameter.</returns>
    public double Value(Parameter parameter, int draw, int cell) =>
        _settings.Of(parameter, cell)
        ?? parameter.Distribution?.Quantile(Share(parameter, draw, cell))
        ?? parameter.Central;

    /// <summary>Which quantile of its distribution a parameter takes.</summary>
    /// <param name="parameter">A parameter of the model.</param>
    /// <param name="draw">The draw, from 0.</param>
    /// <param name="cell">The cell, from 0.</param>
    /// <returns>Above 0 and below 1.</returns>
    public double Share(Parameter parameter, int draw, int cell)
    {
        if (_mixtures[parameter.Index] is not { } mixture)
        {
            return Share(_streams[parameter.Index], draw, cell);
        }

        var score = 0.0;
        for (var column = 0; column <= mixture.Row; column++)
        {
            var weight = mixture.Factor[mixture.Row, column];
            if (weight != 0)
            {
                score += weight * StandardNormal.Quantile(Share(mixture.Streams[column], draw, cell));
            }
        }

        return Math.Clamp(Elementary.NormalShare(score), double.Epsilon, GreatestShare);
    }

    private double Share(RandomNumbers stream, int draw, int cell)
    {
        var share = stream.Share(draw, cell);
        if (_design == Design.Random)
        {
            return share;
        }

        // Rounding may carry a share to the end of its stratum, never past it.
        var stratum = stream.Stratum(draw, cell, Count);
        return Math.Min((stratum + share) / Count, Math.BitDecrement((stratum + 1.0) / Count));
    }

    private sealed record Mixture(double[,] Factor, int Row, RandomNumbers[] Streams);
}
