// SPDX-License-Identifier: Apache-2.0
using Lodestar.Formats.Imports;

namespace Lodestar.Formats.Smhi;

/// <summary>What a sub-sector of the file becomes.</summary>
internal enum SmhiRole
{
    /// <summary>A counted row.</summary>
    Part,

    /// <summary>A printed total that equals a GPC code, kept beside its parts.</summary>
    Total,

    /// <summary>A printed total that equals no GPC code: checked here, then left out.</summary>
    Check,

    /// <summary>International transport, which the printed total does not count.</summary>
    Memo,
}

/// <summary>One row of mapping.csv; sector and sub-sector are folded.</summary>
internal sealed record SmhiEntry(string Sector, string SubSector, string Id, SmhiRole Role)
{
    public const string All = "alla";

    public string? Category { get; init; }
    public string? Note { get; init; }

    public bool IsGrandTotal => Sector == All && SubSector == All;

    /// <summary>True for the row that stands for a whole sector, whether it has sub-sectors or not.</summary>
    public bool IsSector => Sector != All && SubSector == All;
}

/// <summary>The publisher's sectors and counties, from mapping.csv and counties.csv.</summary>
internal static class SmhiMapping
{
    private static readonly Dictionary<string, string> Counties = EmbeddedTable
        .Rows("Lodestar.Formats.Smhi.counties.csv")
        .ToDictionary(r => NameMatch.Fold(r[0]), r => r[1]);

    /// <summary>In the order of the table; spellings of one sub-sector share an id.</summary>
    public static IReadOnlyList<SmhiEntry> All { get; } =
    [
        .. EmbeddedTable
            .Rows("Lodestar.Formats.Smhi.mapping.csv")
            .Select(r => new SmhiEntry(
                NameMatch.Fold(r[0]),
                NameMatch.Fold(r[1]),
                r[2],
                Enum.Parse<SmhiRole>(r[3], ignoreCase: true)
            )
            {
                Category = r[4].Length == 0 ? null : r[4],
                Note = r[5].Length == 0 ? null : r[5],
            }),
    ];

    /// <summary>Whatever its case and accents: the file writes "fran" beside "från".</summary>
    public static SmhiEntry? Find(string sector, string subSector)
    {
        var (s, u) = (NameMatch.Fold(sector), NameMatch.Fold(subSector));
        return All.FirstOrDefault(e => e.Sector == s && e.SubSector == u);
    }

    /// <summary>ISO 3166-2 code of a county; null for a name that is none.</summary>
    public static string? CountyCode(string name) => Counties.GetValueOrDefault(NameMatch.Fold(name));
}
