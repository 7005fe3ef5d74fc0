// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Lodestar.Planning.Budgets;
using Lodestar.Units;

namespace Lodestar.Planning.Climate;

/// <summary>Whether an ensemble has a number for what is left.</summary>
public enum EnsembleBudgetKind
{
    Amount = 0,

    /// <summary>Too many members pass the limit even if CO2 stopped at once.</summary>
    NoneLeft,

    /// <summary>So many members keep the limit on the largest path tried that there is no number.</summary>
    Beyond,
}

/// <summary>What the shipped ensemble itself leaves the world for one limit at one likelihood.</summary>
/// <param name="Background">Id of the background that everything but CO2 follows.</param>
/// <param name="Limit">Peak warming above 1850–1900 in °C.</param>
/// <param name="Likelihood">Share of members that keep it.</param>
/// <param name="Amount">From <paramref name="From"/> on; zero unless the kind is an amount.</param>
public sealed record EnsembleBudget(
    string Set,
    string Background,
    DateOnly From,
    double Limit,
    double Likelihood,
    EnsembleBudgetKind Kind,
    CarbonDioxide Amount
)
{
    /// <summary>What is left on a later day, rolled forward as published budgets are; null where there is no amount.</summary>
    public CarbonDioxide? At(DateOnly date) =>
        Kind == EnsembleBudgetKind.Amount
            ? RolledBudget
                .At(
                    new WorldBudget(Set, From, Limit, Likelihood, Amount)
                    {
                        Publisher = Set,
                        Edition = Set,
                        Licence = "",
                        Source = Set,
                    },
                    date
                )
                .Balance
            : null;
}

/// <summary>
/// Budgets of the shipped ensemble, kept as a table: they depend on the set alone and take some thousand years of
/// emulation each. A test works them out anew.
/// </summary>
public static class EnsembleBudgets
{
    public static IReadOnlyList<EnsembleBudget> All { get; } =
    [.. EmbeddedTable.Read("Climate.Tables.ensemble-budgets.csv").Select(Read)];

    /// <summary>Null for a pair that the table does not have.</summary>
    public static EnsembleBudget? Find(double limit, double likelihood) =>
        All.FirstOrDefault(b => Math.Abs(b.Limit - limit) < 1e-6 && Math.Abs(b.Likelihood - likelihood) < 1e-6);

    private static EnsembleBudget Read(IReadOnlyDictionary<string, string> row)
    {
        var kind = row["gt_co2"] switch
        {
            "none" => EnsembleBudgetKind.NoneLeft,
            "beyond" => EnsembleBudgetKind.Beyond,
            _ => EnsembleBudgetKind.Amount,
        };
        return new(
            row["set"],
            row["background"],
            DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row["limit"]),
            Number(row["likelihood"]) / 100,
            kind,
            kind == EnsembleBudgetKind.Amount
                ? CarbonDioxide.Of(new Quantity(Number(row["gt_co2"]), Unit.Parse("Gt CO2")))
                : CarbonDioxide.Zero
        );
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
