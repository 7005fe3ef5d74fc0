// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Diagnostics;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Climate;

/// <summary>How an emitted species of a place's pathway was had.</summary>
public enum SpeciesOrigin
{
    /// <summary>The place states it year by year.</summary>
    Stated = 0,

    /// <summary>The path's CO2e, split by the gases of the last inventory.</summary>
    SplitByInventory,

    /// <summary>Nothing is known of it: not in the pathway.</summary>
    Missing,
}

/// <summary>A place's own path as the emulator reads it, from the first year after the calibration's history.</summary>
/// <param name="Emissions">In the calibration's species and units.</param>
/// <param name="Cut">
/// What is left of the emissions of <paramref name="BaseYear"/>, by calendar year from the first of
/// <paramref name="Emissions"/>: 1 is as much as then, 0 is nothing.
/// </param>
/// <param name="Species">Every greenhouse gas that was looked for, in order, with how it was had.</param>
public sealed record PlacePathway(
    Pathway Emissions,
    int BaseYear,
    EquatableList<double> Cut,
    EquatableList<(string Species, SpeciesOrigin Origin)> Species
)
{
    /// <summary>What was assumed on the way, in the order of the working.</summary>
    public EquatableList<Message> Assumptions { get; init; } = EquatableList<Message>.Empty;
}

/// <summary>
/// What a place's path means for the climate, in a world that otherwise follows a background.
/// </summary>
/// <param name="Background">Id of the background.</param>
/// <param name="World">Where the background leads.</param>
/// <param name="Caused">The warming that the place's own path causes, by both methods.</param>
/// <param name="IfAllFollowed">
/// Where the world would go if everything that people emit were scaled by the place's own relative cut: an illustration.
/// </param>
public sealed record PlaceWarming(
    PlacePathway Path,
    string Background,
    WarmingOutlook World,
    Lodestar.Climate.Answers.Attribution Caused,
    WarmingOutlook IfAllFollowed
);
