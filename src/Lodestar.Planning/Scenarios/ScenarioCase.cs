// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Model;

namespace Lodestar.Planning.Scenarios;

/// <summary>A measure that is on in a scenario.</summary>
/// <param name="Strength">How much of it comes: above 0, at most 1.</param>
/// <param name="Delay">How many years later than the model states; below 0 is earlier.</param>
public sealed record ActiveMeasure(ModelMeasure Measure, double Strength, double Delay);

/// <summary>A scenario put into the numbers of a model.</summary>
/// <param name="Scenario">As it is stated.</param>
/// <param name="Active">The measures that are on, by id.</param>
/// <param name="Settings">Every switch and delay of the model, and what else the scenario sets.</param>
public sealed record ScenarioCase(Scenario Scenario, ImmutableArray<ActiveMeasure> Active, Settings Settings)
{
    public string Id => Scenario.Id;

    public ScenarioKind Kind => Scenario.Kind;

    /// <summary>A case in which exactly these measures are on.</summary>
    /// <param name="scenario">What it is called.</param>
    /// <param name="model">The model of the measures.</param>
    /// <param name="active">The measures that are on.</param>
    /// <param name="others">What else is set.</param>
    public static ScenarioCase Of(
        Scenario scenario,
        PlanModel model,
        IEnumerable<ActiveMeasure> active,
        Settings others
    )
    {
        ImmutableArray<ActiveMeasure> on =
        [
            .. active.Where(a => a.Strength > 0).OrderBy(a => a.Measure.Id, StringComparer.Ordinal),
        ];
        var settings = others;
        foreach (var measure in model.Measures)
        {
            var found = on.FirstOrDefault(a => a.Measure == measure);
            settings = settings.With(measure.Switch, found?.Strength ?? 0);
            if (measure.Delay is { } delay)
            {
                settings = settings.With(delay, found?.Delay ?? 0);
            }
        }

        return new ScenarioCase(scenario, on, settings);
    }
}
