// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Assessment;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Inventory;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Plans;
using Lodestar.Planning.Targets;

namespace Lodestar.Planning.Climate;

/// <summary>A path as the emulator reads it, or what keeps it from being read.</summary>
/// <param name="Missing">Empty where there is a path.</param>
public sealed record PathwayAnswer(PlacePathway? Path, EquatableList<Diagnostic> Missing)
{
    internal static PathwayAnswer Without(Diagnostic missing) => new(null, EquatableList.Of(missing));
}

/// <summary>
/// Turns a plan's path into emissions by species, gas by gas as the last inventory divides them. An amount in CO2e without
/// gases is refused: it is never taken for CO2.
/// </summary>
public static class PlacePathways
{
    /// <summary>Paths are held up to the end of this year.</summary>
    public const int Until = 2100;

    /// <summary>The world's emissions may be scaled by so much and no more: beyond, the emulator has no answer.</summary>
    private const double LeastCut = -1;
    private const double MostCut = 5;

    /// <summary>Gases that a place's pathway may hold, as <see cref="PlacePathway.Species"/> names them.</summary>
    public static IReadOnlyList<string> Gases { get; } = ["CO2", "CH4", "N2O", "F-gases"];

    public static PathwayAnswer Of(Plan plan, DateOnly date, ClimateModel? model = null, int until = Until) =>
        Of(Assessor.ContextOf(plan, date), model ?? ClimateModel.Shipped, until);

    internal static PathwayAnswer Of(AssessmentContext context, ClimateModel model, int until = Until)
    {
        if (context is not { Totals: { LastYear: { } last } totals, Inventory: { } inventory })
        {
            return PathwayAnswer.Without(WarmingDiagnostics.NoInventory());
        }

        if (context.Levels is not { Path: { Points.Count: > 0 } path, Covered: { LastYear: { } lastCovered } covered })
        {
            return PathwayAnswer.Without(WarmingDiagnostics.NoPath(context.TargetPlace.File));
        }

        if (
            !GasShares.TryOf(totals, inventory, out var whole, out var refusal)
            || !GasShares.TryOf(covered, inventory, out var part, out refusal)
        )
        {
            return PathwayAnswer.Without(refusal);
        }

        if (covered[lastCovered].Amount is not > 0)
        {
            return PathwayAnswer.Without(WarmingDiagnostics.NothingToCut(inventory.File, lastCovered));
        }

        var species = new GasSpecies(model.Calibration);
        var toTonnes = totals.Unit.FactorTo(CommonUnit.TonnesOf(totals.Unit));
        var line = new PathLine([.. path.Points.Select(p => p with { Amount = p.Amount * toTonnes })]);
        var inventoried = new InventoryGases(context, species, whole, part);
        if (inventoried.Unknown() is { } unknown)
        {
            return PathwayAnswer.Without(WarmingDiagnostics.GasUnknown(inventory.File, unknown));
        }

        var lines = new GasLines(inventoried.Lines(), line, GasLines.StartOf(line, last, context.Date));
        return Of(
            new GasSums([(lines, _ => 1)], inventoried.Set),
            model,
            until,
            whole.Shares.Count > 1,
            Assumptions(context, path, whole, lines, model.FirstYear, until).Concat(inventoried.Assumptions),
            inventory.File
        );
    }

    /// <summary>Lines over the years, in the calibration's units, with what they leave of its last historical year.</summary>
    internal static PathwayAnswer Of(
        GasSums sums,
        ClimateModel model,
        int until,
        bool isSplit,
        IEnumerable<Message> assumptions,
        string file
    )
    {
        var (first, baseYear) = (model.FirstYear, model.Calibration.LastHistoricalYear);
        if (sums.Whole(baseYear) is not (> 0 and var start))
        {
            return PathwayAnswer.Without(WarmingDiagnostics.NothingToCut(file, baseYear));
        }

        var species = new GasSpecies(model.Calibration);
        var years = Enumerable.Range(first, until - first + 1).ToList();
        if (years.Find(y => sums.Whole(y) / start is < LeastCut or > MostCut or double.NaN) is var odd and > 0)
        {
            return PathwayAnswer.Without(WarmingDiagnostics.NoScale(file, baseYear, odd, sums.Whole(odd) / start));
        }

        var emissions = sums.Species.ToDictionary(
            s => s,
            s => WithoutDust([.. years.Select(y => sums.At(s, y) / species.TonnesPerUnit(s))]),
            StringComparer.Ordinal
        );
        return new PathwayAnswer(
            new PlacePathway(
                new Pathway("place", first, emissions),
                baseYear,
                WithoutDust([.. years.Select(y => sums.Whole(y) / start)]).ToEquatableList(),
                Origins(emissions.Keys, species, isSplit).ToEquatableList()
            )
            {
                Assumptions = assumptions.ToEquatableList(),
            },
            EquatableList<Diagnostic>.Empty
        );
    }

    /// <summary>What rounding leaves of a path that ends at zero is zero.</summary>
    private static double[] WithoutDust(double[] values)
    {
        var dust = 1e-9 * values.Max(Math.Abs);
        return Array.ConvertAll(values, v => Math.Abs(v) < dust ? 0 : v);
    }

    private static IEnumerable<(string, SpeciesOrigin)> Origins(
        IEnumerable<string> names,
        GasSpecies species,
        bool isSplit
    )
    {
        var had = isSplit ? SpeciesOrigin.SplitByInventory : SpeciesOrigin.Stated;
        var found = names.Select(n => GroupOf(n, species)).ToHashSet(StringComparer.Ordinal);
        return Gases.Select(g => (g, found.Contains(g) ? had : SpeciesOrigin.Missing));
    }

    private static string GroupOf(string name, GasSpecies species) =>
        name == species.Fossil || name == species.LandUse ? Gases[0]
        : name == species.Methane ? Gases[1]
        : name == species.NitrousOxide ? Gases[2]
        : Gases[3];

    private static IEnumerable<Message> Assumptions(
        AssessmentContext context,
        LongTermPath path,
        GasShares shares,
        GasLines lines,
        int first,
        int until
    )
    {
        if (path.Derived)
        {
            yield return Message.Of("climate.assumed.derived", ("year", path.Points[^1].Year));
        }

        if (shares.Shares.Count > 1)
        {
            yield return Message.Of("climate.assumed.split", ("year", shares.Year));
        }

        if (!context.CoversAll)
        {
            yield return Message.Of("climate.assumed.uncovered", ("year", shares.Year));
        }

        var known = lines.Lines.Min(l => l.Known[0].Year);
        if (known >= first)
        {
            yield return Message.Of("climate.assumed.before", ("known", known), ("year", first - 1));
        }

        yield return Message.Of("climate.assumed.line", ("last", shares.Year), ("start", lines.Start));
        if (path.ResidualAssumedZero)
        {
            yield return Message.Of("climate.assumed.residual-zero", ("year", lines.Path.LastYear));
        }
        else if (lines.Path.LastYear < until)
        {
            yield return Message.Of("climate.assumed.held", ("year", lines.Path.LastYear), ("until", until));
        }
    }
}
