// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Plans;
using Lodestar.Units;

namespace Lodestar.Planning.Targets;

/// <summary>A target's levels in the unit of the inventory it is read against.</summary>
/// <param name="Covered">The inventory's totals over what the target covers.</param>
/// <param name="BaseYear">The base year used; null when none is stated.</param>
/// <param name="BaseAmount">Base-year emissions in the totals' unit; null when neither target nor inventory has them.</param>
/// <param name="Doubts">What could not be resolved, and why.</param>
public sealed record TargetLevels(
    InventoryTotals Covered,
    int? BaseYear,
    double? BaseAmount,
    EquatableList<ResolvedMilestone> Milestones,
    double? Residual,
    LongTermPath? Path,
    EquatableList<Diagnostic> Doubts
)
{
    /// <summary>Milestones before the net-zero year, and the net-zero year with its residual as the last.</summary>
    public static TargetLevels Resolve(Plan plan, TargetVersion version, InventoryTotals covered)
    {
        var doubts = new List<Diagnostic>();
        var baseYear = version.BaseYear ?? plan.BaseYear;
        var inventoried = baseYear is { } year ? covered.ComparableAmount(year) : null;
        var stated = version.BaseLevel is { } level ? InUnit(level, covered.Unit, plan.GwpSet, version, doubts) : null;
        var baseAmount = stated ?? inventoried;

        double? Amount(Level? of) =>
            of switch
            {
                Level.Fixed isFixed => InUnit(isFixed.Amount, covered.Unit, plan.GwpSet, version, doubts),
                Level.Cut cut => baseAmount * (1 - cut.Share),
                _ => null,
            };

        var residual = Amount(version.Residual);
        var path = LongTermPaths.Of(
            version,
            covered,
            residual,
            a => InUnit(a, covered.Unit, plan.GwpSet, version, doubts)
        );
        var milestones = version
            .Milestones.Select(m => (m.Id, m.Year, Amount: Amount(m.Level), m.Place, NetZero: false))
            .Where(m => m.Year != version.NetZeroYear)
            .ToList();
        foreach (var open in milestones.Where(m => m.Amount is null))
        {
            doubts.Add(TargetDiagnostics.MilestoneOpen(open.Id, open.Year, open.Place, baseYear));
        }

        if (version.NetZeroYear is { } zero)
        {
            milestones.Add(("net-zero", zero, residual ?? 0, version.Place, true));
        }

        return new TargetLevels(
            covered,
            baseYear,
            baseAmount,
            milestones
                .Where(m => m.Amount is not null)
                .OrderBy(m => m.Year)
                .Select(m => new ResolvedMilestone(
                    m.Id,
                    m.Year,
                    m.Amount!.Value,
                    covered.ComparableAmount(m.Year),
                    path?.At(m.Year),
                    m.NetZero
                ))
                .ToEquatableList(),
            residual,
            path,
            doubts.Concat(BaseLevelDoubt(version, covered, baseYear, stated, inventoried)).Distinct().ToEquatableList()
        );
    }

    private static IEnumerable<Diagnostic> BaseLevelDoubt(
        TargetVersion version,
        InventoryTotals covered,
        int? baseYear,
        double? stated,
        double? inventoried
    )
    {
        var tolerance = Assessment.RuleSet.Current["doubt.base-level"];
        if (
            baseYear is { } year
            && stated is { } s
            && inventoried is { } i
            && Math.Abs(s - i) > tolerance * Math.Abs(i)
        )
        {
            yield return TargetDiagnostics.BaseLevelDiffers(
                version,
                year,
                new Quantity(s, covered.Unit),
                new Quantity(i, covered.Unit)
            );
        }
    }

    private static double? InUnit(
        Quantity amount,
        Unit unit,
        GwpSet set,
        TargetVersion version,
        List<Diagnostic> doubts
    )
    {
        if (CommonUnit.Factor(amount.Unit, unit, set) is { } factor)
        {
            return amount.Value * factor;
        }

        doubts.Add(TargetDiagnostics.UnitsDiffer(version, amount.Unit, unit));
        return null;
    }
}
