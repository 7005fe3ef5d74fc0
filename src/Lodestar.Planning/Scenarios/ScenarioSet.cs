// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Measures;
using Lodestar.Planning.Model;
using Lodestar.Units;

namespace Lodestar.Planning.Scenarios;

/// <summary>The scenarios of a plan, put into the numbers of its model.</summary>
/// <param name="Cases">In the order they are stated.</param>
/// <param name="Diagnostics">What of them the model does not have, or can't be.</param>
public sealed record ScenarioSet(ImmutableArray<ScenarioCase> Cases, EquatableList<Diagnostic> Diagnostics)
{
    /// <summary>Each may start from others, and all are run at once.</summary>
    public const int MostScenarios = 100;

    /// <summary>The scenario that tells what happens without a further decision: with existing measures, else without any.</summary>
    public ScenarioCase Expected => Of(ScenarioKind.WEM) ?? Without;

    /// <summary>The scenario with the most of the plan's own measures: what the plan would bring.</summary>
    public ScenarioCase Planned =>
        Of(ScenarioKind.WAM)
        ?? Of(ScenarioKind.LTS)
        ?? Cases.LastOrDefault(c => c.Kind == ScenarioKind.NotStated)
        ?? Expected;

    /// <summary>Without measures.</summary>
    public ScenarioCase Without => Of(ScenarioKind.WOM) ?? Cases[0];

    public ScenarioCase? Of(ScenarioKind kind) => Cases.FirstOrDefault(c => c.Kind == kind);

    public ScenarioCase? Find(string id) => Cases.FirstOrDefault(c => c.Id == id);

    /// <summary>
    /// Puts stated scenarios into a model's numbers. The usual one without measures and the one with those that are adopted
    /// stand in where none is stated; that with all of them where no other is the plan's own either.
    /// </summary>
    /// <param name="stated">The scenarios of the plan.</param>
    /// <param name="model">The plan's model.</param>
    public static ScenarioSet Of(EquatableList<Scenario> stated, PlanModel model)
    {
        var log = new List<Diagnostic>();
        if (stated.Count > MostScenarios)
        {
            var first = stated[MostScenarios];
            log.Add(
                ScenarioDiagnostics.Of("LS3850", new Named(first.Id, "", first.Place), null, [("most", MostScenarios)])
            );
            stated = stated.Take(MostScenarios).ToEquatableList();
        }

        var hasMeasures = model.Measures.Length > 0;
        var isOwn = stated.Any(s => s.Kind is ScenarioKind.WAM or ScenarioKind.LTS or ScenarioKind.NotStated);
        List<Scenario> scenarios =
        [
            .. Missing(ScenarioKind.WOM, true),
            .. stated.Where(s => s.Kind == ScenarioKind.WOM),
            .. Missing(ScenarioKind.WEM, hasMeasures),
            .. stated.Where(s => s.Kind != ScenarioKind.WOM),
            .. Missing(ScenarioKind.WAM, hasMeasures && !isOwn),
        ];
        var byId = scenarios.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);

        IEnumerable<Scenario> Missing(ScenarioKind kind, bool isWanted) =>
            isWanted && stated.All(s => s.Kind != kind) ? [Usual(kind, stated)] : [];
        return new ScenarioSet(
            [.. scenarios.Select(s => new Resolver(model, byId, log).Of(s))],
            log.Distinct().ToEquatableList()
        );
    }

    internal static bool IsAdopted(MeasureStatus status) =>
        status is MeasureStatus.Adopted or MeasureStatus.Implemented or MeasureStatus.Ended;

    /// <summary>Its title is a word of the kind, which whoever shows it has.</summary>
    private static Scenario Usual(ScenarioKind kind, EquatableList<Scenario> stated)
    {
        var id = kind.ToString().ToLowerInvariant();
        while (stated.Any(s => s.Id == id))
        {
            id = "usual-" + id;
        }

        return new Scenario(id, "", new Place("scenarios.yaml"))
        {
            Kind = kind,
            Choice = kind switch
            {
                ScenarioKind.WEM => MeasureChoice.Adopted,
                ScenarioKind.WAM => MeasureChoice.All,
                _ => MeasureChoice.None,
            },
        };
    }

    private sealed class Resolver(PlanModel model, Dictionary<string, Scenario> scenarios, List<Diagnostic> log)
    {
        private readonly Dictionary<ModelMeasure, (double Strength, double Delay)> _on = [];
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private Settings _settings = Settings.None;

        public ScenarioCase Of(Scenario scenario)
        {
            Apply(scenario);
            return ScenarioCase.Of(
                scenario,
                model,
                _on.Select(m => new ActiveMeasure(m.Key, m.Value.Strength, m.Value.Delay)),
                _settings
            );
        }

        private void Apply(Scenario scenario)
        {
            if (!_seen.Add(scenario.Id))
            {
                Say("LS3856", scenario.BasedOn!);
                return;
            }

            if (scenario.BasedOn is { } on)
            {
                if (scenarios.TryGetValue(on.Name, out var before))
                {
                    Apply(before);
                }
                else
                {
                    Say("LS3855", on, Suggest(on.Name, scenarios.Keys));
                }
            }

            if (scenario.Choice == MeasureChoice.None)
            {
                _on.Clear();
            }

            foreach (var measure in model.Measures.Where(m => IsChosen(scenario.Choice, m)))
            {
                _on.TryAdd(measure, (1, 0));
            }

            foreach (var named in scenario.Measures)
            {
                if (Find(named) is { } measure)
                {
                    _on.TryAdd(measure, (1, 0));
                }
            }

            foreach (var named in scenario.Without)
            {
                if (Find(named) is { } measure)
                {
                    _on.Remove(measure);
                }
            }

            Strengths(scenario);
            Starts(scenario);
            foreach (var setting in scenario.Settings)
            {
                Set(setting);
            }
        }

        private static bool IsChosen(MeasureChoice choice, ModelMeasure measure) =>
            choice == MeasureChoice.All || (choice == MeasureChoice.Adopted && IsAdopted(measure.Status));

        private void Strengths(Scenario scenario)
        {
            foreach (var named in scenario.Strengths)
            {
                if (Find(named) is not { } measure)
                {
                    continue;
                }

                if (Quantity.NumberIn(named.Value, Unit.One) is not { } share || share is < 0 or > 1)
                {
                    Say("LS3857", named);
                }
                else if (!_on.TryGetValue(measure, out var at))
                {
                    Say("LS3859", named);
                }
                else
                {
                    _on[measure] = at with { Strength = share };
                }
            }
        }

        private void Starts(Scenario scenario)
        {
            foreach (var named in scenario.Starts)
            {
                if (Find(named) is not { } measure)
                {
                    continue;
                }

                if (!_on.TryGetValue(measure, out var at))
                {
                    Say("LS3859", named);
                }
                else if (
                    measure is not { Delay: not null, From: { } from }
                    || !int.TryParse(named.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    || year < 1900
                    || year > 2300
                )
                {
                    Say("LS3858", named);
                }
                else
                {
                    _on[measure] = at with { Delay = year - from };
                }
            }
        }

        private void Set(Named setting)
        {
            var name = setting.Name.Replace('-', '_');
            var parameter = model.Model.Parameters.FirstOrDefault(p => p.IsInput && p.Name == name);
            if (parameter is null)
            {
                Say("LS3852", setting, Suggest(name, Settable()));
            }
            else if (Quantity.NumberIn(setting.Value, parameter.Unit) is not { } value)
            {
                Say("LS3853", setting, null, ("unit", parameter.Unit.Symbol));
            }
            else if (value < parameter.Low || value > parameter.High)
            {
                Say(
                    "LS3854",
                    setting,
                    null,
                    ("low", parameter.Low ?? value),
                    ("high", parameter.High ?? value),
                    ("unit", parameter.Unit.Symbol)
                );
            }
            else
            {
                _settings = _settings.With(parameter, value);
            }
        }

        private IEnumerable<string> Settable() => model.Model.Parameters.Where(p => p.IsInput).Select(p => p.Name);

        private ModelMeasure? Find(Named named)
        {
            if (model.Measure(named.Name) is { } measure)
            {
                return measure;
            }

            Say("LS3851", named, Suggest(named.Name.Replace('-', '_'), model.Measures.Select(m => m.Id)));
            return null;
        }

        private void Say(
            string id,
            Named named,
            EquatableList<string>? didYouMean = null,
            params ReadOnlySpan<(string, object)> values
        ) => log.Add(ScenarioDiagnostics.Of(id, named, didYouMean, values));
    }

    private static EquatableList<string> Suggest(string name, IEnumerable<string> known) =>
        known
            .Select(k => (Name: k, Distance: Spelling.Distance(name, k, 3)))
            .Where(k => k.Distance <= Math.Min(3, (name.Length / 3) + 1))
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(k => k.Name)
            .ToEquatableList();
}
