// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Climate.Pathways;

/// <summary>A state by 1 January: a value for each year from <paramref name="FirstYear"/>.</summary>
public sealed record BoundSeries(int FirstYear, IReadOnlyList<double> Values)
{
    public int LastYear => FirstYear + Values.Count - 1;

    /// <summary>The value on 1 January of a year; the first and last value hold outside.</summary>
    public double At(int year) => Values[Math.Clamp(year - FirstYear, 0, Values.Count - 1)];
}
