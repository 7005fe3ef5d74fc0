// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>CO2 of the whole world in a year, land use included.</summary>
/// <param name="IsEstimate">True where the publisher projected the year, or a later year is held at the last known one.</param>
/// <param name="HeldFrom">The year whose figure is held; null where the year has its own.</param>
public sealed record WorldYear(
    int Year,
    CarbonDioxide Amount,
    bool IsEstimate,
    int? HeldFrom,
    string Publisher,
    string Edition,
    string Licence
);

/// <summary>What the world has emitted since budgets were published, from the embedded table.</summary>
public static class WorldEmissions
{
    private static readonly IReadOnlyList<WorldYear> Known =
    [
        .. EmbeddedTable
            .Read("Budgets.Tables.world-emissions.csv")
            .Select(r => new WorldYear(
                int.Parse(r["year"], CultureInfo.InvariantCulture),
                CarbonDioxide.Of(
                    new Quantity(double.Parse(r["gt_co2"], CultureInfo.InvariantCulture), Unit.Parse("Gt CO2"))
                ),
                r["kind"] == "estimated",
                null,
                r["publisher"],
                r["edition"],
                r["licence"]
            ))
            .OrderBy(y => y.Year),
    ];

    /// <summary>The first year of the table.</summary>
    public static int FirstYear => Known[0].Year;

    /// <summary>The last year with a figure of its own.</summary>
    public static int LastYear => Known[^1].Year;

    /// <summary>
    /// The year's figure, or after <see cref="LastYear"/> that year's held constant. Throws
    /// <see cref="ArgumentOutOfRangeException"/> for years before the table.
    /// </summary>
    public static WorldYear Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        return year > LastYear
            ? Known[^1] with
            {
                Year = year,
                IsEstimate = true,
                HeldFrom = LastYear,
            }
            : Known.First(y => y.Year == year);
    }
}
