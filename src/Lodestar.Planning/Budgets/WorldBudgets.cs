// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Units;

namespace Lodestar.Planning.Budgets;

/// <summary>What the world may still emit from a day on, for one limit of warming at one likelihood, as published.</summary>
/// <param name="Set">Whose assessment: "igcc-2024", "ar6".</param>
/// <param name="Limit">Warming above 1850–1900 in °C.</param>
/// <param name="Likelihood">Chance of staying below the limit, as a fraction.</param>
public sealed record WorldBudget(string Set, DateOnly From, double Limit, double Likelihood, CarbonDioxide Amount)
{
    public required string Publisher { get; init; }
    public required string Edition { get; init; }
    public required string Licence { get; init; }
    public required string Source { get; init; }
}

/// <summary>Remaining carbon budgets of the world, from the embedded table. They include land-use emissions.</summary>
public static class WorldBudgets
{
    /// <summary>The set that is used unless another is asked for.</summary>
    public const string Latest = "igcc-2024";

    public static IReadOnlyList<WorldBudget> All { get; } =
    [.. EmbeddedTable.Read("Budgets.Tables.world-budgets.csv").Select(Read)];

    /// <summary>Limits of <see cref="Latest"/> in °C, ascending.</summary>
    public static IReadOnlyList<double> Limits { get; } =
    [.. All.Where(b => b.Set == Latest).Select(b => b.Limit).Distinct().Order()];

    /// <summary>Likelihoods of <see cref="Latest"/>, ascending.</summary>
    public static IReadOnlyList<double> Likelihoods { get; } =
    [.. All.Where(b => b.Set == Latest).Select(b => b.Likelihood).Distinct().Order()];

    /// <summary>Null for a pair that the set does not have.</summary>
    public static WorldBudget? Find(double limit, double likelihood, string set = Latest) =>
        All.FirstOrDefault(b =>
            b.Set == set && Math.Abs(b.Limit - limit) < 1e-6 && Math.Abs(b.Likelihood - likelihood) < 1e-6
        );

    private static WorldBudget Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["set"],
            DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row["limit"]),
            Number(row["likelihood"]) / 100,
            CarbonDioxide.Of(new Quantity(Number(row["gt_co2"]), Unit.Parse("Gt CO2")))
        )
        {
            Publisher = row["publisher"],
            Edition = row["edition"],
            Licence = row["licence"],
            Source = row["source"],
        };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
