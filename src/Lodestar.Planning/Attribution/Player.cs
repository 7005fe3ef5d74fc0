// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Lodestar.Formula.Binding;
using Lodestar.Formula.Chance;

namespace Lodestar.Planning.Attribution;

/// <summary>A number of the model that somebody decides about.</summary>
/// <param name="Parameter">The switch of a measure, or a lever.</param>
/// <param name="On">Its value where the one who decides about it takes part, in its unit.</param>
/// <param name="Off">Its value otherwise.</param>
public sealed record Lever(Parameter Parameter, double On, double Off = 0);

/// <summary>Who or what effects are attributed to: a measure, all measures of a controller, all of a sector.</summary>
/// <param name="Id">Its id, unique among the players.</param>
/// <param name="Levers">What it decides about; no other player decides about any of it.</param>
public sealed record Player(string Id, ImmutableArray<Lever> Levers)
{
    /// <summary>A player for each measure that is on: its switch at the strength it has in a scenario, against 0. Measures that are off are no players, and stay off.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">What is set in the scenario; a measure that is not set is as the model has it.</param>
    /// <returns>In the order of the model's parameters; the id is that of the switch without what stands before the measure's own.</returns>
    public static ImmutableArray<Player> OfMeasures(BoundModel model, Settings scenario) =>
        [
            .. model
                .Parameters.Where(p => p.IsSwitch)
                .Select(p => new Lever(p, scenario.Of(p, 0) ?? p.Central))
                .Where(l => l.On != 0)
                .Select(l => new Player(MeasureOf(l.Parameter), [l])),
        ];

    /// <summary>Players put together, such as all measures of one controller.</summary>
    /// <param name="players">Players.</param>
    /// <param name="groupOf">The group of each, by its id.</param>
    /// <returns>A player a group, in the order in which groups come first.</returns>
    public static ImmutableArray<Player> Grouped(IEnumerable<Player> players, Func<string, string> groupOf) =>
        [
            .. players
                .GroupBy(p => groupOf(p.Id), StringComparer.Ordinal)
                .Select(g => new Player(g.Key, [.. g.SelectMany(p => p.Levers)])),
        ];

    /// <summary>The id of the measure that a switch belongs to: that of <c>homes.measures.heat_pumps</c> is <c>homes.heat_pumps</c>.</summary>
    /// <param name="parameter">The switch of a measure.</param>
    /// <returns>The id.</returns>
    public static string MeasureOf(Parameter parameter)
    {
        const string Word = "measures.";
        var at = parameter.Name.LastIndexOf(Word, StringComparison.Ordinal);
        return at < 0 ? parameter.Name : parameter.Name.Remove(at, Word.Length);
    }
}
