// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;

namespace Lodestar.Domain.Tests.Budgets;

/// <summary>The methods as the papers write them, year fraction by year fraction: slow, clear, and apart from the closed forms.</summary>
internal static class StepByStep
{
    private const int Steps = 40000;

    /// <summary>Mt by party, for worlds in which every product is known.</summary>
    public static Dictionary<string, double> Shares(
        ShareMethod method,
        PartyWorld world,
        CarbonDioxide budget,
        ShareTerms terms
    )
    {
        double Now(Party p) => p.Co2In(world.EmissionsYear).Tonnes / 1e6;
        double People(Party p) => p.PeopleIn(world.PeopleYear);
        var all = world.Parties;
        var (emissions, people) = (all.Sum(Now), all.Sum(People));
        var years = 2 * budget.Tonnes / 1e6 / emissions;
        var product = all.Sum(p => p.GdpPerPerson!.Value * People(p)) / people;
        double Raw(Party p, double cut) =>
            Math.Pow(p.GdpPerPerson!.Value / product, 1 / 3.0) * Now(p) * cut / emissions;
        double Capable(Party p) => Math.Max(0, p.GdpPerPerson!.Value - terms.DevelopmentThreshold) * People(p);
        double Responsible(Party p) => p.Co2Since(terms.HistoryFrom).Tonnes;
        double Index(Party p) => (Capable(p) / all.Sum(Capable) + Responsible(p) / all.Sum(Responsible)) / 2;
        var shares = all.ToDictionary(p => p.Code, _ => 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var t = (step + 0.5) / Steps * years;
            var path = emissions * (1 - t / years);
            var cut = emissions - path;
            var converged = Math.Clamp(t / Math.Max(terms.ConvergenceYear - terms.Start, 1e-12), 0, 1);
            var blend = Math.Clamp(
                (terms.Start + t - terms.RightsUntil) / (terms.AbilityFrom - terms.RightsUntil),
                0,
                1
            );
            var raw = all.Sum(p => Raw(p, cut));
            foreach (var p in all)
            {
                var grandfathered = Now(p) / emissions * path;
                var equal = People(p) / people * path;
                var able = Now(p) - Raw(p, cut) * (raw > 0 ? cut / raw : 0);
                var rights = Now(p) - cut * Index(p);
                shares[p.Code] +=
                    years
                    / Steps
                    * method switch
                    {
                        ShareMethod.EqualPerCapita => equal,
                        ShareMethod.Grandfathering => grandfathered,
                        ShareMethod.AbilityToPay => able,
                        ShareMethod.DevelopmentRights => (1 - blend) * rights + blend * able,
                        _ => (1 - converged) * grandfathered + converged * equal,
                    };
            }
        }

        if (method == ShareMethod.EqualCumulativePerCapita)
        {
            for (var year = terms.HistoryFrom; year <= world.EmissionsYear; year++)
            {
                foreach (var p in all)
                {
                    shares[p.Code] +=
                        p.PeopleIn(year) / all.Sum(q => q.PeopleIn(year)) * all.Sum(q => q.Co2In(year).Tonnes) / 1e6
                        - p.Co2In(year).Tonnes / 1e6;
                }
            }
        }

        return shares;
    }
}
