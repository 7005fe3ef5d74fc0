// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Lodestar.Formula.Chance;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;
using Lodestar.Planning.Model;
using Lodestar.Planning.Scenarios;

namespace Lodestar.Planning.WhatIf;

/// <summary>
/// What somebody asks of a plan's model: a scenario to start from, and what differs from it. It has one canonical query,
/// so that an address shows everybody the same numbers.
/// </summary>
/// <param name="Base">The scenario it starts from.</param>
/// <param name="Case">The same with what differs.</param>
/// <param name="Query">What differs, as an address has it: "m.heat_pumps=60&amp;y.heat_pumps=2028&amp;s.growth=0.4"; the base first where it is not the plan's own.</param>
/// <param name="Refused">What of the address could not be taken, each with its reason.</param>
public sealed record WhatIfWish(ScenarioCase Base, ScenarioCase Case, string Query, EquatableList<Message> Refused)
{
    /// <summary>What the names of an address begin with: a measure's strength in percent, its first year, the value of a number.</summary>
    public const string Strength = "m.";

    public const string Start = "y.";
    public const string Setting = "s.";
    public const string From = "from";

    // An address is somebody else's text: what it asks for is bounded before anything is looked up.
    private const int MostParts = 1000;
    private const int MostRefused = 10;

    /// <summary>Whether nothing differs from the base.</summary>
    public bool IsBase => Changes == 0;

    /// <summary>How many measures and numbers differ.</summary>
    public int Changes { get; private init; }

    /// <summary>Reads an address.</summary>
    /// <param name="parts">Its names and values; others than those of a what-if are left alone.</param>
    /// <param name="model">The plan's model.</param>
    /// <param name="set">Its scenarios.</param>
    public static WhatIfWish Of(IEnumerable<KeyValuePair<string, string>> parts, PlanModel model, ScenarioSet set)
    {
        var all = parts.Take(MostParts + 1).ToList();
        var refused = new List<Message>();
        if (all.Count > MostParts)
        {
            refused.Add(Message.Of("what-if.too-many", ("most", MostParts)));
            all.RemoveAt(MostParts);
        }

        var from = all.FindLast(p => p.Key == From).Value;
        var start = string.IsNullOrEmpty(from) ? set.Planned : set.Find(from);
        if (start is null)
        {
            refused.Add(Message.Of("what-if.no-scenario", ("name", Short(from!))));
            start = set.Planned;
        }

        var reader = new Reader(model, start, refused);
        foreach (var (key, value) in all.Where(p => p.Value.Length > 0))
        {
            reader.Take(key, value);
        }

        var scenario = new Scenario("what-if", "", new Place("scenarios.yaml")) { Kind = ScenarioKind.WhatIf };
        var found = ScenarioCase.Of(
            scenario,
            model,
            reader.Measures.Select(m => new ActiveMeasure(m.Key, m.Value.Strength, m.Value.Delay)),
            reader.Settings
        );
        var differences = Differences(model, start, found).ToList();
        var query = differences.Select(d => $"{Uri.EscapeDataString(d.Name)}={Uri.EscapeDataString(d.Value)}");
        return new WhatIfWish(
            start,
            found,
            string.Join('&', start == set.Planned ? query : query.Prepend($"{From}={Uri.EscapeDataString(start.Id)}")),
            refused.Take(MostRefused).ToEquatableList()
        )
        {
            Changes = differences.Count,
        };
    }

    /// <summary>The number of a measure's strength as an address has it: percent, at most two decimals.</summary>
    public static string Percent(double strength) =>
        Math.Round(100 * strength, 2).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Value)> Differences(
        PlanModel model,
        ScenarioCase start,
        ScenarioCase found
    )
    {
        foreach (var measure in model.Measures)
        {
            var before = start.Active.FirstOrDefault(a => a.Measure == measure);
            var after = found.Active.FirstOrDefault(a => a.Measure == measure);
            if (Percent(before?.Strength ?? 0) != Percent(after?.Strength ?? 0))
            {
                yield return (Strength + measure.Id, Percent(after?.Strength ?? 0));
            }

            if (after is not null && measure.From is { } from && (before?.Delay ?? 0) != after.Delay)
            {
                yield return (Start + measure.Id, (from + after.Delay).ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (var lever in model.Levers)
        {
            var (before, after) = (ValueOf(start, lever), ValueOf(found, lever));
            if (before != after)
            {
                yield return (Setting + lever.Parameter.Name, after.ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The value of a lever in a scenario, in its own unit.</summary>
    public static double ValueOf(ScenarioCase scenario, ModelLever lever) =>
        scenario.Settings.Of(lever.Parameter, 0) ?? lever.Parameter.Central;

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private sealed class Reader(PlanModel model, ScenarioCase start, List<Message> refused)
    {
        public Dictionary<ModelMeasure, (double Strength, double Delay)> Measures { get; } =
            start.Active.ToDictionary(a => a.Measure, a => (a.Strength, a.Delay));

        public Settings Settings { get; private set; } = start.Settings;

        public void Take(string key, string value)
        {
            if (key.StartsWith(Strength, StringComparison.Ordinal))
            {
                TakeStrength(key[Strength.Length..], value);
            }
            else if (key.StartsWith(Start, StringComparison.Ordinal))
            {
                TakeStart(key[Start.Length..], value);
            }
            else if (key.StartsWith(Setting, StringComparison.Ordinal))
            {
                TakeSetting(key[Setting.Length..], value);
            }
        }

        private void TakeStrength(string id, string value)
        {
            if (Find(id) is not { } measure)
            {
                return;
            }

            if (Number(value) is not { } percent || percent is < 0 or > 100)
            {
                refused.Add(Message.Of("what-if.bad-strength", ("name", measure.Title), ("text", Short(value))));
                return;
            }

            // What is written is what is run; and what an address can't tell from the scenario's own number is that number.
            var at = Measures.GetValueOrDefault(measure, (Strength: 0, Delay: 0));
            var asked = Math.Round(percent, 2) / 100;
            var own = start.Active.FirstOrDefault(a => a.Measure == measure)?.Strength ?? 0;
            Measures[measure] = at with { Strength = Percent(asked) == Percent(own) ? own : asked };
        }

        private void TakeStart(string id, string value)
        {
            if (Find(id) is not { } measure)
            {
                return;
            }

            var own = start.Active.FirstOrDefault(a => a.Measure == measure)?.Delay ?? 0;
            if (
                measure is not { Delay: not null, From: { } from }
                || Number(value) is not { } year
                || ((year < model.FirstYear || year > model.LastYear) && year != Math.Round(from + own))
            )
            {
                refused.Add(
                    Message.Of(
                        "what-if.bad-year",
                        ("name", measure.Title),
                        ("text", Short(value)),
                        ("first", model.FirstYear),
                        ("last", model.LastYear)
                    )
                );
                return;
            }

            var at = Measures.GetValueOrDefault(measure, (Strength: 0, Delay: 0));
            Measures[measure] = at with { Delay = year == Math.Round(from + own) ? own : Math.Round(year) - from };
        }

        private void TakeSetting(string name, string value)
        {
            if (model.Levers.FirstOrDefault(l => l.Parameter.Name == name) is not { } lever)
            {
                refused.Add(Message.Of("what-if.no-lever", ("name", Short(name))));
                return;
            }

            var (low, high) = (lever.Parameter.Low!.Value, lever.Parameter.High!.Value);
            if (Number(value) is not { } number || number < low || number > high)
            {
                refused.Add(
                    Message.Of(
                        "what-if.bad-value",
                        ("name", lever.Title),
                        ("text", Short(value)),
                        ("low", low),
                        ("high", high),
                        ("unit", lever.Parameter.Unit.Display)
                    )
                );
                return;
            }

            Settings = Settings.With(lever.Parameter, number);
        }

        private ModelMeasure? Find(string id)
        {
            var measure = model.Measures.FirstOrDefault(m => m.Id == id);
            if (measure is null)
            {
                refused.Add(Message.Of("what-if.no-measure", ("name", Short(id))));
            }

            return measure;
        }

        private static double? Number(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : null;
    }
}
