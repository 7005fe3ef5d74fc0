// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>Where a run writes what it keeps.</summary>
internal sealed class Recording
{
    private static readonly (Keep Keep, Output[] Outputs)[] s_groups =
    [
        (Keep.Concentrations, Range(Output.CarbonDioxide, Output.EffectiveChlorine)),
        (Keep.Forcing, Range(Output.ForcingCarbonDioxide, Output.ForcingTotal)),
        (Keep.EnergyBudget, Range(Output.Imbalance, Output.HeatUptake)),
        (Keep.Detail, Range(Output.MiddleLayer, Output.CarbonDioxideEmissions)),
    ];

    private readonly Keep _keep;
    private readonly double[]?[] _raw = new double[]?[(int)Output.CarbonDioxideEmissions + 1];
    private readonly int _stride;

    public Recording(Keep keep, int firstYear, int bounds, int members, int stride)
    {
        (_keep, _stride) = (keep, stride);
        foreach (var output in s_groups.Where(g => Has(g.Keep)).SelectMany(g => g.Outputs).Prepend(Output.Temperature))
        {
            var series = new MemberSeries(firstYear, bounds, members, stride);
            Series[output] = series;
            _raw[(int)output] = series.Raw;
        }

        foreach (var series in Series.Where(s => s.Key >= Output.CarbonDioxideTimeScale).Select(s => s.Value))
        {
            // These belong to the step that starts on a 1 January; the last one has none.
            series.Raw.AsSpan((bounds - 1) * stride).Fill(double.NaN);
        }
    }

    public Dictionary<Output, MemberSeries> Series { get; } = [];

    public bool Has(Keep keep) => _keep.HasFlag(keep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<T>(Output output, int bound, int at, T value)
        where T : struct, ILane<T> => T.Store(value, _raw[(int)output], (bound * _stride) + at);

    public void Put<T>(in ForcingTerms<T> terms, int bound, int at)
        where T : struct, ILane<T>
    {
        for (var k = 0; k < ForcingTerms<T>.Count; k++)
        {
            Put(Output.ForcingCarbonDioxide + k, bound, at, terms[k]);
        }
    }

    private static Output[] Range(Output first, Output last) =>
        [.. Enumerable.Range((int)first, last - first + 1).Select(o => (Output)o)];
}
