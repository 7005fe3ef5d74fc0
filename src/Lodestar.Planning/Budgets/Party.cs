// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>
/// A country as the methods see it. A year without a figure counts as nothing emitted, or nobody living there, in that
/// year: territories that did not report yet.
/// </summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Co2">Fossil CO2 by year.</param>
/// <param name="People">People by year.</param>
/// <param name="GdpPerPerson">Real product per person in international dollars; null where no open source states it.</param>
/// <param name="Before">Fossil CO2 before the first year of <paramref name="Co2"/>, since 1850.</param>
public sealed record Party(string Code, YearSeries Co2, YearSeries People, double? GdpPerPerson, CarbonDioxide Before)
{
    public CarbonDioxide Co2In(int year) =>
        Co2[year].TryGetNumber(out var amount) ? CarbonDioxide.Of(new Quantity(amount, Co2.Unit)) : CarbonDioxide.Zero;

    public double PeopleIn(int year) => People[year].TryGetNumber(out var people) ? people * People.Unit.Scale : 0;

    public CarbonDioxide Co2Since(int year) => CarbonDioxide.Sum(Co2.NumberYears.Where(y => y >= year).Select(Co2In));

    /// <summary>Since 1850.</summary>
    public CarbonDioxide Co2Ever => Before + Co2Since(int.MinValue);
}
