// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Scenarios;

/// <summary>What scenarios are called.</summary>
public static class ScenarioWords
{
    /// <summary>A scenario by its kind, which every language has a word for; by its title where the kind says too little.</summary>
    public static Message Name(ScenarioSet set, ScenarioCase scenario) =>
        ByKind(scenario.Kind) is { } name && set.Cases.Count(c => c.Kind == scenario.Kind) == 1
            ? name
            : Message.Of("scenario.name.titled", ("title", Title(scenario)));

    /// <summary>Its own title; its id where it has none.</summary>
    public static string Title(ScenarioCase scenario) =>
        scenario.Scenario.Title.Length > 0 ? scenario.Scenario.Title : scenario.Id;

    private static Message? ByKind(ScenarioKind kind) =>
        kind switch
        {
            ScenarioKind.WOM => Message.Of("scenario.name.WOM"),
            ScenarioKind.WEM => Message.Of("scenario.name.WEM"),
            ScenarioKind.WAM => Message.Of("scenario.name.WAM"),
            ScenarioKind.LTS => Message.Of("scenario.name.LTS"),
            _ => null,
        };
}
