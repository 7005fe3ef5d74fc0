// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Planning.Inventory;

/// <summary>The reporting level at which a GPC reference enters a total (GPC v1.1, table of references).</summary>
public enum GpcLevel
{
    /// <summary>In BASIC, and so in BASIC+.</summary>
    Basic,

    /// <summary>In BASIC+ only.</summary>
    BasicPlus,

    /// <summary>In the territorial total only: I.4.4 and waste imported from outside.</summary>
    Territorial,

    /// <summary>Other scope 3: reported, never totalled.</summary>
    Other,
}

/// <summary>One of the 53 references of the GPC: a sub-sector and a scope.</summary>
/// <param name="Code">"I.1.1".</param>
/// <param name="Sector">"I" … "VI".</param>
/// <param name="SubSector">"I.1"; for IV, V and VI the code itself.</param>
/// <param name="SectorName">English name of the sector, as the GPC prints it.</param>
/// <param name="SubSectorName">English name of the sub-sector.</param>
/// <param name="Scope">1, 2 or 3.</param>
/// <param name="Level">The total it enters.</param>
public sealed record GpcReference(
    string Code,
    string Sector,
    string SubSector,
    string SectorName,
    string SubSectorName,
    int Scope,
    GpcLevel Level
);
