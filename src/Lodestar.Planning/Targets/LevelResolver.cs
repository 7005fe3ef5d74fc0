// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>
/// Brings each level that a target states to the unit of the inventory's totals, or says why it cannot be. A cut c
/// leaves (1 − c) of the target's reference: the base year's emissions; for an intensity the base year's intensity times
/// the target year's population or real GDP; below a baseline the baseline of the same year.
/// </summary>
internal sealed class LevelResolver(Plan plan, TargetVersion version, InventoryTotals covered)
{
    public int? BaseYear { get; } = version.BaseYear ?? plan.BaseYear;

    /// <summary>Base-year emissions in the totals' unit: as the target states them, else as the inventory has them.</summary>
    public double? BaseAmount => StatedBase ?? InventoriedBase;

    public double? InventoriedBase =>
        (version.BaseYear ?? plan.BaseYear) is { } year ? covered.ComparableAmount(year) : null;

    public double? StatedBase => version.BaseLevel is { } level ? InUnit(level) : null;

    /// <summary>An amount in the totals' unit; null where the gases differ.</summary>
    public double? InUnit(Quantity amount) =>
        CommonUnit.Factor(amount.Unit, covered.Unit, plan.GwpSet) is { } factor ? amount.Value * factor : null;

    public ResolvedLevel Of(Level level, Stop stop) =>
        level switch
        {
            Level.Fixed stated => InUnit(stated.Amount) is { } amount
                ? ResolvedLevel.Of(amount)
                : Open(
                    Message.Of("target.because.units", ("stated", stated.Amount.Unit), ("inventory", covered.Unit)),
                    TargetDiagnostics.UnitsDiffer(version, stated.Amount.Unit, covered.Unit)
                ),
            Level.PerUnit per => FromIntensity(per.Amount, stop, null),
            Level.Cut cut => version.Kind switch
            {
                TargetKind.Intensity => CutOfIntensity(cut, stop),
                TargetKind.BelowBaseline => CutOfBaseline(cut, stop),
                _ => CutOfBase(cut, stop),
            },
            _ => throw new InvalidOperationException($"{level.GetType().Name} is no level."),
        };

    private ResolvedLevel CutOfBase(Level.Cut cut, Stop stop) =>
        BaseAmount is { } amount
            ? ResolvedLevel.Of(amount * (1 - cut.Share))
            : Open(
                Message.Of("target.because.base", ("base", BaseYearWord)),
                TargetDiagnostics.MilestoneOpen(stop.Id, stop.Year, stop.Place, BaseYear)
            );

    private ResolvedLevel CutOfBaseline(Level.Cut cut, Stop stop)
    {
        if (
            version.Baseline is { } stated
            && stated[stop.Year].TryGetNumber(out var number)
            && InUnit(new Quantity(number, stated.Unit)) is { } baseline
        )
        {
            return ResolvedLevel.Of(
                baseline * (1 - cut.Share),
                Message.Of(
                    "target.how.baseline",
                    ("share", new Share(cut.Share)),
                    ("year", stop.Year),
                    ("baseline", new Quantity(baseline, covered.Unit))
                )
            );
        }

        if (WithoutMeasures.Of(plan, version.Scope, covered, stop.Year) is var (amount, projection))
        {
            return ResolvedLevel.Of(
                amount * (1 - cut.Share),
                Message.Of(
                    "target.how.projection",
                    ("share", new Share(cut.Share)),
                    ("year", stop.Year),
                    ("baseline", new Quantity(amount, covered.Unit)),
                    ("projection", projection.Title ?? projection.Id)
                )
            );
        }

        var because = Message.Of("target.because.baseline", ("year", stop.Year));
        return Open(because, TargetDiagnostics.BaselineOpen(stop, because));
    }

    private ResolvedLevel CutOfIntensity(Level.Cut cut, Stop stop)
    {
        if (Basis is not { } basis)
        {
            var because = Message.Of("target.because.basis");
            return Open(because, TargetDiagnostics.BasisOpen(stop, because));
        }

        if (version.BaseIntensity is { } stated)
        {
            return FromIntensity(stated * (1 - cut.Share), stop, cut);
        }

        if (BaseYear is not { } year || BaseAmount is not { } amount)
        {
            var missing = Message.Of("target.because.base", ("base", BaseYearWord));
            return Open(missing, TargetDiagnostics.BaseIntensityOpen(stop, missing));
        }

        var (activity, _, refusal) = Activity(basis, year, stop);
        return activity is { } level
            ? FromIntensity(new Quantity(amount, covered.Unit) / level * (1 - cut.Share), stop, cut)
            : refusal!.Value;
    }

    /// <summary>Intensity × activity = emissions; the units must cancel down to the totals' own.</summary>
    private ResolvedLevel FromIntensity(Quantity intensity, Stop stop, Level.Cut? cut)
    {
        if (IntensityUnits.BasisOf(intensity.Unit) is not { } basis)
        {
            var because = Message.Of("target.because.basis");
            return Open(because, TargetDiagnostics.BasisOpen(stop, because));
        }

        if (IntensityUnits.IsNominal(intensity.Unit))
        {
            return Nominal(intensity.Unit, stop);
        }

        var (activity, note, refusal) = Activity(basis, stop.Year, stop);
        if (activity is not { } level)
        {
            return refusal!.Value;
        }

        var product = intensity * level;
        var mass = product.Simplify();
        if (InUnit(mass) is { } amount)
        {
            var values = new (string, object)[]
            {
                ("intensity", intensity),
                ("activity", note!),
                ("share", new Share(cut?.Share ?? 0)),
            };
            return ResolvedLevel.Of(
                amount,
                Message.Of(cut is null ? "target.how.intensity" : "target.how.intensity-cut", values)
            );
        }

        // Money of two years, or of two currencies, does not cancel.
        var differ = basis == IntensityBasis.Gdp && !MoneyCancels(intensity.Unit, level.Unit);
        if (!differ)
        {
            return Open(
                Message.Of("target.because.units", ("stated", intensity.Unit), ("inventory", covered.Unit)),
                TargetDiagnostics.UnitsDiffer(version, intensity.Unit, covered.Unit)
            );
        }

        var prices = Message.Of("target.because.prices", ("stated", intensity.Unit), ("series", level.Unit));
        return Open(prices, TargetDiagnostics.PricesDiffer(stop, prices));
    }

    /// <summary>True when no money is left in the product.</summary>
    private static bool MoneyCancels(Unit intensity, Unit activity) =>
        !(intensity.Dimension * activity.Dimension).Powers.Any(p =>
            p.Key.StartsWith("money:", StringComparison.Ordinal)
        );

    private IntensityBasis? Basis =>
        version.IntensityBasis
        ?? (version.BaseIntensity is { } stated ? IntensityUnits.BasisOf(stated.Unit) : null)
        ?? version
            .Milestones.SelectMany(m => new[] { m.Level, m.Conditional })
            .OfType<Level.PerUnit>()
            .Select(p => IntensityUnits.BasisOf(p.Amount.Unit))
            .FirstOrDefault(b => b is not null);

    private object BaseYearWord => BaseYear is { } year ? year : Message.Of("not-stated");

    /// <summary>People or real GDP of a year, with a sentence that says which number it is; else why there is none.</summary>
    private (Quantity? Amount, Message? Note, ResolvedLevel? Refusal) Activity(
        IntensityBasis basis,
        int year,
        Stop stop
    )
    {
        var isGdp = basis == IntensityBasis.Gdp;
        var series = isGdp ? plan.Gdp : plan.Population;
        if (isGdp && series is { } money && IntensityUnits.IsNominal(money.Unit))
        {
            return (null, null, Nominal(money.Unit, stop));
        }

        var name = Message.Of(isGdp ? "target.activity.gdp" : "target.activity.person");
        if (series is null || !series[year].TryGetNumber(out var number) || number <= 0)
        {
            var because = Message.Of("target.because.activity", ("activity", name), ("year", year));
            return (null, null, Open(because, TargetDiagnostics.ActivityOpen(stop, isGdp, because)));
        }

        var amount = new Quantity(number, series.Unit);
        var isAhead = year > (covered.LastYear ?? int.MaxValue) || series.ProvenanceOf(year).Kind == ValueKind.Modelled;
        var note = Message.Of(
            isAhead ? "target.activity.projected" : "target.activity.stated",
            ("activity", name),
            ("year", year),
            ("amount", amount)
        );
        return (amount, note, null);
    }

    private static ResolvedLevel Nominal(Unit unit, Stop stop)
    {
        var because = Message.Of("target.because.nominal", ("unit", unit));
        return Open(because, TargetDiagnostics.Nominal(stop, because));
    }

    private static ResolvedLevel Open(Message because, Diagnostic doubt) => new(null, because, doubt, null);
}
