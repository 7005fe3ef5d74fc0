// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Lodestar.Climate.Relations;

namespace Lodestar.Climate.Emulator;

/// <summary>What a gas is like on a 1 January: four pools in emission units, and what follows from them.</summary>
internal struct GasState<T>
    where T : struct, ILane<T>
{
    public T R0;
    public T R1;
    public T R2;
    public T R3;
    public T Airborne;
    public T Cumulative;
    public T Concentration;
}

/// <summary>The gas cycle of one block of members, its parameters at hand.</summary>
internal readonly struct GasStep<T>
    where T : struct, ILane<T>
{
    private readonly T _a0;
    private readonly T _a1;
    private readonly T _a2;
    private readonly T _a3;
    private readonly T _tau0;
    private readonly T _perTau0;
    private readonly T _tau1;
    private readonly T _perTau1;
    private readonly T _tau2;
    private readonly T _perTau2;
    private readonly T _tau3;
    private readonly T _perTau3;
    private readonly T _r0;
    private readonly T _rUptake;
    private readonly T _rTemperature;
    private readonly T _rAirborne;
    private readonly T _g0;
    private readonly T _g1;
    private readonly T _baselineEmissions;
    private readonly bool _isAsReference;
    private readonly bool _isOnePool;
    private readonly bool _hasTimeScale;

    public GasStep(GasColumns columns, int at, bool isAsReference)
    {
        _isAsReference = isAsReference;
        (_a0, _a1) = (T.Load(columns.Fractions[0], at), T.Load(columns.Fractions[1], at));
        (_a2, _a3) = (T.Load(columns.Fractions[2], at), T.Load(columns.Fractions[3], at));
        (_tau0, _tau1) = (T.Load(columns.Lifetimes[0], at), T.Load(columns.Lifetimes[1], at));
        (_tau2, _tau3) = (T.Load(columns.Lifetimes[2], at), T.Load(columns.Lifetimes[3], at));
        (_perTau0, _perTau1) = (T.Of(1) / _tau0, T.Of(1) / _tau1);
        (_perTau2, _perTau3) = (T.Of(1) / _tau2, T.Of(1) / _tau3);
        (_r0, _rUptake) = (T.Load(columns.Iirf0, at), T.Load(columns.IirfUptake, at));
        (_rTemperature, _rAirborne) = (T.Load(columns.IirfTemperature, at), T.Load(columns.IirfAirborne, at));
        (_g0, _g1) = (T.Load(columns.G0, at), T.Load(columns.G1, at));
        _baselineEmissions = T.Load(columns.BaselineEmissions, at);
        (_isOnePool, _hasTimeScale) = (columns.IsOnePool, columns.HasTimeScale);
        (Baseline, Reference) = (T.Load(columns.Baseline, at), T.Load(columns.Reference, at));
        (PerEmission, Scale) = (T.Load(columns.PerEmission, at), T.Load(columns.Scale, at));
    }

    public T Baseline { get; }
    public T Reference { get; }
    public T PerEmission { get; }
    public T Scale { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T TimeScale(in GasState<T> gas, T warming) =>
        _hasTimeScale
            ? GasCycle.TimeScale(
                _r0,
                _rUptake,
                _rTemperature,
                _rAirborne,
                _g0,
                _g1,
                gas.Cumulative,
                gas.Airborne,
                warming
            )
            : T.Of(1);

    /// <summary>A year's step by emissions, or to a concentration where one is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(ref GasState<T> gas, T timeScale, double emissions, double[]? concentration, int step)
    {
        var rate = T.Of(1) / timeScale;
        var (stays0, share0) = Decay(rate * _perTau0, timeScale * _tau0);
        if (_isOnePool)
        {
            var emitted = concentration is null
                ? T.Of(emissions) - _baselineEmissions
                : (Airborne(concentration[step + 1]) - gas.R0 * stays0) / (_a0 * share0);
            gas.R0 = _a0 * emitted * share0 + gas.R0 * stays0;
            gas.Airborne = gas.R0;
            gas.Cumulative = gas.Cumulative + emitted + _baselineEmissions;
        }
        else
        {
            var (stays1, share1) = Decay(rate * _perTau1, timeScale * _tau1);
            var (stays2, share2) = Decay(rate * _perTau2, timeScale * _tau2);
            var (stays3, share3) = Decay(rate * _perTau3, timeScale * _tau3);
            var (kept0, kept1, kept2, kept3) = (gas.R0 * stays0, gas.R1 * stays1, gas.R2 * stays2, gas.R3 * stays3);
            var (in0, in1, in2, in3) = (_a0 * share0, _a1 * share1, _a2 * share2, _a3 * share3);
            var emitted = concentration is null
                ? T.Of(emissions) - _baselineEmissions
                : (Airborne(concentration[step + 1]) - (kept0 + kept1 + kept2 + kept3)) / (in0 + in1 + in2 + in3);
            gas.R0 = in0 * emitted + kept0;
            gas.R1 = in1 * emitted + kept1;
            gas.R2 = in2 * emitted + kept2;
            gas.R3 = in3 * emitted + kept3;
            gas.Airborne = gas.R0 + gas.R1 + gas.R2 + gas.R3;
            gas.Cumulative = gas.Cumulative + emitted + _baselineEmissions;
        }

        gas.Concentration = Baseline + PerEmission * gas.Airborne;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (T Stays, T OfEmitted) Decay(T lambda, T lifetime) =>
        _isAsReference ? GasCycle.DecayAsReference(lifetime) : GasCycle.Decay(lambda, lifetime);

    private T Airborne(double concentration) => (T.Of(concentration) - Baseline) / PerEmission;
}

/// <summary>The energy balance of one block of members.</summary>
internal readonly struct BalanceStep<T>
    where T : struct, ILane<T>
{
    private readonly T _f;
    private readonly T _sf;
    private readonly T _s1;
    private readonly T _s2;
    private readonly T _s3;
    private readonly T _mf;
    private readonly T _m1;
    private readonly T _m2;
    private readonly T _m3;
    private readonly T _df;
    private readonly T _d1;
    private readonly T _d2;
    private readonly T _d3;
    private readonly T _b0;
    private readonly T _b1;
    private readonly T _b2;
    private readonly T _b3;
    private readonly T _kappa1;
    private readonly T _deepUptake;

    public BalanceStep(MemberTable members, int at)
    {
        T Of(int i) => T.Load(members.Transition[i], at);
        _f = Of(0);
        (_sf, _s1, _s2, _s3) = (Of(1), Of(2), Of(3), Of(4));
        (_mf, _m1, _m2, _m3) = (Of(5), Of(6), Of(7), Of(8));
        (_df, _d1, _d2, _d3) = (Of(9), Of(10), Of(11), Of(12));
        (_b0, _b1) = (T.Load(members.Response[0], at), T.Load(members.Response[1], at));
        (_b2, _b3) = (T.Load(members.Response[2], at), T.Load(members.Response[3], at));
        (_kappa1, _deepUptake) = (T.Load(members.Kappa1, at), T.Load(members.DeepUptake, at));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(ref T filtered, ref T t1, ref T t2, ref T t3, T forcing)
    {
        var (f, surface, middle, deep) = (filtered, t1, t2, t3);
        filtered = _f * f + _b0 * forcing;
        t1 = _sf * f + _s1 * surface + _s2 * middle + _s3 * deep + _b1 * forcing;
        t2 = _mf * f + _m1 * surface + _m2 * middle + _m3 * deep + _b2 * forcing;
        t3 = _df * f + _d1 * surface + _d2 * middle + _d3 * deep + _b3 * forcing;
    }

    /// <summary>W m⁻² at the top of the atmosphere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Imbalance(T forcing, T t1, T t2, T t3) => forcing - _kappa1 * t1 + _deepUptake * (t2 - t3);
}
