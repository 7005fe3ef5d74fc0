// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Answers;
using Lodestar.Formula.Binding;

namespace Lodestar.Planning.Model;

/// <summary>An uncertain input and its share of the spread of an answer.</summary>
public sealed record SpreadShare(BoundVariable Variable, double Share);

/// <summary>
/// What the range of an answer rests on: its weakest input, and what share of the spread in the last year comes from
/// inputs that nobody has checked.
/// </summary>
/// <param name="WeakestGrade">The weakest grade that any input states; null when none states one.</param>
/// <param name="Weakest">The inputs with that grade.</param>
/// <param name="UnverifiedShare">Of the spread, from inputs graded default or estimated, or not graded: 0 to 1.</param>
/// <param name="Drivers">Uncertain inputs by their share of the spread, the largest first.</param>
public sealed record ModelTrust(
    string? WeakestGrade,
    ImmutableArray<BoundVariable> Weakest,
    double UnverifiedShare,
    ImmutableArray<SpreadShare> Drivers
)
{
    /// <summary>Above this share of unverified spread an answer is a range in words.</summary>
    public const double MostUnverified = 0.5;

    /// <summary>Of the spread, from how measures are delivered: part of <see cref="UnverifiedShare"/>.</summary>
    public double DeliveryShare { get; init; }

    /// <summary>Of the spread, from how well the inventory is known, as its rows state.</summary>
    public double InventoryShare { get; init; }

    private static readonly string[] FromWeakest = ["default", "estimated", "modelled", "reported", "observed"];

    /// <summary>Whether the answer may be said as a number with its range.</summary>
    public bool IsFirm => UnverifiedShare <= MostUnverified;

    internal static ModelTrust Of(BoundModel model, BoundVariable answer, Spread spread)
    {
        var inputs = model
            .Only([answer])
            .Strata.SelectMany(s => s)
            .Where(v => v is { IsHidden: false, Grade: not null })
            .ToList();
        var grade = FromWeakest.FirstOrDefault(g => inputs.Any(i => i.Grade == g));
        var drivers = spread
            .Inputs.Where(i => i.Share > 0)
            .GroupBy(i => i.Parameter.Name)
            .Select(g => (Variable: model.Find(g.Key), Share: g.Sum(i => i.Share)))
            .Where(d => d.Variable is not null)
            .OrderByDescending(d => d.Share)
            .Select(d => new SpreadShare(d.Variable!, d.Share));
        return new(grade, [.. inputs.Where(i => i.Grade == grade)], spread.ShareFromUnverified, [.. drivers]);
    }
}
