// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Emulator;
using Lodestar.Climate.Pathways;

namespace Lodestar.Climate.Answers;

/// <summary>
/// What the world may still emit of CO2 from the end of the history, member by member. A family of pathways takes CO2
/// to zero in a straight line, each in another year, while everything else follows one background; between neighbours
/// the CO2 emitted until zero is read off at which a member's peak warming just stays at the limit. The budget for a likelihood is what that
/// share of members can bear.
/// </summary>
public sealed class RemainingBudget
{
    private readonly double[] _emitted;
    private readonly double[][] _peaks;

    private RemainingBudget(int from, string background, double[] emitted, double[][] peaks) =>
        (From, Background, _emitted, _peaks) = (from, background, emitted, peaks);

    /// <summary>The 1 January from which it counts.</summary>
    public int From { get; }

    /// <summary>Name of the pathway that everything but CO2 follows.</summary>
    public string Background { get; }

    /// <param name="background">From the first year after the history to a century later or more.</param>
    public static RemainingBudget Of(Ensemble ensemble, Pathway background)
    {
        const int Until = 2150;
        var from = ensemble.History.Year;
        var last = Math.Min(background.LastYear, Until);
        var (fossil, land) = CarbonDioxideOf(ensemble);
        var start = ensemble.Calibration.History.In(fossil, from - 1) + ensemble.Calibration.History.In(land, from - 1);
        var (emitted, peaks) = (new List<double>(), new List<double[]>());
        foreach (var length in Lengths(last - from))
        {
            var total = 0.0;
            double Amount(int year) => length > 0 ? Math.Max(0, 1 - ((year + 1.0 - from) / length)) * start : 0;

            var pathway = background
                .Between(from, last)
                .With(fossil, (year, _) => Amount(year))
                .With(land, (_, _) => 0);
            for (var year = from; year <= last; year++)
            {
                total += Amount(year);
            }

            emitted.Add(total);
            peaks.Add(Array.ConvertAll(ensemble.Project(pathway).Peak(from, last + 1), p => p.Warming));
        }

        return new(from, background.Name, [.. emitted], [.. peaks]);
    }

    /// <summary>
    /// Gt CO2 from <see cref="From"/> on, for a limit in K above 1850–1900 that is kept with a likelihood. Negative
    /// infinity when nothing is left even if CO2 stopped at once; positive infinity beyond the largest pathway.
    /// </summary>
    public double For(double limit, double likelihood)
    {
        var budgets = new double[_peaks[0].Length];
        for (var m = 0; m < budgets.Length; m++)
        {
            budgets[m] = OfMember(m, limit);
        }

        Array.Sort(budgets);
        var at = (1 - likelihood) * (budgets.Length - 1);
        var (below, above) = (budgets[(int)Math.Floor(at)], budgets[(int)Math.Ceiling(at)]);
        // Between a number and infinity there is nothing to interpolate: the stricter neighbour answers.
        return double.IsFinite(below) && double.IsFinite(above)
            ? below + ((at - Math.Floor(at)) * (above - below))
            : below;
    }

    private double OfMember(int member, double limit)
    {
        if (_peaks[0][member] > limit)
        {
            return double.NegativeInfinity;
        }

        for (var k = 1; k < _emitted.Length; k++)
        {
            var (low, high) = (_peaks[k - 1][member], _peaks[k][member]);
            if (high > limit)
            {
                return _emitted[k - 1] + ((_emitted[k] - _emitted[k - 1]) * (limit - low) / (high - low));
            }
        }

        return double.PositiveInfinity;
    }

    private static IEnumerable<int> Lengths(int longest)
    {
        for (
            var length = 0;
            length <= longest;
            length +=
                    length < 20 ? 2
                    : length < 60 ? 5
                    : 10
        )
        {
            yield return length;
        }
    }

    private static (string Fossil, string Land) CarbonDioxideOf(Ensemble ensemble) =>
        (
            ensemble.Calibration.Find(Calibrations.SpeciesKind.FossilCarbonDioxide)!.Name,
            ensemble.Calibration.Find(Calibrations.SpeciesKind.LandUseCarbonDioxide)!.Name
        );
}
