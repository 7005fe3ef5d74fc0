// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.LockIn;

/// <summary>A line of emissions and the stock that counts for it. Amounts are in the unit of the model.</summary>
/// <param name="Line">The line.</param>
/// <param name="Stock">Of several stocks that carry it, the one that commits the most.</param>
/// <param name="Place">The line's place among those of the stock.</param>
public sealed record CarriedLine(EmissionLine Line, StockLockIn Stock, int Place)
{
    /// <summary>What it is called.</summary>
    public string Name => Line.Variable.Title ?? Line.Variable.Name;

    /// <summary>The lines that stocks of vintages carry.</summary>
    /// <param name="report">The stocks of the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="year">Of several stocks the one counts that emits most in this year.</param>
    /// <returns>In the order of the model's lines.</returns>
    public static ImmutableArray<CarriedLine> Of(LockInReport report, PlanModel model, int year) =>
        [
            .. model
                .Lines.Select(line =>
                    report
                        .Stocks.Select(s => new CarriedLine(line, s, s.Lines.IndexOf(line.Variable)))
                        .Where(c => c.Place >= 0)
                        .MaxBy(c => c.In(year, c.Stock.FirstYear, year))
                )
                .OfType<CarriedLine>(),
        ];

    /// <summary>The emissions of a year by what was installed from a year to another.</summary>
    public double In(int year, int from, int until) => Stock.In(Place, year, from, until) * Line.Factor;

    /// <summary>The emissions of a year by all that stands of one label of the stock.</summary>
    public double OfCell(int year, int cell) => Stock.OfCell(Place, year, cell) * Line.Factor;
}
