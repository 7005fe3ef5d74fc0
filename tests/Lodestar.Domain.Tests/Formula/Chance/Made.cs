// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Formula.Chance;

/// <summary>Small models to draw for.</summary>
internal static class Made
{
    public static readonly Axis Fuel = new(0, "fuel", ["electricity", "gas", "oil"]);

    public static Distribution Normal(double mean, double deviation) =>
        Lodestar.Formula.Chance.Normal.Create(mean, deviation, out _)!;

    public static Distribution Uniform(double low, double high) =>
        Lodestar.Formula.Chance.Uniform.Create(low, high, out _)!;

    public static Parameter Parameter(int index, string name, Distribution? distribution, Axis? axis = null) =>
        new()
        {
            Index = index,
            Name = name,
            Unit = Unit.One,
            Axes = axis is null ? [] : [axis],
            Distribution = distribution,
            Central = distribution?.Median ?? 10 + index,
        };

    public static BoundModel Model(params Parameter[] parameters) => Model([], parameters);

    public static BoundModel Model(CorrelatedGroup[] groups, params Parameter[] parameters) =>
        new()
        {
            Name = "made",
            FirstYear = 2025,
            YearCount = 1,
            Axes = [Fuel],
            Variables = [],
            Parameters = [.. parameters],
            Correlations = [.. groups],
            Strata = [],
        };

    /// <summary>All draws of a cell of a parameter.</summary>
    public static double[] Column(Draws draws, BoundModel model, int place)
    {
        var column = new double[draws.Count];
        var block = new double[Lodestar.Formula.Execute.Lanes.ParameterCells(model) * 8];
        for (var first = 0; first < draws.Count; first += 8)
        {
            draws.Fill(first, block);
            for (var lane = 0; lane < Math.Min(8, draws.Count - first); lane++)
            {
                column[first + lane] = block[(place * 8) + lane];
            }
        }

        return column;
    }
}
