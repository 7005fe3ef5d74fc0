// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Answers;

/// <summary>
/// An emitter's share of each gas's forcing. Its tonnes are tagged in the pools of the world's run, with the lifetimes
/// of that run; of a gas's forcing it gets the share that its tonnes have in what is above the level of 1750, and of
/// ozone, water vapour, aerosol and the brightness of land what it makes in proportion. The energy balance is linear, so that shares of all
/// emitters add up to the whole. Precursors of aerosol and ozone have no pools and are left out.
/// </summary>
internal static class ForcingShare
{
    /// <summary>Warming by 1 January (from the first of the world's run) and member, K.</summary>
    /// <param name="world">Has kept concentrations, forcing and detail.</param>
    public static double[][] Of(Ensemble ensemble, EnsembleRun world, Pathway part)
    {
        var first = world.FirstYear;
        var years = part.LastYear + 1 - first;
        var warming = new double[years + 1][];
        for (var n = 0; n <= years; n++)
        {
            warming[n] = new double[world.Members];
        }

        var minor = MinorForcing(ensemble, part, first, years);
        var land = LandUseForcing(ensemble, part, first, years);
        var gases = new TaggedGases(ensemble, world, part, years);
        Parallel.For(
            0,
            world.Members,
            member =>
            {
                var forcing = new double[years + 1];
                gases.AddForcing(member, forcing);
                for (var group = 0; group < minor.Length; group++)
                {
                    var scale = ensemble.Table.MinorScales[group][member];
                    for (var n = 1; n <= years; n++)
                    {
                        forcing[n] += scale * minor[group][n];
                    }
                }

                for (var n = 1; n <= years; n++)
                {
                    forcing[n] += ensemble.Table.LandUseScale[member] * land[n];
                }

                var balance = new BalanceStep<Scalar>(ensemble.Table, member);
                var (filtered, t1, t2, t3) = (default(Scalar), default(Scalar), default(Scalar), default(Scalar));
                for (var n = 1; n <= years; n++)
                {
                    balance.Step(ref filtered, ref t1, ref t2, ref t3, forcing[n]);
                    warming[n][member] = t1;
                }
            }
        );
        return warming;
    }

    /// <summary>What the part's land use does to how bright the land is, by 1 January, before a member's scale.</summary>
    private static double[] LandUseForcing(Ensemble ensemble, Pathway part, int first, int years)
    {
        var forcing = new double[years + 1];
        if (ensemble.Calibration.Find(SpeciesKind.LandUseCarbonDioxide) is not { } land || !part.Has(land.Name))
        {
            return forcing;
        }

        var factor = ensemble.Calibration.Of(land.Name, Parameter.LandUseFactor).Default;
        var cumulative = 0.0;
        for (var n = 0; n < years; n++)
        {
            cumulative += part.In(land.Name, first + n) is var emitted && double.IsNaN(emitted) ? 0 : emitted;
            forcing[n + 1] = double.IsNaN(factor) ? 0 : factor * cumulative;
        }

        return forcing;
    }

    /// <summary>Forcing of the part's halogenated gases by group and 1 January, before a member's scale.</summary>
    private static double[][] MinorForcing(Ensemble ensemble, Pathway part, int first, int years)
    {
        var minor = ensemble.Chemicals.Minor;
        var forcing = minor.Groups.Select(_ => new double[years + 1]).ToArray();
        Span<double> pools = stackalloc double[GasColumns.Pools];
        foreach (var gas in minor.Gases.Where(g => part.Has(g.Species.Name)))
        {
            pools.Clear();
            for (var n = 0; n < years; n++)
            {
                var emitted = part.In(gas.Species.Name, first + n);
                var concentration = gas.Step(pools, gas.BaselineEmissions + (double.IsNaN(emitted) ? 0 : emitted));
                forcing[gas.Group][n + 1] += Chemistry.MinorGas(gas.Efficiency, concentration, gas.Baseline);
            }
        }

        return forcing;
    }
}

/// <summary>CO2, CH4 and N2O of one emitter in the pools of the world's run.</summary>
internal sealed class TaggedGases
{
    private readonly EnsembleRun _world;
    private readonly int _years;
    private readonly List<Tagged> _gases = [];

    public TaggedGases(Ensemble ensemble, EnsembleRun world, Pathway part, int years)
    {
        (_world, _years) = (world, years);
        var (chemicals, table) = (ensemble.Chemicals, ensemble.Table);
        var precursors = chemicals.Precursors.Count;
        double[] Linear(int offset, double[]? also) =>
            [
                .. Enumerable
                    .Range(0, table.Count)
                    .Select(m =>
                        table.AerosolRadiation[precursors + offset][m]
                        + table.Ozone[precursors + offset][m]
                        + (also?[m] ?? 0)
                    ),
            ];

        var carbon = Emissions(ensemble, part, SpeciesKind.FossilCarbonDioxide, SpeciesKind.LandUseCarbonDioxide);
        Add(carbon, table.CarbonDioxide, Output.CarbonDioxide, Output.CarbonDioxideTimeScale, null, 1);
        var methane = Emissions(ensemble, part, SpeciesKind.Methane);
        Add(methane, table.Methane, Output.Methane, Output.MethaneTimeScale, Linear(0, table.WaterFactor), 1);
        var constant = chemicals.IsNitrousOxideShared
            ? new SharedGas(ensemble.Calibration, chemicals.NitrousOxide, -1).TimeScale
            : 1;
        var nitrous = Emissions(ensemble, part, SpeciesKind.NitrousOxide);
        Add(nitrous, table.NitrousOxide, Output.NitrousOxide, null, Linear(1, null), constant);
    }

    /// <summary>Adds the gases' forcing by 1 January of one member, W m⁻².</summary>
    public void AddForcing(int member, double[] forcing)
    {
        Span<double> pools = stackalloc double[GasColumns.Pools];
        foreach (var gas in _gases)
        {
            pools.Clear();
            var (columns, perEmission) = (gas.Columns, gas.Columns.PerEmission[member]);
            for (var n = 0; n < _years; n++)
            {
                var scale = gas.TimeScale is { } output ? At(output, n, member) : gas.Constant;
                var airborne = 0.0;
                for (var k = 0; k < GasColumns.Pools; k++)
                {
                    var lifetime = scale * columns.Lifetimes[k][member];
                    var (stays, ofEmitted) = GasCycle.Decay<Scalar>(1 / lifetime, lifetime);
                    pools[k] = (columns.Fractions[k][member] * gas.Emissions[n] * ofEmitted) + (pools[k] * stays);
                    airborne += pools[k];
                }

                var own = perEmission * airborne;
                var above = At(gas.Concentration, n + 1, member) - columns.Baseline[member];
                forcing[n + 1] += (At(gas.Forcing, n + 1, member) * own / above) + ((gas.Linear?[member] ?? 0) * own);
            }
        }
    }

    private double At(Output output, int bound, int member) => _world[output]!.At(_world.FirstYear + bound)[member];

    private void Add(
        double[] emissions,
        GasColumns columns,
        Output concentration,
        Output? timeScale,
        double[]? linear,
        double constant
    )
    {
        if (Array.Exists(emissions, e => e != 0))
        {
            var forcing = concentration - Output.CarbonDioxide + Output.ForcingCarbonDioxide;
            _gases.Add(new(emissions, columns, concentration, forcing, timeScale, linear, constant));
        }
    }

    private double[] Emissions(Ensemble ensemble, Pathway part, params SpeciesKind[] kinds)
    {
        var sum = new double[_years];
        foreach (var kind in kinds)
        {
            for (var n = 0; n < _years && ensemble.Calibration.Find(kind) is { } species; n++)
            {
                var emitted = part.In(species.Name, _world.FirstYear + n);
                sum[n] += double.IsNaN(emitted) ? 0 : emitted;
            }
        }

        return sum;
    }

    private sealed record Tagged(
        double[] Emissions,
        GasColumns Columns,
        Output Concentration,
        Output Forcing,
        Output? TimeScale,
        double[]? Linear,
        double Constant
    );
}
