// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Pathways;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>
/// What a pathway means for all members alike, worked out once: emissions by step, shared gases, chlorine, sums of
/// precursors. Steps run from one 1 January to the next; arrays by bound have one value more.
/// </summary>
internal sealed class Drivers
{
    public Drivers(
        Calibration calibration,
        Chemicals chemicals,
        Pathway pathway,
        int firstYear,
        int steps,
        SharedState? start,
        RunOptions options
    )
    {
        (FirstYear, Steps) = (firstYear, steps);
        var fossil = Emissions(calibration, pathway, SpeciesKind.FossilCarbonDioxide);
        var land = Emissions(calibration, pathway, SpeciesKind.LandUseCarbonDioxide);
        CarbonDioxide = [.. fossil.Zip(land, (f, l) => f + l)];
        Methane = Emissions(calibration, pathway, chemicals.Methane);
        NitrousOxide = Emissions(calibration, pathway, chemicals.NitrousOxide);
        CarbonDioxideConcentration = Concentration(pathway, chemicals.CarbonDioxide);
        MethaneConcentration = Concentration(pathway, chemicals.Methane);
        NitrousOxideConcentration = Concentration(pathway, chemicals.NitrousOxide);
        Precursors = [.. chemicals.Precursors.Select(p => Emissions(calibration, pathway, p))];
        Excess =
        [
            .. Precursors.Select(
                (values, p) => (double[])[.. values.Select(v => v - OrZero(chemicals.PrecursorBaseline[p]))]
            ),
        ];
        Snow = Weighted(calibration, chemicals, Parameter.SnowEfficiency, Excess);
        Contrails = Weighted(calibration, chemicals, Parameter.ContrailEfficiency, Precursors);
        (LandUse, var cumulative) = LandUseOf(calibration, fossil, land, start?.CumulativeLandUse ?? 0);
        Prescribed =
        [
            .. chemicals.Prescribed.Select(s =>
                options.IsNaturalForcingLeftOut ? new double[steps + 1] : ByBound(calibration.Prescribed[s.Name])
            ),
        ];
        SharedNitrousOxide = chemicals.IsNitrousOxideShared ? new double[steps + 1] : null;
        Minor = [.. chemicals.Minor.Groups.Select(_ => new double[steps + 1])];
        Chlorine = new double[steps + 1];
        var burdens = RunSharedGases(calibration, chemicals, pathway, start);
        Lifetime = LifetimeOf(calibration, chemicals);
        End = new SharedState(burdens, cumulative, Chlorine[^1]);
    }

    public int FirstYear { get; }
    public int Steps { get; }

    /// <summary>Gt CO2 a year, fossil and land use together.</summary>
    public double[] CarbonDioxide { get; }
    public double[] Methane { get; }
    public double[] NitrousOxide { get; }

    /// <summary>By bound, where the gas is driven by its concentration; else null.</summary>
    public double[]? CarbonDioxideConcentration { get; }
    public double[]? MethaneConcentration { get; }
    public double[]? NitrousOxideConcentration { get; }

    /// <summary>By precursor and step.</summary>
    public double[][] Precursors { get; }

    /// <summary>The same above the baseline.</summary>
    public double[][] Excess { get; }

    /// <summary>W m⁻² before scale, by step.</summary>
    public double[] Snow { get; }
    public double[] Contrails { get; }
    public double[] LandUse { get; }

    /// <summary>W m⁻² before scale, by species and bound.</summary>
    public double[][] Prescribed { get; }

    /// <summary>ppb by bound; null where members differ.</summary>
    public double[]? SharedNitrousOxide { get; }

    /// <summary>W m⁻² before scale, by group and bound.</summary>
    public double[][] Minor { get; }

    /// <summary>Effective chlorine above its baseline, ppt, by bound.</summary>
    public double[] Chlorine { get; }

    /// <summary>Product of the factors of methane's lifetime that members share, by step.</summary>
    public double[] Lifetime { get; }

    public SharedState End { get; }

    private static double OrZero(double value) => double.IsNaN(value) ? 0 : value;

    private double[] Emissions(Calibration calibration, Pathway pathway, SpeciesKind kind) =>
        calibration.Find(kind) is { } species ? Emissions(calibration, pathway, species) : new double[Steps];

    private double[] Emissions(Calibration calibration, Pathway pathway, Species species)
    {
        if (pathway.Has(species.Name))
        {
            return pathway[species.Name].Slice(FirstYear - pathway.FirstYear, Steps).ToArray();
        }

        var values = new double[Steps];
        Array.Fill(values, OrZero(calibration.Of(species.Name, Parameter.BaselineEmissions).Default));
        return values;
    }

    private double[]? Concentration(Pathway pathway, Species species) =>
        pathway.Concentrations.TryGetValue(species.Name, out var series) ? ByBound(series) : null;

    private double[] ByBound(BoundSeries series)
    {
        var values = new double[Steps + 1];
        for (var n = 0; n <= Steps; n++)
        {
            values[n] = series.At(FirstYear + n);
        }

        return values;
    }

    private double[] Weighted(Calibration calibration, Chemicals chemicals, Parameter parameter, double[][] of)
    {
        var sum = new double[Steps];
        for (var p = 0; p < of.Length; p++)
        {
            var weight = OrZero(calibration.Of(chemicals.Precursors[p].Name, parameter).Default);
            for (var n = 0; weight != 0 && n < Steps; n++)
            {
                sum[n] += weight * of[p][n];
            }
        }

        return sum;
    }

    private static (double[] Forcing, double Cumulative) LandUseOf(
        Calibration calibration,
        double[] fossil,
        double[] land,
        double cumulative
    )
    {
        double Factor(SpeciesKind kind) =>
            calibration.Find(kind) is { } found
                ? OrZero(calibration.Of(found.Name, Parameter.LandUseFactor).Default)
                : 0;
        if (Factor(SpeciesKind.FossilCarbonDioxide) != 0)
        {
            throw new NotSupportedException("Land-use forcing of fossil CO2 is not known to the emulator.");
        }

        var factor = Factor(SpeciesKind.LandUseCarbonDioxide);
        var forcing = new double[fossil.Length];
        for (var n = 0; n < forcing.Length; n++)
        {
            cumulative += land[n];
            forcing[n] = factor * cumulative;
        }

        return (forcing, cumulative);
    }

    private double[] RunSharedGases(Calibration calibration, Chemicals chemicals, Pathway pathway, SharedState? start)
    {
        var gases = chemicals.Minor.Gases;
        var chlorineBaseline = chemicals.EffectiveChlorine is { } eesc
            ? calibration.Of(eesc.Name, Parameter.BaselineConcentration).Default
            : 0;
        var burdens = start?.Burdens.ToArray() ?? new double[(gases.Count + 1) * GasColumns.Pools];
        Chlorine[0] = start?.EffectiveChlorine ?? 0;
        Span<double> chlorine = new double[Steps];
        for (var g = 0; g < gases.Count; g++)
        {
            var gas = gases[g];
            var emissions = Emissions(calibration, pathway, gas.Species);
            var driven = Concentration(pathway, gas.Species);
            var pools = burdens.AsSpan(g * GasColumns.Pools, GasColumns.Pools);
            for (var n = 0; n < Steps; n++)
            {
                var concentration = driven is null ? gas.Step(pools, emissions[n]) : gas.StepTo(pools, driven[n + 1]);
                Minor[gas.Group][n + 1] += Chemistry.MinorGas(gas.Efficiency, concentration, gas.Baseline);
                chlorine[n] += gas.EffectiveChlorine * concentration;
            }
        }

        for (var n = 0; n < Steps && chemicals.EffectiveChlorine is not null; n++)
        {
            Chlorine[n + 1] = chlorine[n] - chlorineBaseline;
        }

        if (SharedNitrousOxide is not null)
        {
            RunNitrousOxide(calibration, chemicals, burdens.AsSpan(gases.Count * GasColumns.Pools));
        }

        return burdens;
    }

    private void RunNitrousOxide(Calibration calibration, Chemicals chemicals, Span<double> pools)
    {
        var gas = new SharedGas(calibration, chemicals.NitrousOxide, -1);
        var airborne = 0.0;
        foreach (var pool in pools)
        {
            airborne += pool;
        }

        SharedNitrousOxide![0] = gas.Baseline + (gas.PerEmission * airborne);
        for (var n = 0; n < Steps; n++)
        {
            SharedNitrousOxide[n + 1] = NitrousOxideConcentration is null
                ? gas.Step(pools, NitrousOxide[n])
                : gas.StepTo(pools, NitrousOxideConcentration[n + 1]);
        }
    }

    private double[] LifetimeOf(Calibration calibration, Chemicals chemicals)
    {
        double Sensitivity(Species species) =>
            OrZero(calibration.Of(species.Name, Parameter.LifetimeSensitivity).Default);
        var product = new double[Steps];
        Array.Fill(product, 1);
        void Times(Species species, ReadOnlySpan<double> excess)
        {
            var sensitivity = Sensitivity(species);
            for (var n = 0; sensitivity != 0 && n < product.Length; n++)
            {
                product[n] *= Chemistry.LifetimeFactor<Scalar>(excess[n], 0, sensitivity);
            }
        }

        for (var p = 0; p < Excess.Length; p++)
        {
            Times(chemicals.Precursors[p], Excess[p]);
        }

        if (chemicals.EffectiveChlorine is { } eesc)
        {
            Times(eesc, Chlorine);
        }

        if (SharedNitrousOxide is { } n2o)
        {
            var baseline = calibration.Of(chemicals.NitrousOxide.Name, Parameter.BaselineConcentration).Default;
            Times(chemicals.NitrousOxide, Array.ConvertAll(n2o, c => c - baseline));
        }

        return product;
    }
}
