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
    /// <summary>Stops that have no amount in mass, each with its reason.</summary>
    public EquatableList<OpenMilestone> Open { get; init; } = EquatableList<OpenMilestone>.Empty;

    /// <summary>The cumulative budget against what was emitted; null when none is stated.</summary>
    public BudgetStanding? Budget { get; init; }

    /// <summary>The net-zero year's parts; null when neither residual nor removals are stated.</summary>
    public NetZeroBalance? Balance { get; init; }

    /// <summary>
    /// Read against the inventory that the version names, else the plan's first, on that inventory's boundary. Null
    /// without an inventory that holds a number.
    /// </summary>
    public static TargetLevels? Of(Plan plan, TargetVersion version)
    {
        var inventory =
            plan.Inventories.FirstOrDefault(i => i.Id == version.Inventory) ?? plan.Inventories.FirstOrDefault();
        if (inventory is null)
        {
            return null;
        }

        var whole = InventoryTotaller.Total(plan, inventory, inventory.Boundary);
        return whole.LastYear is null
            ? null
            : Resolve(
                plan,
                version,
                InventoryTotaller.Total(plan, inventory, inventory.Boundary, Coverage.Of(version.Scope), whole.Unit)
            );
    }

    /// <summary>Milestones before the net-zero year, and the net-zero year with its residual as the last.</summary>
    public static TargetLevels Resolve(Plan plan, TargetVersion version, InventoryTotals covered)
    {
        var resolver = new LevelResolver(plan, version, covered);
        var doubts = new List<Diagnostic>();
        var open = new List<OpenMilestone>();

        double? InUnit(Quantity amount)
        {
            var converted = resolver.InUnit(amount);
            if (converted is null)
            {
                doubts.Add(TargetDiagnostics.UnitsDiffer(version, amount.Unit, covered.Unit));
            }

            return converted;
        }

        ResolvedLevel Resolved(Level level, Stop stop, bool isConditional)
        {
            var resolved = resolver.Of(level, stop);
            if (resolved is { Doubt: { } doubt, Because: { } because })
            {
                doubts.Add(doubt);
                open.Add(new OpenMilestone(stop.Id, stop.Year, because, doubt, isConditional));
            }

            return resolved;
        }

        var stated = version.BaseLevel is { } baseLevel ? InUnit(baseLevel) : null;
        var zero = version.NetZeroYear;
        var residual = version.Residual is { } left ? ResidualOf(left, version, covered, Resolved) : null;
        var path = LongTermPaths.Of(version, covered, residual, InUnit);
        var milestones = new List<ResolvedMilestone>();
        foreach (var milestone in version.Milestones.Where(m => m.Year != zero))
        {
            var stop = new Stop(milestone.Id, milestone.Year, milestone.Place);
            var level = Resolved(milestone.Level, stop, isConditional: false);
            var deeper = milestone.Conditional is { } c ? Resolved(c, stop, isConditional: true) : default;
            if (level.Amount is not { } amount)
            {
                continue;
            }

            if (deeper.Amount > amount * (1 + 1e-9))
            {
                doubts.Add(
                    TargetDiagnostics.ConditionalWeaker(
                        stop,
                        new Quantity(amount, covered.Unit),
                        new Quantity(deeper.Amount.Value, covered.Unit)
                    )
                );
            }

            milestones.Add(
                Milestone(stop, amount, covered, path, isNetZero: false) with
                {
                    Conditional = deeper.Amount,
                    Condition = milestone.Condition,
                    How = level.How,
                    ConditionalHow = deeper.How,
                }
            );
        }

        if (zero is { } last)
        {
            var stop = new Stop("net-zero", last, version.Place);
            milestones.Add(Milestone(stop, residual ?? 0, covered, path, isNetZero: true));
        }

        var budget = BudgetStanding.Of(version, covered, InUnit);
        var balance = NetZeroBalance.Of(version, covered.Unit, residual, resolver.BaseAmount, InUnit);
        return new TargetLevels(
            covered,
            resolver.BaseYear,
            resolver.BaseAmount,
            milestones.OrderBy(m => m.Year).ToEquatableList(),
            residual,
            path,
            doubts
                .Concat(BudgetDoubts(version, covered, budget))
                .Concat(balance?.Doubts(version) ?? [])
                .Concat(BaseLevelDoubt(version, covered, resolver.BaseYear, stated, resolver.InventoriedBase))
                .Distinct()
                .ToEquatableList()
        )
        {
            Open = open.ToEquatableList(),
            Budget = budget,
            Balance = balance,
        };
    }

    /// <summary>A residual without a net-zero year belongs to no year, so that only a base year can put it into mass.</summary>
    private static double? ResidualOf(
        Level level,
        TargetVersion version,
        InventoryTotals covered,
        Func<Level, Stop, bool, ResolvedLevel> resolved
    )
    {
        var year = version.NetZeroYear ?? covered.LastYear ?? 0;
        return resolved(level, new Stop("net-zero", year, version.Place), false).Amount;
    }

    private static ResolvedMilestone Milestone(
        Stop stop,
        double amount,
        InventoryTotals covered,
        LongTermPath? path,
        bool isNetZero
    ) => new(stop.Id, stop.Year, amount, covered.ComparableAmount(stop.Year), path?.At(stop.Year), isNetZero);

    /// <summary>An inventory counts what was emitted here; an account may count something else, and gaps hide a part.</summary>
    private static IEnumerable<Diagnostic> BudgetDoubts(
        TargetVersion version,
        InventoryTotals covered,
        BudgetStanding? standing
    )
    {
        if (standing is null)
        {
            yield break;
        }

        var withLand = covered.Boundary == Boundary.NationalWithLand;
        var counted = TargetWords.Account(withLand ? BudgetAccount.Net : BudgetAccount.Gross);
        var account = standing.Budget.Account;
        if (
            account switch
            {
                BudgetAccount.Gross => withLand,
                BudgetAccount.Net => !withLand,
                _ => true,
            }
        )
        {
            yield return TargetDiagnostics.AccountDiffers(version, TargetWords.Account(account), counted);
        }

        if (standing.Gaps.Count > 0)
        {
            yield return TargetDiagnostics.BudgetGaps(version, standing.Budget, standing.Gaps);
        }
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
}
