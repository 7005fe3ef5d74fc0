// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Climate.Calibrations;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>What the members of one run share while they are stepped.</summary>
internal sealed record RunPlan(
    Chemicals Chemicals,
    MemberTable Members,
    Drivers Drivers,
    MethaneLifetime MethaneLifetime,
    GreenhouseForcing GreenhouseForcing,
    Recording Recording,
    INoise? Noise
)
{
    /// <summary>True when pools lose the digits that the reference implementation loses.</summary>
    public bool IsAsReference { get; init; }

    /// <summary>True when ozone does not answer to warming.</summary>
    public bool IsOzoneFeedbackLeftOut { get; init; }

    /// <summary>Effective chlorine of 1750, ppt.</summary>
    public double ChlorineBaseline { get; init; }

    /// <summary>Change of methane's lifetime per ppb of N2O.</summary>
    public double LifetimeOfNitrousOxide { get; init; }

    /// <summary>Efficacy of each forcing that is calculated; null when all are 1.</summary>
    public double[]? Efficacies { get; init; }

    /// <summary>Efficacy of each forcing that is given as a series.</summary>
    public double[] PrescribedEfficacies { get; init; } = [];
}

/// <summary>Steps one block of members, side by side in the lanes of <typeparamref name="T"/>, over all years.</summary>
internal static class Stepper<T>
    where T : struct, ILane<T>
{
    /// <param name="state">Slots of <see cref="StateSlot"/> and then of <see cref="Output"/>, each a column over the members.</param>
    /// <param name="at">The first member of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(RunPlan plan, double[] state, double[] baseSum, int at, bool isColdStart)
    {
        var (members, drivers, record) = (plan.Members, plan.Drivers, plan.Recording);
        var stride = members.Stride;
        var co2 = new GasStep<T>(members.CarbonDioxide, at, plan.IsAsReference);
        var ch4 = new GasStep<T>(members.Methane, at, plan.IsAsReference);
        var n2o = new GasStep<T>(members.NitrousOxide, at, plan.IsAsReference);
        var carbon = Read(state, stride, at, StateSlot.CarbonDioxide, co2.Baseline, co2.PerEmission);
        var methane = Read(state, stride, at, StateSlot.Methane, ch4.Baseline, ch4.PerEmission);
        var nitrous = Read(state, stride, at, StateSlot.NitrousOxide, n2o.Baseline, n2o.PerEmission);
        var isNitrousShared = drivers.SharedNitrousOxide is not null;
        if (isNitrousShared)
        {
            nitrous.Concentration = T.Of(drivers.SharedNitrousOxide![0]);
        }

        var filtered = Slot(state, stride, at, StateSlot.FilteredForcing);
        var (t1, t2, t3) = (
            Slot(state, stride, at, StateSlot.Surface),
            Slot(state, stride, at, StateSlot.Middle),
            Slot(state, stride, at, StateSlot.Deep)
        );
        var heat = Slot(state, stride, at, StateSlot.HeatUptake);
        var forcing = new ForcingStep<T>(plan, at, co2, ch4, n2o);
        var balance = new BalanceStep<T>(members, at);
        var isThornhill = plan.MethaneLifetime == MethaneLifetime.Thornhill2021;
        var lifetimePerWarming = T.Load(members.LifetimePerWarming, at);
        var lifetimeOfMethane = T.Load(members.MethaneLifetimeSensitivity, at);
        var terms = ReadTerms(state, stride, at);
        Span<double> increments = stackalloc double[EnergyBalance.States * T.Width];
        var (isForcingKept, isBudgetKept) = (record.Has(Keep.Forcing), record.Has(Keep.EnergyBudget));
        var (isConcentrationKept, isDetailKept) = (record.Has(Keep.Concentrations), record.Has(Keep.Detail));

        for (var n = 0; ; n++)
        {
            record.Put(Output.Temperature, n, at, t1);
            AddToBase(baseSum, drivers.FirstYear + n, at, t1, isCounted: n > 0 || isColdStart);
            if (isConcentrationKept)
            {
                record.Put(Output.CarbonDioxide, n, at, carbon.Concentration);
                record.Put(Output.Methane, n, at, methane.Concentration);
                record.Put(Output.NitrousOxide, n, at, nitrous.Concentration);
                record.Put(Output.EffectiveChlorine, n, at, T.Of(drivers.Chlorine[n] + forcing.ChlorineBaseline));
            }

            if (isForcingKept)
            {
                record.Put(terms, n, at);
            }

            if (isBudgetKept)
            {
                record.Put(Output.Imbalance, n, at, balance.Imbalance(terms.Total, t1, t2, t3));
                record.Put(Output.HeatUptake, n, at, heat);
            }

            if (isDetailKept)
            {
                record.Put(Output.MiddleLayer, n, at, t2);
                record.Put(Output.DeepLayer, n, at, t3);
                record.Put(Output.FilteredForcing, n, at, filtered);
                record.Put(Output.CarbonDioxideAirborne, n, at, carbon.Airborne);
                record.Put(Output.CarbonDioxideCumulative, n, at, carbon.Cumulative);
            }

            if (n == drivers.Steps)
            {
                break;
            }

            var carbonScale = co2.TimeScale(carbon, t1);
            var methaneScale = isThornhill
                ? T.Of(drivers.Lifetime[n])
                    * Chemistry.LifetimeFactor(methane.Concentration, ch4.Baseline, lifetimeOfMethane)
                    * Chemistry.LifetimeWarmingFactor(t1, lifetimePerWarming)
                : ch4.TimeScale(methane, t1);
            if (isThornhill && !isNitrousShared)
            {
                methaneScale *= forcing.LifetimeOfNitrousOxide(nitrous.Concentration);
            }

            var nitrousScale = isNitrousShared ? T.Of(1) : n2o.TimeScale(nitrous, t1);
            var before = carbon.Cumulative;
            co2.Step(ref carbon, carbonScale, drivers.CarbonDioxide[n], drivers.CarbonDioxideConcentration, n);
            ch4.Step(ref methane, methaneScale, drivers.Methane[n], drivers.MethaneConcentration, n);
            if (isNitrousShared)
            {
                nitrous.Concentration = T.Of(drivers.SharedNitrousOxide![n + 1]);
            }
            else
            {
                n2o.Step(ref nitrous, nitrousScale, drivers.NitrousOxide[n], drivers.NitrousOxideConcentration, n);
            }

            if (isDetailKept)
            {
                record.Put(Output.CarbonDioxideTimeScale, n, at, carbonScale);
                record.Put(Output.MethaneTimeScale, n, at, methaneScale);
                record.Put(Output.CarbonDioxideEmissions, n, at, carbon.Cumulative - before);
            }

            forcing.Fill(
                ref terms,
                carbon.Concentration,
                methane.Concentration,
                nitrous.Concentration,
                t1,
                n,
                out var effective
            );
            balance.Step(ref filtered, ref t1, ref t2, ref t3, effective);
            if (plan.Noise is { } noise)
            {
                Draw(noise, members.Count, at, drivers.FirstYear + n + 1, increments);
                filtered += T.Load(increments, 0);
                t1 += T.Load(increments, T.Width);
                t2 += T.Load(increments, 2 * T.Width);
                t3 += T.Load(increments, 3 * T.Width);
            }

            heat += T.Of(EnergyBalance.JoulesPerYear) * balance.Imbalance(terms.Total, t1, t2, t3);
        }

        Write(state, stride, at, StateSlot.CarbonDioxide, carbon);
        Write(state, stride, at, StateSlot.Methane, methane);
        Write(state, stride, at, StateSlot.NitrousOxide, nitrous);
        T.Store(filtered, state, Index(stride, at, StateSlot.FilteredForcing));
        T.Store(t1, state, Index(stride, at, StateSlot.Surface));
        T.Store(t2, state, Index(stride, at, StateSlot.Middle));
        T.Store(t3, state, Index(stride, at, StateSlot.Deep));
        T.Store(heat, state, Index(stride, at, StateSlot.HeatUptake));
        WriteTerms(state, stride, at, terms);
    }

    private static void AddToBase(double[] baseSum, int year, int at, T surface, bool isCounted)
    {
        const int First = EnsembleRun.BaseFirst;
        const int Last = EnsembleRun.BaseLast + 1;
        if (isCounted && year is >= First and <= Last)
        {
            var weight = T.Of(year is First or Last ? 0.5 : 1);
            T.Store(T.Load(baseSum, at) + weight * surface, baseSum, at);
        }
    }

    private static void Draw(INoise noise, int count, int at, int year, Span<double> increments)
    {
        Span<double> one = stackalloc double[EnergyBalance.States];
        for (var lane = 0; lane < T.Width; lane++)
        {
            noise.Fill(Math.Min(at + lane, count - 1), year, one);
            for (var i = 0; i < EnergyBalance.States; i++)
            {
                increments[(i * T.Width) + lane] = one[i];
            }
        }
    }

    private static int Index(int stride, int at, StateSlot slot) => ((int)slot * stride) + at;

    private static T Slot(double[] state, int stride, int at, StateSlot slot) => T.Load(state, Index(stride, at, slot));

    private static GasState<T> Read(double[] state, int stride, int at, StateSlot first, T baseline, T perEmission)
    {
        T At(int offset) => Slot(state, stride, at, first + offset);
        var airborne = At(0) + At(1) + At(2) + At(3);
        return new GasState<T>
        {
            R0 = At(0),
            R1 = At(1),
            R2 = At(2),
            R3 = At(3),
            Airborne = airborne,
            Cumulative = At(4),
            Concentration = baseline + perEmission * airborne,
        };
    }

    private static void Write(double[] state, int stride, int at, StateSlot first, GasState<T> gas)
    {
        T.Store(gas.R0, state, Index(stride, at, first));
        T.Store(gas.R1, state, Index(stride, at, first + 1));
        T.Store(gas.R2, state, Index(stride, at, first + 2));
        T.Store(gas.R3, state, Index(stride, at, first + 3));
        T.Store(gas.Cumulative, state, Index(stride, at, first + 4));
    }

    private static ForcingTerms<T> ReadTerms(double[] state, int stride, int at)
    {
        var terms = default(ForcingTerms<T>);
        for (var k = 0; k < ForcingTerms<T>.Count; k++)
        {
            terms[k] = Slot(state, stride, at, StateSlot.Forcing + k);
        }

        return terms;
    }

    private static void WriteTerms(double[] state, int stride, int at, ForcingTerms<T> terms)
    {
        for (var k = 0; k < ForcingTerms<T>.Count; k++)
        {
            T.Store(terms[k], state, Index(stride, at, StateSlot.Forcing + k));
        }
    }
}

/// <summary>Columns of the state on a 1 January: each gas has four pools and its cumulative emissions.</summary>
internal enum StateSlot
{
    CarbonDioxide = 0,
    Methane = 5,
    NitrousOxide = 10,
    FilteredForcing = 15,
    Surface,
    Middle,
    Deep,
    HeatUptake,

    /// <summary>The first of <see cref="ForcingTerms{T}"/>.</summary>
    Forcing,
    Count = Forcing + 16,
}
