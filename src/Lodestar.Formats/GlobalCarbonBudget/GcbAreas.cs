// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.GlobalCarbonBudget;

/// <summary>What the Global Carbon Budget's names of areas stand for.</summary>
internal static class GcbAreas
{
    private static readonly Dictionary<string, (string Kind, string Code)> Known = EmbeddedTable
        .Rows("Lodestar.Formats.GlobalCarbonBudget.areas.csv")
        .ToDictionary(r => NameMatch.Fold(r[0]), r => (r[1], r[2]));

    /// <summary>The country, or why the name is none; neither for a name that nobody knows.</summary>
    public static (Country? Country, Message? Reason) Of(string name) =>
        Known.TryGetValue(NameMatch.Fold(name), out var known)
            ? known.Kind switch
            {
                "country" => (Countries.Find(known.Code), null),
                "group" => (null, Reasons.Group),
                "bunkers" => (null, Reasons.Bunkers),
                "former" => (null, Reasons.Former),
                "not-a-place" => (null, Reasons.NotAPlace),
                _ => throw new InvalidOperationException($"areas.csv has the unknown kind '{known.Kind}'."),
            }
            : (Countries.FindByName(name), null);
}
