// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Web.Charts;

/// <summary>What a mark means; the page's style sheet says how that looks, through the custom property of the same name.</summary>
public enum Ink
{
    None,
    Ink,
    History,
    Path,
    Gap,
    Removal,
    Muted,
    Paper,
    Sector1,
    Sector2,
    Sector3,
    Sector4,
    Sector5,
    Sector6,
    Sector7,
    Sector8,
}

/// <summary>
/// The default colours, for pictures that stand alone. Sectors are ordered so that neighbours differ in lightness and
/// stay apart for the three common kinds of colour blindness (after Okabe and Ito, 2008).
/// </summary>
internal static class Palette
{
    public static IReadOnlyList<Ink> All { get; } = [.. Enum.GetValues<Ink>().Where(i => i != Ink.None)];

    public static Ink Sector(int slot) => Ink.Sector1 + slot;

    public static string Property(Ink ink) =>
        ink >= Ink.Sector1 ? $"--ls-sector-{ink - Ink.Sector1 + 1}" : $"--ls-{ink.ToString().ToLowerInvariant()}";

    public static string Light(Ink ink) =>
        ink switch
        {
            Ink.Ink => "#16213a",
            Ink.History => "#1d3461",
            Ink.Path => "#946b00",
            Ink.Gap => "#b3341f",
            Ink.Removal => "#1f7a5c",
            Ink.Muted => "#5f6878",
            Ink.Paper => "#fdfcf9",
            Ink.Sector1 => "#1d3461",
            Ink.Sector2 => "#b35c00",
            Ink.Sector3 => "#2677aa",
            Ink.Sector4 => "#7a2f5f",
            Ink.Sector5 => "#72771a",
            Ink.Sector6 => "#00635a",
            Ink.Sector7 => "#ae5277",
            Ink.Sector8 => "#5c5c5c",
            _ => "none",
        };

    public static string Dark(Ink ink) =>
        ink switch
        {
            Ink.Ink => "#e9ecf4",
            Ink.History => "#a9c1f2",
            Ink.Path => "#f2c14e",
            Ink.Gap => "#ff8a70",
            Ink.Removal => "#6fd0ab",
            Ink.Muted => "#9aa4b8",
            Ink.Paper => "#10172a",
            Ink.Sector1 => "#a9c1f2",
            Ink.Sector2 => "#f0a35e",
            Ink.Sector3 => "#5fb4e6",
            Ink.Sector4 => "#d78fc0",
            Ink.Sector5 => "#d3d66a",
            Ink.Sector6 => "#4fc4b2",
            Ink.Sector7 => "#f3b6cb",
            Ink.Sector8 => "#b9b9b9",
            _ => "none",
        };
}
