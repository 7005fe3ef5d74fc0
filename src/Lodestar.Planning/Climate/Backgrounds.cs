// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Pathways;
using Lodestar.Planning.Messages;

namespace Lodestar.Planning.Climate;

/// <summary>What a world pathway is, for people who choose one.</summary>
public static class Backgrounds
{
    private const int Middle = 2050;
    private const int End = 2100;

    /// <summary>Its CO2 at the start, in the middle and at the end of the century, and where it comes from.</summary>
    public static Message Description(WorldPathway background) =>
        Message.Of(
            "climate.background.description",
            ("first", WorldPathways.FirstYear),
            ("now", CarbonDioxide(background.Pathway, WorldPathways.FirstYear)),
            ("half", Middle),
            ("middle", CarbonDioxide(background.Pathway, Middle)),
            ("last", End),
            ("end", CarbonDioxide(background.Pathway, End))
        );

    private static double CarbonDioxide(Pathway pathway, int year) =>
        pathway.In("CO2 FFI", year) + pathway.In("CO2 AFOLU", year);
}
