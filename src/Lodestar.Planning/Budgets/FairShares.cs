// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// Six ways to share a CO2 budget among parties, after van den Berg et al. (2020), "Implications of various effort-sharing
/// approaches for national carbon budgets and emission pathways", Climatic Change 162, 1805–1822.
/// <para>
/// All use one world path: straight from current emissions E_w at the start t0 to zero at t0 + T, T = 2·B ÷ E_w, so that
/// the area under it is the budget B; after T nothing is left to share. Where a method holds emissions against a
/// baseline, the baseline is current emissions held constant (our assumption: published baselines are models'). Over a
/// straight path each integral over time has a closed form, given with each function; the shares are exact.
/// </para>
/// </summary>
public static class FairShares
{
    /// <summary>Shares by one method. The budget is what is left for the parties; zero or below shares out nothing.</summary>
    public static Allocation Of(ShareMethod method, PartyWorld world, CarbonDioxide budget, ShareTerms terms) =>
        method switch
        {
            ShareMethod.EqualPerCapita => EqualPerCapita(world, budget),
            ShareMethod.Grandfathering => Grandfathering(world, budget),
            ShareMethod.PerCapitaConvergence => PerCapitaConvergence(world, budget, terms),
            ShareMethod.AbilityToPay => AbilityToPay(world, budget),
            ShareMethod.DevelopmentRights => DevelopmentRights(world, budget, terms),
            _ => EqualCumulativePerCapita(world, budget, terms),
        };

    /// <summary>B_i = B · P_i ÷ P_w: the same for every person living now.</summary>
    public static Allocation EqualPerCapita(PartyWorld world, CarbonDioxide budget) =>
        Share(ShareMethod.EqualPerCapita, world, budget, p => budget * PeopleShare(world, p));

    /// <summary>B_i = B · E_i ÷ E_w: as emissions are divided now. It rewards high emissions, and is shown as one end of the range.</summary>
    public static Allocation Grandfathering(PartyWorld world, CarbonDioxide budget) =>
        Share(ShareMethod.Grandfathering, world, budget, p => budget * EmissionShare(world, p));

    /// <summary>
    /// Contraction and convergence: E_i(t) = [c(t)·E_i ÷ E_w + (1 − c(t))·P_i ÷ P_w]·E_w(t), with c falling straight from 1
    /// at t0 to 0 in the convergence year. Over the straight path the emission share weighs
    /// w = 1 − T ÷ 3C for T ≤ C, else C ÷ T − C² ÷ 3T², C the years to convergence.
    /// </summary>
    public static Allocation PerCapitaConvergence(PartyWorld world, CarbonDioxide budget, ShareTerms terms)
    {
        var weight = ConvergenceWeight(PathYears(world, budget), terms);
        return Share(
            ShareMethod.PerCapitaConvergence,
            world,
            budget,
            p => budget * (weight * EmissionShare(world, p) + (1 - weight) * PeopleShare(world, p))
        );
    }

    /// <summary>
    /// E_i(t) = E_i − R(t)·k_i: the world's reduction R(t) = E_w − E_w(t) is divided by k_i ∝ (G_i ÷ G_w)^(1/3)·E_i, product
    /// per person G, rescaled to add up to one. Up to T: B_i = E_i·T − k_i·B = B·(2·E_i ÷ E_w − k_i), since both the path
    /// and the reductions above it have area B. Parties without a known product are set aside by their emissions.
    /// </summary>
    public static Allocation AbilityToPay(PartyWorld world, CarbonDioxide budget)
    {
        var payers = world.WithGdp;
        var within = budget * (payers.Co2 / world.Co2);
        var ability = Ability(payers);
        return Share(
            ShareMethod.AbilityToPay,
            payers,
            within,
            p => within * (2 * EmissionShare(payers, p) - ability[p.Code]),
            budget
        );
    }

    /// <summary>
    /// Greenhouse development rights: E_i(t) = E_i − R(t)·RCI_i up to 2030, then blended in a straight line into ability to
    /// pay. RCI_i = ½·(emissions since 1990 ÷ all such emissions) + ½·(product above the threshold ÷ all such product),
    /// by national averages: income inside countries is not looked at, which understates what the rich of poor countries
    /// could carry. With φ the share of the world's reductions that falls under ability to pay,
    /// B_i = B·(2·E_i ÷ E_w − (1 − φ)·RCI_i − φ·k_i).
    /// </summary>
    public static Allocation DevelopmentRights(PartyWorld world, CarbonDioxide budget, ShareTerms terms)
    {
        var payers = world.WithGdp;
        var within = budget * (payers.Co2 / world.Co2);
        var ability = Ability(payers);
        var index = ResponsibilityAndCapability(payers, terms);
        var blended = AbilityWeight(PathYears(payers, within), terms);
        return Share(
            ShareMethod.DevelopmentRights,
            payers,
            within,
            p => within * (2 * EmissionShare(payers, p) - (1 - blended) * index[p.Code] - blended * ability[p.Code]),
            budget
        );
    }

    /// <summary>
    /// Per-capita convergence plus a debt: B_i = B_i(convergence) + Σ (P_i ÷ P_w·E_w − E_i)·(1 − d)^(t0−t) over the history,
    /// t0 its last year. Who emitted more than an equal share since then gets that much less now; debts add up to zero.
    /// </summary>
    public static Allocation EqualCumulativePerCapita(PartyWorld world, CarbonDioxide budget, ShareTerms terms)
    {
        var convergence = PerCapitaConvergence(world, budget, terms);
        var debts = Debts(world, terms);
        return Share(
            ShareMethod.EqualCumulativePerCapita,
            world,
            budget,
            p => convergence.Shares[p.Code] + debts[p.Code]
        );
    }

    /// <summary>
    /// What each party emitted less (positive) or more (negative) than an equal share per person over the history; years
    /// without a figure of its own are no part of its history.
    /// </summary>
    public static FrozenDictionary<string, CarbonDioxide> Debts(PartyWorld world, ShareTerms terms)
    {
        var debts = world.Parties.ToDictionary(p => p.Code, _ => CarbonDioxide.Zero);
        for (var year = terms.HistoryFrom; year <= world.EmissionsYear; year++)
        {
            // A party without a figure for a year takes no part in it: blank is not zero, and would be a credit.
            var known = world.Parties.Where(p => p.Co2[year].IsNumber).ToList();
            var people = known.Sum(p => p.PeopleIn(year));
            var emitted = CarbonDioxide.Sum(known.Select(p => p.Co2In(year)));
            var weight = Math.Pow(1 - terms.Discount, world.EmissionsYear - year);
            foreach (var party in known.Where(_ => people > 0))
            {
                debts[party.Code] += (emitted * (party.PeopleIn(year) / people) - party.Co2In(year)) * weight;
            }
        }

        return debts.ToFrozenDictionary();
    }

    /// <summary>
    /// The responsibility and capability index (Baer et al. 2008, The Greenhouse Development Rights Framework; weights ½ and
    /// ½): shares of the world that add up to one.
    /// </summary>
    public static FrozenDictionary<string, double> ResponsibilityAndCapability(PartyWorld world, ShareTerms terms)
    {
        double Capability(Party p) =>
            Math.Max(0, p.GdpPerPerson!.Value - terms.DevelopmentThreshold) * p.PeopleIn(world.PeopleYear);

        var capability = Fractions(world, Capability);
        var responsibility = Fractions(world, p => p.Co2Since(terms.HistoryFrom).Tonnes);
        return world.Parties.ToFrozenDictionary(p => p.Code, p => (responsibility[p.Code] + capability[p.Code]) / 2);
    }

    /// <summary>Years until a straight path from current emissions to zero has spent the budget: T = 2·B ÷ E_w.</summary>
    public static double PathYears(PartyWorld world, CarbonDioxide budget) =>
        world.Co2 > CarbonDioxide.Zero ? 2 * Math.Max(0, budget / world.Co2) : 0;

    /// <summary>The weight w of emission shares in per-capita convergence, see there.</summary>
    internal static double ConvergenceWeight(double pathYears, ShareTerms terms)
    {
        var toConvergence = Math.Max(0, terms.ConvergenceYear - terms.Start);
        if (pathYears <= 0)
        {
            return toConvergence > 0 ? 1 : 0;
        }

        var ratio = toConvergence / pathYears;
        return ratio >= 1 ? 1 - 1 / (3 * ratio) : ratio - ratio * ratio / 3;
    }

    /// <summary>
    /// φ of development rights: with R(t) rising straight from 0 at t0 to E_w at T, φ = (2 ÷ T²)·∫ t·f(t) dt over the path,
    /// f the blend, 0 up to <see cref="ShareTerms.RightsUntil"/> and 1 from <see cref="ShareTerms.AbilityFrom"/> on.
    /// </summary>
    internal static double AbilityWeight(double pathYears, ShareTerms terms)
    {
        if (pathYears <= 0)
        {
            return 0;
        }

        var (from, to) = (terms.RightsUntil - terms.Start, terms.AbilityFrom - terms.Start);
        // ∫ t·(t − from) ÷ (to − from) dt
        double Blend(double t) => (t * t * t / 3 - from * t * t / 2) / (to - from);
        var low = Math.Clamp(from, 0, pathYears);
        var high = Math.Clamp(to, 0, pathYears);
        var area = Blend(high) - Blend(low) + (pathYears * pathYears - high * high) / 2;
        return 2 * area / (pathYears * pathYears);
    }

    private static FrozenDictionary<string, double> Ability(PartyWorld world) =>
        Fractions(world, p => Math.Cbrt(p.GdpPerPerson!.Value) * p.Co2In(world.EmissionsYear).Tonnes);

    private static FrozenDictionary<string, double> Fractions(PartyWorld world, Func<Party, double> of)
    {
        var sum = world.Parties.Sum(of);
        return world.Parties.ToFrozenDictionary(p => p.Code, p => sum > 0 ? of(p) / sum : 0);
    }

    private static double PeopleShare(PartyWorld world, Party party) => party.PeopleIn(world.PeopleYear) / world.People;

    private static double EmissionShare(PartyWorld world, Party party) => party.Co2In(world.EmissionsYear) / world.Co2;

    private static Allocation Share(
        ShareMethod method,
        PartyWorld world,
        CarbonDioxide budget,
        Func<Party, CarbonDioxide> share,
        CarbonDioxide? whole = null
    )
    {
        var all = whole ?? budget;
        return new Allocation(
            method,
            all,
            all - budget,
            PathYears(world, budget),
            budget <= CarbonDioxide.Zero
                ? FrozenDictionary<string, CarbonDioxide>.Empty
                : world.Parties.ToFrozenDictionary(p => p.Code, share)
        );
    }
}
