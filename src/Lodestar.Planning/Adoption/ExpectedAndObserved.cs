// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Measures;
using Lodestar.Units;

namespace Lodestar.Planning.Adoption;

/// <summary>What somebody counted of a measure in a year; positive is a cut.</summary>
/// <param name="Measure">Id of a measure of the plan.</param>
/// <param name="Unit">"%" of what it targets, or that of emissions.</param>
public sealed record MeasureObservation(string Measure, int Year, double Value, string Unit)
{
    public string? Source { get; init; }
}

/// <summary>A count beside what was expected.</summary>
/// <param name="Expected">In the unit of the count; null where nothing was expected in that unit or year.</param>
public sealed record ExpectedAndObserved(MeasureObservation Observation, double? Expected)
{
    /// <param name="observation">A count of the measure.</param>
    /// <param name="adopted">What the measure was taken over with.</param>
    /// <param name="ramp">The last year without an effect, and the first of the whole.</param>
    /// <param name="effect">What the model says of it.</param>
    public static ExpectedAndObserved Of(
        MeasureObservation observation,
        AdoptedFrom adopted,
        (int From, int To)? ramp,
        AnnouncedEffect effect
    )
    {
        if (observation.Unit == "%")
        {
            return new(
                observation,
                adopted.Effect is { } whole && ramp is { } years
                    ? whole * 100 * Share(observation.Year, years.From, years.To)
                    : null
            );
        }

        var isInside = observation.Year >= effect.FirstYear && observation.Year <= effect.LastYear;
        return new(
            observation,
            isInside && FactorTo(observation.Unit, effect.Outcome.Unit) is { } factor
                ? -effect.ChangeIn(observation.Year) * factor
                : null
        );
    }

    private static double Share(int year, int from, int to) =>
        to > from ? Math.Clamp((double)(year - from) / (to - from), 0, 1)
        : year >= from ? 1
        : 0;

    /// <summary>A mass of a year may be written with or without its year.</summary>
    private static double? FactorTo(string unit, Unit outcome) =>
        Unit.Read(unit).Unit is { } plain && outcome.TryFactorTo(plain, out var factor) ? factor
        : Unit.Read(unit + "/yr").Unit is { } yearly && outcome.TryFactorTo(yearly, out var again) ? again
        : null;
}
