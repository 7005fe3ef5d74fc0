// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;

namespace Lodestar.Planning.Adoption;

/// <summary>What a measure does to an answer of a plan's model: the run without it and the run with it, nothing drawn.</summary>
/// <param name="Outcome">The answer, in the model without the measure; one with axes is added up.</param>
/// <param name="FirstYear">The year of the first value.</param>
/// <param name="Without">By year, in the unit of the answer.</param>
/// <param name="With">By year.</param>
public sealed record AnnouncedEffect(
    BoundVariable Outcome,
    int FirstYear,
    ImmutableArray<double> Without,
    ImmutableArray<double> With
)
{
    private const string Total = "emissions.total";

    // Two runs while somebody waits.
    private const double MostWork = 5e6;

    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + Without.Length - 1;

    /// <summary>What the measure changes in a year; negative is a cut.</summary>
    public double ChangeIn(int year) => With[year - FirstYear] - Without[year - FirstYear];

    /// <param name="before">The model without the measure.</param>
    /// <param name="after">The same model with it.</param>
    /// <returns>Null where the model has no answer that adds up, or takes too long.</returns>
    public static AnnouncedEffect? Of(BoundModel before, BoundModel after)
    {
        if (OutcomeOf(before) is not { } outcome || after.Find(outcome.Name) is not { } same)
        {
            return null;
        }

        return Values(before, outcome) is { } without && Values(after, same) is { } with
            ? new AnnouncedEffect(outcome, before.FirstYear, without, with)
            : null;
    }

    /// <summary>What one of the measures of a model does beside all others: the run without it and the run with it.</summary>
    /// <param name="model">The model with the measure.</param>
    /// <param name="measure">Its id, with hyphens or underlines.</param>
    /// <returns>Null where the model has no such measure or no answer that adds up, or takes too long.</returns>
    public static AnnouncedEffect? OfMeasure(BoundModel model, string measure)
    {
        var name = "measures." + measure.Replace('-', '_');
        return
            model.Parameters.FirstOrDefault(p => p.IsSwitch && p.Name == name) is { } one
            && OutcomeOf(model) is { } outcome
            && Values(model, outcome, Settings.None.With(one, 0)) is { } without
            && Values(model, outcome, Settings.None.With(one, 1)) is { } with
            ? new AnnouncedEffect(outcome, model.FirstYear, without, with)
            : null;
    }

    /// <summary>An answer of a model, year by year, with nothing drawn.</summary>
    /// <returns>Null where it takes too long.</returns>
    public static ImmutableArray<double>? Values(BoundModel model, BoundVariable outcome) =>
        Values(model, outcome, Settings.None);

    private static ImmutableArray<double>? Values(BoundModel model, BoundVariable outcome, Settings settings)
    {
        using var engine = new Engine(model);
        if (engine.Cost().Work > MostWork)
        {
            return null;
        }

        var values = InterpretedRun.Of(model, settings.Lane(model)).Values(outcome);
        var years = new double[model.YearCount];
        for (var i = 0; i < values.Length; i++)
        {
            years[i / outcome.Cells] += values[i];
        }

        return [.. years];
    }

    /// <summary>The total of emissions by its name; else the answer that most of the model leads to.</summary>
    public static BoundVariable? OutcomeOf(BoundModel model) =>
        model.Find(Total)
        ?? model
            .Outcomes.Where(o => !o.IsHidden && (o.Axes.IsEmpty || o.Extent == Extent.Total))
            .MaxBy(o => model.Only([o]).Strata.Sum(s => s.Length));
}
