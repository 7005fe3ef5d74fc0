// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.LockIn;

namespace Lodestar.Web.Features.Scenarios;

/// <summary>What stocks of vintages emit in the scenario that happens without a further decision, by year from <paramref name="FirstYear"/> on.</summary>
/// <param name="Today">What is installed until this year counts as standing.</param>
/// <param name="ZeroYear">The year of net zero; null where none lies within the model's years.</param>
/// <param name="Sectors">What no stock carries is in none.</param>
/// <param name="Vintages">The same by decade of installation, the oldest first.</param>
/// <param name="Committed">By year: what stands in it emits afterwards, to the last year of the model, were nothing more installed.</param>
/// <param name="Last">The last year to install each kind, what emits most in the zero year first.</param>
public sealed record LockInContract(
    int FirstYear,
    int Today,
    int? ZeroYear,
    IReadOnlyList<LockInSectorContract> Sectors,
    IReadOnlyList<LockInVintagesContract> Vintages,
    IReadOnlyList<LockInCommittedContract> Committed,
    IReadOnlyList<LastInstallationContract> Last
)
{
    internal static LockInContract From(LockInCurve curve) =>
        new(
            curve.FirstYear,
            curve.Today,
            curve.ZeroYear,
            [.. curve.Sectors.Select(s => new LockInSectorContract(s.Sector, s.Standing, s.Planned))],
            [.. curve.Vintages.Select(v => new LockInVintagesContract(v.From, v.Until, v.IsPlanned, v.Amounts))],
            [
                .. Enumerable
                    .Range(curve.FirstYear, curve.LastYear - curve.FirstYear + 1)
                    .Select(y => new LockInCommittedContract(
                        y,
                        [.. curve.Sectors.Select(s => curve.Committed(s.Sector, y))]
                    )),
            ],
            [
                .. curve.Last.Select(l => new LastInstallationContract(
                    l.Stock.Stock.Name,
                    l.Stock.Stock.Title,
                    l.Last.Labels,
                    l.Last.Year,
                    l.Last.MedianLife,
                    l.Last.LongestLife,
                    l.Emissions,
                    l.IsCleanest
                )),
            ]
        );
}

/// <summary>One sector.</summary>
/// <param name="Standing">By what stands today.</param>
/// <param name="Planned">By what is installed afterwards.</param>
public sealed record LockInSectorContract(string Sector, IReadOnlyList<double> Standing, IReadOnlyList<double> Planned);

/// <summary>What was installed from a year to another.</summary>
/// <param name="From">The first year of the model for what stood then too.</param>
/// <param name="IsPlanned">Whether it is installed after today.</param>
public sealed record LockInVintagesContract(int From, int Until, bool IsPlanned, IReadOnlyList<double> Amounts);

/// <summary>What stands in a year emits afterwards.</summary>
/// <param name="Sectors">In the order of the sectors.</param>
public sealed record LockInCommittedContract(int Year, IReadOnlyList<double> Sectors);

/// <summary>When a kind can be installed for the last time so that hardly any of it stands in the zero year.</summary>
/// <param name="Stock">The variable.</param>
/// <param name="Labels">Of its axes; none for a stock without axes.</param>
/// <param name="Year">Null where even what was installed in the first year of the model still stands.</param>
/// <param name="MedianLife">Years until no more than half stands; null where that is beyond the model's years.</param>
/// <param name="LongestLife">Years until less than one in a hundred stands.</param>
/// <param name="Emissions">What all that stands of it emits in the zero year.</param>
/// <param name="IsCleanest">Whether of several to choose among none emits less, so that its last year does not matter.</param>
public sealed record LastInstallationContract(
    string Stock,
    string? Title,
    IReadOnlyList<string> Labels,
    int? Year,
    int? MedianLife,
    int? LongestLife,
    double Emissions,
    bool IsCleanest
);
