// SPDX-License-Identifier: Apache-2.0
using Lodestar.Climate.Answers;
using Lodestar.Climate.Calibrations;
using Lodestar.Planning.Climate;
using Lodestar.Planning.Messages;
using Lodestar.Web.Components.Warming;

namespace Lodestar.Web.Features.Warming;

/// <summary>
/// What a path means for the climate, in a world that otherwise follows a background. All warming is in °C above
/// 1850–1900 on 1 January of a year; nothing is rounded.
/// </summary>
/// <param name="Id">Of the plan or the alliance.</param>
/// <param name="Background">Id of the background: what the world follows otherwise.</param>
/// <param name="Until">The last year.</param>
/// <param name="Sentence">Null without an answer.</param>
/// <param name="World">Where the background leads.</param>
/// <param name="IfAllFollowed">
/// Where the world would go if everything that people emit were cut as this path is: an illustration.
/// </param>
/// <param name="Caused">What the path's own emissions add, by both methods.</param>
/// <param name="Path">What the path emits, and how that is known.</param>
/// <param name="Missing">What is not known, and what to do about it.</param>
public sealed record WarmingContract(
    string Id,
    string Background,
    int Until,
    CalibrationContract Calibration,
    MessageContract? Sentence,
    OutlookContract? World,
    OutlookContract? IfAllFollowed,
    CausedContract? Caused,
    WarmingPathContract? Path,
    IReadOnlyList<DiagnosticContract> Missing
)
{
    /// <summary>The stored revision; null for an alliance.</summary>
    public string? Revision { get; init; }

    /// <summary>Of an alliance: whose paths are added up, and whose are not.</summary>
    public WarmingMembersContract? Members { get; init; }

    public static WarmingContract From(string id, WarmingCase asked, Message? sentence, MessageCatalog texts) =>
        new(
            id,
            asked.Wish.Background,
            asked.Wish.Until,
            CalibrationContract.Shipped,
            sentence is null ? null : MessageContract.From(sentence, texts),
            asked.Warming is { } w ? OutlookContract.From(w.World) : null,
            asked.Warming is { } f ? OutlookContract.From(f.IfAllFollowed) : null,
            asked.Warming is { } c ? CausedContract.From(c.Caused) : null,
            asked.Warming is { } p ? WarmingPathContract.From(p.Path, texts) : null,
            [.. asked.Missing.Select(m => DiagnosticContract.From(m, texts))]
        )
        {
            Members = asked.Members is { } members ? WarmingMembersContract.From(members) : null,
        };
}

/// <summary>The set that the emulator's equations run on.</summary>
/// <param name="Members">How many equally likely versions of the climate it holds.</param>
/// <param name="LastHistoricalYear">Emissions are the world's own to the end of this year.</param>
public sealed record CalibrationContract(
    string Id,
    string Title,
    string Publisher,
    string Edition,
    string Licence,
    string Source,
    int Members,
    int LastHistoricalYear
)
{
    internal static CalibrationContract Shipped
    {
        get
        {
            var (set, identity) = (
                Climate.Calibrations.Calibration.Shipped,
                Climate.Calibrations.Calibration.Shipped.Identity
            );
            return new(
                identity.Id,
                identity.Title,
                identity.Publisher,
                identity.Edition,
                identity.Licence,
                identity.Source,
                set.Members.Count,
                set.LastHistoricalYear
            );
        }
    }
}

/// <summary>Percentiles over the ensemble, °C.</summary>
public sealed record RangeContract(double P05, double P17, double P33, double P50, double P67, double P83, double P95)
{
    internal static RangeContract From(Band band) =>
        new(band.P05, band.P17, band.P33, band.P50, band.P67, band.P83, band.P95);
}

/// <summary>A year and its warming.</summary>
public sealed record WarmingYearContract(int Year, RangeContract Celsius);

/// <summary>Where the world would go.</summary>
/// <param name="PeakCelsius">Highest warming of each version of the climate over the years shown.</param>
/// <param name="PeakYear">Year in which the median is highest; the last one where it still rises.</param>
/// <param name="IsIllustrative">True where it lies beyond what the emulator was calibrated for.</param>
public sealed record OutlookContract(
    RangeContract PeakCelsius,
    int PeakYear,
    bool IsIllustrative,
    IReadOnlyList<OddsContract> Odds,
    IReadOnlyList<WarmingYearContract> Years
)
{
    internal static OutlookContract From(WarmingOutlook outlook) =>
        new(
            RangeContract.From(outlook.Peak),
            outlook.PeakYear,
            outlook.IsIllustrative,
            [
                .. outlook.Odds.Select(o => new OddsContract(
                    o.Limit,
                    outlook.LastYear,
                    1 - o.In(outlook.LastYear),
                    1 - o.Ever
                )),
            ],
            [.. outlook.Bands.Select((b, i) => new WarmingYearContract(outlook.FirstYear + i, RangeContract.From(b)))]
        );
}

/// <summary>Odds of staying at or below a limit, as fractions.</summary>
/// <param name="AtEnd">In <paramref name="Year"/>.</param>
/// <param name="AllAlong">In every year up to it.</param>
public sealed record OddsContract(double LimitCelsius, int Year, double AtEnd, double AllAlong);

/// <summary>What a path's own emissions add to the world's warming, °C.</summary>
/// <param name="WithAndWithout">The world's warming less its warming without the path.</param>
/// <param name="ShareOfForcing">The path's share of each gas's forcing, through the energy balance.</param>
public sealed record CausedContract(
    IReadOnlyList<WarmingYearContract> WithAndWithout,
    IReadOnlyList<WarmingYearContract> ShareOfForcing
)
{
    internal static CausedContract From(Attribution caused) =>
        new(Years(caused.FirstYear, caused.WithAndWithout), Years(caused.FirstYear, caused.ShareOfForcing));

    private static WarmingYearContract[] Years(int first, IReadOnlyList<Band> bands) =>
        [.. bands.Select((b, i) => new WarmingYearContract(first + i, RangeContract.From(b)))];
}

/// <summary>What a path emits as the emulator reads it.</summary>
/// <param name="BaseYear">The year that the cut is against.</param>
/// <param name="Gases">Every gas that was looked for, with how it is known: "stated", "split-by-inventory", "missing".</param>
/// <param name="Cut">What is left of the base year's emissions by year, as fractions.</param>
/// <param name="Emissions">By species of the calibration and year.</param>
/// <param name="Assumptions">What was assumed on the way.</param>
public sealed record WarmingPathContract(
    int BaseYear,
    IReadOnlyList<GasOriginContract> Gases,
    IReadOnlyList<CutContract> Cut,
    IReadOnlyList<SpeciesEmissionsContract> Emissions,
    IReadOnlyList<MessageContract> Assumptions
)
{
    internal static WarmingPathContract From(PlacePathway path, MessageCatalog texts) =>
        new(
            path.BaseYear,
            [.. path.Species.Select(s => new GasOriginContract(s.Species, s.Origin))],
            [.. path.Cut.Select((c, i) => new CutContract(path.Emissions.FirstYear + i, c))],
            [
                .. path.Emissions.Species.Select(s => new SpeciesEmissionsContract(
                    s,
                    Calibration.Shipped.Find(s)?.EmissionUnit ?? "",
                    path.Emissions.FirstYear,
                    path.Emissions[s].ToArray()
                )),
            ],
            [.. path.Assumptions.Select(a => MessageContract.From(a, texts))]
        );
}

/// <summary>A gas and how it is known.</summary>
public sealed record GasOriginContract(string Gas, SpeciesOrigin Origin);

/// <summary>What is left of the base year's emissions: 1 is as much as then.</summary>
public sealed record CutContract(int Year, double Left);

/// <summary>Emissions of a species, year by year from the first.</summary>
public sealed record SpeciesEmissionsContract(
    string Species,
    string Unit,
    int FirstYear,
    IReadOnlyList<double> Amounts
);

/// <summary>Members of an alliance by what became of their paths: codes of places.</summary>
/// <param name="Counted">Added up.</param>
/// <param name="Inside">Wholly inside other members, whose paths hold theirs.</param>
/// <param name="LeftOut">Without a path that can be read, and why.</param>
public sealed record WarmingMembersContract(
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Inside,
    IReadOnlyList<WarmingGapContract> LeftOut
)
{
    internal static WarmingMembersContract From(WarmingMembers members) =>
        new(
            [.. members.Counted.Select(p => p.Code)],
            [.. members.Inside.Select(p => p.Code)],
            [.. members.LeftOut.Select(l => new WarmingGapContract(l.Place.Code, l.Gap))]
        );
}

/// <summary>A member whose path is not added up: "no-path" or "no-gases".</summary>
public sealed record WarmingGapContract(string Place, PathwayGap Reason);
