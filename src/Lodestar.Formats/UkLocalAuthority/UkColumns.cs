// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.UkLocalAuthority;

/// <summary>What a column of the publisher's file becomes.</summary>
internal enum UkRole
{
    /// <summary>A counted row.</summary>
    Part,

    /// <summary>A printed total that equals a GPC code, kept beside its parts.</summary>
    Total,

    /// <summary>A printed total that equals no GPC code: checked here, then left out.</summary>
    Check,

    Population,
    Area,

    /// <summary>Can be worked out from other columns.</summary>
    LeftOut,
}

/// <summary>One row of mapping.csv.</summary>
internal sealed record UkColumn(string Name, string Id, string Label, UkRole Role)
{
    public string? Category { get; init; }
    public string? Fuel { get; init; }
    public string? Note { get; init; }

    /// <summary>Positions in <see cref="UkColumns.All"/> of what a total adds up.</summary>
    public int[] Parts { get; init; } = [];
}

/// <summary>The publisher's columns and what they become, from mapping.csv.</summary>
internal static class UkColumns
{
    public const string Year = "Year";
    public const string Code = "local-authority-code";
    public const string OfficialName = "official-name";

    public static UkColumn[] All { get; } = Load();

    private static UkColumn[] Load()
    {
        var rows = EmbeddedTable.Rows("Lodestar.Formats.UkLocalAuthority.mapping.csv");
        var ids = rows.Select(r => r[1]).ToList();
        return
        [
            .. rows.Select(r => new UkColumn(r[0], r[1], r[2], RoleOf(r[3]))
            {
                Category = NullIfBlank(r[4]),
                Fuel = NullIfBlank(r[5]),
                Parts = [.. r[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => ids.IndexOf(p))],
                Note = NullIfBlank(r[7]),
            }),
        ];
    }

    private static UkRole RoleOf(string text) =>
        text switch
        {
            "part" => UkRole.Part,
            "total" => UkRole.Total,
            "check" => UkRole.Check,
            "population" => UkRole.Population,
            "area" => UkRole.Area,
            "left-out" => UkRole.LeftOut,
            _ => throw new InvalidOperationException($"mapping.csv has the unknown role '{text}'."),
        };

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
