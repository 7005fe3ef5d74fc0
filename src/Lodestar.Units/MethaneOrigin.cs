// SPDX-License-Identifier: Apache-2.0
namespace Lodestar.Units;

/// <summary>Where methane comes from, which some reports tell apart: fossil methane adds the CO2 of its own oxidation.</summary>
public enum MethaneOrigin
{
    /// <summary>Not stated (the default): the value the report gives for methane as such.</summary>
    Unspecified = 0,

    /// <summary>Fossil fugitive and process methane.</summary>
    Fossil = 1,

    /// <summary>Biogenic methane, and methane from combustion, whose CO2 is counted with the fuel.</summary>
    NonFossil = 2,
}
