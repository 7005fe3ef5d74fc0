// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Lodestar.Planning.Jurisdictions;
using Lodestar.Planning.Plans;

namespace Lodestar.Planning.Control;

/// <summary>What the words of a stated controller mean (Tables/controllers.csv): the project's own reading.</summary>
public static class Controllers
{
    private static readonly FrozenDictionary<string, ControlLevel> Words = EmbeddedTable
        .Read("Control.Tables.controllers.csv")
        .ToFrozenDictionary(r => NameFold.Fold(r["words"]), r => LevelOf(r["level"]));

    private static readonly FrozenDictionary<string, ControlLevel> Own = EmbeddedTable
        .Read("Control.Tables.own-levels.csv")
        .ToFrozenDictionary(r => r["kind"], r => LevelOf(r["level"]));

    private static readonly int Longest = Words.Keys.Max(w => w.Count(c => c == ' ') + 1);

    /// <summary>Every level that a text names, by level; empty where it names none. The longest words at a place are read.</summary>
    public static IReadOnlyList<ControlLevel> Levels(string controller)
    {
        var words = NameFold.Fold(controller).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var levels = new SortedSet<ControlLevel>();
        for (var at = 0; at < words.Length; )
        {
            var taken = 1;
            for (var length = Math.Min(Longest, words.Length - at); length > 0; length--)
            {
                if (Words.TryGetValue(string.Join(' ', words, at, length), out var level))
                {
                    levels.Add(level);
                    taken = length;
                    break;
                }
            }

            at += taken;
        }

        return [.. levels];
    }

    /// <summary>The level at which a place of a kind decides; <see cref="ControlLevel.NotStated"/> for a place of no stated kind.</summary>
    public static ControlLevel OwnLevel(JurisdictionKind kind) =>
        Own.GetValueOrDefault(
            kind switch
            {
                JurisdictionKind.City => "city",
                JurisdictionKind.Region => "region",
                JurisdictionKind.Country => "country",
                JurisdictionKind.CombinedAuthority => "combined-authority",
                _ => "",
            }
        );

    private static ControlLevel LevelOf(string word) => Enum.Parse<ControlLevel>(word, ignoreCase: true);
}
