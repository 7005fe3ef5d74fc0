// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;
using Lodestar.Planning.Messages;

namespace Lodestar.Formats.Edgar;

/// <summary>A code of the workbook that is no country, or a country that it counts together with others.</summary>
/// <param name="Reason">Why it becomes no plan; null for a country.</param>
/// <param name="Members">Alpha-2 codes of what is counted with it.</param>
internal sealed record EdgarAreaKind(Message? Reason, string[] Members);

/// <summary>One of the eight sectors.</summary>
/// <param name="Code">As in the scheme "edgar".</param>
/// <param name="CombustionCO2">True where the carbon dioxide is the International Energy Agency's.</param>
internal sealed record EdgarSector(string Code, bool CombustionCO2);

/// <summary>What areas.csv and sectors.csv say about the workbook's codes and names.</summary>
internal static class EdgarTables
{
    private static readonly Dictionary<string, EdgarAreaKind> Areas = EmbeddedTable
        .Rows("Lodestar.Formats.Edgar.areas.csv")
        .ToDictionary(
            r => r[0],
            r => new EdgarAreaKind(ReasonOf(r[1]), r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            StringComparer.OrdinalIgnoreCase
        );

    private static readonly Dictionary<string, EdgarSector> Sectors = EmbeddedTable
        .Rows("Lodestar.Formats.Edgar.sectors.csv")
        .ToDictionary(r => NameMatch.Fold(r[0]), r => new EdgarSector(r[1], r[2] == "iea"));

    public static EdgarAreaKind? Area(string code) => Areas.GetValueOrDefault(code);

    public static EdgarSector? Sector(string name) => Sectors.GetValueOrDefault(NameMatch.Fold(name));

    private static Message? ReasonOf(string kind) =>
        kind switch
        {
            "bunkers" => Reasons.Bunkers,
            "group" => Reasons.Group,
            "former" => Reasons.Former,
            "combined" => null,
            _ => throw new InvalidOperationException($"areas.csv has the unknown kind '{kind}'."),
        };
}
