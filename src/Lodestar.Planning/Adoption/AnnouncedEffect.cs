// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;
using Lodestar.Formula.Execute;
using Lodestar.Formula.Interpret;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.Adoption;

/// <summary>What a measure does to a plan's emissions: the run of the plan's scenario without it and that with it, nothing drawn.</summary>
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
    // Two runs while somebody waits.
    private const double MostWork = 5e6;

    /// <summary>The last year.</summary>
    public int LastYear => FirstYear + Without.Length - 1;

    /// <summary>What the measure changes in a year; negative is a cut.</summary>
    public double ChangeIn(int year) => With[year - FirstYear] - Without[year - FirstYear];

    /// <param name="before">The model without the measure.</param>
    /// <param name="settings">What the plan's scenario sets there.</param>
    /// <param name="after">The same model with it.</param>
    /// <param name="then">What the scenario sets there.</param>
    /// <returns>Null where the model has no answer that adds up, or takes too long.</returns>
    public static AnnouncedEffect? Of(BoundModel before, Settings settings, BoundModel after, Settings then)
    {
        if (OutcomeOf(before) is not { } outcome || after.Find(outcome.Name) is not { } same)
        {
            return null;
        }

        return Values(before, outcome, settings) is { } without && Values(after, same, then) is { } with
            ? new AnnouncedEffect(outcome, before.FirstYear, without, with)
            : null;
    }

    /// <summary>What one of the measures of a model does beside all others: the run without it and the run with it.</summary>
    /// <param name="model">The model with the measure.</param>
    /// <param name="settings">What the plan's scenario sets.</param>
    /// <param name="measure">Its id, with hyphens or underlines.</param>
    /// <returns>Null where the model has no such measure or no answer that adds up, or takes too long.</returns>
    public static AnnouncedEffect? OfMeasure(BoundModel model, Settings settings, string measure)
    {
        var name = "measures." + measure.Replace('-', '_');
        return
            model.Parameters.FirstOrDefault(p => p.IsSwitch && p.Name == name) is { } one
            && OutcomeOf(model) is { } outcome
            && Values(model, outcome, settings.With(one, 0)) is { } without
            && Values(model, outcome, settings.With(one, 1)) is { } with
            ? new AnnouncedEffect(outcome, model.FirstYear, without, with)
            : null;
    }

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

    /// <summary>The answer that is the place's emissions, as findings and scenarios take it; null where there is none.</summary>
    public static BoundVariable? OutcomeOf(BoundModel model) =>
        ModelAnswers.Of(model).FirstOrDefault(ModelAnswers.IsEmissions);
}
