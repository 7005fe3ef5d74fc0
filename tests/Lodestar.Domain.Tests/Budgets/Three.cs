// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Budgets;
using Lodestar.Planning.Series;
using Lodestar.Units;

namespace Lodestar.Domain.Tests.Budgets;

/// <summary>
/// A world of three, small enough to work out by hand. Current year 2001; emissions in Mt, people in millions, product per
/// person in $:
/// <code>
///        2000            2001
///        Mt   people     Mt   people   $/person
///   A    60      100     60      100     27,000
///   B    30      100     30      100      8,000
///   C    10      200     10      200      1,000
///   sum 100      400    100      400
/// </code>
/// Budget 500 Mt from 2010 on: the straight path from 100 Mt/yr to zero takes T = 2·500 ÷ 100 = 10 years.
/// </summary>
internal static class Three
{
    public static PartyWorld World { get; } =
        new(
            [Of("A", 60, 60, 100, 100, 27000), Of("B", 30, 30, 100, 100, 8000), Of("C", 10, 10, 200, 200, 1000)],
            2001,
            2001
        );

    /// <summary>From 2010 on; convergence in 2030, rights until 2014, ability from 2022 on, threshold 7,500 $.</summary>
    public static ShareTerms Terms { get; } = new(2010, 2030, 2000, 0, 2014, 2022, 7500);

    public static CarbonDioxide Mt(double amount) => CarbonDioxide.Of(new Quantity(amount, Unit.Parse("Mt CO2")));

    public static Party Of(string code, double before, double now, double peopleBefore, double people, double? gdp) =>
        new(
            code,
            new YearSeries(Unit.Parse("Mt CO2"), [new(2000, Cell.Of(before)), new(2001, Cell.Of(now))]),
            new YearSeries(
                Unit.Parse("person"),
                [new(2000, Cell.Of(peopleBefore * 1e6)), new(2001, Cell.Of(people * 1e6))]
            ),
            gdp,
            CarbonDioxide.Zero
        );
}
