// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>Forcing by group in W m⁻², in the order of <see cref="Output"/> from CO2 to the total.</summary>
[InlineArray(Count)]
internal struct ForcingTerms<T>
    where T : struct, ILane<T>
{
    public const int Count = 16;

    private T _first;

    public T Total
    {
        readonly get => this[Count - 1];
        set => this[Count - 1] = value;
    }

    public static int At(Output output) => output - Output.ForcingCarbonDioxide;
}

/// <summary>Forcing of one block of members in a year, its parameters at hand.</summary>
internal sealed class ForcingStep<T>
    where T : struct, ILane<T>
{
    private readonly Drivers _drivers;
    private readonly GreenhouseForcing _method;
    private readonly GasStep<T> _co2;
    private readonly GasStep<T> _ch4;
    private readonly GasStep<T> _n2o;
    private readonly T _rootCH4Reference;
    private readonly T _rootN2OReference;
    private readonly T _carbonOffset;
    private readonly T _methaneOffset;
    private readonly T _nitrousOffset;
    private readonly T _lifetimeOfNitrousOxide;
    private readonly Weighted<T> _radiation;
    private readonly T _radiationOfMethane;
    private readonly T _radiationOfNitrousOxide;
    private readonly Weighted<T> _ozone;
    private readonly T _ozoneOfMethane;
    private readonly T _ozoneOfNitrousOxide;
    private readonly T _ozoneOfChlorine;
    private readonly T _ozoneFeedback;
    private readonly Weighted<T> _cloud;
    private readonly T _cloudScale;
    private readonly T _cloudBase;
    private readonly T _water;
    private readonly T _snow;
    private readonly T _landUse;
    private readonly T _contrails;
    private readonly (int Term, T Scale, double[] Series, double Efficacy)[] _series;
    private readonly double[]? _efficacies;

    public ForcingStep(RunPlan plan, int at, GasStep<T> co2, GasStep<T> ch4, GasStep<T> n2o)
    {
        var members = plan.Members;
        var chemicals = plan.Chemicals;
        (_drivers, _method, _co2, _ch4, _n2o) = (plan.Drivers, plan.GreenhouseForcing, co2, ch4, n2o);
        (_rootCH4Reference, _rootN2OReference) = (T.Sqrt(ch4.Reference), T.Sqrt(n2o.Reference));
        ChlorineBaseline = plan.ChlorineBaseline;
        _lifetimeOfNitrousOxide = T.Of(plan.LifetimeOfNitrousOxide);
        var count = chemicals.Precursors.Count;
        _radiation = new(members.AerosolRadiation, _drivers.Excess, count, at);
        _radiationOfMethane = T.Load(members.AerosolRadiation[count], at);
        _radiationOfNitrousOxide = T.Load(members.AerosolRadiation[count + 1], at);
        _ozone = new(members.Ozone, _drivers.Excess, count, at);
        _ozoneOfMethane = T.Load(members.Ozone[count], at);
        _ozoneOfNitrousOxide = T.Load(members.Ozone[count + 1], at);
        _ozoneOfChlorine = T.Load(members.OzoneOfChlorine, at);
        _ozoneFeedback = plan.IsOzoneFeedbackLeftOut ? T.Of(0) : T.Load(members.OzoneFeedback, at);
        _cloud = new(members.CloudShapes, _drivers.Precursors, count, at);
        (_cloudScale, _cloudBase) = (T.Load(members.CloudScale, at), T.Load(members.CloudBase, at));
        (_water, _snow) = (T.Load(members.WaterFactor, at), T.Load(members.SnowScale, at));
        (_landUse, _contrails) = (T.Load(members.LandUseScale, at), T.Load(members.ContrailScale, at));
        _series = [.. SeriesOf(plan, at)];
        _efficacies = plan.Efficacies;
        if (_method == GreenhouseForcing.Meinshausen2020)
        {
            var (carbon, methane, nitrous) = Greenhouse(co2.Baseline, ch4.Baseline, n2o.Baseline);
            (_carbonOffset, _methaneOffset, _nitrousOffset) = (carbon, methane, nitrous);
        }
        else
        {
            (_carbonOffset, _methaneOffset, _nitrousOffset) = (T.Of(0), T.Of(0), T.Of(0));
        }
    }

    /// <summary>ppt.</summary>
    public double ChlorineBaseline { get; }

    /// <summary>N2O's factor of methane's lifetime.</summary>
    public T LifetimeOfNitrousOxide(T concentration) =>
        Chemistry.LifetimeFactor(concentration, _n2o.Baseline, _lifetimeOfNitrousOxide);

    /// <summary>Forcing at the end of a step, and its sum with each term weighted by its efficacy.</summary>
    /// <param name="warming">Surface layer at the start of the step, K.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref ForcingTerms<T> terms, T co2, T ch4, T n2o, T warming, int step, out T effective)
    {
        var (carbon, methane, nitrous) = Greenhouse(co2, ch4, n2o);
        var (moreMethane, moreNitrous) = (ch4 - _ch4.Baseline, n2o - _n2o.Baseline);
        terms[0] = carbon - _carbonOffset;
        terms[1] = methane - _methaneOffset;
        terms[2] = nitrous - _nitrousOffset;
        terms[ForcingTerms<T>.At(Output.ForcingAerosolRadiation)] =
            _radiation.Sum(step) + _radiationOfMethane * moreMethane + _radiationOfNitrousOxide * moreNitrous;
        terms[ForcingTerms<T>.At(Output.ForcingAerosolCloud)] = Chemistry.AerosolCloud(
            _cloudScale,
            _cloud.Sum(step),
            _cloudBase
        );
        terms[ForcingTerms<T>.At(Output.ForcingOzone)] =
            _ozone.Sum(step)
            + _ozoneOfMethane * moreMethane
            + _ozoneOfNitrousOxide * moreNitrous
            + _ozoneOfChlorine * T.Of(_drivers.Chlorine[step + 1])
            + _ozoneFeedback * warming;
        terms[ForcingTerms<T>.At(Output.ForcingStratosphericWater)] = _water * moreMethane;
        terms[ForcingTerms<T>.At(Output.ForcingBlackCarbonOnSnow)] = _snow * T.Of(_drivers.Snow[step]);
        terms[ForcingTerms<T>.At(Output.ForcingLandUse)] = _landUse * T.Of(_drivers.LandUse[step]);
        terms[ForcingTerms<T>.At(Output.ForcingContrails)] = _contrails * T.Of(_drivers.Contrails[step]);
        terms[ForcingTerms<T>.At(Output.ForcingFluorinatedGases)] = T.Of(0);
        terms[ForcingTerms<T>.At(Output.ForcingMontrealGases)] = T.Of(0);
        terms[ForcingTerms<T>.At(Output.ForcingSolar)] = T.Of(0);
        terms[ForcingTerms<T>.At(Output.ForcingVolcanic)] = T.Of(0);
        terms[ForcingTerms<T>.At(Output.ForcingOther)] = T.Of(0);
        var extra = T.Of(0);
        for (var k = 0; _efficacies is not null && k < _efficacies.Length; k++)
        {
            extra += T.Of(_efficacies[k] - 1) * terms[k];
        }

        foreach (ref readonly var series in _series.AsSpan())
        {
            var forcing = series.Scale * T.Of(series.Series[step + 1]);
            terms[series.Term] += forcing;
            if (series.Efficacy != 1)
            {
                extra += T.Of(series.Efficacy - 1) * forcing;
            }
        }

        var total = terms[0];
        for (var k = 1; k < ForcingTerms<T>.Count - 1; k++)
        {
            total += terms[k];
        }

        terms.Total = total;
        effective = total + extra;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (T Carbon, T Methane, T Nitrous) Greenhouse(T co2, T ch4, T n2o)
    {
        if (_method != GreenhouseForcing.Meinshausen2020)
        {
            return Other(co2, ch4, n2o);
        }

        var (rootCO2, rootCH4, rootN2O) = (T.Sqrt(co2), T.Sqrt(ch4), T.Sqrt(n2o));
        return (
            GreenhouseGases.CarbonDioxideMeinshausen2020(co2, rootN2O, _co2.Reference) * _co2.Scale,
            GreenhouseGases.MethaneMeinshausen2020(rootCH4, rootN2O, _rootCH4Reference) * _ch4.Scale,
            GreenhouseGases.NitrousOxideMeinshausen2020(rootCO2, rootN2O, rootCH4, _rootN2OReference) * _n2o.Scale
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (T Carbon, T Methane, T Nitrous) Other(T co2, T ch4, T n2o)
    {
        var (c0, m0, n0) = (_co2.Baseline, _ch4.Baseline, _n2o.Baseline);
        var (carbon, methane, nitrous) = _method switch
        {
            GreenhouseForcing.Leach2021 => (
                GreenhouseGases.CarbonDioxideLeach2021(co2, c0),
                GreenhouseGases.MethaneLeach2021(ch4, m0),
                GreenhouseGases.NitrousOxideLeach2021(n2o, n0)
            ),
            GreenhouseForcing.Etminan2016 => (
                GreenhouseGases.CarbonDioxideEtminan2016(co2, c0, n2o, n0),
                GreenhouseGases.MethaneEtminan2016(ch4, m0, n2o, n0),
                GreenhouseGases.NitrousOxideEtminan2016(n2o, n0, co2, c0, ch4, m0)
            ),
            _ => (
                GreenhouseGases.CarbonDioxideMyhre1998(co2, c0),
                GreenhouseGases.MethaneMyhre1998(ch4, m0, n0),
                GreenhouseGases.NitrousOxideMyhre1998(n2o, n0, m0)
            ),
        };
        return (carbon * _co2.Scale, methane * _ch4.Scale, nitrous * _n2o.Scale);
    }

    private static IEnumerable<(int Term, T Scale, double[] Series, double Efficacy)> SeriesOf(RunPlan plan, int at)
    {
        for (var g = 0; g < plan.Chemicals.Minor.Groups.Count; g++)
        {
            var group = plan.Chemicals.Minor.Groups[g];
            yield return (
                ForcingTerms<T>.At(group.Output),
                T.Load(plan.Members.MinorScales[g], at),
                plan.Drivers.Minor[g],
                group.Efficacy
            );
        }

        for (var k = 0; k < plan.Chemicals.Prescribed.Count; k++)
        {
            var species = plan.Chemicals.Prescribed[k];
            yield return (
                ForcingTerms<T>.At(
                    species.Kind switch
                    {
                        SpeciesKind.Solar => Output.ForcingSolar,
                        SpeciesKind.Volcanic => Output.ForcingVolcanic,
                        SpeciesKind.LandUse => Output.ForcingLandUse,
                        _ => Output.ForcingOther,
                    }
                ),
                T.Load(plan.Members.Prescribed[k], at),
                plan.Drivers.Prescribed[k],
                plan.PrescribedEfficacies[k]
            );
        }
    }
}

/// <summary>A sum of precursors with each member's own weights; precursors without weight are left out.</summary>
internal sealed class Weighted<T>
    where T : struct, ILane<T>
{
    private readonly T[] _weights;
    private readonly double[][] _series;

    public Weighted(double[][] weights, double[][] series, int count, int at)
    {
        var used = Enumerable.Range(0, count).Where(p => Array.Exists(weights[p], w => w != 0)).ToArray();
        _weights = [.. used.Select(p => T.Load(weights[p], at))];
        _series = [.. used.Select(p => series[p])];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Sum(int step)
    {
        var sum = T.Of(0);
        for (var p = 0; p < _weights.Length; p++)
        {
            sum += _weights[p] * T.Of(_series[p][step]);
        }

        return sum;
    }
}
